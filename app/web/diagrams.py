"""Draw Mermaid diagrams as images, each once."""

from base64 import b64encode
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
        inline: the address is the image itself, so it leads nowhere.
    """

    address: str | None
    source: str
    alt: str
    inline: bool = False


def drawing(diagram: Diagram, *, inline: bool = False) -> Drawing:
    """The picture of `diagram`, or its source where it cannot be drawn.

    Args:
        inline: with the picture in its address, for a diagram that is in no bank.
    """
    drawn = svg(diagram.mermaid)
    address = f"/diagrams/{digest(diagram.mermaid)}.svg" if drawn else None
    if drawn and inline:
        address = f"data:image/svg+xml;base64,{b64encode(drawn).decode()}"
    return Drawing(address, diagram.mermaid, diagram.alt, inline)


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
