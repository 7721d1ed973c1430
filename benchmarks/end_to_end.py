"""`verifier check` of an article with N citations, beside a plain program on the same pages in the same run.

The plain program (`plain_program.py`) needs trafilatura; `--plain-python` names the Python of an environment that has it,
`--without-plain` measures verifier alone. Ratios are what to compare between machines.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench import Bench
from measuring import Run, measure
from results import Result, finish, parser

_NEEDS = ("requests", "trafilatura", "rapidfuzz")


def compare(bench: Bench, plain_python: str | None) -> Result:
    result = Result(f"end_to_end {bench.count}")
    checked = check(bench, result)
    if plain_python is not None:
        plain = _run_plain(bench, plain_python, result)
        rate, cpu = plain.wall / checked.wall, plain.cpu / checked.cpu
        result.rows.append(["plain / verifier", f"{rate:.2f}", "", f"{cpu:.2f}", "", ""])
    result.notes.append(
        f"All {bench.count} quotations were found, word for word. Politeness alone takes {bench.bound:.1f} s (`verifier` keeps to it, "
        f"the plain program does not); `verifier` took {checked.wall / bench.bound:.2f} times that."
    )
    return result


def check(bench: Bench, result: Result) -> Run:
    """The article into a new archive: each page is asked, each quotation found."""
    run, said = bench.check(bench.article("article", bench.quotations()), "archive")
    seen = bench.site.seen()
    result.expect("exit code", run.code, 0)
    result.expect("links", said.links, {"ok": bench.count})
    result.expect("quotations", said.quotations, {"verbatim": bench.count})
    result.expect("pages that were asked", seen.pages, bench.count)
    result.add("verifier", run, bench.count, seen)
    return run


def _run_plain(bench: Bench, python: str, result: Result) -> Run:
    rows = bench.folder / "rows.json"
    rows.write_text(json.dumps(list(zip(bench.site.addresses, bench.quotations(), strict=True))), encoding="utf-8")
    program = Path(__file__).with_name("plain_program.py")
    run = measure([python, str(program), str(rows), str(bench.folder / "plain.db")], bench.folder)
    result.expect("the plain program", run.output.strip(), json.dumps({"found": bench.count}))
    result.add("plain program", run, bench.count, bench.site.seen())
    return run


def _require(python: str) -> None:
    """Say at the start what else would be said after minutes."""
    asked = subprocess.run([python, "-c", f"import {', '.join(_NEEDS)}"], check=False, capture_output=True)
    if asked.returncode:
        raise SystemExit(
            f"error: the plain program cannot run: {python} does not have all of {', '.join(_NEEDS)}\n"
            "hint: name another with --plain-python, or measure verifier alone with --without-plain"
        )


def main() -> None:
    options = parser(__doc__, 400)
    options.add_argument("--plain-python", default=sys.executable, metavar="PYTHON", help="what runs the plain program")
    options.add_argument("--without-plain", action="store_true", help="measure verifier alone")
    given = options.parse_args()
    python = None if given.without_plain else given.plain_python
    if python is not None:
        _require(python)
    with Bench(given.count, given.hosts, given.delay) as bench:
        result = compare(bench, python)
    finish(result, given)


if __name__ == "__main__":
    main()
