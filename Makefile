# Everything a newcomer needs: make demo, make test. Both begin with make setup, which is quick the second time.
# Any Python from 3.11 up that can make environments; make PYTHON=/path/to/python names one.
PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in $(PYTHONS); do $$name -c '$(USABLE)' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo measure test quick lint types layers docs unit emulator clean

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: $(STAMP)  ## Install into .venv

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "setup: none of $(PYTHONS) is Python 3.11 or later with venv and ensurepip;" \
	  "install one (on Debian: python3 and python3-venv), or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c '$(USABLE)' 2>/dev/null || { echo "setup: $(PYTHON) is not Python 3.11 or later with venv and" \
	  "ensurepip; name another: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	@echo "setup: installing into $(VENV) with $$($(BIN)/python --version) (about a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt "setuptools>=77"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -c constraints.txt -e ".[dev,docs,excel,postgres]"
	@touch $@
	@echo "setup: done; $(BIN)/valuecast works"

ENGINES := $(VENV)/.engines

$(ENGINES): $(STAMP)
	@echo "setup: adding Spark for the tests (a large download)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -c constraints.txt -e ".[dev,docs,excel,postgres,spark]"
	@touch $@

EMULATOR := $(VENV)/emulator
EMULATED := $(VENV)/.emulator

emulator: $(EMULATED)  ## Install the emulator of Snowflake, for the tests

$(EMULATED): constraints-emulator.txt | $(STAMP)
	@echo "setup: adding an emulator of Snowflake for the tests, in an environment of its own"
	@test -x $(EMULATOR)/bin/python || $(BIN)/python -m venv $(EMULATOR)
	@$(EMULATOR)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints-emulator.txt fakesnow
	@touch $@

measure: setup  ## Time and memory of the demo
	@$(BIN)/python benchmarks/demo.py

demo: setup  ## Simulate a company of 1,000 accounts, run the main job, write and name the report
	@echo "demo: simulating a company and assessing it (about a minute)"
	@$(BIN)/valuecast demo --out demo

test: setup lint types layers docs unit  ## Run every check
	@echo "test: all checks passed"

lint: setup  ## Style
	@echo "test: style"
	@$(BIN)/ruff check src tests docs benchmarks examples
	@$(BIN)/ruff format --check src tests docs benchmarks examples

types: setup  ## Types
	@echo "test: types"
	@$(BIN)/mypy src

layers: setup  ## The direction of imports
	@echo "test: layers"
	@$(BIN)/lint-imports --no-cache

docs: setup  ## Build the documentation site into build/site
	@echo "test: documentation site, without warnings"
	@$(BIN)/sphinx-build -q -W --keep-going -b html -c docs/site -d build/doctrees . build/site

quick: setup lint layers  ## The checks that take under a minute: style, layers, and the tests that are quick
	@echo "test: the quick part of the test-suite"
	@$(BIN)/python -m pytest -q -n auto -m "not slow and not browser" --ignore=tests/parity --ignore=tests/e2e

unit: setup $(ENGINES) $(EMULATED)  ## The test-suite, documentation examples included
	@echo "test: test-suite (some minutes)"
	@$(BIN)/python -m pytest -q -n auto --ignore=tests/parity
	@echo "test: engines against each other (one process: they share a server and a cluster)"
	@VALUECAST_EMULATOR=$(abspath $(EMULATOR))/bin/python $(BIN)/python -m pytest -q tests/parity

clean:  ## Remove what was made
	rm -rf $(VENV) demo build dist *.egg-info src/*.egg-info
