"""A backup of the office: its database and its folder in one file, each part with its digest.

The Parquet files of the facts are made from the database and are left out, and so is the secret key: who
restores on another machine signs in anew.
"""

from __future__ import annotations

import io
import json
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from tongket.desks.site.snapshot import MEMBERS, put_back, take
from tongket.figures.terms.words import Refusal, Text

FOLDER = "backups"
MANIFEST = "manifest.json"
OFFICE = "office"
STAMP = "%Y%m%dT%H%M%SZ"
FORMAT = 1
CHUNK = 1024**2


class NotABackup(Refusal):
    """The file is no backup, or not whole any more."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read and found whole."""

    path: Path
    office: str
    made_at: datetime
    by: str
    seal: tuple[int, str] | None
    digests: Mapping[str, str]


def write(*, by: str, office: Path, code: str, data: Path, seal: tuple[int, str] | None) -> Path:
    """Write a backup into the data folder and read it again; `seal` is the end of the trail."""
    made_at = datetime.now(UTC)
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{code}-{made_at.strftime(STAMP)}.tar.gz"
    draft = path.with_suffix(".draft")
    with tempfile.TemporaryDirectory(dir=folder) as room:
        snapshot = take(Path(room))
        parts = {snapshot.name: snapshot, **dict(_files(office))}
        head = {
            "format": FORMAT,
            "office": code,
            "made_at": made_at.isoformat(),
            "by": by,
            "trail": list(seal) if seal else None,
            "digests": {name: _digest(part) for name, part in parts.items()},
        }
        with tarfile.open(draft, "w:gz") as archive:
            _add_head(archive, head)
            for name, part in parts.items():
                archive.add(part, name)
    draft.chmod(0o600)
    draft.rename(path)
    read(path)
    return path


def read(path: Path) -> Backup:
    """Read a whole backup and hold every part to its digest; raises `NotABackup`."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            head = json.load(_member(archive, MANIFEST))
            for name, digest in head["digests"].items():
                if _digest(_member(archive, name)) != digest:
                    raise NotABackup(_CHANGED.format(path=path, name=name))
            return Backup(
                path, head["office"], datetime.fromisoformat(head["made_at"]), head["by"],
                tuple(head["trail"]) if head["trail"] else None, head["digests"],
            )  # fmt: skip
    except (OSError, tarfile.TarError, EOFError, KeyError, ValueError) as fault:
        raise NotABackup(_NO_BACKUP.format(path=path, fault=fault)) from fault


def restore(backup: Backup) -> None:
    """Put the database of the backup in the place of the one that is open."""
    name = next(name for name in backup.digests if name in MEMBERS)
    with tarfile.open(backup.path, "r:gz") as archive, tempfile.TemporaryDirectory() as room:
        part = Path(room) / name
        part.write_bytes(_member(archive, name).read())
        put_back(part)


def unpack_office(backup: Backup, folder: Path) -> None:
    """Write the office's folder of the backup into an empty place."""
    with tarfile.open(backup.path, "r:gz") as archive:
        for name in backup.digests:
            if name.startswith(f"{OFFICE}/"):
                part = folder / Path(name).relative_to(OFFICE)
                if not part.resolve().is_relative_to(folder.resolve()):
                    raise NotABackup(_OUTSIDE.format(path=backup.path, name=name))
                part.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(_member(archive, name).read())


def newest(data: Path) -> datetime | None:
    """When the last backup in the data folder was made."""
    stamps = (path.name.split(".")[0].rpartition("-")[2] for path in (data / FOLDER).glob("*.tar.gz"))
    return max((datetime.strptime(stamp, STAMP).replace(tzinfo=UTC) for stamp in stamps), default=None)


def _files(office: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(office.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"{OFFICE}/{path.relative_to(office).as_posix()}", path


def _member(archive: tarfile.TarFile, name: str) -> Any:
    found = archive.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found


def _digest(source: Any) -> str:
    digest = sha256()
    with source.open("rb") if isinstance(source, Path) else source as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _add_head(archive: tarfile.TarFile, head: Mapping[str, Any]) -> None:
    text = json.dumps(head, ensure_ascii=False, indent=1).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size = len(text)
    archive.addfile(info, io.BytesIO(text))


_NO_BACKUP = Text(
    "{path} không phải bản sao lưu, hoặc tệp bị hỏng ({fault}). Hãy dùng bản khác.",
    "{path} is no backup, or the file is damaged ({fault}). Use another one.",
)
_CHANGED = Text(
    "Phần {name} trong {path} không còn như khi sao lưu. Hãy dùng bản khác.",
    "The part {name} of {path} is not what was backed up. Use another one.",
)
_OUTSIDE = Text(
    "Phần {name} trong {path} chỉ ra ngoài thư mục; bản này không đáng tin.",
    "The part {name} of {path} leads outside its folder; this file is not to be trusted.",
)
