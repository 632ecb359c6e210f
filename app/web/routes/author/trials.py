"""Run a rubric on its own texts: samples, model answer, yes and no, and those turned round."""

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.content.problems import ContentError
from app.web.author.needs import TheCopy
from app.web.author.trials import trials_page
from app.web.needs import Author, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/questions/{question_id}/trials")

_log = structlog.get_logger(__name__)


@router.get("")
def ask(request: Request, desk: TheAuthoring, copy: TheCopy) -> HTMLResponse:
    """Show the button, and what it does."""
    return render(request, trials_page(copy, desk.examine(copy)))


@router.post("", dependencies=[CheckedForm])
def run(request: Request, desk: TheAuthoring, author: Author, copy: TheCopy) -> HTMLResponse:
    """Run all texts and show what came out; nothing is kept, and no transaction stays open."""
    examined = desk.examine(copy)
    try:
        tried = desk.run_samples(copy)
    except ContentError:
        return render(request, trials_page(copy, examined), 422)
    _log.info("samples-run", author=author, question=copy.id, problems=len(tried.problems))
    return render(request, trials_page(copy, examined, tried))
