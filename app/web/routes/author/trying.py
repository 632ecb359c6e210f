"""Try an answer with a question in the works; nothing is kept."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse

from app.content.problems import ContentError
from app.engine.door import TooLong, admit
from app.web.author.needs import TheCopy
from app.web.author.trying import tried_page, try_page
from app.web.needs import Author, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/questions/{question_id}/try")

_log = structlog.get_logger(__name__)


@router.get("")
def ask(
    request: Request,
    desk: TheAuthoring,
    copy: TheCopy,
    ready: Annotated[str, Query(alias="with", max_length=32)] = "",
) -> HTMLResponse:
    """Show the form, with a text that is at hand if one is asked for."""
    return render(request, try_page(copy, desk.examine(copy), ready=ready))


@router.post("", dependencies=[CheckedForm])
def score(
    request: Request,
    desk: TheAuthoring,
    author: Author,
    copy: TheCopy,
    answer: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Score an answer by the draft's rubric and show the whole report."""
    examined = desk.examine(copy)
    try:
        text = admit(answer)
        report = desk.try_answer(copy, text)
    except TooLong as error:
        return render(request, try_page(copy, examined, answer=answer, refused=str(error)), 413)
    except ContentError:
        return render(request, try_page(copy, examined, answer=answer), 422)
    _log.info("answer-tried", author=author, question=copy.id, score=report.score)
    if report.score is None:
        told = report.feedback.first
        return render(request, try_page(copy, examined, answer=answer, refused=told), 422)
    return render(request, tried_page(copy, examined, text, report, desk.clock()))
