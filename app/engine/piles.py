"""Find bare lists of terms: words that name everything and say nothing."""

from collections.abc import Iterator

from app.engine.reading import Reading, Segment, Token
from app.engine.wordings import STOP_WORDS

_NAMING = frozenset("and or a an the of in its between how many own any some such".split())
"""Small words that stand inside names of things ("size and number of partitions")."""

_BINDING = (
    STOP_WORDS
    | frozenset(
        "not n't no never without only if when because since per vs versus via over under after "
        "before until unless while where why each every all both either use uses using set sets "
        "keep keeps get gets make makes need needs means gives".split()
    )
    | frozenset("= : > < >= <= -> => \u2192 + * / ( %".split())
) - _NAMING
"""Words and marks that bind terms into a statement; a bare list has none of them."""

_LONGEST_BARE = 7
"""Words of the longest item that can still be a bare term."""

_NOMINAL_ENDINGS = ("ing", "ed")
"""Verb forms that name a thing ("salting hot keys") rather than tell what is done."""

_BARE_RUN = 3
"""Bare items in a row that make a list of terms where the sentence says nothing else."""

_BARE_RUN_IN_SENTENCE = 5
"""The same inside a sentence that has a verb: lists of four monitored things are normal."""

_ITEM_MARKS = frozenset([",", ";", "|", ".", "/", "\u2022", "\u2014", "and", "&"])


def piled_words(reading: Reading) -> frozenset[int]:
    """Return the numbers of the words (as in Occurrence.place) that stand in bare lists."""
    piled: set[int] = set()
    for paragraph in _by_paragraph(reading):
        for run, has_verb in _bare_runs(paragraph):
            if len(run) >= (_BARE_RUN_IN_SENTENCE if has_verb else _BARE_RUN):
                piled.update(place for item in run for place in item)
    return frozenset(piled)


def _by_paragraph(reading: Reading) -> list[list[tuple[int, Segment]]]:
    """Group segments by paragraph, each with the number of its first word."""
    groups: dict[int, list[tuple[int, Segment]]] = {}
    counted = 0
    for segment in reading.segments:
        groups.setdefault(segment.paragraph, []).append((counted, segment))
        counted += len(segment.tokens) + 1
    return list(groups.values())


def _bare_runs(paragraph: list[tuple[int, Segment]]) -> Iterator[tuple[list[list[int]], bool]]:
    """Yield runs of bare items in a row, and whether a sentence around them says something."""
    run: list[list[int]] = []
    bound = False
    for first, segment in paragraph:
        for item in _items(segment):
            if _is_bare([segment.tokens[index] for index in item]):
                run.append([first + index for index in item])
                continue
            if run:
                yield run, True
            run, bound = [], True
        if run and bound:
            yield run, True
            run = []
        bound = False
    if run:
        yield run, False


def _items(segment: Segment) -> Iterator[list[int]]:
    current: list[int] = []
    for index, token in enumerate(segment.tokens):
        if token.text in _ITEM_MARKS:
            if current:
                yield current
            current = []
        else:
            current.append(index)
    if current:
        yield current


def _is_bare(item: list[Token]) -> bool:
    """Tell whether an item only names something: no verb of its own, value, relation or reason."""
    words = [token for token in item if token.text not in {"a", "an", "the"}]
    if not words or len(words) > _LONGEST_BARE:
        return False
    if words[0].pos == "VERB" and not words[0].text.endswith(_NOMINAL_ENDINGS):
        return False
    return not any(token.text in _BINDING or token.number is not None for token in words)
