"""Promises of app/web/diagrams.py."""

from app.content.question import Diagram
from app.web.diagrams import digest, drawing, named
from tests import make

GOOD = "flowchart LR\n  a --> b"


def test_a_diagram_is_drawn_under_an_address_of_its_own() -> None:
    found = drawing(Diagram(mermaid=GOOD, alt="a feeds b"))
    assert found.address == f"/diagrams/{digest(GOOD)}.svg"


def test_a_diagram_that_cannot_be_drawn_is_shown_as_text() -> None:
    found = drawing(Diagram(mermaid="flowchart LR\n  a[ -->|", alt="a feeds b"))
    assert (found.address, found.source) == (None, "flowchart LR\n  a[ -->|")


def test_a_drawing_is_found_by_its_name_alone() -> None:
    question = make.question()
    svg = named(digest(question.sections.diagram.mermaid), [question])
    assert svg is not None
    assert svg.startswith(b"<svg")
    assert named("0" * 32, [question]) is None


def test_markup_in_a_label_is_text_in_the_drawing() -> None:
    evil = 'flowchart LR\n  a["<script>alert(1)</script>"] --> b'
    found = drawing(Diagram(mermaid=evil, alt="a feeds b"))
    question = make.question(
        sections=make.question_data()["sections"] | {"diagram": {"mermaid": evil, "alt": "alt"}}
    )
    svg = named(digest(evil), [question]) or b""
    assert found.source == evil
    assert b"<script" not in svg
