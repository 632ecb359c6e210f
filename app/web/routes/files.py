"""What pages load or programs ask for: static files, drawings, the API's documentation, health."""

from pathlib import Path
from typing import cast

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from app.web.accuracy_pages import accuracy_page
from app.web.assets import Asset
from app.web.diagrams import named
from app.web.needs import TheCoach
from app.web.pages import DocsPage
from app.web.rendering import render

router = APIRouter(include_in_schema=False)

FOREVER = "public, max-age=31536000, immutable"
"""For addresses that change with their content."""

DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing styles itself and may do nothing else; pages have a stricter policy."""


@router.get("/static/{version}/{name}")
def static(request: Request, version: str, name: str) -> Response:
    """One static file; it may be kept for ever if the address names the version we have."""
    assets = cast("dict[str, Asset]", request.app.state.assets)
    asset = assets.get(name)
    if asset is None:
        raise HTTPException(404)
    keep = FOREVER if version == asset.version else "no-cache"
    return Response(asset.content, media_type=asset.media_type, headers={"Cache-Control": keep})


@router.get("/diagrams/{name}.svg")
def diagram(name: str, coach: TheCoach) -> Response:
    """A diagram of the bank, drawn."""
    drawn = named(name, coach.holder.bank.questions.values())
    if drawn is None:
        raise HTTPException(404)
    headers = {"Cache-Control": FOREVER, "Content-Security-Policy": DRAWING_POLICY}
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


@router.get("/healthz")
def health() -> PlainTextResponse:
    """Tell that the site answers."""
    return PlainTextResponse("ok")
