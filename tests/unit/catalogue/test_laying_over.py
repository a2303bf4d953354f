"""An office's folder over the product's: entries replaced whole or added, code lists added to by item."""

BAG = """
- {code: bag, dimension: gram, multiplier: 50000, name: {vi: bao, en: bag}, symbol: {vi: bao, en: bag}}
"""
THEIR_PRODUCTS = """
- {code: products, version: "1", name: {vi: hàng, en: goods}, source: us, file: p.csv}
"""
THEIR_ITEMS = """code,parent,name_vi,name_en,unit
plum,farm,mận,plums,tonne
mango,,xoài,big mangoes,kg
"""


def test_a_new_entry_is_added_and_a_namesake_replaced_whole(shelf, small):
    renamed = (
        small["indicators.yaml"].replace("en: output", "en: made").replace("  breakdowns: [product]\n", "")
    )
    recipes = (
        "- {code: farm_output, indicator: output, method: total, dataflow: production, measure: stock}\n"
    )
    over = {"units.yaml": BAG, "indicators.yaml": renamed, "recipes.yaml": recipes}
    catalogue = shelf.read(over)
    assert set(catalogue.units) == {"tonne", "kg", "bag"}
    assert catalogue.indicators["output"].name.en == "made"
    assert catalogue.indicators["output"].breakdowns == ()
    assert {recipe.code: recipe.measure for recipe in catalogue.recipes} == {
        "output": "quantity",
        "farm_output": "stock",
    }
    assert catalogue.recipes[1].where == {}


def test_the_last_folder_wins(shelf):
    first = {"units.yaml": BAG}
    last = {"units.yaml": BAG.replace("50000", "60000")}
    assert shelf.read(first, last).units["bag"].multiplier == 60_000


def test_a_code_list_is_added_to_item_by_item(shelf):
    over = {"codelists.yaml": THEIR_PRODUCTS, "codelists/p.csv": THEIR_ITEMS}
    products = shelf.read(over).codelists["products"]
    assert list(products.items) == ["farm", "mango", "tea", "sugar", "plum"]
    assert products["mango"].name.en == "big mangoes"
    assert products.below("farm") == {"farm", "tea", "plum"}
    assert products["tea"].attributes == {"activity": "1076"}
    assert (products.name.en, products.source) == ("goods", "ours; us")


def test_a_reference_is_checked_on_what_comes_out(shelf, small):
    over = {"indicators.yaml": small["indicators.yaml"].replace("code: output", "code: other")}
    named = small["recipes.yaml"].replace("indicator: output", "indicator: other")
    assert {
        recipe.definition.indicator for recipe in shelf.read({**over, "recipes.yaml": named}).recipes
    } == {"other"}


def test_words_are_replaced_by_key(shelf):
    over = {"prose/more.yaml": "marks: [b]\nnew: 1\n"}
    assert shelf.read(over).words["prose"] == {
        "verbs": {"reach": {"vi": "đạt", "en": "reached"}},
        "marks": ["b"],
        "new": 1,
    }


def test_an_empty_file_and_a_hidden_one_say_nothing(shelf):
    over = {"units.yaml": "# none yet\n", "codelists.yaml": "[]\n", "forms/.production.yaml.swp": "x"}
    assert set(shelf.read(over).units) == {"tonne", "kg"}
