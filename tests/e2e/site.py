"""A real `whyboard serve` for the length of some tests."""

import os
import re
import socket
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

STOP_SECONDS = 120
"""For a site to answer what it is at, and to stop, on a machine with much else to do."""

PORTS = (20_000, 32_000)
"""Below those that a system gives to outgoing connections: nothing takes a site's port while it is
stopped for a moment."""


@dataclass
class Site:
    """A running `whyboard serve`.

    Attributes:
        folder: its data folder; a second start on it finds what the first kept.
        settings: more of its environment.
    """

    folder: Path
    address: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    def environment(self) -> dict[str, str]:
        """What the site and its commands are told by their environment."""
        return os.environ | {"WHYBOARD_DATA": str(self.folder)} | self.settings

    def command(self, *arguments: str, stdin: str = "") -> str:
        """What a command of the terminal prints."""
        done = subprocess.run(
            [sys.executable, "-c", "from app.cli import main; main()", *arguments],
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def start(self) -> None:
        """Start it, on the port it had before if it ran before, and wait for its address."""
        port = self.address.rpartition(":")[2] or str(free_port())
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from app.cli import main; main()", "serve"],
            env=self.environment() | {"WHYBOARD_PORT": port},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+(?=/ )", line)
        assert found, f"whyboard serve said {line!r}; its errors stand above"
        self.address = found[0]

    def stop(self) -> None:
        """Stop it as Ctrl+C would."""
        assert self.process is not None
        self.process.terminate()
        self.process.communicate(timeout=STOP_SECONDS)


def free_port() -> int:
    """A port on which nobody listens; two processes that ask at once begin at different ones."""
    first, last = PORTS
    for step in range(last - first):
        port = first + (os.getpid() * 7 + step) % (last - first)
        with closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("every port is taken")
