"""Names of a package that are loaded when they are first asked for (PEP 562): no verb pays for what it does not use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, where: Mapping[str, str]) -> Callable[[str], Any]:
    """A package's `__getattr__`; `where` gives for each of its modules the names that it holds, blanks between.

    >>> lazily("os", {"path": "basename dirname"})("basename")("a/b.md")
    'b.md'
    """
    homes = {name: module for module, names in where.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return load
