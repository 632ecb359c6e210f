"""What the pages list is what the code has."""

import re
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from app.cli import main
from app.reference_pages import BEGIN, END, GENERATED, with_generated, write_pages
from app.settings import VARIABLES

CHECKOUT = Path(__file__).parent.parent

PAGES = [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/*.md"), *CHECKOUT.glob("*/README.md")]


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_part_is_up_to_date(name: str) -> None:
    page = (CHECKOUT / name).read_text(encoding="utf-8")
    assert with_generated(page, GENERATED[name]()) == page, "run `make docs`"


def test_a_page_without_its_marks_is_not_overwritten() -> None:
    with pytest.raises(ValueError, match="needs the lines"):
        with_generated("# A page\n", "table")


def test_what_stands_around_the_marks_is_kept() -> None:
    page = with_generated(f"before\n{BEGIN}\nold\n{END}\nafter\n", "new")
    assert page == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"


def test_writing_all_pages_twice_changes_nothing(tmp_path: Path) -> None:
    for name in GENERATED:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / name)
    write_pages(tmp_path)
    once = {name: (tmp_path / name).read_text(encoding="utf-8") for name in GENERATED}
    write_pages(tmp_path)
    assert once == {name: (tmp_path / name).read_text(encoding="utf-8") for name in GENERATED}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_a_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_target_of_make_is_told_by_make_help() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    assert set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) == set(phony)


README = (CHECKOUT / "README.md").read_text(encoding="utf-8")

COMMANDS = {
    name: [option for param in command.params for option in param.opts]
    for group, found in vars(get_command(main))["commands"].items()
    for name, command in (
        {f"{group} {name}": command for name, command in vars(found)["commands"].items()}
        if "commands" in vars(found)
        else {group: found}
    ).items()
}
"""The options of each command; one of a group has its group's name before its own."""

USES = re.findall(
    rf"\.venv/bin/whyboard ({'|'.join(sorted(COMMANDS, key=len, reverse=True))})\b([^\n`]*)", README
)


def test_the_readme_names_every_command_and_no_other() -> None:
    assert len(USES) == README.count(".venv/bin/whyboard ")
    assert {name for name, _ in USES} | {"serve"} == set(COMMANDS), "make run serves"


def test_every_option_the_readme_uses_is_one_of_its_command() -> None:
    for name, rest in USES:
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= set(COMMANDS[name])


def test_the_readme_lists_every_setting_and_no_other() -> None:
    assert set(re.findall(r"WHYBOARD_[A-Z_]+", README)) == set(VARIABLES)
