"""What holds for every form of a paper."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from tests.desks.papers.reading import enough
from tests.desks.papers.sample import sample

from tongket.desks.papers import charts
from tongket.desks.papers.formats import FORMATS, render
from tongket.figures.review.content import Chart, Paper, Quote
from tongket.figures.terms.words import LANGS, Refusal


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_paper_gives_the_same_bytes(name: str, paper: Paper) -> None:
    charts.svg.cache_clear()
    charts.png.cache_clear()
    first = render(paper, name)
    charts.svg.cache_clear()
    charts.png.cache_clear()
    assert render(sample(paper.lang), name) == first


@pytest.mark.parametrize("name", ["docx", "pptx", "pdf", "xlsx"])
def test_the_same_bytes_in_another_process_and_another_second(name: str) -> None:
    script = (
        "import sys, hashlib; from tests.desks.papers.sample import sample; "
        "from tongket.desks.papers.formats import render; "
        f"print(hashlib.sha256(render(sample('vi'), '{name}')).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout for _ in "ab"
    }
    assert len(runs) == 1


def test_press_text_holds_its_numbers_and_is_marked_at_both_ends(paper: Paper) -> None:
    text = render(paper, "txt").decode()
    assert paper.press is not None
    assert enough(text, [span for line in paper.press.paragraphs for span in line if isinstance(span, Quote)])
    assert text.startswith(f"{paper.running}\n{paper.synthetic}\n")
    assert text.endswith(f"{paper.running}\n{paper.synthetic}\n")


def test_a_paper_without_press_text_is_refused_in_a_sentence(paper: Paper) -> None:
    with pytest.raises(Refusal, match="has no press text"):
        render(replace(paper, press=None), "txt")


def test_an_unknown_form_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refusal, match="Choose one of: docx, pdf, html, pptx, xlsx, txt"):
        render(sample("vi"), "odt")


@pytest.mark.parametrize("name", ["docx", "pdf", "html"])
@pytest.mark.parametrize("lang", LANGS)
def test_real_figures_carry_no_notice(name: str, lang: str) -> None:
    paper = replace(sample(lang), synthetic="", running="1")
    assert render(paper, name)


def test_the_table_of_forms_loads_no_heavy_library() -> None:
    script = (
        "import sys; import tongket.desks.papers.formats; "
        "heavy = ('docx', 'typst', 'pptx', 'xlsxwriter', 'vl_convert', 'django', 'PIL'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert result.stdout.strip() == "[]"


def test_chart_prints_the_quotes_and_not_its_own_rounding(paper: Paper) -> None:
    chart = next(block for block in paper.blocks if isinstance(block, Chart))
    first = chart.series[0]
    odd = replace(first, points=(Quote("một", "x"), *first.points[1:]))
    assert ">một<" in charts.svg(replace(chart, series=(odd, *chart.series[1:])), paper.lang)


@pytest.mark.parametrize(("label_points", "shown"), [(True, 9), (False, 4)])
def test_chart_labels_all_points_or_the_ends_only(label_points: bool, shown: int) -> None:
    chart = next(
        block for block in sample("en").blocks if isinstance(block, Chart) and block.name == "retail"
    )
    picture = charts.svg(replace(chart, label_points=label_points), "en")
    printed = sum(f">{point.text}<" in picture for series in chart.series for point in series.points if point)
    assert printed == shown
