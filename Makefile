# What a newcomer needs: make demo, make test. The rest is for whoever works on it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export PYTHONHASHSEED := 0

.PHONY: demo test test-screen test-journal test-deep run bundle bench format words lock clean

demo: $(READY)  ## make a sample journal, drive the real window, leave pdf and pictures in build/demo
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.demo

test: $(READY)  ## every check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory bundle
	rm -f build/.coverage*
	$(MAKE) --no-print-directory -j2 --output-sync=target test-screen test-journal test-deep
	$(BIN)/coverage combine -q build
	$(BIN)/coverage report --skip-covered --sort=cover

# The tests in three parts, two at a time: what is on screen, what is in the journal, and what tries to break it.
PYTEST = QT_QPA_PLATFORM=offscreen REISGEZEL_BUNDLE=build/bundle/reisgezel COVERAGE_FILE=build/.coverage.$@ $(BIN)/python -m pytest -q
DEEP := tests/fuzz tests/proof tests/property

test-screen: $(READY)
	$(PYTEST) --cov --cov-report= tests/ui tests/stories

test-journal: $(READY)
	$(PYTEST) --cov --cov-report= tests --ignore=tests/ui --ignore=tests/stories $(DEEP:%=--ignore=%)

test-deep: $(READY)
	$(PYTEST) $(DEEP)

run: $(READY)  ## open the app
	@$(BIN)/python -m ui

bundle: $(READY)  ## one folder that runs without Python, in build/bundle/reisgezel
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/bundle-work build.spec

bench: $(READY)  ## measurements, printed
	@for file in tests/bench/bench_*.py; do QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench.$$(basename $$file .py); done

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

words: $(READY)  ## compile the Dutch words after editing a .po
	$(BIN)/python hatch_build.py

lock:  ## pin versions and hashes anew; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

$(READY): requirements-dev.lock pyproject.toml tools/setup.sh hatch_build.py $(wildcard resources/locale/*/LC_MESSAGES/*.po)
	@PYTHON="$(PYTHON)" sh tools/setup.sh
	@touch $(READY)

clean:
	rm -rf .venv build dist
