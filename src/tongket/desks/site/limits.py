"""The limits of the office's doors, as the catalogue and the office's own folder set them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tongket.figures.exchange.catalogue.files import collect


def read_limits(folders: Sequence[Path]) -> Mapping[str, int]:
    """`security.yaml` of the folders, later ones laid over earlier ones: code → value in its own unit."""
    limits = {}
    for code, entry in collect(folders, "security.yaml").items():
        limits[code] = entry.whole("value", least=1)
        entry.text("name")
        entry.flag("confirmed")
        entry.word("unit")
        entry.word("ref")
        entry.close()
    return limits
