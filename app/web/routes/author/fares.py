"""How learners fare with one question."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.authoring.fares import fares_of
from app.db import fares
from app.engine.compiled import judgement_digest
from app.web.author.fares import FaresPage, fares_page
from app.web.author.heads import head_of
from app.web.author.needs import TheCopy
from app.web.needs import DbSession, TheCoach
from app.web.rendering import render

router = APIRouter(prefix="/author/questions/{question_id}/fares")


@router.get("")
def show(request: Request, coach: TheCoach, session: DbSession, copy: TheCopy) -> HTMLResponse:
    """Show sums over what learners' reports say."""
    bank = coach.holder.bank
    rubric, head = bank.rubrics.get(copy.id), head_of(copy)
    if rubric is None:
        page = FaresPage(title=f"Learners: {head.title}", head=head, fares=None, rows=(), used=None)
        return render(request, page)
    found = fares_of(
        fares.outcomes(session, copy.id),
        fares.notes(session, copy.id),
        rubric,
        judgement_digest(rubric, bank.lexicon),
    )
    return render(request, fares_page(head, found, fares.usage(session).get(copy.id)))
