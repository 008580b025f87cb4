# What one does from a clone. Works with GNU make 3.81 (macOS) and later.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: help demo test docs benchmarks clean

help:  ## list what can be made
	@echo "make demo        build the example into output/, validate it and print what was found"
	@echo "make test        check style, types and layers, and run the tests"
	@echo "make docs        write the documentation site to build/docs; a warning is an error"
	@echo "make benchmarks  measure speed into benchmarks/RESULTS.md"
	@echo "make clean       remove the environment and all caches"

demo: $(VENV)/.installed
	$(BIN)/testimonia build examples/battle-of-akabar.txt --output output --format turtle,jsonld,trig,nquads --rebuild
	$(BIN)/testimonia validate output --text examples
	@echo
	@$(BIN)/testimonia show output
	@echo
	@echo 'The sentence behind a figure: $(BIN)/testimonia explain "over a dozen" output'

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term

docs: $(VENV)/.installed-dev
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --builder html docs build/docs

benchmarks: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --group benchmarks
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python -W ignore benchmarks/comparing.py
	$(BIN)/python benchmarks/serving.py
	$(BIN)/python benchmarks/labels.py

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Testimonia needs Python 3.11 or later; say where it is with: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Dependency groups need pip 25.1 or later; Python 3.11 brings an older one.
$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
