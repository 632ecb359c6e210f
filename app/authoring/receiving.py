"""Uploads to drafts: all of them or none, with every problem told; nothing on disk changes."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from sqlalchemy.orm import Session

from app.authoring.candidate import candidate_problems
from app.authoring.drafting import Drafting
from app.authoring.placing import base_of, changes_of, disk_bytes, texts_of
from app.authoring.recognising import recognise
from app.authoring.unpacking import LARGEST_UPLOAD, MOST_FILES, Unpacked, is_zip, shown, unpack
from app.authoring.working import Received, Texts, UnknownContent
from app.content.problems import ContentError, Problem
from app.content.tree import LEXICON, LEXICON_ID, Candidate

Upload = tuple[str, bytes]
"""What a file is called where it came from, and what it holds."""

_LACKING = frozenset({"no-rubric", "unknown-question", "no-content"})
"""Codes of what another file of an upload may bring."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft to be kept."""

    id: str
    category: str
    texts: Texts
    base: str


def receive(
    drafting: Drafting, session: Session, author: str, uploads: Sequence[Upload]
) -> Received:
    """Make drafts of uploaded files.

    Raises:
        ContentError: something is wrong with one of them; no draft was made.
    """
    taken = open_uploads(drafting.root, uploads)
    drafts = [_draft(drafting, session, id_, files) for id_, files in _by_id(taken.files)]
    changed = [
        each for each in drafts if texts_of(disk_bytes(drafting.root, each.id)) != each.texts
    ]
    changes: dict[str, bytes | None] = {}
    for draft in changed:
        changes |= changes_of(drafting.root, draft.id, draft.category, draft.texts)
    problems = _new_problems(drafting.root, changes, taken.names)
    if taken.problems:  # a file that is refused is not said to be missing as well
        problems = [each for each in problems if each.code not in _LACKING] + taken.problems
    if problems:
        raise ContentError(tuple(sorted(set(problems))))
    for draft in changed:
        drafting.keep(
            session, author, draft.id, draft.texts, draft.base, category=draft.category, anew=True
        )
    return Received(
        ids=tuple(each.id for each in changed),
        unchanged=tuple(each.id for each in drafts if each not in changed),
        passed_over=tuple(sorted(taken.passed_over)),
    )


def open_uploads(root: Path, uploads: Sequence[Upload]) -> Unpacked:
    """The content files in uploads by the place they are for, and what is wrong with the rest."""
    taken = Unpacked()
    given = [(name, data) for name, data in uploads if name or data]  # an empty file field
    if sum(len(data) for _, data in given) > LARGEST_UPLOAD:
        taken.blame("upload", "upload-too-large", f"it has more than {LARGEST_UPLOAD:,} bytes")
    elif len(given) > MOST_FILES:
        taken.blame("upload", "upload-too-many", f"it holds more than {MOST_FILES:,} files")
    else:
        _open(root, given, taken)
    if not taken.problems and not taken.files:
        taken.blame("upload", "upload-empty", "there is no question, rubric or lexicon in it")
    return taken


def _open(root: Path, given: Sequence[Upload], taken: Unpacked) -> None:
    plain: dict[str, bytes] = {}
    for name, data in given:
        if is_zip(data):
            unpack(name, data, taken)
        else:
            plain[_unlike(shown(name), plain)] = data
    recognise(root, plain, taken)


def _unlike(name: str, others: Container[str]) -> str:
    """Return a name that no other has: a question and its rubric are called alike."""
    if name not in others:
        return name
    return next(new for number in count(2) if (new := f"{name} ({number})") not in others)


def _by_id(files: Mapping[str, bytes]) -> list[tuple[str, dict[str, bytes]]]:
    """Return the files of each question, by its id."""
    grouped: dict[str, dict[str, bytes]] = {}
    for file, data in files.items():
        id_ = LEXICON_ID if file == LEXICON else PurePosixPath(file).stem
        grouped.setdefault(id_, {})[file] = data
    return sorted(grouped.items())


def _draft(drafting: Drafting, session: Session, id_: str, files: Mapping[str, bytes]) -> _Draft:
    """Return the draft that files make; what is not uploaded stays as it is."""
    on_disk = disk_bytes(drafting.root, id_)
    category = next((file.split("/")[1] for file in sorted(files) if file != LEXICON), "")
    texts = texts_of(files)
    try:
        now = drafting.working_copy(session, id_).texts
        texts = Texts(texts.question or now.question, texts.rubric or now.rubric)
    except UnknownContent:
        pass  # it is new
    return _Draft(id_, category, texts, base_of(on_disk))


def _new_problems(root: Path, changes: Candidate, names: Mapping[str, str]) -> list[Problem]:
    """Return what the upload would bring; what is wrong on disk anyway is not its fault."""
    found = candidate_problems(root, changes) if changes else []
    if not found:
        return []
    before = set(candidate_problems(root, {}))
    new = (each for each in found if each.file in changes or each not in before)
    return [replace(each, file=names.get(each.file, each.file)) for each in new]
