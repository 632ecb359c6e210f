"""Where an addition belongs: beside what the answer says of the same thing, in its form."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.improving.changes import Change
from app.engine.improving.layout import Layout
from app.engine.improving.topics import Topic, Topics, closeness
from app.engine.report import ConceptResult


@dataclass(frozen=True, slots=True)
class Place:
    """A gap in the answer that a sentence can fill.

    Attributes:
        before: what stands between the text before and the sentence.
        marked: sentences end with a full stop here.
        notes: it is a list of notes.
    """

    at: int
    before: str
    marked: bool = True
    notes: bool = False

    def put(self, sentence: str) -> Change:
        """Return the addition of a sentence."""
        words = sentence if self.marked else sentence.removesuffix(".")
        return Change(self.at, 0, f"{self.before}{words}")


_CLOSE = 0.25
"""Closeness of a sentence and of its paragraph together from which they speak of the same thing."""
_OF_THE_AREA = 0.04


def places(
    concept: ConceptResult,
    concepts: Sequence[ConceptResult],
    topics: Topics,
    layout: Layout,
) -> Iterator[Place]:
    """Yield where a concept's sentence could stand, the best first.

    Behind the concept's own evidence, else the sentence that is closest to its topic (with the
    paragraph around it, the more if that is about its area); then at the end of that paragraph,
    then of the answer: what has to do with nothing that is said is a point of its own.

    Args:
        topics: what the concepts are about.
    """
    anchor = _anchor(concept, concepts, topics, layout)
    if anchor is not None:
        yield _after(_past_leaning(anchor, layout), layout)
        yield _after(_last_of(layout.sentences[anchor].paragraph, layout), layout)
    yield end_of(layout)


def end_of(layout: Layout) -> Place:
    """Return the place behind everything: one more item of a list, else a new paragraph."""
    last = layout.sentences[-1]
    whole = len(layout.answer.rstrip())
    if last.kind == "bullet" and last.end >= whole and not layout.is_table(last.line):
        return _after(len(layout.sentences) - 1, layout)
    return Place(whole, "\n\n")


def _anchor(
    concept: ConceptResult,
    concepts: Sequence[ConceptResult],
    topics: Topics,
    layout: Layout,
) -> int | None:
    """Return the sentence behind which a concept belongs, by number."""
    own = _homes([concept], layout)
    area = _homes([each for each in concepts if each.area == concept.area], layout)
    homes = own or _closest(topics.by_concept[concept.id], topics, area, layout)
    if not homes:
        return None
    counted = Counter(layout.sentences[number].paragraph for number in homes)
    most = max(counted.values())
    paragraph = next(each for each, count in counted.items() if count == most)
    return max(number for number in homes if layout.sentences[number].paragraph == paragraph)


def _closest(topic: Topic, topics: Topics, area: Sequence[int], layout: Layout) -> list[int]:
    """Return the sentence that is closest to a topic, if it is close enough.

    Args:
        area: sentences that are evidence of the concept's area.
    """
    about = {layout.sentences[number].paragraph for number in area}
    around: dict[int, set[str]] = {}
    for sentence in layout.sentences:
        around.setdefault(sentence.paragraph, set()).update(sentence.words)
    wide = {number: closeness(words, topic, topics) for number, words in around.items()}
    found = {
        number: closeness(sentence.words, topic, topics)
        + wide[sentence.paragraph]
        + _OF_THE_AREA * (sentence.paragraph in about)
        for number, sentence in enumerate(layout.sentences)
        if _can_follow(number, layout)
    }
    best = max(found, key=lambda number: found[number], default=None)
    return [best] if best is not None and found[best] >= _CLOSE else []


def _homes(concepts: Sequence[ConceptResult], layout: Layout) -> list[int]:
    """Return the sentences that are evidence of some concepts and can be added to."""
    found = [
        layout.at(evidence.start)
        for concept in concepts
        if concept.standing in ("mentioned", "explained")
        for evidence in concept.evidence
    ]
    return [number for number in found if _can_follow(number, layout)]


def _can_follow(number: int, layout: Layout) -> bool:
    sentence = layout.sentences[number]
    return sentence.kind in ("prose", "bullet") and not layout.is_table(sentence.line)


def _past_leaning(number: int, layout: Layout) -> int:
    """Step over sentences that speak on of the one before: nothing may come between them."""
    paragraph = layout.sentences[number].paragraph
    while number + 1 < len(layout.sentences):
        following = layout.sentences[number + 1]
        speaks_on = following.leans or following.refers
        if following.paragraph != paragraph or following.kind == "bullet" or not speaks_on:
            break
        number += 1
    return number


def _last_of(paragraph: int, layout: Layout) -> int:
    return max(
        number
        for number, sentence in enumerate(layout.sentences)
        if sentence.paragraph == paragraph and _can_follow(number, layout)
    )


def _after(number: int, layout: Layout) -> Place:
    """Return the place behind a sentence, in the form of what is around it."""
    sentence = layout.sentences[number]
    if sentence.kind == "bullet" and not layout.is_counted(sentence.line):
        return _new_item(sentence.line, layout)
    if layout.is_by_line(sentence.paragraph):
        line = layout.lines[sentence.line]
        end = line.start + len(layout.answer[line.start : line.end].rstrip())
        return Place(end, "\n", marked=not layout.ends_unmarked(end), notes=True)
    if layout.ends_unmarked(sentence.end):
        return Place(sentence.end, ". ", marked=False)  # so that any of several may be taken alone
    return Place(sentence.end, " ")


def _new_item(line: int, layout: Layout) -> Place:
    """Return the place of one more list item behind the one that begins in a line."""
    last = layout.lines[layout.item_end(line)]
    end = last.start + len(layout.answer[last.start : last.end].rstrip())
    return Place(end, f"\n{layout.mark(line)}", marked=not layout.ends_unmarked(end), notes=True)
