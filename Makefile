# make demo · make test · make help
# Works from a folder of any name: no target and no prerequisite is a path outside the checkout, and all are relative.

.DEFAULT_GOAL := help
.PHONY: help demo test setup lint types docs check fuzz pictures wheels clean upgrade

# A Python to use instead of the first one that is new enough: make PYTHON=python3.12 test
PYTHON ?=
# Arguments for pytest or the fuzzer: make test ARGS="-k schedule", make fuzz ARGS="--seed 7 --seconds 60"
ARGS ?=

SETUP = python=$$(sh tools/find-python "$(PYTHON)") && "$$python" tools/setup_venv.py
BIN = .venv/bin

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: ## import and check the plan in examples/, make Word, PDF, web page and year wheel of it under build/demo
	@$(SETUP)
	@sh tools/demo

test: ## set up .venv and run all tests
	@$(SETUP) --dev
	@$(BIN)/python -m pytest $(ARGS)

setup: ## set up .venv with everything development needs
	@$(SETUP) --dev

lint: setup ## style and layout of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## mypy --strict over everything
	@sh tools/types

docs: setup ## build the documentation, warnings are errors
	@$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

check: lint types docs test ## all of the above

fuzz: setup ## damage 200,000 plan files at random and hold the laws, breaches under build/fuzz
	@$(BIN)/python tools/fuzz.py $(ARGS)

pictures: setup ## make docs/pictures/ anew from the example plan
	@$(BIN)/python tools/make_pictures.py

wheels: setup ## build the wheels of core and plugins into dist/
	@$(BIN)/python tools/build_wheels.py dist

upgrade: ## renew constraints-dev.txt from the newest versions
	@$(SETUP) --dev
	@$(BIN)/python tools/upgrade_constraints.py

clean: ## remove what the other targets made, .venv included
	@rm -rf .venv build dist docs/_build docs/_generated .mypy_cache .ruff_cache .pytest_cache .hypothesis
