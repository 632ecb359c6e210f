"""Promises of uploads and downloads."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.authoring import receiving, unpacking
from app.authoring.receiving import Upload, open_uploads
from app.authoring.unpacking import shown
from app.authoring.working import UnknownContent
from app.content.changes import content_state
from app.content.problems import UPLOAD_CODES, ContentError
from app.content.tree import LEXICON_ID
from tests import make
from tests.authoring.conftest import Desk

Q = "small-queue"
QUESTION, RUBRIC = f"questions/streaming/{Q}.yaml", f"rubrics/streaming/{Q}.yaml"


def question(**changes: object) -> bytes:
    return make.as_yaml(make.question_data(**changes)).encode()


def rubric(**changes: object) -> bytes:
    return make.as_yaml(make.rubric_data(**changes)).encode()


def new_question(id_: str = "new-one", category: str = "batch") -> dict[str, bytes]:
    return {
        f"questions/{category}/{id_}.yaml": question(id=id_, category=category),
        f"rubrics/{category}/{id_}.yaml": rubric(question=id_),
    }


def zipped(files: Mapping[str, bytes], **marks: int) -> bytes:
    """A zip; `marks` are set on every entry."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for mark, value in marks.items():
                setattr(entry, mark, value)
            archive.writestr(entry, data)
    return held.getvalue()


def refused(at: Desk, *uploads: Upload) -> list[str]:
    """The codes with which an upload is refused, and nothing was kept."""
    before = content_state(at.root)
    with pytest.raises(ContentError) as told:
        at.desk.receive(at.session, "alice", uploads)
    assert content_state(at.root) == before
    assert [each.state for each in at.desk.listing(at.session)] == ["published"]
    return [problem.code for problem in told.value.problems]


def test_files_become_drafts_wherever_they_came_from(at: Desk) -> None:
    files = list(new_question().values())
    done = at.desk.receive(
        at.session, "alice", [("C:\\x\\Question (1).yaml", files[0]), ("b.txt", files[1])]
    )
    assert done.ids == ("new-one",)
    copy = at.desk.working_copy(at.session, "new-one")
    assert (copy.category, copy.is_draft, copy.is_published) == ("batch", True, False)
    assert copy.texts.rubric.encode() == files[1]
    assert at.desk.examine(copy).problems == ()


def test_a_rubric_alone_joins_its_question_on_disk(at: Desk) -> None:
    changed = rubric(bars={"mixed": 20})
    assert at.desk.receive(at.session, "alice", [("r.yaml", changed)]).ids == (Q,)
    copy = at.desk.working_copy(at.session, Q)
    assert copy.texts.rubric.encode() == changed
    assert copy.texts.question == copy.published.question


def test_the_lexicon_is_known_by_its_keys(at: Desk) -> None:
    lexicon = b"ideas: {copy: [copy, replica]}\n"
    assert at.desk.receive(at.session, "alice", [("any.yaml", lexicon)]).ids == (LEXICON_ID,)
    assert at.desk.working_copy(at.session, LEXICON_ID).texts.rubric.encode() == lexicon


def test_a_zip_may_have_one_folder_around_it_and_what_systems_add(at: Desk) -> None:
    files = {f"my bank/{name}": data for name, data in new_question().items()}
    extra = {
        "my bank/": b"",
        "my bank/questions/README.md": b"# How to",
        "my bank/rubrics/schema.json": b"{}",
        "my bank/.DS_Store": b"\x00",
    }
    done = at.desk.receive(at.session, "alice", [("bank.zip", zipped({**files, **extra}))])
    assert done.ids == ("new-one",)
    assert len(done.passed_over) == 3


def test_what_a_mac_adds_beside_the_folder_is_no_second_folder(at: Desk) -> None:
    files = {f"bank/{name}": data for name, data in new_question().items()}
    done = at.desk.receive(
        at.session, "alice", [("b.zip", zipped({**files, "__MACOSX/bank/._x.yaml": b"\x00"}))]
    )
    assert (done.ids, done.passed_over) == (("new-one",), ("__MACOSX/bank/._x.yaml",))


def test_a_zip_and_loose_files_may_come_together(at: Desk) -> None:
    lexicon = ("lexicon.yaml", b"ideas: {copy: [copy]}\n")
    uploads = [("bank.zip", zipped(new_question())), lexicon]
    assert at.desk.receive(at.session, "alice", uploads).ids == (LEXICON_ID, "new-one")


def test_what_is_on_disk_just_so_needs_no_draft(at: Desk) -> None:
    done = at.desk.receive(at.session, "alice", [("all.zip", at.desk.archive())])
    assert (done.ids, done.unchanged) == ((), (Q,))
    assert not at.desk.working_copy(at.session, Q).is_draft


def test_the_draft_that_an_upload_replaces_stays_among_the_versions(at: Desk) -> None:
    at.desk.receive(at.session, "alice", [("q.yaml", question(title="First"))])
    at.desk.receive(at.session, "alice", [("q.yaml", question(title="Second"))])
    (kept,) = at.desk.versions(at.session, Q)
    assert "First" in at.desk.version(at.session, kept.id).question_text


def test_one_problem_keeps_everything_out_and_all_are_told(at: Desk) -> None:
    files = {**new_question(), **new_question("other-one")}
    files["questions/batch/new-one.yaml"] = question(id="new-one", category="batch", minutes=0)
    files["rubrics/batch/other-one.yaml"] = b"question: other-one\n"
    assert refused(at, ("bank.zip", zipped(files))) == ["out-of-range", "missing-key"]


def test_a_problem_names_the_file_as_it_was_uploaded(at: Desk) -> None:
    with pytest.raises(ContentError) as told:
        at.desk.receive(at.session, "alice", [("my question.yaml", question(minutes=0))])
    (problem,) = told.value.problems
    assert (problem.file, problem.code, problem.line > 1) == (
        "my question.yaml",
        "out-of-range",
        True,
    )


def test_what_is_wrong_on_disk_is_not_the_uploads_fault(at: Desk) -> None:
    (at.root / "questions/streaming/broken.yaml").write_text("a: [", "utf-8")
    uploads = [("bank.zip", zipped(new_question()))]
    assert at.desk.receive(at.session, "alice", uploads).ids == ("new-one",)


def test_a_rubric_without_a_question_anywhere_is_told(at: Desk) -> None:
    assert refused(at, ("r.yaml", rubric(question="no-such"))) == ["unknown-question"]


NOT_CONTENT: list[tuple[str, bytes]] = [
    ("upload-empty", zipped({"README.md": b"# Nothing"})),
    ("upload-empty", zipped({})),
    ("empty-file", b""),
    ("upload-kind", b"a: b\n"),
    ("upload-kind", b"- a\n"),
    ("yaml-syntax", b"a: ["),
    ("not-utf8", b"\xff\xfe\x00"),
    ("not-utf8", b"\x89PNG"),
    ("wrong-form", b"id: ../../x\ncategory: batch\n"),
    ("wrong-form", b"id: nul\ncategory: batch\n"),
    ("wrong-form", b"id: x\ncategory: /etc\n"),
    ("wrong-form", b"question: ../lexicon\n"),
    ("too-large", b"id: x\n" + b"#" * (1024 * 1024 + 1)),
    ("yaml-alias", b"id: &a x\n"),
    ("zip-syntax", b"PK\x03\x04 and nothing more"),
]


@pytest.mark.parametrize(("code", "data"), NOT_CONTENT)
def test_what_is_no_content_is_refused(at: Desk, code: str, data: bytes) -> None:
    assert refused(at, ("x.yaml", data)) == [code]


BAD_PATHS = [
    ("zip-path", "/questions/batch/x.yaml"),
    ("zip-path", "../questions/batch/x.yaml"),
    ("zip-path", "questions/../../x.yaml"),
    ("zip-path", "questions/batch/../batch/x.yaml"),
    ("zip-path", "questions\\batch\\x.yaml"),
    ("zip-path", "C:/questions/batch/x.yaml"),
    ("zip-path", "questions/Batch/x.yaml"),
    ("zip-path", "questions/batch/con.yaml"),
    ("zip-path", "questions/lpt1/x.yaml"),
    ("zip-path", "questions/batch/x.yml"),
    ("zip-path", "questions/x.yaml"),
    ("zip-path", "a/b/questions/batch/x.yaml"),
    ("zip-path", "app/settings.py"),
    ("zip-path", "rubrics/lexicon.yaml/x"),
    ("zip-path", ".publishing/journal.json"),
    ("zip-name", "questions/batch/x\n.yaml"),
    ("zip-nested", "questions/batch/x.zip"),
]


@pytest.mark.parametrize(("code", "path"), BAD_PATHS)
def test_a_path_that_is_no_place_for_content_is_refused(at: Desk, code: str, path: str) -> None:
    assert refused(at, ("x.zip", zipped({path: question()}))) == [code]


def test_a_nul_in_a_name_is_refused(at: Desk) -> None:
    name = b"questions/batch/x.yaml"
    data = zipped({name.decode(): question()}).replace(name, b"questions/batch/x.yam\0")
    assert refused(at, ("x.zip", data)) == ["zip-name"]


def test_a_file_in_a_zip_that_is_not_utf8_is_refused(at: Desk) -> None:
    files = new_question()
    last = max(files)
    files[last] = files[last] + "# caf\u00e9".encode("latin-1")
    assert refused(at, ("x.zip", zipped(files))) == ["not-utf8"]


def test_a_name_that_is_not_utf8_is_refused(at: Desk) -> None:
    name = b"questions/batch/x.yaml"
    latin = zipped({name.decode(): question()}).replace(name, b"questions/batch/\xe9.yaml")
    assert refused(at, ("x.zip", latin)) == ["zip-name"]
    marked = zipped({"questions/batch/é.yaml": question()})
    broken = marked.replace("é".encode(), b"\xe9\xff")
    assert refused(at, ("x.zip", broken)) == ["zip-name"]
    assert refused(at, ("x.zip", marked)) == ["zip-path"]


def test_links_and_devices_are_refused(at: Desk) -> None:
    for mode in (0o120777, 0o020666, 0o010666):
        data = zipped({QUESTION: b"/etc/passwd"}, external_attr=mode << 16, create_system=3)
        assert refused(at, ("x.zip", data)) == ["zip-link"]


def test_an_encrypted_file_is_refused(at: Desk) -> None:
    data = bytearray(zipped({QUESTION: question()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert refused(at, ("x.zip", bytes(data))) == ["zip-encrypted"]


def test_an_archive_in_the_zip_is_refused_whatever_it_is_called(at: Desk) -> None:
    inner = zipped({QUESTION: question()})
    assert refused(at, ("x.zip", zipped({QUESTION: inner}))) == ["zip-nested"]


def test_unusual_packing_is_refused(at: Desk) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(QUESTION, question())
    assert refused(at, ("x.zip", held.getvalue())) == ["zip-syntax"]


def test_the_same_path_twice_is_refused(at: Desk) -> None:
    other = QUESTION.replace("small", "s-all")
    twice = zipped({QUESTION: question(), other: question()})
    twice = twice.replace(other.encode(), QUESTION.encode())
    assert refused(at, ("x.zip", twice)) == ["upload-twice"]
    two = [("a.yaml", question()), ("b.yaml", question())]
    assert refused(at, *two) == ["upload-twice"]
    assert refused(at, two[0], two[0]) == ["upload-twice"]


def test_a_question_and_its_rubric_may_be_called_alike_as_they_are_on_disk(at: Desk) -> None:
    files = new_question()
    alike = [("new-one.yaml", data) for data in files.values()]
    assert at.desk.receive(at.session, "alice", alike).ids == ("new-one",)


def test_problems_of_all_files_are_told_at_once_and_none_is_called_missing(at: Desk) -> None:
    bad_rubric = rubric(question="new-one").replace(b"concepts:", b"concept:", 1)
    told = refused(
        at,
        ("q.yaml", question(id="new-one", category="batch", minutes=0)),
        ("r.yaml", bad_rubric),
        ("deep.yaml", b"[" * 50_000),
    )
    assert {"too-deep", "out-of-range", "unknown-key"} <= set(told)
    assert not {"no-rubric", "unknown-question"} & set(told)


def test_a_file_that_unpacks_to_far_more_than_it_is_is_refused(at: Desk) -> None:
    bomb = zipped({QUESTION: b"#" * 1024 * 1024})
    assert refused(at, ("x.zip", bomb)) == ["zip-bomb"]


def test_no_more_is_unpacked_than_allowed_whatever_the_header_says(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_UNPACKED", 1_500)
    data = bytearray(zipped(new_question()))
    at_size = data.index(b"PK\x01\x02") + 24
    data[at_size : at_size + 4] = struct.pack("<I", 1)  # told: one byte
    assert set(refused(at, ("x.zip", bytes(data)))) <= {"zip-bomb", "zip-syntax"}
    assert "zip-bomb" in refused(at, ("x.zip", zipped(new_question())))


def test_too_many_files_and_bytes_are_refused_before_any_is_read(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)
    files = {**new_question(), **new_question("other")}
    assert refused(at, ("x.zip", zipped(files))) == ["upload-too-many"]
    monkeypatch.setattr(receiving, "MOST_FILES", 1)
    assert refused(at, ("a", b"a"), ("b", b"b")) == ["upload-too-many"]
    monkeypatch.setattr(receiving, "LARGEST_UPLOAD", 10)
    assert refused(at, ("x.yaml", question())) == ["upload-too-large"]


def test_every_code_of_an_upload_is_tried_here() -> None:
    here = Path(__file__).read_text("utf-8")
    assert [code for code in UPLOAD_CODES if f'"{code}"' not in here] == []


@given(st.data())
@settings(max_examples=300)
def test_no_bytes_make_the_reader_fail(data: st.DataObject) -> None:
    """Any damage to a zip, and any bytes, are content or a problem and nothing else."""
    whole = bytearray(zipped(new_question()))
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=40))
    for given_bytes in (bytes(whole), bytes(whole[:end]), b"PK\x03\x04" + noise, noise):
        taken = open_uploads(Path("/nowhere"), [("x", given_bytes)])
        assert taken.problems or taken.files


@given(st.text())
def test_a_name_is_shown_on_one_line_without_colons(name: str) -> None:
    assert shown(name).isprintable()
    assert ":" not in shown(name)


def test_the_same_content_is_the_same_zip(at: Desk) -> None:
    first = at.desk.archive()
    (at.root / QUESTION).touch()
    assert at.desk.archive() == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert archive.namelist() == [QUESTION, RUBRIC]
        assert archive.read(QUESTION) == (at.root / QUESTION).read_bytes()
    assert at.desk.archive([Q]) == first
    with pytest.raises(UnknownContent):
        at.desk.archive(["no-such"])
