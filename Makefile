# Two commands for newcomers: `make demo` and `make test`. Each sets up all it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
# As pip leaves it at the users': compiled once, and not at each of some hundred starts, whatever PYTHONDONTWRITEBYTECODE says.
COMPILE := $(BIN)/python -m compileall -q verifier
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test lint docs docs-check performance soak wheel-check examples constraints clean

# The example article against its captures: no network is asked. `verifier check` ends 1 there, as it should.
demo: .venv/.installed
	@mkdir -p demo
	@code=0; $(BIN)/verifier check examples/article.md --replay examples/sources.warc.gz --max-age 3650d \
	  --db demo/archive.db -o demo/report.html || code=$$?; \
	echo; \
	if [ $$code -ne 1 ]; then echo "verifier check ended with $$code, not 1 as the example should"; exit 1; fi; \
	echo "The article has problems, on purpose: 'verifier check' itself ended with exit code 1."; \
	echo "The report to read: $(CURDIR)/demo/report.html"; \
	echo "The archive to ask: $(BIN)/verifier query review --db demo/archive.db"

# Compiled tests are kept, whatever PYTHONDONTWRITEBYTECODE says: each worker would compile all of them anew.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/.developed lint docs-check wheel-check
	$(COMPILE)
	$(BIN)/python -m pytest -n 3 --dist worksteal

lint: .venv/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Help texts, the schema and sessions in the docs are printed by the program itself.
docs: .venv/.developed
	$(BIN)/cog -rP README.md docs/*.md
	$(BIN)/python examples/make_manual.py docs/verifier.1

docs-check: .venv/.developed
	$(BIN)/cog --check --diff -P README.md docs/*.md

# The tables of docs/performance.md, measured on this machine in some minutes; GROWTH=--full adds 10,000 citations. The plain
# program runs in PLAIN_PYTHON, which needs requests, trafilatura and rapidfuzz.
PLAIN_PYTHON ?= $(BIN)/python
performance: .venv/.developed
	$(BIN)/python benchmarks/end_to_end.py 400 --plain-python $(PLAIN_PYTHON) --write docs/performance.md
	$(BIN)/python benchmarks/end_to_end.py 1000 --plain-python $(PLAIN_PYTHON) --write docs/performance.md
	$(BIN)/python benchmarks/archive.py 300 --write docs/performance.md
	$(BIN)/python benchmarks/archive_file.py 400 --write docs/performance.md
	$(BIN)/python benchmarks/archive_views.py 100000 --write docs/performance.md
	$(BIN)/python benchmarks/again.py 400 --write docs/performance.md
	$(BIN)/python benchmarks/not_found.py 400 --write docs/performance.md
	$(BIN)/python benchmarks/growth.py $(GROWTH) --write docs/performance.md

# Crashes, faults, damage and two runs at once, for hours: each ends 0 where all held. Their short forms are part of the tests.
soak: .venv/.developed
	$(BIN)/python tests/soak/kill.py --rounds 1000
	$(BIN)/python tests/soak/fault.py --rounds 300
	$(BIN)/python tests/soak/two.py --rounds 50
	$(BIN)/python tests/soak/damaged.py --rounds 200
	$(BIN)/python tests/soak/same.py --rounds 90

# What users get: the wheel in an empty environment, without anything the developers have.
wheel-check: .venv/.developed
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m build --wheel --no-isolation --outdir build/wheel . >/dev/null
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip --disable-pip-version-check -q install -c constraints.txt build/wheel/*.whl
	cd build/wheel && code=0; venv/bin/verifier check ../../examples/article.md --replay ../../examples/sources.warc.gz \
	  --quiet -o report.html -o report.json || code=$$?; test $$code -eq 1

# The example's captures and web page, from the invented pages in examples/build.py.
examples: .venv/.developed
	$(BIN)/python examples/build.py

# The small archive at the top: the example's own, made with a fixed clock.
archive.db: .venv/.developed examples/sources.warc.gz examples/article.md
	rm -f archive.db
	$(BIN)/python examples/make_archive.py archive.db --example

# Exact versions for CI; names and versions only.
constraints: .venv/.developed
	$(BIN)/python -m pip --disable-pip-version-check freeze --exclude-editable > constraints.txt

clean:
	rm -rf .venv build dist demo

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e .
	$(COMPILE)
	@touch $@

.venv/.developed: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -c constraints.txt -e '.[dev]'
	$(COMPILE)
	@touch $@ .venv/.installed
