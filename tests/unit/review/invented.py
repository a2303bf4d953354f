"""A made-up province and its book: every number here is invented, the words are the catalogue's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, read_catalogue
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.prose.lexicon import Lexicon, read_lexicon
from tongket.figures.prose.names import Names
from tongket.figures.prose.writer import Writer
from tongket.figures.review.build import build_review
from tongket.figures.review.content import Paper
from tongket.figures.review.masthead import Masthead, TaskLine
from tongket.figures.review.outline import read_outline
from tongket.figures.review.spec import Outline
from tongket.figures.targets.target import Decision, Target
from tongket.figures.terms.area import Area, AreaMap
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang, Text

PROVINCE = "99"
FIVE_YEARS = Period(2016 * 12, 60)
SEASON = (7, 5, 6, 8, 11, 12, 12, 11, 9, 7, 6, 6)  # sums to 100


@cache
def catalogue() -> Catalogue:
    return read_catalogue(PRODUCT_CATALOGUE)


@cache
def lexicon() -> Lexicon:
    return read_lexicon(read("prose/lexicon.yaml"))


@cache
def outline() -> Outline:
    return read_outline(read("review/outline.yaml"))


def read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((Path(PRODUCT_CATALOGUE) / name).read_text(encoding="utf-8"))
    return data


def area_map() -> AreaMap:
    start = date(2015, 1, 1)
    return AreaMap(
        (
            Area(PROVINCE, start, None, "province", "tỉnh", "Giả Định", ""),
            Area("991", start, None, "district", "huyện", "Suối Mơ", PROVINCE),
            Area("992", start, None, "district", "thành phố", "Đồi Chè", PROVINCE),
        )
    )


def key(name: str, area: str = PROVINCE, **codes: str) -> SeriesKey:
    indicator, _, coverage = name.partition(":")
    definition = catalogue().indicators[indicator].definition(coverage or "all")
    return SeriesKey(definition, area, tuple(sorted(codes.items())))


def seen(series: SeriesKey, period: Period | int, value: str | int | Decimal, **figure: Any) -> Observation:
    period = Period.year(period) if isinstance(period, int) else period
    return Observation(series, period, Figure(Decimal(value), series.definition.unit, **figure), "invented")


def months(series: SeriesKey, year: int, total: str, **figure: Any) -> Iterator[Observation]:
    """Twelve months of a flow that add to the total by one season."""
    for month, share in enumerate(SEASON, start=1):
        yield seen(series, Period.month(year, month), Decimal(total) * share / 100, **figure)


def levels(series: SeriesKey, year: int, mean: str) -> Iterator[Observation]:
    """Twelve months of an index with that mean."""
    swing = year - 2019  # the season is stronger each year, so months grow unlike each other
    for month, share in enumerate(SEASON, start=1):
        off = Decimal(share * 12 - 100) / 100 * (1 + swing * Decimal("0.1"))
        yield seen(series, Period.month(year, month), Decimal(mean) * (1 + off))


ESTIMATE = {"data_type": DataType.ESTIMATE, "status": ObsStatus.ESTIMATED}


def industry() -> Iterator[Observation]:
    index = {"": ("120", "126", "140.4"), "B": ("90", "88", "86.4"), "C": ("110", "115", "121.9")}
    index |= {"D": ("130", "138", "161.2"), "E": ("105", "108", "110.97")}
    for code, means in index.items():
        series = key("IIP", activity=code) if code else key("IIP")
        for year, mean in zip((2018, 2019, 2020), means, strict=True):
            yield from levels(series, year, mean)
    for year, total in ((2018, "8000"), (2019, "8400.5"), (2020, "9321.25")):
        yield from months(key("product_volume:electricity"), year, total)
    for year, total in ((2019, "15321.4"), (2020, "16480.9")):
        yield from months(key("industrial_output"), year, total)


def trade() -> Iterator[Observation]:
    goods, wider = key("retail_turnover:goods"), key("retail_turnover:goods_lodging_catering")
    yield from months(goods, 2019, "14210.3")
    yield from months(wider, 2019, "16900.2")
    yield seen(goods, 2020, "14876.49", **ESTIMATE)
    yield seen(wider, 2020, "17310.7", **ESTIMATE)
    for code, before, now in (
        ("food", "7000", "7444.4"),
        ("petroleum", "2200", "2100"),
        ("garments", "900", "905"),
    ):
        yield seen(goods.within(trade_group=code), 2019, before)
        yield seen(goods.within(trade_group=code), 2020, now, **ESTIMATE)
    farm = key("exports:farm_goods")
    yield seen(farm, 2019, "96.4")
    yield seen(farm, 2020, "87.3", status=ObsStatus.PROVISIONAL)
    for code, before, now in (("CN", "50", "41.26"), ("JP", "12.5", "14"), ("DE", "9", "10.04")):
        yield seen(farm.within(market=code), 2019, before)
        yield seen(farm.within(market=code), 2020, now, status=ObsStatus.PROVISIONAL)
    for code, before, now in (("tea", "60", "55.5"), ("coffee", "30", "28.8")):
        yield seen(farm.within(product=code), 2019, before)
        yield seen(farm.within(product=code), 2020, now, status=ObsStatus.PROVISIONAL)
    yield seen(key("export_products:farm_goods"), 2020, 2)
    yield seen(key("export_markets:farm_goods"), 2020, 3)


def electricity() -> Iterator[Observation]:
    for area, counts in (("99", (41000, 42000)), ("991", (21000, 21500)), ("992", (20000, 20500))):
        for year, households in zip((2019, 2020), counts, strict=True):
            powered = households * (92 if year == 2019 else 94) // 100
            yield seen(key("households", area), year, households)
            yield seen(key("households_with_electricity", area), year, powered)
            yield seen(key("electrification_rate", area), year, Decimal(100 * powered) / households)
    yield seen(key("electrification_rate"), 2015, "81.25")
    connected = (("households_connected", 5321), ("villages_connected", 87))
    for name, count in (*connected, ("communes_connected", 31), ("districts_connected", 2)):
        yield seen(key(name), FIVE_YEARS, count)
    yield seen(key("households_connected", "991"), FIVE_YEARS, 4000)
    yield seen(key("households_connected", "992"), FIVE_YEARS, 1321)


@cache
def book() -> Book:
    return Book(catalogue().indicators, (*industry(), *trade(), *electricity()))


def decision(code: str, vi: str, en: str, verified: bool = True) -> Decision:
    issuer = Text("UBND tỉnh Giả Định", "People's Committee of Giả Định")
    return Decision(code, "annual_plan", Text(vi, en), issuer, None, None, "https://example.org", verified)


PLAN_2020 = decision("plan-2020", "Kế hoạch năm 2020 của tỉnh Giả Định", "Plan of Giả Định for 2020")
PLAN_2021 = decision("plan-2021", "Kế hoạch năm 2021 của tỉnh Giả Định", "Plan of Giả Định for 2021")
CONGRESS = decision("congress", "Nghị quyết Đại hội", "Resolution of the Congress", verified=False)


def target(
    code: str, series: SeriesKey, year: int, value: str | None, shape: str = "level", **more: Any
) -> Target:
    unit = "percent" if shape == "growth" else series.definition.unit
    figure = (
        Figure.absent(unit, Cause.NOT_PUBLISHED)
        if value is None
        else Figure(Decimal(value), unit, DataType.TARGET)
    )
    filled = {"bound": "at_least", "direction": Direction.UP, "decision": PLAN_2021, **more}
    return Target(code, series, Period.year(year), shape, figure, **filled)


def targets() -> tuple[Target, ...]:
    note = Text(
        "Nguồn báo đã hoàn thành nhưng không nêu mức.", "The source says it was met but not at what value."
    )
    return (
        target("iip-2020", key("IIP"), 2020, "9", "growth", decision=PLAN_2020),
        target("output-2020", key("industrial_output"), 2020, "16000", decision=PLAN_2020),
        target("farm-2020", key("exports:farm_goods"), 2020, "100", bound="more_than", decision=PLAN_2020),
        target("rate-2020", key("electrification_rate"), 2020, None, "ratio", decision=CONGRESS, note=note),
        target("iip-2021", key("IIP"), 2021, "8.5", "growth"),
        target("retail-2021", key("retail_turnover:goods_lodging_catering"), 2021, "19000"),
        target("exports-2021", key("exports:goods"), 2021, "130", decision=CONGRESS),
        target("rate-2021", key("electrification_rate"), 2021, "95", "ratio"),
    )


def masthead() -> Masthead:
    return Masthead(
        year=2020,
        area=PROVINCE,
        issuer=Text("Sở Công Thương tỉnh Giả Định", "Department of Industry and Trade of Giả Định"),
        parent_body=Text("Ủy ban nhân dân tỉnh Giả Định", "People's Committee of Giả Định"),
        symbol="SCT",
        place=Text.same("Giả Định"),
        authority=(Text("GIÁM ĐỐC", "DIRECTOR"),),
        recipients=(Text("UBND tỉnh", "People's Committee"), Text("Lưu: VT, KHTH", "File: VT, KHTH")),
        contact=Text("Văn phòng Sở, qua cổng công bố số liệu.", "The office, through the portal."),
        release=4,
        as_of=datetime(2021, 1, 15, 17, 0),
        synthetic=Text("Số liệu giả lập.", "Synthetic figures."),
    )


def tasks() -> tuple[TaskLine, ...]:
    return (
        TaskLine(
            Text("Đưa điện đến các bản còn lại của huyện Suối Mơ", "Bring electricity to the villages left"),
            Text("Phòng Quản lý năng lượng", "Energy division"),
            date(2021, 9, 30),
        ),
        TaskLine(
            Text("Tháo gỡ khó khăn cho doanh nghiệp chế biến", "Remove what hinders processors"),
            Text("Phòng Quản lý công nghiệp", "Industry division"),
        ),
    )


def writer(lang: Lang, of: Book | None = None) -> Writer:
    of = of or book()
    known = catalogue()
    return Writer(of, Names(lexicon(), of.indicators, known.units, known.codelists, area_map(), lang))


@cache
def review(lang: Lang) -> Paper:
    known = catalogue()
    return build_review(
        book(),
        targets(),
        tasks(),
        outline(),
        masthead(),
        lexicon(),
        known.units,
        known.codelists,
        area_map(),
        lang,
    )


def written(*observations: Observation, lang: Lang = "en") -> Paper:
    """The paper of a small book, without targets or tasks, of real returns."""
    known = catalogue()
    return build_review(
        Book(known.indicators, observations),
        (),
        (),
        outline(),
        replace(masthead(), synthetic=None),
        lexicon(),
        known.units,
        known.codelists,
        area_map(),
        lang,
    )
