"""The whole catalogue from its folders: the product's own, then an office's laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tongket.figures.compile.recipe import Recipe
from tongket.figures.exchange.catalogue.calendars import read_calendars
from tongket.figures.exchange.catalogue.codelists import read_codelists
from tongket.figures.exchange.catalogue.editing import read_editing
from tongket.figures.exchange.catalogue.forms import Known, read_forms
from tongket.figures.exchange.catalogue.frames import read_frames
from tongket.figures.exchange.catalogue.imputation import read_imputation
from tongket.figures.exchange.catalogue.indicators import read_indicators
from tongket.figures.exchange.catalogue.prices import read_price_bases, read_prices
from tongket.figures.exchange.catalogue.published import read_published
from tongket.figures.exchange.catalogue.recipes import Sources, read_recipes
from tongket.figures.exchange.catalogue.refusals import Place, refusal
from tongket.figures.exchange.catalogue.units import read_units
from tongket.figures.exchange.catalogue.weights import read_weights
from tongket.figures.exchange.catalogue.windows import read_windows
from tongket.figures.exchange.catalogue.words import read_words
from tongket.figures.methods.editing.doubt import DoubtRule
from tongket.figures.methods.estimation.deflation import PriceBase, PriceIndices
from tongket.figures.methods.estimation.frame import Frame
from tongket.figures.methods.imputation.policy import Policy
from tongket.figures.methods.time_series.calendars import Calendars
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.observations.published import Published
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text

PRODUCT_CATALOGUE = Path(__file__).parents[3] / "catalogue"

A_FOLDER = Text("một thư mục có thật", "a folder that exists")
NAME_FOLDER = Text("Hãy sửa đường dẫn tới danh mục.", "Correct the path of the catalogue.")


@dataclass(frozen=True)
class Catalogue:
    """What the office measures, asks, compiles and says. Everything is known by its code."""

    units: Mapping[str, Unit]
    indicators: Indicators
    codelists: Mapping[str, Codelist]
    windows: Mapping[str, ReportingWindow]
    forms: Mapping[str, FormSpec]
    recipes: tuple[Recipe, ...]
    weights: Mapping[str, IndexWeights]
    imputation: Mapping[str, Policy]
    editing: Mapping[str, DoubtRule]
    words: Mapping[str, Mapping[str, Any]]
    calendars: Calendars
    frames: Mapping[str, Frame]
    prices: Mapping[str, PriceIndices]
    price_bases: Mapping[int, PriceBase]
    published: Mapping[str, Published]


def read_catalogue(*folders: Path) -> Catalogue:
    """Read `PRODUCT_CATALOGUE`, an office's folder, … in this order, each laid over those before.

    An entry of a later folder replaces its namesake whole or is added; a code list is added to item by
    item. References are checked on what comes out. Raises `CatalogueError` for the first thing wrong.
    """
    for folder in folders:
        if not folder.is_dir():
            raise refusal(Place(folder), "", None, A_FOLDER, NAME_FOLDER)
    units = read_units(folders)
    windows = read_windows(folders)
    codelists = read_codelists(folders, units)
    indicators = read_indicators(folders, units)
    forms = read_forms(folders, Known(units, codelists, windows))
    return Catalogue(
        units,
        indicators,
        codelists,
        windows,
        forms,
        read_recipes(folders, Sources(indicators, codelists, forms)),
        read_weights(folders, codelists),
        read_imputation(folders),
        read_editing(folders),
        read_words(folders),
        read_calendars(folders),
        read_frames(folders),
        read_prices(folders, codelists),
        read_price_bases(folders),
        read_published(folders, units),
    )
