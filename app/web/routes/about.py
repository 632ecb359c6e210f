"""What the site tells about itself: its diagrams, its accuracy, the API's documentation."""

from pathlib import Path
from typing import cast

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from app.web.accuracy_pages import accuracy_page
from app.web.diagrams import named
from app.web.needs import TheCoach
from app.web.pages import DocsPage
from app.web.rendering import render

router = APIRouter(include_in_schema=False)

FOR_EVER = "private, max-age=31536000, immutable"
"""For addresses that change with their content, and are not for everybody."""

DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing styles itself and may do nothing else; pages have a stricter policy."""


@router.get("/diagrams/{name}.svg")
def diagram(name: str, coach: TheCoach) -> Response:
    """A diagram of the bank, drawn."""
    drawn = named(name, coach.holder.bank.questions.values())
    if drawn is None:
        raise HTTPException(404)
    headers = {"Cache-Control": FOR_EVER, "Content-Security-Policy": DRAWING_POLICY}
    return Response(drawn, media_type="image/svg+xml", headers=headers)


@router.get("/accuracy")
def accuracy(request: Request, coach: TheCoach) -> HTMLResponse:
    """How accurate the engine is."""
    docs = cast("Path", request.app.state.docs)
    return render(request, accuracy_page(docs, coach.holder.bank))


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The API's documentation."""
    return render(request, DocsPage(title="API"))


@router.get("/openapi.json")
def schema(request: Request) -> JSONResponse:
    """The API's description for programs."""
    return JSONResponse(request.app.openapi())
