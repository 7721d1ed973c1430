"""Values as rows by their fields, and back: a column has the name of its field and holds it as its type says.

In: a frozen value, or a row. Out: the row, or the value. The rule of this file: a field that a value has from now on needs its migration
and nothing here. What hangs on a row of its own, or is written in another way, is left out by whoever asks (`rows.py`).

A number, a text and a word of an enumeration stand as they are, yes and no as 1 and 0, a moment as text; what there are several of is JSON:
lists, and of values the lists of their fields.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache, wraps
from types import NoneType
from typing import Any, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from verifier.errors import DamagedArchiveError
from verifier.model import Decision, Evidence, Mark

Row = Mapping[str, Any]
P = ParamSpec("P")
T = TypeVar("T")

# Columns that are called otherwise than their fields.
_COLUMNS: dict[type, dict[str, str]] = {
    Mark: {"offset": "character"},
    Evidence: {"start": "start_character", "end": "end_character"},
    Decision: {"kind": "decision", "by": "decided_by", "at": "decided_at"},
}


def told(make: Callable[P, T]) -> Callable[P, T]:
    """A row that holds what was never written is damage, and told as such: SQLite cannot see it."""

    @wraps(make)
    def made(*given: P.args, **named: P.kwargs) -> T:
        try:
            return make(*given, **named)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            raise DamagedArchiveError(
                f"The archive is damaged: a row of it holds what no run writes ({error}).",
                hint="Take the archive from a backup copy.",
            ) from error

    return made


def at(moment: datetime) -> str:
    """A moment as the archive writes it.

    >>> at(datetime(2025, 6, 2, 9, 30, tzinfo=UTC))
    '2025-06-02T09:30:00Z'
    """
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


@told
def moment(text: str) -> datetime:
    """The moment of such a text."""
    return datetime.fromisoformat(text)


def dump(value: Any) -> str:
    """Plain JSON: lists for tuples, and for a value the list of its fields."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_slots)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _slots(value: Any) -> list[Any]:
    return [getattr(value, name) for name in value.__slots__]


def row_of(value: Any, *without: str) -> dict[str, Any]:
    """The columns of a value, but for the fields that are named.

    >>> row_of(Mark("4", 0, block=2, offset=17), "note", "locator", "locator_label")
    {'label': '4', 'block': 2, 'character': 17, 'line': None, 'column': None}
    """
    return {
        field.column: field.write(getattr(value, field.name))
        for field in _fields(type(value))
        if field.name not in without
    }


@told
def value_of(kind: type[T], row: Row, **given: Any) -> T:
    """A value of this kind from its row; what is given comes from elsewhere. A field that the row does not know yet (NULL) has its default.

    >>> value_of(Mark, {"label": "4", "block": 2, "character": 17, "line": 3, "column": 9}, note=0, locator=None, locator_label=None).offset
    17
    """
    for field in _fields(kind):
        if field.name not in given:
            kept = row[field.column]
            given[field.name] = field.default if kept is None and field.may_lack else field.read(kept)
    return kind(**given)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a value and its column."""

    name: str
    column: str
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    may_lack: bool  # whether there may be nothing in the column
    default: Any


def _fields(kind: Any) -> tuple[_Field, ...]:
    return _known_fields(kind)


@lru_cache(maxsize=64)
def _known_fields(kind: Any) -> tuple[_Field, ...]:
    hints, named = get_type_hints(kind), _COLUMNS.get(kind, {})
    return tuple(
        _Field(
            field.name, named.get(field.name, field.name), *_ways(hints[field.name]), *_lack(field, hints[field.name])
        )
        for field in fields(kind)
    )


def _lack(field: Field[Any], hint: Any) -> tuple[bool, Any]:
    """Whether a row may have nothing for this field, and what the value then has."""
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return (True, default) if default is not MISSING else (NoneType in get_args(hint), None)


def _ways(hint: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """How a field of this type is written, and read."""
    [kind, *others] = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    if get_origin(hint) is tuple:
        read = _reader(hint)
        return dump, lambda text: read(json.loads(text))
    if kind is bool and not others:
        return lambda value: None if value is None else int(value), bool
    if kind is datetime:
        return lambda value: None if value is None else at(value), moment
    return _as_it_is, _reader(kind)


@lru_cache(maxsize=64)
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes a part of such a type out of what JSON has for it."""
    if get_origin(hint) is tuple and ... in get_args(hint):
        read = _reader(get_args(hint)[0])
        return tuple if read is _as_it_is else lambda parts: tuple(map(read, parts))
    if get_origin(hint) is tuple:
        return _reader_of_several(get_args(hint), lambda *parts: parts)
    if isinstance(hint, type) and is_dataclass(hint):
        return _reader_of_several(get_type_hints(hint).values(), hint)
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else _as_it_is


def _reader_of_several(hints: Collection[Any], make: Callable[..., Any]) -> Callable[[Any], Any]:
    """What makes a value of a list of parts, each of its own type."""
    number = len(hints)
    turned = [(i, read) for i, read in enumerate(map(_reader, hints)) if read is not _as_it_is]

    def read_all(parts: list[Any]) -> Any:
        if len(parts) != number:
            raise ValueError(f"{len(parts)} parts for {number}")
        for i, read in turned:
            parts[i] = read(parts[i])
        return make(*parts)

    return read_all


def _as_it_is(value: Any) -> Any:
    return value
