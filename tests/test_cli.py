"""The command line as a shell sees it: output, findings, exit status."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from typer.testing import CliRunner

from app.cli import main
from tests import make


def whyboard(*arguments: str, **env: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command run in this process."""
    result = CliRunner().invoke(main, arguments, env=env)
    return result.exit_code, result.stdout, result.stderr


def test_good_content_is_counted_on_standard_output(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    assert whyboard("check", str(root)) == (0, "1 questions, 1 rubrics: all good\n", "")


def test_problems_go_to_standard_error_with_a_count(tmp_path: Path) -> None:
    root = make.content_root(tmp_path, make.question_data(minutes=1, titel="x"))
    status, output, findings = whyboard("check", str(root))
    assert (status, output) == (1, "")
    lines = findings.splitlines()
    assert lines[0].startswith("questions/streaming/small-queue.yaml:")
    assert ": out-of-range: '1' is less than 5" in findings
    assert lines[-1] == "2 to mend"


def test_the_root_may_be_set_by_a_variable(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    assert whyboard("check", WHYBOARD_ROOT=str(root))[0] == 0


def test_a_bad_setting_is_named_in_a_sentence() -> None:
    status, _, findings = whyboard("check", WHYBOARD_ROOT="/no/such/folder")
    assert (status, findings) == (
        2,
        "WHYBOARD_ROOT must be a folder that exists, not '/no/such/folder'\n",
    )


def test_a_folder_that_does_not_exist_is_a_wrong_call() -> None:
    assert whyboard("check", "/no/such/folder")[0] == 2


def test_without_a_command_the_help_is_shown() -> None:
    assert "check" in whyboard()[1]


@pytest.mark.slow
def test_the_fast_check_imports_neither_pipeline_nor_web_nor_database(tmp_path: Path) -> None:
    program = (
        "import sys; from app.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "print(sorted({'spacy', 'fastapi', 'sqlalchemy', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(make.content_root(tmp_path))],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert done.stdout.splitlines()[-1] == "[]"


def doubtful_root(folder: Path) -> str:
    """A root without problems whose rubric has six warnings of one code and one of another."""
    ideas = {"thing": ["5%", "6%", "7%", "8%", "9%", "10%", "spare", "spares"]}
    return str(make.content_root(folder, rubric=make.rubric_data(ideas=ideas)))


def test_warnings_are_listed_a_few_of_each_code_and_fail_nothing(tmp_path: Path) -> None:
    status, output, findings = whyboard("check", doubtful_root(tmp_path))
    assert (status, findings.count("warning: lost-part"), findings.count("idle-phrase")) == (
        0,
        5,
        1,
    )
    assert "and 1 more warnings" in findings
    assert output == ("1 questions, 1 rubrics: all good; 7 warnings (6 lost-part, 1 idle-phrase)\n")


def test_all_warnings_are_listed_if_asked_for(tmp_path: Path) -> None:
    _, _, findings = whyboard("check", "--warnings", doubtful_root(tmp_path))
    assert findings.count("warning: lost-part") == 6


def test_strict_fails_for_a_warning(tmp_path: Path) -> None:
    assert whyboard("check", "--strict", doubtful_root(tmp_path))[0] == 1
    assert whyboard("check", "--strict", str(make.content_root(tmp_path / "good")))[0] == 0


def test_the_warnings_of_one_question_may_be_asked_for(tmp_path: Path) -> None:
    root = doubtful_root(tmp_path)
    assert "7 warnings" in whyboard("check", "--question", "small-queue", root)[1]
    status, _, findings = whyboard("check", "--question", "small-queu", root)
    assert (status, findings) == (
        2,
        "There is no question 'small-queu'; did you mean 'small-queue'?\n",
    )


@pytest.mark.slow
def test_a_rubric_is_calibrated_with_its_figures_and_as_json(tmp_path: Path) -> None:
    root = str(make.content_root(tmp_path))
    status, output, _ = whyboard("calibrate", "small-queue", WHYBOARD_ROOT=root)
    assert status == 0
    assert output.splitlines()[0] == "small-queue: 6 texts"
    _, output, _ = whyboard("calibrate", "small-queue", "--json", WHYBOARD_ROOT=root)
    assert json.loads(output)["concepts"][0]["id"] == "copies"


def test_an_unknown_concept_or_gold_folder_is_a_wrong_call(tmp_path: Path) -> None:
    root = str(make.content_root(tmp_path))
    gold = ("calibrate", "small-queue", "--gold", str(tmp_path / "none"))
    assert whyboard(*gold, WHYBOARD_ROOT=root)[0] == 2
    assert whyboard("calibrate", "small-queu", WHYBOARD_ROOT=root)[0] == 2
    unknown = whyboard("calibrate", "small-queue", "--concept", "copie", WHYBOARD_ROOT=root)
    assert (unknown[0], unknown[2]) == (
        2,
        "There is no concept 'copie'; did you mean 'copies'?\n",
    )


WATCH = """
import signal
from app.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
main()
"""


@pytest.mark.slow
def test_a_watch_checks_again_when_a_file_changes_and_goes_on_after_problems(
    tmp_path: Path,
) -> None:
    root = make.content_root(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", WATCH, "check", "--watch", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "PYTHONUNBUFFERED": "1",
        },
    ) as watching:
        giving_up = Timer(300, watching.kill)
        giving_up.start()
        try:
            assert watching.stdout is not None
            assert "all good" in watching.stdout.readline()
            question = root / "questions/streaming/small-queue.yaml"
            question.write_text(make.as_yaml(make.question_data(minutes=1)), encoding="utf-8")
            told = [watching.stdout.readline() for _ in range(4)]
            assert "out-of-range" in told[2]
            assert told[3] == "1 to mend\n"
            question.write_text(make.as_yaml(make.question_data()), encoding="utf-8")
            told = [watching.stdout.readline() for _ in range(3)]
            assert "all good" in told[2]
            watching.send_signal(signal.SIGINT)
            assert watching.wait(timeout=120) == 0
        finally:
            giving_up.cancel()
            watching.kill()
