"""The made-up paper, once in each language."""

from __future__ import annotations

import pytest
from tests.desks.papers.sample import sample

from tongket.figures.review.content import Paper


@pytest.fixture(params=["vi", "en"])
def paper(request: pytest.FixtureRequest) -> Paper:
    return sample(request.param)
