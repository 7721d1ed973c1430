"""Read the parts of a zip package without trusting it: counts, sizes and ratios are capped.

In: the bytes of a .docx, .odt or .epub. Out: a part's bytes, on demand. Raises DocumentError for a
damaged, encrypted or inflated package. The limits hold for what a part *unpacks to*, whatever its header says.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from verifier.errors import DocumentError

MOST_PARTS = 10_000  # a long book as EPUB has some hundreds
LARGEST_PART = 100_000_000  # bytes; XML of the longest Word file known to us: 31 MB
LARGEST_TOTAL = 300_000_000  # bytes unpacked by one run
LARGEST_RATIO = 200  # a real document.xml packs 10 to 40 times; 1,000 is what a bomb needs
_RATIO_FROM = 10_000_000  # small parts may pack as well as they like
_LARGEST_DIRECTORY = 4_000_000  # bytes: zipfile makes an object for each entry before we can count them
_END_RECORD = b"PK\x05\x06"


class Package:
    """A zip package. `name` is the document's, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        self._document = name
        self._read = 0
        _check_directory(data, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise _damaged(name, "the list of its parts cannot be read") from error
        self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > MOST_PARTS:
            raise _bomb(name, f"it holds {len(self._zip.infolist()):,} parts")

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in the package's order."""
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        return part.lstrip("/") in self._parts

    def read(self, part: str) -> bytes | None:
        """A part's bytes; None where there is no such part. Raises DocumentError."""
        info = self._parts.get(part.lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 0x1:
            raise DocumentError(
                f"{self._document} is encrypted with a password.", hint="Save a copy without password, and check that."
            )
        limit = self._limit(info)
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise _damaged(self._document, f"its part {part} cannot be unpacked") from error
        if len(content) > limit:
            raise _bomb(self._document, f"its part {part} unpacks to more than {limit:,} bytes")
        self._read += len(content)
        return content

    def _limit(self, info: zipfile.ZipInfo) -> int:
        """How many bytes this part may unpack to."""
        by_ratio = max(_RATIO_FROM, info.compress_size * LARGEST_RATIO)
        return min(LARGEST_PART, by_ratio, LARGEST_TOTAL - self._read)


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a directory that would cost memory before its entries can be counted."""
    at = data.rfind(_END_RECORD, max(0, len(data) - 66_000))
    if at < 0 or at + 22 > len(data):
        raise _damaged(name, "its end is missing")
    if int.from_bytes(data[at + 12 : at + 16], "little") > _LARGEST_DIRECTORY:
        raise _bomb(name, "its list of parts is larger than 4 MB")


def _damaged(name: str, what: str) -> DocumentError:
    return DocumentError(
        f"{name} is damaged: {what}.", hint="Fetch or save the file again; Word and LibreOffice can often repair it."
    )


def _bomb(name: str, what: str) -> DocumentError:
    return DocumentError(
        f"{name} was not opened: {what}, which no article needs.",
        hint="Save the article alone under a new name, and check that.",
    )
