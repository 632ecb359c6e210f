"""What is wrong with authored content, and where: the one type that every check of it yields."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CODES: Mapping[str, str] = MappingProxyType(
    {
        # the file
        "no-content": "there is no folder `questions` with a question in it",
        "file-name": "a file is named after the id in it and ends in `.yaml`",
        "file-place": "a question and its rubric lie in a folder named after the category",
        "unreadable": "the file cannot be read",
        "too-large": "a file may have at most 1 MiB, and 40,000 keys and values",
        "more-problems": "a file has more than a hundred problems; the rest are told later",
        "not-utf8": "a file is text in UTF-8",
        "control-character": "text holds no control characters but tab and line feed",
        "empty-file": "the file says nothing",
        # YAML
        "yaml-syntax": "the file is not YAML",
        "yaml-alias": "anchors (`&name`) and aliases (`*name`) are not used here",
        "yaml-tag": "tags (`!name`) are not used here",
        "yaml-key": "a key is plain text",
        "several-documents": "a file holds one document",
        "too-deep": "content is nested at most 20 deep",
        "duplicate-key": "a key stands twice in one place",
        # keys and values
        "unknown-key": "there is no such key here",
        "missing-key": "a key that must be here is not",
        "wrong-type": "another kind of value belongs here",
        "wrong-choice": "only some words may stand here",
        "wrong-form": "an id, address or name is not written as it must be",
        "too-short": "a text is too short",
        "too-long": "a text is too long",
        "too-few": "a list needs more items",
        "too-many": "a list may not have so many items",
        "out-of-range": "a number is too small, too large or not a whole step",
        "wrong-value": "a value is refused for another reason",
        "wrong-order": "two numbers must grow from the first to the second",
        # ids
        "duplicate-id": "an id stands for two things",
        "reserved-id": "the id `lexicon` stands for the lexicon, so no question may have it",
        "no-rubric": "a question has no rubric",
        "unknown-question": "a rubric is for a question that does not exist",
        "unknown-concept": "no concept of this rubric has this id",
        "unknown-area": "no concept of this rubric lies in this area",
        "unknown-flag": "no misconception and no check of this rubric has this id",
        "unknown-facet": "no facet of this concept has this id",
        "unknown-idea": "neither the rubric nor the lexicon has an idea of this name",
        "unknown-slot": "neither the rubric nor the lexicon has a slot of this name",
        "unknown-choice": "a slot is compared with a word that is not one of its values",
        # small languages
        "wording-syntax": "a wording is not written as docs/rubric-language.md says",
        "expression-syntax": "an expression is not written as docs/rubric-language.md says",
        "text-syntax": "a sentence with `{slot}` in it has braces that do not fit",
        "omission-target": "an omission names exactly one of `concept`, `any_of` and `area`",
        "slot-shape": "a slot lacks what its kind needs, or has what its kind cannot use",
        "idea-shape": "the words of an idea hold neither `->` nor other ideas",
    }
)
"""Every code with one line about it. Codes are stable: editors and scripts may rely on them."""

MOST_PROBLEMS = 100
"""Problems of one file that are told at once; nobody mends more before looking again."""

UPLOAD_CODES: Mapping[str, str] = MappingProxyType(
    {
        "upload-empty": "nothing in the upload is content",
        "upload-kind": "a file is neither a question nor a rubric nor the lexicon",
        "upload-twice": "two files are for the same place",
        "upload-too-large": "an upload may have at most 16 MiB",
        "upload-too-many": "an upload may hold at most 5,000 files",
        "zip-syntax": "the zip cannot be read, or is packed in an unusual way",
        "zip-encrypted": "a file in the zip is encrypted",
        "zip-nested": "there is another archive in the zip",
        "zip-link": "something in the zip is a link or device and no plain file",
        "zip-path": "content in a zip lies at `questions/<category>/<id>.yaml`, "
        "`rubrics/<category>/<id>.yaml` or `rubrics/lexicon.yaml`, or below one common folder",
        "zip-name": "a name in the zip is not UTF-8, or one that some system cannot keep",
        "zip-bomb": "the zip unpacks to more than 32 MiB, or a file to 200 times its packed size",
    }
)
"""Every code of an upload, with one line about it; what the files hold is checked as ever."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an author has to mend.

    Attributes:
        file: path relative to the content root, with `/`.
        line, column: 1-based; the column counts code points.
        code: a key of CODES or UPLOAD_CODES, of DEEP_CODES or LINT_CODES.
        message: one sentence; it may be improved at any time.
    """

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message}"

    def as_warning(self) -> str:
        """The same for something to look at that need not be mended."""
        return f"{self.file}:{self.line}:{self.column}: warning: {self.code}: {self.message}"


class ContentError(Exception):
    """Content cannot be used; `problems` has everything there is to mend, in reading order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
