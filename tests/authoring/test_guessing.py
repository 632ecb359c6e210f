"""Promises of app/authoring/guessing.py."""

from app.authoring import draft_rubric
from app.authoring.guessing import guess_rubric
from app.content.rubric import Lexicon
from app.engine.pipeline import Pipeline
from app.engine.reader import read

MODEL = "Replication keeps three copies of every message. Replication survives a lost broker."


def test_it_guesses_what_the_terminal_guesses_and_leaves_the_parser_free(nlp: Pipeline) -> None:
    assert guess_rubric("q", MODEL, Lexicon(), nlp) == draft_rubric("q", MODEL, Lexicon(), nlp)
    assert read("Anybody else may read.", nlp).segments
