"""One reader judged by another: how well the readers themselves agree."""

from app.evaluation.gold import Gold, GoldAnswer
from app.evaluation.judged import Judge, Judged


def readers_apart(gold: Gold) -> tuple[Gold, Judge]:
    """The gold as the first reader labels it, and the second reader as its judge."""
    first = tuple(_with_first_reader(answer) for answer in gold.answers)
    second = {(a.question, a.text): a.readers[-1] for a in gold.answers}

    def judge(question: str, text: str) -> Judged:
        reader = second[question, text]
        flags = frozenset(reader.misconceptions)
        return Judged(reader.standings, flags, 25 * reader.level, reader.level)

    return Gold(first, ()), judge


def _with_first_reader(answer: GoldAnswer) -> GoldAnswer:
    return GoldAnswer(answer.id, answer.question, answer.text, answer.half, answer.readers[:1])
