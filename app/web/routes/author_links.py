"""Open the author's pages of a personal installation by the link from the terminal; close them."""

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.db.learners import PERSONAL
from app.web.account_pages import AuthorLinkPage
from app.web.asking import browser_of, forget, remember, sign_in
from app.web.needs import TheAccounts, ThePerson
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author", include_in_schema=False)

_log = structlog.get_logger(__name__)


@router.get("/open/{secret}")
def ask(request: Request, secret: str, accounts: TheAccounts) -> HTMLResponse:
    """Show the button that uses the link up."""
    accounts.check_author_link(secret)
    page = AuthorLinkPage(title="Open the author's pages?", action=request.url.path)
    return render(request, page)


@router.post("/open/{secret}", dependencies=[CheckedForm])
def use(request: Request, secret: str, accounts: TheAccounts) -> RedirectResponse:
    """Make this browser the author's."""
    cookie = accounts.open_author_link(secret, browser_of(request))
    response = RedirectResponse("/author", status_code=303)
    sign_in(request, cookie)
    remember(response, cookie)
    _log.info("author-link-used", learner=PERSONAL, browser=browser_of(request))
    return response


@router.post("/close", dependencies=[CheckedForm])
def close(request: Request, accounts: TheAccounts, person: ThePerson) -> RedirectResponse:
    """Let this browser be the author's no more."""
    if person.sign_in:
        accounts.sign_out(person, person.sign_in)
        _log.info("author-pages-closed", learner=person.id)
    response = RedirectResponse("/data", status_code=303)
    forget(request, response)
    return response
