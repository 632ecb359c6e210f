"""What a refused form held, and its page filled again."""

from fastapi import Request
from starlette.datastructures import FormData

from app.web.attempt_pages import NotePage
from app.web.refusals import Refusal
from app.web.verdicts import NoteBox


def note_again(request: Request, refused: Refusal, form: FormData) -> NotePage:
    """The note box as it was sent, with what is to be said about it."""
    anchor = "".join(mark for mark in field_of(form, "anchor") if mark.isalnum() or mark == "-")
    box = NoteBox(
        subject=field_of(form, "subject"),
        anchor=anchor,
        kind=field_of(form, "kind"),
        text=field_of(form, "text"),
        problem=refused.message,
    )
    return NotePage(
        title="Your note was not saved", attempt_id=request.path_params["attempt_id"], box=box
    )


def field_of(form: FormData, name: str) -> str:
    """One field of a form; empty if it is missing, or a file."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
