"""`disclosure.yaml`: the dated policies by which releases are protected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.exchange.catalogue.refusals import refusal
from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.rules import (
    Dominance,
    PPercent,
    PriorPosterior,
    Rule,
    Rules,
    Threshold,
)
from tongket.figures.protection.policy import (
    Holding,
    PublicFigures,
    PublicSeries,
    ReleasePolicy,
    Waiver,
)
from tongket.figures.terms.indicator import Indicators, LegalReference
from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.words import Text

Value = TypeVar("Value")

A_SERIES = Text(
    "chỉ tiêu:phạm vi và phân tổ, ví dụ IIP:all,activity=C",
    "indicator:coverage and part, such as IIP:all,activity=C",
)
A_PERIOD = Text("kỳ theo SDMX: 2020, 2020-Q3, 2020-10", "SDMX periods: 2020, 2020-Q3, 2020-10")
A_YEAR = Text("năm, ví dụ [2019, 2020]", "years, such as [2019, 2020]")
ABOVE_ZERO = Text("một số lớn hơn 0", "a number above 0")
CORRECT = Text("Hãy sửa giá trị này.", "Correct this value.")


@dataclass(frozen=True)
class Known:
    """What a policy may name."""

    indicators: Indicators
    dataflows: frozenset[str]


def read_disclosure(folders: Sequence[Path], known: Known) -> tuple[ReleasePolicy, ...]:
    return tuple(_policy(entry, known) for entry in collect(folders, "disclosure.yaml").values())


def _policy(entry: Entry, known: Known) -> ReleasePolicy:
    legal = entry.part("legal")
    policy = ReleasePolicy(
        valid_from=entry.day_or_none("valid_from"),
        valid_to=entry.day_or_none("valid_to"),
        code=entry.code(),
        legal=LegalReference(legal.word("text"), legal.flag("confirmed")),
        open={_dataflow(one, known): _closed(one, one.text("reason")) for one in entry.parts("open")},
        rules=Rules(tuple(map(_rule, entry.parts("rules", least=1))), _positive(entry, "declared_percent")),
        search=_search(entry.part("search")),
        stands_for={
            one.code(): _closed(one, one.whole("units", least=1)) for one in entry.parts("stands_for")
        },
        holdings=tuple(map(_holding, entry.parts("holdings"))),
        waivers=tuple(map(_waiver, entry.parts("waivers"))),
        public=tuple(_public(one, known) for one in entry.parts("public")),
    )
    legal.close()
    entry.close()
    return policy


def _closed(entry: Entry, value: Value) -> Value:
    """What was read of an entry, once all its keys have been."""
    entry.close()
    return value


def _dataflow(entry: Entry, known: Known) -> str:
    return entry.reference("code", known.dataflows)


def _positive(entry: Entry, key: str) -> Decimal:
    value = entry.number(key)
    if value <= 0:
        raise entry.wrong(key, ABOVE_ZERO)
    return value


def _rule(entry: Entry) -> Rule:
    entry.code()
    kind = entry.choice("kind", ("threshold", "dominance", "p_percent", "prior_posterior"))
    rule: Rule
    match kind:
        case "threshold":
            rule = Threshold(entry.whole("least", least=1), _positive(entry, "range_percent"))
        case "dominance":
            rule = Dominance(entry.whole("n", least=1), _positive(entry, "k"))
        case "p_percent":
            rule = PPercent(_positive(entry, "p"))
        case _:
            p, q = _positive(entry, "p"), _positive(entry, "q")
            if q <= p:
                raise entry.wrong("q", Text("q lớn hơn p", "q above p"))
            rule = PriorPosterior(p, q)
    entry.close()
    return rule


def _search(entry: Entry) -> Policy:
    search = Policy(
        cost=entry.choice("cost", tuple(Cost)),
        insiders=entry.flag("insiders"),
        unions=entry.flag("unions"),
        rounds=entry.whole("rounds", least=1),
        nodes=entry.whole("nodes", least=1),
        cells=entry.whole("cells", least=1),
        seconds=float(_positive(entry, "seconds")),
        forgiving=True,
        merge_along=entry.words("merge_along", ()),
    )
    entry.close()
    return search


def _holding(entry: Entry) -> Holding:
    first, last = entry.day_or_none("valid_from"), entry.day_or_none("valid_to")
    return _closed(entry, Holding(first, last, entry.code(), entry.words("members")))


def _waiver(entry: Entry) -> Waiver:
    first, last = entry.day_or_none("valid_from"), entry.day_or_none("valid_to")
    return _closed(entry, Waiver(first, last, entry.code(), entry.word("reference")))


def _public(entry: Entry, known: Known) -> PublicFigures:
    years = entry.items("months_of", ())
    if not all(isinstance(year, int) for year in years):
        raise entry.wrong("months_of", A_YEAR)
    found = PublicFigures(
        entry.code(),
        tuple(_series(entry, text, known) for text in entry.words("series")),
        entry.words("areas"),
        tuple(_period(entry, text) for text in entry.items("periods", ())),
        tuple(int(str(year)) for year in years),
        entry.text("reference"),
    )
    entry.close()
    return found


def _series(entry: Entry, text: str, known: Known) -> PublicSeries:
    named, *parts = text.split(",")
    code, _, coverage = named.partition(":")
    pairs: Mapping[str, str] = dict(part.partition("=")[::2] for part in parts)
    indicator = known.indicators.entries.get(code)
    if indicator is None or (coverage or "all") not in indicator.coverages or "" in pairs.values():
        raise refusal(entry.place, "series", text, A_SERIES, CORRECT)
    return PublicSeries(code, coverage or "all", tuple(sorted(pairs.items())))


def _period(entry: Entry, text: object) -> Period:
    try:
        return Period.parse(str(text))
    except NotAPeriod as error:
        raise refusal(entry.place, "periods", text, A_PERIOD, CORRECT) from error
