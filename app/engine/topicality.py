"""Tell whether an answer is one to this question, in English, and our own model answer or not."""

from collections.abc import Sequence
from functools import lru_cache

from app.engine.admissible import Admission
from app.engine.integrity import prompt_sentences
from app.engine.reading import Reading
from app.engine.report import RedFlag
from app.engine.scoring import earned
from app.engine.segments import raw_segments
from app.engine.verdicts import Verdict
from app.engine.wordings import STOP_WORDS

_SCANT_POINTS = 20
"""Points that chance collects in any long text."""

_SCANT_SPEAKING = 0.35
"""Share of sentences with evidence under which so few points are chance: on labelled answers 0.38
and more where anything was said, 0.30 and less in texts about something else."""

_STRAY_SPEAKING = 0.3
_STRAY_SHARE = 0.15
_STRAY_POINTS = 60
"""A good answer to a neighbouring question collects up to 65 points under the wrong rubric. It is
told by few sentences with evidence together with few words of the prompt: below both shares lies
no labelled answer to the question itself, however plain its words. In doubt an answer is on topic:
to be told otherwise for plain words is worse than a low score for an answer to something else."""

_LEAST_SENTENCES = 5
"""Shorter texts are judged by their points alone: two good sentences are an answer."""

_ENGLISH_SHARE = 0.35
"""Share of words known to the English pipeline under which a text is in another language."""

_STRANGE = frozenset(
    "und der das ist nicht wird werden mit auf für fuer von dem ein eine einen sich auch oder wir "
    "bei nach wenn le les une est et dans pour que qui avec nous pas el una por para como más gli "
    "che della delle sono anche uma não een voor niet worden zijn wordt".split()
)
"""Small words of German, French, Spanish, Italian, Portuguese and Dutch that are none in English:
a short text full of technical terms is told by them."""

_LEAST_STRANGE = 3
_LEAST_WORDS = 12
_COPIED_SHARE = 0.6
"""Share of an answer's sentences found word for word in the model answer."""

_LEAST_COPIED = 3


def share_within(reading: Reading, families: frozenset[str]) -> float:
    """Return the share (0 to 1) of a text's content words that are of some word families."""
    said = [
        token.stem
        for segment in reading.segments
        for token in segment.tokens
        if token.stem and token.text not in STOP_WORDS and token.number is None
    ]
    return sum(each in families for each in said) / max(1, len(said))


def off_topic(
    reading: Reading, prompt: str, verdicts: Sequence[Verdict], admission: Admission
) -> bool:
    """Tell whether the answer is about something else: little of it bears on what was asked.

    Stretches that were set aside do not count: what is left is judged as if they were not there.
    """
    sentences = {
        segment.sentence
        for number, segment in enumerate(reading.segments)
        if number not in admission.aside and segment.kind != "heading"
    }
    if len(sentences) < _LEAST_SENTENCES:
        return False
    points = sum(map(earned, verdicts))
    speaking = len(_speaking(reading, verdicts, admission) & sentences) / len(sentences)
    if points <= _SCANT_POINTS and speaking < _SCANT_SPEAKING:
        return True
    if points > _STRAY_POINTS or speaking >= _STRAY_SPEAKING:
        return False
    asked = frozenset[str]().union(*prompt_sentences(prompt))
    return share_within(reading, asked) < _STRAY_SHARE


def _speaking(
    reading: Reading, verdicts: Sequence[Verdict], admission: Admission
) -> frozenset[int]:
    """Return the sentences that are evidence of anything."""
    evidence = {
        number
        for verdict in verdicts
        for finding in verdict.findings
        for number in finding.match.sentences
    }
    return frozenset(evidence | {reading.segments[each].sentence for each in admission.flagged})


def foreign(reading: Reading, known: frozenset[str]) -> bool:
    """Tell whether the text is in another language than English."""
    words = [
        token.text
        for segment in reading.segments
        for token in segment.tokens
        if token.text.isalpha() and len(token.text) > 1
    ]
    strange = sum(word in _STRANGE for word in words)
    if strange >= _LEAST_STRANGE and strange > sum(word in STOP_WORDS for word in words):
        return True
    if len(words) < _LEAST_WORDS:
        return False
    return sum(word in known for word in words) < _ENGLISH_SHARE * len(words)


def copied(reading: Reading, model_answer: str) -> bool:
    """Tell whether most of the answer stands word for word in the model answer."""
    ours = _sentences_of(model_answer)
    said = [" ".join(token.text for token in segment.tokens) for segment in reading.segments]
    same = sum(each in ours for each in said)
    return same >= _LEAST_COPIED and same >= _COPIED_SHARE * len(said)


@lru_cache(maxsize=256)  # one entry a question
def _sentences_of(model_answer: str) -> frozenset[str]:
    return frozenset(segment.key for segment in raw_segments(model_answer))


def integrity_flag(kind: str, message: str, *, severe: bool) -> RedFlag:
    """Return what the report says of a text that is not, or not only, the learner's answer."""
    return RedFlag(
        kind="integrity",
        id=kind,
        severity="major" if severe else "minor",
        points=0,
        message=message,
    )
