# Each target does the whole set-up first; a second call adds a moment only (packaging/setup.sh).
.POSIX:
.SUFFIXES:
.PHONY: help setup run test check docs translations bench screenshots faults faults-long lock
PYTHON = .venv/bin/python

help:          ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1	/p' Makefile | expand -t 20

setup:         ## make .venv with the locked packages, install missing system libraries
	@sh packaging/setup.sh

run: setup     ## start the app; without a display, play the demo and say where to look
	@sh packaging/run.sh

test: setup    ## every test but the slow ones of `make faults`; needs no display
	@$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: setup   ## lint, format, types, import contracts, and the forms
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/hsb-assess forms check forms

docs: setup    ## write the pages of docs/ that come from the forms
	@$(PYTHON) -m hsb_assess.commands.pages docs

translations: setup ## take new texts into resources/translations, say which have no Welsh yet
	@$(PYTHON) -m ui.translations

bench: setup   ## measure against a floor, print one table, write build/bench.json
	@$(PYTHON) -m tests.performance

screenshots: setup ## a picture of every page into docs/screenshots/
	@$(PYTHON) -m ui.screenshots docs/screenshots

faults: setup  ## kill, tear, fill and flip: the slow tests of what must survive, in 12 minutes
	@$(PYTHON) -m pytest tests/faults -n 2 --dist worksteal -m "faults or not faults"

faults-long: setup ## the same, ten times as often: for the night
	@HSB_ASSESS_FAULTS=long $(PYTHON) -m pytest tests/faults -n 2 --dist worksteal -m "faults or not faults"

lock: setup    ## pin the dependencies again after a change of pyproject.toml (needs uv on the path)
	@sh packaging/lock.sh
