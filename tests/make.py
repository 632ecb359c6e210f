"""Small valid objects: a test names only what matters to it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from app.content.question import Question
from app.content.rubric import Rubric
from app.engine.report import ConceptResult, RedFlag, Report, Standing
from app.evaluation.gold import GoldAnswer, GoldPair, Reader


def question_data(**changes: Any) -> dict[str, Any]:
    """What a small question file holds."""
    return {
        "id": "small-queue",
        "title": "A small queue",
        "category": "streaming",
        "difficulty": "mid",
        "topics": ["queues"],
        "minutes": 10,
        "words": {"least": 50, "most": 200},
        "prompt": "How does a queue keep what was put into it?",
        "sections": {
            "context": "A queue keeps messages until they are read.",
            "diagram": {"mermaid": "flowchart LR\n  a --> b", "alt": "a feeds b"},
            "components": {
                "text": "The queue is a log with copies.",
                "code": {"language": "text", "caption": "A setting", "text": "acks = all\n"},
            },
            "trade_offs": [_decision("Three copies"), _decision("One partition")],
            "pro_tip": {"pro_move": "Say what happens when a disk dies.", "red_flag": "No copies."},
        },
        "senior_notes": ["Practise losing a broker."],
        "sources": [
            {"title": "A page", "url": "https://example.org/queue", "checked": "2026-01-31"}
        ],
        **changes,
    }


def _decision(decision: str) -> dict[str, str]:
    return {
        "decision": decision,
        "choose": "This one.",
        "gain": "It is safer.",
        "cost": "It is slower.",
        "otherwise": "When nothing matters.",
    }


def concept_data(**changes: Any) -> dict[str, Any]:
    """What a rubric file says about a small concept."""
    return {
        "id": "copies",
        "name": "Copies",
        "area": "durability",
        "weight": 3,
        "mentioned": ["several copies"],
        "facets": {"survives": {"label": "what copies are for", "says": ["copy survives crash"]}},
        "explained": "survives",
        "why": "One disk dies some day.",
        "follow_up": "What happens when a disk dies?",
        "model": "Several copies are kept, so one copy survives the crash of another.",
        "source": "https://example.org/copies",
        "yes": ["We keep several copies.", "There are several copies of it."],
        "no": ["Nothing is said here.", "The weather is fine."],
        **changes,
    }


def misconception_data(**changes: Any) -> dict[str, Any]:
    """What a rubric file says about a small misconception."""
    return {
        "id": "one-copy-is-safe",
        "claim": ["one copy is safe"],
        "right": "One copy is lost with its disk.",
        "severity": "major",
        "source": "https://example.org/copies",
        "yes": ["One copy is safe.", "A single copy is safe."],
        "no": ["One copy is not safe.", "Two copies are kept."],
        **changes,
    }


def check_data(**changes: Any) -> dict[str, Any]:
    """What a rubric file says about a small check over the slot `rf`."""
    return {
        "id": "spare-copy",
        "name": "A spare copy",
        "slots": ["rf"],
        "rule": "rf >= 2",
        "fails": "With {rf} there is no spare copy.",
        "confirms": "With {rf} there is a spare copy.",
        "severity": "minor",
        "source": "https://example.org/copies",
        "yes": ["The replication factor is 3."],
        "no": ["The replication factor is 1."],
        **changes,
    }


def rubric_data(*concepts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What a small rubric file holds."""
    return {
        "question": "small-queue",
        "slots": {"rf": {"names": ["replication factor", "rf"]}},
        "concepts": list(concepts) or [concept_data()],
        **changes,
    }


def question(**changes: Any) -> Question:
    """A small question."""
    return Question.model_validate(question_data(**changes))


def rubric(*concepts: dict[str, Any], **changes: Any) -> Rubric:
    """A small rubric; concepts and changes are as a file has them."""
    return Rubric.model_validate(rubric_data(*concepts, **changes))


def as_yaml(data: object) -> str:
    """The text of a YAML file that holds `data`."""
    return yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True)


class _Plain(yaml.SafeDumper):
    """Writes what appears twice twice, and None as an empty value."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True


_Plain.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def concept_result(**changes: Any) -> ConceptResult:
    """A concept that an answer mentions, for half of its points."""
    data = {"id": "copies", "name": "Copies", "area": "durability", "weight": 3}
    data |= {"standing": "mentioned", "points": 5, "possible": 10}
    return ConceptResult.model_validate(data | changes)


def red_flag(**changes: Any) -> RedFlag:
    """A misconception that costs four points."""
    data = {"kind": "misconception", "id": "one-copy-is-safe", "severity": "major", "points": -4}
    data |= {"message": "One copy is called safe.", "right": "One copy is lost with its disk."}
    return RedFlag.model_validate(data | changes)


def report(*concepts: ConceptResult, **changes: Any) -> Report:
    """The report of a mixed answer to the small question."""
    data = {"question": "small-queue", "rubric_digest": "0", "engine": "1", "score": 40}
    data |= {"band": 2, "band_name": "mixed", "judged_at": "mid"}
    data |= {"concepts": concepts or (concept_result(),), "feedback": {"first": "Say why."}}
    return Report.model_validate(data | changes)


def reader(level: float = 2.0, **standings: Standing) -> Reader:
    """A reading of an answer; a concept's id is written with `_` for `-`."""
    named = {id_.replace("_", "-"): standing for id_, standing in standings.items()}
    return Reader(level, named, evidence={}, misconceptions={})


def gold_answer(*readers: Reader, **changes: Any) -> GoldAnswer:
    """A labelled answer of the half `build`."""
    data = {"id": "small-queue--1", "question": "small-queue", "text": "Several copies."}
    return GoldAnswer(**(data | {"half": "build", "readers": readers or (reader(),)} | changes))


def gold_pair(**changes: Any) -> GoldPair:
    """A pair of the half `build` that mentions copies."""
    data = {"question": "small-queue", "text": "Several copies.", "half": "build"}
    return GoldPair(**(data | {"target": "copies", "expect": "mentioned"} | changes))


def content_root(
    folder: Path,
    question: dict[str, Any] | None = None,
    rubric: dict[str, Any] | None = None,
    files: Mapping[str, str | bytes] = MappingProxyType({}),
) -> Path:
    """A content root with a small question, its rubric, and `files` by their path."""
    contents = {
        "questions/streaming/small-queue.yaml": as_yaml(question or question_data()),
        "rubrics/streaming/small-queue.yaml": as_yaml(rubric or rubric_data()),
        **files,
    }
    write_files(folder, contents)
    return folder


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by their path below `folder`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
