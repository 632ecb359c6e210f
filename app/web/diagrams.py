"""Draw Mermaid diagrams as images, each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from mermaid_render import mermaid_to_svg  # type: ignore[import-untyped]
from mermaid_render.renderer import RenderError  # type: ignore[import-untyped]

from app.content.question import Diagram, Question

KEPT = 256
"""Drawings kept in memory; a drawing is a few kilobytes."""


@dataclass(frozen=True)
class Drawing:
    """A diagram as a page shows it.

    Attributes:
        address: of the image, or None where Mermaid could not draw it.
        source: the Mermaid text, shown instead of the image where there is none.
    """

    address: str | None
    source: str
    alt: str


def drawing(diagram: Diagram) -> Drawing:
    """The picture of `diagram`, or its source where it cannot be drawn."""
    name = digest(diagram.mermaid)
    address = f"/diagrams/{name}.svg" if svg(diagram.mermaid) else None
    return Drawing(address, diagram.mermaid, diagram.alt)


def digest(mermaid: str) -> str:
    """The name of a diagram: it changes whenever its source does."""
    return sha256(mermaid.encode()).hexdigest()[:32]


@lru_cache(maxsize=KEPT)
def svg(mermaid: str) -> bytes | None:
    """The drawing as an SVG document, or None where the source cannot be drawn."""
    try:
        return bytes(mermaid_to_svg(mermaid))
    except RenderError:
        return None


def named(name: str, questions: Iterable[Question]) -> bytes | None:
    """The drawing whose digest is `name`, among those of `questions`."""
    for question in questions:
        if digest(question.sections.diagram.mermaid) == name:
            return svg(question.sections.diagram.mermaid)
    return None
