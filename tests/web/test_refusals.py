"""Promises of app/web/refusals.py."""

import pytest
from starlette.exceptions import HTTPException

from app.coach import NoteTooLong, UnknownAttempt, UnknownQuestion, UnknownSubject
from app.db.failures import StorageBusy, StorageTooNew
from app.engine.door import TooLong
from app.web.refusals import FormExpired, TooFast, refusal


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (UnknownQuestion("kafka"), 404, "unknown-question"),
        (UnknownAttempt("a1"), 404, "unknown-attempt"),
        (UnknownSubject("concept/x"), 404, "unknown-subject"),
        (FormExpired(), 403, "form-expired"),
        (TooFast(), 429, "too-fast"),
        (TooLong(20_001), 413, "too-long"),
        (NoteTooLong("A note may have 2,000 characters."), 413, "note-too-long"),
        (StorageBusy(), 503, "storage-busy"),
        (StorageTooNew(), 503, "storage-unavailable"),
        (HTTPException(405), 405, "method-not-allowed"),
        (HTTPException(418), 418, "status-418"),
    ],
)
def test_every_refusal_has_a_status_and_a_stable_code(
    error: Exception, status: int, code: str
) -> None:
    assert (refusal(error).status, refusal(error).code) == (status, code)


def test_a_refusal_speaks_in_the_errors_own_words_where_they_are_plain() -> None:
    assert refusal(StorageBusy()).message == StorageBusy.message


def test_an_error_that_is_our_fault_is_not_dressed_up() -> None:
    with pytest.raises(ZeroDivisionError):
        refusal(ZeroDivisionError())
