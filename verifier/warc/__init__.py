"""Files of captures, read and written: WARC 1.1 (ISO 28500) and WACZ 1.1.1.

In: answers (`Response`, `Failure`). Out: the same. What a server said and the bytes as they were decoded go in; that no answer came is a
`metadata` record of our own. The rule of this folder: a file is a stream, whatever its size, and a record is read up to a cap.
"""

from __future__ import annotations

from verifier.warc.addresses import asked
from verifier.warc.package import Listed, write_wacz
from verifier.warc.reading import Captures, Revisit, is_captures
from verifier.warc.visits import answers_of
from verifier.warc.writing import write_warc

__all__ = ["Captures", "Listed", "Revisit", "answers_of", "asked", "is_captures", "write_wacz", "write_warc"]
