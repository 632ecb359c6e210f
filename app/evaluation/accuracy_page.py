"""The page docs/accuracy.md and the data beside it, written from an evaluation."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.content.bank import Bank
from app.engine.compiled import ENGINE as ENGINE_VERSION
from app.evaluation.evaluate import Evaluation
from app.evaluation.figures import Figure
from app.evaluation.gold import HALVES, Gold
from app.evaluation.published import FILE, Law, Published
from app.evaluation.tables import confusion_rows, figure_rows, law_rows, markdown

PREFACE = """# How accurate the engine is

Written by `whyboard eval --page docs/accuracy.md`; do not edit by hand.

The labels are two separate readings of each answer by language models, never by people, and their
errors are correlated (tests/gold/README.md). `build` may be read while engine and rubrics are made;
`aside` is only ever scored, so its figures are the ones to believe. *Length alone* gives a band
from the word count; *keywords* looks for words anywhere; *other reader* is the second reader judged
by the first. A figure of the engine rests on as many items as the last column says; each reader's
label is one item. An `absent` pair is right when the concept is missing or contradicted. Level
agreement is the quadratic kappa of the band against the mean level, on nine half-steps.
"""

LAWS = """## Laws on generated variants

Each law of the design, tried on variants of the `build` answers and of what the rubrics hold.
"""


def publish(
    evaluation: Evaluation, laws: Mapping[str, tuple[int, int]], gold: Gold, bank: Bank
) -> Published:
    """What may be shown of an evaluation.

    Args:
        laws: for each law, how many variants were tried and how many broke it.
    """
    return Published(
        engine=ENGINE_VERSION,
        digests={id_: bank.digests[id_] for id_ in evaluation.confusion},
        answers={half: len(gold.only(half).answers) for half in HALVES},
        pairs={half: len(gold.only(half).pairs) for half in HALVES},
        figures={
            judge: {
                half: {name: _rounded(figure) for name, figure in rows.items()}
                for half, rows in halves.items()
            }
            for judge, halves in evaluation.figures.items()
        },
        confusion=evaluation.confusion,
        laws={law: Law(tried=tried, broken=broken) for law, (tried, broken) in laws.items()},
    )


def write_pages(published: Published, page: Path) -> None:
    """Write the Markdown page, and the same as data beside it for the site to show."""
    page.write_text(accuracy_page(published), encoding="utf-8")
    published.save(page.parent / FILE)


def accuracy_page(published: Published) -> str:
    """The page docs/accuracy.md: figures, confusion and laws; nothing of a single text."""
    laws = {law: (found.tried, found.broken) for law, found in published.laws.items()}
    parts = [PREFACE]
    for half in HALVES:
        parts += [f"## Figures, {half}\n", markdown(figure_rows(published, half))]
    parts.append("## Standings: readers down, engine across\n")
    for question in published.confusion:
        for half in HALVES:
            rows = confusion_rows(published, question, half)
            parts += [f"### {question}, {half}\n", markdown(rows)]
    return "\n".join([*parts, LAWS, markdown(law_rows(laws))])


def _rounded(figure: Figure) -> Figure:
    """Four decimals: more would change with every run of another machine."""
    return figure if figure.value is None else replace(figure, value=round(figure.value, 4))
