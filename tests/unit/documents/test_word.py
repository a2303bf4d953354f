"""What of a Word file becomes text, and where each piece of it says it stands."""

import docx
from tests.unit.documents.word_files import cell, paragraph, run, table, write

from tongket.figures.exchange.documents import read_document

SUP = '<w:vertAlign w:val="superscript"/>'
HIGH = '<w:position w:val="8"/>'


def pieces(path):
    document = read_document(path)
    return [(piece.kind, document.text[piece.start : piece.end]) for piece in document.pieces]


def test_runs_breaks_and_tabs_of_a_paragraph(tmp_path):
    text = paragraph(run("Giá trị đạt "), run("21."), run("606"), "<w:r><w:tab/><w:br/><w:t>tỷ</w:t></w:r>")
    assert pieces(write(tmp_path / "a.docx", text)) == [("paragraph", "Giá trị đạt 21.606\t\ntỷ")]


def test_insertions_are_in_and_deletions_out(tmp_path):
    text = paragraph(
        run("đạt "),
        f"<w:del w:id='1' w:author='a'><w:r><w:delText>20.271</w:delText></w:r></w:del>"
        f"<w:ins w:id='2' w:author='a'>{run('20.217')}</w:ins>"
        f"<w:moveFrom w:id='3'>{run('cũ')}</w:moveFrom><w:moveTo w:id='4'>{run(' tỷ')}</w:moveTo>",
    )
    assert pieces(write(tmp_path / "a.docx", text)) == [("paragraph", "đạt 20.217 tỷ")]


def test_field_codes_and_hidden_letters_are_out_and_results_in(tmp_path):
    text = paragraph(
        "<w:r><w:instrText> REF x </w:instrText></w:r>", run("13,5"), run("thầm", "<w:vanish/>"), run("%")
    )
    assert pieces(write(tmp_path / "a.docx", text)) == [("paragraph", "13,5%")]


def test_the_mark_of_a_note_is_no_digit(tmp_path):
    text = paragraph(run("20.217"), run("(2)", SUP)) + paragraph(run("13,5"), run("(1)", HIGH))
    assert pieces(write(tmp_path / "a.docx", text)) == [
        ("paragraph", "20.217⁽²⁾"),
        ("paragraph", "13,5⁽¹⁾"),
    ]


def test_footnotes_follow_the_paragraph_that_bears_their_mark(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    told = f'<w:footnote w:id="2">{paragraph(run("Ước"))}</w:footnote>'
    notes = f'<w:footnote w:id="0">{paragraph()}</w:footnote>{told}'
    path = write(tmp_path / "a.docx", paragraph(run("A"), mark) + paragraph(run("B")), notes)
    assert pieces(path) == [("paragraph", "A"), ("note", "Ước"), ("paragraph", "B")]


def test_a_text_box_is_read_once(tmp_path):
    box = f"<w:txbxContent>{paragraph(run('trong khung'))}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    path = write(tmp_path / "a.docx", paragraph(run("trước"), drawing, run(" sau")))
    assert pieces(path) == [("paragraph", "trước sau"), ("box", "trong khung")]


def test_headers_and_footers_are_left_out(tmp_path):
    made = docx.Document()
    made.add_paragraph("Nội dung")
    made.sections[0].header.paragraphs[0].text = "Trang 12"
    made.sections[0].footer.paragraphs[0].text = "Số 123"
    made.save(tmp_path / "a.docx")
    assert pieces(tmp_path / "a.docx") == [("paragraph", "Nội dung")]


def test_merged_cells_are_one_and_show_in_every_place(tmp_path):
    wide, top, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = table(
        [cell("Chỉ tiêu", top), cell("Năm 2020", wide)],
        [cell("", below), cell("Kế hoạch"), cell("Thực hiện")],
        [cell("Bán lẻ"), cell("1"), cell("2")],
    )
    grid = read_document(write(tmp_path / "a.docx", paragraph(run("Bảng 1")) + rows)).grids[0]
    assert (grid.rows, grid.columns, grid.heads, grid.before) == (3, 3, 2, ("Bảng 1",))
    assert [grid.column_head(column) for column in (1, 2, 3)] == [
        "Chỉ tiêu",
        "Năm 2020 · Kế hoạch",
        "Năm 2020 · Thực hiện",
    ]
    assert grid.row_head(3) == "Bán lẻ"


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path):
    inner = table([cell("x"), cell("7")]) + paragraph()
    document = read_document(write(tmp_path / "a.docx", table([cell("ngoài", "", inner), cell("1")])))
    assert [[text for _, text in grid.cells] for grid in document.grids] == [["ngoài", "1"], ["x", "7"]]


def test_places_are_told_as_people_look_for_them(tmp_path):
    rows = table([cell("Chỉ tiêu"), cell("Năm 2020")], [cell("Bán lẻ"), cell("20.217")])
    document = read_document(write(tmp_path / "a.docx", paragraph(run("đạt 13,5%")) + rows))
    assert document.place(document.text.index("13,5")).vi == "đoạn 1"
    assert document.place(document.text.index("20.217")).en == "table 1, row 2, column 2"


def test_the_prose_of_a_document_keeps_its_offsets(tmp_path):
    rows = table([cell("A"), cell("20.217")])
    document = read_document(
        write(tmp_path / "a.docx", paragraph(run("đầu")) + rows + paragraph(run("cuối")))
    )
    assert len(document.prose) == len(document.text)
    assert "20.217" not in document.prose
    assert document.prose.index("cuối") == document.text.index("cuối")
