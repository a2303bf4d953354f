"""The web page: one file, one first heading, tables that can be read out, numbers with their addresses."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.desks.papers.exhibits import district_table
from tests.desks.papers.reading import Page
from tests.desks.papers.sample import sample

from tongket.desks.papers import html
from tongket.figures.review.content import Paper, Paragraph, Quote


@pytest.fixture
def page(paper: Paper) -> Page:
    return Page(html.render(paper))


def test_every_number_stands_once_with_its_address(paper: Paper, page: Page) -> None:
    assert Counter(page.quotes) == Counter((quote.text, quote.address) for quote in paper.quotes())


def test_headings_form_a_tree(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_scopes(paper: Paper, page: Page) -> None:
    tags = Counter(tag for tag, _ in page.tags)
    assert tags["caption"] == 2
    assert all(
        attributes.get("scope") in ("col", "row", "rowgroup") for tag, attributes in page.tags if tag == "th"
    )


def test_regions_that_scroll_can_be_reached_by_keyboard_and_have_names(page: Page) -> None:
    regions = [attributes for tag, attributes in page.tags if "scroll" in (attributes.get("class") or "")]
    assert regions
    assert all(region["tabindex"] == "0" and region["aria-label"] for region in regions)


def test_anchors_are_whole_and_single(page: Page) -> None:
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))
    aims = {attributes["href"][1:] for tag, attributes in page.tags if tag == "a"}
    assert aims <= set(names)


def test_it_asks_nothing_of_the_network_and_runs_nothing(paper: Paper) -> None:
    text = html.render(paper).decode()
    assert "<script" not in text
    assert "@import" not in text
    assert not re.findall(r'(?:src|href)="(?!#)', text)
    assert "url(" not in text.replace("url(#", "")


def test_language_release_and_notice(paper: Paper, page: Page) -> None:
    assert page.tags[0] == ("html", {"lang": {"vi": "vi-VN", "en": "en-GB"}[paper.lang]})
    head = page.text[: page.text.index(paper.letterhead.issuer)]
    assert paper.running in head
    assert paper.synthetic in head


def test_what_people_write_is_escaped() -> None:
    wild = Paragraph(("<script>alert(1)</script> & ", Quote('1"2', 'a"><b>')))
    text = html.render(replace(sample("vi"), blocks=(wild,))).decode()
    assert "<script>" not in text
    assert "<b>" not in text
    assert ('1"2', 'a"><b>') in Page(text.encode()).quotes


def test_vietnamese_letters_survive(page: Page) -> None:
    assert "Nguyễn Thị Ước Lượng" in page.text


def test_two_thousand_rows() -> None:
    paper = replace(sample("vi"), blocks=(district_table("vi", 2000),), annexes=())
    assert len(Page(html.render(paper)).quotes) == 6000
