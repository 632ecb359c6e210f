"""One attempt: its report, its notes, and deleting it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import Field

from app.coach import Coach
from app.db.attempts import Attempt
from app.db.drafts import Draft
from app.db.notes import NoteKind
from app.engine.improving import MOST_EDITS
from app.web.attempt_pages import DeleteAttemptPage, DraftInTheWayPage, NotePage
from app.web.improved import only_edited, with_steps
from app.web.needs import DbSession, Learner, TheCoach
from app.web.rendering import asks_for_fragment, render
from app.web.report_pages import attempt_head, own_report_page
from app.web.security import CheckedForm
from app.web.verdicts import note_box

router = APIRouter(prefix="/attempts/{attempt_id}", include_in_schema=False)

EVERY_STEP = range(1, MOST_EDITS + 1)
Step = Annotated[int, Field(ge=1, le=MOST_EDITS)]
"""Number of a step of the improved answer."""


@router.get("")
def show(
    request: Request, attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Show the report of an attempt."""
    return render(request, own_report_page(coach, session, learner, attempt_id))


@router.post("/notes", dependencies=[CheckedForm])
def note(
    *,
    request: Request,
    attempt_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    subject: Annotated[str, Form(max_length=160)],
    anchor: Annotated[str, Form(pattern=r"^[a-z0-9-]{1,80}$")],
    kind: Annotated[NoteKind, Form()] = "said",
    text: Annotated[str, Form()] = "",
    do: Annotated[Literal["save", "erase"], Form()] = "save",
) -> Response:
    """Keep or remove a note, and show its box again."""
    if do == "erase":
        coach.erase_note(session, learner, attempt_id, subject)
    else:
        coach.save_note(session, learner, attempt_id, subject, kind=kind, text=text)
    if not asks_for_fragment(request):
        return RedirectResponse(f"/attempts/{attempt_id}#{anchor}", status_code=303)
    kept = coach.notes(session, learner, attempt_id).get(subject)
    box = note_box(subject, anchor, kept)
    return render(request, NotePage(title="Note", attempt_id=attempt_id, box=box))


@router.post("/revise", dependencies=[CheckedForm])
def revise(
    *,
    request: Request,
    attempt_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    text: Annotated[str | None, Form()] = None,
    replace: Annotated[Literal["", "yes"], Form()] = "",
) -> Response:
    """Put a text into the answer box as a revision, or ask if another draft is in there."""
    attempt = coach.attempt(session, learner, attempt_id)
    draft = coach.revise(session, learner, attempt_id, text, replace=bool(replace))
    wanted = attempt.text if text is None else text
    return _taken_over(request, coach, attempt, wanted, draft)


@router.post("/improve", dependencies=[CheckedForm])
def improve(
    *,
    request: Request,
    attempt_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    step: Annotated[tuple[Step, ...], Form()] = (),
    only: Annotated[Literal["all"] | Step | None, Form()] = None,
) -> Response:
    """Put the answer with the chosen edits into the answer box, as a revision."""
    attempt = coach.attempt(session, learner, attempt_id)
    numbers = EVERY_STEP if only == "all" else step if only is None else (only,)
    text = with_steps(attempt.text, attempt.report, numbers)
    # Edits taken earlier and left as they were give way: nothing of the learner's is lost.
    held = coach.draft(session, learner, attempt.question)
    gives_way = held is not None and only_edited(attempt.text, attempt.report, held.text)
    draft = coach.revise(session, learner, attempt_id, text, replace=gives_way)
    return _taken_over(request, coach, attempt, text, draft)


def _taken_over(
    request: Request, coach: Coach, attempt: Attempt, text: str, draft: Draft | None
) -> Response:
    """Go to the answer box, or ask what to do with the draft that is in the way."""
    if draft is None:
        return RedirectResponse(f"/questions/{attempt.question}#answer", status_code=303)
    page = DraftInTheWayPage(
        title="You have a draft of this answer",
        attempt=attempt_head(coach.holder.bank, attempt),
        draft=draft,
        text=text,
    )
    return render(request, page, 409)


@router.get("/delete")
def ask_to_delete(
    request: Request, attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Ask before an attempt is deleted."""
    attempt = coach.attempt(session, learner, attempt_id)
    head = attempt_head(coach.holder.bank, attempt)
    return render(request, DeleteAttemptPage(title="Delete this attempt?", attempt=head))


@router.post("/delete", dependencies=[CheckedForm])
def delete(
    attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> RedirectResponse:
    """Delete an attempt and go to what is left of the question's history."""
    question_id = coach.attempt(session, learner, attempt_id).question
    coach.delete_attempt(session, learner, attempt_id)
    return RedirectResponse(f"/questions/{question_id}/history", status_code=303)
