"""People who share a site, in a real browser: from an invite to an answer that is one's own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.authoring import small_root
from tests.e2e.checks import assert_accessible_and_fits
from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score, watched

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

PASSWORD = "correct horse battery"  # noqa: S105 - of everybody here
ANSWER = "Base62 of a counter gives short keys. We answer with a 302, so that every click counts."
REFUSED = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with one question, and with Ada."""
    settings = {
        "WHYBOARD_MODE": "shared",
        "WHYBOARD_ROOT": str(small_root(tmp_path_factory.mktemp("root"))),
    }
    running = Site(tmp_path_factory.mktemp("shared"), settings=settings)
    running.command("users", "add", "Ada", "--author", stdin=f"{PASSWORD}\n")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def tabs(chromium: Browser, shared: Site, complaints: list[str]) -> Iterator[list[Page]]:
    """Three people's browsers, each with one tab."""
    contexts = [new_context(chromium, shared) for _ in range(3)]
    yield [watched(context, complaints) for context in contexts]
    for context in contexts:
        context.close()


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    follow(page.get_by_role("button", name="Sign in"))


def join(page: Page, link: str, name: str) -> str:
    """Make an account by an invite; its recovery code."""
    page.goto(link)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Make my account"))
    code = page.get_by_label("Your recovery code").input_value()
    follow(page.get_by_role("link", name="I have kept it: go on"))
    return code


def invite(author: Page) -> str:
    """Make an invite in the browser."""
    author.goto("/author/people")
    follow(author.get_by_role("button", name="Make an invite"))
    return author.get_by_label("The invite", exact=True).input_value()


def test_from_an_invite_to_an_answer_that_nobody_else_sees(
    tabs: list[Page], complaints: list[str]
) -> None:
    ada, alice, bob = tabs
    ada.goto("/")
    sign_in(ada, "Ada")
    expect(ada.get_by_role("link", name="Author's pages")).to_be_visible()

    code = join(alice, invite(ada), "Alice")
    follow(alice.get_by_role("button", name="Sign out"))
    expect(alice.get_by_role("status")).to_have_text("You are signed out.")

    follow(alice.get_by_role("link", name="Forgotten your password?"))
    alice.get_by_label("Name").fill("alice")
    alice.get_by_label("Recovery code").fill(code.lower())
    alice.get_by_label("New password").fill("a different sentence")
    follow(alice.get_by_role("button", name="Set it and sign in"))
    assert alice.get_by_label("Your recovery code").input_value() != code
    follow(alice.get_by_role("button", name="Sign out"))
    sign_in(alice, "Alice", "a different sentence")

    alice.goto("/questions/url-shortener")
    alice.get_by_label("Your answer").fill(ANSWER)
    score(alice)
    report = alice.url
    assert complaints == []

    join(bob, invite(ada), "Bob")
    bob.goto(report)
    expect(bob.get_by_role("heading", level=1)).to_have_text("Not found")
    assert "Base62" not in bob.content()
    bob.goto("/history")
    assert "url-shortener" not in bob.content()
    ada.goto(report)
    expect(ada.get_by_role("heading", level=1)).to_have_text("Not found")
    assert all(REFUSED in complaint for complaint in complaints)


def test_an_answer_outlives_the_sign_in_it_was_begun_in(tabs: list[Page], shared: Site) -> None:
    page = tabs[0]
    shared.command("users", "add", "Carol", stdin=f"{PASSWORD}\n")
    page.goto("/questions/url-shortener")
    sign_in(page, "Carol")
    page.get_by_label("Your answer").fill("Base62 of a counter.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    shared.command("users", "sign-out", "Carol")
    page.get_by_label("Your answer").fill(ANSWER)
    expect(page.get_by_text("This page has expired.")).to_be_visible()
    follow(page.get_by_role("button", name="Score my answer"))
    expect(page.get_by_label("What you wrote")).to_have_value(ANSWER)
    sign_in(page, "Carol", "a wrong password")
    expect(page.get_by_label("What you wrote")).to_have_value(ANSWER)
    sign_in(page, "Carol")
    follow(page.get_by_role("button", name="Send it now"))
    assert "Base62 of a counter gives short keys" in page.content()


def test_a_tab_keeps_nothing_of_what_was_typed_after_signing_out(
    tabs: list[Page], shared: Site
) -> None:
    page = tabs[0]
    shared.command("users", "add", "Dan", stdin=f"{PASSWORD}\n")
    page.goto("/questions/url-shortener")
    sign_in(page, "Dan")
    page.get_by_label("Your answer").fill(ANSWER)
    follow(page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("status")).to_have_text("You are signed out.")
    page.wait_for_function("sessionStorage.length === 0")
    page.go_back()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Base62" not in page.content()


ADDRESSES = ["/account", "/account/delete", "/author/people", "/data", "/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_about_accounts_is_accessible_and_fits(
    chromium: Browser, shared: Site, scheme: str
) -> None:
    for width in (390, 1440):
        context = new_context(
            chromium,
            shared,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        link = shared.command("users", "invite", "--site", shared.address).strip()
        for address in ("/sign-in", "/recover", link):
            page.goto(address)
            assert_accessible_and_fits(page, width)
        page.goto("/sign-in")
        sign_in(page, "Ada", "a wrong password")
        assert_accessible_and_fits(page, width)
        sign_in(page, "Ada")
        for address in ADDRESSES:
            page.goto(address)
            assert_accessible_and_fits(page, width)
        page.goto("/author/people")
        follow(page.get_by_role("button", name="Make an invite"))
        assert_accessible_and_fits(page, width)
        context.close()
