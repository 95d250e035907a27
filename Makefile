# Two commands do all the set-up: `make run` opens the reader, `make test` passes the tests.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SOURCE ?=
PYTEST_ARGS ?=

.PHONY: run test check bench screenshots clean

run: $(VENV)/.ready  ## open the reader (SOURCE=… for an article of yours)
	@$(BIN)/edicola $(SOURCE)

test: $(VENV)/.ready-dev  ## run every test
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/.ready-dev  ## formatting, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-dev  ## the figures, measured on this machine
	$(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/.ready-dev  ## generate the pictures in assets/ anew
	$(BIN)/python assets/screenshots.py

# The stamps make a second start need no network at all.
$(VENV)/.ready: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "edicola: installing what it needs into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "edicola: installing what the tests need into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.ready

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
