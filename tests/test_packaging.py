"""The wheel is whole: installed somewhere else, it has its content and can score with it."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path = CHECKOUT, text: str = "") -> str:
    """Standard output of a command that must succeed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("WHYBOARD_")}
    kept.pop("PYTHONPATH", None)
    done = subprocess.run(
        command, cwd=cwd, env=kept, input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def whyboard(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel and, from here, only its dependencies.

    A line in a .pth file adds a folder without reading the .pth files in it, so the checkout, which
    is installed here by such a file, stays out.
    """
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(python, "-c", asked).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    run(sys.executable, *("-m", "pip", "--python", python, "install", "-q", "--no-deps"), wheel)
    return home / "bin" / "whyboard"


def test_the_wheel_holds_content_and_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.glob("q*/*/*.yaml")}
    assert {f"app/_bundled/{name}" for name in shipped} <= set(names)
    assert any(name.startswith("app/_bundled/templates/") for name in names)
    assert {f"app/_bundled/docs/{name}" for name in ("accuracy.json", "accuracy-log.md")} <= set(
        names
    )
    assert not any(name.startswith("tests/") for name in names)


def test_the_installed_command_checks_the_content_it_brought(
    whyboard: Path, tmp_path: Path
) -> None:
    assert "all good" in run(whyboard, "check", cwd=tmp_path)


def test_the_installed_command_scores_an_answer_from_any_folder(
    whyboard: Path, tmp_path: Path
) -> None:
    answer = "We keep three replicas of every partition, so a broker may fail."
    assert "kafka-event-backbone" in run(
        *(whyboard, "score", "kafka-event-backbone", "-", "--json"), cwd=tmp_path, text=answer
    )
