"""What is said when a request is refused: a status, a stable code and plain words.

A refusal never repeats what was sent: it may be an answer.
"""

from dataclasses import dataclass

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse

from app.accounts import CannotDoError, TooManyTries, UnknownLink, UnknownPerson
from app.authoring.versions import UnknownVersion
from app.authoring.working import Busy, NothingToPublish, ReadOnlyRoot, UnknownContent
from app.coach import (
    NoteTooLong,
    UnknownAttempt,
    UnknownQuestion,
    UnknownShare,
    UnknownSubject,
)
from app.db.failures import StorageBusy, StorageError, StorageFull, StorageReadOnly
from app.engine.door import TooLong

API = "/api/"
"""Addresses below this speak JSON."""


class FormExpired(Exception):  # noqa: N818 - reads as what it is where it is caught
    """A form came without the token of this browser's session: it is too old, or not ours."""


class SignInNeeded(Exception):  # noqa: N818 - reads as what it is where it is caught
    """Whoever asks has to sign in first: nobody, or no longer anybody, is signed in."""


class NotAnAuthor(Exception):  # noqa: N818 - reads as what it is where it is caught
    """A learner asked for what only authors may do; the message says how to become one."""


class TooFast(Exception):  # noqa: N818 - reads as what it is where it is caught
    """A learner asked for more in a short time than the machine should spend on one."""


class TooBusy(Exception):  # noqa: N818 - reads as what it is where it is caught
    """More people sign in at this moment than can be served soon."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request was not done.

    Attributes:
        code: stable and documented, for programs: lower-case words joined by hyphens.
        message: plain sentences for people.
    """

    status: int
    code: str
    message: str


PLAIN: dict[type[Exception], Refusal] = {
    UnknownQuestion: Refusal(
        404,
        "unknown-question",
        "There is no question with this id. If it was taken away, your attempts at it are still in "
        "your history.",
    ),
    UnknownAttempt: Refusal(
        404, "unknown-attempt", "There is no attempt with this id; it may have been deleted."
    ),
    UnknownShare: Refusal(
        404, "unknown-share", "There is nothing behind this link; it may have been ended."
    ),
    UnknownContent: Refusal(
        404, "unknown-content", "There is neither a question nor a draft with this id."
    ),
    UnknownVersion: Refusal(404, "unknown-version", "There is no such version."),
    NothingToPublish: Refusal(
        409,
        "nothing-to-publish",
        "There is no draft to publish; it may have been published or discarded meanwhile.",
    ),
    Busy: Refusal(
        503,
        "busy",
        "Somebody else is at it right now, and it is done by one at a time. Nothing was changed: "
        "try again in a moment.",
    ),
    UnknownSubject: Refusal(404, "unknown-subject", "The report has no such line."),
    FormExpired: Refusal(
        403, "form-expired", "This form is too old. Nothing was lost: please send it again."
    ),
    SignInNeeded: Refusal(401, "sign-in-needed", "Please sign in first."),
    UnknownLink: Refusal(
        404, "unknown-link", "This link opens nothing: it was used already, or it is too old."
    ),
    UnknownPerson: Refusal(404, "unknown-person", "There is nothing of that kind any more."),
    TooBusy: Refusal(
        503, "too-busy", "Many people are signing in at this moment. Try again in a minute."
    ),
    TooFast: Refusal(429, "too-fast", "That was too much in a short time. Try again in a second."),
}
"""Refusals that are the same whatever was asked."""

TELLING: dict[type[Exception], tuple[int, str]] = {
    TooLong: (413, "too-long"),
    NoteTooLong: (413, "note-too-long"),
    NotAnAuthor: (403, "not-an-author"),
    TooManyTries: (429, "too-many-tries"),
    CannotDoError: (422, "cannot-do"),
    ReadOnlyRoot: (409, "read-only-content"),
    StorageBusy: (503, "storage-busy"),
    StorageReadOnly: (503, "storage-read-only"),
    StorageFull: (503, "storage-full"),
    StorageError: (503, "storage-unavailable"),
}
"""Errors whose own words are plain enough; a class stands before its base."""

REFUSED: tuple[type[Exception], ...] = (*PLAIN, *TELLING, HTTPException, RequestValidationError)
"""Every error that a request may end with and that is not our fault; errors.py answers them."""

STATUSES = {
    400: ("bad-request", "This request cannot be read."),
    403: ("forbidden", "This is not allowed."),
    404: ("not-found", "There is nothing at this address."),
    405: ("method-not-allowed", "This address does not take such requests."),
    413: ("too-large", "This is more than can be sent at once."),
    415: ("not-json", "Send JSON, with Content-Type: application/json."),
}
"""Codes and words for plain statuses; the standard library's phrases differ between versions."""


def refusal(error: Exception) -> Refusal:
    """What to say about an error of one of the classes in `REFUSED`."""
    plain = PLAIN.get(type(error))
    if plain is not None:
        return plain
    for kind, (status, code) in TELLING.items():
        if isinstance(error, kind):
            return Refusal(status, code, str(error))
    if isinstance(error, HTTPException):
        return _of_status(error.status_code)
    if isinstance(error, RequestValidationError):
        return Refusal(422, "invalid-request", _places(error))
    raise error


def as_json(refused: Refusal) -> JSONResponse:
    """The refusal as the API says it: `{"error": {"code", "message"}}`."""
    said = {"error": {"code": refused.code, "message": refused.message}}
    return JSONResponse(said, refused.status)


def wants_json(request: HTTPConnection) -> bool:
    """The request is to the API."""
    return request.url.path.startswith(API)


def _of_status(status: int) -> Refusal:
    code, message = STATUSES.get(status, (f"status-{status}", "This could not be done."))
    return Refusal(status, code, message)


def _places(error: RequestValidationError) -> str:
    """Where and why, without what was sent: it may be an answer."""
    said = (
        f"{'.'.join(str(step) for step in problem['loc'])}: {problem['msg']}"
        for problem in error.errors()
    )
    return "; ".join(said)
