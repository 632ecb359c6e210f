"""Which red flags decide more than points."""

from app.engine.grave import breach_of, major_errors
from tests import make


def test_a_major_breach_of_integrity_is_found_and_a_minor_one_is_none() -> None:
    minor = make.red_flag(kind="integrity", id="model-answer", severity="minor")
    major = make.red_flag(kind="integrity", id="off-topic", severity="major")
    assert breach_of([minor]) is None
    assert breach_of([minor, major]) is major


def test_major_errors_are_wrong_claims_and_failed_checks() -> None:
    claim = make.red_flag(kind="misconception", severity="major")
    check = make.red_flag(kind="check", severity="major")
    others = [
        make.red_flag(kind="check", severity="minor"),
        make.red_flag(kind="omission", severity="major"),
        make.red_flag(kind="integrity", severity="major"),
    ]
    assert major_errors([claim, check, *others]) == [claim, check]
