"""What a route may ask for: a transaction, the coach, who asks."""

from collections.abc import Iterator
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from app.accounts import Accounts, Person
from app.authoring.desk import AuthorsDesk
from app.coach import Coach
from app.db.connect import Sessions
from app.web.asking import asker
from app.web.hashing import Hashing
from app.web.pace import Pace
from app.web.refusals import NotAnAuthor, SignInNeeded, TooFast

READING_METHODS = frozenset({"GET", "HEAD"})
"""Requests that change nothing; every other method gets a transaction that may write."""

HOW_TO_AUTHOR = (
    "The author's pages open by the link that was printed where `whyboard serve` was started; "
    "`whyboard author-link` prints a new one."
)
HOW_TO_AUTHOR_SHARED = (
    "These pages change what everybody studies. An author can make you an author too."
)


def _session(request: Request) -> Iterator[Session]:
    """One transaction a request: committed when the route returns, undone if it raises.

    It begins with its first statement, so a route that scores before it asks the database holds no
    lock meanwhile.
    """
    sessions = cast("Sessions", request.app.state.sessions)
    reads = request.method in READING_METHODS
    maker = sessions.reading if reads else sessions.writing
    with maker.begin() as session:
        yield session


def _coach(request: Request) -> Coach:
    return cast("Coach", request.app.state.coach)


def _accounts(request: Request) -> Accounts:
    return cast("Accounts", request.app.state.accounts)


def _person(request: Request) -> Person:
    person = asker(request)
    if person is None:
        raise SignInNeeded
    return person


def _hashing(request: Request) -> Hashing:
    return cast("Hashing", request.app.state.hashing)


def _learner(person: Annotated[Person, Depends(_person)]) -> str:
    return person.id


def _author(person: Annotated[Person, Depends(_person)]) -> str:
    if person.role != "author":
        raise NotAnAuthor(HOW_TO_AUTHOR_SHARED if person.name else HOW_TO_AUTHOR)
    return person.id


def _authoring(request: Request) -> AuthorsDesk:
    return cast("AuthorsDesk", request.app.state.authoring)


def _keeps_pace(request: Request, learner: Annotated[str, Depends(_learner)]) -> None:
    if not cast("Pace", request.app.state.pace).allows(learner):
        raise TooFast


DbSession = Annotated[Session, Depends(_session, scope="function")]
"""A transaction that is committed before the reply leaves: nobody is told "saved" too early."""

TheCoach = Annotated[Coach, Depends(_coach)]
"""Reads `app.state.coach`, which `create_app` sets beside `app.state.sessions`."""

TheAccounts = Annotated[Accounts, Depends(_accounts)]
"""Reads `app.state.accounts`; its methods begin and end their own transactions."""

KnownOnly = Depends(_person)
"""For routers whose every route is for somebody known: raises `SignInNeeded`."""

ThePerson = Annotated[Person, Depends(_person)]
"""Who asks; raises `SignInNeeded` where nobody known does."""

TheAuthoring = Annotated[AuthorsDesk, Depends(_authoring)]
"""Reads `app.state.authoring`, what authors can do; ask for `Author` beside it."""

TheHashing = Annotated[Hashing, Depends(_hashing)]
"""For an `async` route that calls what hashes passwords."""

Learner = Annotated[str, Depends(_learner)]
"""Id of the learner who asks; raises `SignInNeeded` where nobody known does."""

Author = Annotated[str, Depends(_author)]
"""Id of the author who asks: raises `NotAnAuthor` if it is only a learner."""

ForAuthors = Depends(_author)
"""For `dependencies=[ForAuthors]` of a router: whatever is added to it is for authors."""

KeepsPace = Depends(_keeps_pace)
"""For `dependencies=[KeepsPace]` of a route that scripts call while somebody types: raises
`TooFast` when the learner asks too often."""
