"""What is kept of the texts seen last."""

from concurrent.futures import ThreadPoolExecutor

from app.engine.pipeline import Pipeline
from app.engine.recent import Recent
from tests.engine.small import judge


def test_what_was_kept_is_there_and_nothing_else() -> None:
    recent: Recent[tuple[int, ...]] = Recent(2)
    recent.keep("one", (1,))
    assert recent.get("one") == (1,)
    assert recent.get("two") is None


def test_the_one_longest_unused_is_forgotten() -> None:
    recent: Recent[tuple[int, ...]] = Recent(2)
    recent.keep("one", (1,))
    recent.keep("two", (2,))
    recent.get("one")
    recent.keep("three", (3,))
    assert (recent.get("one"), recent.get("two"), recent.get("three")) == ((1,), None, (3,))
    assert len(recent) == 2


def test_an_empty_value_is_a_value() -> None:
    recent: Recent[tuple[int, ...]] = Recent(2)
    recent.keep("one", ())
    assert recent.get("one") == ()


def test_threads_share_it() -> None:
    recent: Recent[tuple[int, ...]] = Recent(5)

    def use(number: int) -> None:
        recent.keep(str(number % 9), (number % 9,))
        assert recent.get(str(number % 9)) in ((number % 9,), None)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(use, range(2_000)))
    assert len(recent) == 5


def test_a_text_read_again_gets_the_same_report(nlp: Pipeline) -> None:
    answer = "We do not keep several copies. A copy survives a crash, though."
    assert judge(answer, nlp) == judge(answer, nlp)
