"""What the browser tests of the author's pages share: a question that is in no bank yet."""

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from app.settings import CHECKOUT
from tests.e2e.tabs import follow

WEBHOOKS = Path(__file__).parent / "webhooks"
PLACE = "building-blocks/webhook-delivery.yaml"
QUESTION = (WEBHOOKS / "questions" / PLACE).read_text(encoding="utf-8")
RUBRIC = (WEBHOOKS / "rubrics" / PLACE).read_text(encoding="utf-8")

TITLE = "Design a webhook delivery service"

ANSWER = """Each event is stored in a durable queue before we reply, and workers deliver it later.
Failed calls are retried with exponential backoff and jitter.
Delivery is at least once, and receivers dedupe by the event id."""


def small_root(folder: Path) -> Path:
    """A content root with one question of the bank."""
    for kind in ("questions", "rubrics"):
        (folder / kind / "building-blocks").mkdir(parents=True)
        file = f"{kind}/building-blocks/url-shortener.yaml"
        shutil.copy(CHECKOUT / file, folder / file)
    shutil.copy(CHECKOUT / "rubrics/lexicon.yaml", folder / "rubrics")
    return folder


def become_author(context: BrowserContext, told: str) -> None:
    """Open the author's pages in all tabs of a browser by the link that the terminal told."""
    link = re.search(r"/author/open/\S+", told)
    assert link, told
    page = context.new_page()
    page.goto(link[0])
    follow(page.get_by_role("button"))
    page.close()


def begin(page: Page, id_: str) -> None:
    """Be at the editor of a question that is new."""
    page.goto("/author")
    follow(page.get_by_role("link", name="New question"))
    page.get_by_label("Id", exact=True).fill(id_)
    page.get_by_label("Category").fill("building-blocks")
    follow(page.get_by_role("button", name="Begin"), to=f"**/author/questions/{id_}")


def texts(id_: str, title: str = TITLE) -> tuple[str, str]:
    """The question and its rubric under another id and title."""
    question = QUESTION.replace(TITLE, title).replace("webhook-delivery", id_)
    return question, RUBRIC.replace("webhook-delivery", id_)


def zip_of(id_: str, title: str) -> bytes:
    """Both files in a zip, in a folder of their own as systems pack them."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for kind, text in zip(("questions", "rubrics"), texts(id_, title), strict=True):
            archive.writestr(f"content/{kind}/building-blocks/{id_}.yaml", text)
    return held.getvalue()
