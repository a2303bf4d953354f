"""Addresses of static files that change with what they lead to, so that a browser may keep them for long."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

LENGTH = 12


class Versioned(StaticFilesStorage):
    def url(self, name: str | None, force: bool = False) -> str:
        address = super().url(name)
        version = _version(name or "")
        return f"{address}?v={version}" if version else address


@lru_cache(maxsize=1024)
def _version(name: str) -> str:
    found = finders.find(name)
    return sha256(Path(found).read_bytes()).hexdigest()[:LENGTH] if found else ""
