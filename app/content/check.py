"""All there is to mend in a content root: files one by one, then what they say about each other."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from app.content.check_ids import id_problems
from app.content.check_languages import idea_and_slot_problems, language_problems
from app.content.loader import Loaded, Sources, load_sources
from app.content.positions import Steps
from app.content.problems import MOST_PROBLEMS, Problem
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric
from app.content.suggestion import did_you_mean
from app.content.tree import LEXICON, LEXICON_ID, Tree

ADDRESS = re.compile(r"https?://\S+")
"""As pages make a link of it."""


def check_content(root: Path | Tree) -> list[Problem]:
    """Everything that is wrong below `root`, in reading order; no pipeline is needed."""
    return source_problems(load_sources(root))


def source_problems(sources: Sources) -> list[Problem]:
    """Everything that is wrong with what was read, in reading order."""
    found = list(sources.problems)
    found += _question_set_problems(sources)
    found += _rubric_set_problems(sources)
    for question in sources.questions:
        found += _first(question, _question_problems(question))
    lexicon = sources.lexicon
    found += _first(lexicon, idea_and_slot_problems(lexicon, Lexicon()))
    for rubric in sources.rubrics:
        found += _first(rubric, rubric_problems(rubric, lexicon.model))
    return sorted(set(found))


def _first(
    file: Loaded[Question] | Loaded[Rubric] | Loaded[Lexicon], problems: Iterator[Problem]
) -> Iterator[Problem]:
    """Yield no more problems of a file than anybody mends at once."""
    yield from islice(problems, MOST_PROBLEMS)
    if next(problems, None) is not None:
        message = f"these are the first {MOST_PROBLEMS} problems; the others are told later"
        yield file.problem((), "more-problems", message)


def rubric_problems(rubric: Loaded[Rubric], lexicon: Lexicon) -> Iterator[Problem]:
    """What is wrong inside one rubric, given the lexicon."""
    yield from id_problems(rubric)
    yield from language_problems(rubric, lexicon)
    for key in ("concepts", "misconceptions", "checks"):
        for index, item in enumerate(getattr(rubric.model, key)):
            yield from _source_problems(rubric, (key, index, "source"), item.source)
    bars = rubric.model.bars
    if bars and not bars.mixed < bars.hire < bars.strong:
        message = f"{bars.mixed}, {bars.hire} and {bars.strong} do not grow"
        yield rubric.problem(("bars",), "wrong-order", message)


def _question_set_problems(sources: Sources) -> Iterator[Problem]:
    judged = {rubric.model.question for rubric in sources.rubrics} | sources.broken
    for question in sources.questions:
        model = question.model
        yield from _name_problems(question, model.id, "id")
        if model.id == LEXICON_ID:
            message = f"'{LEXICON_ID}' stands for {LEXICON}"
            yield question.problem(("id",), "reserved-id", message)
        if question.folder != model.category:
            message = f"the file lies in '{question.folder}', not in '{model.category}'"
            yield question.problem(("category",), "file-place", message)
        if model.id not in judged:
            message = f"there is no rubrics/{model.category}/{model.id}.yaml"
            yield question.problem(("id",), "no-rubric", message)
    yield from _repeated(sources.questions, "id", "id")


def _rubric_set_problems(sources: Sources) -> Iterator[Problem]:
    categories = {question.model.id: question.model.category for question in sources.questions}
    for rubric in sources.rubrics:
        name = rubric.model.question
        yield from _name_problems(rubric, name, "question")
        if name not in categories and name not in sources.broken:
            message = f"there is no question '{name}'{did_you_mean(name, categories)}"
            yield rubric.problem(("question",), "unknown-question", message)
        elif rubric.folder != categories.get(name, rubric.folder):
            message = f"the file lies in '{rubric.folder}', its question in '{categories[name]}'"
            yield rubric.problem(("question",), "file-place", message)
    yield from _repeated(sources.rubrics, "question", "question")


def _name_problems(
    loaded: Loaded[Question] | Loaded[Rubric], name: str, key: str
) -> Iterator[Problem]:
    if loaded.name != name:
        message = f"the file is called {loaded.name}.yaml, not {name}.yaml"
        yield loaded.problem((key,), "file-name", message)


def _repeated(
    files: Iterable[Loaded[Question]] | Iterable[Loaded[Rubric]], attribute: str, key: str
) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for loaded in files:
        name = getattr(loaded.model, attribute)
        if name in first:
            message = f"'{name}' is in {first[name]} already"
            yield loaded.problem((key,), "duplicate-id", message)
        first.setdefault(name, loaded.file)


def _question_problems(question: Loaded[Question]) -> Iterator[Problem]:
    for index, company in enumerate(question.model.companies):
        yield from _source_problems(question, ("companies", index, "source"), company.source)
    words = question.model.words
    if words.least >= words.most:
        message = f"from {words.least} to {words.most} words is no span"
        yield question.problem(("words",), "wrong-order", message)


def _source_problems(
    loaded: Loaded[Question] | Loaded[Rubric], path: Steps, source: str
) -> Iterator[Problem]:
    """A source may be a book or a standard; what begins as an address must be one."""
    if source.startswith(("http:", "https:", "www.")) and not ADDRESS.fullmatch(source):
        message = f"'{source}' is not an address that begins with http:// or https://"
        yield loaded.problem(path, "wrong-form", message)
