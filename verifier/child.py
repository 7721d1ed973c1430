"""Read in child processes that may be killed: parsers meet hostile bytes, and two readings may be made at once.

In: a snapshot, or a document's bytes. Out: the value the reader makes, or a reason. A child has 30 s of CPU for a reading (or what
`VERIFIER_READER_SECONDS` says) and 600 MB; when it dies, only this one reading is lost. What it sends back is unpickled with nothing but
our own values allowed.
"""

from __future__ import annotations

import io
import os
import pickle
import re
import select
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from types import TracebackType
from typing import Any, Self

from verifier.errors import DocumentError, VerifierError
from verifier.model import Document, Guess, Snapshot, SourceText
from verifier.ocr import read_scans
from verifier.sources import extract, kind_of
from verifier.sources.guess import guess

# Of CPU time: a busy machine makes no reading fail. A child that waits for nothing is ended after so many times that by the wall.
SECONDS = 30.0
SETTING = "VERIFIER_READER_SECONDS"
# A guess is worth less than a reading.
_GUESSING = 10.0
_LEAST, _LONGEST = 1.0, 86_400.0
_WALL = 10
_MEMORY = 600_000_000
_MOST = 4
_PIPE = 1 << 20  # most pages in one write
_HEADER = struct.Struct(">Q")
_DAMAGED = "its reader failed (the file is damaged, or made to harm)"


class Reader:
    """Reads snapshots and documents in child processes; a context manager, used by many threads at once.

    `seconds` are the CPU time of one reading; without them the environment says it (raises VerifierError where it says no number).
    A child is started when all others are busy, up to one a core.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self.seconds = _seconds(os.environ) if seconds is None else seconds
        self.children = min(_MOST, os.cpu_count() or 1)
        self._idle: list[_Child] = []
        self._lock = threading.Lock()
        self._free = threading.Semaphore(self.children)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            for child in self._idle:
                child.end()
            self._idle.clear()

    def read(self, snapshot: Snapshot) -> SourceText:
        """The reading of a snapshot."""
        result = self._run("source", (snapshot,), self.seconds)
        if isinstance(result, SourceText):
            return result
        return SourceText("", kind_of(snapshot), "1", problem=f"The source could not be read: {result}.")

    def guess(self, snapshot: Snapshot, text: SourceText) -> Guess:
        """The main text, author and date of a page, as far as a program can tell from its bytes and its reading."""
        result = self._run("guess", (snapshot, text), min(_GUESSING, self.seconds))
        return result if isinstance(result, Guess) else Guess(problem=f"The page could not be guessed at: {result}.")

    def read_document(self, data: bytes, name: str, companions: Mapping[str, bytes], media_type: str = "") -> Document:
        """Read an article in a child. Raises DocumentError."""
        result = self._run("document", (data, name, dict(companions), media_type), self.seconds)
        if isinstance(result, VerifierError):
            raise result
        if isinstance(result, Document):
            return result
        raise DocumentError(
            f"{name} could not be read: {result}.", hint="Save the article again in another format, and check that."
        )

    def _run(self, task: str, payload: Any, seconds: float) -> Any:
        """What a child answers, or a few words on why it did not."""
        with self._free:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            child = child or _Child()
            result = child.ask((task, payload, seconds), seconds * _WALL)
            if child.alive:
                with self._lock:
                    self._idle.append(child)
            elif child.late:
                return f"it took longer than {seconds:g} s"
            return result


def _seconds(environ: Mapping[str, str]) -> float:
    """The CPU seconds of a reading as the environment says. Raises VerifierError."""
    said = environ.get(SETTING, "").strip()
    try:
        seconds = float(said or SECONDS)
    except ValueError:
        seconds = 0.0
    if not _LEAST <= seconds <= _LONGEST:
        hint = f"Set it to the seconds of computing that reading one file may take, such as {SECONDS:g}, or unset it."
        raise VerifierError(f"{SETTING} is “{said}”, which is not a number of seconds from 1 to a day.", hint=hint)
    return seconds


class _Child:
    """One child process."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", "from verifier.child import serve; serve()"]
        self._process = subprocess.Popen(  # noqa: S603 - our own words
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, pipesize=_PIPE
        )
        self.alive = True
        self.late = False

    def ask(self, question: Any, wall: float) -> Any:
        """What it answers; a child that does not answer is dead, and `late` where its time ran out."""
        try:
            _write(self._process.stdin, pickle.dumps(question, pickle.HIGHEST_PROTOCOL))
            self.late = not _is_ready(self._process.stdout, wall)
            return _load(b"" if self.late else _read(self._process.stdout))
        except (OSError, EOFError, pickle.UnpicklingError, struct.error):
            code = self.end(grace=0.0 if self.late else 1.0)
            self.late = self.late or code == -getattr(signal, "SIGPROF", 0)
            return _DAMAGED

    def end(self, grace: float = 0.0) -> int:
        """End it, after so many seconds in which it may end by itself; its exit code."""
        self.alive = False
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(grace)
        self._process.kill()
        self._process.communicate()
        return self._process.returncode


def _is_ready(stream: Any, seconds: float) -> bool:
    """Whether an answer, or the end, comes in time; where nobody can tell (Windows), it is waited for."""
    return os.name == "nt" or bool(select.select([stream], [], [], seconds)[0])


def _write(stream: Any, data: bytes) -> None:
    stream.write(_HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def _read(stream: Any) -> bytes:
    head = stream.read(_HEADER.size)
    if len(head) < _HEADER.size:
        raise EOFError
    (size,) = _HEADER.unpack(head)
    data: bytes = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


class _OwnValues(pickle.Unpickler):
    """Unpickles our own values and errors, and nothing else: the child may be in other hands."""

    def find_class(self, module: str, name: str) -> Any:
        if module in ("verifier.model", "verifier.errors") and re.fullmatch("[A-Z][A-Za-z]*", name):
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):  # how Python 3.12 and some 3.11 write the members of an enum
            return _member
        raise pickle.UnpicklingError(f"{module}.{name}")


def _member(kind: Any, name: str) -> Any:
    """The member of one of our enums, nothing else of anything."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind[name]
    raise pickle.UnpicklingError(f"{kind}.{name}")


def _load(data: bytes) -> Any:
    return _OwnValues(io.BytesIO(data)).load()


# --- in the child --------------------------------------------------------------------------------


def serve() -> None:
    """Answer one task after another until the parent goes away."""
    import verifier.sources.html  # noqa: F401, PLC0415 - nearly every source is a page: what loading takes is none of its time

    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing a parser prints may get between the answers
    while True:
        try:
            task, payload, seconds = pickle.loads(_read(requests))  # noqa: S301 - from our parent
        except EOFError:
            return
        _limit_time(seconds)
        answer = pickle.dumps(_answer(task, payload), pickle.HIGHEST_PROTOCOL)
        _limit_time(0)
        _write(answers, answer)


def _limit_time(seconds: float) -> None:
    """The kernel ends this process after so many seconds of CPU, whatever a parser does (0: it does not)."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _read_source(snapshot: Snapshot) -> SourceText:
    """The reading of a source, its scanned pages too where a program for that is installed."""
    return read_scans(snapshot, extract(snapshot))


def _read_article(*given: Any) -> Document:
    from verifier.documents import read  # noqa: PLC0415 - most children read sources alone

    return read(*given)


_TASKS: dict[str, Callable[..., Any]] = {"source": _read_source, "guess": guess, "document": _read_article}


def _answer(task: str, payload: Any) -> Any:
    try:
        return _TASKS[task](*payload)
    except VerifierError as error:
        return error
    except (MemoryError, RecursionError):
        return "it needs more memory than a reader may use"
    except Exception as error:  # noqa: BLE001 - parsers of strangers' files raise anything
        return f"it is damaged ({type(error).__name__})"


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
