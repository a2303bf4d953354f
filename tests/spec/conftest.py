"""Every specification runs on every engine, the plain oracle among them."""

import pytest
from tests.spec.world import World

ENGINES = ("duckdb", "polars", "plain")


@pytest.fixture(params=ENGINES)
def world(request, tmp_path) -> World:
    return World(tmp_path, request.param)
