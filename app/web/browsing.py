"""What the browse page shows: filters from the address, choices that exist, and cards."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from app.content.question import Question
from app.content.search import find
from app.db.attempts import Best
from app.web.wording import title_of

DIFFICULTIES = ("mid", "senior", "staff")
"""In order of the bar, not of the alphabet."""


@dataclass(frozen=True)
class Filters:
    """What the learner asked for; an empty field asks for anything."""

    q: str = ""
    category: str = ""
    difficulty: str = ""
    topic: str = ""
    company: str = ""

    @property
    def any(self) -> bool:
        """At least one field is set."""
        return any((self.q.strip(), self.category, self.difficulty, self.topic, self.company))

    @property
    def address(self) -> str:
        """The browse page with these filters."""
        query = urlencode({key: value for key, value in vars(self).items() if value})
        return f"/?{query}" if query else "/"


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the address and as the page say it."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """A filter that the bank has values for."""

    name: str
    label: str
    any_label: str
    choices: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True)
class Card:
    """A question on the browse page."""

    id: str
    title: str
    category: str
    difficulty: str
    topics: tuple[str, ...]
    minutes: int
    best: Best | None


def cards(
    questions: Iterable[Question], filters: Filters, best: Mapping[str, Best]
) -> tuple[Card, ...]:
    """The questions that pass `filters`, best match first when words were given."""
    passing = [question for question in questions if _passes(question, filters)]
    return tuple(_card(question, best) for question in find(passing, filters.q))


def fields(questions: Iterable[Question], filters: Filters) -> tuple[Field, ...]:
    """The filters worth showing: those the questions have values for."""
    bank = tuple(questions)
    found = (
        _field("category", "Any category", filters.category, _categories(bank), title_of),
        _field("difficulty", "Any difficulty", filters.difficulty, _difficulties(bank), title_of),
        _field("topic", "Any topic", filters.topic, _topics(bank), str),
        _field("company", "Any company", filters.company, _companies(bank), str),
    )
    return tuple(field for field in found if field.choices)


def _field(
    name: str, any_label: str, chosen: str, values: Iterable[str], label: Callable[[str], str]
) -> Field:
    choices = tuple(Choice(value, label(value)) for value in values)
    return Field(name, title_of(name), any_label, choices, chosen)


def _categories(questions: Iterable[Question]) -> list[str]:
    return sorted({question.category for question in questions})


def _difficulties(questions: Iterable[Question]) -> list[str]:
    held = {question.difficulty for question in questions}
    return [difficulty for difficulty in DIFFICULTIES if difficulty in held]


def _topics(questions: Iterable[Question]) -> list[str]:
    return sorted({topic for question in questions for topic in question.topics}, key=str.lower)


def _companies(questions: Iterable[Question]) -> list[str]:
    named = {company.name for question in questions for company in question.companies}
    return sorted(named, key=str.lower)


def _passes(question: Question, filters: Filters) -> bool:
    return (
        filters.category in ("", question.category)
        and filters.difficulty in ("", question.difficulty)
        and filters.topic in ("", *question.topics)
        and filters.company in ("", *(company.name for company in question.companies))
    )


def _card(question: Question, best: Mapping[str, Best]) -> Card:
    return Card(
        id=question.id,
        title=question.title,
        category=title_of(question.category),
        difficulty=question.difficulty,
        topics=question.topics,
        minutes=question.minutes,
        best=best.get(question.id),
    )
