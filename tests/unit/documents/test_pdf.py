"""PDF by its tags: paragraphs, tables with their heads, marks of notes, tables over two pages."""

import pytest
import typst

from tongket.figures.exchange.documents import UnreadableDocument, read_document

PAGE = '#set document(title: "t")\n#set text(lang: "vi")\n#set page(width: 16cm, height: {height}cm)\n'
TABLE = """#table(columns: 3, table.header([Chỉ tiêu], [Năm 2019], [Năm 2020]),
[Bán lẻ], [18.842], [20.217#super[(2)]], [Xuất khẩu], [140], [112], [Điện], [10.078,53], [11.634,79])"""


def written(tmp_path, content, height=20):
    source = PAGE.format(height=height) + content
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(source.encode()))
    return path


def cells(document):
    return [[text for piece, text in grid.cells if piece.spot.row == row + 1]
            for grid in document.grids for row in range(grid.rows)]  # fmt: skip


def test_vietnamese_letters_and_paragraphs_over_several_lines(tmp_path):
    said = "Chỉ số sản xuất công nghiệp của tỉnh năm 2020 tăng 13,5% so với năm 2019. " * 3
    document = read_document(written(tmp_path, f"{said}\n\nTỷ lệ hộ được sử dụng điện đạt 97,5%."))
    assert document.text.split("\n") == [said.strip(), "Tỷ lệ hộ được sử dụng điện đạt 97,5%.", ""]
    assert document.place(0).vi == "trang 1, đoạn 1"


def test_a_table_keeps_its_heads_and_the_marks_of_its_notes(tmp_path):
    grid = read_document(written(tmp_path, TABLE)).grids[0]
    assert [grid.column_head(column) for column in (1, 2, 3)] == ["Chỉ tiêu", "Năm 2019", "Năm 2020"]
    assert [grid.text(2, column) for column in (1, 2, 3)] == ["Bán lẻ", "18.842", "20.217⁽²⁾"]


def test_a_table_over_two_pages_is_one(tmp_path):
    rows = "".join(f"[Nhóm {number}], [1], [{number}]," for number in range(40))
    document = read_document(written(tmp_path, TABLE.replace("[Bán lẻ]", f"{rows}[Bán lẻ]")))
    assert {piece.page for piece, _ in document.grids[0].cells} == {1, 2}
    assert len(document.grids) == 1
    assert cells(document)[-1] == ["Điện", "10.078,53", "11.634,79"]


def test_a_page_without_text_is_refused(tmp_path):
    with pytest.raises(UnreadableDocument) as refused:
        read_document(written(tmp_path, "#rect()"))
    assert "without text" in refused.value.say("en")
