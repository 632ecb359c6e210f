"""Show a report to others by a link, until the learner ends it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session

from app.coach import Coach
from app.settings import LOOPBACK
from app.web.kept_pages import SharedPage, SharePage
from app.web.needs import DbSession, Learner, TheCoach
from app.web.rendering import render
from app.web.report_pages import attempt_head, report_page
from app.web.security import SECURITY_HEADERS, CheckedForm

router = APIRouter(include_in_schema=False)

open_router = APIRouter(include_in_schema=False)
"""What whoever has a link may read."""

SHARED_HEADERS = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",  # the address is the secret
    "Content-Security-Policy": SECURITY_HEADERS["Content-Security-Policy"].replace(
        "form-action 'self'", "form-action 'none'"
    ),
}
"""Of a page that is read by a link: not to be found, not to be told on, nothing to send."""


@router.get("/attempts/{attempt_id}/share")
def show_ways(
    request: Request, attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Show how a report can be kept or shown to others."""
    return render(request, _share_page(request, coach, session, learner, attempt_id))


@router.post("/attempts/{attempt_id}/share", dependencies=[CheckedForm])
def share(
    request: Request, attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Make a link and show it, this once."""
    secret = coach.share(session, learner, attempt_id)
    link = str(request.url_for("show_shared", secret=secret))
    return render(request, _share_page(request, coach, session, learner, attempt_id, link=link))


@router.post("/shares/{share_id}/end", dependencies=[CheckedForm])
def end(
    share_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    back: Annotated[str, Form(pattern=r"^(data|attempts/[\w-]{1,32}/share)$")] = "data",
) -> RedirectResponse:
    """End a link and go back to the list it stood in."""
    coach.stop_sharing(session, learner, share_id)
    return RedirectResponse(f"/{back}#links", status_code=303)


@open_router.get("/shared/{secret}")
def show_shared(request: Request, secret: str, coach: TheCoach, session: DbSession) -> HTMLResponse:
    """Show a report to whoever has the link: without notes, history, rewrite or anything to do."""
    attempt = coach.shared(session, secret)
    page = report_page(coach.holder.bank, attempt, notes=None, revealed=None)
    response = render(request, replace(SharedPage.of(page), improved=None))
    response.headers.update(SHARED_HEADERS)
    return response


def _share_page(
    request: Request,
    coach: Coach,
    session: Session,
    learner: str,
    attempt_id: str,
    *,
    link: str = "",
) -> SharePage:
    attempt = coach.attempt(session, learner, attempt_id)
    return SharePage(
        title="Keep or share this report",
        attempt=attempt_head(coach.holder.bank, attempt),
        shares=tuple(s for s in coach.shares(session, learner) if s.attempt == attempt_id),
        link=link,
        only_here=request.url.hostname in LOOPBACK,
    )
