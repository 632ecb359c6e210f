# Whyboard: everything starts here. `make help` lists what there is.

PYTHON  ?= $(shell command -v python3.11 || command -v python3)
WORKERS ?= auto
BIN     := .venv/bin
READY   := .venv/.ready
LOCK    := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade

.PHONY: help run test lint check format docs lock clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' Makefile

run: $(READY)  ## set up if needed, then serve Whyboard and print its address
	@$(BIN)/whyboard serve

test: $(READY)  ## set up if needed, then run all tests
	@$(BIN)/pytest -n $(WORKERS) --no-loadscope-reorder

lint: $(READY)  ## format, style, types and import contracts, all as checks
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: $(READY)  ## check questions and rubrics, and score their own examples
	@$(BIN)/whyboard check --deep

format: $(READY)  ## format the code and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(READY)  ## write the generated parts of the pages for authors
	@$(BIN)/python -m app.reference_pages .

lock: $(READY)  ## choose versions anew and write the lock files
	@$(LOCK) pyproject.toml --output-file requirements.lock
	@$(LOCK) pyproject.toml --extra postgres --group dev --constraints requirements.lock --output-file requirements-dev.lock
	@$(LOCK) --group bootstrap --output-file requirements-uv.lock

clean:  ## remove the environment and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist

# The environment, made once and again when a lock file changes: with uv where it can reach packages
# (seconds), else with pip. Nothing is installed whose hash is not in a lock file.
$(READY): pyproject.toml requirements-dev.lock requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit("Whyboard needs Python 3.11 or newer: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || { echo "Making the environment in .venv (once, about a minute)"; $(PYTHON) -m venv .venv; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock \
	  && $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock \
	  || { echo "Installing with pip, as uv cannot"; \
	       $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@
