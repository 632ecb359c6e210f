"""A zip to the content files in it; nothing in it is trusted, and nothing is written.

What a header says of sizes and counts is not believed: bytes are counted as they come out, and no
more of a file is unpacked than a content file may have.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from app.authoring.working import is_slug
from app.content.problems import Problem
from app.content.tree import LEXICON
from app.content.yaml_reader import LARGEST, read_yaml

LARGEST_UPLOAD = 16 * 1024 * 1024
"""Bytes. Twelve questions with rubrics of 150 KB are 2 MB, packed half a megabyte: this is a bank
of hundreds, and still fits into memory several times over."""

MOST_FILES = 5_000
"""Two thousand questions with their rubrics, and what systems add of their own."""

LARGEST_UNPACKED = 32 * 1024 * 1024
"""Bytes of all files together: some two hundred of our questions. Dense YAML of this size takes
most of a minute to read."""

MOST_TIMES = 200
"""What a file may unpack to, in packed sizes. Our rubrics reach 5; deflate ends at 1,032."""

SMALL = 64 * 1024
"""Bytes that a file may unpack to whatever its packed size: nothing that anybody would notice."""

_PASSED_OVER = re.compile(
    r"(^|/)(__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|README\.md|(lexicon\.)?schema\.json)$"
)
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Others need memory by the gigabyte if the file says so."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, IndexError,
)  # fmt: skip
"""Whatever the standard library's reader has been seen to raise on bytes that are no zip."""


@dataclass(slots=True)
class Unpacked:
    """What came out of one or several uploads so far.

    Attributes:
        files: what content files hold, by path in the root.
        names: what those files are called in the upload, for messages.
        total: bytes unpacked.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    total: int = 0

    def blame(self, name: str, code: str, message: str) -> None:
        """Add a problem with a file as a whole."""
        self.problems.append(Problem(shown(name), 1, 1, code, message))

    def add(self, file: str, name: str, data: bytes) -> None:
        """Add a file, or the problem that its place is taken."""
        if file in self.files:
            self.blame(name, "upload-twice", f"{self.names[file]} is for the same place")
            return
        self.files[file] = data
        self.names[file] = shown(name)


def is_zip(data: bytes) -> bool:
    """Whether an upload is a zip, whatever it is called."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def shown(name: str) -> str:
    """A name from an upload as it may be shown: one line, no control characters, no colon."""
    plain = "".join(mark if mark.isprintable() and mark != ":" else "?" for mark in name)
    return plain[:200] or "?"


def unpack(name: str, data: bytes, into: Unpacked) -> None:
    """Take the content files out of a zip; whatever is wrong with it is among the problems."""
    if data.count(b"PK\x01\x02") > MOST_FILES:  # each entry of its directory begins so
        into.blame(name, "upload-too-many", f"the zip holds more than {MOST_FILES:,} files")
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _take_all(archive, into)
    except UnicodeDecodeError:
        into.blame(name, "zip-name", "a name in the zip is not UTF-8")
    except _BROKEN:
        into.blame(name, "zip-syntax", "the zip is broken")


def _take_all(archive: zipfile.ZipFile, into: Unpacked) -> None:
    entries = [each for each in archive.infolist() if not _is_passed_over(each, into)]
    refused = {each.orig_filename: found for each in entries if (found := _refused(each))}
    top = _common_folder(each.filename for each in entries)
    for entry in entries:
        if found := refused.get(entry.orig_filename):
            into.blame(entry.orig_filename, *found)
        elif not entry.is_dir():
            _take(archive, entry, top, into)
            if into.total > LARGEST_UNPACKED:
                return


def _take(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, top: str, into: Unpacked) -> None:
    file = entry.filename.removeprefix(top)
    if not _is_place(file):
        into.blame(entry.filename, "zip-path", f"no content belongs at {shown(file)}")
        return
    try:
        with archive.open(entry) as stream:
            data = stream.read(LARGEST + 1)
    except _BROKEN:
        into.blame(entry.filename, "zip-syntax", "it cannot be unpacked")
        return
    into.total += len(data)
    if into.total > LARGEST_UNPACKED:
        limit = f"the upload unpacks to more than {LARGEST_UNPACKED:,} bytes"
        into.blame(entry.filename, "zip-bomb", limit)
    elif len(data) > max(SMALL, MOST_TIMES * entry.compress_size):
        into.blame(entry.filename, "zip-bomb", f"it unpacks to {MOST_TIMES} times its packed size")
    elif data.startswith(_ARCHIVES):
        into.blame(entry.filename, "zip-nested", "this is another archive")
    elif not _is_text(data):
        into.problems += read_yaml(data, shown(entry.filename))[1]  # it tells where
    else:
        into.add(file, entry.filename, data)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _is_passed_over(entry: zipfile.ZipInfo, into: Unpacked) -> bool:
    if not _PASSED_OVER.search(entry.filename) or _refused(entry):
        return False
    into.passed_over.append(shown(entry.filename))
    return True


def _refused(entry: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Return code and message of what is wrong with an entry before it is opened."""
    return next(_objections(entry), None)


def _objections(entry: zipfile.ZipInfo) -> Iterator[tuple[str, str]]:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & 0x41:
        yield "zip-encrypted", "it is encrypted"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        yield "zip-link", "it is a link or device, not a plain file"
    if not entry.orig_filename.isascii() and not entry.flag_bits & 0x800:
        yield "zip-name", "its name is not marked as UTF-8"
    yield from _objections_to_name(entry.orig_filename)
    if entry.compress_type not in _METHODS:
        yield "zip-syntax", "it is packed in another way than zip's usual one"


def _objections_to_name(name: str) -> Iterator[tuple[str, str]]:
    if not name.isprintable():
        yield "zip-name", "its name holds a control character"
    if "\\" in name or name.startswith("/") or re.match("[A-Za-z]:", name):
        yield "zip-path", "paths are relative and have forward slashes"
    if {"..", "."} & set(name.split("/")) or "//" in name:
        yield "zip-path", "a path has no . or .. in it"
    if name.lower().endswith((".zip", ".gz", ".tar", ".7z", ".rar", ".bz2", ".xz")):
        yield "zip-nested", "this is another archive"


def _common_folder(names: Iterable[str]) -> str:
    """Return the one folder that all lies in, with its slash; "" if it is a folder of content."""
    tops = {name.partition("/")[0] for name in names}
    top = next(iter(tops), "")
    return f"{top}/" if len(tops) == 1 and top not in {"questions", "rubrics"} else ""


def _is_place(file: str) -> bool:
    if file == LEXICON:
        return True
    found = re.fullmatch(r"(?:questions|rubrics)/([^/]+)/([^/]+)\.yaml", file)
    return found is not None and is_slug(found[1]) and is_slug(found[2])
