"""Open an archive file, or say why it is none, before anything is written.

In: a path. Out: a connection whose tables are those of this version. The rule of this file: who only reads changes no byte, so
an archive of an older version is brought up to date in a private copy; who writes brings the file itself up to date.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from verifier.archive.schema import APPLICATION_ID, known, migrations
from verifier.archive.surroundings import elsewhere, holder
from verifier.errors import ArchiveError, DamagedArchiveError

_MAGIC = b"SQLite format 3\x00"
EXAMPLE = "example"  # what the run of the example is called
_LONGEST_ROW = 300_000_000  # bytes: a file of 60 MB with its text, and much room
PATIENCE = 30.0  # s that are waited for another run or program


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection to a file that is an archive, or is new. Raises ArchiveError."""
    connection = _open(path, readonly=readonly)
    try:
        _check(connection, path)
        _refuse_damaged(connection, path)
        if not readonly:
            _refuse_example(connection, path)
            _prepare(connection)
        elif _is_old(connection):
            connection = copied(connection)
        connection.execute("pragma foreign_keys = on")
        _bring_up_to_date(connection)
    except sqlite3.Error as error:
        connection.close()
        raise explain(error, path) from None
    except ArchiveError:
        connection.close()
        raise
    return connection


def _refuse_example(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ArchiveError where a run would write into the example that comes with the program."""
    with suppress(sqlite3.OperationalError):  # a new file has no runs
        if connection.execute("select 1 from runs where verb = ?", [EXAMPLE]).fetchone():
            raise ArchiveError(
                f"{path} is the example that comes with verifier, and is left as it is.",
                hint="Name an archive of your own, --db mine.db, or go to the folder of your article.",
            )


def open_as_it_is(path: Path) -> sqlite3.Connection:
    """A connection that only reads, to an archive of any version, which is not looked through for damage. Raises ArchiveError."""
    connection = _open(path, readonly=True)
    try:
        _check(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise explain(error, path) from None
    except ArchiveError:
        connection.close()
        raise
    return connection


def _open(path: Path, *, readonly: bool) -> sqlite3.Connection:
    _recognise(path, readonly=readonly)
    if readonly:
        _recover(path)
    mode = "ro" if readonly else "rwc"
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return _bounded(sqlite3.connect(address, timeout=PATIENCE, uri=True, isolation_level=None))
    except sqlite3.Error as error:
        raise explain(error, path) from None


def _bounded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection whose values are no longer than a run writes them: a column that a file computes may be a gigabyte in each row."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_ROW)
    return connection


def _recover(path: Path) -> None:
    """Let SQLite take back what a killed run left half written: who only reads could not, and would be refused.

    A journal of a run that still writes is left alone: SQLite knows it by its lock.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists():
        return
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection,
    ):
        connection.execute("select count(*) from sqlite_master")


def _prepare(connection: sqlite3.Connection) -> None:
    """Make a connection ready to write."""
    # One file that people copy and mail: no WAL beside it.
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma synchronous = full")
    # A group of pages waits in memory for its commit; spilt earlier, each would be written and synced twice.
    connection.execute("pragma cache_size = -32000")


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """All migrations or none, and one commit (22 to 30 ms) instead of one for each.

    The lock to write comes first: two runs that both had read could only wait for each other, which SQLite refuses at once.
    """
    if _is_old(connection):
        from sqlite_utils import Database  # noqa: PLC0415 - most files need it not, and it takes a tenth of a second

        connection.execute("begin immediate")
        try:
            migrations.set.apply(Database(connection, execute_plugins=False))
            connection.execute(f"pragma user_version = {len(known())}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise


def _is_old(connection: sqlite3.Connection) -> bool:
    return not known() <= _applied(connection)


def _applied(connection: sqlite3.Connection) -> set[str]:
    """The migrations that a file went through; of a new one none."""
    with suppress(sqlite3.OperationalError):  # a new file has no such table
        found = connection.execute("select name from _sqlite_migrations where migration_set = 'verifier'")
        return {name for (name,) in found}
    return set()


def copied(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A private copy of an archive, in place of the connection: in memory, and where it is large in a file that SQLite itself removes."""
    copy = _bounded(sqlite3.connect("", isolation_level=None))
    with closing(connection):
        connection.backup(copy)
    return copy


def _recognise(path: Path, *, readonly: bool) -> None:
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder.", hint="Name the archive's file with --db.")
    if not path.exists():
        if readonly:
            raise ArchiveError(f"There is no archive {path}.", hint="Name another file with --db.")
        return
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be read: {error.strerror}.", hint="Look at the file's permissions."
        ) from None
    if head and not head.startswith(_MAGIC):
        raise ArchiveError(
            f"{path} is not an archive: it is not a SQLite file.",
            hint="Name another file with --db; this one was left as it is.",
        )
    # The application's id stands in the header at byte 68; a new, empty database has none.
    if head and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ArchiveError(
            f"{path} is a SQLite file of another program.",
            hint="Name another file with --db; this one was left as it is.",
        )
    if int.from_bytes(head[60:64], "big") > len(known()):
        raise _newer(path)


def _newer(path: Path) -> ArchiveError:
    return ArchiveError(
        f"{path} was made by a newer verifier.", hint="Install the newest version; the file was left as it is."
    )


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that has not the tables of an archive, or is newer than this program."""
    tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    if not tables:
        return
    if "_sqlite_migrations" not in tables or "sources" not in tables:
        raise DamagedArchiveError(
            f"{path} is a damaged archive: its tables are not there.", hint="Take it from a backup copy."
        )
    if _applied(connection) - known():
        raise _newer(path)


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    damage = connection.execute("pragma quick_check(1)").fetchone()
    if damage is None or damage[0] != "ok":
        raise DamagedArchiveError(
            f"{path} is damaged: {damage[0] if damage else 'unreadable'}.", hint="Take it from a backup copy."
        )


# What SQLite says, what it means for people, and what they can do.
_MEANINGS = (
    (
        "readonly",
        "cannot be written: the file or its folder is read-only",
        "Look at the permissions, or name another file with --db.",
    ),
    (
        "full",
        "cannot be written: the disk is full",
        "Free some space and run the same command again; finished citations are kept.",
    ),
    (
        "I/O error",
        "cannot be read or written: its disk reports an error",
        "Look at the disk, and at the space and quota left there; then run the same command again: what was finished is kept.",
    ),
    (
        "lock",  # "database is locked", "locking protocol"
        "is in use by another program",
        "Another run of verifier may hold it, Datasette, a program that shows SQLite files, or one that copies it. Wait for it, or end it.",
    ),
    (
        "unable to open",
        "cannot be opened or made",
        "Look at the folder and its permissions, or name another file with --db.",
    ),
)


def explain(error: sqlite3.Error, path: Path) -> ArchiveError:
    """What SQLite's error means for the user."""
    said = str(error)
    for sign, message, hint in _MEANINGS:
        if sign in said:
            return ArchiveError(f"{path} {message}{_around(sign, path)}.", hint=hint)
    return DamagedArchiveError(
        f"{path} is damaged: {said}.", hint="Take it from a backup copy, or name another file with --db."
    )


def _around(sign: str, path: Path) -> str:
    """What the system tells of a lock or of a disk that fails."""
    if sign not in ("lock", "I/O error"):
        return ""
    by = holder(path) if sign == "lock" else ""
    kind = elsewhere(path)
    return (f": {by}" if by else "") + (
        f"; it lies on a network file system ({kind}), where locks may fail" if kind else ""
    )
