"""Begin a question: skeletons to fill in, or a rubric guessed from a model answer."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.authoring import CannotBeginError
from app.authoring.guessing import guess_rubric
from app.engine.door import TooLong
from app.web.author.beginning import new_page
from app.web.author.heads import address_of
from app.web.needs import Author, DbSession, TheAuthoring, TheCoach
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/new")

_log = structlog.get_logger(__name__)


@router.get("")
def ask(request: Request, coach: TheCoach) -> HTMLResponse:
    """Ask what the new question is."""
    return render(request, new_page(coach.holder.bank))


@router.post("", dependencies=[CheckedForm])
def begin(
    *,
    request: Request,
    coach: TheCoach,
    desk: TheAuthoring,
    session: DbSession,
    author: Author,
    id_: Annotated[str, Form(alias="id")] = "",
    category: Annotated[str, Form()] = "",
    model: Annotated[str, Form()] = "",
) -> Response:
    """Begin a draft and go to write it; nothing is published."""
    bank = coach.holder.bank
    wanted, folder = id_.strip(), category.strip()
    try:
        rubric = None
        if model.strip():  # before the session is first used: it takes seconds, and holds no lock
            rubric = guess_rubric(wanted, model, bank.lexicon, desk.pipeline())
        copy = desk.begin(session, author, wanted, folder, rubric)
    except (CannotBeginError, TooLong) as error:
        told = str(error)
        page = new_page(
            bank,
            refused=f"{told[:1].upper()}{told[1:]}.".replace("..", "."),
            id_=id_,
            category=category,
            model=model,
        )
        return render(request, page, 422)
    _log.info("question-begun", author=author, question=copy.id, guessed=rubric is not None)
    return RedirectResponse(address_of(copy.id), status_code=303)
