"""The page of every key that a content file may have, generated from the models."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from markupsafe import Markup

from app.content.base import Authored
from app.content.question import Question
from app.content.reference import keys_page
from app.content.rubric import Lexicon, Rubric
from app.web.markdown import to_html
from app.web.pages import Page

MODELS: Mapping[str, type[Authored]] = {
    "question": Question,
    "rubric": Rubric,
    "lexicon": Lexicon,
}
"""Each kind of content file with its model."""


@dataclass(frozen=True, kw_only=True)
class KeysPage(Page):
    """Every key of one kind of file.

    Attributes:
        lead: what the words in the tables mean.
        parts: a name and its table, the outermost first; links lead from one to the other.
    """

    template: ClassVar[str] = "pages/author/keys.html"
    forms: ClassVar[bool] = False
    kind: str
    lead: Markup
    parts: tuple[tuple[str, Markup], ...]


@lru_cache(maxsize=len(MODELS))
def keys_page_of(kind: str) -> KeysPage:
    """The keys of a kind of file."""
    lead, *parts = keys_page(MODELS[kind]).split("\n### ")
    told = (part.partition("\n") for part in parts)
    return KeysPage(
        title=f"Keys of a {kind} file",
        kind=kind,
        lead=to_html(lead),
        parts=tuple((name.strip(), to_html(text)) for name, _, text in told),
    )
