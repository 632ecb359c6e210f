"""What the JSON API takes and gives; app/engine/report.py and app/db/attempts.py have the rest."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.content.question import Company, Difficulty, Length, Question, Sections, Source
from app.content.rubric import Rubric
from app.db.attempts import Best
from app.engine.report import Report

LONGEST_WORK = 7 * 24 * 3600
"""Seconds; whoever leaves an answer open for a week was not timing it."""


class Reply(BaseModel):
    """Something the API says."""

    model_config = ConfigDict(frozen=True)


class ErrorDetail(Reply):
    """Why a request was not done: a stable code for programs, a message for people."""

    code: str
    message: str


class ErrorReply(Reply):
    """What every refused request is answered with."""

    error: ErrorDetail


class QuestionLine(Reply):
    """A question as a line of a list; `best` is null before the first attempt."""

    id: str
    title: str
    category: str
    difficulty: Difficulty
    topics: tuple[str, ...]
    companies: tuple[Company, ...]
    minutes: int
    best: Best | None


class ModelAnswer(Reply):
    """How we would answer, with what a staff answer adds and where facts can be checked."""

    sections: Sections
    senior_notes: tuple[str, ...]
    sources: tuple[Source, ...]


class QuestionDetail(QuestionLine):
    """A question, whole.

    `areas` is what a good answer covers. `model_answer` is null until the question was answered or
    its model answer asked for.
    """

    prompt: str
    words: Length
    areas: tuple[str, ...]
    model_answer: ModelAnswer | None


class Submitted(Reply):
    """A scored answer. `id` is null when there was nothing to score; then nothing was kept."""

    id: str | None
    report: Report


def readable(value: object) -> object:
    """Lone surrogates, which JSON can hold and text cannot, become U+FFFD, as at the door."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value


class Answer(BaseModel):
    """An answer to score.

    `token` makes a request safe to send again: the same text with the same token is one attempt.
    `seconds` is how long the learner worked on it. `revises` is the id of the attempt it grew from;
    it is let go of unless that is an attempt at this question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, BeforeValidator(readable)]
    token: Annotated[str, Field(pattern=r"^[\w-]{1,64}$")] | None = None
    seconds: Annotated[int, Field(ge=0, le=LONGEST_WORK)] | None = None
    revises: Annotated[str, Field(max_length=64)] | None = None


def question_line(question: Question, best: Best | None) -> QuestionLine:
    """A question as a list shows it."""
    return QuestionLine.model_validate(_facts(question, best))


def question_detail(
    question: Question, rubric: Rubric, best: Best | None, *, seen: bool
) -> QuestionDetail:
    """A question, whole; with its model answer if the learner may have `seen` it."""
    return QuestionDetail(
        **_facts(question, best),
        prompt=question.prompt,
        words=question.words,
        areas=tuple(dict.fromkeys(concept.area for concept in rubric.concepts)),
        model_answer=model_answer(question) if seen else None,
    )


def model_answer(question: Question) -> ModelAnswer:
    """The part of a question that is hidden at first."""
    return ModelAnswer(
        sections=question.sections,
        senior_notes=question.senior_notes,
        sources=question.sources,
    )


def _facts(question: Question, best: Best | None) -> dict[str, Any]:
    shown = ("id", "title", "category", "difficulty", "topics", "companies", "minutes")
    return {name: getattr(question, name) for name in shown} | {"best": best}
