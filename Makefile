# Everything that a person or a CI runs. `make` lists the targets.
# The first Python on this machine that will do; `make install PYTHON=…` names another.
FITS := -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
  $$each $(FITS) 2>/dev/null && { echo $$each; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help install run test check format lock eval bench soak soak-full

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1: \2/p' $(MAKEFILE_LIST)

install: $(STAMP) ## a virtual environment in .venv with everything, pinned and hashed

# Only Python 3.11 or later and its own pip are needed. The project itself cannot stand among
# hashed requirements, hence the second step; its build backend is one of them. The lock is whole,
# hence --no-deps: pip would otherwise look for a newer release behind each extra and refuse it.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) $(FITS) \
	  || { echo "Python 3.11, 3.12 or 3.13 is needed: make install PYTHON=…" >&2; exit 1; }
	@echo "Installing into $(VENV): a minute or two the first time." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock </dev/null >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . </dev/null >&2
	@touch $@

run: install ## the bot if BOT_TOKEN is set (in the environment or .env), else a conversation here
	@$(BIN)/spravka

# A file's tests stay together, for some of them share a process; files go in their own order, so that
# the longest, which start the real program, are not the last.
test: install ## every test, with coverage, on two cores
	$(BIN)/python -m pytest --cov -n 2 --dist loadfile --no-loadscope-reorder

check: install ## all that CI runs: format, lint, types, import arrows, then the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy bot knowledge tests
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test

format: install ## lay the code out and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: install ## pin what pyproject.toml asks for, with hashes and without any index's address
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --extra dev --extra build --output-file requirements.lock pyproject.toml

eval: install ## accuracy by kind on the questions of the shipped pack
	$(BIN)/spravka eval

bench: install ## speed and memory
	$(BIN)/python -m tests.bench

soak: install ## a short trial under load and faults
	$(BIN)/python -m tests.soak

soak-full: install ## the long one
	$(BIN)/python -m tests.soak --full
