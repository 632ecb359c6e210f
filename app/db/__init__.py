"""Keep what learners write; the only code that speaks SQL."""
