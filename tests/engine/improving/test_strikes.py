"""What a wrong claim takes with it when it is struck, and what stays."""

from app.engine.improving.changes import applied
from app.engine.improving.layout import Layout
from app.engine.improving.strikes import merged, strikes, whole
from app.engine.pipeline import Pipeline
from app.engine.reader import read

RIGHT = "It is lost with its disk."


def struck(text: str, claim: str, nlp: Pipeline, right: str = RIGHT, credit: str = "") -> list[str]:
    """Every way to strike a claim, as texts."""
    span = (text.index(claim), text.index(claim) + len(claim))
    places = [text.index(credit)] if credit else []
    ways = strikes(span, right, Layout(read(text, nlp)), places)
    return [applied(text, [way]) for way in ways]


def test_a_sentence_before_the_claim_stays(nlp: Pipeline) -> None:
    text = "We keep three copies of it, and one copy is safe."
    assert struck(text, "one copy is safe", nlp)[0] == f"We keep three copies of it. {RIGHT}"


def test_a_clause_behind_the_claim_stays_if_it_earns_something(nlp: Pipeline) -> None:
    text = "One copy is safe, and the log keeps the order of events."
    kept = f"{RIGHT} The log keeps the order of events."
    assert kept in struck(text, "One copy is safe", nlp, credit="the log")
    assert kept not in struck(text, "One copy is safe", nlp)


def test_what_follows_from_the_claim_goes_with_it(nlp: Pipeline) -> None:
    text = "One copy is safe, so the log keeps the order of events."
    assert struck(text, "One copy is safe", nlp, credit="the log") == [RIGHT]


def test_half_a_sentence_is_not_left_behind(nlp: Pipeline) -> None:
    text = "It is fine, since our copies (kept once) means that nothing is lost."
    assert struck(text, "kept once) means that nothing is lost", nlp)[-1] == RIGHT
    assert all("since our copies." not in way for way in struck(text, "means that nothing", nlp))


def test_a_list_item_goes_with_its_line_if_nothing_takes_its_place(nlp: Pipeline) -> None:
    text = "- one copy is safe\n- we log it"
    layout = Layout(read(text, nlp))
    second = whole(text.index("we log"), len(text), "", layout)
    assert applied(text, [second]) == "- one copy is safe"


def test_strikes_of_neighbouring_sentences_become_one(nlp: Pipeline) -> None:
    text = "One copy is safe. That is so. We go on."
    layout = Layout(read(text, nlp))
    first = whole(0, 17, RIGHT, layout)
    (both,) = merged([first, whole(18, 29, "", layout)], text)
    assert applied(text, [both]) == f"{RIGHT} We go on."
