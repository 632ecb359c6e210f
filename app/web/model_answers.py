"""The model answer as a page shows it: five sections, every concept marked; notes, sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from app.content.question import (
    CodeExample,
    ModelField,
    Question,
    Source,
    model_answer,
    model_fields,
)
from app.engine.highlight import Stretch, stretches
from app.engine.report import Report
from app.web.diagrams import Drawing, drawing
from app.web.markdown import to_html
from app.web.marked_answers import anchor_of, targets_of
from app.web.marked_markdown import Highlight, to_marked_html


@dataclass(frozen=True)
class DecisionView:
    """One trade-off, its prose as HTML."""

    decision: Markup
    choose: Markup
    gain: Markup
    cost: Markup
    otherwise: Markup


@dataclass(frozen=True)
class ModelAnswer:
    """Context, Diagram, Component logic, Trade-offs, Pro-tip; then senior notes and sources."""

    context: Markup
    diagram: Drawing
    components: Markup
    code: CodeExample
    decisions: tuple[DecisionView, ...]
    pro_move: Markup
    red_flag: Markup
    senior_notes: tuple[Markup, ...]
    sources: tuple[Source, ...]


def model_answer_of(question: Question, report: Report | None) -> ModelAnswer:
    """The model answer of `question`, with the evidence that `report` found in it marked.

    Args:
        report: None for a question that is in no bank yet: then nothing is marked.
    """
    sections = question.sections
    prose = marked_fields(question, report)
    return ModelAnswer(
        context=prose["context"],
        diagram=drawing(sections.diagram, inline=report is None),
        components=prose["components"],
        code=sections.components.code,
        decisions=tuple(_decision(number, prose) for number, _ in enumerate(sections.trade_offs)),
        pro_move=prose["pro_move"],
        red_flag=to_html(sections.pro_tip.red_flag),
        senior_notes=tuple(to_html(note) for note in question.senior_notes),
        sources=question.sources,
    )


def marked_fields(question: Question, report: Report | None) -> dict[str, Markup]:
    """Each field of the model answer as HTML by its path, the evidence for each concept marked.

    A stretch that runs over several fields has its anchor in the first and its number in the last.
    """
    fields = model_fields(question)
    targets = targets_of(report) if report else {}
    parts: dict[str, list[Highlight]] = {field.path: [] for field in fields}
    for stretch in stretches(model_answer(question), report) if report else ():
        if stretch.mark.kind == "concept":
            target, anchor = targets[stretch.mark], anchor_of(stretch, targets)
            touched = _split(stretch, fields)
            for path, (start, end) in touched.items():
                first, last = path == next(iter(touched)), path == next(reversed(touched))
                highlight = Highlight(start, end, target, anchor if first else "", closes=last)
                parts[path].append(highlight)
    return {field.path: to_marked_html(field.text, parts[field.path]) for field in fields}


def _split(stretch: Stretch, fields: tuple[ModelField, ...]) -> dict[str, tuple[int, int]]:
    """Return the part of a stretch that lies in each field, counted from the field's start."""
    parts = {
        field.path: (
            max(stretch.start - field.start, 0),
            min(stretch.end - field.start, len(field.text)),
        )
        for field in fields
    }
    return {path: (start, end) for path, (start, end) in parts.items() if start < end}


def _decision(number: int, prose: Mapping[str, Markup]) -> DecisionView:
    path = f"trade_offs.{number}"
    return DecisionView(
        decision=prose[f"{path}.decision"],
        choose=prose[f"{path}.choose"],
        gain=prose[f"{path}.gain"],
        cost=prose[f"{path}.cost"],
        otherwise=prose[f"{path}.otherwise"],
    )
