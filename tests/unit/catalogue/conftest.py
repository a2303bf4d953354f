"""A catalogue small enough to read, which each test spoils or extends in one place."""

from pathlib import Path

import pytest

from tongket.figures.exchange.catalogue import Catalogue, CatalogueError, read_catalogue

SMALL = {
    "units.yaml": """
- {code: tonne, dimension: gram, multiplier: 1000000, name: {vi: tấn, en: tons}, symbol: {vi: tấn, en: t}}
- {code: kg, dimension: gram, multiplier: 1000, name: {vi: ki-lô-gam, en: kilograms}, symbol: {vi: k, en: k}}
""",
    "windows.yaml": """
- {code: calendar, name: {vi: theo lịch, en: calendar}}
""",
    "codelists.yaml": """
- {code: industries, version: "2018", name: {vi: ngành, en: industries}, source: law, file: industries.csv}
- code: products
  version: "1"
  name: {vi: sản phẩm, en: products}
  source: ours
  file: products.csv
  attributes: {activity: industries}
""",
    "codelists/industries.csv": """code,parent,name_vi,name_en
C,,chế biến,manufacturing
10,C,thực phẩm,food
107,10,thực phẩm khác,other food
1072,107,đường,sugar
1076,107,chè,tea
""",
    "codelists/products.csv": """code,parent,name_vi,name_en,unit,activity
farm,,nông sản,farm goods,,
mango,farm,xoài,mangoes,tonne,
tea,farm,chè,tea,tonne,1076
sugar,,đường,sugar,tonne,1072
""",
    "indicators.yaml": """
- code: output
  version: 1
  name: {vi: sản lượng, en: output}
  unit: tonne
  shape: flow
  direction: up
  decimals: 1
  coverages:
    all: {vi: mọi sản phẩm, en: all products}
    farm: {vi: nông sản, en: farm goods}
  breakdowns: [product]
  legal: {text: a decree, confirmed: false}
""",
    "forms/production.yaml": """
code: production
version: 1
name: {vi: sản xuất, en: production}
frequency: M
reporter: registered
reporter_headers: [Mã đơn vị]
tables:
  - code: made
    name: {vi: sản phẩm, en: products}
    dataflow: production
    unit_by: product
    dimensions:
      - {code: product, codelist: products, name: {vi: sản phẩm, en: product}, headers: [Mã sản phẩm]}
    measures:
      - {code: quantity, name: {vi: lượng, en: quantity}, headers: [Lượng], required: true}
      - {code: stock, unit: kg, name: {vi: tồn kho, en: stock}, headers: [Tồn kho], minimum: null}
    checks:
      - {code: sudden, kind: ratio_to_previous, severity: soft, measure: quantity, low: 0.05, high: 20}
""",
    "recipes.yaml": """
- {code: output, indicator: output, method: total, dataflow: production, measure: quantity}
- code: farm_output
  indicator: output
  coverage: farm
  method: total
  dataflow: production
  measure: quantity
  where: {product: [farm]}
  breakdowns: [[], [product]]
  levels: [commune, province]
  valid_from: 2018-01-01
  valid_to: 2020-12-31
  reference: METHODS
""",
    "weights/w2015.yaml": """
code: w2015
base_year: 2015
activity_list: industries
valid_from: 2018-01-01
reference: {vi: niên giám, en: yearbook}
synthetic: true
""",
    "weights/w2015.csv": """kind,code,weight,base_quantity
activity,C,100,
activity,10,60,
activity,1076,20.5,
product,tea,1,790
""",
    "prose/lexicon.yaml": "verbs: {reach: {vi: đạt, en: reached}}\nmarks: [a]\n",
}


class Shelf:
    """Folders of a catalogue under one roof; sentences leave the roof out."""

    def __init__(self, roof: Path) -> None:
        self.roof = roof

    def folder(self, name: str, files: dict[str, str | None]) -> Path:
        folder = self.roof / name
        folder.mkdir()
        for path, text in files.items():
            if text is not None:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8")
        return folder

    def read(self, *overlays: dict[str, str], **spoilt: str | None) -> Catalogue:
        """The small catalogue with files replaced (`None`: taken away), and folders laid over it."""
        base = self.folder("base", {**SMALL, **spoilt})
        above = [self.folder(f"over{number}", files) for number, files in enumerate(overlays, 1)]
        return read_catalogue(base, *above)

    def refusal(self, *overlays: dict[str, str], **spoilt: str | None) -> CatalogueError:
        with pytest.raises(CatalogueError) as caught:
            self.read(*overlays, **spoilt)
        return caught.value

    def said(self, error: CatalogueError, lang: str = "en") -> str:
        return error.sentence[lang].replace(f"{self.roof}/", "")


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


@pytest.fixture
def small():
    return SMALL
