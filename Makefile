# supervisor-tui: `make demo` opens the demo agency, `make test` runs every check. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
WORKERS ?= 2

.PHONY: demo test check format lint types contracts tests test-debian bench pictures messages clean

$(BIN)/.installed: pyproject.toml
	@command -v uv >/dev/null 2>&1 && uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) \
	  || $(PYTHON) -m venv $(VENV)
	@command -v uv >/dev/null 2>&1 && VIRTUAL_ENV=$(VENV) uv pip install --quiet -e '.[dev]' \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(BIN)/.installed
	$(BIN)/supervisor-tui demo

test check: format lint types contracts tests

format: $(BIN)/.installed
	$(BIN)/ruff format --check .

lint: $(BIN)/.installed
	$(BIN)/ruff check .
	$(BIN)/codespell supervisor_tui plugins docs data README.md CHANGELOG.md

types: $(BIN)/.installed
	$(BIN)/mypy

contracts: $(BIN)/.installed
	$(BIN)/lint-imports --no-cache

tests: $(BIN)/.installed
	$(BIN)/pytest -n $(WORKERS)

test-debian: $(BIN)/.installed
	$(BIN)/pytest -m debian

bench: $(BIN)/.installed
	$(BIN)/python -m benchmarks

pictures: $(BIN)/.installed
	$(BIN)/python docs/images/make_pictures.py

messages: $(BIN)/.installed
	@mkdir -p supervisor_tui/locale
	PYTHONPATH=. $(BIN)/pybabel -q extract -F translating/babel.cfg -k N_ --omit-header --no-location --sort-output -o supervisor_tui/locale/supervisor_tui.pot supervisor_tui plugins

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
