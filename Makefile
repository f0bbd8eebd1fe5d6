# Everything a newcomer needs. `make help` explains each target; the two that matter are `make demo` and `make test`.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2

PY := .venv/bin/python
PYTEST := $(PY) -m pytest
PARALLEL := -n $(WORKERS) --dist worksteal
ON_SQLITE := DATABASE_URL=sqlite:///var/test.sqlite3
# A DATABASE_URL for SQLite must not turn the PostgreSQL run into a second SQLite run.
ON_POSTGRES := $(if $(filter sqlite%,$(DATABASE_URL)),env -u DATABASE_URL)
# The stamp carries the sum of the pins, so that a second run needs neither time nor network.
READY := .venv/.ready-$(shell cksum < requirements-dev.txt | cut -d ' ' -f 1)
WELSH := locale/cy/LC_MESSAGES/django.mo
BROWSER := $(or $(CHROMIUM),$(shell command -v chromium || command -v chromium-browser || command -v google-chrome))

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test check deep bench messages format clean

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '  make %-9s %s\n' "$$name" "$$text"; done

setup: $(READY) $(WELSH) ## Make .venv and install the pinned packages (once; needs the network)

$(READY): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Storybank needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	@echo "[1/3] A virtual environment in .venv, with $$($(PYTHON) --version)"
	@[ -x $(PY) ] || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "[2/3] The installer, uv"
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@echo "[3/3] The packages of requirements-dev.txt, each checked against its hash"
	@$(PY) -m uv pip install --python $(PY) --require-hashes -r requirements-dev.txt || { echo "uv could not; once more with pip, which takes a minute"; $(PY) -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.txt; }
	@rm -f .venv/.ready-* && touch $@

$(WELSH): locale/cy/LC_MESSAGES/django.po $(READY)
	@$(PY) -m storybank.config.catalogue && touch $@

browser: ## Make sure there is a chromium for the browser tests
ifeq ($(BROWSER),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing chromium for the browser tests"; \
	  apt-get install -y --no-install-recommends chromium || { apt-get update && apt-get install -y --no-install-recommends chromium; }; \
	else \
	  echo "The browser tests need a chromium. Install one (as root: apt-get install -y --no-install-recommends chromium), or run: make test CHROMIUM=/path/to/chromium"; exit 1; \
	fi
endif

demo: setup ## Load a fictional charity and serve it on http://127.0.0.1:8000 (another port: make demo PORT=8123)
	@$(PY) -c 'import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", $(PORT)))' 2>/dev/null \
	  || { echo "Port $(PORT) is taken. Choose another, for example: make demo PORT=$$(( $(PORT) + 1 ))"; exit 1; }
	@mkdir -p var
	@echo "Preparing the database (half a minute the first time)"
	@PORT=$(PORT) $(PY) manage.py migrate --verbosity 0
	@PORT=$(PORT) $(PY) manage.py load_demo
	@echo
	@echo "Storybank's demo: http://127.0.0.1:$(PORT)/   (Ctrl-C ends it)"
	@echo "Start here:       http://127.0.0.1:$(PORT)/demo/   signs you in as any of these with one click:"
	@echo "  author@demo.example        writes and decides"
	@echo "  supporter@demo.example     stands beside authors"
	@echo "  safeguarding@demo.example  does the safety check"
	@echo "  comms@demo.example         finds speakers"
	@echo "  dpo@demo.example           guards the data"
	@echo "  admin@demo.example         runs the place"
	@echo "  speaker@demo.example       speaks"
	@echo "Stop a story without signing in: http://127.0.0.1:$(PORT)/stop/   with the paper code 4471 0926 3358 1204"
	@echo
	@PORT=$(PORT) DJANGO_RUNSERVER_HIDE_WARNING=true $(PY) manage.py runserver --noreload 127.0.0.1:$(PORT)

test: setup browser ## The whole suite: PostgreSQL, SQLite, and a real browser
	@mkdir -p var
	@echo "== 1/3 PostgreSQL"
	@$(ON_POSTGRES) $(PYTEST) $(PARALLEL) -q -m "not browser and not deep"
	@echo "== 2/3 SQLite (without the tests of PostgreSQL's own guards, and those that one database proves)"
	@$(ON_SQLITE) $(PYTEST) $(PARALLEL) -q -m "not browser and not deep and not postgres and not once"
	@echo "== 3/3 A real browser"
	@$(ON_POSTGRES) CHROMIUM=$(CHROMIUM) $(PYTEST) $(PARALLEL) -q -m "browser and not deep"

check: setup ## Style, types, floors, migrations, production settings, file sizes
	@echo "== ruff" && $(PY) -m ruff check . && $(PY) -m ruff format --check .
	@echo "== djlint" && $(PY) -m djlint templates --lint --quiet
	@echo "== mypy" && $(PY) -m mypy
	@echo "== floors" && .venv/bin/lint-imports
	@echo "== migrations" && DJANGO_SETTINGS_MODULE=storybank.config.settings.test $(ON_SQLITE) $(PY) manage.py makemigrations --check --dry-run
	@echo "== production settings" && $(PY) -m tests.plugins.production check --deploy --fail-level WARNING
	@echo "== architecture" && $(ON_SQLITE) $(PYTEST) tests/architecture -q

deep: setup ## The big sizes that the suite only samples (long)
	@$(ON_POSTGRES) $(PYTEST) $(PARALLEL) -q -m deep

bench: setup ## Times of our pages beside a bare one, as ratios
	@for part in bench bench_gate bench_finder; do $(ON_POSTGRES) $(PYTEST) -q -s -p no:randomly --create-db tests/performance/$$part.py || exit 1; done

messages: setup ## Bring the Welsh catalogue up to date with what the screens say in English
	@$(PY) -m storybank.config.catalogue gather

format: setup ## Put the code into the house's format
	@$(PY) -m ruff check --fix --exit-zero --quiet . && $(PY) -m ruff format .

clean: ## Remove caches and collected files (never var/, where the demo's data and keys are)
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache test-results static-collected
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
