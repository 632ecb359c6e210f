"""What a question file holds: the prompt, its facts, and the model answer in five sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from app.content.base import Authored, Line, Slug, Text

Difficulty = Literal["mid", "senior", "staff"]


class Company(Authored):
    """A company that is known to ask or use this; named only with a source."""

    name: Line
    source: Line


class Source(Authored):
    """Where facts of the question can be checked.

    Attributes:
        version: the product version the page describes, where it has one.
        checked: the day an author last read it.
    """

    title: Line
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=400)]
    version: Line | None = None
    checked: date


class Diagram(Authored):
    """A drawing in Mermaid with a text alternative that says the same."""

    mermaid: Annotated[str, Field(min_length=10, max_length=8_000)]
    alt: Text


class CodeExample(Authored):
    """A short example of the central pattern."""

    language: Line
    caption: Line
    text: Annotated[str, Field(min_length=10, max_length=4_000)]


class Components(Authored):
    """How the parts work, in Markdown, with one code example."""

    text: Text
    code: CodeExample


class Decision(Authored):
    """One trade-off: what is chosen, what it buys, what it costs, and when to choose otherwise."""

    decision: Line
    choose: Text
    gain: Text
    cost: Text
    otherwise: Text


class ProTip(Authored):
    """What marks a senior answer, and what ends the interview."""

    pro_move: Text
    red_flag: Text


class Sections(Authored):
    """The model answer: Context, Diagram, Component logic, Trade-offs, Pro-tip."""

    context: Text
    diagram: Diagram
    components: Components
    trade_offs: Annotated[tuple[Decision, ...], Field(min_length=2)]
    pro_tip: ProTip


class Length(Authored):
    """How long a good answer is, in words."""

    least: Annotated[int, Field(ge=50, le=2_000)]
    most: Annotated[int, Field(ge=100, le=4_000)]


class Question(Authored):
    """What the interviewer asks, and how we would answer.

    Attributes:
        minutes: how long a candidate has, in whole minutes.
        senior_notes: what a staff answer adds.
    """

    id: Slug
    title: Line
    category: Slug
    difficulty: Difficulty
    topics: Annotated[tuple[Line, ...], Field(min_length=1)]
    companies: tuple[Company, ...] = ()
    minutes: Annotated[int, Field(ge=5, le=120)]
    words: Length
    prompt: Text
    sections: Sections
    senior_notes: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of a model answer as it stands in the whole text.

    Attributes:
        path: where the question file has it: `context`, `trade_offs.0.gain`.
        start: code points of `model_answer` before it.
    """

    path: str
    start: int
    text: str


def model_answer(question: Question) -> str:
    """The model answer as one text a candidate could have written: what the rubric must mark top.

    The pro-tip's red flag is left out: it describes what not to say.
    """
    return "".join(before + text for _, before, text in _joined(question.sections))


def model_fields(question: Question) -> tuple[ModelField, ...]:
    """The fields of which `model_answer` is made, in its order."""
    fields, length = [], 0
    for path, before, text in _joined(question.sections):
        fields.append(ModelField(path, length + len(before), text))
        length += len(before) + len(text)
    return tuple(fields)


def _joined(sections: Sections) -> Iterator[tuple[str, str, str]]:
    """Yield each field's path, what joins it to the field before, and its text."""
    yield "context", "", sections.context
    yield "components", "\n\n", sections.components.text
    for number, item in enumerate(sections.trade_offs):
        yield f"trade_offs.{number}.decision", "\n\n", item.decision
        yield f"trade_offs.{number}.choose", ": ", item.choose
        yield f"trade_offs.{number}.gain", " ", item.gain
        yield f"trade_offs.{number}.cost", " ", item.cost
        yield f"trade_offs.{number}.otherwise", " ", item.otherwise
    yield "pro_move", "\n\n", sections.pro_tip.pro_move
