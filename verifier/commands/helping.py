"""The help of a verb, which reads the same with every release of typer.

In: a verb's parameters. Out: its usage line and its lists. The rule of this file: what is typed is named as in every manual (`DOC...`,
`[DOC]`), without the type that the program has for it.
"""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

_TYPE_OF_SEVERAL = re.compile(r"<list\[(.*)\]>")  # what can be repeated is said in words


class Verb(TyperCommand):
    """A command whose help names its arguments itself: releases of typer differ in it, and 0.29 adds `<list[str]>`."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What stands in the usage line behind the verb."""
        return ["[OPTIONS]", *(_named(p) for p in self.get_params(ctx) if p.param_type_name == "argument")]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of arguments and of options."""
        shown: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                kind = parameter.param_type_name
                name = _named(parameter) if kind == "argument" else _TYPE_OF_SEVERAL.sub(r"<\1>", record[0])
                shown[kind].append((name, record[1]))
        for title, records in (("Arguments", shown["argument"]), ("Options", shown["option"])):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def _named(argument: Any) -> str:
    """An argument as it is typed: in brackets where it can be left out, with dots where it can be repeated."""
    name = argument.metavar or argument.name
    dots = "..." if argument.nargs != 1 else ""
    return f"{name}{dots}" if argument.required else f"[{name}]{dots}"
