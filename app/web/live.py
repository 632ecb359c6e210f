"""Keep a running site up to date: answers wait for spaCy, changed content is read again."""

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock, Thread
from time import sleep

import structlog

from app.bank_holder import BankHolder
from app.content.bank import Bank, load_bank
from app.content.changes import content_state
from app.content.problems import ContentError
from app.engine.coaching import Coaching
from app.engine.pipeline import Pipeline, load_pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer

LOOK_EVERY = 2.0
"""Seconds between looks for changed files: soon enough for an author who saves and reloads."""

_log = structlog.get_logger(__name__)


def load_in_background() -> Future[Pipeline]:
    """Begin to load spaCy; whoever asks for the result waits for it, or gets its error."""
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="load-spacy")
    future = executor.submit(load_pipeline)
    executor.shutdown(wait=False)
    return future


class WaitingScorer:
    """Scores answers with one bank as soon as spaCy is there."""

    def __init__(self, bank: Bank, pipeline: Future[Pipeline]) -> None:
        self._bank = bank
        self._pipeline = pipeline
        self._scorer: Scorer | None = None
        self._lock = Lock()

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Report on an admitted answer to a question of the bank, with edits if `improved`."""
        return self._ready().score(question_id, answer, improved=improved)

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Say what may be said about an answer that is still being written."""
        return self._ready().coaching(question_id, answer)

    def warm(self) -> None:
        """Compile every rubric, so that no learner waits for it."""
        scorer = self._ready()
        for question_id in self._bank.rubrics:
            scorer.rubric(question_id)
        _settle()

    def prepare(self) -> None:
        """Compile every rubric and read the sentences that improved answers draw on.

        Until it is done the first answer to a question takes half a second longer.
        """
        self.warm()
        scorer = self._ready()
        for question_id in self._bank.rubrics:
            for _ in scorer.prepare(question_id):
                sleep(_BREATH)
        _settle()

    def _ready(self) -> Scorer:
        pipeline = self._pipeline.result()
        with self._lock:
            if self._scorer is None:
                self._scorer = Scorer(self._bank, pipeline)
            return self._scorer


_BREATH = 0.05
"""Seconds between two steps of getting ready, left to those who are waiting for an answer."""


class ContentWatch:
    """Swaps the bank when its files change; a broken file leaves the old bank serving."""

    def __init__(self, root: Path, holder: BankHolder, pipeline: Future[Pipeline]) -> None:
        """Watch the content under `root` for `holder`."""
        self._root = root
        self._holder = holder
        self._pipeline = pipeline
        self._seen = content_state(root)
        self._stopped = Event()

    def start(self) -> None:
        """Look for changes in the background until `stop`."""
        Thread(target=self._watch, name="watch-content", daemon=True).start()

    def stop(self) -> None:
        """Stop looking."""
        self._stopped.set()

    def look(self) -> bool:
        """Read the content again if its files changed; tell whether the bank was swapped."""
        state = content_state(self._root)
        if state == self._seen:
            return False
        self._seen = state
        try:
            bank = load_bank(self._root)
        except ContentError as error:
            _log.warning("bank-kept", problems=[str(problem) for problem in error.problems])
            return False
        scorer = WaitingScorer(bank, self._pipeline)
        scorer.warm()
        self._holder.swap(bank, scorer)
        _log.info("bank-reloaded", questions=len(bank.questions))
        return True

    def _watch(self) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            self.look()


def _settle() -> None:
    """Take what stays loaded out of the garbage collector's sight.

    Looking through the pipeline and the compiled rubrics took it a quarter of a second, each time
    in the middle of somebody's answer. What an earlier bank left behind is looked through once.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
