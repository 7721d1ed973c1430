"""`verifier check` of 100, 1,000 and (`--full`) 10,000 citations: what a citation costs must not grow with their number."""

from __future__ import annotations

import argparse
from itertools import pairwise

from bench import Bench
from results import Result, finish, parser

_SIZES = (100, 1_000)
_FULL = (*_SIZES, 10_000)


def growth(given: argparse.Namespace) -> Result:
    sizes = given.sizes or (_FULL if given.full else _SIZES)
    result = Result("growth")
    for size in sizes:
        with Bench(size, given.hosts, given.delay) as bench:
            _check(bench, result)
    for small, large in pairwise(sizes):
        result.rows.append(_ratios(result, small, large))
    result.notes.append("All quotations were found, word for word.")
    return result


def _check(bench: Bench, result: Result) -> None:
    run, said = bench.check(bench.article("article", bench.quotations()), "archive")
    seen = bench.site.seen()
    result.expect(f"{bench.count}: links", said.links, {"ok": bench.count})
    result.expect(f"{bench.count}: quotations", said.quotations, {"verbatim": bench.count})
    result.expect(f"{bench.count}: pages that were asked", seen.pages, bench.count)
    result.add(f"{bench.count:,} citations", run, bench.count, seen)


def _ratios(result: Result, small: int, large: int) -> list[str]:
    one, other = result.figures[f"{small:,} citations"], result.figures[f"{large:,} citations"]
    cpu = (other["cpu"] / large) / (one["cpu"] / small)
    memory = [f"{other[kind] / one[kind]:.2f}" for kind in ("largest", "together")]
    return [f"{large:,} / {small:,}", "", "", f"{cpu:.2f}", *memory]


def main() -> None:
    options = parser(__doc__, None)
    options.add_argument("--full", action="store_true", help="also 10,000 citations (minutes)")
    options.add_argument("--sizes", type=int, nargs="+", metavar="N", help="other sizes")
    given = options.parse_args()
    finish(growth(given), given)


if __name__ == "__main__":
    main()
