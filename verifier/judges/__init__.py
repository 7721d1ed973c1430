"""Judges: plug-ins that read a claim beside passages of its source and say whether they support it.

Entry points of the group `verifier.judges` name them: each is a function `(settings, post) -> Judge`, where `settings` are the
environment's `VERIFIER_JUDGE_*` without that front, in lower case, and `post(url, body, headers)` sends JSON and brings the
answer's bytes (OSError where none came). A judge sees words only; what it says is believed only where the words it quotes
stand in the source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import entry_points
from typing import Protocol

from verifier.errors import JudgeError
from verifier.model import Ruling

__all__ = ["Judge", "Post", "judge_names", "make_judge"]

GROUP = "verifier.judges"
_FRONT = "VERIFIER_JUDGE_"

Post = Callable[[str, bytes, Mapping[str, str]], bytes]


class Judge(Protocol):
    """What reads a claim. `name`, `model` and `prompt_version` are kept with every opinion."""

    @property
    def name(self) -> str:
        """The judge's own name."""

    @property
    def model(self) -> str:
        """What it asks."""

    @property
    def prompt_version(self) -> str:
        """Changes with the words it is asked in."""

    def rule(self, claim: str, passages: Sequence[str]) -> Ruling:
        """Its ruling on a claim. Raises OSError or ValueError where it cannot give one."""


def judge_names() -> list[str]:
    """The judges that are installed.

    >>> "openai" in judge_names()
    True
    """
    return sorted({entry.name for entry in entry_points(group=GROUP)})


def make_judge(name: str, environment: Mapping[str, str], post: Post) -> Judge:
    """The judge of this name with its settings. Raises JudgeError."""
    found = next((entry for entry in entry_points(group=GROUP) if entry.name == name), None)
    if found is None:
        raise JudgeError(f"There is no judge {name!r}.", hint=f"There are: {', '.join(judge_names())}.")
    settings = {k.removeprefix(_FRONT).lower(): v for k, v in environment.items() if k.startswith(_FRONT)}
    made: Judge = found.load()(settings, post)
    return made
