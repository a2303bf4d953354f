"""`prose/*.yaml` and `review/*.yaml`: words and the plan of the review, checked by their own rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tongket.figures.exchange.catalogue.entry import MERGE, ONCE, Entry
from tongket.figures.exchange.catalogue.files import files_of, read_yaml
from tongket.figures.exchange.catalogue.refusals import Place, refusal

ROOMS = ("prose", "review")


def read_words(folders: Sequence[Path]) -> dict[str, Mapping[str, Any]]:
    """The top-level keys of a room's files together; a later folder replaces a key whole."""
    words: dict[str, dict[str, Any]] = {room: {} for room in ROOMS}
    for folder in folders:
        for room in ROOMS:
            words[room] |= _read(folder / room)
    return dict(words)


def _read(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for path in files_of(folder, ".yaml"):
        for key, value in Entry(read_yaml(path), Place(path)).rest().items():
            if key in read:
                raise refusal(Place(path), key, key, ONCE, MERGE)
            read[key] = value
    return read
