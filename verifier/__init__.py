"""verifier: do the sources of this article say what the article says they say?

The library's stable functions; each is loaded when it is first asked for, so that
`verifier --help` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verifier.claims import find_claims
    from verifier.library import check, read
    from verifier.matching import assess_statement, match_quotation

__version__ = "0.1.0"
__all__ = ["__version__", "assess_statement", "check", "find_claims", "match_quotation", "read"]

_WHERE = {
    "read": "verifier.library",
    "check": "verifier.library",
    "find_claims": "verifier.claims",
    "match_quotation": "verifier.matching",
    "assess_statement": "verifier.matching",
}


def __dir__() -> list[str]:
    """What there is to complete: the functions are not here before they are asked for."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Load a public function when it is first asked for (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only where something is asked for

    return getattr(import_module(_WHERE[name]), name)
