"""The same article a second time, with nothing changed: nothing is asked, and little should be done. Also an article of 12 notes."""

from __future__ import annotations

from bench import Bench
from results import Result, finish, parser

_SHORT = 12


def again(bench: Bench) -> Result:
    result = Result(f"again {bench.count}")
    for count in sorted({bench.count, min(_SHORT, bench.count)}, reverse=True):
        _twice(bench, count, result)
    first, second = (result.figures[f"{bench.count} citations, {time} time"] for time in ("first", "second"))
    result.notes.append(
        "The server saw no request in either second run, and all quotations were found each time. "
        f"The second run of {bench.count} citations took {second['cpu'] / first['cpu']:.2f} times the CPU of the first."
    )
    return result


def _twice(bench: Bench, count: int, result: Result) -> None:
    article = bench.article(f"article-{count}", bench.quotations(count))
    for time, asked in (("first", count), ("second", 0)):
        label = f"{count} citations, {time} time"
        run, said = bench.check(article, f"archive-{count}")
        seen = bench.site.seen()
        result.expect(f"{label}: links", said.links, {"ok": count})
        result.expect(f"{label}: quotations", said.quotations, {"verbatim": count})
        result.expect(f"{label}: pages that were asked", seen.pages, asked)
        if not asked:
            result.expect(f"{label}: requests", seen.requests, 0)
        result.add(label, run, count, seen)


def main() -> None:
    given = parser(__doc__, 400).parse_args()
    with Bench(given.count, given.hosts, given.delay) as bench:
        result = again(bench)
    finish(result, given)


if __name__ == "__main__":
    main()
