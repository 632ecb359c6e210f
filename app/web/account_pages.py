"""What the pages are given that tell who is who."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from app.accounts import Account, Invite, Role, SignIn
from app.accounts.names import LONGEST_NAME
from app.accounts.passwords import LONGEST_PASSWORD, SHORTEST_PASSWORD
from app.web.kept_forms import KeptForm
from app.web.pages import Page

Farewell = Literal["", "out", "deleted"]
"""Why somebody comes to the sign-in page: they signed out, or deleted their account."""


@dataclass(frozen=True, kw_only=True)
class AuthorLinkPage(Page):
    """Asks before a link is used up: a program that only looks at addresses must not use it.

    Attributes:
        action: where the one button sends to.
    """

    template: ClassVar[str] = "pages/author_link.html"
    action: str


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """Asks for name and password.

    Attributes:
        next: the address to go on to.
        kept: a form that waits for it; None where nothing was sent.
        problem: why the last try was refused; empty if it was not.
    """

    template: ClassVar[str] = "pages/sign_in.html"
    next: str = "/"
    name: str = ""
    problem: str = ""
    kept: KeptForm | None = None
    farewell: Farewell = ""


@dataclass(frozen=True, kw_only=True)
class GoOnPage(Page):
    """Offers to send what waited while somebody signed in."""

    template: ClassVar[str] = "pages/go_on.html"
    kept: KeptForm


@dataclass(frozen=True, kw_only=True)
class NewPasswordPage(Page):
    """What every page has on which a password is chosen."""

    shortest: ClassVar[int] = SHORTEST_PASSWORD
    longest: ClassVar[int] = LONGEST_PASSWORD
    longest_name: ClassVar[int] = LONGEST_NAME
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class InvitePage(NewPasswordPage):
    """Asks whoever was invited for a name and a password.

    Attributes:
        action: where it sends to.
        name: as it was typed, when it was refused.
    """

    template: ClassVar[str] = "pages/invite.html"
    action: str
    role: Role
    expires_at: datetime
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class RecoverPage(NewPasswordPage):
    """Asks for the recovery code and a new password."""

    template: ClassVar[str] = "pages/recover.html"
    name: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class CodePage(Page):
    """Shows a recovery code, this once.

    Attributes:
        said: what has just been done.
    """

    template: ClassVar[str] = "pages/recovery_code.html"
    said: str
    code: str


@dataclass(frozen=True, kw_only=True)
class AccountPage(NewPasswordPage):
    """One's own account.

    Attributes:
        sign_ins: where one is signed in, the latest first.
        here: id of the sign-in of the browser that asks.
        about: the form that the problem is about.
        said: what has just been done; empty if nothing.
    """

    template: ClassVar[str] = "pages/account.html"
    name: str
    role: Role
    sign_ins: tuple[SignIn, ...]
    here: str
    about: Literal["", "password", "code"] = ""
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class LeavePage(Page):
    """Asks before an account is deleted.

    Attributes:
        attempts: how many would go with it; None where nobody counted.
    """

    template: ClassVar[str] = "pages/leave.html"
    attempts: int | None = None
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """Everybody who has an account, and the invites that are open.

    Attributes:
        invites: each with the name of who made it, or "" for the command line.
        me: id of the author who looks.
        link: an invite made just now, which cannot be shown again; empty otherwise.
        only_here: as far as one can tell, the site answers on this machine alone.
        days: how long an invite may be made to wait.
    """

    template: ClassVar[str] = "pages/people.html"
    people: tuple[Account, ...]
    invites: tuple[tuple[Invite, str], ...]
    me: str
    days: tuple[int, ...]
    link: str = ""
    only_here: bool = False
    problem: str = ""
