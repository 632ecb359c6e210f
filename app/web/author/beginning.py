"""The page on which a new question begins."""

from dataclasses import dataclass
from typing import ClassVar

from app.content.bank import Bank
from app.engine.door import ANSWER_LIMIT
from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class NewPage(Page):
    """Asks for an id, a category and perhaps a model answer.

    Attributes:
        categories: those there are, to choose from; a new one may be typed.
        limit: longest model answer accepted, in characters.
        refused: why the last try was refused; empty if it was not.
        id_, category, model: what was typed.
    """

    template: ClassVar[str] = "pages/author/new.html"
    categories: tuple[str, ...]
    limit: int = ANSWER_LIMIT
    refused: str = ""
    id_: str = ""
    category: str = ""
    model: str = ""


def new_page(
    bank: Bank, *, refused: str = "", id_: str = "", category: str = "", model: str = ""
) -> NewPage:
    """The page, empty or with what was refused."""
    return NewPage(
        title="New question",
        categories=tuple(sorted({question.category for question in bank.questions.values()})),
        refused=refused,
        id_=id_,
        category=category,
        model=model,
    )
