"""A package of files that shows whether a byte of it was changed: a zip file laid out as RFC 8493 (BagIt) says.

In: names and bytes. Out: a zip file; of a zip file, what in it is not as it was put in. The rule of this file: the same files make the same
zip file, byte for byte (nothing is compressed, no clock is asked), so that a package is whole when it is what its own files make again.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from verifier.errors import OutputError

# BagIt 1.0, section 2.1.1, and the folder in the zip that holds everything.
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MANIFEST, _TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LARGEST = 2_000_000_000  # bytes of a package that is looked at


def write_package(path: Path, name: str, files: Mapping[str, bytes], told: Mapping[str, str]) -> None:
    """Write the files under `data/` of a folder with this name; `told` stands in `bag-info.txt` (a line each, printable words)."""
    path.write_bytes(_packed(name, _bag({f"data/{file}": data for file, data in files.items()}, _lines(told))))


def is_package(path: Path) -> bool:
    """Whether a file is such a package, by its names."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(name.endswith("/bagit.txt") for name in packed.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def check_package(path: Path) -> tuple[int, list[str]]:
    """How many files a package holds, and what is wrong with it, in sentences (nothing: it is as it was written). Raises OutputError."""
    try:
        whole = _read(path)
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            name, files = _unpacked(packed)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise OutputError(
            f"{path} cannot be read as a package: {getattr(error, 'strerror', None) or error}.",
            hint="It is damaged, or no package that 'verifier export FILE.zip' wrote. Ask for it again.",
        ) from None
    wrong = list(_differences(files))
    if not wrong and _packed(name, files) != whole:
        wrong = ["The zip file around the files was changed; the files themselves are as they were."]
    return sum(file.startswith("data/") for file in files), wrong


def _read(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise ValueError("it is larger than 2 GB")
    return path.read_bytes()


def _unpacked(packed: zipfile.ZipFile) -> tuple[str, dict[str, bytes]]:
    """The name of the folder, and its files. What is compressed was not written by us, and is not unpacked."""
    names = [one.filename for one in packed.infolist()]
    if not names or any(one.compress_type != zipfile.ZIP_STORED for one in packed.infolist()):
        raise ValueError("its files are packed otherwise")
    name = names[0].partition("/")[0]
    if any(not one.startswith(f"{name}/") for one in names) or len(set(names)) != len(names):
        raise ValueError("its files are named otherwise")
    return name, {one.removeprefix(f"{name}/"): packed.read(one) for one in names}


def _bag(files: Mapping[str, bytes], told: bytes) -> dict[str, bytes]:
    """The files with those that BagIt asks for."""
    tags = {"bagit.txt": _DECLARATION, "bag-info.txt": told, _MANIFEST: _sums(files)}
    return {**tags, _TAGS: _sums(tags), **files}


def _lines(told: Mapping[str, str]) -> bytes:
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in told.items()).encode()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {file}\n" for file, data in sorted(files.items())).encode()


def _differences(files: Mapping[str, bytes]) -> Iterator[str]:
    """What a list of sums says otherwise, of the files and of the lists themselves."""
    for listing, own in ((_MANIFEST, True), (_TAGS, False)):
        listed = dict(_listed(files.get(listing, b"")))
        here = {f for f in files if f.startswith("data/") is own and f != _TAGS}
        for file in sorted(here | listed.keys()):
            if file not in listed:
                yield f"{file} is listed nowhere."
            elif file not in here:
                yield f"{file} is missing."
            elif hashlib.sha256(files[file]).hexdigest() != listed[file]:
                yield f"{file} was changed."


def _listed(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, _, file = line.partition("  ")
        yield file, digest


def _packed(name: str, files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for file, data in files.items():
            info = zipfile.ZipInfo(f"{name}/{file}", _MOMENT)
            info.create_system, info.external_attr = 3, 0o644 << 16  # the same on every system
            packed.writestr(info, data)
    return out.getvalue()
