"""What the catalogue's files become."""

from datetime import date
from decimal import Decimal

from tongket.figures.methods.weights import ProductWeight
from tongket.figures.terms.codelist import Item
from tongket.figures.terms.indicator import Definition, Direction, LegalReference, Shape
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text


def test_units_and_windows(shelf):
    catalogue = shelf.read()
    tonne = Unit("tonne", "gram", Decimal(1_000_000), Text("tấn", "tons"), Text("tấn", "t"))
    assert catalogue.units["tonne"] == tonne
    assert catalogue.windows["calendar"].first_day == 1


def test_indicators_with_their_coverages(shelf):
    output = shelf.read().indicators["output"]
    assert (output.shape, output.direction, output.decimals) == (Shape.FLOW, Direction.UP, 1)
    assert output.growth_decimals == 1
    assert output.coverages["farm"] == Text("nông sản", "farm goods")
    assert output.legal == LegalReference("a decree", confirmed=False)


def test_code_lists_as_trees(shelf):
    products = shelf.read().codelists["products"]
    assert products["tea"] == Item("tea", Text("chè", "tea"), "farm", "tonne", {"activity": "1076"})
    assert products["mango"].attributes == {}
    assert products.below("farm") == {"farm", "mango", "tea"}
    assert (products.version, products.source) == ("1", "ours")


def test_forms_with_their_tables_and_checks(shelf):
    form = shelf.read().forms["production"]
    table = form.table("made")
    assert (form.frequency, form.reporter, form.window) == ("M", "registered", "calendar")
    assert (table.dataflow, table.unit_by) == ("production", "product")
    assert table.measure("quantity").minimum == 0
    assert table.measure("stock").minimum is None
    check = table.checks[0]
    assert (check.kind, check.severity) == ("ratio_to_previous", "soft")
    assert check.parameters == {"measure": "quantity", "low": 0.05, "high": 20}


def test_a_recipe_says_only_what_differs_from_the_usual(shelf):
    whole, farm = shelf.read().recipes
    assert whole.definition == Definition("output", 1, "all", "tonne")
    assert (whole.where, whole.breakdowns, whole.levels, whole.parameters) == ({}, ((),), ("province",), {})
    assert farm.definition.coverage == "farm"
    assert farm.where == {"product": ("farm",)}
    assert farm.breakdowns == ((), ("product",))
    assert farm.levels == ("province", "commune")
    assert (farm.valid_from, farm.valid_to) == (date(2018, 1, 1), date(2020, 12, 31))


def test_weights_find_a_product_s_class_in_its_list(shelf):
    weights = shelf.read().weights["w2015"]
    assert weights.products == {"tea": ProductWeight("1076", 1.0, 790.0)}
    assert weights.activities == {"C": 100.0, "10": 60.0, "1076": 20.5}
    assert (weights.base_year, weights.activity_list, weights.synthetic) == (2015, "industries", True)


def test_words_are_handed_on_as_they_stand(shelf):
    words = shelf.read().words
    assert words["prose"]["verbs"] == {"reach": {"vi": "đạt", "en": "reached"}}
    assert words["review"] == {}


def test_a_merge_key_may_override_what_it_merges(shelf):
    lexicon = "base: &base {a: 1, b: 2}\nlater: {<<: *base, b: 3}\n"
    assert shelf.read(**{"prose/lexicon.yaml": lexicon}).words["prose"]["later"] == {"a": 1, "b": 3}


def test_excel_s_byte_order_mark_is_read_past(shelf, small):
    marked = "\ufeff" + small["codelists/products.csv"]
    assert "mango" in shelf.read(**{"codelists/products.csv": marked}).codelists["products"]
