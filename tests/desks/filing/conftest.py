"""The made-up office with its register loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.desks.filing.actions import ImportResult, import_file
from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.figures.exchange.catalogue import Catalogue

Take = Callable[..., ImportResult]


@pytest.fixture
def take(store: str, office: Path, catalogue: Catalogue) -> Take:
    """Imports one file for the clerk `t`."""
    load_areas(by="t", folder=office)
    load_reporters(by="t", folder=office)
    return lambda path, **how: import_file(by="t", path=path, catalogue=catalogue, **how)
