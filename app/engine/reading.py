"""The shape of an answer that has been read: segments of tokens, each with its offsets kept."""

from dataclasses import dataclass
from typing import Literal

from app.engine.report import Polarity

Kind = Literal["prose", "bullet", "heading", "code"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, name or mark of an answer.

    Attributes:
        start, end: code points in the answer, half-open.
        text: canonical form: NFKC, lower case. `min.insync.replicas` and `group_id` are one token;
            `RF=3` is three (`rf`, `=`, `3`), `2GB` is two, `don't` is two (`do`, `n't`).
        stem: the word family (app.engine.words.stem); punctuation has an empty one.
        number: the value of digits or a number word ("3", "1,500", "three", "half"); multipliers
            such as million, k, GB are tokens of their own.
        pos: universal part of speech as the parser sees it in this segment alone.
        head: index, within the segment, of the syntactic head; a root is its own head.
        dep: dependency label.
        negated: a negator governs it; two cancel each other.
        avoided: it is named as something to prevent ("avoid rebalances").
    """

    start: int
    end: int
    text: str
    stem: str
    number: float | None
    pos: str
    head: int
    dep: str
    negated: bool = False
    avoided: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause-like stretch, parsed alone; never depends on its neighbours.

    Attributes:
        sentence: number of its sentence in the answer (several segments may share one).
        paragraph: number of its paragraph; a bullet list is one paragraph.
        words: its tokens' texts in a row: what its parse, and what is found in it, depend on.
        polarity: stance of the whole segment (asserted unless cues say otherwise).
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    sentence: int
    paragraph: int
    kind: Kind
    words: str
    polarity: Polarity = "asserted"


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer, read."""

    answer: str
    segments: tuple[Segment, ...]
