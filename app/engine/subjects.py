"""What a value is about: payments or clicks, named before a colon, by a verb, or behind "for"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.engine.reading import Token
from app.engine.words import stem

_SKIPPED = frozenset({"the", "a", "an", "our", "my", "and", "while", "whereas", "but", "all", "any",
                      "other", "these", "those", "some", "also", "then", "so"})  # fmt: skip
_PREPOSITIONS = frozenset({"for", "on"})
_VERBS = frozenset({"get", "use", "run", "have", "need", "want", "take", "can", "live", "keep",
                    "stay", "go", "be", "is", "are", "was", "were", "should", "must", "will",
                    "tolerate", "accept", "only"})  # fmt: skip
_JOINTS = frozenset({"while", "whereas", "but", ",", "and", ":", ";"})
_MARKS = frozenset({":", "(", "|", "\u2014", "->", "\u2192", "=>"})
_ENDS = frozenset({"with", "at", "to", "of", "in", "by", "from", "as", "that", "which", "where",
                   "when", "if", "because", "or", "per", "than", "i", "we", "you", "it", "they",
                   "this", "there", "here", "on", "for", "not", "n't"})  # fmt: skip
_GENERIC_WORDS = """
    topic topics stream streams event events data message messages record records partition
    partitions broker brokers cluster clusters kafka producer producers consumer consumers replica
    replicas replication durability availability consistency safety reliability latency throughput
    performance cost costs storage retention capacity sizing scale scaling settings setting config
    configuration setup design example instance most every everything each both us me now today
    purposes reasons reason example write writes read reads durable safe them one two three
    failure failures fault tolerance answer assumptions assumption numbers number estimate
    estimates math maths calculation total context group groups table tables database system
    service services key keys code codes link links size rate traffic load peak average volume
    leader follower followers ack acks isr rf zone zones rack racks region regions machine
    machines disk disks node nodes executor executors job jobs stage join idempotence transactions
    compaction schema monitoring lag backpressure delivery value option case point default
    replay recovery least day days week weeks hour hours month months year years minute minutes
    production sure good enough exactly once first second third next step overall
    different separate distinct various several many few single multiple whole entire own
"""
_GENERIC = frozenset(stem(word) for word in _GENERIC_WORDS.split())
"""Words that name no kind of traffic: two values may differ under "payments" and "clicks", but
not under "durability" and "storage". A missing word only makes checks more careful."""
_GENERIC_AS_WRITTEN = frozenset({"order", "ordering"})
"""Not generic as a family: orders are traffic."""
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject named at a token; `leading` when it begins its clause."""

    at: int
    words: str
    leading: bool


def mentions(tokens: Sequence[Token], starts: set[int], named: set[int]) -> list[Mention]:
    """Return the subjects that a sentence names, in order.

    Args:
        starts: tokens at which its clauses begin.
        named: tokens that belong to names or values of slots, which are no subjects.
    """
    found = []
    for index, token in enumerate(tokens):
        if token.text in _PREPOSITIONS:
            words = _noun_words(tokens, index + 1, named)[0]
            found += [Mention(index, words, index in starts)] if words else []
        elif index in starts or tokens[index - 1].text in _JOINTS:
            words, last = _noun_words(tokens, index, named)
            if words and _leads(tokens, last):
                found.append(Mention(index, words, leading=True))
    return found


def _leads(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a mark or a verb behind a noun makes it the subject of what follows."""
    if last >= len(tokens):
        return False
    return tokens[last].text in _MARKS or bool(_VERBS & {tokens[last].text, tokens[last].stem})


def _noun_words(tokens: Sequence[Token], first: int, named: set[int]) -> tuple[str, int]:
    """Return the telling words of the short noun phrase at a token, and the token behind it."""
    index, telling = first, []
    while index < len(tokens) and index - first <= _LONGEST_NAME and index not in named:
        token = tokens[index]
        if not _may_name(token):
            break
        if _tells(token):
            telling.append(token.text)
        index += 1
    return " ".join(telling), index


def _tells(token: Token) -> bool:
    """Tell whether a word names a kind of traffic, as far as we know."""
    skipped = token.text in _SKIPPED or token.text in _GENERIC_AS_WRITTEN
    return not skipped and bool(token.stem) and token.stem not in _GENERIC


def _may_name(token: Token) -> bool:
    """Tell whether a token may be part of a subject's name."""
    wordy = token.text[:1].isalpha() or token.text in ("/", "-", "&")
    verb = bool(_VERBS & {token.text, token.stem})
    return wordy and token.number is None and token.text not in _ENDS and not verb


def subject_at(value: int, last: int, found: Sequence[Mention], first_value: int) -> str:
    """Return the subject of the value at tokens [value, last): "" where none is named.

    A sentence that begins with its subject keeps it until the next; else what follows counts
    ("RF 3 for payments, 2 for logs").
    """
    before = bisect_left(found, value, key=lambda mention: mention.at)
    behind = bisect_left(found, last, key=lambda mention: mention.at)
    if before < behind:
        return found[before].words
    if before and found[0].at < first_value:
        return found[before - 1].words
    if behind < len(found):
        return found[behind].words
    return found[before - 1].words if before else ""


def subject_of(tokens: Sequence[Token]) -> str:
    """Return the subject that a heading or a row of a table names."""
    return _noun_words(tokens, 0, set())[0]


def same_subject(one: str, other: str) -> bool:
    """Tell whether two subjects share a word, or neither is named."""
    if not one or not other:
        return one == other
    return bool(_stems(one) & _stems(other))


@lru_cache(maxsize=1_000)
def _stems(subject: str) -> frozenset[str]:
    """Return the word families of a subject."""
    return frozenset(stem(word) for word in subject.split()) - {""}
