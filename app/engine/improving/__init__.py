"""Turn an answer into a better one: the smallest edits to the learner's own text, each proven."""

from app.engine.improving.improve import improve

__all__ = ["improve"]
