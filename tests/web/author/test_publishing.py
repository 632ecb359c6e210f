"""Promises of app/web/author/publishing.py."""

import pytest

from app.content.problems import Problem
from app.web.author.publishing import place_of


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("questions/streaming/a-b.yaml", "/author/questions/a-b#question-7"),
        ("rubrics/streaming/a-b.yaml", "/author/questions/a-b#rubric-7"),
        ("rubrics/lexicon.yaml", "/author/questions/lexicon#rubric-7"),
        ("questions", ""),
        ("upload.zip", ""),
        ("", ""),
    ],
)
def test_a_problem_leads_to_its_line_in_the_editor_of_its_question(file: str, address: str) -> None:
    assert place_of(Problem(file, 7, 1, "wrong-type", "It is wrong.")) == address
