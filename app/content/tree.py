"""Where content files are read from: a folder, or a folder with changes laid over it in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from app.content.yaml_reader import LARGEST

LEXICON = "rubrics/lexicon.yaml"

LEXICON_ID = "lexicon"
"""The id under which the lexicon is edited, versioned and published; no question may have it."""

KINDS = ("questions", "rubrics")
"""The folders of a content root."""

Candidate = Mapping[str, bytes | None]
"""Content as it would be: path with `/` to what the file would hold; None takes it away."""

NO_CHANGES: Candidate = MappingProxyType({})


class Tree(Protocol):
    """The content files of a root, wherever they are."""

    def files(self) -> list[str]:
        """Paths of all YAML files in the root's folders, sorted; relative, with `/`."""

    def read(self, file: str) -> bytes:
        """What a file holds, up to one byte more than is allowed.

        Raises:
            OSError: it cannot be read.
        """


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder."""

    root: Path

    def files(self) -> list[str]:
        """Every YAML file; those whose name begins with a dot are editors' own."""
        return [
            path.relative_to(self.root).as_posix()
            for kind in KINDS
            for path in sorted((self.root / kind).rglob("*.y*ml"))
            if not path.name.startswith(".")
        ]

    def read(self, file: str) -> bytes:
        """What a file holds, up to one byte more than is allowed."""
        with (self.root / file).open("rb") as stream:
            return stream.read(LARGEST + 1)


@dataclass(frozen=True, slots=True)
class Laid:
    """A tree with changes laid over it; nothing is written."""

    below: Tree
    changes: Candidate

    def files(self) -> list[str]:
        """The tree's files without those taken away, and the new ones."""
        kept = (file for file in self.below.files() if file not in self.changes)
        added = (file for file, data in self.changes.items() if data is not None)
        return sorted([*kept, *added], key=lambda file: file.split("/"))

    def read(self, file: str) -> bytes:
        """What a file would hold."""
        if file not in self.changes:
            return self.below.read(file)
        data = self.changes[file]
        if data is None:
            raise FileNotFoundError(file)
        return data


@dataclass(frozen=True, slots=True)
class Held:
    """Files in memory and nothing else: a few looked at without the rest of their root."""

    held: Mapping[str, bytes]

    def files(self) -> list[str]:
        """The files, sorted."""
        return sorted(self.held)

    def read(self, file: str) -> bytes:
        """What a file holds."""
        if file not in self.held:
            raise FileNotFoundError(file)
        return self.held[file]


def tree_of(root: Path, changes: Candidate = NO_CHANGES) -> Tree:
    """The files below `root` with changes laid over them."""
    folder = Folder(root)
    return Laid(folder, changes) if changes else folder
