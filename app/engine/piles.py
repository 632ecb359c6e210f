"""Find bare lists of terms: words that name everything and say nothing."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from app.engine.reading import Reading, Segment, Token
from app.engine.wordings import STOP_WORDS

_NAMING = frozenset("and or a an the of in its between how many own any some such".split())
"""Small words that stand inside names of things ("size and number of partitions")."""

_BINDING = (
    STOP_WORDS
    | frozenset(
        "not n't no never without only if when because since per vs versus via over under after "
        "before until unless while where why each every all both either use uses using set sets "
        "keep keeps get gets make makes need needs means gives "
        "fine ok okay enough guaranteed sufficient suffices solved".split()
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

_BARE_RUN_IN_SENTENCE = 9
"""The same inside a sentence that has a verb: lists of four monitored things are normal."""

_ITEM_MARKS = frozenset([",", ";", "|", ".", "/", "\u2022", "\u2014", "and", "&"])


_TELLING = frozenset(
    "i we you he she it they this that there is are was were be been has have had do does did can "
    "could may might must shall will would should not n't no never without only because since so "
    "if when while until unless where than then use uses using set sets keep keeps get gets make "
    "makes need needs means gives = : > < >= <= -> => \u2192 + * %".split()
)
"""Words and marks of a statement; a title may hold prepositions, but none of these."""

_LONGEST_TITLE = 9
"""Words of the longest item that can still be a title ("freshness against merge cost")."""

_TITLES = 6
"""Titles that make a table of contents ..."""

_TITLES_SHARE = 0.65
"""... where they are this share of all items: in word piles 0.8 and more, in the tersest notes of
good candidates 0.47 at most."""


def piled_words(reading: Reading) -> frozenset[int]:
    """Return the numbers of the words (as in Occurrence.place) that stand in bare lists.

    A list of terms is found wherever it stands; an answer that is nothing but titles of topics is
    one list, although its titles hold prepositions.
    """
    piled: set[int] = set()
    paragraphs = _by_paragraph(reading)
    for paragraph in paragraphs:
        for run, has_verb in _bare_runs(paragraph):
            if len(run) >= (_BARE_RUN_IN_SENTENCE if has_verb else _BARE_RUN):
                piled.update(place for item in run for place in item)
    return frozenset(piled | _contents(paragraphs))


def piled_share(reading: Reading, piled: frozenset[int]) -> float:
    """Return the share (0 to 1) of an answer's words that stand in bare lists."""
    words = sum(bool(token.stem) for segment in reading.segments for token in segment.tokens)
    return min(1.0, len(piled) / words) if words else 0.0


def _contents(paragraphs: list[list[tuple[int, Segment]]]) -> set[int]:
    """Return the words of all items that tell nothing, if the answer is a table of contents.

    A number alone tells nothing there: "type 2", "SHA-256", "lag 10 min" are names too.
    """
    items = [
        (first, segment, item)
        for paragraph in paragraphs
        for first, segment in paragraph
        if not _is_policy(segment, (other for _, other in paragraph))
        for item in _items(segment)
    ]
    titles = [each for each in items if _is_title([each[1].tokens[index] for index in each[2]])]
    if len(titles) < max(_TITLES, _TITLES_SHARE * len(items)):
        return set()
    return {
        first + index
        for first, segment, item in items
        for index in item
        if not any(segment.tokens[each].text in _TELLING for each in item)
    }


_NOMINAL_CLAUSE = frozenset(["what", "where", "when", "how", "which", "that", "whether", "why"])
"""Words with which a clause can stand for a thing ("side effects that cannot be rolled back")."""


_ASSIGNING = frozenset(["for", "per", "to", "on"])
"""Prepositions by which a policy is dealt to several things."""


def _is_policy(segment: Segment, others: Iterable[Segment]) -> bool:
    """Tell whether a segment deals out one of several policies: "overwrite for name, phone; ...".

    Each names its things in a row behind the same preposition, which no title does.
    """
    dealt = _dealt(segment)
    return bool(dealt) and sum(_dealt(other) == dealt for other in others) > 1


def _dealt(segment: Segment) -> str:
    """Return the preposition of a first item that a row of plain things follows, or nothing."""
    items = [[segment.tokens[index].text for index in item] for item in _items(segment)]
    assigning = [word for word in items[0][1:-1] if word in _ASSIGNING] if items else []
    plain = all(_ASSIGNING.isdisjoint(item) for item in items[1:])
    return assigning[0] if assigning and plain and len(items) > 1 else ""


def _is_title(item: list[Token]) -> bool:
    """Tell whether an item could head a chapter: no statement, value, relation or reason."""
    if len(item) > _LONGEST_TITLE or _is_order(item[0]):
        return False
    head = list(takewhile(lambda token: token.text not in _NOMINAL_CLAUSE, item))
    return not any(token.text in _TELLING or token.number is not None for token in head)


def _is_order(token: Token) -> bool:
    """Tell whether a first word tells what to do ("split nulls") rather than names a thing."""
    return token.pos == "VERB" and not token.text.endswith(_NOMINAL_ENDINGS)


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
    if len(words) > 1 and _is_order(words[0]):
        return False
    return not any(
        (token.number is not None or token.text in _BINDING) and not _is_joined(token, words)
        for token in words
    )


def _is_joined(token: Token, words: list[Token]) -> bool:
    """Tell whether a word is part of a hyphenated one: "at-least-once" binds nothing."""
    return any(
        each.text == "-" and (each.start == token.end or each.end == token.start) for each in words
    )
