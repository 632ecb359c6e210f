"""Turn an answer into a better one: the smallest edits to the learner's own text, each proven."""

from app.engine.improving.improve import MOST_EDITS, improve
from app.engine.improving.rights import preparations

__all__ = ["MOST_EDITS", "improve", "preparations"]
