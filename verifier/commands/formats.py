"""`verifier formats`: what this installation can read, write, fetch by and ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from verifier.commands import VERBS, load_verb
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.reports import FORMATS, Kind, formats_of

KIND = Kind.QUERY


def run(format: Annotated[str, o.format_of(KIND)] = "text", output: o.Output = []) -> None:
    """List the formats, plans and judges that are supported."""
    from verifier.model import QueryResult

    printer = Printer(KIND, format, output)
    printer.put(QueryResult(("what", "name", "supports"), tuple(_list())))


def _list() -> Iterator[tuple[str, str, str]]:
    from verifier.documents import READERS
    from verifier.fetching import PLANS
    from verifier.judges import judge_names

    yield from (("article", name, " ".join(reader.suffixes)) for name, reader in READERS.items())
    yield from (("report", name, " ".join(known.suffixes)) for name, known in FORMATS.items())
    verbs = {verb: getattr(load_verb(verb), "KIND", None) for verb in VERBS}
    yield from (("verb", verb, " ".join(formats_of(kind)) if kind else "") for verb, kind in verbs.items())
    yield from (("plan", name, "") for name in PLANS)
    yield from (("judge", name, "") for name in judge_names())
