"""What ends a run: each error says what happened and where, and what to do next.

What can happen to one citation is never an exception: it is a value with a reason (see `model`).
"""


class VerifierError(Exception):
    """This run cannot go on.

    `message` says what happened and where; `hint` says what to do next; `exit_code` is the
    program's (README, “Exit codes”).

    >>> error = VerifierError("draft.docx is empty.", hint="Save the article again.")
    >>> str(error), error.hint, error.exit_code
    ('draft.docx is empty.', 'Save the article again.', 2)
    """

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders with their hints, as a call of their class: the parent unpickles nothing else."""
        return type(self), (str(self), self.hint)


class DocumentError(VerifierError):
    """The citing document cannot be read."""


class ArchiveError(VerifierError):
    """The archive cannot be opened, read or written."""


class DamagedArchiveError(ArchiveError):
    """The archive is one, and damaged."""


class ReplayError(VerifierError):
    """The file of captures (WARC, WACZ) cannot be read."""


class ImportedFileError(VerifierError):
    """A file cannot be taken into the archive."""


class OutputError(VerifierError):
    """A report, an export or a copy cannot be written where it was asked for."""


class JudgeError(VerifierError):
    """There is no such judge, or it lacks a setting."""


class SettingsError(VerifierError):
    """A file of settings, or a baseline, cannot be used."""


class QueryError(VerifierError):
    """A query of the archive was refused, failed, or ran past its limits."""
