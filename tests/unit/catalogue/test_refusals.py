"""Each thing that can be wrong, with the sentence it is refused with."""

from pathlib import Path

import pytest
import yaml

from tongket.figures.exchange.catalogue import CatalogueError, read_catalogue

CASES = yaml.safe_load(Path(__file__).with_name("refusals.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['instead']}")
def test_a_refusal_names_the_place_what_was_found_what_is_legal_and_what_to_do(shelf, small, case):
    standing = small[case["file"]]
    assert case["there"] in standing, "the case no longer fits the small catalogue"
    error = shelf.refusal(**{case["file"]: standing.replace(case["there"], case["instead"])})
    assert shelf.said(error) == case["says"]
    vietnamese = shelf.said(error, "vi")
    assert vietnamese.startswith("base/")
    assert "Hợp lệ: " in vietnamese
    assert vietnamese != case["says"]


def test_a_sentence_in_vietnamese(shelf, small):
    error = shelf.refusal(**{"indicators.yaml": small["indicators.yaml"].replace("unit: tonne", "unit: ton")})
    assert shelf.said(error, "vi") == (
        "base/indicators.yaml, mục “output”, khóa “unit”: tìm thấy “ton”. Hợp lệ: kg, tonne. "
        "Hãy sửa mã, hoặc khai báo mã này trong danh mục trước khi dùng."
    )


@pytest.mark.parametrize(
    "text", ["- {code: kg", "- {code: a, code: b}", "- 2020-13-45\n", "!!python/name:os.system x", "[" * 9999]
)
def test_what_is_no_plain_yaml_is_refused(shelf, text):
    said = shelf.said(shelf.refusal(**{"units.yaml": text}))
    assert said.startswith("base/units.yaml: found ")
    assert said.endswith("Legal: well-formed YAML in UTF-8, no key twice. Correct this value.")


@pytest.mark.parametrize(
    "spoilt", [b"code,name_vi,name_en\n\xff,a,b\n", b'code,name_vi,name_en\n"a"b,c,d\n', b""]
)
def test_what_is_no_plain_csv_is_refused(shelf, small, spoilt):
    folder = shelf.folder("base", small)
    (folder / "codelists" / "industries.csv").write_bytes(spoilt)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(folder)
    assert shelf.said(caught.value).startswith("base/codelists/industries.csv")


def test_a_file_that_is_no_list_of_entries(shelf):
    said = shelf.said(shelf.refusal(**{"units.yaml": "code: kg\n"}))
    assert said == (
        "base/units.yaml: found “dict”. Legal: a list of entries, each beginning with “- ”. "
        "Correct this value."
    )


def test_a_method_s_own_refusal_names_the_file(shelf, small):
    spoilt = small["recipes.yaml"].replace(
        "measure: quantity}", "measure: quantity, parameters: {of: product}}"
    )
    said = shelf.said(shelf.refusal(**{"recipes.yaml": spoilt}))
    assert said.startswith(
        "base/recipes.yaml, entry “output”: Recipe “output”: the method total has no parameter “of”."
    )


def test_a_check_s_own_refusal_names_the_file(shelf, small):
    spoilt = small["forms/production.yaml"].replace("ratio_to_previous", "gut_feeling")
    said = shelf.said(shelf.refusal(**{"forms/production.yaml": spoilt}))
    assert said.startswith(
        "base/forms/production.yaml, entry “production”: Table made: the check sudden is of the unknown kind"
    )


@pytest.mark.parametrize(
    ("path", "legal"),
    [
        ("forms/retail.yml", "*.yaml"),
        ("codelists/markets.csv", "industries.csv, products.csv"),
        ("weights/w2020.csv", "a .yaml file of the same name"),
        ("weights/notes.txt", "*.csv, *.yaml"),
    ],
)
def test_a_file_that_nobody_would_read_is_refused(shelf, path, legal):
    said = shelf.said(shelf.refusal(**{path: "code\n"}))
    assert said.startswith(f"base/{path}: found “{path.split('/')[1]}”. Legal: {legal}. ")


def test_a_key_of_words_stands_in_one_file(shelf):
    said = shelf.said(shelf.refusal(**{"prose/more.yaml": "marks: [b]\n"}))
    assert said.startswith("base/prose/more.yaml, key “marks”: found “marks”. Legal: each code once.")


def test_another_version_of_a_list_is_another_list(shelf):
    entry = '{code: industries, version: "2025", name: {vi: a, en: b}, source: c, file: i.csv}'
    over = {"codelists.yaml": f"- {entry}\n", "codelists/i.csv": "code,name_vi,name_en\n"}
    said = shelf.said(shelf.refusal(over))
    assert said == (
        "over1/codelists.yaml, entry “industries”, key “version”: found “2025”. Legal: the version 2018 of "
        "the list it adds to. Give another version a list code of its own: one code may mean two things in "
        "two versions."
    )


def test_two_forms_of_one_code(shelf, small):
    said = shelf.said(shelf.refusal(**{"forms/again.yaml": small["forms/production.yaml"]}))
    assert said.startswith("base/forms/production.yaml, entry “production”, key “code”: found “production”.")


def test_many_legal_codes_are_counted_and_the_nearest_shown(shelf, small):
    many = "\n".join(
        f"- {{code: u{n}, dimension: gram, multiplier: 1, name: {{vi: a, en: b}}, symbol: {{vi: a, en: b}}}}"
        for n in range(40)
    )
    spoilt = small["indicators.yaml"].replace("unit: tonne", "unit: tone")
    said = shelf.said(shelf.refusal(**{"units.yaml": small["units.yaml"] + many, "indicators.yaml": spoilt}))
    assert "found “tone”. Legal: tonne, … (42 codes)." in said


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CatalogueError, match=r"Legal: a folder that exists\."):
        read_catalogue(tmp_path / "nowhere")
