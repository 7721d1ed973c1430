"""Addresses that were cut by whoever printed them. In: an address. Out: whether it is one; it cannot be asked, and is told as it is."""

from __future__ import annotations

import re

_ELLIPSIS = re.compile(r"…|\.\.\.|\[\.\.\]")
# Two versions side by side in the path of a comparison: `/compare/v1...v2`.
_RANGE = re.compile(r"/(?:compare|diff|log)s?/[^?#]*\w\.\.\.\w")
# Astronomers' number of a paper: its fields are filled up with dots.
_BIBCODE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[A-Za-z&.%0-9]{5,7}[\d.]{4}[A-Za-z.][\d.]{4}[A-Z](?![A-Za-z])")


def is_shortened(url: str) -> bool:
    """Whether an address was cut by whoever printed it: an ellipsis stands in it.

    >>> is_shortened("https://site.example/a/materi...-Using.pdf"), is_shortened("https://site.example/compare/v1...v2")
    (True, False)
    >>> is_shortened("https://sky.example/abs/1999Tides..59....5M")
    False
    """
    return _ELLIPSIS.search(_BIBCODE.sub("", url)) is not None and _RANGE.search(url) is None
