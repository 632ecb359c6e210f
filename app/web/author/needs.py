"""What a route of the author's pages may ask for besides: the question it is about, who is who."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Annotated, cast

from fastapi import Depends, Request

from app.authoring.working import WorkingCopy
from app.db.connect import Sessions
from app.web.needs import Author, TheAccounts, TheAuthoring

Names = Callable[[str], str]
"""What a person is called on a page, by id."""


def _names(author: Author, accounts: TheAccounts) -> Names:
    @cache
    def others() -> dict[str, str]:
        return {account.learner: account.name for account in accounts.everybody()}

    def name(id_: str) -> str:
        return "you" if id_ == author else others().get(id_, "somebody who has left")

    return name


def _copy(
    request: Request, question_id: str, desk: TheAuthoring, names: Annotated[Names, Depends(_names)]
) -> WorkingCopy:
    """Read in a transaction of its own: scoring may take seconds, and must not hold a lock."""
    sessions = cast("Sessions", request.app.state.sessions)
    with sessions.reading.begin() as session:
        copy = desk.working_copy(session, question_id)
    return replace(copy, author=names(copy.author)) if copy.is_draft else copy


TheNames = Annotated[Names, Depends(_names)]
"""What people are called."""

TheCopy = Annotated[WorkingCopy, Depends(_copy)]
"""The question that the address names, its author by name; raises `UnknownContent` if there is
none. Only read: a route that writes asks for a session too."""
