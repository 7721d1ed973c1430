"""A re-check of all sources with nothing changed: each is asked once, and little should be done with what comes."""

from __future__ import annotations

from bench import Bench
from results import Result, finish, parser


def weekly(bench: Bench) -> Result:
    """One check, then two re-checks."""
    result = Result(f"weekly {bench.count}")
    bench.check(bench.article("article", bench.quotations()), "archive")
    bench.site.seen()
    for time in ("first", "second"):
        label = f"{bench.count} sources, {time} re-check"
        run, said = bench.recheck("archive")
        seen = bench.site.seen()
        result.expect(f"{label}: contents", said, {"same": bench.count})
        result.expect(f"{label}: pages that were asked", seen.pages, bench.count)
        result.add(label, run, bench.count, seen)
        result.notes.append(
            f"The {time} re-check took {run.wall / max(bench.bound, 0.001):.2f} times what politeness alone takes ({bench.bound:.1f} s)."
        )
    return result


def main() -> None:
    given = parser(__doc__, 300).parse_args()
    with Bench(given.count, given.hosts, given.delay) as bench:
        result = weekly(bench)
    finish(result, given)


if __name__ == "__main__":
    main()
