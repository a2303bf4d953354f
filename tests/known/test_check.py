"""`tongket check` on the example's own review: clean as written, and what is changed in it is found."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys

import docx
import pytest
from tests.known.conftest import ROOT, Year

STEMS = {"vi": "tong-ket-2020-lan-1", "en": "review-2020-release-1"}
TEXTS = ("docx", "pdf", "html", "txt")
# Sentences of our own as an office might write them; much of it the book knows nothing of.
REPORT = """BÁO CÁO
Kết quả công tác năm 2020 của ngành Công Thương

Năm 2020, ngành công thương tỉnh hoạt động trong bối cảnh dịch bệnh. Toàn tỉnh có 12 cụm công nghiệp,
trong đó 5 cụm đã có chủ đầu tư hạ tầng;
thu hút 34 dự án với tổng vốn đăng ký 1.250 tỷ đồng.
Chỉ số sản xuất công nghiệp tháng 10/2020 tăng 97,55% so với cùng kỳ năm trước;
6 tháng đầu năm giảm 24,47%.
Tính chung cả năm, chỉ số tăng gần 14%.
Giá trị sản xuất công nghiệp (giá hiện hành) ước đạt hơn 21,6 nghìn tỷ đồng, tăng 13% so với năm trước.
Công ty cổ phần mía đường sản xuất 52.000 tấn đường, nộp ngân sách 45 tỷ đồng.
Tổng mức bán lẻ hàng hóa năm 2020 ước đạt khoảng 20,2 nghìn tỷ đồng, bằng 107,3% so với năm 2019.
Quý III/2020 đạt 5.074 tỷ đồng.
Xuất khẩu nông sản đạt 112 triệu USD, bằng 74,2% kế hoạch năm;
trong đó Trung Quốc đạt 48,5 triệu USD, chiếm 43,3%.
Đã tổ chức 15 hội chợ, 320 gian hàng; cấp 120 giấy phép
theo Quyết định số 1234/QĐ-UBND ngày 15/3/2020. Điện thoại: 0212 3852 123.
Tỷ lệ hộ được sử dụng điện đạt 97,5%, tăng 1,8 điểm phần trăm so với năm 2019.
Huyện Mai Sơn có 28.113 hộ được sử dụng điện.
Chỉ số giá tiêu dùng tăng 3,2%.
Kim ngạch nhập khẩu qua cửa khẩu đạt 5,6 triệu USD, tăng 20% so với cùng kỳ.
Năm 2021 phấn đấu: chỉ số sản xuất công nghiệp tăng 10%; xuất khẩu hàng hóa 160 triệu USD.
"""
CAUGHT = 99.0  # percent of sentences with one thing wrong


@pytest.mark.parametrize("lang", STEMS)
@pytest.mark.parametrize("extension", TEXTS)
def test_a_review_checks_clean_against_its_own_release(year: Year, lang: str, extension: str):
    file = year.data / "review" / f"{STEMS[lang]}.{extension}"
    found = year.ask("check", file, "--release", 1)
    assert found["release"] == 1
    assert [one for one in found["findings"] if one["verdict"] not in ("agrees", "unknown")] == []
    most = 250 if extension != "txt" else 30
    assert found["counts"]["agrees"] >= most


def test_tables_of_all_formats_are_read_alike(year: Year):
    told = {}
    for extension in ("docx", "pdf", "html"):
        findings = year.ask("check", year.data / "review" / f"{STEMS['vi']}.{extension}")["findings"]
        told[extension] = {
            (one["address"], one["text"])
            for one in findings
            if "bảng" in one["place"]["vi"] and one["address"]
        }
    assert told["docx"] <= told["html"]  # a web page shows its charts as tables besides
    # Where a table of the PDF runs on to another page, its head stays behind: the rows there have no columns.
    assert told["pdf"] <= told["docx"]
    assert len(told["docx"] - told["pdf"]) <= 3


def test_an_edited_copy_gets_comments_in_the_right_places(year: Year, tmp_path):
    edited, commented = tmp_path / "sửa.docx", tmp_path / "ý kiến.docx"
    document = docx.Document(str(year.data / "review" / f"{STEMS['vi']}.docx"))
    _edit(document, "20.217", "20.271", "Tổng mức bán lẻ hàng hóa năm 2020")
    _edit(document, " tỷ đồng; giá trị", " tỷ đồng, tăng 19,7% so với năm 2020; giá trị", "Mục tiêu chủ yếu")
    _edit(document, " triệu USD; tỷ lệ", " triệu USD, tăng 42,9% so với năm 2020; tỷ lệ", "Mục tiêu chủ yếu")
    document.save(str(edited))
    printed = year.run("check", edited, "--comments", commented, exit_code=1)
    assert str(commented) in printed.replace("\n", "")
    comments = {one.text: one for one in docx.Document(str(commented)).comments}
    assert len(comments) == 3
    assert {one.author for one in comments.values()} == {"Tongket"}
    told = " ".join(comments)
    assert "20.217 tỷ đồng (retail_turnover:goods@14/2020)" in told
    assert told.count("So sánh không cùng loại") + told.count("so sánh không cùng loại") == 2
    assert _framed(commented) == ["20.271 tỷ đồng", "19,7%", "42,9%"]


def _edit(document, old: str, new: str, inside: str) -> None:
    paragraph = next(one for one in document.paragraphs if one.text.startswith(inside))
    run = next(one for one in paragraph.runs if old in one.text)
    run.text = run.text.replace(old, new)


def _framed(path) -> list[str]:
    xml = docx.Document(io.BytesIO(path.read_bytes())).element.xml
    inside = re.findall(
        r"<w:commentRangeStart [^>]*/>(.*?)<w:commentRangeEnd", xml.replace("\n", ""), flags=re.DOTALL
    )
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one)) for one in inside]


def test_a_report_of_other_words_raises_no_alarm(year: Year, tmp_path):
    path = tmp_path / "báo cáo.txt"
    path.write_text(REPORT, encoding="utf-8")
    found = year.ask("check", path)
    assert [one for one in found["findings"] if one["verdict"] not in ("agrees", "unknown")] == []
    assert found["counts"]["agrees"] >= 12


def test_the_three_exits(year: Year, tmp_path):
    right, wrong = tmp_path / "đúng.txt", tmp_path / "sai.txt"
    right.write_text("Tổng mức bán lẻ hàng hóa năm 2020 ước đạt 20.217 tỷ đồng.", encoding="utf-8")
    wrong.write_text("Tổng mức bán lẻ hàng hóa năm 2020 ước đạt 20.271 tỷ đồng.", encoding="utf-8")
    assert "1 khớp" in year.run("check", right)
    (finding,) = year.ask("check", wrong, exit_code=1)["findings"]
    assert finding["slip"] == "transposed"
    assert "1 cần xem lại" in year.run("check", wrong, exit_code=1)
    assert "1 to look at" in year.run("check", wrong, lang="en", exit_code=1)
    assert "không có tệp này" in year.run("check", tmp_path / "không có.docx", exit_code=2)
    assert ".docx" in year.run("check", right, "--comments", tmp_path / "a.docx", exit_code=2)
    assert "working" in year.run("check", right, "--release", "mới", exit_code=2)
    assert "đúng.txt" in year.run("check", right, "--comments", right, exit_code=2)


def test_the_working_book_and_the_release_are_told_apart(year: Year, tmp_path):
    """Returns that came after the release moved a figure; each number is right for one of the two books."""
    address = "retail_turnover:goods_lodging_catering@14/2020"
    name = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ lưu trú, ăn uống"
    released, now = (year.ask("explain", address, *asked)["value"] for asked in (("--release", 1), ()))
    assert round(float(released)) != round(float(now))
    text = tmp_path / "mới.txt"
    number = f"{round(float(now)):,}".replace(",", ".")
    text.write_text(f"{name} năm 2020 ước đạt {number} tỷ đồng.", encoding="utf-8")
    found = year.ask("check", text, "--release", 1, exit_code=1)["findings"][0]
    assert found["slip"] == "vintage"
    assert "sổ hiện hành" in found["sentence"]["vi"]
    year.ask("check", text, "--release", "working")


def test_of_a_thousand_wrong_sentences_almost_all_are_caught_and_no_right_one_is(year: Year):
    command = [sys.executable, "-m", "tests.prose.mutation_score", str(year.data), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    score = json.loads(done.stdout)
    assert score["wrong"] == 1000
    assert score["alarms"] == []
    assert score["caught_percent"] >= CAUGHT, score["missed"]
