"""Everything an author can do wrong has a code, a place and an example here."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.content.bank import check_content
from app.content.problems import CODES, Problem
from tests import make

QUESTION, RUBRIC = "questions/streaming/small-queue.yaml", "rubrics/streaming/small-queue.yaml"
LEXICON = "rubrics/lexicon.yaml"


def question(**changes: Any) -> dict[str, Any]:
    return {"question": make.question_data(**changes)}


def rubric(**changes: Any) -> dict[str, Any]:
    return {"rubric": make.rubric_data(**changes)}


def concept(**changes: Any) -> dict[str, Any]:
    return {"rubric": make.rubric_data(make.concept_data(**changes))}


def misconception(**changes: Any) -> dict[str, Any]:
    return rubric(misconceptions=[make.misconception_data(**changes)])


def check(**changes: Any) -> dict[str, Any]:
    return rubric(checks=[make.check_data(**changes)])


def omission(**target: Any) -> dict[str, Any]:
    return rubric(omissions=[{**target, "message": "It was left out."}])


def sample(**changes: Any) -> dict[str, Any]:
    return rubric(samples=[{"answer": "An answer.", "level": 2, **changes}])


def slot(**changes: Any) -> dict[str, Any]:
    return rubric(slots={"rf": {"names": ["rf"], **changes}})


def word(**changes: Any) -> dict[str, Any]:
    """A check of a slot whose values are words."""
    slots = {"rf": {"names": ["rf"], "kind": "choice", "values": {"all": ["every"]}}}
    changes = {"rule": "rf == 'all'", "fails": "It is {rf}.", "confirms": "It is {rf}.", **changes}
    return rubric(slots=slots, checks=[make.check_data(**changes)])


def files(contents: dict[str, str | bytes]) -> dict[str, Any]:
    return {"files": contents}


EXAMPLES: list[tuple[str, str, dict[str, Any]]] = [
    ("file-name", QUESTION, question(id="other-queue")),
    ("file-name", RUBRIC, rubric(question="other-queue")),
    ("file-name", "questions/streaming/x.yml", files({"questions/streaming/x.yml": "a: b"})),
    ("file-place", QUESTION, question(category="batch")),
    ("file-place", "rubrics/x.yaml", files({"rubrics/x.yaml": "a: b"})),
    ("too-large", LEXICON, files({LEXICON: "#" * (1024 * 1024 + 1)})),
    ("not-utf8", LEXICON, files({LEXICON: b"\xff"})),
    ("control-character", LEXICON, files({LEXICON: "\x07"})),
    ("empty-file", LEXICON, files({LEXICON: ""})),
    ("yaml-syntax", LEXICON, files({LEXICON: "ideas: ["})),
    ("yaml-alias", LEXICON, files({LEXICON: "ideas: &x {}"})),
    ("yaml-tag", LEXICON, files({LEXICON: "ideas: !!map {}"})),
    ("yaml-key", LEXICON, files({LEXICON: "[ideas]: {}"})),
    ("several-documents", LEXICON, files({LEXICON: "{}\n---\n{}"})),
    ("too-deep", LEXICON, files({LEXICON: "[" * 30})),
    ("more-problems", RUBRIC, rubric(ideas={f"i{n}": ["(x"] for n in range(101)})),
    ("too-large", LEXICON, files({LEXICON: "a: [" + "b," * 50_000 + "]"})),
    ("duplicate-key", LEXICON, files({LEXICON: "ideas: {}\nideas: {}"})),
    ("unknown-key", QUESTION, question(titel="A queue")),
    ("missing-key", RUBRIC, {"rubric": {"question": "small-queue"}}),
    ("wrong-type", QUESTION, question(minutes="ten")),
    ("wrong-choice", QUESTION, question(difficulty="hard")),
    ("wrong-form", QUESTION, question(category="Streaming")),
    ("wrong-form", RUBRIC, concept(source="www.example.org")),
    ("wrong-form", RUBRIC, misconception(source="https://a.example and https://b.example")),
    ("wrong-form", QUESTION, question(companies=[{"name": "One", "source": "http:/one.example"}])),
    ("too-short", QUESTION, question(prompt="?")),
    ("too-long", QUESTION, question(title="x" * 401)),
    ("too-few", QUESTION, question(topics=[])),
    ("too-many", RUBRIC, concept(mentioned=["several copies"] * 1_000)),
    ("out-of-range", QUESTION, question(minutes=1)),
    ("wrong-order", QUESTION, question(words={"least": 200, "most": 100})),
    ("wrong-order", RUBRIC, rubric(bars={"mixed": 50, "hire": 40})),
    ("reserved-id", QUESTION, question(id="lexicon")),
    ("duplicate-id", RUBRIC, {"rubric": make.rubric_data(*[make.concept_data()] * 2)}),
    ("duplicate-id", RUBRIC, rubric(checks=[make.check_data()] * 2)),
    ("unknown-concept", RUBRIC, misconception(spoils=["cpoies"])),
    ("unknown-concept", RUBRIC, misconception(corrects="cpoies")),
    ("unknown-concept", RUBRIC, check(spoils=["cpoies"])),
    ("unknown-concept", RUBRIC, omission(concept="cpoies")),
    ("unknown-concept", RUBRIC, omission(any_of=["copies", "cpoies"])),
    ("unknown-concept", RUBRIC, sample(concepts={"cpoies": "missing"})),
    ("unknown-area", RUBRIC, omission(area="speed")),
    ("unknown-flag", RUBRIC, sample(flags=["one-copy"])),
    ("unknown-facet", RUBRIC, concept(explained="survives and thrives")),
    ("unknown-idea", RUBRIC, concept(mentioned=["several <copy>"])),
    ("unknown-idea", RUBRIC, misconception(unless=["several <copy>"])),
    ("unknown-idea", RUBRIC, rubric(wider={"copy": ["clone"]})),
    ("idea-shape", RUBRIC, rubric(ideas={"copy": ["copy"]}, wider={"copy": ["<copy> dies"]})),
    ("unknown-slot", RUBRIC, check(slots=["rf", "isr"])),
    ("unknown-slot", RUBRIC, check(rule="isr >= 2")),
    ("unknown-slot", RUBRIC, check(when="isr >= 2")),
    ("unknown-slot", RUBRIC, check(fails="There are {isr} copies.")),
    ("unknown-slot", RUBRIC, misconception(**{"with": ["isr >= 2"]})),
    ("unknown-slot", RUBRIC, misconception(without=["isr >= 2"])),
    ("unknown-choice", RUBRIC, check(rule="rf == 'many'")),
    ("wording-syntax", RUBRIC, concept(against=["one (copy"])),
    ("wording-syntax", RUBRIC, rubric(ideas={"copy": ["copy", "a | b"]})),
    ("wording-syntax", LEXICON, files({LEXICON: "ideas: {copy: {words: [copy], of: ['(x']}}"})),
    ("expression-syntax", RUBRIC, concept(explained="survives and")),
    ("expression-syntax", RUBRIC, check(rule="rf = 2")),
    ("expression-syntax", RUBRIC, check(rule="rf == 'x' * 9999999999")),
    ("expression-syntax", RUBRIC, word(rule="rf * 99999999 == 3")),
    ("expression-syntax", RUBRIC, word(when="rf >= 2")),
    ("expression-syntax", RUBRIC, word(fails="There are {rf * 2 as count}.")),
    ("text-syntax", RUBRIC, check(confirms="There are {rf * 2 as bananas}.")),
    ("text-syntax", RUBRIC, check(confirms="With {rf there is a spare copy.")),
    ("text-syntax", RUBRIC, check(confirms="With {rf:>9} there is a spare copy.")),
    ("omission-target", RUBRIC, omission()),
    ("omission-target", RUBRIC, omission(area="durability", concept="copies")),
    ("slot-shape", RUBRIC, slot(kind="choice")),
    ("slot-shape", RUBRIC, slot(values={"one": ["single"]})),
    ("slot-shape", RUBRIC, slot(phrases=["several copies"])),
    ("slot-shape", RUBRIC, rubric(slots={"rf": {}})),
    ("slot-shape", LEXICON, files({LEXICON: "slots: {min-isr: {names: [isr]}}"})),
    ("idea-shape", RUBRIC, rubric(ideas={"copy": ["slow -> fast"]})),
]
"""Code, the file it is told about, and how the small root is changed to earn it."""


def problems_of(root: Path, changes: dict[str, Any]) -> list[Problem]:
    return check_content(make.content_root(root, **changes))


def test_the_small_root_is_good(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {}) == []


@pytest.mark.parametrize(("code", "file", "changes"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_every_mistake_is_told_about_its_file(
    tmp_path: Path, code: str, file: str, changes: dict[str, Any]
) -> None:
    assert (code, file) in {(found.code, found.file) for found in problems_of(tmp_path, changes)}


def test_a_root_without_questions_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in check_content(tmp_path)] == ["no-content"]


def test_a_question_without_a_rubric_is_told(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    (root / RUBRIC).unlink()
    assert [problem.code for problem in check_content(root)] == ["no-rubric"]


def test_a_rubric_without_a_question_is_told_with_the_nearest(tmp_path: Path) -> None:
    data = make.as_yaml(make.rubric_data(question="small-queu"))
    (problem,) = problems_of(tmp_path, files({"rubrics/streaming/small-queu.yaml": data}))
    assert problem.code == "unknown-question"
    assert problem.message == "there is no question 'small-queu'; did you mean 'small-queue'?"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    (root / RUBRIC).unlink()
    (root / RUBRIC).mkdir()
    assert [problem.code for problem in check_content(root)] == ["unreadable"]


def test_a_file_that_an_editor_hides_is_no_content(tmp_path: Path) -> None:
    assert problems_of(tmp_path, files({"questions/streaming/.#small-queue.yaml": "["})) == []


def test_a_broken_question_does_not_make_its_rubric_an_orphan(tmp_path: Path) -> None:
    assert {problem.file for problem in problems_of(tmp_path, files({QUESTION: "["}))} == {QUESTION}


def test_a_broken_rubric_does_not_make_its_question_bare(tmp_path: Path) -> None:
    assert {problem.file for problem in problems_of(tmp_path, files({RUBRIC: "["}))} == {RUBRIC}


def test_the_same_id_in_two_folders_is_told(tmp_path: Path) -> None:
    data = make.as_yaml(make.question_data(category="batch"))
    found = problems_of(tmp_path, files({"questions/batch/small-queue.yaml": data}))
    assert "duplicate-id" in {problem.code for problem in found}


def test_a_rubric_lies_in_the_folder_of_its_question(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    (root / "rubrics/batch").mkdir()
    (root / RUBRIC).rename(root / "rubrics/batch/small-queue.yaml")
    assert [problem.code for problem in check_content(root)] == ["file-place"]


def test_ideas_and_slots_of_the_lexicon_are_known_to_every_rubric(tmp_path: Path) -> None:
    lexicon = "ideas: {copy: [replica, copy]}\nslots: {isr: {names: [isr]}}"
    data = concept(
        mentioned=["several <copy>"],
        facets={"survives": {"label": "copies", "set": ["isr >= 2"]}},
    )
    assert problems_of(tmp_path, {**data, **files({LEXICON: lexicon})}) == []


def test_problems_of_all_files_are_told_at_once_in_reading_order(tmp_path: Path) -> None:
    changes = {**question(minutes=1), **concept(weight=9), **files({LEXICON: "x: 1"})}
    found = problems_of(tmp_path, changes)
    assert [problem.file for problem in found] == [QUESTION, LEXICON, RUBRIC]


def test_a_problem_stands_at_the_item_that_causes_it(tmp_path: Path) -> None:
    changes = concept(mentioned=["several copies", "one (copy"])
    (problem,) = problems_of(tmp_path, changes)
    line = (tmp_path / RUBRIC).read_text().splitlines()[problem.line - 1]
    assert line[problem.column - 1 :] == "one (copy"


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    alone = {"no-content", "no-rubric", "unknown-question", "unreadable"}  # tested above
    alone.add("wrong-value")  # test_validation.py
    assert {code for code, _, _ in EXAMPLES} | alone == set(CODES)


def test_a_problem_reads_as_editors_expect() -> None:
    problem = Problem("rubrics/a/b.yaml", 3, 5, "too-few", "more, please")
    assert str(problem) == "rubrics/a/b.yaml:3:5: too-few: more, please"


def test_each_file_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        name = f"queue-{number}"
        contents = {
            f"questions/streaming/{name}.yaml": make.question_data(id=name),
            f"rubrics/streaming/{name}.yaml": make.rubric_data(question=name),
        }
        make.write_files(tmp_path, {path: make.as_yaml(data) for path, data in contents.items()})
    parsed: list[str] = []
    parse = yaml.parse

    def watched(text: str, **options: Any) -> Any:
        parsed.append(text)
        return parse(text, **options)

    monkeypatch.setattr(yaml, "parse", watched)
    assert check_content(tmp_path) == []
    files = [path.read_text("utf-8") for path in tmp_path.rglob("*.yaml")]
    assert sorted(parsed) == sorted(files)
    assert len(files) == 40
