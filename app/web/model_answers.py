"""The model answer as a page shows it: five sections, notes and sources."""

from dataclasses import dataclass

from markupsafe import Markup

from app.content.question import CodeExample, Decision, Question, Source
from app.web.diagrams import Drawing, drawing
from app.web.markdown import to_html


@dataclass(frozen=True)
class DecisionView:
    """One trade-off, its prose as HTML."""

    decision: str
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


def model_answer_of(question: Question) -> ModelAnswer:
    """The model answer of `question`."""
    sections = question.sections
    return ModelAnswer(
        context=to_html(sections.context),
        diagram=drawing(sections.diagram),
        components=to_html(sections.components.text),
        code=sections.components.code,
        decisions=tuple(_decision(decision) for decision in sections.trade_offs),
        pro_move=to_html(sections.pro_tip.pro_move),
        red_flag=to_html(sections.pro_tip.red_flag),
        senior_notes=tuple(to_html(note) for note in question.senior_notes),
        sources=question.sources,
    )


def _decision(decision: Decision) -> DecisionView:
    return DecisionView(
        decision=decision.decision,
        choose=to_html(decision.choose),
        gain=to_html(decision.gain),
        cost=to_html(decision.cost),
        otherwise=to_html(decision.otherwise),
    )
