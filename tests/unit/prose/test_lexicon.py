"""The lexicon is data that a writer fills and a reader can turn around."""

import re

import pytest
from tests.unit.review.invented import catalogue, lexicon, read

from tongket.figures.prose.lexicon import NotALexicon, read_lexicon
from tongket.figures.prose.spans import Quote, fill, joined, plain, sentence, tidy
from tongket.figures.terms.words import Text

NUMBER = Quote("1", "a")


def patterns(node, path=""):
    if isinstance(node, Text):
        yield path, node
    elif isinstance(node, dict):
        for name, below in node.items():
            yield from patterns(below, f"{path}/{name}")
    elif hasattr(node, "__dataclass_fields__"):
        yield from patterns({name: getattr(node, name) for name in node.__dataclass_fields__}, path)


def test_a_pattern_asks_for_the_same_things_in_both_languages():
    for path, text in patterns(lexicon()):
        assert sorted(re.findall(r"{(\w+)}", text.vi)) == sorted(re.findall(r"{(\w+)}", text.en)), path


def test_every_breakdown_and_phrase_is_of_the_catalogue():
    assert {names.codelist for names in lexicon().breakdowns.values()} <= set(catalogue().codelists)
    for name in lexicon().phrases:
        indicator, coverage = name.split(":")
        assert coverage in catalogue().indicators[indicator].coverages
    for name in lexicon().parts:
        dimension, code = name.split("=")
        assert code in catalogue().codelists[lexicon().breakdowns[dimension].codelist]


def test_every_unit_counted_has_a_way_to_be_written():
    assert set(lexicon().amounts) <= set(catalogue().units)
    assert set(lexicon().links) <= set(lexicon().amounts)


@pytest.mark.parametrize("missing", ["verbs", "sentences", "bounds", "months"])
def test_a_lexicon_with_a_hole_is_refused_by_name(missing):
    data = read("prose/lexicon.yaml")
    del data[missing]
    with pytest.raises(NotALexicon, match=missing):
        read_lexicon(data)


def test_a_slot_left_empty_leaves_no_trace():
    assert plain(fill("{a} {b} , {c}", a="x", b="", c=(NUMBER,))) == "x, 1"
    assert plain(fill("{a}, {b}", a="", b=(NUMBER, " y"))) == "1 y"
    with pytest.raises(KeyError):
        fill("{a}", b="x")


def test_spans_keep_their_numbers_and_lose_double_spaces():
    assert tidy(["a ", " b ", NUMBER, " ", ""]) == ("a b ", NUMBER)
    assert joined([("a",), (NUMBER,)], "; ") == ("a; ", NUMBER)
    assert sentence(("tăng ", NUMBER, "%")) == ("Tăng ", NUMBER, "%.")
    assert sentence(()) == ()
