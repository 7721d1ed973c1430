"""Every tenth quotation stands nowhere: what looking for it everywhere costs, in the first run and again."""

from __future__ import annotations

from bench import Answers, Bench
from results import Result, finish, parser

_EVERY = 10


def not_found(bench: Bench) -> Result:
    result = Result(f"not_found {bench.count}")
    absent = len(range(0, bench.count, _EVERY))
    wanted = {"not_found": absent, "verbatim": bench.count - absent}
    _twice(bench, "all there", 0, Answers({"ok": bench.count}, {"verbatim": bench.count}), result)
    _twice(bench, "every tenth nowhere", _EVERY, Answers({"ok": bench.count}, wanted), result)
    first, second = (_ratio(result, time) for time in ("", ", again"))
    result.rows.append(["nowhere / all there", "", "", f"{first:.2f}", "", ""])
    result.rows.append(["nowhere / all there, again", "", "", f"{second:.2f}", "", ""])
    result.notes.append(f"Exactly {absent} of {bench.count} quotations were not found; the others were, word for word.")
    return result


def _twice(bench: Bench, label: str, absent_every: int, wanted: Answers, result: Result) -> None:
    article = bench.article(label, bench.quotations(absent_every=absent_every))
    for time, asked in (("", bench.count), (", again", 0)):
        run, said = bench.check(article, label)
        seen = bench.site.seen()
        result.expect(f"{label}{time}: answers", said, wanted)
        result.expect(f"{label}{time}: pages that were asked", seen.pages, asked)
        result.add(f"{label}{time}", run, bench.count, seen)


def _ratio(result: Result, time: str) -> float:
    nowhere, there = result.figures[f"every tenth nowhere{time}"], result.figures[f"all there{time}"]
    return float(nowhere["cpu"] / there["cpu"])


def main() -> None:
    given = parser(__doc__, 400).parse_args()
    with Bench(given.count, given.hosts, given.delay) as bench:
        result = not_found(bench)
    finish(result, given)


if __name__ == "__main__":
    main()
