"""An author's form that was refused, filled again: nothing that was typed is ever lost."""

from dataclasses import replace
from http import HTTPStatus
from typing import cast

from fastapi import Request
from starlette.datastructures import FormData

from app.authoring.desk import AuthorsDesk
from app.authoring.working import Examined, Texts, UnknownContent, WorkingCopy, is_slug
from app.coach import Coach
from app.db.connect import Sessions
from app.db.failures import StorageError
from app.web.asking import asker_if_known
from app.web.author.beginning import new_page
from app.web.author.editing import texts_from, typed_page
from app.web.author.trying import try_page
from app.web.forms_again import field_of
from app.web.pages import Page
from app.web.refusals import Refusal
from app.web.routes.author import beginning, editing, trying

NOWHERE = "nowhere"
"""The category of a question of which nothing is known but what was sent."""

NOT_TO_BE_SEEN = frozenset({"not-an-author"})
"""Refusals after which only what was sent is shown, and nothing of what is kept. Who has to sign in
first finds the form behind that (app/web/kept_forms.py)."""


def author_form_again(request: Request, refused: Refusal, form: FormData) -> Page | None:
    """The page that a refused form of the author's pages stood on; None if it was none of them."""
    endpoint = request.scope.get("endpoint")
    if not is_slug(request.path_params.get("question_id", "a")):
        return None  # no form of ours was sent there
    if endpoint is editing.write and "rubric" in form:
        return _editor(request, refused, form)
    if endpoint is trying.score and "answer" in form:
        return _try(request, refused, form)
    if endpoint is beginning.begin and "model" in form:
        return new_page(
            cast("Coach", request.app.state.coach).holder.bank,
            refused=refused.message,
            id_=field_of(form, "id"),
            category=field_of(form, "category"),
            model=field_of(form, "model"),
        )
    return None


def _editor(request: Request, refused: Refusal, form: FormData) -> Page:
    copy = _copy(request, refused)
    typed = texts_from(field_of(form, "question"), field_of(form, "rubric"))
    message = refused.message
    if refused.status == HTTPStatus.NOT_FOUND:
        message += " What you typed stands below: copy it, and begin the question again."
    return typed_page(
        _desk(request),
        copy,
        typed,
        base=field_of(form, "base")[:64],
        seen=field_of(form, "seen")[:64],
        refused=message,
    )


def _try(request: Request, refused: Refusal, form: FormData) -> Page:
    copy = _copy(request, refused)
    unseen = Examined((), (), None, None, None, "", "")
    examined = _desk(request).examine(copy) if copy.category != NOWHERE else unseen
    return try_page(copy, examined, answer=field_of(form, "answer"), refused=refused.message)


def _copy(request: Request, refused: Refusal) -> WorkingCopy:
    """What is kept, as far as it can be read and may be seen."""
    id_ = request.path_params["question_id"]
    bare = WorkingCopy(id_, NOWHERE, Texts("", ""), "", "", Texts("", ""))
    if refused.code in NOT_TO_BE_SEEN:
        return bare
    try:
        with cast("Sessions", request.app.state.sessions).reading.begin() as session:
            copy = _desk(request).working_copy(session, id_)
    except (StorageError, UnknownContent):
        return bare
    asker = asker_if_known(request)
    own = asker is not None and copy.author == asker.id
    return replace(copy, author="you" if own else "another author")


def _desk(request: Request) -> AuthorsDesk:
    return cast("AuthorsDesk", request.app.state.authoring)
