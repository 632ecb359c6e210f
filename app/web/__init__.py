"""The only FastAPI and Jinja code: pages over the coach."""
