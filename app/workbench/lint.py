"""What authors should look at: content that is valid, yet hardly does what was meant."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from app.content.loader import Loaded, Sources
from app.content.problems import Problem
from app.content.rubric import Lexicon, Rubric, ScopedIdea
from app.content.vocabulary import ideas_of
from app.workbench.phrase_lint import idle_message, idle_phrases, phrase_doubts
from app.workbench.places import PlacedIdea, ideas_in, wordings_of
from app.workbench.wording_lint import WordingLint

LINT_CODES: Mapping[str, str] = MappingProxyType(
    {
        "says-nothing": "a phrase, wording or alternative holds nothing that is looked for",
        "lost-part": "marks and articles are not read: `5%` is just 5, `a day` is just day",
        "idle-negator": "a negator that is a whole alternative, or ends a wording, negates nothing",
        "taken-word": "a plain word stands for an idea of the rubric that is not called so",
        "shared-words": "the same words fill two places of a wording, and one word fills only one",
        "idle-phrase": "a phrase of an idea finds nothing that another phrase of it does not",
    }
)
"""Every warning with one line about it. Codes are stable, as those of problems are."""


def warnings_in(sources: Sources) -> list[Problem]:
    """Everything doubtful in rubrics and lexicon that have no problems, in reading order."""
    lexicon = sources.lexicon
    found = list(lexicon_warnings(lexicon))
    for rubric in sources.rubrics:
        found += rubric_warnings(rubric, lexicon.model)
    return sorted(set(found))


def lexicon_warnings(lexicon: Loaded[Lexicon]) -> Iterator[Problem]:
    """Yield everything doubtful in the lexicon itself."""
    for idea in ideas_in(lexicon.model):
        yield from _idea(lexicon, idea)


def rubric_warnings(rubric: Loaded[Rubric], lexicon: Lexicon) -> Iterator[Problem]:
    """Yield everything doubtful in one rubric that has no problems."""
    for idea in ideas_in(rubric.model):
        yield from _idea(rubric, idea)
    for name, words in rubric.model.wider.items():
        yield from _wider(rubric, name, words, ideas_of(rubric.model, lexicon).get(name, ()))
    lint = WordingLint(rubric.model, lexicon)
    for wording in wordings_of(rubric.model):
        for doubt in lint.doubts(wording.text):
            yield rubric.problem(wording.path, doubt.code, doubt.message)


def _wider(
    rubric: Loaded[Rubric], name: str, words: Sequence[str], idea: Sequence[str] | ScopedIdea
) -> Iterator[Problem]:
    for place, phrase in enumerate(words):
        for doubt in phrase_doubts(phrase):
            yield rubric.problem(("wider", name, place), doubt.code, doubt.message)
    firm = idea.words if isinstance(idea, ScopedIdea) else idea
    found = idle_phrases((*firm, *words))
    if idle := {phrase: found[phrase] for phrase in words if phrase in found}:
        message = f"wider <{name}>: {idle_message(idle, len(words))}"
        first = words.index(next(iter(idle)))
        yield rubric.problem(("wider", name, first), "idle-phrase", message)


def _idea(file: Loaded[Rubric] | Loaded[Lexicon], idea: PlacedIdea) -> Iterator[Problem]:
    for place, phrase in enumerate(idea.phrases):
        for doubt in phrase_doubts(phrase):
            yield file.problem((*idea.path, place), doubt.code, doubt.message)
    for path, text in idea.contexts:
        if not text.startswith("<"):
            for doubt in phrase_doubts(text):
                yield file.problem(path, doubt.code, doubt.message)
    if idle := idle_phrases(idea.phrases):
        first = next(place for place, phrase in enumerate(idea.phrases) if phrase in idle)
        message = f"<{idea.id}>: {idle_message(idle, len(idea.phrases))}"
        yield file.problem((*idea.path, first), "idle-phrase", message)
