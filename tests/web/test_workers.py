"""Promises of `whyboard serve --workers`: several processes are one site."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from app.db.connect import open_sessions
from tests import make
from tests.authoring.test_publishing import Q, good, good_texts
from tests.web.site import site_desk

PATIENCE = 180.0
"""Seconds for two processes to start on a busy machine."""

SWAP = 90.0
"""Seconds until every process serves what one has published; 0.3, on a machine at rest."""


@dataclass
class Workers:
    """A running site of two processes."""

    process: "subprocess.Popen[str]"
    port: int
    author_path: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, worker: int, path: str, **form: str) -> tuple[int, str]:
        """Status and page from one of the processes; cookies are kept as a browser keeps them."""
        with closing(self._connection_to(worker)) as connection:
            cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
            method, body = ("POST", urlencode(form)) if form else ("GET", None)
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            page = reply.read().decode()
        for name, value in reply.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return reply.status, page

    def both(self) -> tuple[int, int]:
        """The two processes, once each has answered."""
        found: set[int] = set()
        until = time.monotonic() + PATIENCE
        while len(found) < 2:
            assert time.monotonic() < until
            with closing(self._connect()) as connection:
                found.add(self._taken_by(connection))
        one, other = sorted(found)
        return one, other

    def _connection_to(self, worker: int) -> http.client.HTTPConnection:
        """Whichever process is free takes a connection: try until it is this one."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            connection = self._connect()
            if self._taken_by(connection) == worker:
                return connection
            connection.close()
        raise AssertionError(f"process {worker} takes no connections")

    def _connect(self) -> http.client.HTTPConnection:
        """A connection that has been answered, so that a process has taken it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/healthz")
        assert connection.getresponse().read()
        return connection

    def _taken_by(self, connection: http.client.HTTPConnection) -> int:
        """The process at the other end of a connection."""
        here = f"{connection.sock.getsockname()[1]:04X}"
        lines = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
        theirs = f":{self.port:04X}"  # two connections may begin at the same port: not to one site
        (inode,) = (
            line[9]
            for line in lines
            if line[1].endswith(theirs) and line[2].endswith(f":{here}") and line[9] != "0"
        )
        for child in children(self.process.pid):
            if f"socket:[{inode}]" in open_files(child):
                return child
        raise AssertionError("nobody has taken the connection")


def open_files(pid: int) -> Iterator[str]:
    """What a process holds open; it may close some of it meanwhile."""
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            yield str(link.readlink())


def children(pid: int) -> list[int]:
    """The processes that answer; Python starts one more, which looks after what they share."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [
        int(child)
        for child in listed
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    """Two processes over the small question."""
    root = make.content_root(tmp_path / "root", question=good())
    url = f"sqlite:///{tmp_path}/data/whyboard.db"
    settings = {
        "WHYBOARD_ROOT": str(root),
        "WHYBOARD_DATA": str(tmp_path / "data"),
        "WHYBOARD_DATABASE_URL": url,
        "WHYBOARD_PORT": "0",
    }
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--workers", "2"]
    process = subprocess.Popen(
        command, env=os.environ | settings, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    port = re.search(r":(\d+)/ ", process.stdout.readline())
    path = re.search(r"(/author/open/\S+)", process.stdout.readline())
    assert port
    assert path
    keep_draft(root, url)
    try:
        yield Workers(process, int(port[1]), path[1])
    finally:
        workers = children(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) is not None
        assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []
        process.stdout.close()


def keep_draft(root: Path, url: str) -> None:
    """Leave a draft that an author has made."""
    sessions = open_sessions(url)
    desk = site_desk(root, sessions)
    with sessions.writing.begin() as session:
        base = desk.working_copy(session, Q).base
        desk.keep(session, "personal", Q, good_texts(title="A larger queue"), base)
    sessions.close()


def token_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.slow
def test_what_one_process_publishes_the_other_serves_within_a_second(workers: Workers) -> None:
    one, other = workers.both()
    page = workers.ask(one, workers.author_path)[1]
    assert workers.ask(one, workers.author_path, csrf=token_in(page))[0] == 303
    status, page = workers.ask(other, "/author")
    assert status == 200, "who signed in at one process is known to the other"
    assert "A small queue" in workers.ask(other, "/questions/small-queue")[1]
    status, page = workers.ask(one, "/author/publish", csrf=token_in(page), question=Q)
    assert status == 303, page
    published = time.monotonic()
    assert "A larger queue" in workers.ask(one, "/questions/small-queue")[1], "at once"
    while "A larger queue" not in workers.ask(other, "/questions/small-queue")[1]:
        assert time.monotonic() - published < SWAP
        time.sleep(0.05)
