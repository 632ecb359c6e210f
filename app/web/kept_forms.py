"""A form that came when nobody was signed in any more: it waits on the page that asks who it is.

Nothing of it is stored: signing in sends it along, and then it can go where it was meant to.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import FormData

from app.web.security import TOKEN_FIELD

ACTION_FIELD = "kept-action"
PREFIX = "kept:"
"""Before the names of the fields that wait, so that they meet none of the form around them."""

_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20]*")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form that waits.

    Attributes:
        action: the address on this site that it was sent to.
        fields: names and values, in order; a name may come twice.
    """

    action: str
    fields: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The longest text in it: what somebody would hate to lose."""
        return max((value for _, value in self.fields), key=len, default="")


def kept_form(request: Request, form: FormData) -> KeptForm:
    """The form of a request, but for its token, which would not be taken again."""
    return KeptForm(_address(request), tuple(_texts(form)))


def carried_form(form: FormData) -> KeptForm | None:
    """The form that waits in a sign-in form; None if none does."""
    action = form.get(ACTION_FIELD, "")
    if not isinstance(action, str) or not _OWN.fullmatch(action):
        return None
    return KeptForm(
        action,
        tuple(
            (name.removeprefix(PREFIX), value)
            for name, value in _texts(form)
            if name.startswith(PREFIX)
        ),
    )


def own_address(address: str) -> str:
    """An address on this site to go to; the front page for any other."""
    return address if _OWN.fullmatch(address) else "/"


def address_before(request: Request) -> str:
    """The page on this site that a form stood on, as far as the browser tells."""
    return own_address(urlsplit(request.headers.get("referer", "")).path)


def asked_address(request: Request) -> str:
    """What a request asked for, to come back to; the front page after a form."""
    return _address(request) if request.method in {"GET", "HEAD"} else "/"


def _address(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}"


def _texts(form: FormData) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name != TOKEN_FIELD
    ]
