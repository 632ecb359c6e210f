"""A rubric guessed from a model answer while the site serves others."""

from app.authoring.beginning import draft_rubric
from app.content.rubric import Lexicon
from app.engine.pipeline import Pipeline


def guess_rubric(question_id: str, text: str, lexicon: Lexicon, pipeline: Pipeline) -> str:
    """`draft_rubric`, with nobody else at the parser meanwhile: it is not made for two at once.

    Raises:
        TooLong: the text has more than 20,000 code points.
    """
    with pipeline.lock, pipeline.language.memory_zone():
        return draft_rubric(question_id, text, lexicon, pipeline)
