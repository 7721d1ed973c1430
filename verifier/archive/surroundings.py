"""What the system tells of an archive's surroundings: who holds a lock on the file, and whether it lies on another machine.

In: a path. Out: words for people, empty where nobody can tell (only Linux tells). The rule of this file: it looks, and fails at nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

_LOCKS, _MOUNTS = Path("/proc/locks"), Path("/proc/mounts")
_ELSEWHERE = (
    "nfs",
    "cifs",
    "smb",
    "afs",
    "9p",
    "ceph",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.glusterfs",
    "ncpfs",
    "davfs",
    "fuse.davfs",
)


def holder(path: Path) -> str:
    """The program that holds a lock on a file, as it was called, with its number."""
    try:
        inode = f":{path.stat().st_ino}"
        held = (line.split() for line in _LOCKS.read_text(encoding="ascii").splitlines())
        # 1: POSIX ADVISORY WRITE 4711 08:01:393276 1073741824 1073741824 (proc_locks(5); those that wait have an arrow)
        numbers = {int(words[4]) for words in held if "->" not in words and words[5].endswith(inode)} - {
            os.getpid(),
            -1,
        }
        return _called(min(numbers)) if numbers else ""
    except (OSError, ValueError, IndexError):
        return ""


def _called(number: int) -> str:
    words = [os.fsdecode(w) for w in Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0") if w]
    called = " ".join([Path(words[0]).name, *words[1:]]) if words else "a program"
    return f"{called[:60]} (process {number})"


def elsewhere(path: Path) -> str:
    """The kind of network file system that a path lies on."""
    try:
        return find_elsewhere(path.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""


def find_elsewhere(path: Path, mounts: str) -> str:
    r"""The same, by a table of mounts (proc_mounts(5)).

    >>> mounts = "/dev/sda1 / ext4 rw 0 0\nfiles:/desk /home/desk nfs4 rw 0 0\n"
    >>> find_elsewhere(Path("/home/desk/archive.db"), mounts), find_elsewhere(Path("/home/archive.db"), mounts)
    ('nfs4', '')
    """
    kinds = {Path(words[1]): words[2] for line in mounts.splitlines() if len(words := line.split()) > 2}
    kind = next((kinds[place] for place in path.parents if place in kinds), "")
    return kind if kind.startswith(_ELSEWHERE) else ""
