"""Who asks."""

from dataclasses import dataclass

from app.db.account_tables import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks, and as what.

    Attributes:
        id: the learner that everything kept belongs to.
        name: as it is shown; empty for the one learner of a personal installation.
        sign_in: names the browser's sign-in; empty where nobody had to sign in.
    """

    id: str
    name: str
    role: Role
    sign_in: str = ""
