"""What an author can do with content: begin, draft, bring into form; shared by CLI and site."""

from app.authoring.beginning import CannotBeginError, begin_question, draft_rubric
from app.authoring.formatting import (
    SCHEMAS,
    content_files,
    format_files,
    formatted,
    write_schemas,
)

__all__ = [
    "SCHEMAS",
    "CannotBeginError",
    "begin_question",
    "content_files",
    "draft_rubric",
    "format_files",
    "formatted",
    "write_schemas",
]
