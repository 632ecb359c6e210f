"""The Bank: all questions and rubrics, loaded once, immutable, swapped whole on reload."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.content.check import check_content, source_problems
from app.content.loader import Sources, load_sources
from app.content.problems import ContentError
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric
from app.content.tree import Tree

__all__ = ["Bank", "bank_of", "check_content", "load_bank"]


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything authors wrote, by question id; whoever holds one may rely on all of it.

    Attributes:
        digests: sha256 of each rubric's content in canonical form: comments, order of keys and
            layout of the file do not matter.
    """

    questions: Mapping[str, Question]
    rubrics: Mapping[str, Rubric]
    lexicon: Lexicon
    digests: Mapping[str, str]


def load_bank(root: Path | Tree) -> Bank:
    """The content below `root`.

    Raises:
        ContentError: something is wrong with it; the error has every problem there is.
    """
    sources = load_sources(root)
    if problems := source_problems(sources):
        raise ContentError(tuple(problems))
    return bank_of(sources)


def bank_of(sources: Sources) -> Bank:
    """The bank of sources that have no problems."""
    questions = {loaded.model.id: loaded.model for loaded in sources.questions}
    rubrics = {loaded.model.question: loaded.model for loaded in sources.rubrics}
    digests = {name: digest(rubric) for name, rubric in rubrics.items()}
    return Bank(
        MappingProxyType(questions),
        MappingProxyType(rubrics),
        sources.lexicon.model,
        MappingProxyType(digests),
    )


def digest(rubric: Rubric) -> str:
    """The sha256 of a rubric's canonical content, in hexadecimal."""
    data = rubric.model_dump(mode="json", by_alias=True)
    text = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
