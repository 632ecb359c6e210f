"""Text and a rubric to a report: a pure library."""
