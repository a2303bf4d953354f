"""The province's industries against the nation's: what it is given to, and whether its growth is its own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.spec.world import indicator, listed, recipe, unit

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.observations.published import Published
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

BY_ACTIVITY = {"activity": {"dimension": "product", "attribute": "activity", "codelist": "industries"}}
OUTPUT = recipe(
    "output", "total", "industry", "value", breakdowns=((), ("activity",)), parameters={"map": BY_ACTIVITY}
)
NATION = {"C": (1000, 1100), "D": (500, 650), "": (1500, 1750)}
COMPARED = {
    "series": "output",
    "reference": "national",
    "reference_area": "VN",
    "dimension": "activity",
    "codelist": "industries",
}
BREAKDOWNS = ((), ("activity",))


@pytest.fixture(autouse=True)
def more(world):
    shift = replace(
        indicator("shift", Shape.FLOW, "billion_vnd"),
        coverages={part: Text.same(part) for part in ("change", "national", "industry", "regional")},
    )
    world.known(
        indicator("national", Shape.FLOW, "billion_vnd"), indicator("quotient", Shape.RATIO, "times"), shift
    )
    world.context = replace(world.context, units={**world.context.units, "times": unit("times", "times")})


def given(world, sugar, hydro, nation=NATION):
    """The province makes sugar (C) and power (D) in 2019 and 2020; a year's value stands in each January."""
    rows = [
        f"C1 | {year} | {product} | {1000 * value}"
        for product, values in (("sugar", sugar), ("hydro", hydro))
        for year, value in zip((2019, 2020), values, strict=True)
    ]
    world.given("industry", "value", "\n".join(["area | period | product | value", *rows]))
    figures = {
        ("VN", (("activity", code),) if code else (), Period.year(year)): Figure(
            Decimal(value), "billion_vnd"
        )
        for code, values in nation.items()
        for year, value in zip((2019, 2020), values, strict=True)
    }
    said = Published("national", "billion_vnd", figures, date(2021, 6, 1), Text("Niên giám", "Yearbook"))
    world.context = replace(world.context, published={"national": said})


def made(world, code, method, **more):
    national = world.recipe(
        "national", "published", parameters={"figures": "national"}, breakdowns=BREAKDOWNS
    )
    one = world.recipe(code, method, parameters={**COMPARED, **more}, breakdowns=BREAKDOWNS)
    return world.compile_last(OUTPUT, national, one)


def test_a_quotient_above_one_is_what_the_province_is_given_to(world):
    """In 2020 power is 60 of 100 in the province, 650 of 1750 in the nation; sugar 40 and 1100."""
    given(world, sugar=(30, 40), hydro=(30, 60))
    found = made(world, "quotient", "location_quotient").at("2020")
    assert float(found["D"]) == pytest.approx(0.6 / (650 / 1750), rel=1e-12)
    assert float(found["C"]) == pytest.approx(0.4 / (1100 / 1750), rel=1e-12)


@pytest.mark.parametrize(
    ("part", "whole", "power"),
    [
        ("change", 40, 30),
        ("national", 10, 5),  # 60 and 30 of last year, by the nation's sixth
        ("industry", 2, 4),  # industry grew by 10 % (C) and 30 % (D): 3 and 9, less the 5 and 5 of the nation
        ("regional", 28, 21),
    ],
)
def test_growth_is_the_nations_the_industrys_or_its_own(world, part, whole, power):
    given(world, sugar=(30, 40), hydro=(30, 60))
    found = made(world, f"shift:{part}", "shift_share", part=part).at("2020")
    assert float(found[""]) == pytest.approx(whole, abs=1e-9)
    assert float(found["D"]) == pytest.approx(power, abs=1e-9)


def test_an_industry_the_province_has_not_is_a_true_zero(world):
    given(world, sugar=(30, 40), hydro=(30, 60), nation={**NATION, "C": (900, 1000), "B": (100, 100)})
    world.context = replace(
        world.context,
        codelists={
            **world.context.codelists,
            "industries": _with_mining(world.context.codelists["industries"]),
        },
    )
    assert made(world, "quotient", "location_quotient").at("2020")["B"] == 0


def _with_mining(industries):
    return replace(industries, items={**listed("x", "B").items, **industries.items})


def test_the_first_year_has_no_growth_to_take_apart(world):
    given(world, sugar=(30, 40), hydro=(30, 60))
    found = made(world, "shift:regional", "shift_share", part="regional").at("2019")
    assert set(found.values()) == {Cause.NOT_ANSWERED}


def test_a_deeper_level_of_the_list(world):
    divisions = {"10": (1000, 1100), "35": (500, 650), "": (1500, 1750)}
    given(world, sugar=(30, 40), hydro=(30, 60), nation=divisions)
    assert set(made(world, "quotient", "location_quotient", depth=1).at("2020")) == {"10", "35"}


def test_what_cannot_be_is_refused(world):
    given(world, sugar=(30, 40), hydro=(30, 60))
    with pytest.raises(RecipeRefused, match="no code list “trades”"):
        made(world, "quotient", "location_quotient", codelist="trades")
    with pytest.raises(
        RecipeRefused, match="the parameter “part” is luck; legal: change, national, industry"
    ):
        made(world, "shift:change", "shift_share", part="luck")
    power = recipe("power", "total", "industry", "quantity", where={"product": ("grid",)})
    one = world.recipe("quotient", "location_quotient", parameters={**COMPARED, "reference": "power"})
    with pytest.raises(RecipeRefused, match="are not in one unit"):
        world.compile_last(OUTPUT, power, one)
