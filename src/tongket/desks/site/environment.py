"""What the process's surroundings say: which office, where its data lie, which database, which key.

Everything is read here and nowhere else. Misconfiguration fails at start with a code and a hint.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url

from tongket.desks.site.office import NotAnOffice, Office, read_office
from tongket.desks.site.web import Web, read_web
from tongket.figures.terms.words import Refusal, Text

EXAMPLE = Path("examples/sonla")
KEY_LENGTH = 50
SQLITE = {
    # Another process may be writing: wait for it rather than fail, and say so when writing begins, not ends.
    "timeout": 30,
    "transaction_mode": "IMMEDIATE",
    # A commit survives the crash of the process; NORMAL with WAL never leaves half a transaction.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


class Misconfigured(Refusal):
    """The surroundings do not say enough to start; `code` is what to look up in the handbook."""

    def __init__(self, code: str, sentence: Text) -> None:
        super().__init__(Text(f"[{code}] {sentence.vi}", f"[{code}] {sentence.en}"))
        self.code = code


@dataclass(frozen=True, slots=True)
class Environment:
    """An office and its data folder; a second office on the same machine is a second pair."""

    office: Office
    data: Path
    database: dict[str, Any]
    secret_key: str
    web: Web

    def key(self) -> str:
        """The secret key: as given, else kept in the data folder, readable by its owner alone."""
        return self.secret_key or _kept_key(self.data / "secret.key")


def read_environment(env: Mapping[str, str]) -> Environment:
    """Read the surroundings; raises `Misconfigured`."""
    office = _office(env.get("TONGKET_OFFICE", ""))
    data = Path(env.get("TONGKET_DATA") or Path("data") / office.code).absolute()
    if data.exists() and not data.is_dir():
        raise Misconfigured(
            "site.E003",
            Text(
                "TONGKET_DATA = {data} không phải là thư mục. Hãy chỉ một thư mục; nếu chưa có, nó sẽ "
                "được tạo.",
                "TONGKET_DATA = {data} is no folder. Name a folder; one that does not exist is made.",
            ).format(data=data),
        )
    key = env.get("TONGKET_SECRET_KEY", "")
    if key and len(key) < KEY_LENGTH:
        raise Misconfigured(
            "site.E005",
            Text(
                "TONGKET_SECRET_KEY có {found} ký tự, cần ít nhất {needed}. Bỏ biến này đi thì một khóa được "
                "tạo trong thư mục dữ liệu.",
                "TONGKET_SECRET_KEY has {found} characters and needs {needed}. Leave it out and a key is "
                "made in the data folder.",
            ).format(found=len(key), needed=KEY_LENGTH),
        )
    database = _database(env.get("DATABASE_URL", ""), data)
    return Environment(office, data, database, key, read_web(env, Misconfigured))


def _office(named: str) -> Office:
    if not named and not EXAMPLE.is_dir():
        raise Misconfigured(
            "site.E001",
            Text(
                "Chưa biết cơ quan nào. Hãy đặt TONGKET_OFFICE là thư mục có office.yaml, ví dụ "
                "TONGKET_OFFICE=/srv/tongket/sonla.",
                "No office is named. Set TONGKET_OFFICE to a folder with an office.yaml, for example "
                "TONGKET_OFFICE=/srv/tongket/sonla.",
            ),
        )
    try:
        return read_office(Path(named or EXAMPLE).absolute())
    except NotAnOffice as refusal:
        raise Misconfigured("site.E002", refusal.sentence) from refusal


def _database(url: str, data: Path) -> dict[str, Any]:
    try:
        config = dict(dj_database_url.parse(url or f"sqlite:///{data / 'desks.sqlite3'}"))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as fault:
        raise Misconfigured(
            "site.E004",
            Text(
                "Không hiểu DATABASE_URL ({fault}). Dạng đúng: postgresql://người_dùng:mật_khẩu@máy/cơ_sở "
                "hoặc sqlite:////đường/dẫn/tệp.sqlite3.",
                "DATABASE_URL cannot be read ({fault}). Legal forms: postgresql://user:password@host/base "
                "or sqlite:////path/to/file.sqlite3.",
            ).format(fault=type(fault).__name__),
        ) from None  # the cause repeats the address, and with it the password
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {**config.get("OPTIONS", {}), **SQLITE}
    return config


def _kept_key(path: Path) -> str:
    """The key in the file; the first process to ask makes it, whole and private from its first moment."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(KEY_LENGTH))
        try:
            os.link(draft, path)  # refuses where another process was first
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
