# make demo    the year in one command: Sơn La 2020 from returns to the finished review
# make test    everything that has to hold
# make prose-score  how well figures are read out of labelled sentences, and how fast
# make lint    formatting, types, import contracts
# Python 3.11 or newer is all this needs; everything else is installed into .venv from the hashed lock.

PYTHON := $(shell for p in "$$PYTHON" python3 python3.13 python3.12 python3.11 python3.14 python; do \
  [ -n "$$p" ] && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input -q install --require-hashes --only-binary :all:
export PYTHONUTF8 := 1

.PHONY: demo test prose-score lint lock clean handbook
.DELETE_ON_ERROR:

demo: $(VENV)/.run
	$(RUN) -m tongket demo

test: $(VENV)/.dev
	$(RUN) -m pytest -q -n auto --dist loadfile

prose-score: $(VENV)/.dev
	$(RUN) -m tests.prose.scorer

lint: $(VENV)/.dev
	$(VENV)/bin/ruff format --check src tests examples
	$(VENV)/bin/ruff check src tests examples
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Tongket needs Python 3.11 or newer with its venv module, and found none."; \
	  echo "On Debian or Ubuntu: apt-get install python3 python3-venv. Elsewhere: any Python 3.11+ on the PATH,"; \
	  echo "or name one: make demo PYTHON=/path/to/python3"; exit 1; fi
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) -r requirements/run.txt
	$(RUN) -m pip --disable-pip-version-check -q install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) -r requirements/dev.txt
	@touch $@

# Needs uv on the PATH; only for whoever changes requirements/*.in.
lock:
	for f in run dev; do uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header requirements/$$f.in -o requirements/$$f.txt; done

clean:
	rm -rf $(VENV) data
