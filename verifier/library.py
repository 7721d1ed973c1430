"""What a program calls: read an article, check it. The command line calls the same.

In: paths. Out: values of `model`. Raises `VerifierError` and its kinds, nothing else of ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from verifier import documents, workflow
from verifier.archive import Archive
from verifier.child import Reader
from verifier.citations.bibliography import add_bibliography
from verifier.clock import utc_now
from verifier.errors import DocumentError, VerifierError
from verifier.fetching import Mementos
from verifier.model import Document, Failure, PlanName, Report, Request, Response
from verifier.notes.inline_links import add_links
from verifier.redact import redact
from verifier.transport import Transport

# Packed files, PDFs and very long texts are read in a child process that may be killed.
_INLINE = 1_000_000
_OK = 200
_SAVE_IT = "Save the page in a browser, and check the file."
_MOST_COMPANIONS = 10
_LARGEST_COMPANION = 5_000_000
_LOCKS = ("~$", ".~lock.")  # Word's and LibreOffice's


def read(path: str | Path, *, links: bool = False) -> Document:
    r"""Read an article of any known format. Raises DocumentError with a hint.

    `links`: whether the links of its sentences are notes even where it has others; without any other they always are.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     article = Path(folder, "article.md")
    ...     _ = article.write_text("It grew.[^1]\n\n[^1]: “Growth”, Example, https://site.example/a\n")
    ...     read(article).notes[0].text
    '“Growth”, Example, https://site.example/a'
    """
    path = Path(os.path.normpath(path))  # one file is one document, however its path is written
    data = _load(path)
    return read_bytes(data, str(path), _load_companions(path, data), links=links)


def fetch_article(url: str, send: Callable[[Request], Response | Failure], *, links: bool = False) -> Document:
    """Read an article at an address. Raises DocumentError where it cannot be had whole."""
    url = redact(url)
    answer = send(Request(url))
    if isinstance(answer, Failure):
        raise DocumentError(f"{url} could not be fetched: {answer.detail}", hint=_SAVE_IT)
    if answer.status != _OK or answer.incomplete:
        why = answer.incomplete or f"the server answered {answer.status}"
        raise DocumentError(f"{url} could not be fetched: {why}.", hint=_SAVE_IT)
    media_type = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    return read_bytes(answer.body, answer.final_url, media_type=media_type, links=links)


def read_bytes(
    data: bytes,
    name: str,
    companions: Mapping[str, bytes] = MappingProxyType({}),
    media_type: str = "",
    *,
    links: bool = False,
) -> Document:
    """Read an article from its bytes; `name` gives the suffix and stands in messages. Raises DocumentError.

    `companions` are files that the article names and keeps beside it (`.bib`); `media_type` is what a server called it.
    """
    document = add_bibliography(_read(data, name, companions, media_type))
    document = add_links(document, beside_notes=links)
    return documents.place_marks(document, data)


def _read(data: bytes, name: str, companions: Mapping[str, bytes], media_type: str) -> Document:
    """Read an article here, or in a child that may be killed."""
    _refuse_larger(name, len(data))
    if len(data) > _INLINE or companions or data.startswith((b"%PDF", b"PK")):
        with Reader() as reader:
            return reader.read_document(data, name, companions, media_type)
    try:
        return documents.read(data, name, companions, media_type)
    except VerifierError:
        raise
    except (RecursionError, MemoryError, ValueError, LookupError, TypeError, AttributeError) as error:
        # A reader's own fault at a file nobody foresaw: said as what it is to the user, a file that cannot be read.
        hint = "Save the article again in another format, and check that."
        raise DocumentError(
            f"{name} cannot be read: it is damaged, or of a kind not foreseen ({type(error).__name__}).", hint=hint
        ) from error


def check(  # noqa: PLR0913 - the command's options
    path: str | Path,
    archive: str | Path = "archive.db",
    *,
    max_age: timedelta = timedelta(days=1),
    allow_private: Sequence[str] = (),
    memento: str = "lost",
    memento_bases: Sequence[str] = (),
    now: Callable[[], datetime] = utc_now,
) -> Report:
    """Fetch, archive and judge every citation of an article, as `verifier check` does.

    `memento_bases` are the addresses of web archives, in the order in which they are asked; the Internet Archive's where there are none.
    Raises DocumentError for the article, ArchiveError for the archive.
    """
    document = read(path)
    transport = Transport(allow_private=tuple(allow_private), clock=now)
    try:
        with Archive.open(Path(archive), now=now) as store, Reader() as reader:
            network = workflow.Network(
                PlanName.LIVE,
                transport.send,
                reader.read,
                Mementos(memento, tuple(memento_bases) or Mementos().bases),
                guess=reader.guess,
                shared=True,
            )
            return workflow.check(document, store, network, now=now, max_age=max_age)
    finally:
        transport.close()


def _load_companions(path: Path, data: bytes) -> dict[str, bytes]:
    """The files that an article names, from its own folder and below only: an article from a stranger must not choose others."""
    found: dict[str, bytes] = {}
    for name in documents.name_companions(data, str(path))[:_MOST_COMPANIONS]:
        try:
            file = (path.parent / name).resolve()
            if (
                file.is_relative_to(path.parent.resolve())
                and file.is_file()
                and file.stat().st_size <= _LARGEST_COMPANION
            ):
                found[name] = file.read_bytes()
        except (OSError, ValueError):
            continue  # the reader says that it is missing
    return found


def _refuse_larger(name: str, size: int) -> None:
    """Raise DocumentError before a file is loaded, or its bytes are handed to a child, that no reader would take."""
    if size > documents.LARGEST:
        hint = "Save the article alone, without pictures, and check that."
        raise DocumentError(f"{name} is larger than {documents.LARGEST // 1_000_000} MB.", hint=hint)


def _hint_where_missing(path: Path) -> str:
    """What may be meant by a name of no file: an address that lost its beginning has a host where a folder would stand."""
    host, _, rest = path.as_posix().partition("/")
    labels = host.split(".")
    if rest and len(labels) > 1 and all(labels) and not path.parent.is_dir():
        return f"Is it an address? Then write https:// in front: https://{path.as_posix()}."
    return "Look at the spelling and at the folder you are in."


def _load(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(f"{path} is a folder.", hint="Name the article's own file.")
        if path.name.startswith(_LOCKS):
            raise DocumentError(
                f"{path} is no article: an office program keeps it beside one that is open.",
                hint="Name the article itself, without the signs in front.",
            )
        if path.exists() and not path.is_file():
            raise DocumentError(f"{path} is not a regular file.", hint="Name a file, or '-' for standard input.")
        _refuse_larger(str(path), path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"There is no file {path}.", hint=_hint_where_missing(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"{path} cannot be read: {reason}.", hint="Look at the file's name and permissions."
        ) from None
