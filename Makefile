# Two commands matter: `make run` and `make test`. Everything else is a part of one of them. `make help` lists all.

PYTHON ?= python3
PORT ?= 8000
ROSTER ?=
WORKERS ?= 2

BIN := .venv/bin
SOURCES := welfare config tests $(wildcard bench) $(wildcard wsgi.py)
CATALOGUES := $(wildcard welfare/translations/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)
TEMPLATE := build/messages.pot
LOCKING := --quiet --upgrade --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
KEYWORDS := -k _l -k lazy_gettext -k lazy_ngettext:1,2 -k lazy_pgettext:1c,2 -k lazy_npgettext:1c,2,3

# Where this is set, every start compiles the house anew, which takes half of it.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup test lint types floors suite format coverage lock translations extract clean

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 16

run: setup ## Install what is missing, load the demo municipality once, serve it (PORT=8000, ROSTER=folder)
	@$(BIN)/welfare demo $(if $(ROSTER),--roster '$(ROSTER)')
	@exec $(BIN)/welfare serve --port '$(PORT)'

setup: .venv/.product .venv/.package $(COMPILED) ## Install the product into .venv, exactly as locked

test: lint types floors suite ## Everything: format, lint, types, floors, translations, the whole suite on both databases, real browser

lint: .venv/.development ## Format check and lint
	@echo '== Format and lint'
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/ruff check $(SOURCES)

types: setup .venv/.development ## Types, strictly
	@echo '== Types'
	@$(BIN)/mypy --strict $(SOURCES)

floors: .venv/.development ## Import contracts of setup.cfg
	@echo '== Floors'
	@$(BIN)/lint-imports --no-logo

suite: setup .venv/.development ## Tests alone
	@echo '== Tests'
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup

format: .venv/.development ## Format the code, mend what lint can mend by itself
	@$(BIN)/ruff format $(SOURCES)
	@$(BIN)/ruff check --fix $(SOURCES)

coverage: setup .venv/.development ## Tests with branch coverage
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=term

lock: .venv/.development ## Resolve the ranges anew into the lock files
	@$(BIN)/uv pip compile $(LOCKING) requirements.in -o requirements.lock
	@$(BIN)/uv pip compile $(LOCKING) requirements.in dev-requirements.in -c requirements.lock -o dev-requirements.lock

translations: .venv/.development extract ## Carry new and changed texts into the Finnish and Swedish catalogues
	@for language in fi sv; do $(BIN)/pybabel -q update -i $(TEMPLATE) -d welfare/translations -l $$language \
		--init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done
	@echo 'Now translate every empty msgstr in welfare/translations/*/LC_MESSAGES/messages.po'

extract: # Every text of code and templates into one file; the test of the catalogues calls this too
	@mkdir -p $(dir $(TEMPLATE))
	@$(BIN)/pybabel -q extract -F config/babel.cfg $(KEYWORDS) --ignore-dirs '.* build instance tests bench docs' \
		--add-location=file --sort-by-file --project=welfare -o $(TEMPLATE) .

clean: ## Forget the installation and every cache; instance/ stays
	@rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
	@rm -f $(COMPILED)
	@find $(SOURCES) -name __pycache__ -prune -exec rm -rf {} +

# Empty stamp files remember what was installed from which lock, so that nothing is done twice.

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; say which with PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo 'Python lacks its venv module: apt-get install -y python3-venv' >&2; exit 1; }
	@echo '== Making .venv'
	@$(PYTHON) -m venv --clear .venv

.venv/.product: requirements.lock | .venv/bin/pip
	@echo '== Installing what the product needs (hash-checked)'
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.development: dev-requirements.lock .venv/.product
	@echo '== Installing what the tests need (hash-checked)'
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.package: setup.cfg pyproject.toml requirements.in dev-requirements.in .venv/.product
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

%.mo: %.po | .venv/.product
	@$(BIN)/pybabel -q compile -i $< -o $@
