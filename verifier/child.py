"""Read what is dangerous in a child process that may be killed: parsers of PDF and office files meet hostile bytes.

In: a snapshot, or a document's bytes. Out: the value the reader makes, or a reason. The child has 20 s and 1 GB; when it dies, only
this one reading is lost. What it sends back is unpickled with nothing but our own values allowed.
"""

from __future__ import annotations

import io
import pickle
import re
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping
from enum import Enum
from types import TracebackType
from typing import Any, Self

from verifier.errors import DocumentError, VerifierError
from verifier.model import Document, Snapshot, SourceText
from verifier.sources import extract, kind_of

_SECONDS = 20.0
_MEMORY = 1_000_000_000
_HEADER = struct.Struct(">Q")
_INLINE_BYTES = 2_000_000


class Reader:
    """Reads snapshots and documents; a context manager. One child serves until it dies."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kill()

    def read(self, snapshot: Snapshot) -> SourceText:
        """The text of a snapshot; web pages and plain text of a usual size without a child."""
        kind = kind_of(snapshot)
        if kind in ("html", "plain", "xml") and len(snapshot.body) <= _INLINE_BYTES:
            return extract(snapshot)
        result = self._run("source", snapshot)
        if isinstance(result, SourceText):
            return result
        return SourceText("", kind, "1", problem=f"The source could not be read: {result}.")

    def read_document(self, data: bytes, name: str, companions: Mapping[str, bytes], media_type: str = "") -> Document:
        """Read an article in the child. Raises DocumentError."""
        result = self._run("document", (data, name, dict(companions), media_type))
        if isinstance(result, VerifierError):
            raise result
        if isinstance(result, Document):
            return result
        raise DocumentError(
            f"{name} could not be read: {result}.", hint="Save the article again in another format, and check that."
        )

    def _run(self, task: str, payload: Any) -> Any:
        """What the child answers, or a few words on why it did not."""
        with self._lock:
            child = self._child = self._child or _spawn()
            timer = threading.Timer(self._seconds, child.kill)
            timer.start()
            try:
                assert child.stdin is not None
                assert child.stdout is not None
                _write(child.stdin, pickle.dumps((task, payload)))
                return _load(_read(child.stdout))
            except (OSError, EOFError, pickle.UnpicklingError, struct.error):
                late = not timer.is_alive()
                self._kill()
                return (
                    f"it took longer than {self._seconds:g} s"
                    if late
                    else "its reader failed (damaged, or made to harm)"
                )
            finally:
                timer.cancel()

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


def _spawn() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from verifier.child import serve; serve()"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words


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
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing a parser prints may get between the answers
    while True:
        try:
            task, payload = pickle.loads(_read(requests))  # noqa: S301 - from our parent
        except EOFError:
            return
        _write(answers, pickle.dumps(_answer(task, payload)))


def _answer(task: str, payload: Any) -> Any:
    from verifier.documents import read  # noqa: PLC0415 - only in the child

    try:
        return extract(payload) if task == "source" else read(*payload)
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
