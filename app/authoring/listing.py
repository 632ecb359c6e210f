"""The list of all questions, on disk or in the works, with how each stands."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from app.authoring.examining import problem_count
from app.authoring.placing import field_in
from app.authoring.working import Listed, State, WorkingCopy
from app.content.changes import State as Stamps
from app.content.changes import content_state
from app.content.check import source_problems
from app.content.loader import load_sources
from app.content.tree import LEXICON, LEXICON_ID


def listing(root: Path, drafts: Iterable[WorkingCopy]) -> tuple[Listed, ...]:
    """Every question of a root and every draft, by category and title; not the lexicon."""
    listed = dict(_on_disk(root, content_state(root)))
    for copy in drafts:
        if copy.id != LEXICON_ID:
            listed[copy.id] = _draft(root, copy, listed.get(copy.id))
    return tuple(sorted(listed.values(), key=lambda each: (each.category, each.title.lower())))


def _draft(root: Path, copy: WorkingCopy, on_disk: Listed | None) -> Listed:
    count = problem_count(root, copy.id, copy.category, copy.texts)
    return Listed(
        id=copy.id,
        title=field_in(copy.texts.question, "title") or (on_disk.title if on_disk else copy.id),
        category=copy.category,
        state="has problems" if count else "draft",
        problems=count,
        is_published=on_disk is not None,
        author=copy.author,
        saved_at=copy.saved_at,
    )


@lru_cache(maxsize=2)
def _on_disk(root: Path, _stamps: Stamps) -> Mapping[str, Listed]:
    """What is on disk; read again only when a file has changed."""
    sources = load_sources(root)
    counts = Counter(_name(problem.file) for problem in source_problems(sources))
    titles = {each.name: (each.model.title, each.folder) for each in sources.questions}
    names = {
        PurePosixPath(path).stem: PurePosixPath(path).parent.name
        for path, _, _ in _stamps
        if PurePosixPath(path).parent.parent.name == "questions"
    }
    listed = {}
    for name, folder in names.items():
        title, category = titles.get(name, (name, folder))
        state: State = "has problems" if counts[name] else "published"
        listed[name] = Listed(name, title, category, state, counts[name], is_published=True)
    return listed


def _name(file: str) -> str:
    return LEXICON_ID if file == LEXICON else PurePosixPath(file).stem
