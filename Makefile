# The commands of a developer, an operator and CI. `make` lists the targets.
# The first suitable Python on this machine; `make install PYTHON=…` names another.
FITS := -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
  $$each $(FITS) 2>/dev/null && { echo $$each; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --extra build
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help install install-run run demo test test-deep quick check format lock mutate eval bench bench-bot soak soak-full \
  chaos fuzz growth trials deploy-trial audit

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1: \2/p' $(MAKEFILE_LIST)

install: $(VENV)/.installed-dev ## .venv with all that running, testing and developing need

install-run: $(VENV)/.installed ## .venv with only what running needs

# Only Python 3.11 or later and its own pip are needed. The project itself cannot stand among hashed
# requirements, hence the second step; the build backend is one of them. The locks are complete, hence
# --no-deps: pip would otherwise look for a newer release behind each extra and refuse it.
$(VENV)/.installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) $(FITS) \
	  || { echo "Python 3.11, 3.12 or 3.13 is needed: make install PYTHON=…" >&2; exit 1; }
	@echo "Installing into $(VENV): a minute or two the first time." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.lock </dev/null >&2
	@$(PIP) --no-build-isolation -e . </dev/null >&2
	@$(BIN)/spravka reader build >&2 || echo "The bot works without the trained reader, by words alone." >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing what tests and checks need." >&2
	@$(PIP) --require-hashes -r requirements-dev.lock </dev/null >&2
	@touch $@

run: install-run ## the bot if BOT_TOKEN is set (in the environment or .env), else a conversation here
	@$(BIN)/spravka

# A file's tests stay together, because some of them share a process; files keep their order, so that the
# longest ones, which start the real program, do not come last. Measuring coverage nearly doubles the time,
# so only `check` measures it.
COVERAGE :=
test: install ## every test, on two cores
	$(BIN)/python -m pytest $(COVERAGE) -n 2 --dist loadfile --no-loadscope-reorder

test-deep: install ## the property tests with twenty times as many examples, samples of questions whole
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -m "hypothesis or deep" -n 2

quick: install ## in 30 seconds: lint, types and the tests nearest to what changed since main
	@$(BIN)/python -m tests.quick

check: install ## all that CI checks: format, lint, types, import contracts, then every test with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy bot knowledge tests
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test COVERAGE=--cov

format: install ## format the code and fix what ruff can fix
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# make lock UPGRADE=--upgrade takes the newest releases that pyproject.toml allows.
UPGRADE :=
lock: install ## pin what pyproject.toml asks for, in both locks, with hashes and without an index address
	$(LOCK) $(UPGRADE) --output-file requirements.lock pyproject.toml
	$(LOCK) $(UPGRADE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

# More: make mutate MUTATE="--each 40 --seed 7 bot/storage"
mutate: install ## small faults put into the code one by one; lists those that no test notices
	$(BIN)/python -m tests.mutation $(MUTATE)

demo: install-run ## the whole bot in a browser on this computer, without a token
	@$(BIN)/spravka demo

eval: install-run ## accuracy by kind on the questions of the shipped pack
	$(BIN)/spravka eval

bench: install ## speed and memory
	$(BIN)/python -m tests.bench

bench-bot: install ## the running bot beside a bare aiogram bot: updates a second, processor time, latency, a flood
	$(BIN)/python -m tests.bench_bot
	$(BIN)/python -m tests.bench_bot.flood

soak: install ## a short trial under load and faults
	$(BIN)/python -m tests.soak

# More: make chaos CHAOS="--seconds 120 --only web --seed 7"
chaos: install ## ten minutes of questions while processes, servers and the Bot API fail at random
	$(BIN)/python -m tests.chaos $(CHAOS)

# More: make fuzz FUZZ="--updates 20000 --seed 7"
fuzz: install ## 100,000 random and mutated updates through the webhook; FUZZ="--packs 20000", "--settings 1000"
	$(BIN)/python -m tests.fuzz $(FUZZ)

growth: install ## the memory of the bot over 200,000 updates
	$(BIN)/python -m tests.bench_bot.growth

trials: install ## two minutes of chaos, a short fuzz and a short bench-bot: what CI adds to `check`
	$(BIN)/python -m tests.chaos --seconds 100
	$(BIN)/python -m tests.fuzz --updates 1000
	$(BIN)/python -m tests.bench_bot --only sqlite --seconds 3

deploy-trial: install ## the steps of the Dockerfile without Docker, and the bot in what they make
	$(BIN)/python -m tests.deploy

audit: install ## known faults of the pinned dependencies, or how old the pins are
	$(BIN)/python -m tests.audit

soak-full: install ## the long one
	$(BIN)/python -m tests.soak --full
