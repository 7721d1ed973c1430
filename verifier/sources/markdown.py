"""The text of Markdown source: that of the page that it makes."""

from __future__ import annotations

from dataclasses import replace

from verifier.files.decode import decode
from verifier.model import Extent, Snapshot, SourceText

_LARGEST = 2_000_000
_CUT = "The file is larger than 2 MB; its beginning was read."


def extract(snapshot: Snapshot) -> SourceText:
    """The text of the page.

    >>> extract(Snapshot("", b"It [grew](https://a.example/) **fast**.", "text/markdown")).text
    'It grew fast.'
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only for such files

    from verifier.sources.html import read  # noqa: PLC0415

    words = decode(snapshot.body[:_LARGEST], snapshot.charset).text
    markup = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(words)
    page = replace(snapshot, body=markup.encode(errors="replace"), media_type="text/html", charset="utf-8")
    found = replace(read(page), extractor="markdown", extent=Extent.WHOLE, problem=None)
    return replace(found, extent=Extent.PART, problem=_CUT) if len(snapshot.body) > _LARGEST else found
