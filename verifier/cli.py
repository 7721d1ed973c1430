"""The program `verifier`: its verbs, its errors, its exit codes. Each verb is one file in `commands/`.

What ends a run is printed as `error:` and `hint:` on stderr. Exit codes: 0 nothing wrong found,
1 problems found, 2 could not run, 3 nothing could be looked at, 130 interrupted.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from verifier import __version__
from verifier.commands import VERBS, load_verb
from verifier.commands.groups import spread
from verifier.commands.helping import Verb
from verifier.commands.settings import misspelt, read_settings
from verifier.errors import VerifierError
from verifier.redact import redact

_HELP = {"--help", "-h"}
app = typer.Typer(
    name="verifier",
    help="Do the sources of this article say what the article says they say?",
    invoke_without_command=True,
    add_completion=True,
    rich_markup_mode=None,  # our texts are full of [i]: markup would eat it (and rich costs 80 ms)
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": sorted(_HELP)},
)
RUNS = {verb: spread(load_verb(verb).run) for verb in VERBS}
for verb, call in RUNS.items():
    app.command(name=verb, cls=Verb)(call)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"verifier {__version__}")
        raise typer.Exit


def _explain(word: str | None) -> None:
    if word is not None:
        from verifier.commands.welcome import explain  # noqa: PLC0415 - only where it is asked for

        typer.echo(explain(word))
        raise typer.Exit


@app.callback()
def _program(
    context: typer.Context,
    version: bool = typer.Option(  # noqa: ARG001 - its callback acts
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
    ),
    explain: str | None = typer.Option(  # noqa: ARG001 - its callback acts
        None, "--explain", callback=_explain, is_eager=True, metavar="ANSWER", show_default=False,
        help="Say what an answer means (altered, soft_404, “number differs” ...), and what to do about it.",
    ),
    config: Path | None = typer.Option(  # noqa: B008 - typer's way
        None, "--config", envvar="VERIFIER_CONFIG", metavar="FILE", show_default=False,
        help="The settings; else verifier.toml, or [tool.verifier] in pyproject.toml, here or in a folder above.",
    ),
) -> None:  # fmt: skip
    """Take the options in front of the verb, and the settings; without a verb, say what there is."""
    if context.invoked_subcommand is None:
        from verifier.commands.welcome import welcome  # noqa: PLC0415 - only without a verb

        typer.echo(welcome(Path.cwd()))
        raise typer.Exit(2)
    if context.obj:
        return  # help was asked for: it is had whatever a file says
    for name, right in misspelt(os.environ, RUNS):
        print(f"warning: {name} sets nothing. Did you mean {right}?", file=sys.stderr)  # noqa: T201 - the program's own voice
    settings = read_settings(config, Path.cwd(), RUNS)
    context.obj, context.default_map = settings, dict(settings.defaults)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end it with the right exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one way out for each way to end
    """Run the program; the exit code comes back.

    >>> run(["--version"])
    verifier 0.1.0
    0
    """
    try:
        # What is typed may be printed and kept; a user and password in an address is never sent.
        typed = [redact(a) for a in (sys.argv[1:] if arguments is None else arguments)]
        answer = app(args=typed, prog_name="verifier", standalone_mode=False, obj=_HELP.intersection(typed))
    except VerifierError as error:
        return _fail(str(error), error.hint, error.exit_code)
    except typer.TyperException as error:
        return _fail_usage(error, typed)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Interrupted.", "Run the same command again: what was finished is kept.", 128 + signal.SIGINT)
    except BrokenPipeError:
        # The reader of stdout (a pager, `head`) went away: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (MemoryError, RecursionError, OSError) as error:
        return _fail(
            f"This machine could not go on: {error or type(error).__name__}.",
            "Free some space or memory and run it again.",
            2,
        )
    except Exception as error:
        if os.environ.get("VERIFIER_DEBUG"):
            raise
        said = f"Something went wrong inside verifier ({type(error).__name__}: {error})."
        return _fail(said, "Please report it, with the output of the same command under VERIFIER_DEBUG=1.", 2)
    return answer if isinstance(answer, int) else 0


def _fail(message: str, hint: str, code: int) -> int:
    from verifier.escape import for_terminal  # noqa: PLC0415 - only where something went wrong

    print(f"error: {for_terminal(message)}\nhint: {for_terminal(hint)}", file=sys.stderr)  # noqa: T201 - the program's own voice
    return code


# What typer puts in front of our own words from 0.29 on.
_VALUE_ERROR = re.compile(r"^Value error, |(?<=: )Value error, ")


def _fail_usage(error: typer.TyperException, typed: Sequence[str]) -> int:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    message = _VALUE_ERROR.sub("", message)
    context = getattr(error, "ctx", None)
    verb = next((word for word in typed if word in VERBS), "")
    where = context.command_path if context is not None else f"verifier {verb}".strip()
    message += _whence(context, getattr(error, "param", None))
    return _fail(message, f"Run '{where} --help' to see what is possible.", getattr(error, "exit_code", 2))


def _whence(context: typer.Context | None, parameter: Any) -> str:
    """Where a value that does not fit was set, where nobody typed it."""
    source = context.get_parameter_source(parameter.name) if context is not None and parameter is not None else None
    if source is None or context is None or source.name not in ("DEFAULT_MAP", "ENVIRONMENT"):
        return ""
    return f" It is set in {context.obj.file if source.name == 'DEFAULT_MAP' else parameter.envvar}."
