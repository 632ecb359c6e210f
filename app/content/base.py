"""The base of everything an author writes, and the small types that authored fields share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""An id: lower-case words joined by hyphens; also a file name, so nothing else may be in it."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=20_000)]
"""Authored prose or Markdown, never empty."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
"""A short authored sentence or label."""

Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=240)]
"""A plain sentence for one way of saying something (docs/rubric-language.md)."""

Expression = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""A small expression over facets or slots; its syntax is checked when the file is read."""

Weight = Annotated[int, Field(ge=1, le=3)]
"""1 bonus, 2 important, 3 core."""


class Authored(BaseModel):
    """Something an author wrote: immutable, and an unknown key is a mistake worth telling."""

    model_config = ConfigDict(frozen=True, extra="forbid")
