"""Groups of options: several options that belong together reach a verb as one value.

In: a verb, some of whose parameters are dataclasses with an option a field. Out: the same for typer, which sees an option a parameter.
A field that is annotated with no option is none: it keeps its default.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Annotated, Any, get_origin, get_type_hints


def spread(verb: Callable[..., None]) -> Callable[..., None]:
    """The verb with the options of each group as parameters of its own."""
    given = inspect.signature(verb, eval_str=True).parameters
    groups = {name: _options(p.annotation) for name, p in given.items() if _is_group(p.annotation)}

    def call(**options: Any) -> None:
        for name, members in groups.items():
            options[name] = given[name].annotation(**{member.name: options.pop(member.name) for member in members})
        verb(**options)

    seen = [option for name, parameter in given.items() for option in groups.get(name, [parameter])]
    call.__doc__ = verb.__doc__
    # By name only: then one with a default may stand before one without.
    by_name = [option.replace(kind=inspect.Parameter.KEYWORD_ONLY) for option in seen]
    call.__signature__ = inspect.Signature(by_name)  # type: ignore[attr-defined] # PEP 362: what `signature` looks at first
    return call


def _is_group(annotation: object) -> bool:
    return isinstance(annotation, type) and is_dataclass(annotation)


def _options(group: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(f.name, inspect.Parameter.KEYWORD_ONLY, default=_default(f), annotation=hints[f.name])
        for f in fields(group)
        if get_origin(hints[f.name]) is Annotated
    ]


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()
