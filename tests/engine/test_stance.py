"""How a whole segment is meant."""

import pytest

from app.engine.stance import rejects_previous, stance
from app.engine.tokens import tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text.lower())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One copy is safe.", "asserted"),
        ("Is one copy safe?", "asked"),
        ("A common mistake is to keep one copy.", "rejected"),
        ("It is a myth that one copy is safe.", "rejected"),
        ("Some people say one copy is safe.", "reported"),
        ("My colleague thinks one copy is safe.", "reported"),
        ("A colleague at my last job believed one copy is safe.", "reported"),
        ("A junior told me one copy is safe.", "reported"),
        ("At first I thought one copy is safe.", "reported"),
        ("The previous team kept one copy.", "reported"),
        ("Copies? I have nothing to add.", "negated"),
        ("The leader said no to the write.", "asserted"),
        ("Suppose one copy is enough.", "hypothetical"),
        ("If one copy were enough we would not need three.", "hypothetical"),
        ("If one copy is lost we read another.", "asserted"),
        ("If one copy really survived we wouldn't need three.", "hypothetical"),
        ("If anything goes wrong a copy is read.", "asserted"),
        ("The old wiki says one copy is safe.", "reported"),
        ("It's often assumed that one copy is safe.", "reported"),
        ("The docs say a copy is elected.", "asserted"),
        ("The first answer is stored and a copy given back.", "asserted"),
        ("A candidate who says one copy is safe will lose money.", "reported"),
        ("Someone kept one copy and the disk died.", "reported"),
        ("One copy looks safe until a disk dies.", "rejected"),
        ("A blog says that one copy is safe.", "reported"),
        ("I thought one copy would do, but no.", "reported"),
        ("We kept one copy and learned the hard way.", "rejected"),
        ("It serves one copy, wrong old rows included.", "asserted"),
        ("It is not true that one copy is safe.", "negated"),
        ("I don't think that one copy is safe.", "negated"),
        ("I would leave that out for now.", "negated"),
        ("Retries are out of scope.", "negated"),
        ("It is not wrong to keep one copy.", "asserted"),
        ("Nobody should believe that one copy is safe.", "rejected"),
        ("We must not promise that one copy is safe.", "rejected"),
        ("There is no guarantee that one copy is safe.", "rejected"),
        ("That doesn't mean that one copy is safe.", "rejected"),
        ("I disagree that one copy is safe.", "rejected"),
        ("Contrary to the belief that one copy is safe, we keep three.", "rejected"),
        ("We stopped believing that one copy is safe.", "rejected"),
        ("False: one copy is safe.", "rejected"),
        ("One copy is safe, or so I thought.", "rejected"),
        ("I'd test whether one copy is safe.", "hypothetical"),
        ("There is no doubt that one copy is safe.", "asserted"),
        ("The server looks to see whether the code is free.", "asserted"),
        ("Don't forget that one copy is safe.", "asserted"),
    ],
)
def test_a_segment_is_meant_as_its_words_say(text: str, expected: str) -> None:
    assert stance(words(text)) == expected


@pytest.mark.parametrize("text", ["That's a myth.", "This is wrong.", "But that is not true."])
def test_a_sentence_may_call_the_one_before_it_wrong(text: str) -> None:
    assert rejects_previous(words(text))


@pytest.mark.parametrize("text", ["That is true.", "This is a queue.", "That's enough."])
def test_agreeing_rejects_nothing(text: str) -> None:
    assert not rejects_previous(words(text))
