"""Quotation in text, statement against text. Each is loaded when it is first asked for (PEP 562)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verifier.matching.quotation import match_quotation, stands
    from verifier.matching.statement import assess_statement

__all__ = ["assess_statement", "match_quotation", "stands"]

_WHERE = {"assess_statement": "statement", "match_quotation": "quotation", "stands": "quotation"}


def __getattr__(name: str) -> Any:
    """Load a function when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only where something is asked for

    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
