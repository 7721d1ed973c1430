"""The pages of a package: every outside word escaped, nothing loaded, no script. In: a template's name and values. Out: HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.escape import for_terminal, safe_href

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> str:
    """The page that a template makes of values."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - 40 ms, only where a page is written

    environment = Environment(
        loader=PackageLoader("verifier.binder", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": for_terminal, "href": safe_href}
    return environment
