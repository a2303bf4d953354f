"""`prices/<code>.yaml` and its `.csv`: price indices; `price_bases.yaml`: base years of constant prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.dated import day, decimal, described, period
from tongket.figures.exchange.catalogue.entry import CORRECT, DECLARE, MERGE, ONCE, Entry
from tongket.figures.exchange.catalogue.files import collect, read_rows
from tongket.figures.exchange.catalogue.refusals import one_of, refusal
from tongket.figures.methods.estimation.deflation import PriceBase, PriceIndices
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

MORE_THAN_NOTHING = Text("một số lớn hơn 0", "a number above 0")


def read_prices(folders: Sequence[Path], codelists: Mapping[str, Codelist]) -> dict[str, PriceIndices]:
    return {code: _indices(entry, codelists) for code, entry in described(folders, "prices").items()}


def _indices(entry: Entry, codelists: Mapping[str, Codelist]) -> PriceIndices:
    lists = entry.references("codelists", codelists)
    known = {code for name in lists for code in codelists[name].items}
    indices = PriceIndices(
        code=entry.code(),
        prices=_lines(entry.place.file.with_suffix(".csv"), known),
        published_on=day(entry, "published_on"),
        reference=entry.text("reference"),
        synthetic=entry.flag("synthetic", default=False),
    )
    entry.close()
    return indices


def _lines(path: Path, known: set[str]) -> dict[str, dict[Period, Decimal]]:
    prices: dict[str, dict[Period, Decimal]] = {}
    for place, cells in read_rows(path, ("code", "period", "index")):
        code = cells["code"]
        if code not in known:
            raise refusal(place, "code", code, one_of(known, code), DECLARE)
        index, when = decimal(place, cells, "index"), period(place, cells["period"])
        if index <= 0:
            raise refusal(place, "index", cells["index"], MORE_THAN_NOTHING, CORRECT)
        if when in prices.setdefault(code, {}):
            raise refusal(place, "period", cells["period"], ONCE, MERGE)
        prices[code][when] = index
    return prices


def read_price_bases(folders: Sequence[Path]) -> dict[int, PriceBase]:
    bases = [_base(entry) for entry in collect(folders, "price_bases.yaml").values()]
    return {base.year: base for base in bases}


def _base(entry: Entry) -> PriceBase:
    entry.code()
    base = PriceBase(
        year=entry.whole("base_year", least=1900),
        valid_from=entry.day_or_none("valid_from"),
        valid_to=entry.day_or_none("valid_to"),
        reference=entry.text("reference"),
        confirmed=entry.flag("confirmed"),
    )
    entry.close()
    return base
