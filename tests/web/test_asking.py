"""Promises of app/web/asking.py."""

import pytest
from starlette.requests import Request

from app.web.asking import browser_of


def asked(agent: str) -> Request:
    return Request({"type": "http", "headers": [(b"user-agent", agent.encode())]})


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile", "Chrome on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1",
            "Safari on an iPhone",
        ),
        ("<script>", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_named_in_a_few_words(agent: str, named: str) -> None:
    assert browser_of(asked(agent)) == named
