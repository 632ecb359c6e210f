"""The form a text was typed in: what tells a late autosave or a double click from new work."""

from dataclasses import dataclass

LAST_REVISION = 2**53 - 1
"""Later than any edit: JavaScript's largest exact whole number."""


@dataclass(frozen=True, slots=True)
class Form:
    """One rendering of an answer box.

    Attributes:
        token: drawn when the page was made; the same for every request that comes from it.
        revision: grows with every edit (the page's script uses milliseconds since 1970). A form
            sent without script has no later edits, hence the default.
    """

    token: str
    revision: int = LAST_REVISION
