"""A report to take away: as a Markdown file, or on paper."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

from app.report_markdown import report_markdown
from app.web.kept_pages import PrintPage
from app.web.needs import DbSession, Learner, TheCoach
from app.web.rendering import render
from app.web.report_pages import own_report_page, sheet_of

router = APIRouter(prefix="/attempts/{attempt_id}", include_in_schema=False)


@router.get("/report.md")
def as_markdown(
    attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> PlainTextResponse:
    """The report as a Markdown file, with the learner's notes."""
    attempt = coach.attempt(session, learner, attempt_id)
    notes = coach.notes(session, learner, attempt_id)
    text = report_markdown(attempt.report, sheet_of(coach.holder.bank, attempt), notes)
    name = f"whyboard-{attempt.question}-attempt-{attempt.ordinal}.md"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return PlainTextResponse(text, media_type="text/markdown", headers=headers)


@router.get("/print")
def on_paper(
    request: Request, attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Show the report with everything opened and nothing to fill in, for the printer."""
    page = own_report_page(coach, session, learner, attempt_id)
    return render(request, PrintPage.of(page))
