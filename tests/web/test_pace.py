"""Promises of app/web/pace.py."""

from app.web.pace import Pace


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time it was set to."""
        return self.now


def test_a_burst_is_allowed_and_then_one_at_a_time() -> None:
    watch = Watch()
    pace = Pace(3, 0.5, watch)
    assert [pace.allows("a") for _ in range(5)] == [True, True, True, False, False]
    watch.now = 0.5
    assert [pace.allows("a") for _ in range(2)] == [True, False]


def test_after_a_rest_the_whole_burst_is_there_again_and_no_more() -> None:
    watch = Watch()
    pace = Pace(3, 0.5, watch)
    for _ in range(3):
        pace.allows("a")
    watch.now = 100.0
    assert [pace.allows("a") for _ in range(4)] == [True, True, True, False]


def test_one_learner_does_not_slow_another() -> None:
    pace = Pace(1, 0.5, Watch())
    assert pace.allows("a")
    assert pace.allows("b")
    assert not pace.allows("a")


def test_those_who_rest_are_forgotten() -> None:
    watch = Watch()
    pace = Pace(1, 0.5, watch)
    for number in range(1_000):
        watch.now = number
        pace.allows(str(number))
    assert len(pace._free_at) == 1
