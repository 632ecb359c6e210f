"""What is declared is used, and what is locked is locked by hash."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

NOT_IMPORTED = {
    "itsdangerous": "Starlette signs the session cookie with it",
    "python-multipart": "FastAPI reads forms with it",
    "django-js-lib-htmx": "a script, read as a file",
    "fastapi-swagger": "scripts, read as files",
}
"""Declared and not imported by name, with the reason."""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.split(r"[\[=<>]", line)[0]) for line in project["dependencies"]}


def imported() -> set[str]:
    modules = set[str]()
    for file in (CHECKOUT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    return modules - {"app"} - sys.stdlib_module_names


def test_every_declared_package_is_used() -> None:
    of_module = packages_distributions()
    used = {normal(name) for module in imported() for name in of_module.get(module, ())}
    assert declared() - used - set(NOT_IMPORTED) == set()


def test_every_import_is_declared() -> None:
    brought_along = {"starlette"}  # FastAPI's own foundation, in the version it wants
    of_module = packages_distributions()
    missing = {
        module
        for module in imported() - brought_along
        if not {normal(name) for name in of_module.get(module, ())} & declared()
    }
    assert missing == set()


@pytest.mark.parametrize("lock", sorted(path.name for path in CHECKOUT.glob("requirements*.lock")))
def test_a_lock_file_pins_by_hash_and_names_no_place(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9].*==\S+.* \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0
    assert not re.search(r"https?://|file:|--(extra-)?index|--find-links", text)


def test_every_declared_package_is_locked() -> None:
    text = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    assert declared() <= {normal(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def test_the_english_pipeline_is_the_wheel_that_was_examined() -> None:
    text = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    assert "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in text
