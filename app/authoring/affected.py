"""Which rubrics a changed lexicon concerns: those that name what changed, however indirectly."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from app.content.bank import Bank
from app.content.loader import load_file
from app.content.rubric import Lexicon, Rubric, ScopedIdea
from app.content.tree import LEXICON, Folder

_NAME = re.compile(r"[A-Za-z0-9_-]+")


def affected_questions(root: Path, bank: Bank) -> frozenset[str]:
    """Ids of the questions whose rubrics the lexicon of `bank` changes, against that on disk."""
    loaded, _ = load_file(Folder(root), LEXICON, Lexicon)
    changed = _changed(loaded.model if loaded else Lexicon(), bank.lexicon)
    return frozenset(
        id_ for id_, rubric in bank.rubrics.items() if not changed.isdisjoint(_names(rubric))
    )


def _changed(old: Lexicon, new: Lexicon) -> frozenset[str]:
    changed = _differing(old.ideas, new.ideas) | _differing(old.slots, new.slots)
    while True:  # an idea whose context names a changed one has changed too
        more = {
            name
            for name, idea in new.ideas.items()
            if isinstance(idea, ScopedIdea)
            and any(context.strip("<>") in changed for context in (*idea.of, *idea.not_of))
        }
        if more <= changed:
            return frozenset(changed)
        changed |= more


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def _names(rubric: Rubric) -> frozenset[str]:
    """Every word in a rubric that could name something of the lexicon."""
    text = json.dumps(rubric.model_dump(mode="json"), ensure_ascii=False)
    return frozenset(_NAME.findall(text))
