"""Ids inside a rubric: each stands for one thing, and whatever is named exists."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from app.content.loader import Loaded
from app.content.problems import Problem
from app.content.rubric import Omission, Rubric
from app.content.suggestion import did_you_mean

Named = tuple[tuple[Hashable, ...], str]
"""Where an id is named, and the id."""


def id_problems(rubric: Loaded[Rubric]) -> Iterator[Problem]:
    """Ids that stand for two things, and ids that stand for nothing."""
    model = rubric.model
    concepts = {concept.id for concept in model.concepts}
    areas = {concept.area for concept in model.concepts}
    flags = {item.id for item in model.misconceptions} | {item.id for item in model.checks}
    yield from _repeated(rubric, _definitions(model, ("concepts",)))
    yield from _repeated(rubric, _definitions(model, ("misconceptions", "checks")))
    yield from _unknown(rubric, "concept", concepts, _named_concepts(model))
    yield from _unknown(rubric, "area", areas, _named_areas(model))
    yield from _unknown(rubric, "flag", flags, _named_flags(model))
    for index, omission in enumerate(model.omissions):
        yield from _target_problems(rubric, index, omission)


def _definitions(rubric: Rubric, keys: Iterable[str]) -> Iterator[Named]:
    for key in keys:
        for index, item in enumerate(getattr(rubric, key)):
            yield (key, index, "id"), item.id


def _named_concepts(rubric: Rubric) -> Iterator[Named]:
    for key in ("misconceptions", "checks"):
        for index, flag in enumerate(getattr(rubric, key)):
            yield from _listed((key, index, "spoils"), flag.spoils)
    for index, misconception in enumerate(rubric.misconceptions):
        if misconception.corrects:
            yield ("misconceptions", index, "corrects"), misconception.corrects
    yield from _concepts_of_omissions(rubric)
    for index, sample in enumerate(rubric.samples):
        for concept in sample.concepts:
            yield ("samples", index, "concepts", concept), concept


def _concepts_of_omissions(rubric: Rubric) -> Iterator[Named]:
    for index, omission in enumerate(rubric.omissions):
        yield from _listed(("omissions", index, "any_of"), omission.any_of)
        if omission.concept:
            yield ("omissions", index, "concept"), omission.concept


def _named_areas(rubric: Rubric) -> Iterator[Named]:
    for index, omission in enumerate(rubric.omissions):
        if omission.area:
            yield ("omissions", index, "area"), omission.area


def _named_flags(rubric: Rubric) -> Iterator[Named]:
    for index, sample in enumerate(rubric.samples):
        yield from _listed(("samples", index, "flags"), sample.flags)


def _listed(path: tuple[Hashable, ...], ids: Iterable[str]) -> Iterator[Named]:
    for index, name in enumerate(ids):
        yield (*path, index), name


def _repeated(rubric: Loaded[Rubric], named: Iterable[Named]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield rubric.problem(path, "duplicate-id", f"'{name}' is taken already")
        seen.add(name)


def _unknown(
    rubric: Loaded[Rubric], kind: str, known: Iterable[str], named: Iterable[Named]
) -> Iterator[Problem]:
    known = set(known)
    for path, name in named:
        if name not in known:
            message = f"this rubric has no {kind} '{name}'{did_you_mean(name, known)}"
            yield rubric.problem(path, f"unknown-{kind}", message)


def _target_problems(rubric: Loaded[Rubric], index: int, omission: Omission) -> Iterator[Problem]:
    targets: Mapping[str, object] = {
        "concept": omission.concept,
        "any_of": omission.any_of,
        "area": omission.area,
    }
    given = [key for key, value in targets.items() if value]
    if len(given) != 1:
        message = f"exactly one of {', '.join(targets)} is needed, not {len(given)}"
        yield rubric.problem(("omissions", index), "omission-target", message)
