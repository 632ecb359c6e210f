"""What a learner can do: answer, look back, comment, reveal, keep a draft, delete.

Every method takes the caller's session and ends no transaction. Reading methods want a session of
`Sessions.reading`, the others one of `Sessions.writing` (app.db.connect). What is asked of the
database happens inside the call, so a `StorageError` (app.db.failures) comes out of the method and
not only at the commit: the caller still has the learner's text in hand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy.orm import Session

from app.bank_holder import BankHolder
from app.content.bank import Bank
from app.content.question import Question, model_answer
from app.db import attempts, drafts, learners, notes, reveals, shares
from app.db.attempts import Attempt, Best, Scored, Summary
from app.db.drafts import Draft
from app.db.forms import Form
from app.db.notes import Note, NoteKind
from app.db.shares import Share
from app.engine.coaching import Coaching
from app.engine.door import admit
from app.engine.report import Report

NOTE_LIMIT = 2_000
"""Longest note, in code points: a remark on one line, not a second answer."""

HISTORY_PAGE = 100
"""Lines of history read at once unless asked otherwise."""


class UnknownQuestion(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """No question of the bank has this id."""


class UnknownAttempt(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The learner has no attempt with this id."""


class UnknownSubject(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The report has no such line to write a note on."""


class UnknownShare(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """No link has this secret, or the learner none with this id: there was none, or it ended."""


class NoteTooLong(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """A note has more than `NOTE_LIMIT` code points."""


class NothingToScore(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """The answer is empty, so nothing was kept.

    Attributes:
        report: says so in its words; has neither score nor band.
    """

    def __init__(self, report: Report) -> None:
        super().__init__("There is nothing to score yet.")
        self.report = report


@dataclass(frozen=True, slots=True)
class Coach:
    """A learner's side of Whyboard.

    Attributes:
        clock: the time now, with its zone.
        new_id: a fresh, unguessable id for an attempt, at most 32 characters.
        new_secret: a fresh secret for a link, of at least 128 random bits, fit for an address.
    """

    holder: BankHolder
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    new_secret: Callable[[], str] = token_urlsafe

    def question(self, question_id: str) -> Question:
        """The question, or `UnknownQuestion`."""
        return _question(self.holder.bank, question_id)

    def submit(
        self,
        session: Session,
        learner: str,
        question_id: str,
        text: str,
        form: Form,
        *,
        seconds: int | None = None,
        revises: str | None = None,
    ) -> str:
        """Score an answer, keep it, forget its draft, and return the attempt's id.

        The answer is scored before the session is first used, so no lock is held meanwhile. The
        same text sent twice from the same form is one attempt.

        Args:
            seconds: how long the learner worked on it, if known.
            revises: id of the attempt it grew from, if any; ignored unless the learner has it.

        Raises:
            UnknownQuestion, app.engine.door.TooLong.
            NothingToScore: carries the report; nothing was kept.
        """
        bank, scorer = self.holder.held
        _question(bank, question_id)
        admitted = admit(text)
        report = scorer.score(question_id, admitted, improved=True)
        if report.score is None or report.band is None:
            raise NothingToScore(report)
        scored = Scored(
            id=self.new_id(),
            learner=learner,
            text=admitted,
            report=report,
            score=report.score,
            band=report.band,
            form=form,
            seconds=seconds,
            now=self.clock(),
            revises=revises,
        )
        return attempts.add(session, scored)

    def live(self, question_id: str, text: str) -> Coaching:
        """What may be said about an answer that is still being written; nothing is kept.

        Raises:
            UnknownQuestion, app.engine.door.TooLong.
        """
        bank, scorer = self.holder.held
        return scorer.coaching(_question(bank, question_id).id, admit(text))

    def attempt(self, session: Session, learner: str, attempt_id: str) -> Attempt:
        """One attempt of the learner, or `UnknownAttempt`."""
        found = attempts.find(session, learner, attempt_id)
        if found is None:
            raise UnknownAttempt(attempt_id)
        return found

    def earlier(self, session: Session, learner: str, attempt: Attempt) -> Attempt | None:
        """What an attempt is compared with: the one it revises, else the one before it."""
        if attempt.revises:
            return attempts.find(session, learner, attempt.revises)
        lines = attempts.of_question(session, learner, attempt.question)
        last = next((line.id for line in lines if line.ordinal < attempt.ordinal), None)
        return attempts.find(session, learner, last) if last else None

    def scored_today(self, attempt: Attempt) -> Report:
        """What today's rubric and engine say about the answer of an attempt; nothing is kept.

        Raises:
            UnknownQuestion: it has left the bank.
        """
        bank, scorer = self.holder.held
        return scorer.score(_question(bank, attempt.question).id, attempt.text)

    def attempts_of(self, session: Session, learner: str, question_id: str) -> tuple[Summary, ...]:
        """The learner's attempts at a question, newest first, each with its delta."""
        return attempts.of_question(session, learner, question_id)

    def history(
        self, session: Session, learner: str, *, limit: int = HISTORY_PAGE, skip: int = 0
    ) -> tuple[Summary, ...]:
        """The learner's attempts at all questions, newest first."""
        return attempts.history(session, learner, limit=limit, skip=skip)

    def attempt_count(self, session: Session, learner: str) -> int:
        """How many attempts the learner has made and kept."""
        return attempts.count(session, learner)

    def best_scores(self, session: Session, learner: str) -> Mapping[str, Best]:
        """The learner's best score, best band and number of attempts by question id."""
        return attempts.best(session, learner)

    def delete_attempt(self, session: Session, learner: str, attempt_id: str) -> None:
        """Delete an attempt, its notes and its links, or raise `UnknownAttempt`."""
        if not attempts.remove(session, learner, attempt_id):
            raise UnknownAttempt(attempt_id)

    def delete_everything(self, session: Session, learner: str) -> None:
        """Delete all the learner's attempts, notes, links, drafts and reveals."""
        learners.empty(session, learner)

    def save_draft(
        self,
        session: Session,
        learner: str,
        question_id: str,
        text: str,
        form: Form,
        *,
        revises: str | None = None,
    ) -> bool:
        """Keep an unfinished answer exactly as typed, of any length.

        Args:
            revises: id of the attempt it grew from, if any; ignored unless the learner has it.

        Returns:
            False when it came too late to be kept: the same form has sent something newer, or was
            submitted since.
        """
        self.question(question_id)
        now = self.clock()
        return drafts.save(
            session, learner, question_id, text=text, form=form, now=now, revises=revises
        )

    def revise(
        self,
        session: Session,
        learner: str,
        attempt_id: str,
        text: str | None = None,
        *,
        replace: bool = False,
    ) -> Draft | None:
        """Put a text into the answer box, as a revision of an attempt.

        Args:
            text: the attempt's own answer unless given.
            replace: drop another unfinished answer that is in the box.

        Returns:
            The unfinished answer that is in the way, and then nothing was changed; None when done.

        Raises:
            UnknownAttempt, UnknownQuestion.
        """
        learners.hold(session, learner)
        attempt = self.attempt(session, learner, attempt_id)
        wanted = attempt.text if text is None else text
        draft = self.draft(session, learner, attempt.question)
        kept = draft is None or any(same_lines(draft.text, t) for t in (wanted, attempt.text))
        if draft and not kept and not replace:
            return draft
        form = Form(self.new_id(), 0)
        self.save_draft(session, learner, attempt.question, wanted, form, revises=attempt_id)
        return None

    def draft(self, session: Session, learner: str, question_id: str) -> Draft | None:
        """The unfinished answer to a question; None when there is none."""
        return drafts.find(session, learner, question_id)

    def drafted(self, session: Session, learner: str) -> frozenset[str]:
        """Ids of the questions that have an unfinished answer."""
        return drafts.questions(session, learner)

    def forget_draft(self, session: Session, learner: str, question_id: str) -> None:
        """Throw the unfinished answer away, if there is one."""
        learners.hold(session, learner)
        drafts.clear(session, learner, question_id)

    def model_report(self, question_id: str) -> Report:
        """The model answer scored by the same engine: where in it each concept stands.

        Raises:
            UnknownQuestion.
        """
        bank, scorer = self.holder.held
        question = _question(bank, question_id)
        return scorer.score(question.id, model_answer(question))

    def reveal(self, session: Session, learner: str, question_id: str) -> None:
        """Record that the learner asked to see the model answer before answering."""
        self.question(question_id)
        reveals.record(session, learner, question_id, self.clock())

    def revealed(self, session: Session, learner: str, question_id: str) -> datetime | None:
        """When the learner first asked to see the model answer; None for never."""
        return reveals.revealed_at(session, learner, question_id)

    def may_see_model_answer(self, session: Session, learner: str, question_id: str) -> bool:
        """Whether the learner has answered the question or asked to see its model answer."""
        return bool(self.attempts_of(session, learner, question_id)) or (
            self.revealed(session, learner, question_id) is not None
        )

    def notes(self, session: Session, learner: str, attempt_id: str) -> Mapping[str, Note]:
        """The learner's notes on a report by subject (`subjects`)."""
        return notes.of_attempt(session, learner, attempt_id)

    def save_note(
        self,
        session: Session,
        learner: str,
        attempt_id: str,
        subject: str,
        *,
        kind: NoteKind,
        text: str,
    ) -> None:
        """Keep a note on one line of a report, in place of an earlier one.

        Raises:
            UnknownAttempt, UnknownSubject, NoteTooLong.
        """
        if len(text) > NOTE_LIMIT:
            raise NoteTooLong(f"A note may have {NOTE_LIMIT:,} characters; this has {len(text):,}.")
        learners.hold(session, learner)
        if subject not in subjects(self.attempt(session, learner, attempt_id).report):
            raise UnknownSubject(subject)
        notes.write(session, learner, attempt_id, Note(subject, kind, text, self.clock()))

    def erase_note(self, session: Session, learner: str, attempt_id: str, subject: str) -> None:
        """Forget the note on one line of a report, if there is one."""
        notes.erase(session, learner, attempt_id, subject)

    def share(self, session: Session, learner: str, attempt_id: str) -> str:
        """Open a report to whoever has the secret that is returned; it cannot be told again.

        Raises:
            UnknownAttempt.
        """
        self.attempt(session, learner, attempt_id)
        secret, share, now = self.new_secret(), self.new_id(), self.clock()
        shares.add(session, learner, attempt_id, share=share, secret=secret, now=now)
        return secret

    def shared(self, session: Session, secret: str) -> Attempt:
        """The attempt that a secret opens, whoever asks; or `UnknownShare`."""
        found = shares.find(session, secret)
        if found is None:
            raise UnknownShare
        return found

    def shares(self, session: Session, learner: str) -> tuple[Share, ...]:
        """The learner's open links, newest first."""
        return shares.of_learner(session, learner)

    def stop_sharing(self, session: Session, learner: str, share_id: str) -> None:
        """End one of the learner's links, or raise `UnknownShare`."""
        if not shares.remove(session, learner, share_id):
            raise UnknownShare


def subjects(report: Report) -> frozenset[str]:
    """The lines of a report that can carry a note: `concept/<id>` and `flag/<kind>/<id>`."""
    concepts = {f"concept/{concept.id}" for concept in report.concepts}
    return frozenset(concepts | {f"flag/{flag.kind}/{flag.id}" for flag in report.red_flags})


def same_lines(text: str, other: str) -> bool:
    """Whether two texts are the same but for their line ends: browsers send their own."""
    return text.splitlines() == other.splitlines()


def _question(bank: Bank, question_id: str) -> Question:
    question = bank.questions.get(question_id)
    if question is None:
        raise UnknownQuestion(question_id)
    return question
