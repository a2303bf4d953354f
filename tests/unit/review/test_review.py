"""The review of an invented province: honest, whole, and the same in both languages."""

import re
from decimal import Decimal

import pytest
from tests.unit.review import invented
from tests.unit.review.invented import book, review, targets, written

from tongket.figures.observations.observation import Address
from tongket.figures.prose.lexicon import read_lexicon
from tongket.figures.prose.spans import Quote
from tongket.figures.review.content import Chart, Heading, Paragraph, Table, plain, quotes_of
from tongket.figures.review.outline import NotAnOutline, read_outline
from tongket.figures.targets.quoted import figure_at
from tongket.figures.terms.numerals import write_number

LANGS = ("vi", "en")


def everything(paper):
    """All blocks, those of the slides included, with the lines of slides and press as paragraphs."""
    yield from paper.all_blocks()
    for slide in paper.slides:
        yield from (Paragraph(line) for line in slide.lines)
        if slide.exhibit:
            yield slide.exhibit
    yield from (Paragraph(spans) for spans in paper.press.paragraphs)


def quotes(paper):
    return [quote for block in everything(paper) for quote in quotes_of(block)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_printed_number_is_its_figure_rounded_once(lang):
    point = "," if lang == "vi" else "."
    assert len(quotes(review(lang))) > 200
    for quote in quotes(review(lang)):
        figure = figure_at(Address.parse(quote.address), book(), targets())
        assert figure.value is not None, quote
        _, _, fraction = quote.text.partition(point)
        signed = write_number(figure.value, len(fraction), lang)
        assert quote.text in (signed, signed.lstrip("−")), quote


def test_the_two_languages_quote_the_same_figures_in_the_same_order_of_blocks():
    vi, en = (list(everything(review(lang))) for lang in LANGS)
    assert [type(block) for block in vi] == [type(block) for block in en]
    for left, right in zip(vi, en, strict=True):
        found = [sorted(quote.address for quote in quotes_of(block)) for block in (left, right)]
        assert found[0] == found[1]


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_are_empty_doubled_or_left_in_braces(lang):
    for text in _texts(review(lang)):
        assert text.strip(), text
        assert not re.search(r"  | [,.;:)]|[({] | {|None|\d %", text), text


def _texts(paper):
    yield from (paper.title, paper.running, paper.synthetic, paper.press.headline, paper.press.contact)
    for block in everything(paper):
        match block:
            case Heading():
                yield from (block.number, block.text)
            case Paragraph():
                yield plain(block.spans)
                yield from (plain(note.spans) for note in block.notes)
            case Chart():
                yield from (block.caption, block.alt, block.unit, *block.categories)
            case Table():
                yield block.caption
                yield from (column.head for column in block.columns)
                yield from (plain(note.spans) for note in block.notes)
    yield from (slide.title for slide in paper.slides)
    yield from (annex.title for annex in paper.annexes)


@pytest.mark.parametrize("lang", LANGS)
def test_words_hold_no_numbers_but_years_and_numbers_of_the_law(lang):
    body = [b for b in review(lang).blocks[1:] if isinstance(b, Paragraph)]
    lines = [Paragraph(line) for slide in review(lang).slides[1:] for line in slide.lines]
    for block in (*body, *lines):
        words = " ".join(span for span in block.spans if isinstance(span, str))
        assert not re.search(r"\d", re.sub(r"\b20[12]\d\b", "", words)), words


@pytest.mark.parametrize("lang", LANGS)
def test_a_table_is_rectangular_and_every_empty_cell_says_why(lang):
    for block in everything(review(lang)):
        if not isinstance(block, Table):
            continue
        marks = {note.mark for note in block.notes}
        for line in block.rows:
            assert len(line.cells) == len(block.columns)
            assert {mark for cell in line.cells for mark in cell.notes} <= marks
            if block.name != "methods" and not all(not cell.spans for cell in line.cells[1:]):
                assert all(cell.spans or cell.notes for cell in line.cells), (block.name, line)


def test_a_cell_for_the_workbook_holds_the_printed_number():
    for block in everything(review("en")):
        for line in block.rows if isinstance(block, Table) else ():
            for cell in line.cells:
                if cell.number is not None:
                    (quote,) = (span for span in cell.spans if isinstance(span, Quote))
                    assert Decimal(quote.text.replace(",", "").replace("−", "-")) == Decimal(str(cell.number))


def test_press_text_warns_of_unlike_figures_and_slides_tell_parts_line_by_line():
    told = " ".join(plain(spans) for spans in review("vi").press.paragraphs)
    assert told.count("khác phạm vi") == 2
    industry = next(s for s in review("en").slides if s.title.startswith("Industrial"))
    assert "Manufacturing up 6.00%" in [plain(line) for line in industry.lines]


def test_the_report_is_closed_as_administrative_papers_are():
    assert plain(review("vi").blocks[-1].spans).endswith("ngành Công Thương tỉnh Giả Định./.")


def test_sections_without_figures_are_left_out_and_named():
    headings = [b.text for b in review("vi").blocks if isinstance(b, Heading)]
    assert "Thương mại nội địa" in headings
    assert "KIẾN NGHỊ, ĐỀ XUẤT" not in headings
    numbers = [b.number for b in review("vi").blocks if isinstance(b, Heading)]
    assert numbers == ["Phần I", "I.", "II.", "1.", "2.", "3.", "4.", "III.", "Phần II", "I.", "II."]
    last = plain(review("vi").annexes[-1].blocks[-1].spans)
    assert "Kiến nghị, đề xuất" in last
    assert "Khuyến công, cụm công nghiệp" in last


def test_the_letterhead_waits_for_number_and_day():
    head = review("vi").letterhead
    assert head.number == "Số:      /BC-SCT"
    assert head.place_and_date == "Giả Định, ngày     tháng     năm 2021"
    assert head.parent_body == "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH"
    assert review("vi").signature.recipients == ("- UBND tỉnh;", "- Lưu: VT, KHTH.")


@pytest.mark.parametrize("lang", LANGS)
def test_a_book_with_nothing_in_it_makes_a_paper_that_says_so(lang):
    paper = written(lang=lang)
    assert list(paper.quotes()) == []
    assert paper.synthetic == ""
    assert not any(isinstance(block, Chart) for block in paper.all_blocks())
    assert len(paper.annexes) == 1


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda d: d["slides"][1].update(show="nothing"), "nothing"),
        (lambda d: d["exhibits"]["products"].update(kind="pie"), "pie"),
        (lambda d: d["exhibits"]["key_indicators"]["columns"].pop(), "7 columns"),
        (lambda d: d["slides"][1]["say"].append({"groth": "IIP"}), "groth"),
        (lambda d: d["slides"][1].pop("plain"), "plain"),
        (lambda d: d.pop("press"), "press"),
    ],
)
def test_a_faulty_outline_is_refused_with_its_fault(spoil, named):
    data = invented.read("review/outline.yaml")
    spoil(data)
    with pytest.raises(NotAnOutline, match=named):
        read_outline(data)


def test_the_outline_names_only_what_the_catalogue_has():
    known = invented.catalogue().indicators
    refs = [ref for statement in invented.outline().statements() for ref in statement.of]
    refs += [r.of for e in invented.outline().exhibits.values() for r in e.rows if r.of]
    for ref in refs:
        assert ref.coverage in known[ref.indicator].coverages


def test_outline_and_lexicon_come_with_the_catalogue():
    words = invented.catalogue().words
    assert read_outline(words["review"]) == invented.outline()
    assert read_lexicon(words["prose"]) == invented.lexicon()
