"""`verifier` on the invented pages, as a child: what was said, what it took, what the server saw.

In: how many pages on how many hosts. Out: runs with the answers counted. The rule: everything lies in a folder that is gone at the end.
"""

from __future__ import annotations

import compileall
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.request import urlopen

import article
from article import Page
from measuring import Run, measure

import verifier

_SPACING = 0.2  # s between two requests to a host
_AT_ONCE = 2  # requests to a host: the politeness of `verifier`


class Answers(NamedTuple):
    """What `verifier check` said of links and of quotations: each word with how often."""

    links: dict[str, int]
    quotations: dict[str, int]


class Seen(NamedTuple):
    """What the server was asked: in all, how many pages, the most often that one was, and what else of one host."""

    requests: int
    pages: int
    most_a_page: int
    most_others_a_host: int


class Bench:
    """The invented site and a folder for articles and archives."""

    def __init__(self, count: int, hosts: int, delay: float) -> None:
        self.count, self._hosts, self._delay = count, hosts, delay
        self.site = Site(count, hosts, delay)
        self._kept = tempfile.TemporaryDirectory(prefix="verifier-benchmark-")
        self.folder = Path(self._kept.name)
        compileall.compile_dir(Path(verifier.__file__).parent, quiet=2)  # as pip leaves it at the users'

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.site.close()
        self._kept.cleanup()

    @property
    def bound(self) -> float:
        """The seconds that politeness alone takes: no host is asked more often, nor more than twice at once."""
        each = self.count / self._hosts
        return max(each * _SPACING, each / _AT_ONCE * self._delay / 1000)

    def quotations(self, count: int | None = None, *, absent_every: int = 0) -> list[str]:
        """What the article quotes; with `absent_every` 10, the words of notes 1, 11, 21 ... stand nowhere (all in English)."""
        return [
            page.nowhere if absent_every and i % absent_every == 0 else page.quotation
            for i, page in enumerate(self.site.pages[:count])
        ]

    def article(self, name: str, quotations: Sequence[str]) -> Path:
        """An article that quotes the first pages, one quotation each."""
        path = self.folder / f"{name}.md"
        pages = self.site.pages[: len(quotations)]
        path.write_text(article.write(self.site.port, pages, quotations), encoding="utf-8")
        return path

    def check(self, path: Path, archive: str) -> tuple[Run, Answers]:
        """`verifier check` into an archive of that name, new or not."""
        run, said = self._verifier("check", [str(path)], archive)
        links = Counter(citation["link"] for citation in said.get("citations", []))
        found = Counter(f["verdict"] for f in said.get("findings", []) if f["kind"] == "quotation")
        return run, Answers(dict(links), dict(found))

    def archive(self, addresses: Sequence[str], archive: str) -> tuple[Run, dict[str, int]]:
        """`verifier archive`: how often which word was said of a link."""
        run, said = self._verifier("archive", addresses, archive)
        return run, dict(Counter(source["link"] for source in said.get("sources", [])))

    def recheck(self, archive: str) -> tuple[Run, dict[str, int]]:
        """`verifier recheck` of all sources: how often which word was said of a text."""
        run, said = self._verifier("recheck", ["--older-than", "0s", "--memento", "never"], archive)
        return run, dict(Counter(source["content"] for source in said.get("sources", [])))

    def _verifier(self, verb: str, given: Sequence[str], archive: str) -> tuple[Run, dict[str, Any]]:
        report = self.folder / "report.json"
        report.unlink(missing_ok=True)
        options = ["--db", str(self.folder / f"{archive}.db"), "--allow-private", "127.0.0.0/8", "--quiet"]
        command = [sys.executable, "-m", "verifier", verb, *given, *options, "-o", str(report)]
        run = measure(command, self.folder)
        if not report.exists():
            raise SystemExit(f"error: `verifier {verb}` ended with {run.code} and said:\n{run.output}")
        return run, json.loads(report.read_text(encoding="utf-8"))


class Site:
    """The running server, and what it was asked."""

    def __init__(self, count: int, hosts: int, delay: float) -> None:
        program = Path(__file__).with_name("serving.py")
        command = [sys.executable, str(program), str(count), str(hosts), str(delay)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self.close()
            raise SystemExit("error: the server of the invented pages did not start; its own message stands above")
        told = json.loads(line)
        self.port: int = told["port"]
        self.pages = [Page(*page) for page in told["pages"]]
        self.addresses = [f"http://{page.host}:{self.port}{page.path}" for page in self.pages]

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.communicate()

    def seen(self) -> Seen:
        """What was asked since the last call."""
        with urlopen(f"http://{self.pages[0].host}:{self.port}/-/seen") as answer:
            asked = Counter(json.load(answer))
        pages: Collection[str] = set(self.addresses)
        others = Counter[str]()
        for address, times in asked.items():
            if address not in pages:
                others[address.split("/")[2]] += times
        often = [times for address, times in asked.items() if address in pages]
        return Seen(asked.total(), len(often), max(often, default=0), max(others.values(), default=0))
