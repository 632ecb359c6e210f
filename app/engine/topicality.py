"""Tell whether an answer is one to this question, in English, and our own model answer or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.engine.admissible import Admission
from app.engine.compiled import CompiledRubric
from app.engine.integrity import prompt_sentences
from app.engine.reading import Reading
from app.engine.report import RedFlag
from app.engine.scoring import earned
from app.engine.segments import raw_segments
from app.engine.verdicts import Verdict
from app.engine.wordings import STOP_WORDS
from app.engine.words import stem

_SCANT_POINTS = 20
"""Points that chance collects in any long text."""

_SCANT_SPEAKING = 0.35
"""Share of sentences with evidence under which so few points are chance."""

_AMPLE_POINTS = 75
"""Points that no answer to a neighbouring question collects: 70 is the most that was seen."""

_WORDS_WEIGH = 2
"""A sentence that speaks of the matter, and a word of the prompt, are counted together: words of
the prompt are few in any answer, so a share of them weighs twice. Together both tell answers to a
question from answers to its neighbours better than either: a plain answer uses the prompt's words,
an answer full of terms says what the rubric looks for."""

_STRAY = 0.52
_STRAY_SCANT = 0.64
_STRAY_LONG, _LONG = 0.7, 30
_STRAY_LONGER, _LONGER = 0.765, 45
"""Under these sums an answer is about something else: the second where it earns no more points than
chance collects, the others from so many sentences on, where chance evens out. Of the answers that
may be read those to the question itself have 0.54 and more; of 45 sentences and more 0.77, model
answers of other questions (59 to 87 sentences) 0.76 at most."""

_LEAST_SPEAKING, _LEAST_SPEAKING_SCANT = 0.15, 0.3
"""Shares of sentences that must speak of the matter, whatever words of the prompt a text repeats:
the second where it earns no more points than chance collects."""

_PLAIN_POINTS, _PLAIN_SHARE, _PLAIN_SUBJECT, _PLAIN_LONGEST = 20, 0.2, 0.8, 45
"""Points, share of the concepts, and share of content words that stand in prompt, model answer or
rubric, from which an answer of at most so many sentences is never off topic: it may say in plain
words much that is not understood. Of 60 good answers nobody had tuned to, 12 all in plain words,
7 were called off topic before, 1 is now; of 526 answers to other questions 49 were let through
before, 73 are now, and score little."""

_LEAST_SENTENCES = 5
_LEAST_TO_TELL = 25
_FAMILIAR = 0.55
"""In fewer sentences chance decides too much: they are off topic only where nothing in so many
words bears on the matter, and fewer than this share of them stand in prompt, model answer or
rubric: of 1,275 labelled passages none has less than 0.64, of recipes and holidays most have."""

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


@dataclass(frozen=True, slots=True)
class Families:
    """The word families of a prompt, and of everything written about its question."""

    prompt: frozenset[str]
    subject: frozenset[str]


@lru_cache(maxsize=256)  # one entry a question
def families_of(rubric: CompiledRubric) -> Families:
    """Return the word families of a question."""
    prompt = frozenset[str]().union(*prompt_sentences(rubric.prompt))
    texts = (rubric.model_answer, rubric.prompt)
    written = {word.text for text in texts for s in raw_segments(text) for word in s.tokens}
    return Families(prompt, frozenset(stem(word) for word in written | rubric.surfaces) - {""})


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
    reading: Reading,
    verdicts: Sequence[Verdict],
    admission: Admission,
    *,
    asked: Families,
    denied: Callable[[], frozenset[int]],
) -> bool:
    """Tell whether the answer is about something else: little of it bears on what was asked.

    Stretches that were set aside do not count: what is left is judged as if they were not there.

    Args:
        denied: finds the sentences that speak of a wrong claim, if only to turn it down; dear, so
            asked for only where the rest leaves it open.
    """
    sentences = _sentences_in(reading, admission)
    own = replace(
        reading,
        segments=tuple(s for n, s in enumerate(reading.segments) if n not in admission.aside),
    )
    speaking = _speaking(reading, verdicts, admission) & sentences
    if len(sentences) < _LEAST_SENTENCES:
        told = _words_in(own) >= _LEAST_TO_TELL and not speaking
        return told and share_within(own, asked.subject) < _FAMILIAR
    if _earned_firmly(verdicts) >= _AMPLE_POINTS or _is_plain(own, sentences, verdicts, asked):
        return False
    prompted = share_within(own, asked.prompt)
    least = _least_sum(len(sentences))
    few = _LEAST_SPEAKING
    if scant(reading, verdicts, admission):
        least, few = max(least, _STRAY_SCANT), _LEAST_SPEAKING_SCANT
    wanted = max(few, least - _WORDS_WEIGH * prompted) * len(sentences)
    return len(speaking) < wanted and len(speaking | (denied() & sentences)) < wanted


def _least_sum(sentences: int) -> float:
    """Return the sum that an answer of so many sentences must reach to be one to the question."""
    if sentences < _LONG:
        return _STRAY
    return _STRAY_LONG if sentences < _LONGER else _STRAY_LONGER


def _is_plain(
    reading: Reading, sentences: frozenset[int], verdicts: Sequence[Verdict], asked: Families
) -> bool:
    """Tell whether an answer has enough of the matter, though most of it is not understood."""
    found = sum(each.standing != "missing" for each in verdicts)
    return (
        len(sentences) <= _PLAIN_LONGEST
        and _earned_firmly(verdicts) >= _PLAIN_POINTS
        and found >= _PLAIN_SHARE * len(verdicts)
        and share_within(reading, asked.subject) >= _PLAIN_SUBJECT
    )


def scant(reading: Reading, verdicts: Sequence[Verdict], admission: Admission) -> bool:
    """Tell whether a text collects no more than chance does in any list of terms."""
    sentences = _sentences_in(reading, admission)
    speaking = len(_speaking(reading, verdicts, admission) & sentences)
    return (
        len(sentences) >= _LEAST_SENTENCES
        and _earned_firmly(verdicts) <= _SCANT_POINTS
        and speaking < _SCANT_SPEAKING * len(sentences)
    )


def _earned_firmly(verdicts: Sequence[Verdict]) -> int:
    """Return the points of concepts that are not found by wider words alone."""
    return sum(
        earned(each)
        for each in verdicts
        if not each.findings or any(found.match.firm for found in each.findings)
    )


def _sentences_in(reading: Reading, admission: Admission) -> frozenset[int]:
    """Return the sentences that are neither set aside nor headings."""
    return frozenset(
        segment.sentence
        for number, segment in enumerate(reading.segments)
        if number not in admission.aside and segment.kind != "heading"
    )


def _words_in(reading: Reading) -> int:
    return sum(bool(token.stem) for segment in reading.segments for token in segment.tokens)


def _speaking(
    reading: Reading, verdicts: Sequence[Verdict], admission: Admission
) -> frozenset[int]:
    """Return the sentences that are evidence of anything, found by words that mean it firmly."""
    evidence = {
        number
        for verdict in verdicts
        for finding in verdict.findings
        if finding.match.firm
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
