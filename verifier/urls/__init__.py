"""Addresses in running text: find them, repair them, open their wrappers, tell whether two are the same.

In: text, or an address. Out: addresses as they are to be fetched. The rules stand in tables: what begins and ends an address
(`finding`), how it is written by mistake, on purpose or in part (`repairs`, `shortened`), what stands around it (`wrappers`,
`archives`), what of it does not count (`comparing`). Each is loaded when it is first asked for (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.lazily import lazily

if TYPE_CHECKING:
    from verifier.urls.archives import is_archive, is_copy, split_archive
    from verifier.urls.comparing import host, identity, is_fetchable, is_registered, registrable
    from verifier.urls.finding import find_urls, open_href
    from verifier.urls.shortened import is_shortened
    from verifier.urls.wrappers import unwrap

__all__ = [
    "find_urls",
    "host",
    "identity",
    "is_archive",
    "is_copy",
    "is_fetchable",
    "is_registered",
    "is_shortened",
    "open_href",
    "registrable",
    "split_archive",
    "unwrap",
]

_WHERE = {
    "archives": "is_archive is_copy split_archive",
    "comparing": "host identity is_fetchable is_registered registrable",
    "finding": "find_urls open_href",
    "shortened": "is_shortened",
    "wrappers": "unwrap",
}

__getattr__ = lazily(__name__, _WHERE)
