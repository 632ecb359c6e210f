"""What to write about, for an answer that holds nothing yet: areas and questions, no wording."""

from app.engine.compiled import CompiledRubric
from app.engine.report import OutlinePart

MOST_PROMPTS = 3
"""Questions an area: an outline to start from, not the whole rubric."""


def outline(rubric: CompiledRubric) -> tuple[OutlinePart, ...]:
    """Return the areas of a rubric in its order, each with the questions that weigh most."""
    areas = dict.fromkeys(each.source.area for each in rubric.concepts)
    return tuple(OutlinePart(area=area, prompts=_prompts(rubric, area)) for area in areas)


def _prompts(rubric: CompiledRubric, area: str) -> tuple[str, ...]:
    here = [each.source for each in rubric.concepts if each.source.area == area]
    heaviest = sorted(here, key=lambda concept: -concept.weight)[:MOST_PROMPTS]
    return tuple(concept.follow_up for concept in heaviest)
