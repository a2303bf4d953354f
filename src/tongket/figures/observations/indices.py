"""An index put together again from the stored levels of its products."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from tongket.figures.methods.index_numbers.basket import Basket
from tongket.figures.methods.index_numbers.levels import Index, index
from tongket.figures.observations.observation import Observation, SeriesKey


def index_of(basket: Basket, whole: SeriesKey, observations: Iterable[Observation]) -> Index:
    """The index of one area, as it was compiled: nothing but its products' monthly levels is read."""
    leaves = {node: leaf for leaf, node in enumerate(basket.products)}
    own = [
        seen
        for seen in observations
        if seen.series.breakdown in leaves and seen.series.whole() == whole and seen.figure.value is not None
    ]
    years = [seen.period.start_year for seen in own]
    first_year = min(years, default=0)
    levels = np.full((len(leaves), max(years, default=0) - first_year + 1, 12), np.nan)
    for seen in own:
        place = (
            leaves[seen.series.breakdown],
            seen.period.start_year - first_year,
            seen.period.start_month - 1,
        )
        levels[place] = float(seen.figure.value or 0)
    return index(basket, first_year, levels)
