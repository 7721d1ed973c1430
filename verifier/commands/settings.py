"""Settings out of a file: `verifier.toml`, or `[tool.verifier]` in `pyproject.toml`.

In: the folder in which the program runs, and the verbs. Out: `Settings`: what each verb's options are where neither the command line nor
the environment says it, and the rules of what to ignore. The rules of this file: the nearest file counts, upwards to the root of the
repository; a key is an option as it is typed, for all verbs that have it, or in a table of the verb's name for that verb alone; what is
not known or of another kind is refused, with the file and the key. Paths are seen from the file's folder.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from verifier.commands.groups import environment_name
from verifier.errors import SettingsError

if TYPE_CHECKING:
    from verifier.verdicts.settling import IgnoreRule

NAMES = ("verifier.toml", "pyproject.toml")
IGNORE = "ignore"
_ROOT = (".git", ".hg")
_FRONT = "VERIFIER_"
_VARIABLES = ("CONFIG", "DEBUG", "JUDGE_URL", "JUDGE_MODEL", "JUDGE_KEY", "READER_SECONDS")  # beside the options
_NEAR = 0.8
_FIELDS = ("reason", "host", "address", "document", "note", "verdict", "until")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file says: of each verb the values of its parameters, and the rules of what to ignore."""

    file: Path | None = None
    defaults: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    ignore: tuple[IgnoreRule, ...] = ()


@dataclass(frozen=True, slots=True)
class _Option:
    """An option of a verb: its parameter, and what kind of value it takes."""

    parameter: str
    kind: type
    many: bool

    def takes(self, value: object) -> bool:
        if self.many:
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        return type(value) is (self.kind if self.kind in (bool, int) else str)

    @property
    def wanted(self) -> str:
        if self.many:
            return 'a list of texts: ["…", "…"]'
        return {bool: "true or false", int: "a whole number"}.get(self.kind, 'a text: "…"')


def read_settings(named: Path | None, folder: Path, verbs: Mapping[str, Callable[..., None]]) -> Settings:
    """The settings that hold in a folder: of the file that is named, else of the nearest. Raises SettingsError."""
    shown, table = _load(named, named) if named is not None else _find(folder)
    if shown is None:
        return Settings()
    known = {verb: dict(_options(run)) for verb, run in verbs.items()}
    read = _Reading(shown, known)
    return Settings(shown, read.defaults(table), read.rules(table.get(IGNORE, [])))


def misspelt(environment: Iterable[str], verbs: Mapping[str, Callable[..., None]]) -> Iterator[tuple[str, str]]:
    """The variables that set nothing and are spelt nearly as one that does, each with that one.

    Others are let be: a build may have its own that begin so (VERIFIER_VERSION).
    """
    ours = sorted(name.removeprefix(_FRONT) for name in environment if name.startswith(_FRONT))
    options = {name for run in verbs.values() for name, _ in _options(run)} if ours else set()
    known = [*(environment_name([f"--{name}"]).removeprefix(_FRONT) for name in sorted(options)), *_VARIABLES]
    for name in ours:
        near = get_close_matches(name, known, 1, _NEAR)
        if near and near[0] != name:
            yield _FRONT + name, _FRONT + near[0]


def _find(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The nearest file with settings, and what it says."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).is_file():
                file, table = _load(place / name, Path(os.path.relpath(place / name, folder)))
                if file is not None:
                    return file, table
        if any((place / root).exists() for root in _ROOT):
            break
    return None, {}


def _load(file: Path, shown: Path) -> tuple[Path | None, dict[str, Any]]:
    """A file as it is `shown`, and what it says of this program; no file where it says nothing of it. Raises SettingsError."""
    import tomllib

    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "Mend that place; docs/ci.md shows what can stand there."
        raise SettingsError(f"{shown} is not TOML: {error}.", hint=hint) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise SettingsError(f"{shown} cannot be read: {why}.", hint="Look at its name and permissions.") from None
    if file.name != "pyproject.toml":
        return shown, found
    table = found.get("tool", {}).get("verifier") if isinstance(found.get("tool"), dict) else None
    return (None, {}) if table is None else (shown, _table(shown, "tool.verifier", table))


def _table(file: Path, key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{file}: {key!r} must be a table.", hint=f"Write [{key}] above its keys.")
    return value


def _options(run: Callable[..., None]) -> Iterator[tuple[str, _Option]]:
    """The options of a verb by the name that is typed."""
    for name, parameter in inspect.signature(run).parameters.items():
        kind, *infos = get_args(parameter.annotation) if get_origin(parameter.annotation) is Annotated else (None,)
        typed = next(
            (d for info in infos for d in getattr(info, "param_decls", None) or () if d.startswith("--")), None
        )
        if infos and type(infos[0]).__name__ == "OptionInfo":
            many = get_origin(kind) is list
            held = next((each for each in (kind, *get_args(kind)) if isinstance(each, type) and not many), str)
            yield typed[2:] if typed else name.replace("_", "-"), _Option(name, held, many)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one file."""

    file: Path
    known: Mapping[str, Mapping[str, _Option]]

    def defaults(self, table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Of each verb the values of its parameters; what stands in its own table counts before what stands above."""
        shared = {key: value for key, value in table.items() if key != IGNORE and key not in self.known}
        every = {name for options in self.known.values() for name in options}
        for key in shared:
            self._require_known(key, key, {*every, IGNORE, *self.known})
        found = {}
        for verb, options in self.known.items():
            own = _table(self.file, verb, table.get(verb, {}))
            for key in own:
                self._require_known(key, f"{verb}.{key}", options)
            given = [(key, key, value) for key, value in shared.items() if key in options]
            given += [(key, f"{verb}.{key}", value) for key, value in own.items()]
            found[verb] = {options[key].parameter: self._value(options[key], path, value) for key, path, value in given}
        return found

    def _require_known(self, key: str, path: str, known: Mapping[str, object] | set[str]) -> None:
        if key not in known:
            raise self._unknown(path, key, known)

    def _unknown(self, path: str, key: str, known: Mapping[str, object] | set[str]) -> SettingsError:
        near = get_close_matches(key.replace("_", "-"), sorted(known), n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(sorted(known))}."
        return SettingsError(f"{self.file}: there is no setting {path!r}.", hint=hint)

    def _value(self, option: _Option, path: str, value: object) -> object:
        """A value as the command line would give it. Raises SettingsError."""
        if option.many and isinstance(value, str):
            value = [value]
        if not option.takes(value):
            raise SettingsError(
                f"{self.file}: {path!r} must be {option.wanted}, not {value!r}.", hint="Correct it there."
            )
        if option.kind is Path and isinstance(value, str):
            return str(self.file.parent / value)
        return value

    def rules(self, listed: object) -> tuple[IgnoreRule, ...]:
        """The rules of what to ignore. Raises SettingsError."""
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            raise SettingsError(f"{self.file}: {IGNORE!r} must be tables.", hint=f"Write [[{IGNORE}]] above each rule.")
        return tuple(self._rule(number, each) for number, each in enumerate(listed, 1))

    def _rule(self, number: int, given: Mapping[str, Any]) -> IgnoreRule:
        from verifier.verdicts.settling import IgnoreRule

        where = f"{self.file}: {IGNORE} rule {number}"
        for key, value in given.items():
            self._require_known(key, f"{IGNORE}.{key}", dict.fromkeys(_FIELDS))
            if key != "until" and not isinstance(value, str):
                raise SettingsError(f"{where}: {key!r} must be a text, not {value!r}.", hint=f'Write {key} = "…".')
        if not given.get("reason", "").strip():
            raise SettingsError(f"{where} has no reason.", hint='Add reason = "why this need not be looked at".')
        if not set(given) - {"reason", "until"}:
            raise SettingsError(
                f"{where} would ignore everything.", hint="Name a host, address, document, note or verdict."
            )
        self._require_verdict(where, given.get("verdict"))
        return IgnoreRule(**{**given, "until": _day(where, given.get("until"))})

    def _require_verdict(self, where: str, word: str | None) -> None:
        from verifier.verdicts.alerts import WORDS

        if word is not None and word not in WORDS:
            near = get_close_matches(word, WORDS, n=1, cutoff=0.5)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(WORDS)}."
            raise SettingsError(f"{where}: there is no verdict {word!r}.", hint=hint)


def _day(where: str, value: object) -> Any:
    from datetime import date, datetime

    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = "no day"
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise SettingsError(f"{where}: 'until' must be a day, not {value!r}.", hint="Write until = 2026-12-31.")
    return day
