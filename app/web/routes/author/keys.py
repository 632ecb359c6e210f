"""Every key of a content file, from the models themselves."""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.web.author.keys import keys_page_of
from app.web.rendering import render

router = APIRouter(prefix="/author/keys")


@router.get("/{kind}")
def show(request: Request, kind: Literal["question", "rubric", "lexicon"]) -> HTMLResponse:
    """Show every key of one kind of file."""
    return render(request, keys_page_of(kind))
