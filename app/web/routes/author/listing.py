"""The list of all questions with how each stands and is used."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.db import fares
from app.web.author.listing import listing_page
from app.web.author.needs import TheNames
from app.web.needs import DbSession, TheAuthoring
from app.web.rendering import render

router = APIRouter(prefix="/author")


@router.get("")
def show(request: Request, desk: TheAuthoring, session: DbSession, names: TheNames) -> HTMLResponse:
    """Show every question, published or in the works."""
    used, removed = fares.usage(session), desk.removed(session)
    page = listing_page(desk.listing(session), used, removed, names)
    return render(request, page)
