"""Samples and mutants: how a rubric does on every text there is for it, to be read on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.authoring.trying import Tried
from app.authoring.working import Examined, WorkingCopy
from app.web.author.heads import WorkPage, head_of
from app.web.author.problem_views import ProblemsView, problems_view
from app.workbench.calibration import Calibrated, Outcome, WordingUse
from app.workbench.proposals import Proposal

MOST_LABELS = 6
"""Texts named behind a wording; the rest is counted."""


@dataclass(frozen=True)
class WordingRow:
    """A wording and where it fired, in words; empty where it never did."""

    part: str
    wording: str
    where: str


@dataclass(frozen=True)
class ProposalRow:
    """A wording that is proposed, and where it would stand."""

    wording: str
    where: str
    example: str


@dataclass(frozen=True)
class TrialRow:
    """One concept, misconception or check on all texts.

    Attributes:
        findings: what came out otherwise than expected, under its name.
        quiet: there is nothing to look at.
    """

    id: str
    name: str
    texts: int
    right: int
    findings: tuple[tuple[str, tuple[Outcome, ...]], ...]
    dead: tuple[WordingRow, ...]
    together: tuple[tuple[str, ...], ...]
    proposals: tuple[ProposalRow, ...]
    wordings: tuple[WordingRow, ...]

    @property
    def quiet(self) -> bool:
        """Whether nothing is to be looked at."""
        return not (self.findings or self.dead or self.together or self.proposals)


@dataclass(frozen=True, kw_only=True)
class TrialsPage(WorkPage):
    """What came out, or the button that finds out.

    Attributes:
        problems: of the texts; with any, nothing can be run. Afterwards, what the samples found.
        texts: how many were scored; None before.
    """

    template: ClassVar[str] = "pages/author/trials.html"
    tab: ClassVar[str] = "trials"
    problems: ProblemsView
    texts: int | None = None
    concepts: tuple[TrialRow, ...] = ()
    flags: tuple[TrialRow, ...] = ()


def trials_page(copy: WorkingCopy, examined: Examined, tried: Tried | None = None) -> TrialsPage:
    """The page, with what came out if it was run."""
    head = head_of(copy)
    title = f"Samples and mutants: {head.title}"
    if tried is None:
        return TrialsPage(title=title, head=head, problems=problems_view(examined))
    names = {each.id: each.name for each in examined.rubric.concepts} if examined.rubric else {}
    return TrialsPage(
        title=title,
        head=head,
        problems=problems_view(examined, tried.problems),
        texts=tried.calibration.texts,
        concepts=tuple(_row(each, names) for each in tried.calibration.concepts),
        flags=tuple(_row(each, names) for each in tried.calibration.flags),
    )


def _row(item: Calibrated, names: dict[str, str]) -> TrialRow:
    findings = (
        ("Missed", item.misses),
        ("Counted, and must not", item.false_hits),
        ("Counted otherwise than expected", item.unlike),
        ("Still counts, though denied or rejected", item.mutants),
    )
    return TrialRow(
        id=item.id,
        name=names.get(item.id, item.id),
        texts=item.texts,
        right=item.right,
        findings=tuple((name, found) for name, found in findings if found),
        dead=tuple(_wordings(item.dead)),
        together=item.together,
        proposals=tuple(_proposal(each) for each in item.proposals),
        wordings=tuple(_wordings(item.wordings)),
    )


def _wordings(uses: Iterable[WordingUse]) -> Iterable[WordingRow]:
    return (WordingRow(use.part, use.wording, _labels(use.cases)) for use in uses)


def _proposal(each: Proposal) -> ProposalRow:
    more = f", and in {each.elsewhere} other texts" if each.elsewhere else ""
    return ProposalRow(each.wording, _labels(each.finds) + more, each.example)


def _labels(labels: Sequence[str]) -> str:
    more = f" and {len(labels) - MOST_LABELS} more" if len(labels) > MOST_LABELS else ""
    return ", ".join(labels[:MOST_LABELS]) + more
