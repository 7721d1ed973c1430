"""The text of a document's bytes, for the formats that declare no charset of their own.

In: bytes. Out: text with plain line ends. The rule of `encoding`, without its problems.
"""

from __future__ import annotations

from verifier.documents import encoding


def decode(data: bytes) -> str:
    r"""The text of some bytes: byte order mark, UTF-8, then a guess; never an exception.

    >>> decode(b"Gr\xc3\xb6\xc3\x9fe\r\n")
    'Größe\n'
    """
    return encoding.decode(data)[0].replace("\r\n", "\n").replace("\r", "\n")
