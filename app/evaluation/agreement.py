"""Statistics of agreement between two judges, over plain numbers and truth values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Binary:
    """Counts of a yes-or-no judgement against the truth.

    Attributes:
        hits: said and true.
        false: said, not true.
        missed: true, not said.
        clear: neither.
    """

    hits: int = 0
    false: int = 0
    missed: int = 0
    clear: int = 0

    def __add__(self, other: "Binary") -> "Binary":
        return Binary(
            self.hits + other.hits,
            self.false + other.false,
            self.missed + other.missed,
            self.clear + other.clear,
        )

    @property
    def total(self) -> int:
        """How many items were judged."""
        return self.hits + self.false + self.missed + self.clear

    @property
    def precision(self) -> float | None:
        """Share of what was said that is true."""
        return share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float | None:
        """Share of what is true that was said."""
        return share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return share(2 * self.hits, 2 * self.hits + self.false + self.missed)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond chance; None where chance alone agrees fully."""
        if not self.total:
            return None
        said, true = self.hits + self.false, self.hits + self.missed
        chance = said * true + (self.total - said) * (self.total - true)
        expected = chance / self.total**2
        observed = (self.hits + self.clear) / self.total
        return None if expected == 1 else (observed - expected) / (1 - expected)


def binary(items: Iterable[tuple[bool, bool]]) -> Binary:
    """Count pairs of (true, said)."""
    counts = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
    for item in items:
        counts[item] += 1
    return Binary(*counts.values())


def share(part: int, whole: int) -> float | None:
    """`part / whole`, or None where there is nothing to share."""
    return part / whole if whole else None


def quadratic_kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights; None where chance alone agrees fully."""
    if not first:
        return None
    observed = fmean((a - b) ** 2 for a, b in zip(first, second, strict=True))
    # The mean of (a - b)^2 over all pairs, without going through them.
    squares = fmean(a * a for a in first) + fmean(b * b for b in second)
    expected = squares - 2 * fmean(first) * fmean(second)
    return 1 - observed / expected if expected else None


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Spearman's rank correlation, ties sharing their mean rank; None where a side is constant."""
    if len(first) < 2:
        return None
    left, right = _ranks(first), _ranks(second)
    mean = (len(left) + 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(left, right, strict=True))
    spread = sum((a - mean) ** 2 for a in left) * sum((b - mean) ** 2 for b in right)
    return covariance / spread**0.5 if spread else None


def mean_absolute_error(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Mean distance between the two, in their unit."""
    return fmean(abs(a - b) for a, b in zip(first, second, strict=True)) if first else None


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    return [first[value] + (ordered.count(value) - 1) / 2 for value in values]
