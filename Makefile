# make lab · test · build · book · bench: each sets up .venv first, and only when pyproject.toml has changed.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
JOBS ?= 2
# Tests in a browser wait about as long as they compute: one worker more than two cores
WORKERS ?= 3
ARGS ?=
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
NBVAL = -p no:cacheprovider --nbval --nbval-current-env --nbval-sanitize-with tests/nbval.cfg
ifdef OLDEST # make test OLDEST=1: the lowest versions pyproject.toml allows
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check uv && \
	$(BIN)/uv pip install --python $(BIN)/python --quiet --resolution lowest-direct
endif

# Tests and kernels run side by side already: threads inside numpy would only get in each other's way.
test build: export OPENBLAS_NUM_THREADS := 1

# Its last lines say what was not run for want of a browser or a sandbox. The cells of exercises are run by
# tests/test_run_all.py; in kernels of their own they run nightly.
.PHONY: lab test nightly build book bench release clean
.DEFAULT_GOAL := lab

# make lab LANGUAGE=zh, make build LANGUAGE=zh: the Chinese edition (the variable of that name that a system may set is not meant)
SPOKEN := $(if $(filter command line,$(origin LANGUAGE)),$(LANGUAGE))

lab: $(VENV)/.read $(if $(SPOKEN),$(VENV)/.$(SPOKEN))
	$(BIN)/bcs lab $(if $(SPOKEN),--language $(SPOKEN)) $(ARGS)

build: $(VENV)/.dev
	$(BIN)/bcs build $(if $(SPOKEN),--language $(SPOKEN)) $(ARGS)

# the web book in build/book; with an address each notebook can be opened on Binder and Colab:
# make book BOOK_REPOSITORY=https://github.com/owner/name
book: $(VENV)/.book
	$(BIN)/python docs/book.py $(ARGS)

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check bcs_helpers docs tests benchmarks
	$(BIN)/bcs build --check
	$(BIN)/bcs words count
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --reruns 1 $(NBVAL) notebooks solutions tests

# what takes minutes or installs packages: environments of other people, mutations
nightly: export OPENBLAS_NUM_THREADS := 1
nightly: $(VENV)/.dev
	$(BIN)/bcs build --language zh
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(NBVAL) zh/notebooks zh/solutions
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile -p no:cacheprovider --nbval-lax --nbval-current-env exercises zh/exercises
	$(BIN)/python -m pytest -m nightly tests
	$(BIN)/python -m tests.mutations

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks.bench $(ARGS)
	$(if $(ARGS),,$(BIN)/python -m benchmarks.sliders && $(BIN)/python benchmarks/finite.py && $(BIN)/python benchmarks/grading.py && $(BIN)/python benchmarks/answers.py)

# make release VERSION=0.2.0: the version, the changelog's heading, a commit, a tag, a wheel
release: $(VENV)/.dev
	$(BIN)/python .ci/release $(VERSION)

clean:
	rm -rf $(VENV) build .pytest_cache .ruff_cache .hypothesis

# The environment. Two stamps, so that a reader installs no developer's tools.
$(VENV)/.python:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if v >= (3, 11) else f"Python 3.11 or newer is needed, {sys.executable} is {v[0]}.{v[1]}. Try: make $(MAKECMDGOALS) PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.read: $(VENV)/.python pyproject.toml
	$(INSTALL) -e '.[lab]'
	@touch $@

$(VENV)/.zh: $(VENV)/.read
	$(INSTALL) -e '.[zh]'
	@touch $@

$(VENV)/.book: $(VENV)/.python pyproject.toml
	$(INSTALL) -e '.[book]'
	@touch $@ $(VENV)/.read

$(VENV)/.dev: $(VENV)/.python pyproject.toml
	$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/.read $(VENV)/.book

$(VENV)/.bench: $(VENV)/.dev
	$(INSTALL) -e '.[bench]'
	@touch $@
