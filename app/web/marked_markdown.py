"""Authored Markdown as HTML with stretches of its source marked, each with its name.

A mark is put into the source as a character that nobody types, drawn along, and turned into
elements afterwards. So Markdown stays Markdown: marks never cross a tag, and without them the page
is the page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.web.markdown import to_html
from app.web.marked_answers import Target, style_of

_CUT = "\ue000"
"""Stands in the source where marks change: private use, no letter, space or punctuation to
Markdown."""

_TAG = re.compile(r"(<[^>]*>)")

_MARK = Markup('<mark class="ev ev-{}" title="{}" data-for="{}">{}</mark>')
_SPOT = Markup('<span class="spot" id="{}"></span>')
_REFERENCE = Markup(
    '<a class="ref ref-{0}" href="#{1}" data-for="{1}"><sup>{2}</sup>'
    '<span class="tip"><span class="unseen">, </span>{3}</span></a>'
)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a Markdown source to be marked.

    Attributes:
        start, end: code points of the source, half-open.
        anchor: id of its place on the page; empty where an earlier stretch has it.
        closes: its reference follows it; False where the evidence goes on elsewhere.
    """

    start: int
    end: int
    target: Target
    anchor: str
    closes: bool = True


def to_marked_html(text: str, highlights: Iterable[Highlight]) -> Markup:
    """`text` as HTML with every stretch marked that can be without changing what is drawn."""
    plain = to_html(text)
    wanted = tuple(highlights)
    if _CUT in text or not wanted:
        return plain
    drawn = _drawn(text, wanted, plain)
    if drawn is None:  # one of them stands inside Markdown's own signs
        wanted = _bearable(text, wanted, plain)
        drawn = _drawn(text, wanted, plain)
    return _woven(drawn, wanted) if drawn else plain


def _bearable(text: str, wanted: Sequence[Highlight], plain: Markup) -> tuple[Highlight, ...]:
    kept: tuple[Highlight, ...] = ()
    for highlight in wanted:
        if _drawn(text, (*kept, highlight), plain) is not None:
            kept = (*kept, highlight)
    return kept


def _places(highlights: Iterable[Highlight]) -> list[int]:
    return sorted({place for each in highlights for place in (each.start, each.end)})


def _drawn(text: str, highlights: Sequence[Highlight], plain: Markup) -> Markup | None:
    """Draw the source with its cuts; None if that changes anything but the cuts."""
    places = _places(highlights)
    ends = [*places, len(text)]
    parts = [text[start:end] for start, end in zip([0, *places], ends, strict=True)]
    drawn = to_html(_CUT.join(parts))
    in_text = sum(part.count(_CUT) for part in _TAG.split(drawn)[::2])
    return drawn if in_text == len(places) and drawn.replace(_CUT, "") == plain else None


def _woven(drawn: Markup, highlights: Sequence[Highlight]) -> Markup:
    """Turn each cut into the elements that begin and end there."""
    places = iter(_places(highlights))
    weaver = _Weaver(highlights)
    out: list[str] = []
    for index, part in enumerate(_TAG.split(drawn)):
        if index % 2:
            out += weaver.tag(part)
        else:
            first, *others = part.split(_CUT)
            out += weaver.run(first)
            for run in others:
                out += weaver.cut(next(places))
                out += weaver.run(run)
    return Markup("").join(Markup(piece) for piece in out)  # noqa: S704 - cleaned, or escaped here


class _Weaver:
    """Knows which stretches are open while a drawn source is walked through."""

    def __init__(self, highlights: Sequence[Highlight]) -> None:
        self._highlights = highlights
        self._open: list[Highlight] = []
        self._waiting: list[Highlight] = []
        self._links = 0

    def tag(self, tag: str) -> Iterator[str]:
        """Keep a tag; references wait until a link has ended, as links do not nest."""
        yield tag
        self._links += tag.startswith(("<a ", "<a>")) - (tag == "</a>")
        if not self._links:
            yield from self._references()

    def run(self, text: str) -> Iterator[str]:
        """Mark a run of text with everything that is open; space between elements stays plain."""
        if not self._open or not text.strip():
            yield text
            return
        targets = [each.target for each in self._open]
        yield _MARK.format(
            style_of(targets),
            "; ".join(dict.fromkeys(target.says for target in targets)),
            " ".join(dict.fromkeys(target.anchor for target in targets)),
            Markup(text),  # noqa: S704 - part of cleaned HTML
        )

    def cut(self, place: int) -> Iterator[str]:
        """End and begin what ends and begins here."""
        self._waiting += [each for each in self._open if each.end == place and each.closes]
        self._open = [each for each in self._open if each.end != place]
        if not self._links:
            yield from self._references()
        for each in self._highlights:
            if each.start == place:
                self._open.append(each)
                if each.anchor:
                    yield _SPOT.format(each.anchor)

    def _references(self) -> Iterator[str]:
        for each in self._waiting:
            target = each.target
            yield _REFERENCE.format(target.style, target.anchor, target.label, target.says)
        self._waiting.clear()
