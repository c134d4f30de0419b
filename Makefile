# What a newcomer needs: make demo, make test. The rest is for whoever works on it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export PYTHONHASHSEED := 0

.PHONY: demo test run bundle bench format words lock clean

demo: $(READY)  ## make a sample journal, drive the real window, leave pdf and pictures in build/demo
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.demo

test: $(READY)  ## every check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory bundle
	QT_QPA_PLATFORM=offscreen REISGEZEL_BUNDLE=build/bundle/reisgezel $(BIN)/python -m pytest --cov --cov-report=term:skip-covered

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
