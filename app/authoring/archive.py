"""Published content as a zip: the same files, the same bytes, on every day and machine."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from app.authoring.formatting import content_files
from app.authoring.placing import disk_bytes
from app.authoring.working import UnknownContent

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can name; when a file was written last is of no interest."""


def archive(root: Path, ids: Iterable[str] | None = None) -> bytes:
    """The files of questions, or all content, with paths as in the root.

    Raises:
        UnknownContent: nothing on disk has one of the ids.
    """
    files: dict[str, bytes] = {}
    if ids is None:
        files = {file: (root / file).read_bytes() for file in content_files(root)}
    for id_ in ids or ():
        found = disk_bytes(root, id_)
        if not found:
            raise UnknownContent(id_)
        files |= found
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for file, data in sorted(files.items()):
            zipped.writestr(_entry(file), data)
    return held.getvalue()


def _entry(file: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(file, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # as on Unix, wherever it is made
    entry.external_attr = 0o100644 << 16
    return entry
