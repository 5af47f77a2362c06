# Everything from a fresh machine with Python 3.11 or newer and make. `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BENCH_VENV := .venv-bench
BIN := $(VENV)/bin
READY := $(VENV)/ready
DEV_READY := $(VENV)/ready-dev
BENCH_READY := $(BENCH_VENV)/ready
AUDIT_VENV := .venv-audit
AUDIT_READY := $(AUDIT_VENV)/ready
FUZZ_SECONDS := 60
PINS := pyproject.toml constraints.txt
# Both names are needed: which of them holds while a source distribution is built depends on the version of pip.
PIP_SETTINGS := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1
TOWN := corpora/jiangcheng/qingdu-town-2025.docx
DISTRICT := corpora/jiangcheng/linjiang-district-2025.docx

# Without byte code every start of the program compiles it anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test soak hostile fuzz audit lint bench evaluate corpus train schemas i18n docs wheel clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/\1	\2/p' Makefile

demo: $(READY) ## compare two of our own documents: table here, files in out/
	@mkdir -p out
	@$(BIN)/planalign compare $(DISTRICT) $(TOWN) -o out/demo.md -o out/demo.json

test: lint ## style, types, layers, tests with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

soak: $(DEV_READY) ## the long tests: 10,000 documents in one process; decisions and runs killed at random moments
	$(BIN)/python scripts/soak.py
	PLANALIGN_SOAK_ROUNDS=50 PLANALIGN_SOAK_DECISIONS=5000 $(BIN)/python -m pytest -n 0 tests/store/test_decisions.py -k killed
	PLANALIGN_KILLS=20 $(BIN)/python -m pytest -n 0 tests/corpus_run/test_faults.py -k killed

hostile: $(DEV_READY) ## build all hostile files and read each of them
	$(BIN)/python scripts/throw_files.py

fuzz: $(DEV_READY) ## change documents of every format for FUZZ_SECONDS each and read them
	$(BIN)/python -m fuzz.run --seconds $(FUZZ_SECONDS)

audit: $(AUDIT_READY) ## known holes of the pinned libraries, and a look at our code by bandit
	$(AUDIT_VENV)/bin/python scripts/audit.py

lint: $(DEV_READY) ## style, types, layers only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_READY) $(BENCH_READY) ## time and memory beside other programs
	$(BIN)/python -m benchmarks.run --baseline-python $(BENCH_VENV)/bin/python
	$(BIN)/python -m benchmarks.run --formats --rounds 3
	$(BIN)/python -m benchmarks.corpus --formats txt:1
	$(BIN)/python -m benchmarks.corpus --formats docx:1
	$(BIN)/python -m benchmarks.corpus --documents 10000 --formats txt:1 --tasks 3

evaluate: $(READY) ## score the comparison on our own gold
	$(BIN)/planalign evaluate corpora/jiangcheng/gold/*.json

corpus: $(DEV_READY) ## build the documents of corpora/jiangcheng from their sources
	$(BIN)/python scripts/build_corpus.py

train: $(DEV_READY) ## learn word frequencies and the coverage model from our own documents and gold
	$(BIN)/python scripts/build_frequencies.py
	$(BIN)/python scripts/train_coverage.py

schemas: $(READY) ## write the JSON Schemas of the records
	$(BIN)/planalign schema schemas

i18n: $(DEV_READY) ## bring the catalogues of texts up to date: extract, update, compile
	$(BIN)/python scripts/build_catalogues.py

docs: $(READY) ## write the generated pages and passages of README.md and docs/
	$(BIN)/python scripts/build_docs.py
	$(BIN)/python scripts/corpus_tables.py

wheel: $(READY) ## build the package into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## remove everything that make and the tools made
	rm -rf $(VENV) $(BENCH_VENV) $(AUDIT_VENV) out dist build src/*.egg-info .coverage .hypothesis
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find benchmarks fuzz scripts src tests -name __pycache__ -type d -prune -exec rm -rf {} +

define setup
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 TARGET' >&2; exit 1; }
	@echo 'setting up $(1) (once)' >&2
	@test -x $(1)/bin/pip || $(PYTHON) -m venv --clear $(1) || \
		{ echo 'on Debian and Ubuntu the package python3-venv is needed' >&2; exit 1; }
	@$(PIP_SETTINGS) $(1)/bin/python -m pip install -qq -e '$(2)'
endef

# The stamps say that an environment is complete, so that a second run sets nothing up again.
$(READY): $(PINS)
	$(call setup,$(VENV),.)
	@touch $@

$(DEV_READY): $(PINS)
	$(call setup,$(VENV),.[dev])
	@touch $(READY) $@

$(AUDIT_READY): $(PINS)
	$(call setup,$(AUDIT_VENV),.[audit])
	@touch $@

$(BENCH_READY): $(PINS)
	$(call setup,$(BENCH_VENV),.[bench])
	@touch $@
