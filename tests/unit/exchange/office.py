"""A small made-up office: three forms, their codes and units, and ways to fill them."""

from decimal import Decimal

from tongket.figures.exchange.workbooks import SheetOut
from tongket.figures.returns.answer import Answer, Place, Return
from tongket.figures.returns.form import CheckSpec, Dimension, FormSpec, FormTable, Measure
from tongket.figures.terms.codelist import Codelist, Item
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

UNITS = {
    code: Unit(code, dimension, Decimal(multiplier), Text(vi, en), Text(vi, en))
    for code, dimension, multiplier, vi, en in [
        ("tonne", "gram", 1_000_000, "tấn", "tonnes"),
        ("thousand_litre", "litre", 1000, "nghìn lít", "thousand litres"),
        ("million_vnd", "VND", 1_000_000, "triệu đồng", "million VND"),
        ("household", "household", 1, "hộ", "households"),
    ]
}


def _codelist(code, vi, en, items):
    return Codelist(code, "1", Text(vi, en), {item.code: item for item in items})


CODELISTS = {
    "products": _codelist(
        "products",
        "sản phẩm",
        "products",
        [
            Item("FOOD", Text("Thực phẩm", "Food")),
            Item("TEA", Text("Chè", "Tea"), "FOOD", "tonne"),
            Item("SUGAR", Text("Đường", "Sugar"), "FOOD", "tonne"),
            Item("MILK", Text("Sữa", "Milk"), "FOOD", "thousand_litre"),
        ],
    ),
    "projects": _codelist(
        "projects",
        "dự án",
        "projects",
        [Item("0075", Text("Dự án A", "Project A")), Item("0104", Text("Dự án B", "Project B"))],
    ),
}

PRODUCTION = FormSpec(
    code="production",
    version=2,
    name=Text("Báo cáo sản xuất", "Production"),
    frequency="M",
    reporter="registered",
    reporter_headers=("Mã đơn vị", "Reporter code"),
    tables=(
        FormTable(
            code="products",
            name=Text("Sản phẩm", "Products"),
            dataflow="production",
            dimensions=(
                Dimension(
                    code="product",
                    name=Text("Sản phẩm", "Product"),
                    headers=("Mã sản phẩm", "Product code"),
                    codelist="products",
                    labels=("Tên sản phẩm", "Đơn vị tính", "Product", "Unit"),
                ),
            ),
            measures=(
                Measure(
                    "quantity",
                    Text("Sản lượng", "Quantity"),
                    ("Sản lượng", "Khối lượng", "Quantity"),
                    decimals=3,
                    required=True,
                ),
                Measure(
                    "value",
                    Text("Giá trị", "Value"),
                    ("Giá trị (triệu đồng)", "Value (million VND)"),
                    "million_vnd",
                    decimals=1,
                    required=True,
                ),
                Measure(
                    "change",
                    Text("Tăng giảm tồn kho", "Change of stock"),
                    ("Tăng giảm tồn kho", "Change of stock"),
                    decimals=3,
                    minimum=None,
                ),
            ),
            checks=(
                CheckSpec("both", "nonzero_together", "soft", {"measures": ["quantity", "value"]}),
                CheckSpec(
                    "jump", "ratio_to_previous", "soft", {"measure": "quantity", "low": 0.1, "high": 10}
                ),
                CheckSpec("leaf", "leaf_codes", "hard", {"dimension": "product"}),
            ),
            unit_by="product",
        ),
    ),
)

VILLAGES = FormSpec(
    code="villages",
    version=1,
    name=Text("Báo cáo điện thôn, bản", "Electricity of villages"),
    frequency="A",
    reporter="area",
    reporter_headers=("Mã thôn, bản", "Village code"),
    tables=(
        FormTable(
            code="households",
            name=Text("Hộ có điện", "Households"),
            dataflow="households",
            dimensions=(),
            measures=tuple(
                Measure(code, Text(vi, en), (vi, en), "household", required=True)
                for code, vi, en in [
                    ("all", "Tổng số hộ", "Households"),
                    ("grid", "Hộ dùng điện lưới", "On the grid"),
                    ("local", "Hộ dùng nguồn tại chỗ", "On local sources"),
                    ("lit", "Hộ có điện", "With electricity"),
                ]
            ),
            checks=(
                CheckSpec("parts", "sum_of_parts", "hard", {"total": "lit", "parts": ["grid", "local"]}),
                CheckSpec("limit", "at_most", "hard", {"measure": "lit", "limit": "all"}),
            ),
        ),
        FormTable(
            code="connections",
            name=Text("Hộ được cấp điện", "Connections"),
            dataflow="connections",
            dimensions=(
                Dimension("project", Text("Dự án", "Project"), ("Mã dự án", "Project code"), "projects"),
                Dimension("on", Text("Ngày đóng điện", "Date"), ("Ngày đóng điện", "Date"), kind="date"),
            ),
            measures=(
                Measure(
                    "connected",
                    Text("Số hộ", "Connected"),
                    ("Số hộ được cấp điện", "Connected"),
                    "household",
                    minimum=Decimal(1),
                    required=True,
                ),
            ),
            checks=(CheckSpec("dated", "date_in_period", "hard", {"dimension": "on"}),),
        ),
    ),
)
FORMS = {form.code: form for form in (PRODUCTION, VILLAGES)}
OCTOBER = Period.month(2020, 10)
YEAR = Period.year(2020)


def production(reporter="DN01", period=OCTOBER, synthetic=False, **products):
    """A return of products: `TEA=("1.5", "20", None)` is quantity, value and change of stock."""
    codes = ("quantity", "value", "change")
    answers = [
        Answer(
            {"product": product},
            code,
            Decimal(number),
            "million_vnd" if code == "value" else CODELISTS["products"][product].unit,
            Place(""),
        )
        for product, numbers in products.items()
        for code, number in zip(codes, numbers, strict=True)
        if number is not None
    ]
    return Return("production", 2, "products", reporter, period, tuple(answers), Place(""), synthetic)


def village(reporter, numbers, period=YEAR):
    """A return of the households of a village: all, on the grid, on local sources, with electricity."""
    answers = tuple(
        Answer({}, measure.code, Decimal(number), "household", Place(""))
        for measure, number in zip(VILLAGES.tables[0].measures, numbers, strict=True)
    )
    return Return("villages", 1, "households", reporter, period, answers, Place(""))


def connections(reporter, *lines, period=YEAR):
    """A return of connections: (project, ISO day, households) each."""
    answers = tuple(
        Answer({"project": project, "on": day}, "connected", Decimal(count), "household", Place(""))
        for project, day, count in lines
    )
    return Return("villages", 1, "connections", reporter, period, answers, Place(""))


def sheet_of(ret, name="T10"):
    """A sheet of the reporter's own."""
    form = FORMS[ret.form]
    return SheetOut(name, form, ret.table, ret.period, ret.reporter, [ret], ret.synthetic)


def bare(returns):
    """Returns without the places their numbers stood in, to be compared."""
    return [
        (
            ret.form,
            ret.version,
            ret.table,
            ret.reporter,
            ret.period,
            ret.synthetic,
            [(dict(a.dimensions), a.measure, a.value, a.unit) for a in ret.answers],
        )
        for ret in returns
    ]
