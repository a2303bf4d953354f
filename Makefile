# make demo    the year in one command: Sơn La 2020 from returns to the finished review
# make serve   the example office on the web, with a cast of sample accounts
# make test    everything that has to hold
# make prose-score  how well figures are read out of prose, and how many planted faults are found
# make lint    formatting, types, import contracts
# make handbook  the method handbook and its table of test vectors, written anew into docs/handbook
# make bench   what the work costs, beside pandas, Polars and SQL: bench/RESULTS.md (SIZE=1e8 for the largest)
# make bench DATA=DIR OUT=DIR   the national index and contributions of returns from elsewhere
# Python 3.11 or newer is all this needs; everything else is installed into .venv from the hashed lock.

PYTHON := $(shell for p in "$$PYTHON" python3 python3.13 python3.12 python3.11 python3.14 python; do \
  [ -n "$$p" ] && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input -q install --require-hashes --only-binary :all:
export PYTHONUTF8 := 1

.PHONY: demo serve test chromium words lint bench lock clean handbook prose-score
.DELETE_ON_ERROR:

demo: $(VENV)/.run
	$(RUN) -m tongket demo

serve: $(VENV)/.run
	$(RUN) -m tongket serve --demo

test: $(VENV)/.dev chromium
	$(RUN) -m pytest -q -n auto --dist loadfile

# A browser for tests/browser; where nobody may install one, those tests are skipped and say so.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium; } \
	  || echo "NO CHROMIUM: the tests in a browser will be skipped. Install it as root: apt-get install chromium"

handbook: $(VENV)/.dev
	$(RUN) -m tests.spec.handbook.build

# How well figures are read out of prose, and how many planted faults the proof-reader finds.
prose-score: $(VENV)/.dev
	$(RUN) -m tests.prose.scorer
	@[ -d data/sonla ] || $(RUN) -m tongket demo
	$(RUN) -m tests.prose.mutation_score data/sonla

ifdef DATA
bench: $(VENV)/.run
	$(RUN) -m tongket national "$(DATA)" "$(OUT)"
else
bench: $(VENV)/.bench
	$(RUN) -m bench $(SIZE)
endif

lint: $(VENV)/.dev
	$(VENV)/bin/ruff format --check src tests examples bench
	$(VENV)/bin/ruff check src tests examples bench
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

# After a change of desks/site/locale; the compiled file stands beside its source.
words: $(VENV)/.dev
	$(VENV)/bin/pybabel compile -D django -d src/tongket/desks/site/locale

$(VENV)/.bench: requirements/bench.txt $(VENV)/.run
	$(PIP) -r requirements/bench.txt
	@touch $@

# Needs uv on the PATH; only for whoever changes requirements/*.in.
lock:
	for f in run dev bench; do uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header requirements/$$f.in -o requirements/$$f.txt; done

clean:
	rm -rf $(VENV) data
