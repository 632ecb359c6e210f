"""Promises of app/web/rendering.py."""

from datetime import UTC
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from app.settings import default_root
from app.web.assets import load_assets
from app.web.rendering import make_environment

TEMPLATES = default_root() / "templates"
ENVIRONMENT = make_environment(TEMPLATES, load_assets(), UTC)


def test_a_misspelt_name_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="scoer"):
        ENVIRONMENT.from_string("{{ scoer }}").render(score=1)


def test_markup_in_a_value_is_text() -> None:
    assert ENVIRONMENT.from_string("{{ it }}").render(it="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_every_template_is_well_formed(template: Path) -> None:
    ENVIRONMENT.get_template(template.relative_to(TEMPLATES).as_posix())


def test_a_static_address_changes_with_the_file() -> None:
    assets = load_assets()
    address = ENVIRONMENT.from_string("{{ static('base.css') }}").render()
    assert address == f"/static/{assets['base.css'].version}/base.css"
