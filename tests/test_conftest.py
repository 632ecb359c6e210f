"""Tests that are left out are told, and are failures where nothing may be left out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("require_all", "status", "told"),
    [
        ("0", 0, "left out: 1 tests: there is no browser"),
        ("1", 1, "left out, and WHYBOARD_REQUIRE_ALL is set: there is no browser"),
    ],
)
def test_what_is_left_out_is_told(tmp_path: Path, require_all: str, status: int, told: str) -> None:
    file = tmp_path / "test_it.py"
    file.write_text("import pytest\ndef test_it(): pytest.skip('there is no browser')\n")
    options = ("-p", "tests.conftest", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, tmp_path, file],
        cwd=CHECKOUT,
        env={**os.environ, "WHYBOARD_REQUIRE_ALL": require_all},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert told in done.stdout
