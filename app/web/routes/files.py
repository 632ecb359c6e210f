"""What anybody may load, signed in or not: static files, and whether the site answers."""

from typing import cast

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import PlainTextResponse, Response

from app.web.assets import Asset

router = APIRouter(include_in_schema=False)

FOREVER = "public, max-age=31536000, immutable"
"""For addresses that change with their content."""


@router.get("/static/{version}/{name}")
def static(request: Request, version: str, name: str) -> Response:
    """One static file; it may be kept for ever if the address names the version we have."""
    assets = cast("dict[str, Asset]", request.app.state.assets)
    asset = assets.get(name)
    if asset is None:
        raise HTTPException(404)
    keep = FOREVER if version == asset.version else "no-cache"
    return Response(asset.content, media_type=asset.media_type, headers={"Cache-Control": keep})


@router.get("/healthz")
def health() -> PlainTextResponse:
    """Tell that the site answers."""
    return PlainTextResponse("ok")
