"""The small languages inside a rubric: wordings, expressions and sentences with slots in them."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from string import Formatter
from typing import get_args

from app.content.facet_expression import (
    FacetExpressionError,
    facets_in,
    parse_facet_expression,
)
from app.content.loader import Loaded
from app.content.problems import Problem
from app.content.rubric import Check, Concept, Lexicon, Misconception, Rubric, ScopedIdea, Slot
from app.content.slot_expression import (
    SlotExpression,
    SlotExpressionError,
    is_slot_name,
    parse_slot_expression,
)
from app.content.suggestion import did_you_mean
from app.content.vocabulary import ideas_of, slots_of
from app.content.wording_syntax import (
    Number,
    WordingError,
    WordingSyntax,
    ideas_in,
    parse_wording,
)

Path = tuple[Hashable, ...]

AMOUNTS = frozenset(get_args(Slot.model_fields["kind"].annotation)) - {"choice"}
"""What a computed value in a sentence may be said as."""


def language_problems(rubric: Loaded[Rubric], lexicon: Lexicon) -> Iterator[Problem]:
    """Wordings, expressions and sentences of a rubric that cannot be understood."""
    check = _Languages(rubric, ideas_of(rubric.model, lexicon), slots_of(rubric.model, lexicon))
    yield from idea_and_slot_problems(rubric, lexicon)
    for name, options in rubric.model.choices.items():
        for option, texts in options.items():
            yield from check.wordings(("choices", name, option), texts)
    for index, concept in enumerate(rubric.model.concepts):
        yield from check.concept(("concepts", index), concept)
    for index, misconception in enumerate(rubric.model.misconceptions):
        yield from check.misconception(("misconceptions", index), misconception)
    for index, claim in enumerate(rubric.model.checks):
        yield from check.check(("checks", index), claim)
    for name, words in rubric.model.wider.items():
        yield from check.unknown(("wider", name), "idea", {name}, check.ideas)
        yield from check.words(("wider", name), words)


def idea_and_slot_problems(
    loaded: Loaded[Rubric] | Loaded[Lexicon], lexicon: Lexicon
) -> Iterator[Problem]:
    """What is wrong with the ideas and slots that a rubric or the lexicon defines."""
    model = loaded.model
    check = _Languages(loaded, {**lexicon.ideas, **model.ideas}, {**lexicon.slots, **model.slots})
    for name, idea in model.ideas.items():
        yield from check.idea(("ideas", name), idea)
    for name, slot in model.slots.items():
        yield from check.slot(("slots", name), name, slot)


class _Languages:
    """Checks texts of one file against the ideas and slots that are known there."""

    def __init__(
        self,
        loaded: Loaded[Rubric] | Loaded[Lexicon],
        ideas: Mapping[str, tuple[str, ...] | ScopedIdea],
        slots: Mapping[str, Slot],
    ) -> None:
        self.file = loaded
        self.ideas = ideas
        self.slots = slots

    def concept(self, path: Path, concept: Concept) -> Iterator[Problem]:
        for key in ("mentioned", "against", "against_unless", "unless"):
            yield from self.wordings((*path, key), getattr(concept, key))
        for name, facet in concept.facets.items():
            below = (*path, "facets", name)
            yield from self.wordings((*below, "says"), facet.says)
            yield from self.wordings((*below, "adds"), facet.adds)
            yield from self.conditions((*below, "set"), facet.set)
        try:
            named = facets_in(parse_facet_expression(concept.explained))
        except FacetExpressionError as error:
            yield self.problem((*path, "explained"), "expression-syntax", str(error))
            return
        yield from self.unknown((*path, "explained"), "facet", named, concept.facets)

    def misconception(self, path: Path, misconception: Misconception) -> Iterator[Problem]:
        yield from self.wordings((*path, "claim"), misconception.claim)
        yield from self.wordings((*path, "unless"), misconception.unless)
        yield from self.conditions((*path, "with"), misconception.with_slots)
        yield from self.conditions((*path, "without"), misconception.without)

    def check(self, path: Path, check: Check) -> Iterator[Problem]:
        yield from self.unknown((*path, "slots"), "slot", check.slots, self.slots)
        if check.when is not None:
            yield from self.condition((*path, "when"), check.when)
        yield from self.condition((*path, "rule"), check.rule)
        yield from self.wordings((*path, "unless"), check.unless)
        for key in ("fails", "confirms"):
            yield from self.sentence((*path, key), getattr(check, key), check.slots)

    def sentence(self, path: Path, text: str, slots: Collection[str]) -> Iterator[Problem]:
        try:
            fields = [field for field in Formatter().parse(text) if field[1] is not None]
        except ValueError as error:
            yield self.problem(path, "text-syntax", f"{error}; a brace is written twice: '{{{{'")
            return
        if any(spec or conversion for _, _, spec, conversion in fields):
            yield self.problem(path, "text-syntax", "only the name of a slot stands between braces")
        for _, field, _, _ in fields:
            yield from self.placed(path, str(field), slots)

    def placed(self, path: Path, field: str, slots: Collection[str]) -> Iterator[Problem]:
        """Check what stands between braces: a slot, or `{expression as kind}`."""
        expression, computed, kind = field.partition(" as ")
        if not computed:
            yield from self.unknown(path, "slot", {field}, slots)
            return
        try:
            parsed = parse_slot_expression(expression)
        except SlotExpressionError as error:
            yield self.problem(path, "text-syntax", str(error))
            return
        yield from self.unknown(path, "slot", parsed.slots, slots)
        yield from self.counted(path, parsed)
        if kind not in AMOUNTS:
            message = f"'{kind}' is no kind of amount{did_you_mean(kind, AMOUNTS)}"
            yield self.problem(path, "text-syntax", message)

    def idea(self, path: Path, idea: tuple[str, ...] | ScopedIdea) -> Iterator[Problem]:
        if isinstance(idea, ScopedIdea):
            yield from self.wordings((*path, "of"), idea.of)
            yield from self.wordings((*path, "not_of"), idea.not_of)
        path, words = (
            ((*path, "words"), idea.words) if isinstance(idea, ScopedIdea) else (path, idea)
        )
        yield from self.words(path, words)

    def words(self, path: Path, words: Iterable[str]) -> Iterator[Problem]:
        """Check the words of an idea: plain words and phrases, none made of other ideas."""
        yield from self.wordings(path, words)
        for index, text in enumerate(words):
            syntax = _parsed(text)
            if syntax and (syntax.roles is not None or ideas_in(syntax)):
                message = f"'{text}' is made of more than words"
                yield self.problem((*path, index), "idea-shape", message)

    def slot(self, path: Path, name: str, slot: Slot) -> Iterator[Problem]:
        yield from self.wordings((*path, "names"), slot.names)
        yield from self.wordings((*path, "phrases"), slot.phrases)
        for value, words in slot.values.items():
            yield from self.wordings((*path, "values", value), words)
        for message in _slot_shape(name, slot):
            yield self.problem(path, "slot-shape", message)

    def wordings(self, path: Path, texts: Iterable[str]) -> Iterator[Problem]:
        for index, text in enumerate(texts):
            try:
                named = ideas_in(parse_wording(text))
            except WordingError as error:
                yield self.problem((*path, index), "wording-syntax", str(error))
                continue
            yield from self.unknown((*path, index), "idea", named, self.ideas)

    def conditions(self, path: Path, texts: Iterable[str]) -> Iterator[Problem]:
        for index, text in enumerate(texts):
            yield from self.condition((*path, index), text)

    def condition(self, path: Path, text: str) -> Iterator[Problem]:
        try:
            expression = parse_slot_expression(text)
        except SlotExpressionError as error:
            yield self.problem(path, "expression-syntax", str(error))
            return
        yield from self.unknown(path, "slot", expression.slots, self.slots)
        yield from self.counted(path, expression)
        for name, word in sorted(expression.choices):
            slot = self.slots.get(name)
            if slot and word not in slot.values:
                message = f"'{word}' is no value of '{name}'{did_you_mean(word, slot.values)}"
                yield self.problem(path, "unknown-choice", message)

    def counted(self, path: Path, expression: SlotExpression) -> Iterator[Problem]:
        """Check that nothing is counted with that is a word."""
        for name in sorted(expression.amounts):
            slot = self.slots.get(name)
            if slot and slot.kind == "choice":
                message = f"'{name}' is a word, which can only be compared with == or !="
                yield self.problem(path, "expression-syntax", message)

    def unknown(
        self, path: Path, kind: str, names: Iterable[str], known: Collection[str]
    ) -> Iterator[Problem]:
        for name in sorted(each for each in set(names) if each not in known):
            message = f"there is no {kind} '{name}' here{did_you_mean(name, known)}"
            yield self.problem(path, f"unknown-{kind}", message)

    def problem(self, path: Path, code: str, message: str) -> Problem:
        return self.file.problem(path, code, message)


def _parsed(text: str) -> WordingSyntax | None:
    try:
        return parse_wording(text)
    except WordingError:
        return None  # told already


def _slot_shape(name: str, slot: Slot) -> Iterator[str]:
    if not is_slot_name(name):
        yield f"'{name}' cannot be used in expressions: letters, digits and '_' only"
    if not slot.names and not slot.phrases:
        yield f"'{name}' has neither names nor phrases"
    if (slot.kind == "choice") != bool(slot.values):
        yield f"'{name}': values belong to kind choice, and to no other"
    for phrase in slot.phrases:
        syntax = _parsed(phrase)
        if slot.kind != "choice" and syntax and Number() not in syntax.items:
            yield f"'{phrase}' does not say where the number stands: <n>"
