"""Keep a running site up to date: answers wait for spaCy, changed content is read again."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock, Thread
from time import sleep

import structlog

from app.bank_holder import BankHolder
from app.content.bank import Bank, load_bank
from app.content.changes import State, content_state
from app.content.problems import ContentError
from app.content.several_files import finish_writing, is_unfinished, last_change
from app.engine.coaching import Coaching
from app.engine.pipeline import Pipeline, load_pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer
from app.workbench.costs import costs_of

LOOK_EVERY = 2.0
"""Seconds between looks for changed files: soon enough for an author who saves and reloads."""

GLANCE_EVERY = 0.25
"""Seconds between glances at the one mark that publishing leaves, in this process or another."""

_log = structlog.get_logger(__name__)


def load_in_background() -> Future[Pipeline]:
    """Begin to load spaCy; whoever asks for the result waits for it, or gets its error."""
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="load-spacy")
    future = executor.submit(load_pipeline)
    executor.shutdown(wait=False)
    return future


class WaitingScorer:
    """Scores answers with one bank as soon as spaCy is there."""

    def __init__(
        self,
        bank: Bank,
        pipeline: Future[Pipeline],
        make: Callable[[Bank, Pipeline], Scorer] = Scorer,
    ) -> None:
        self._bank = bank
        self._make = make
        self._pipeline = pipeline
        self._scorer: Scorer | None = None
        self._lock = Lock()

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Report on an admitted answer to a question of the bank, with edits if `improved`."""
        return self._ready().score(question_id, answer, improved=improved)

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Say what may be said about an answer that is still being written."""
        return self._ready().coaching(question_id, answer)

    def with_bank(self, bank: Bank) -> "WaitingScorer":
        """A scorer for another bank; what has been compiled and is the same is not done again."""
        ready = self._scorer
        make = Scorer if ready is None else lambda bank, _: ready.with_bank(bank)
        return WaitingScorer(bank, self._pipeline, make)

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
                self._scorer = self._make(self._bank, pipeline)
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
        self._seen: State | None = content_state(root)
        self._published = last_change(root)
        self._stopped = Event()
        self._looking = Lock()

    def start(self) -> None:
        """Look for changes in the background until `stop`."""
        Thread(target=self._watch, name="watch-content", daemon=True).start()

    def stop(self) -> None:
        """Stop looking."""
        self._stopped.set()

    def look(self) -> bool:
        """Read the content again if its files changed; tell whether the bank was swapped."""
        with self._looking:
            if is_unfinished(self._root):  # some files are new, others old
                finish_writing(self._root)
            state = content_state(self._root)
            if state == self._seen or is_unfinished(self._root):
                return False
            self._seen = state
            return self._read_again()

    def _read_again(self) -> bool:
        try:
            bank = load_bank(self._root)
        except ContentError as error:
            if self._is_mixed():
                return False
            _log.warning("bank-kept", problems=[str(problem) for problem in error.problems])
            return False
        if self._is_mixed():
            return False
        if costly := tuple(_costly(bank, self._holder.bank)):
            _log.warning("bank-kept", problems=list(costly))
            return False
        _, earlier = self._holder.held
        if isinstance(earlier, WaitingScorer):
            scorer = earlier.with_bank(bank)
        else:
            scorer = WaitingScorer(bank, self._pipeline)
        scorer.warm()
        self._holder.swap(bank, scorer)
        _log.info("bank-reloaded", questions=len(bank.questions))
        return True

    def _is_mixed(self) -> bool:
        """Tell whether files were moved while they were read; then they are read once more."""
        mixed = is_unfinished(self._root) or content_state(self._root) != self._seen
        if mixed:
            self._seen = None
        return mixed

    def _watch(self) -> None:
        looks = 0
        while not self._stopped.wait(GLANCE_EVERY):
            looks = (looks + 1) % round(LOOK_EVERY / GLANCE_EVERY)
            published = last_change(self._root)
            if looks == 0 or published != self._published:
                self._published = published
                self.look()


def _costly(bank: Bank, earlier: Bank) -> Iterator[str]:
    """Yield what costs too much in rubrics that are not as they were."""
    for id_, rubric in bank.rubrics.items():
        same = earlier.digests.get(id_) == bank.digests[id_]
        if not same or earlier.lexicon != bank.lexicon:
            for _, message in costs_of(rubric, bank.lexicon):
                yield f"{id_}: {message}"


def _settle() -> None:
    """Take what stays loaded out of the garbage collector's sight.

    Looking through the pipeline and the compiled rubrics took it a quarter of a second, each time
    in the middle of somebody's answer. What an earlier bank left behind is looked through once.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
