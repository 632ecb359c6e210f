"""Turn authored Markdown into safe HTML, in two layers: no raw HTML in, and only known tags out."""

import re

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

LONGEST = 20_000
"""Characters; longer text is shown as typed. Authored fields end there too."""

HIGHEST = 3
"""Authored text stands below an h2, so its highest heading is an h3."""

TAGS = {"p", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a", "br", "hr"} | {
    *("h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}

_SIGNS = re.compile(r"\*\*|`")

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def to_html(text: str) -> Markup:
    """`text` as HTML that holds no script, style, image, form or unknown attribute."""
    if len(text) > LONGEST:
        return Markup("<pre>{}</pre>").format(text)
    tokens = _PARSER.parse(text)
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(6, int(token.tag[1]) - highest + HIGHEST)}"
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return Markup(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}))  # noqa: S704 - cleaned


def unmarked(text: str) -> str:
    """A stretch of Markdown without the signs for emphasis and code, for quoting on one line."""
    return _SIGNS.sub("", text)
