"""Hold the bank in use, so that it can be swapped whole while the site runs."""

from typing import Protocol

from app.content.bank import Bank
from app.engine.coaching import Coaching
from app.engine.report import Report


class Scores(Protocol):
    """Whatever scores answers: `app.engine.scorer.Scorer`."""

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Report on an admitted answer to a question of the bank, with edits if `improved`."""

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Say what may be said about an answer that is still being written."""


class BankHolder:
    """The bank in use and its scorer, swapped together when content is read again."""

    def __init__(self, bank: Bank, scorer: Scores) -> None:
        self._held = (bank, scorer)

    @property
    def bank(self) -> Bank:
        """All questions and rubrics; immutable."""
        return self._held[0]

    @property
    def held(self) -> tuple[Bank, Scores]:
        """A bank and the scorer made for it."""
        return self._held

    def swap(self, bank: Bank, scorer: Scores) -> None:
        """Use another bank from now on; who holds the old one may finish with it."""
        self._held = (bank, scorer)
