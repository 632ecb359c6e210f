"""A content root to documents and models: which files there are, each read and validated alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from app.content.base import Authored
from app.content.positions import Document, Steps
from app.content.problems import Problem
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric
from app.content.tree import LEXICON, Tree, tree_of
from app.content.validation import validate
from app.content.yaml_reader import read_yaml

A = TypeVar("A", bound=Authored)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[A]):
    """A model with the file it came from, so that later findings have a place.

    Why the bytes and not the document: two thousand documents with the place of every word are so
    many objects that the garbage collector takes longer than all else.

    Attributes:
        file: path relative to the content root, with `/`.
    """

    file: str
    data: bytes
    model: A

    @property
    def name(self) -> str:
        """The file's name without folders and ending."""
        return PurePosixPath(self.file).stem

    @property
    def folder(self) -> str:
        """The folder the file lies in, which is its category."""
        return PurePosixPath(self.file).parent.name

    def problem(self, path: Steps, code: str, message: str) -> Problem:
        """Blame the value at `path`, or its nearest ancestor that the file does hold."""
        document = _document(self.data, self.file)
        return (
            document.problem(path, code, message)
            if document
            else Problem(self.file, 1, 1, code, message)
        )


@lru_cache(maxsize=4)
def _document(data: bytes, file: str) -> Document | None:
    return read_yaml(data, file)[0]


@dataclass(frozen=True, slots=True)
class Sources:
    """All content of a root that could be read.

    Attributes:
        broken: names (without ending) of question and rubric files that could not be used; nobody
            is to be told that what they hold does not exist.
    """

    questions: tuple[Loaded[Question], ...]
    rubrics: tuple[Loaded[Rubric], ...]
    lexicon: Loaded[Lexicon]
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def load_sources(root: Path | Tree) -> Sources:
    """Read every content file below `root`; what is wrong with one hides no other."""
    tree = tree_of(root) if isinstance(root, Path) else root
    files = tree.files()
    problems: list[Problem] = []
    if not any(_is_question(file) for file in files):
        problems.append(Problem("questions", 1, 1, "no-content", "there is no question here"))
    broken: set[str] = set()
    of_questions = (file for file in files if file.startswith("questions/"))
    of_rubrics = (file for file in files if file.startswith("rubrics/") and file != LEXICON)
    questions = tuple(_load_kind(tree, of_questions, Question, problems, broken))
    rubrics = tuple(_load_kind(tree, of_rubrics, Rubric, problems, broken))
    lexicon = _load_lexicon(tree, files, problems)
    return Sources(questions, rubrics, lexicon, frozenset(broken), tuple(problems))


def _is_question(file: str) -> bool:
    path = PurePosixPath(file)
    return path.match("questions/*/*.yaml") and len(path.parts) == 3


def _load_kind(
    tree: Tree, files: Iterable[str], model: type[A], problems: list[Problem], broken: set[str]
) -> Iterator[Loaded[A]]:
    for file in files:
        if (misplaced := _misplaced(file)) is not None:
            problems.append(misplaced)
            continue
        loaded, found = load_file(tree, file, model)
        problems += found
        if loaded is None:
            broken.add(PurePosixPath(file).stem)
        else:
            yield loaded


def _misplaced(file: str) -> Problem | None:
    path = PurePosixPath(file)
    if path.suffix != ".yaml":
        return Problem(file, 1, 1, "file-name", f"a content file ends in .yaml, not {path.suffix}")
    if len(path.parts) != 3:
        place = f"{path.parts[0]}/<category>/{path.name}"
        return Problem(file, 1, 1, "file-place", f"the file belongs at {place}")
    return None


def _load_lexicon(tree: Tree, files: Sequence[str], problems: list[Problem]) -> Loaded[Lexicon]:
    if LEXICON in files:
        loaded, found = load_file(tree, LEXICON, Lexicon)
        problems += found
        if loaded is not None:
            return loaded
    return Loaded(LEXICON, b"{}", Lexicon())


def load_file(
    tree: Tree, file: str, model: type[A]
) -> tuple[Loaded[A] | None, tuple[Problem, ...]]:
    """One file of a tree, or None with everything that is wrong with it alone."""
    try:
        data = tree.read(file)
    except OSError as error:
        return None, (Problem(file, 1, 1, "unreadable", f"the file cannot be read: {error}"),)
    document, problems = read_yaml(data, file)
    if document is None:
        return None, problems
    valid, problems = validate(document, model)
    return (None if valid is None else Loaded(file, data, valid)), problems
