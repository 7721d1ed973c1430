"""The verbs: one file a verb, one line in VERBS.

A verb's module has `run`: its docstring is the verb's line of help, its parameters are the options; and `KIND`, the kind of its result,
where it prints one in the formats of `reports`. It parses, opens, calls the workflow, prints, ends with an exit code: logic there is a bug.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from types import ModuleType

# In the order in which help lists them.
VERBS = (
    "check", "extract", "archive", "recheck", "report", "changes", "decide", "review", "search", "show", "history", "query", "datasette",
    "import", "export", "verify", "backup", "merge", "prune", "schedule", "formats",
)  # fmt: skip


def load_verb(name: str) -> ModuleType:
    """The module of a verb; one whose name Python keeps for itself has a dash below behind it."""
    return import_module(f"verifier.commands.{name}{'_' * iskeyword(name)}")
