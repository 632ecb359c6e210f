"""The learner's answer as a page shows it: evidence marked, numbered and linked both ways."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.engine.highlight import Mark, Piece, Stretch, flag_mark, pieces
from app.engine.report import Report

STRENGTH = ("flag", "contradicted", "explained", "mentioned")
"""Which style wins where marks overlap: what needs fixing before what is right."""


@dataclass(frozen=True)
class Target:
    """What a mark points to: a concept or a red flag further down the page.

    Attributes:
        label: the number shown beside the evidence: "3", or "!1" for a flag.
        anchor: id of its card on the page.
        style: one of STRENGTH.
    """

    label: str
    anchor: str
    name: str
    style: str

    @property
    def says(self) -> str:
        """What a reader of the mark is told."""
        return f"{self.name}: {'red flag' if self.style == 'flag' else self.style}"


@dataclass(frozen=True)
class MarkedPiece:
    """A run of the answer with everything a template needs to show it.

    Attributes:
        style: one of STRENGTH, "aside", or "" for plain text.
        hint: what it is evidence of, in words.
        anchors: ids of the stretches that begin here.
        targets: anchors of all its targets.
        references: what the stretches that end here point to.
    """

    text: str
    style: str
    hint: str
    anchors: tuple[str, ...]
    targets: tuple[str, ...]
    references: tuple[Target, ...]


def targets_of(report: Report, prefix: str = "") -> dict[Mark, Target]:
    """Concepts numbered in the rubric's order, and red flags in the report's.

    Args:
        prefix: begins every anchor, where a page shows two reports.
    """
    found = {
        Mark("concept", concept.id): Target(
            str(number), f"{prefix}concept-{concept.id}", concept.name, concept.standing
        )
        for number, concept in enumerate(report.concepts, start=1)
    }
    for number, flag in enumerate(report.red_flags, start=1):
        target = Target(f"!{number}", f"{prefix}flag-{number}", flag.message, "flag")
        found.setdefault(flag_mark(flag), target)
    return found


def anchor_of(stretch: Stretch, targets: Mapping[Mark, Target]) -> str:
    """The id of a stretch on the page."""
    return f"e-{targets[stretch.mark].anchor}-{stretch.number}"


def marked_answer(answer: str, report: Report, prefix: str = "") -> tuple[MarkedPiece, ...]:
    """The whole answer in order, cut where marks change; `prefix` as for `targets_of`."""
    targets = targets_of(report, prefix)
    return tuple(_marked(piece, targets) for piece in pieces(answer, report))


def _marked(piece: Piece, targets: Mapping[Mark, Target]) -> MarkedPiece:
    over = [targets[mark] for mark in piece.marks if mark in targets]
    aside = [mark.id for mark in piece.marks if mark.kind == "aside"]
    return MarkedPiece(
        text=piece.text,
        style=style_of(over) or ("aside" if aside else ""),
        hint="; ".join([target.says for target in over] + [f"set aside: {why}" for why in aside]),
        anchors=tuple(anchor_of(s, targets) for s in piece.begins if s.mark in targets),
        targets=tuple(target.anchor for target in over),
        references=tuple(targets[s.mark] for s in piece.ends if s.mark in targets),
    )


def style_of(over: Iterable[Target]) -> str:
    """The style of a run that is evidence of all of these; "" for none."""
    held = {target.style for target in over}
    return next((style for style in STRENGTH if style in held), "")
