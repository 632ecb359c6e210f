"""Whether a text is an answer to this question, in English, and not our own."""

import pytest

from app.engine.admissible import Admission
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.topicality import (
    Families,
    copied,
    foreign,
    integrity_flag,
    off_topic,
    scant,
    share_within,
)
from app.engine.words import stem
from tests.engine.small import verdict

PROMPT = "How does a queue keep what was put into it?"
STRAY = "We bake bread. The oven is hot. The flour is local. Guests are happy. We close at six."
PIE = (
    "Peel six apples and cut them into slices. Mix flour, butter and a pinch of salt, and let the "
    "dough rest in a cool place. Bake it for forty minutes until it is golden brown."
)
ASKED = Families(
    prompt=frozenset(map(stem, ["queue", "keep", "put"])),
    subject=frozenset(map(stem, ["queue", "keep", "put", "copy", "disk", "broker", "place"])),
)


def strays(
    answer: str,
    points: int,
    nlp: Pipeline,
    *,
    aside: frozenset[int] = frozenset(),
    denied: frozenset[int] = frozenset(),
) -> bool:
    """Whether an answer without evidence in any sentence, but with these points, is off topic."""
    reading = read(answer, nlp)
    earned = [verdict("explained", points=points)] if points else []
    admission = Admission(reading, aside, frozenset())
    return off_topic(reading, earned, admission, asked=ASKED, denied=lambda: denied)


def test_a_text_about_something_else_is_off_topic(nlp: Pipeline) -> None:
    assert strays(STRAY, 0, nlp)


def test_an_answer_of_many_points_is_on_topic_whatever_its_words(nlp: Pipeline) -> None:
    assert not strays(STRAY, 75, nlp)
    assert strays(STRAY, 74, nlp)


def test_sentences_that_turn_down_a_wrong_claim_speak_of_the_matter(nlp: Pipeline) -> None:
    assert not strays(STRAY, 0, nlp, denied=frozenset({0, 1, 2, 3}))


def test_words_of_the_question_count_where_something_is_said(nlp: Pipeline) -> None:
    asked = (
        "The queue keeps bread. A queue keeps what is put. We keep flour. Guests keep. It is put."
    )
    assert not strays(asked, 50, nlp, denied=frozenset({0, 1}))
    assert strays(asked, 50, nlp)


def test_four_sentences_are_too_few_to_tell(nlp: Pipeline) -> None:
    assert not strays(STRAY.replace(" We close at six.", ""), 0, nlp)


def test_a_recipe_is_off_topic_however_short(nlp: Pipeline) -> None:
    assert strays(PIE, 0, nlp)


def test_a_short_text_in_the_words_of_the_subject_is_not(nlp: Pipeline) -> None:
    said = "The broker keeps a copy on disk, and the queue keeps its place. " * 3
    assert not strays(said, 0, nlp)


def test_what_was_set_aside_does_not_count(nlp: Pipeline) -> None:
    assert not strays(STRAY, 0, nlp, aside=frozenset({0}))


def test_an_answer_in_plain_words_is_on_topic_though_little_of_it_is_understood(
    nlp: Pipeline,
) -> None:
    plain = "The broker has a copy. The disk is its place. Copy it. Place it. A disk, a broker. "
    assert not strays(plain, 20, nlp)
    assert strays(plain, 19, nlp)
    assert strays(STRAY, 20, nlp), "in other words"
    assert strays(plain * 10, 20, nlp), "in fifty sentences chance evens out"


def test_few_points_from_few_sentences_are_scant(nlp: Pipeline) -> None:
    reading = read(STRAY, nlp)
    admission = Admission(reading, frozenset(), frozenset())
    assert scant(reading, [verdict("explained", points=20)], admission)
    assert not scant(reading, [verdict("explained", points=21)], admission)


def test_small_words_and_numbers_are_no_content(nlp: Pipeline) -> None:
    reading = read("We keep 3 copies of the log.", nlp)
    families = frozenset({"keep", "copi"})
    assert share_within(reading, families) == pytest.approx(2 / 3)
    assert share_within(read("3", nlp), families) == 0


def test_headings_are_no_sentences(nlp: Pipeline) -> None:
    assert not strays("# Bread\n\n# Oven\n\n# Flour\n\n# Guests\n\n# Six\n\nWe bake.", 0, nlp)


def test_another_language_is_told(nlp: Pipeline) -> None:
    german = (
        "Wir speichern jede Nachricht mehrfach und verlieren deshalb niemals irgendwelche Daten, "
        "auch nicht beim Ausfall einer ganzen Festplatte."
    )
    assert foreign(read(german, nlp), nlp.known)


def test_english_is_not(nlp: Pipeline) -> None:
    english = "We keep every message twice and so we never lose any of our data"
    assert not foreign(read(english, nlp), nlp.known)


@pytest.mark.parametrize("text", ["Der Feed liegt in Redis und wird nach Zeit sortiert.",
                                  "Le cache est dans Redis et les URL par client."])  # fmt: skip
def test_small_words_tell_a_short_text_full_of_terms(text: str, nlp: Pipeline) -> None:
    assert foreign(read(text, nlp), nlp.known)


def test_terms_of_other_languages_in_an_english_text_do_not(nlp: Pipeline) -> None:
    english = "We count per key per region via Redis, so the von Neumann box is the limit."
    assert not foreign(read(english, nlp), nlp.known)


def test_a_few_words_are_too_few_to_tell_the_language(nlp: Pipeline) -> None:
    assert not foreign(read("Wir speichern jede Nachricht mehrfach", nlp), nlp.known)


def test_the_model_answer_is_recognised(nlp: Pipeline) -> None:
    model = "A queue keeps copies. One disk dies. The other has it. Nothing is lost."
    assert copied(read(model, nlp), model)
    assert not copied(read("We keep copies. A disk dies. We have others. All is well.", nlp), model)


def test_two_sentences_that_stand_in_the_model_answer_may_be_chance(nlp: Pipeline) -> None:
    model = "A queue keeps copies. One disk dies. The other has it."
    assert not copied(read("A queue keeps copies. One disk dies.", nlp), model)


@pytest.mark.parametrize(("severe", "severity"), [(True, "major"), (False, "minor")])
def test_what_is_no_answer_takes_no_points_off(*, severe: bool, severity: str) -> None:
    flag = integrity_flag("off-topic", "Elsewhere.", severe=severe)
    assert (flag.id, flag.severity, flag.points) == ("off-topic", severity, 0)
