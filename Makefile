# Needs Python 3.11 or later with its venv module, and make; the rest is installed into .venv.
#
#   make demo       read the example articles into a fresh demo.db and print what was found
#   make dashboard  open the timeline in a browser (DATABASE=mine.db, PORT=8600 for others)
#   make test       every check: ruff, mypy, import-linter, pytest (PYTEST_ARGS=... are passed on)
#   make browser    look at every page of the dashboard in the system's Chromium (some minutes)
#   make faults     many processes: kill ingests and readers, fill the disk, restart the server (two minutes)
#   make endurance  kill ingests of 2,000 articles at random moments, 120 of them, and resume them (many minutes)
#   make fuzz       read, explain and query what nobody would write, for MINUTES=10 in all (Linux)
#   make audit      ask for published advisories about the pinned versions of what is installed
#   make cluster    kill workers, scheduler and client of a Dask cluster in mid-run (some minutes)
#   make soak       an ingest, dashboard sessions and SQL at once, for MINUTES=20
#   make spark      let Spark call what reads (it installs PySpark, 400 MB, and needs Java 17 or later)
#   make format     rewrite the sources as ruff wants them
#   make compiled   compile the reader to machine code (some minutes, needs a C compiler); make python undoes it
#   make benchmark  time the reader, the store, the exports and many processes
#   make clean      remove the environment, the demo database and every cache

# The first Python of this machine that is new enough; name another with: make PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
EXTRAS ?= dev
comma := ,
STAMP := $(VENV)/.installed-$(subst $(comma),-,$(EXTRAS))
DATABASE ?= demo.db
PORT ?= 8501
JOBS ?= 2
PYTEST_ARGS ?=
FAULTS := tests/store/test_sudden_ends.py tests/bulk/test_ingest.py tests/bulk/test_extract_to.py

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: demo dashboard test browser faults endurance cluster soak spark fuzz audit format compiled python benchmark clean

demo: $(STAMP)
	@rm -f demo.db demo.db-wal demo.db-shm
	@$(BIN)/timeline ingest examples --database demo.db
	@$(BIN)/timeline show --database demo.db
	@echo
	@echo "Open the dashboard with:  make dashboard"

dashboard: $(STAMP) $(DATABASE)
	@$(BIN)/timeline dashboard --database $(DATABASE) --port $(PORT)

# Built from the examples only when there is none yet: a database that is there is never replaced.
$(DATABASE): | $(STAMP)
	@$(BIN)/timeline ingest examples --database $(DATABASE)

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -n $(JOBS) --ignore=tests/browser --ignore=tests/bulk/test_cluster.py $(addprefix --ignore=,$(FAULTS)) $(PYTEST_ARGS)

# Its own stamp: the browser's driver is large.
browser:
	@$(MAKE) --no-print-directory EXTRAS=dev,browser $(VENV)/.installed-dev-browser
	$(BIN)/python -m pytest -n $(JOBS) tests/browser $(PYTEST_ARGS)

faults: $(STAMP)
	$(BIN)/python -m pytest -n $(JOBS) $(FAULTS) $(PYTEST_ARGS)

endurance: $(STAMP)
	TIMELINE_TEST_ARTICLES=2000 TIMELINE_TEST_KILLS=30 $(BIN)/python -m pytest -n 0 tests/store/test_sudden_ends.py

soak: MINUTES ?= 20
soak: $(STAMP)
	MINUTES=$(MINUTES) $(BIN)/python -m benchmarks.soak

cluster: $(STAMP)
	$(BIN)/python -m pytest -n 0 tests/bulk/test_cluster.py $(PYTEST_ARGS)

fuzz: MINUTES ?= 10
fuzz: $(STAMP) $(VENV)/.installed-fuzz
	$(BIN)/python -m fuzz --minutes $(MINUTES)

audit: $(VENV)/.installed-audit
	@$(BIN)/python -m scripts.audit

# Its own stamp: PySpark is in no other environment.
spark:
	@$(MAKE) --no-print-directory EXTRAS=spark $(VENV)/.installed-spark
	$(BIN)/python -m pytest -n 0 tests/spark $(PYTEST_ARGS)

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: $(STAMP)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.exports
	$(BIN)/python -m benchmarks.storing
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.size
	$(BIN)/python -m benchmarks.scale

# Compiled modules lie beside their sources and come before them: whoever edits a source goes back to Python first.
compiled: $(STAMP)
	$(BIN)/python -m pip install -qq --disable-pip-version-check "setuptools>=77"
	TIMELINE_COMPILE=1 $(BIN)/python setup.py -q build_ext --inplace
	@echo "The reader is compiled. Undo it with:  make python"

python:
	rm -rf build *__mypyc*.so
	find timeline -name '*.so' -delete

clean: python
	rm -rf $(VENV) build *.egg-info .fuzz .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f demo.db demo.db-wal demo.db-shm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is written last: an interrupted installation is taken up again by the next command.
$(VENV)/.installed-%: pyproject.toml constraints.txt
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or later was not found. Install it, or say where it is: make PYTHON=/path/to/python" >&2; exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is not Python 3.11 or later. Say where a newer one is: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments. Install its venv module (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
	@[ -x $(BIN)/python ] && $(BIN)/python -m pip --version >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear $(VENV)
	@echo "Installing into $(VENV) (a minute or two, the first time only) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[$(subst -,$(comma),$*)]'
	@touch $@
