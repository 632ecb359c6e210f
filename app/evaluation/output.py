"""An evaluation with its laws, written for people or for programs."""

import json
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from app.evaluation.evaluate import Evaluation
from app.evaluation.laws import Trial
from app.evaluation.tables import breach_lines, print_evaluation, print_laws


@dataclass(frozen=True, slots=True)
class Output:
    """What `whyboard eval` found.

    Attributes:
        errors: whether the disagreements and broken laws are listed (of `build` only, always).
    """

    evaluation: Evaluation
    laws: Trial
    errors: bool

    def as_json(self) -> str:
        """Everything as JSON."""
        data: dict[str, Any] = self.evaluation.as_data(errors=self.errors)
        data["laws"] = {
            law: {"tried": tried, "broken": broken}
            for law, (tried, broken) in self.laws.counts.items()
        }
        if self.errors:
            data["errors"]["laws"] = list(breach_lines(self.laws.breaches))
        return json.dumps(data, indent=2, ensure_ascii=False)

    def print(self, console: Console) -> None:
        """Print tables, and lines for what is listed."""
        print_evaluation(self.evaluation, console, errors=self.errors)
        if self.laws.tried:
            print_laws(self.laws.counts, console)
        for line in breach_lines(self.laws.breaches) if self.errors else ():
            console.print(Text(line), soft_wrap=True)
