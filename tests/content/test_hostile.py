"""Files made to be slow or to be told about endlessly: one clear problem, soon."""

from time import thread_time

import pytest

from app.content.canonical_form import canonical_form
from app.content.check import check_content
from app.content.problems import MOST_PROBLEMS
from app.content.skeleton import SCHEMA_LINE
from app.content.tree import Held
from tests import make

RUBRIC = make.as_yaml(make.rubric_data())
IDEAS = f"{RUBRIC}ideas:\n"
MISCONCEPTIONS = f"{RUBRIC}misconceptions:\n"

HOSTILE = {
    "nested brackets": "a: " + "[" * 50_000,
    "nested braces": "a: " + "{a: " * 50_000,
    "many brackets": "a: [" + "[]," * 120_000 + "]",
    "unknown keys": RUBRIC + "".join(f"k{n}: 1\n" for n in range(60_000)),
    "repeated keys": "question: x\n" * 80_000,
    "tags": "x:\n" + "- !!str a\n" * 80_000,
    "anchors": "x:\n" + "".join(f"- &a{n} b\n" for n in range(60_000)),
    "aliases": "a: &a [x]\nb: [" + "*a, " * 50_000 + "]",
    "ideas": IDEAS + "".join(f"  i{n}: [aa bb]\n" for n in range(12_000)),
    "ideas of ideas": IDEAS
    + "".join(f"  i{n}: {{words: [aa], of: [<j{n}>]}}\n" for n in range(6_000)),
    "broken wordings": IDEAS + "".join(f"  i{n}: ['(aa']\n" for n in range(12_000)),
    "empty items": MISCONCEPTIONS + "- {}\n" * 15_000,
    "a megabyte": "a: '" + "x" * 1_040_000 + "'",
    "ten megabytes": "a: '" + "x" * 10_000_000 + "'",
    "a long word": f"question: {'a-' * 400_000}a\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_with_few_problems(name: str) -> None:
    """Each takes less than half a second on a machine at rest; before, some took minutes."""
    data = HOSTILE[name].encode()
    question = make.as_yaml(make.question_data()).encode()
    files = {
        "questions/streaming/small-queue.yaml": question,
        "rubrics/streaming/small-queue.yaml": data,
    }
    began = thread_time()
    problems = check_content(Held(files))
    assert 1 <= len(problems) <= MOST_PROBLEMS + 10
    assert sum(len(str(problem)) for problem in problems) < 100_000
    canonical_form(data, "rubrics/streaming/small-queue.yaml", SCHEMA_LINE)
    assert thread_time() - began < 20
