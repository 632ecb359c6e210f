"""Answer a refused request: a form comes back filled, anything else gets a plain page."""

from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from app.accounts import TooManyTries
from app.coach import Coach, NothingToScore
from app.content.bank import Bank
from app.content.question import Question
from app.content.search import nearest
from app.engine.door import ANSWER_LIMIT
from app.web.account_forms_again import account_form_again
from app.web.asking import asker_if_known
from app.web.author.forms_again import author_form_again
from app.web.forms_again import field_of, note_again
from app.web.pages import ErrorPage, Page
from app.web.question_pages import AnswerBox, QuestionPage, refused_page
from app.web.refusals import REFUSED, Refusal, SignInNeeded, as_json, refusal, wants_json
from app.web.rendering import render
from app.web.routes import attempts, practice
from app.web.security import SECURITY_HEADERS
from app.web.sign_in_needed import ask_to_sign_in

HEADINGS = {
    401: "Please sign in",
    403: "This page is too old",
    404: "Not found",
    405: "Not like this",
    413: "Too long",
    422: "That could not be read",
    429: "Too fast",
    500: "Something broke here",
    503: "Not saved",
}

HEADINGS_BY_CODE = {
    "not-an-author": "For authors",
    "busy": "Busy",
    "nothing-to-publish": "Nothing to publish",
    "read-only-content": "This content cannot be changed here",
}
"""Where a status has more than one meaning."""


def answer_refusals(app: FastAPI) -> None:
    """Register the handlers for everything a request may end with."""
    for kind in REFUSED:
        app.add_exception_handler(kind, _refused)
    app.add_exception_handler(SignInNeeded, ask_to_sign_in)
    app.add_exception_handler(NothingToScore, _nothing)
    app.add_exception_handler(Exception, _broken)


async def _refused(request: Request, error: Exception) -> Response:
    refused = refusal(error)
    if wants_json(request):
        return as_json(refused)
    unreadable = isinstance(error, HTTPException) or request.method != "POST"
    form = FormData() if unreadable else await request.form()
    response = await run_in_threadpool(_page, request, refused, form)
    if isinstance(error, TooManyTries):
        response.headers["Retry-After"] = str(error.wait)
    return response


async def _nothing(request: Request, error: Exception) -> Response:
    report = cast("NothingToScore", error).report
    refused = Refusal(422, "nothing-to-score", report.feedback.first)
    if wants_json(request):
        return as_json(refused)
    return await run_in_threadpool(_page, request, refused, await request.form())


async def _broken(request: Request, _error: Exception) -> Response:
    """Say that it is our fault; the traceback goes to the log."""
    refused = Refusal(500, "broken", "That is our fault, not yours. The log says more.")
    if wants_json(request):
        response: Response = as_json(refused)
    else:
        response = await run_in_threadpool(_page, request, refused, FormData())
    response.headers.update(SECURITY_HEADERS)  # the guards that add them lie further in
    return response


def _page(request: Request, refused: Refusal, form: FormData) -> Response:
    endpoint = request.scope.get("endpoint")
    question = _bank(request).questions.get(request.path_params.get("question_id", ""))
    page: Page
    if endpoint is practice.submit and question and "answer" in form:
        page = _answer_again(request, question, refused, form)
    elif endpoint is attempts.note and "text" in form:
        page = note_again(request, refused, form)
    else:
        page = (
            account_form_again(request, refused, form)
            or author_form_again(request, refused, form)
            or _error(request, refused)
        )
    return render(request, page, refused.status)


def _answer_again(
    request: Request, question: Question, refused: Refusal, form: FormData
) -> QuestionPage:
    box = AnswerBox(
        text=field_of(form, "answer"),
        token=field_of(form, "form")[:64],
        limit=ANSWER_LIMIT,
        problem=refused.message,
        revises=field_of(form, "revises")[:64],
    )
    return refused_page(question, _bank(request).rubrics.get(question.id), box)


def _error(request: Request, refused: Refusal) -> ErrorPage:
    general = HEADINGS.get(refused.status, "That did not work")
    heading = HEADINGS_BY_CODE.get(refused.code, general)
    return ErrorPage(
        title=heading,
        heading=heading,
        explanation=refused.message,
        suggestion=_suggestion(request) if refused.status == HTTPStatus.NOT_FOUND else None,
        back=request.url.path.rpartition("/")[0] if request.method == "POST" else "",
    )


def _suggestion(request: Request) -> tuple[str, str] | None:
    """The question whose id is most like what was asked for; strangers are not told of any."""
    if asker_if_known(request) is None:
        return None
    questions = _bank(request).questions
    wanted = request.path_params.get("question_id") or request.url.path.rpartition("/")[2]
    found = nearest(wanted, questions)
    return (f"/questions/{found}", questions[found].title) if found else None


def _bank(request: Request) -> Bank:
    return cast("Coach", request.app.state.coach).holder.bank
