from __future__ import annotations

from pathlib import Path

import pytest

from tongket.desks.registry.actions import load_areas


@pytest.fixture
def areas_loaded(office: Path) -> None:
    load_areas(by="tests", folder=office)
