"""Text, web pages and PDF as documents."""

from tongket.figures.exchange.documents import read_document
from tongket.figures.exchange.documents.pdf_lines import joined


def lines(path):
    document = read_document(path)
    return [text for piece in document.pieces if (text := document.text[piece.start : piece.end])]


def written(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def test_a_paragraph_folded_into_lines_is_put_together_again(tmp_path):
    folded = (
        "Chỉ số sản xuất công nghiệp năm 2020 của toàn tỉnh tăng 13,5%\nso với năm 2019.\n\n- Một\n- Hai\n"
    )
    assert lines(written(tmp_path, "a.txt", folded)) == [
        "Chỉ số sản xuất công nghiệp năm 2020 của toàn tỉnh tăng 13,5% so với năm 2019.",
        "- Một",
        "- Hai",
    ]


def test_utf_16_with_its_mark_and_line_ends_of_all_kinds(tmp_path):
    (tmp_path / "a.txt").write_bytes("một\r\nhai\rba\u2028bốn".encode("utf-16"))
    assert lines(tmp_path / "a.txt") == ["một", "hai", "ba", "bốn"]


PAGE = """<!DOCTYPE html><html><head><title>t 1</title><style>p{top:2}</style></head><body>
<nav><ul><li>Trang chủ 3</li></ul></nav><header class="site-header"><div class="menu">Tin 4</div></header>
<main><article><h1>Kết quả</h1>
<p>Chỉ số tăng <b>13</b>,5%<sup>(1)</sup>.<br>Dòng hai</p>
<script>var x = 5;</script><!-- 6 --><div class="related-posts">Xem thêm 7</div>
<table><caption>Bảng 1 (tỷ đồng)</caption>
<thead><tr><th rowspan="2">Chỉ tiêu</th><th colspan="2">Năm 2020</th></tr>
<tr><th>Kế hoạch</th><th>Thực hiện</th></tr></thead>
<tbody><tr><th>Bán lẻ</th><td>1</td><td>20.217</td></tr></tbody>
</table></article>
<div id="respond" class="comment-respond"><form><p>Leave a Reply 8</p></form></div>
<section class="comments"><p>hay quá 9</p></section></main>
<aside>quảng cáo 10</aside>
<footer>Điện thoại 0212</footer></body></html>"""


def test_the_article_of_a_page_without_menus_forms_comments_and_scripts(tmp_path):
    document = read_document(written(tmp_path, "a.html", PAGE))
    assert document.text.splitlines() == [
        "Kết quả",
        "Chỉ số tăng 13,5%⁽¹⁾. Dòng hai",
        "Bảng 1 (tỷ đồng)",
        "Chỉ tiêu\tNăm 2020",
        "Kế hoạch\tThực hiện",
        "Bán lẻ\t1\t20.217",
    ]
    grid = document.grids[0]
    assert grid.heads == 2
    assert [grid.column_head(column) for column in (1, 2, 3)] == [
        "Chỉ tiêu",
        "Năm 2020 · Kế hoạch",
        "Năm 2020 · Thực hiện",
    ]
    assert grid.before[-1] == "Bảng 1 (tỷ đồng)"


def test_a_page_that_is_no_article_is_read_whole(tmp_path):
    text = "<html><body><div>một</div><div>hai <span>ba</span></div></body></html>"
    assert lines(written(tmp_path, "a.html", text)) == ["một", "hai ba"]


WRAPPED = [
    "Chỉ số sản xuất của toàn tỉnh tăng 13,5% so",
    "với năm 2019. Bán lẻ đạt 20.217 tỷ đồng",
    "trong năm.",
]
LISTED = [
    "I. Công nghiệp",
    "- Khai khoáng tăng 1,82% so với năm trước;",
    "- Chế biến tăng 6,14% so với năm trước.",
]


def test_lines_of_an_untagged_page_become_paragraphs():
    assert list(joined(WRAPPED)) == [" ".join(WRAPPED)]
    assert list(joined(LISTED)) == LISTED
