"""Text put into Markdown so that it reads there as it was written."""

import re

_MARKS = re.compile(r"([\\`*_\[\]<>&~|$#])")
_FIRST_MARK = re.compile(r"^([+\-=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_LINK = re.compile(r"https?://[^\s<>]+")


def escaped(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML would act upon."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", _FIRST_MARK.sub(r"\\\1", line))


def fenced(text: str) -> str:
    """`text` to the character, as a block behind a fence that nothing in it can close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    end = "" if text.endswith("\n") else "\n"
    return f"{fence}text\n{text}{end}{fence}"


def linked(source: str) -> str:
    """An address as a link, anything else as text."""
    return f"<{source}>" if _LINK.fullmatch(source) else escaped(source)
