"""`verifier archive` of N addresses: fetching, reading and keeping, without judging any claim."""

from __future__ import annotations

from bench import Bench
from results import Result, finish, parser


def archive(bench: Bench) -> Result:
    result = Result(f"archive {bench.count}")
    run, links = bench.archive(bench.site.addresses, "archive")
    seen = bench.site.seen()
    result.expect("links", links, {"ok": bench.count})
    result.expect("pages that were asked", seen.pages, bench.count)
    result.add("archive", run, bench.count, seen)
    result.notes.append(
        f"All {bench.count} pages were kept. Politeness alone takes {bench.bound:.1f} s; "
        f"the run took {run.wall / bench.bound:.2f} times that."
    )
    return result


def main() -> None:
    given = parser(__doc__, 300).parse_args()
    with Bench(given.count, given.hosts, given.delay) as bench:
        result = archive(bench)
    finish(result, given)


if __name__ == "__main__":
    main()
