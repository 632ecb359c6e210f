"""The page docs/accuracy.md, written from an evaluation."""

from collections.abc import Mapping

from app.evaluation.evaluate import Evaluation
from app.evaluation.gold import HALVES
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


def accuracy_page(evaluation: Evaluation, laws: Mapping[str, tuple[int, int]]) -> str:
    """The page docs/accuracy.md: figures, confusion and laws; nothing of a single text.

    Args:
        laws: for each law, how many variants were tried and how many broke it.
    """
    parts = [PREFACE]
    for half in HALVES:
        parts += [f"## Figures, {half}\n", markdown(figure_rows(evaluation, half))]
    parts.append("## Standings: readers down, engine across\n")
    for question in evaluation.confusion:
        for half in HALVES:
            rows = confusion_rows(evaluation, question, half)
            parts += [f"### {question}, {half}\n", markdown(rows)]
    return "\n".join([*parts, LAWS, markdown(law_rows(laws))])
