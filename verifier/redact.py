"""Users and passwords in addresses: nothing that is sent, shown or kept holds one.

In: an address, a text with addresses in it, or a whole value. Out: the same without them. The rule: an address may lose them, for they
are never sent; a text keeps its length, because offsets point into it.
"""

from __future__ import annotations

import operator
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

# As browsers read it (WHATWG): up to the last @ before the path, and with any number of slashes. An address in running text does not go
# on over white space, quotation marks or full-width punctuation; one that stands alone does.
_SCHEME = r"((?:https?|ftps?|sftp|wss?):[/\\]{0,3})"
_IN_TEXT = re.compile(_SCHEME + r"([^\s/\\?#<>\"“”„«»，。；：、！？（）]+)@(?=[^\s/\\?#])", re.IGNORECASE)
_ALONE = re.compile(r"^\s*" + _SCHEME + r"[^/\\?#]+@", re.IGNORECASE)


def redact(url: str) -> str:
    """An address without its user and password, also where it holds another address (a web archive's copy).

    >>> redact("https://me:secret@site.example/a@b")
    'https://site.example/a@b'
    """
    return _IN_TEXT.sub(r"\1", _ALONE.sub(r"\1", url))


def mask(text: str) -> str:
    """A text of the same length, with asterisks for the users and passwords of its addresses.

    >>> mask("See https://me:secret@site.example/a, or ask me@site.example.")
    'See https://*********@site.example/a, or ask me@site.example.'
    """
    return _IN_TEXT.sub(lambda found: f"{found[1]}{'*' * len(found[2])}@", text) if "@" in text else text


def mask_all(value: T) -> T:
    """A frozen value with every text in it masked, in tuples and values inside it too; an `href` is an address, and loses them.

    What holds none is handed back as it is: nearly always everything.
    """
    masked: Any = value
    if type(value) is str:
        masked = mask(masked)
    elif isinstance(value, tuple):
        parts = tuple(map(mask_all, value))
        masked = value if all(map(operator.is_, parts, value)) else parts
    elif is_dataclass(value) and not isinstance(value, type):
        given = {name: getattr(value, name) for name in _names(type(value))}
        made = {name: redact(part) if name == "href" else mask_all(part) for name, part in given.items()}
        changed = {name: part for name, part in made.items() if part is not given[name]}
        masked = replace(value, **changed) if changed else value
    return masked  # type: ignore[no-any-return] # of the same type, part by part


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
