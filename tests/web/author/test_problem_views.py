"""Promises of app/web/author/problem_views.py."""

from app.authoring.working import Examined
from app.content.problems import Problem
from app.web.author.problem_views import MOST_SHOWN, problems_view

QUESTION, RUBRIC = "questions/streaming/q.yaml", "rubrics/streaming/q.yaml"


def examined(*problems: Problem, warnings: tuple[Problem, ...] = ()) -> Examined:
    return Examined(problems, warnings, None, None, None, QUESTION, RUBRIC)


def problem(file: str, line: int = 1, code: str = "wrong-type") -> Problem:
    return Problem(file, line, 2, code, "It is wrong.")


def test_each_problem_stands_with_the_text_it_is_about() -> None:
    other = problem("rubrics/lexicon.yaml")
    view = problems_view(examined(problem(QUESTION, 3), problem(RUBRIC, 4), other))
    assert [each.anchor for each in view.question.problems] == ["question-3"]
    assert [each.anchor for each in view.rubric.problems] == ["rubric-4"]
    assert [(each.problem, each.anchor) for each in view.other] == [(other, "")]
    assert (view.problems, view.warnings) == (3, 0)


def test_warnings_stand_apart_and_a_line_with_a_problem_is_marked_so() -> None:
    warnings = (problem(RUBRIC, 4), problem(RUBRIC, 5))
    told = problems_view(examined(problem(RUBRIC, 4), warnings=warnings)).rubric
    assert [each.problem.line for each in told.warnings] == [4, 5]
    assert told.lines == {4: "bad", 5: "doubt"}


def test_what_is_found_otherwise_is_told_once_and_in_order() -> None:
    first, second = problem(QUESTION, 1), problem(QUESTION, 2)
    view = problems_view(examined(second), more=[first, second])
    assert [each.problem for each in view.question.problems] == [first, second]


def test_a_file_with_very_many_problems_lists_some_and_counts_the_rest() -> None:
    many = [problem(QUESTION, line) for line in range(1, MOST_SHOWN + 6)]
    view = problems_view(examined(*many))
    assert (len(view.question.problems), view.question.more) == (MOST_SHOWN, 5)
    assert view.problems == MOST_SHOWN + 5
