"""Gold labels and reports to accuracy tables."""
