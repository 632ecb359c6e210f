"""Whyboard: a study tool for system-design and data-engineering interviews."""
