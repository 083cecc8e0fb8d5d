# run · test · check (lint types docs eval smoke) · fix · docs · golden · bench
# `make run` and `make test` need only python3 (3.11 or later), its venv module and make.

PYTHON  ?= python3
VENV    ?= .venv
BIN     := $(VENV)/bin
SPARK   := $(VENV)-spark
READY   := $(VENV)/.ready
LOCK    := --quiet --universal --generate-hashes --no-emit-index-url --no-header
ARTICLE ?= corpus/golden/state-visit.txt

.PHONY: run test spark-check check lint types docs docs-check eval smoke fix golden bench lock models models-ner models-worth clean

run: $(READY)  ## set up, then extract one article to the screen
	@$(BIN)/claimex extract "$(ARTICLE)"

test: $(READY)  ## every test
	$(BIN)/pytest

check: lint types docs-check eval smoke  ## what CI runs after the tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

docs: $(READY)  ## write the generated pages
	$(BIN)/python docs/generate.py

docs-check: $(READY)
	$(BIN)/python docs/generate.py --check

eval: $(READY)  ## quality against the labelled articles, and its floors
	$(BIN)/claimex evaluate

smoke: $(READY)  ## a wheel, in an environment of its own, outside the checkout
	PYTHON="$(PYTHON)" BIN="$(CURDIR)/$(BIN)" sh tests/smoke.sh

fix: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(READY)  ## rewrite the golden output; read the diff like code
	$(BIN)/python -m tests.regolden

bench: $(READY)  ## every figure of docs/performance.md; best on a quiet machine
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/dates.py
	$(BIN)/python benchmarks/worth.py
	$(BIN)/python benchmarks/cold.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/jobs.py

models: models-ner models-worth  ## train what claimex trains itself, from the data that the cards name

models-ner: $(READY)  ## the recogniser, from the folder CLAIMEX_NER_DATA: see models/ner/README.md
	@test -n "$(CLAIMEX_NER_DATA)" || { echo "models-ner: set CLAIMEX_NER_DATA to the folder of its training data" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r models/ner/requirements.txt
	$(BIN)/python models/ner/train.py --data "$(CLAIMEX_NER_DATA)"

models-worth: $(READY)  ## check-worthiness, from the folder CLAIMEX_WORTH_DATA: see models/worth/README.md
	@test -n "$(CLAIMEX_WORTH_DATA)" || { echo "models-worth: set CLAIMEX_WORTH_DATA to the folder of its training data" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target build/train-worth \
	  --require-hashes -r models/worth/requirements.txt
	PYTHONPATH=build/train-worth $(BIN)/python models/worth/train.py --data "$(CLAIMEX_WORTH_DATA)"

spark-check: $(SPARK)/.ready  ## the tests on Apache Spark, in an environment of its own (400 MB; needs Java 17)
	$(SPARK)/bin/pytest tests/test_spark.py

lock:  ## write the lock files anew: what users install, and that with the tools (needs uv)
	uv pip compile $(LOCK) pyproject.toml -o requirements.lock
	uv pip compile $(LOCK) pyproject.toml --extra all --group dev --constraint requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) $(SPARK) build dist .pytest_cache .ruff_cache .mypy_cache

$(SPARK)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -m venv $(SPARK)
	@$(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]' pytest
	@touch $@

# Everything is installed from the lock file, by hash; claimex itself from this folder, in place.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $(READY)
