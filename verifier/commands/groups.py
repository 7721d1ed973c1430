"""Groups of options: several options that belong together reach a verb as one value.

In: a verb, some of whose parameters are dataclasses with an option a field. Out: the same for typer, which sees an option a parameter.
A field that is annotated with no option is none: it keeps its default. Each option can also be set in the environment, `--max-age` as
VERIFIER_MAX_AGE.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from typer.models import OptionInfo


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
    by_name = [_from_environment(option).replace(kind=inspect.Parameter.KEYWORD_ONLY) for option in seen]
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


def _from_environment(option: inspect.Parameter) -> inspect.Parameter:
    """An option with the name that it has in the environment; what has one already, and what is no option, as it is."""
    kind, *infos = get_args(option.annotation) if get_origin(option.annotation) is Annotated else (None,)
    info = next((each for each in infos if isinstance(each, OptionInfo)), None)
    if info is None or info.envvar is not None:
        return option
    info = copy.copy(info)
    info.envvar, info.show_envvar = environment_name((*(info.param_decls or ()), f"--{option.name}")), False
    return option.replace(annotation=Annotated[kind, info])


def environment_name(declared: Sequence[str]) -> str:
    """What an option is called in the environment.

    >>> environment_name(["--max-age"]), environment_name(["-f", "--format"])
    ('VERIFIER_MAX_AGE', 'VERIFIER_FORMAT')
    """
    name = next(each for each in declared if each.startswith("--"))
    return "VERIFIER_" + name[2:].upper().replace("-", "_")


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()
