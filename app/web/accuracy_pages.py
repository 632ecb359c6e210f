"""Put together the page that says how accurate the engine is, from what ships in docs/."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup

from app.content.bank import Bank
from app.evaluation.published import FILE
from app.web.accuracy import Accuracy, accuracy_of
from app.web.markdown import to_html
from app.web.pages import Page

LOG = "accuracy-log.md"
KNOWN_WRONG = "Known to be wrong today"
"""The section of the log that the page shows."""


@dataclass(frozen=True, kw_only=True)
class AccuracyPage(Page):
    """How well the engine agrees with readers, and what it is known to get wrong.

    Attributes:
        accuracy: None when no figures were published.
        known_wrong: None when nothing is written about it.
    """

    template: ClassVar[str] = "pages/accuracy.html"
    accuracy: Accuracy | None
    known_wrong: Markup | None


def accuracy_page(docs: Path, bank: Bank) -> AccuracyPage:
    """The page of what is published in the folder `docs`."""
    return AccuracyPage(
        title="How accurate is it?",
        accuracy=accuracy_of(docs, bank),
        known_wrong=known_wrong(docs),
    )


def docs_of(*roots: Path) -> Path:
    """The folder of the first root that has published figures; that of the last if none has."""
    folders = [root / "docs" for root in roots]
    return next((folder for folder in folders if (folder / FILE).exists()), folders[-1])


def known_wrong(docs: Path) -> Markup | None:
    """What the engine is known to get wrong, from the log; None if it is not there."""
    log = docs / LOG
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    found = re.search(rf"^## {KNOWN_WRONG}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return to_html(found[1]) if found else None
