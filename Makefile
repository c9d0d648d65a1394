# Two commands do everything on a fresh machine with Python 3.11 or newer:  make run  |  make test
.DEFAULT_GOAL := run
.PHONY: run test setup check bench soak lock help

BIN := .venv/bin
PORT ?= 8000
export PORT
# Without its compiled form kept, the program takes three times as long to start.
unexport PYTHONDONTWRITEBYTECODE

run: .venv/.run ## Set up what is missing, then serve on http://localhost:8000 (PORT=8001 to change)
	@exec $(BIN)/python -m jobquality.serve

test: .venv/.dev ## Run every test, on SQLite, PostgreSQL and in a browser (ARGS="-k word" to choose)
	@sh tools/test.sh $(ARGS)

setup: .venv/.dev ## Only set up: everything that the other commands need

check: .venv/.dev ## Style, types, layers, spelling, templates, declared packages, shipped rubrics
	@sh tools/check.sh

bench: .venv/.dev ## Measure speed, as ratios that hold on any machine
	@sh tools/bench.sh

soak: .venv/.dev ## The long forms of the tests: thousands of random cases, every page on both databases
	@HYPOTHESIS_PROFILE=soak sh tools/test.sh -rP -m "soak or hypothesis" $(ARGS)
	@sh tools/test.sh --both-databases tests/live $(ARGS)

lock: .venv/.dev ## Pin versions anew after pyproject.toml changed (UPGRADE=1 to move them all forward)
	@sh tools/lock.sh

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name what; do \
	  printf '  make %-6s %s\n' "$$name" "$$what"; done

# A copied or moved checkout makes its .venv anew: the old one points to the old place.
ifneq ($(shell cat .venv/.place 2>/dev/null),$(CURDIR))
.PHONY: .venv/.run .venv/.dev
endif

.venv/.run: requirements/run.txt requirements/uv.txt pyproject.toml
	@sh tools/setup.sh run

.venv/.dev: requirements/dev.txt requirements/uv.txt pyproject.toml
	@sh tools/setup.sh dev
