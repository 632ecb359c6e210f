"""Which wordings of a rubric stand in a text, whether or not they count there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.content.rubric import Lexicon, Rubric
from app.engine.compiled import CompiledRubric
from app.engine.door import admit
from app.engine.findings import repair_of
from app.engine.ideas import IdeaBook
from app.engine.matching import Matcher
from app.engine.occurrences import find
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.wordings import CompiledWording, compile_wording
from app.workbench.places import PlacedWording, wordings_of

EXCUSES = frozenset({"unless", "against_unless"})
"""Parts whose wordings are looked for whether what they say is asserted or denied."""

Compiled = Mapping[PlacedWording, CompiledWording]
"""Each wording of a rubric with what the engine makes of it."""


@dataclass(frozen=True, slots=True)
class Firing:
    """Finds the wordings of one rubric, and whatever else its book knows, in texts.

    Attributes:
        compiled: as the engine scores with it; texts are read as answers to it.
        book: all ideas that the rubric may name, so that new wordings can be tried.
        wordings: those that say something.
    """

    compiled: CompiledRubric
    pipeline: Pipeline
    book: IdeaBook
    wordings: Compiled

    @classmethod
    def of(
        cls, rubric: Rubric, lexicon: Lexicon, compiled: CompiledRubric, pipeline: Pipeline
    ) -> "Firing":
        """Make one for a rubric that `whyboard check` has passed."""
        book = IdeaBook(rubric.ideas, lexicon.ideas, rubric.wider)
        for idea in (*rubric.ideas, *lexicon.ideas):
            book.use_idea(idea)
        every = ((placed, compile_wording(placed.text, book)) for placed in wordings_of(rubric))
        return cls(compiled, pipeline, book, {key: made for key, made in every if made.needs})

    def matcher(self, text: str) -> Matcher:
        """The occurrences in a text.

        Raises:
            TooLong: the text has more than 20,000 code points.
        """
        with self.pipeline.lock:
            reading = read(admit(text), self.pipeline)
            family = repair_of(self.compiled, self.pipeline).family
        return Matcher.of(reading, find(reading, self.book, family), self.book.scopes)

    def fired(self, matcher: Matcher) -> Iterator[PlacedWording]:
        """Yield the wordings that stand in a text."""
        for placed, wording in self.wordings.items():
            look = matcher.topics if placed.part in EXCUSES else matcher.matches
            if look([wording]):
                yield placed

    def know(self, words: Iterable[str]) -> None:
        """Look for these words from now on, each as its family."""
        for word in words:
            self.book.use_word(word)
