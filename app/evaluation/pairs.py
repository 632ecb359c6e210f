"""What a judge makes of the sentence pairs: one short text, one expectation."""

from collections.abc import Callable, Mapping, Sequence

from app.evaluation.agreement import Binary, binary, share
from app.evaluation.gold import Expectation, GoldPair
from app.evaluation.judged import Judged

SeenPair = tuple[GoldPair, Judged]
Test = Callable[[GoldPair, Judged], bool]

ABSENT = frozenset({"missing", "contradicted"})
"""An `absent` pair is right when the concept earns nothing (DESIGN, Gold and its split)."""


def is_right(pair: GoldPair, said: Judged) -> bool:
    """Whether the judge says of the text just what is expected."""
    return RIGHT[pair.expect](pair, said)


def pair_counts(pairs: Sequence[SeenPair]) -> Binary:
    """Misconceptions asserted (true) against flagged (said)."""
    return binary(
        (pair.expect == "asserted", pair.target in said.flags)
        for pair, said in pairs
        if pair.expect in ("asserted", "not-asserted")
    )


def pair_figures(pairs: Sequence[SeenPair]) -> Mapping[str, tuple[float | None, int]]:
    """The share of pairs judged right, with their number, a row for each expectation there is."""
    rows: tuple[tuple[str, Expectation, Test], ...] = (
        ("pairs: explained is covered", "explained", _covered),
        ("pairs: explained is explained", "explained", _explained),
        ("pairs: a part of an explanation is heard", "part", _part),
        ("pairs: mentioned is mentioned", "mentioned", _mentioned),
        ("pairs: mentioned is covered", "mentioned", _covered),
        ("pairs: absent is absent", "absent", _absent),
        ("pairs: contradicted is contradicted", "contradicted", _contradicted),
        ("pairs: not contradicted is not", "not-contradicted", _not_contradicted),
        ("pairs: asserted is flagged", "asserted", _flagged),
        ("pairs: not asserted is not flagged", "not-asserted", _not_flagged),
    )
    expected = {pair.expect for pair, _ in pairs}
    return {name: _share(pairs, expect, test) for name, expect, test in rows if expect in expected}


def _share(pairs: Sequence[SeenPair], expect: Expectation, test: Test) -> tuple[float | None, int]:
    results = [test(pair, said) for pair, said in pairs if pair.expect == expect]
    return share(sum(results), len(results)), len(results)


def _covered(pair: GoldPair, said: Judged) -> bool:
    return said.covers(pair.target)


def _explained(pair: GoldPair, said: Judged) -> bool:
    return said.standing(pair.target) == "explained"


def _part(pair: GoldPair, said: Judged) -> bool:
    return pair.part in said.parts.get(pair.target, ())


def _mentioned(pair: GoldPair, said: Judged) -> bool:
    return said.standing(pair.target) == "mentioned"


def _absent(pair: GoldPair, said: Judged) -> bool:
    return said.standing(pair.target) in ABSENT


def _contradicted(pair: GoldPair, said: Judged) -> bool:
    return said.standing(pair.target) == "contradicted"


def _not_contradicted(pair: GoldPair, said: Judged) -> bool:
    return not _contradicted(pair, said)


def _flagged(pair: GoldPair, said: Judged) -> bool:
    return pair.target in said.flags


def _not_flagged(pair: GoldPair, said: Judged) -> bool:
    return pair.target not in said.flags


RIGHT: Mapping[Expectation, Test] = {
    "explained": _explained,
    "mentioned": _mentioned,
    "absent": _absent,
    "part": _part,
    "contradicted": _contradicted,
    "not-contradicted": _not_contradicted,
    "asserted": _flagged,
    "not-asserted": _not_flagged,
}
