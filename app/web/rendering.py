"""The only way to a page: a page object and its template to a response."""

import json
from datetime import datetime, tzinfo
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.engine.report import BAND_NAMES
from app.web.asking import asker_if_known
from app.web.assets import Asset
from app.web.markdown import unmarked
from app.web.pages import Page
from app.web.security import form_token
from app.web.wording import counted, day_and_time, host_of, one_line, signed, title_of, words_in

HTMX = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "historyCacheSize": 0,
    "refreshOnHistoryMiss": True,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "401|403|409|413|422", "swap": True, "error": True},
        {"code": "...", "swap": False, "error": True},
    ],
}
"""htmx under a strict CSP; by default it would drop the page that explains a refused form."""


def make_environment(
    templates: Path, assets: dict[str, Asset], zone: tzinfo, *, shared: bool = False
) -> Environment:
    """Templates that escape everything and stop at a misspelt name.

    Args:
        zone: the time zone that times are shown in.
        shared: people sign in here.
    """

    def static(name: str) -> str:
        return f"/static/{assets[name].version}/{name}"

    def moment(at: datetime) -> str:
        return day_and_time(at.astimezone(zone))

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "title_of": title_of,
        "moment": moment,
        "signed": signed,
        "word_count": words_in,
        "one_line": one_line,
        "host_of": host_of,
        "unmarked": unmarked,
    }
    environment.globals |= {
        "static": static,
        "counted": counted,
        "shared": shared,
        "band_names": BAND_NAMES,
        "htmx_config": json.dumps(HTMX),
    }
    return environment


def render(request: Request, page: Page, status: int = 200) -> HTMLResponse:
    """`page` as a whole document, or only its fragment when htmx asks for it.

    It is never shown from a cache: who goes back to a question finds the draft as it is now.
    """
    environment: Environment = request.app.state.templates
    template = environment.get_template(_template(request, page))
    csrf = form_token(request) if page.forms else ""
    html = template.render(
        page=page, csrf=csrf, path=request.url.path, asker=asker_if_known(request)
    )
    return HTMLResponse(html, status, {"Cache-Control": "no-store", "Vary": "HX-Request"})


def asks_for_fragment(request: Request) -> bool:
    """Tell whether htmx wants a region, and not the whole page for the back button."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


def _template(request: Request, page: Page) -> str:
    return page.fragment if page.fragment and asks_for_fragment(request) else page.template
