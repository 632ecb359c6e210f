"""Score answers for a whole bank: compiled rubrics kept, one answer at a time."""

from collections.abc import Iterator

from app.content.bank import Bank
from app.content.question import model_answer
from app.engine.assess import assess
from app.engine.coaching import Coaching, coach
from app.engine.compiled import CompiledRubric, compile_rubric
from app.engine.improving import improve, preparations
from app.engine.pipeline import Pipeline
from app.engine.report import Report


class Scorer:
    """Scores answers to the questions of one bank; safe to share between threads.

    spaCy's memory zones are not thread-safe and threads do not make the parser faster, so the
    pipeline's one lock serves a process, however many banks are in use.
    """

    def __init__(self, bank: Bank, pipeline: Pipeline) -> None:
        self.bank = bank
        self.pipeline = pipeline
        self._compiled: dict[str, CompiledRubric] = {}

    def with_bank(self, bank: Bank) -> "Scorer":
        """Return a scorer for another bank, with what is compiled and still the same in it."""
        scorer = Scorer(bank, self.pipeline)
        if self.bank.lexicon == bank.lexicon:
            scorer._compiled = {
                id_: rubric
                for id_, rubric in list(self._compiled.items())
                if _is_same(id_, self.bank, bank)
            }
        return scorer

    def rubric(self, question_id: str) -> CompiledRubric:
        """Return the compiled rubric of a question, compiling it at first use.

        Raises:
            KeyError: the bank has no such question.
        """
        if question_id not in self._compiled:
            question = self.bank.questions[question_id]
            self._compiled[question_id] = compile_rubric(
                self.bank.rubrics[question_id], self.bank.lexicon, question, model_answer(question)
            )
        return self._compiled[question_id]

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Return the report on an answer.

        Args:
            improved: with the edits that would make it a better one.

        Raises:
            KeyError: the bank has no such question.
            TooLong: the answer has more than 20,000 code points.
        """
        with self.pipeline.lock, self.pipeline.language.memory_zone():
            rubric = self.rubric(question_id)
            report = assess(answer, rubric, self.pipeline)
            if not improved:
                return report
            better = improve(answer, report, rubric, self.pipeline)
            return report.model_copy(update={"improved": better})

    def prepare(self, question_id: str) -> Iterator[None]:
        """Read the sentences that improving answers to a question draws on, a few at a time.

        All of them take half a second; answers are scored between any two steps.
        """
        rubric = self.rubric(question_id)
        for reads in preparations(rubric, self.pipeline):
            with self.pipeline.lock, self.pipeline.language.memory_zone():
                reads()
            yield

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Return what may be said about an answer that is still being written.

        Raises:
            KeyError: the bank has no such question.
            TooLong: the answer has more than 20,000 code points.
        """
        with self.pipeline.lock, self.pipeline.language.memory_zone():
            rubric = self.rubric(question_id)
            return coach(assess(answer, rubric, self.pipeline), rubric, self.pipeline)


def _is_same(id_: str, one: Bank, other: Bank) -> bool:
    """Tell whether a question and its rubric are the same in two banks."""
    same_rubric = one.digests.get(id_) == other.digests.get(id_)
    return same_rubric and one.questions.get(id_) == other.questions.get(id_)
