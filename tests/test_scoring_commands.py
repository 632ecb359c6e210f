"""The commands that score, as a user starts them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.cli import main
from app.engine.report import Report
from tests import make

GOOD = "Several copies are kept, so one copy survives the crash of another."
WRONG = "One copy is safe."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one small question, its rubric and labelled answers."""
    rubric = make.rubric_data(misconceptions=[make.misconception_data()])
    return make.content_root(tmp_path / "root", rubric=rubric)


@pytest.fixture
def run(root: Path) -> Any:
    """Start `whyboard` with these arguments over that folder."""
    environment = {"WHYBOARD_ROOT": str(root), "COLUMNS": "100"}

    def start(*arguments: object, text: str | bytes = "") -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], input=text, env=environment)

    return start


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def asked(text: object, **changes: Any) -> str:
    return json.dumps({"id": "a", "question": "small-queue", "text": text} | changes) + "\n"


def test_an_answer_is_read_from_standard_input_and_its_report_printed(run: Any) -> None:
    result = run("score", "small-queue", text=GOOD)
    assert result.exit_code == 0
    assert "Copies: explained, 100 of 100" in result.stdout


def test_an_answer_is_read_from_a_file(run: Any, tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_text(WRONG, encoding="utf-8")
    result = run("score", "small-queue", tmp_path / "answer.txt")
    assert "Right: One copy is lost with its disk." in result.stdout


def test_json_is_the_report_and_its_spans_lie_in_the_answer(run: Any) -> None:
    report = Report.model_validate_json(run("score", "small-queue", "--json", text=GOOD).stdout)
    assert report.score == 100
    assert all(GOOD[e.start : e.end] == e.text for c in report.concepts for e in c.evidence)


FILLED = f"{WRONG} We put everything that comes in behind everything that came before. " * 2
"""Enough words to build on."""


def test_improve_shows_what_to_strike_and_to_add_and_the_whole_text(run: Any) -> None:
    result = run("score", "small-queue", "--improve", text=f"We keep several copies. {FILLED}")
    assert result.exit_code == 0
    told = result.stdout.partition("Your answer, improved")[2]
    assert "- One copy is safe." in told
    assert "+ One copy is lost with its disk." in told
    assert "points with all of them:" in told


def test_improved_is_in_the_report_when_asked_for_and_null_otherwise(run: Any) -> None:
    asked_for = run("score", "small-queue", "--improve", "--json", text=FILLED).stdout
    report = Report.model_validate_json(asked_for)
    assert report.improved is not None
    assert json.loads(run("score", "small-queue", "--json", text=FILLED).stdout)["improved"] is None


def test_an_empty_answer_is_nothing_to_score_and_no_failure(run: Any) -> None:
    result = run("score", "small-queue", text=" \n")
    assert result.exit_code == 0
    assert "Nothing to score" in result.stdout


def test_an_unknown_question_gets_a_suggestion(run: Any) -> None:
    result = run("score", "small-quue", text=GOOD)
    assert result.exit_code == 2
    assert result.stderr == "There is no question 'small-quue'; did you mean 'small-queue'?\n"


def test_a_missing_file_is_told_in_a_sentence(run: Any) -> None:
    result = run("score", "small-queue", "nowhere.txt")
    assert result.exit_code == 2
    assert result.stderr == "nowhere.txt: No such file or directory.\n"


def test_a_file_that_is_not_text_is_told_in_a_sentence(run: Any) -> None:
    result = run("score", "small-queue", text=b"\xff\xfe\x00")
    assert result.exit_code == 2
    assert "not text in UTF-8" in result.stderr


def test_too_long_an_answer_is_refused_with_the_limit(run: Any) -> None:
    result = run("score", "small-queue", text="a " * 10_001)
    assert result.exit_code == 2
    assert "20,000" in result.stderr


def test_problems_of_content_are_listed_before_anything_is_scored(run: Any, root: Path) -> None:
    rubric = root / "rubrics" / "streaming" / "small-queue.yaml"
    rubric.write_text(rubric.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    result = run("score", "small-queue", text=GOOD)
    assert result.exit_code == 1
    assert "unknown-key" in result.stderr


def test_many_answers_give_a_report_a_line_in_order(run: Any, tmp_path: Path) -> None:
    text = asked(GOOD, id=1) + asked("Nothing.", id="two") + asked(WRONG, id=None)
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    result = run("score-many", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl")
    assert result.exit_code == 0
    rows = lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == [1, "two", None]
    assert [row["score"] for row in rows] == [100, 0, 0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json\n", "not JSON"),
        ("[1]\n", "not a JSON object"),
        ('{"id": NaN}\n', "NaN is no number"),
        ("[" * 100_000 + "\n", "nested too deep"),
        (asked(GOOD, question="other"), "no question 'other'"),
        (asked(3), "'text' is not text"),
        ('{"id": "a", "question": "small-queue"}\n', "'text' is missing"),
        (asked("a" * 20_001), "20,000"),
    ],
)
def test_a_bad_line_is_told_in_its_place_and_the_rest_is_scored(
    run: Any, line: str, said: str
) -> None:
    result = run("score-many", "-", "--out", "-", text=asked(GOOD) + line + asked(GOOD))
    before, bad, after = lines(result.stdout)
    assert (result.exit_code, before["score"], after["score"]) == (0, 100, 100)
    assert bad["line"] == 2
    assert said in bad["error"]
    assert set(bad) == {"id", "line", "error"}


def test_a_line_that_is_not_utf8_is_a_bad_line(run: Any) -> None:
    result = run("score-many", "-", "--out", "-", text=b"\xff\n" + asked(GOOD).encode())
    assert [row.get("error") for row in lines(result.stdout)] == ["the line is not UTF-8", None]


def test_a_lone_surrogate_in_an_id_comes_back_as_it_was(run: Any) -> None:
    result = run("score-many", "-", "--out", "-", text=asked(GOOD, id="\ud800"))
    assert lines(result.stdout)[0]["id"] == "\ud800"


def test_blank_lines_are_passed_over_and_still_counted(run: Any) -> None:
    result = run("score-many", "-", "--out", "-", text=f"\n{asked(GOOD)}\nnonsense\n")
    assert [row.get("line") for row in lines(result.stdout)] == [None, 4]


def test_several_workers_give_what_one_gives(run: Any) -> None:
    text = "".join(asked(GOOD if n % 3 else WRONG, id=n) for n in range(40)) + "nonsense\n"
    one = run("score-many", "-", "--out", "-", text=text)
    two = run("score-many", "-", "--out", "-", "--workers", "2", text=text)
    assert one.stdout == two.stdout
    assert [row["id"] for row in lines(two.stdout)] == [*range(40), None]


def test_the_answers_are_never_overwritten_by_their_reports(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(asked(GOOD), encoding="utf-8")
    result = run("score-many", path, "--out", path)
    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == asked(GOOD)


def test_answers_that_are_not_there_leave_no_file_of_reports(run: Any, tmp_path: Path) -> None:
    result = run("score-many", tmp_path / "none", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert result.stderr.endswith("none: No such file or directory\n")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def gold(root: Path) -> Path:
    """Labels for an answer of each half; the engine gets both wrong."""
    folder = root / "tests" / "gold"
    rater = {"level": 3, "concepts": {"copies": 2}, "evidence": {}, "misconceptions": {}}
    for place in ("answers", "pairs"):
        (folder / place).mkdir(parents=True)
    rows = [
        {"id": f"small-{half}", "question": "small-queue", "text": text, "raters": [rater, rater]}
        for half, text in (("build", "Pears grow here."), ("aside", "Plums grow here."))
    ]
    (folder / "answers" / "small-queue.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
    )
    answers = {"build": ["small-build"], "aside": ["small-aside"]}
    split = {"answers": answers, "pairs": {"build": [], "aside": []}}
    (folder / "split.json").write_text(json.dumps(split), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("gold")
def test_figures_come_for_both_halves_and_all_judges(run: Any) -> None:
    result = run("eval", "--no-laws")
    assert result.exit_code == 0
    assert "Agreement with the readers, build" in result.stdout
    assert "Agreement with the readers, aside" in result.stdout
    for judge in ("engine", "length alone", "keywords", "other reader"):
        assert judge in result.stdout


@pytest.mark.usefixtures("gold")
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_errors_are_listed_of_build_and_never_of_aside(run: Any, form: tuple[str, ...]) -> None:
    shown = run("eval", "--errors", *form).stdout
    assert "small-build" in shown
    assert "small-aside" not in shown
    assert "Plums" not in shown


@pytest.mark.usefixtures("gold")
def test_laws_are_counted(run: Any) -> None:
    data = json.loads(run("eval", "--json").stdout)
    assert data["laws"]["empty is nothing to score"] == {"tried": 3, "broken": 0}


@pytest.mark.usefixtures("gold")
def test_the_page_of_figures_holds_no_text_and_no_id(run: Any, tmp_path: Path) -> None:
    run("eval", "--errors", "--page", tmp_path / "accuracy.md")
    page = (tmp_path / "accuracy.md").read_text(encoding="utf-8")
    assert "| covered: kappa |" in page
    assert "small-build" not in page
    assert "small-aside" not in page


def test_without_labels_there_is_a_sentence(run: Any) -> None:
    result = run("eval")
    assert result.exit_code == 2
    assert "split.json is missing" in result.stderr
