"""A Word file with comments is the same file, and each comment frames its number."""

import io
import re

import docx
import pytest
from tests.unit.documents.word_files import body, cell, paragraph, parts_of, run, table, write

from tongket.figures.exchange.documents import Remark, UnreadableDocument, read_word_file, with_comments

LOOK = '<w:b/><w:i/><w:color w:val="FF0000"/>'


def remarked(path, *numbers):
    word = read_word_file(path)
    text = word.document.text
    remarks = [Remark(at := text.index(number), at + len(number), f"về {number}") for number in numbers]
    return word, with_comments(word, remarks, "vi-VN", "2021-01-19T08:00:00+07:00")


def framed(data):
    """The text each comment frames, by the comment's own text."""
    document = docx.Document(io.BytesIO(data))
    xml = parts_of(data)["word/document.xml"].decode()
    found = {}
    for comment in document.comments:
        begin = f'<w:commentRangeStart w:id="{comment.comment_id}"/>'
        inside = xml[xml.index(begin) : xml.index(f'<w:commentRangeEnd w:id="{comment.comment_id}"/>')]
        found[comment.text] = "".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", inside))
    return found


def without_marks(xml):
    """The body without comments, its split runs put together again."""
    xml = re.sub(r'<w:commentRange(?:Start|End) w:id="\d+"/>', "", xml)
    return re.sub(
        r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference w:id="\d+"/></w:r>', "", xml
    )


def test_a_number_inside_a_run_is_framed_alone_and_looks_as_before(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("đạt 20.217 tỷ &amp; hơn", LOOK)))
    word, data = remarked(path, "20.217")
    assert framed(data) == {"về 20.217": "20.217"}
    xml = parts_of(data)["word/document.xml"].decode()
    looks = [run for run in re.findall(r"<w:r>.*?</w:r>", xml) if "<w:t " in run]
    assert len(looks) == 3
    assert all(f"<w:rPr>{LOOK}</w:rPr>" in look for look in looks)
    assert read_word_file_of(tmp_path, data).document.text == word.document.text


def read_word_file_of(tmp_path, data):
    (tmp_path / "again.docx").write_bytes(data)
    return read_word_file(tmp_path / "again.docx")


def test_a_number_over_several_runs_is_framed_whole(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("đạt 20"), run(".", LOOK), run("217 tỷ")))
    assert framed(remarked(path, "20.217")[1]) == {"về 20.217": "20.217"}


def test_a_whole_run_is_not_written_anew(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("đạt "), run("20.217", LOOK), run(" tỷ")))
    xml = parts_of(remarked(path, "20.217")[1])["word/document.xml"].decode()
    assert without_marks(xml) == body(paragraph(run("đạt "), run("20.217", LOOK), run(" tỷ")))


def test_two_numbers_of_one_run(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("từ 86,7% lên 97,5%")))
    assert framed(remarked(path, "86,7%", "97,5%")[1]) == {"về 86,7%": "86,7%", "về 97,5%": "97,5%"}


def test_a_run_with_breaks_keeps_them(tmp_path):
    mixed = "<w:r><w:t>a</w:t><w:br/><w:t>đạt 13,5%</w:t><w:tab/><w:t>b</w:t></w:r>"
    path = write(tmp_path / "a.docx", paragraph(mixed))
    word, data = remarked(path, "13,5%")
    assert framed(data) == {"về 13,5%": "13,5%"}
    assert read_word_file_of(tmp_path, data).document.text == word.document.text


def test_cells_of_tables(tmp_path):
    path = write(tmp_path / "a.docx", table([cell("Bán lẻ"), cell("20.217")]))
    assert framed(remarked(path, "20.217")[1]) == {"về 20.217": "20.217"}


def test_a_note_and_a_box_are_remarked_at_their_mark(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('khung 98%'))}</w:txbxContent></w:pict></w:r>"
    notes = f'<w:footnote w:id="2">{paragraph(run("ước 91%"))}</w:footnote>'
    data = remarked(write(tmp_path / "a.docx", paragraph(run("A"), mark, box), notes), "91%", "98%")[1]
    parts = parts_of(data)
    xml = parts["word/document.xml"].decode()
    assert (
        '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd' in xml
    )
    assert "commentRange" not in re.findall(r"<w:txbxContent>.*</w:txbxContent>", xml)[0]
    assert "commentRange" not in parts["word/footnotes.xml"].decode()


def test_everything_else_stays_byte_for_byte_and_comments_there_were_are_kept(tmp_path):
    made = docx.Document()
    line = made.add_paragraph("")
    first = line.add_run("đạt 20.217 tỷ")
    made.add_comment(first, text="của người khác", author="Phòng", initials="P")
    made.save(tmp_path / "a.docx")
    before = parts_of((tmp_path / "a.docx").read_bytes())
    data = remarked(tmp_path / "a.docx", "20.217")[1]
    after = parts_of(data)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    comments = docx.Document(io.BytesIO(data)).comments
    assert [(one.author, one.text) for one in comments] == [
        ("Phòng", "của người khác"),
        ("Tongket", "về 20.217"),
    ]


def test_a_file_without_comments_gets_the_part_its_relation_and_its_type(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("đạt 20.217 tỷ")))
    before, after = parts_of(path.read_bytes()), parts_of(remarked(path, "20.217")[1])
    assert after.keys() - before.keys() == {"word/comments.xml"}
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert b'w:author="Tongket" w:date="2021-01-19T08:00:00+07:00"' in after["word/comments.xml"]
    assert b'<w:lang w:val="vi-VN"/>' in after["word/comments.xml"]


def test_nothing_to_remark_leaves_the_file_as_it_is(tmp_path):
    path = write(tmp_path / "a.docx", paragraph(run("đạt")))
    word = read_word_file(path)
    assert with_comments(word, [], "vi-VN") == path.read_bytes()


def test_only_word_files_take_comments(tmp_path):
    (tmp_path / "a.txt").write_text("đạt 20.217 tỷ", encoding="utf-8")
    with pytest.raises(UnreadableDocument) as refused:
        read_word_file(tmp_path / "a.txt")
    assert "--comments" in refused.value.say("vi")
