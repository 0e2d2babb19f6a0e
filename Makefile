# A fresh machine needs python3, git and make; everything else is fetched from uv.lock.
.DEFAULT_GOAL := help
.PHONY: bench help crash run test check setup packages

export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3

UV_VERSION := 0.13.9
UV := $(or $(shell command -v uv),.tools/bin/uv)
BIN := .venv/bin

NEW_VENV := python3 -m venv .tools/venv >/dev/null 2>&1
CAN_APT := { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
APT_INSTALL := apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

help: ## Show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-5s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Install, train if needed, migrate and start the bot, the console and the phone
	@$(BIN)/werkmaat run $(ARGS)

test: setup packages var/api_fuzz/installed ## Run all tests (a choice of them: make test ARGS="-k lesson")
	@$(BIN)/werkmaat train
	@$(BIN)/pytest -n auto --dist worksteal $(ARGS)

crash: setup ## Kill the bot 200 times on SQLite and 200 times on PostgreSQL, and look what is left
	@$(BIN)/werkmaat train
	@$(BIN)/python -m bench.crash $(ARGS)

bench: setup var/bench/stock/installed ## Measure: a turn beside stock Rasa's, and more (one of them: make bench ARGS="turn --write")
	@$(BIN)/werkmaat train
	@$(BIN)/python -m bench $(ARGS)

check: setup ## Check style, types, imports, translations, content and the training data
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/werkmaat locales check
	$(BIN)/werkmaat content check
	PYTHONWARNINGS=ignore $(BIN)/rasa data validate --data nlu_data --domain nlu_data/domain --config config.yml

setup: .venv/installed

.venv/installed: pyproject.toml uv.lock .python-version | $(filter .tools/%,$(UV))
	$(UV) sync --locked
	@touch $@

# Rasa as it comes, which `make bench` compares with, needs libraries that the program does without.
var/bench/stock/installed: bench/stock/pyproject.toml bench/stock/uv.lock .python-version | $(filter .tools/%,$(UV))
	UV_PROJECT_ENVIRONMENT=$(CURDIR)/var/bench/stock $(UV) sync --locked --project bench/stock
	@touch $@

# Schemathesis, by which tests attack the API, needs other versions of libraries than Rasa.
var/api_fuzz/installed: tests/api_fuzz/pyproject.toml tests/api_fuzz/uv.lock .python-version | $(filter .tools/%,$(UV))
	UV_PROJECT_ENVIRONMENT=$(CURDIR)/var/api_fuzz $(UV) sync --locked --project tests/api_fuzz
	@touch $@

# Debian's own Python takes no packages (PEP 668) and may come without venv and pip: try what there is.
.tools/bin/uv:
	@echo "Installing uv $(UV_VERSION) into .tools/"
	@mkdir -p .tools/bin
	@if $(NEW_VENV) || { $(CAN_APT) && $(APT_INSTALL) python3-venv >/dev/null && $(NEW_VENV); }; then \
		.tools/venv/bin/pip install --quiet uv==$(UV_VERSION) && ln -sf ../venv/bin/uv $@; \
	elif python3 -m pip --version >/dev/null 2>&1; then \
		python3 -m pip install --quiet --upgrade --target .tools/lib uv==$(UV_VERSION) && ln -sf ../lib/bin/uv $@; \
	else \
		echo "This python3 has neither venv nor pip. Install one (Debian: apt-get install python3-venv)," >&2; \
		echo "or install uv (https://docs.astral.sh/uv/), then run make again." >&2; \
		exit 1; \
	fi

# Programs that some tests drive; without one its tests are skipped.
packages:
	@for wanted in chromium espeak-ng pdftotext:poppler-utils; do \
		program=$${wanted%%:*}; package=$${wanted##*:}; \
		if ! command -v $$program >/dev/null && $(CAN_APT); then \
			echo "Installing $$package for the tests"; \
			{ $(APT_INSTALL) $$package >/dev/null; } \
				|| echo "$$package could not be installed: the tests that need it will be skipped." >&2; \
		fi; \
	done
