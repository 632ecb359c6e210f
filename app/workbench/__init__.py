"""What helps an author: lint, calibration and drafts; it knows rubrics and the engine, no web."""
