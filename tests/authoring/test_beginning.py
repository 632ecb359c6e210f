"""A question begun from skeletons."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.authoring import SCHEMAS, CannotBeginError, begin_question, content_files
from app.content.changes import content_state
from app.content.check import check_content
from app.content.json_schema import json_schema, schema_text
from app.content.rubric import Rubric
from app.content.skeleton import LEXICON_SCHEMA_LINE, SCHEMA_LINE
from app.settings import CHECKOUT
from tests import make
from tests.test_cli import whyboard

BLANK = re.compile(r"""^\s*(- )?("?[\w]+"?:|-)(\s+#.*)?$""")
"""A key or an item without a value."""

VALUES = {
    "id": "one-thing", "area": "durability", "checked": "2026-01-31", "url": "https://a.example/",
}  # fmt: skip


def filled(text: str) -> str:
    """A skeleton with something in each of its blanks."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        below = [
            each for each in lines[at + 1 :] if each.strip() and not each.strip().startswith("#")
        ]
        deeper = below and len(below[0]) - len(below[0].lstrip()) > len(line) - len(
            line.lstrip(" -")
        )
        if BLANK.match(line) and not deeper:
            bare = line.partition("#")[0].rstrip()
            key = bare.strip(' -":')
            lines[at] = f"{bare} {VALUES.get(key, 'several copies are kept')}"
    return "\n".join(lines) + "\n"


def begun(root: Path) -> tuple[Path, Path]:
    return begin_question(root, "small-queue", "streaming")


def test_a_skeleton_passes_the_check_once_its_blanks_are_filled(tmp_path: Path) -> None:
    for file in begun(tmp_path):
        file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert check_content(tmp_path) == []


def test_every_blank_is_told_with_its_place(tmp_path: Path) -> None:
    files = begun(tmp_path)
    found = check_content(tmp_path)
    assert {problem.code for problem in found} == {"wrong-type"}
    for file in files:
        name = file.relative_to(tmp_path).as_posix()
        told = {problem.line for problem in found if problem.file == name}
        text = file.read_text(encoding="utf-8")
        changed = zip(text.splitlines(), filled(text).splitlines(), strict=True)
        assert told == {at for at, (old, new) in enumerate(changed, 1) if old != new}


def test_nothing_is_overwritten_and_nothing_half_begun(tmp_path: Path) -> None:
    rubric = tmp_path / "rubrics/batch/small-queue.yaml"
    rubric.parent.mkdir(parents=True)
    rubric.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotBeginError, match=r"rubrics/batch/small-queue\.yaml is there already"):
        begun(tmp_path)
    assert rubric.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "questions").exists()


@pytest.mark.parametrize("name", ["../x", "a/b", "A", "", "x" * 65, "nul\0", ".", "a..b"])
def test_no_other_name_becomes_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotBeginError):
        begin_question(tmp_path, name, "streaming")
    with pytest.raises(CannotBeginError):
        begin_question(tmp_path, "small-queue", name)
    assert list(tmp_path.iterdir()) == []


def test_the_command_prints_both_files(tmp_path: Path) -> None:
    arguments = ("new", "small-queue", "--category", "streaming")
    status, output, _ = whyboard(*arguments, WHYBOARD_ROOT=str(tmp_path))
    assert (status, len(output.splitlines())) == (0, 2)
    assert whyboard(*arguments, WHYBOARD_ROOT=str(tmp_path))[0] == 2


def test_a_skeleton_names_a_schema_that_is_written_beside_it(tmp_path: Path) -> None:
    for file in begun(tmp_path):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == SCHEMA_LINE
        schema = json.loads((file.parent / first.partition("$schema=")[2]).read_text("utf-8"))
        assert schema["properties"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_committed_schema_is_up_to_date(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    assert text == schema_text(SCHEMAS[name]), "run `make docs`"


def test_a_schema_names_keys_as_authors_write_them_and_says_what_they_mean() -> None:
    schema: dict[str, Any] = json_schema(Rubric)
    misconception = schema["$defs"]["Misconception"]["properties"]
    assert "with" in misconception
    assert misconception["claim"]["description"] == "ways of saying it."
    assert schema["additionalProperties"] is False
    assert "title" not in schema
    assert "title" not in misconception["claim"]


@pytest.mark.slow
def test_a_draft_is_printed_or_written_to_a_new_file(tmp_path: Path) -> None:
    answer, out = tmp_path / "answer.txt", tmp_path / "draft.yaml"
    answer.write_text("A message queue keeps each message. A message queue is safe.", "utf-8")
    arguments = ("draft", "small-queue", "--from", str(answer))
    status, printed, _ = whyboard(*arguments)
    assert (status, "message-queue" in printed) == (0, True)
    assert whyboard(*arguments, "--out", str(out))[0] == 0
    assert out.read_text(encoding="utf-8") == printed
    assert whyboard(*arguments, "--out", str(out))[0] == 2
    assert "unclean" in whyboard("draft", "kafka-event-backbone")[1]


def test_formatting_writes_only_what_changes_and_tells_it(tmp_path: Path) -> None:
    root = make.content_root(tmp_path, files={"rubrics/lexicon.yaml": "ideas:   {}\n# kept\n"})
    names = content_files(root)
    assert len(names) == 3
    assert whyboard("fmt", "--check", WHYBOARD_ROOT=str(root))[0] == 1
    status, output, _ = whyboard("fmt", WHYBOARD_ROOT=str(root))
    assert (status, output.splitlines()) == (0, names)
    assert (root / "rubrics/lexicon.yaml").read_text("utf-8") == (
        f"{LEXICON_SCHEMA_LINE}\nideas: {{}}\n# kept\n"
    )
    before = content_state(root)
    assert whyboard("fmt", WHYBOARD_ROOT=str(root))[:2] == (0, "")
    assert whyboard("fmt", "--check", WHYBOARD_ROOT=str(root))[0] == 0
    assert content_state(root) == before
    assert check_content(root) == []


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_formatted(tmp_path: Path) -> None:
    root = make.content_root(tmp_path, files={"rubrics/lexicon.yaml": "a: ["})
    status, output, findings = whyboard("fmt", WHYBOARD_ROOT=str(root))
    assert (status, len(output.splitlines())) == (1, 2)
    assert "rubrics/lexicon.yaml:" in findings
    assert (root / "rubrics/lexicon.yaml").read_text("utf-8") == "a: ["


def test_one_question_may_be_formatted(tmp_path: Path) -> None:
    root = str(make.content_root(tmp_path, files={"rubrics/lexicon.yaml": "ideas:   {}"}))
    assert len(whyboard("fmt", "small-queue", WHYBOARD_ROOT=root)[1].splitlines()) == 2
    assert whyboard("fmt", "no-such", WHYBOARD_ROOT=root)[0] == 1
