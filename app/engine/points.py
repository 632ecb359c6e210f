"""Deal 100 points to concepts by weight, so that the parts always sum to the whole."""

from collections.abc import Sequence

POSSIBLE = 100


def deal(weights: Sequence[int], total: int = POSSIBLE) -> list[int]:
    """Return whole points in proportion to `weights`, by largest remainder; ties go to the first.

    Args:
        weights: each at least 1.
    """
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(
        range(len(weights)), key=lambda index: (-(total * weights[index] % whole), index)
    )
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares
