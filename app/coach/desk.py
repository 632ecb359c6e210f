"""What every part of the coach works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from app.bank_holder import BankHolder
from app.coach.errors import UnknownQuestion
from app.content.bank import Bank
from app.content.question import Question


@dataclass(frozen=True, slots=True)
class Desk:
    """The questions, the time, and where ids and secrets come from.

    Attributes:
        clock: the time now, with its zone.
        new_id: a fresh, unguessable id for an attempt, at most 32 characters.
        new_secret: a fresh secret for a link, of at least 128 random bits, fit for an address.
    """

    holder: BankHolder
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    new_secret: Callable[[], str] = token_urlsafe

    def question(self, question_id: str) -> Question:
        """The question, or `UnknownQuestion`."""
        return question_of(self.holder.bank, question_id)


def question_of(bank: Bank, question_id: str) -> Question:
    """The question of a bank, or `UnknownQuestion`: for who goes on to use that same bank."""
    question = bank.questions.get(question_id)
    if question is None:
        raise UnknownQuestion(question_id)
    return question
