"""A made-up report of a made-up office, in both languages: every number in it is invented."""

from __future__ import annotations

from tongket.figures.review.content import (
    Annex,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    Press,
    Quote,
    Row,
    Series,
    Signature,
    Slide,
    Table,
)
from tongket.figures.terms.words import Lang, Text

YEARS = ("2016", "2017", "2018", "2019", "2020")
INDUSTRIES = (
    Text("Khai khoáng", "Mining and quarrying"),
    Text("Công nghiệp chế biến, chế tạo", "Manufacturing"),
    Text("Sản xuất và phân phối điện", "Electricity supply"),
    Text("Cung cấp nước, xử lý rác thải", "Water supply and waste treatment"),
)


def number(value: float, lang: Lang, address: str, decimals: int = 1) -> Quote:
    """A number as the language prints it."""
    text = f"{value:,.{decimals}f}"
    return Quote(text if lang == "en" else text.translate(str.maketrans(",.", ".,")), address)


def number_cell(value: float, lang: Lang, address: str, decimals: int = 1, notes: tuple[str, ...] = ()) -> Cell:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return Cell((number(value, lang, address, decimals),), notes, value, pattern)


def indicator_table(lang: Lang) -> Table:
    """Six columns, a group row, an indented row, notes, and a cell that is empty for a reason."""
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    heads = (
        say("Chỉ tiêu", "Indicator"),
        say("Đơn vị", "Unit"),
        say("Năm 2019", "2019"),
        say("Kế hoạch năm 2020", "Plan for 2020"),
        say("Ước năm 2020", "Estimate for 2020"),
        say("So với năm 2019 (%)", "On 2019 (%)"),
    )
    columns = tuple(
        Column(head, align, share)
        for head, align, share in zip(
            heads, ("left", "centre", "right", "right", "right", "right"), (3.4, 1.3, 1.2, 1.3, 1.3, 1.2), strict=True
        )
    )
    billion = say("tỷ đồng", "VND bn")
    rows = (
        Row((Cell((say("Công nghiệp", "Industry"),)), *[Cell(()) for _ in range(5)]), strong=True),
        Row(
            (
                Cell((say("Chỉ số sản xuất công nghiệp", "Index of industrial production"),)),
                Cell(("%",)),
                number_cell(108.4, lang, "IIP:all@99/2019"),
                number_cell(110.0, lang, "IIP:all@99/2020!TARGET"),
                number_cell(111.3, lang, "IIP:all@99/2020"),
                number_cell(11.3, lang, "IIP:all@99/2020?same_period_last_year"),
            ),
            level=1,
        ),
        Row(
            (
                Cell((say("Giá trị sản xuất, giá hiện hành", "Output at current prices"),)),
                Cell((billion,)),
                number_cell(18234.5, lang, "OUTPUT:current@99/2019"),
                number_cell(19500, lang, "OUTPUT:current@99/2020!TARGET"),
                number_cell(19987.6, lang, "OUTPUT:current@99/2020"),
                number_cell(9.6, lang, "OUTPUT:current@99/2020?same_period_last_year"),
            ),
            level=1,
        ),
        Row(
            (
                Cell((say("Bán lẻ hàng hóa", "Retail sales of goods"),), ("1",)),
                Cell((billion,)),
                number_cell(17654.0, lang, "RETAIL:goods@99/2019"),
                number_cell(21300.0, lang, "RETAIL:all@99/2020!TARGET", notes=("1",)),
                number_cell(18765.4, lang, "RETAIL:goods@99/2020"),
                Cell(("…",), ("2",)),
            ),
            strong=True,
        ),
    )
    notes = (
        Note("1", (say("Kế hoạch tính cả lưu trú, ăn uống: ", "The plan counts lodging and catering too: "),
                   number(2345.6, lang, "RETAIL:services@99/2020"), say(" tỷ đồng dịch vụ.", " bn of services."))),
        Note("2", (say("Không so sánh được: hai vế khác phạm vi.", "Not comparable: the coverages differ."),)),
    )
    caption = say("Bảng 1. Các chỉ tiêu chủ yếu năm 2020", "Table 1. Main indicators of 2020")
    source = say("Tổng hợp từ phiếu giả lập.", "Compiled from made-up returns.")
    return Table("indicators", caption, columns, rows, notes, source)


def retail_chart(lang: Lang) -> Chart:
    """Two lines that cross, one with a hole."""
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    goods, services = (12345.6, 13456.7, 14987.0, 17654.0, 18765.4), (13100.2, None, 14300.9, 15210.3, 15020.8)
    return Chart(
        "retail",
        say("Biểu đồ 1. Bán lẻ hàng hóa và dịch vụ", "Chart 1. Retail sales of goods and services"),
        say("Bán lẻ hàng hóa tăng đều; dịch vụ chững lại năm cuối.", "Goods rise steadily; services stall at the end."),
        "line",
        say("tỷ đồng", "VND bn"),
        YEARS,
        (
            _series(say("Hàng hóa", "Goods"), goods, lang, "RETAIL:goods"),
            _series(say("Dịch vụ", "Services"), services, lang, "RETAIL:services"),
        ),
    )


def industry_chart(lang: Lang) -> Chart:
    """Bars with long names, one below zero."""
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    growth = (-4.2, 13.1, 16.9, 5.4)
    return Chart(
        "growth",
        say("Biểu đồ 2. Tốc độ tăng theo ngành", "Chart 2. Growth by industry"),
        say("Điện tăng nhanh nhất, khai khoáng giảm.", "Electricity grows fastest; mining falls."),
        "bar",
        "%",
        tuple(name[lang] for name in INDUSTRIES),
        (_series(say("So với năm trước", "On the year before"), growth, lang, "IIP:industry"),),
    )


def district_table(lang: Lang, rows: int = 45) -> Table:
    """A long table: it crosses pages, so that its heads have to repeat."""
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    columns = (
        Column(say("Xã", "Commune"), "left", 2.5),
        Column(say("Số hộ", "Households"), "right", 1),
        Column(say("Hộ có điện", "With electricity"), "right", 1),
        Column(say("Tỷ lệ (%)", "Rate (%)"), "right", 1),
    )
    body = tuple(
        Row(
            (
                Cell((say(f"Xã giả định số {n}", f"Made-up commune {n}"),)),
                number_cell(1000 + 7 * n, lang, f"HOUSEHOLDS@{n:05d}/2020", 0),
                number_cell(900 + 7 * n, lang, f"CONNECTED@{n:05d}/2020", 0),
                number_cell(90 + n % 10, lang, f"RATE@{n:05d}/2020"),
            )
        )
        for n in range(1, rows + 1)
    )
    caption = say("Hộ dân được dùng điện theo xã", "Households with electricity by commune")
    return Table("electricity_by_commune", caption, columns, body, source=say("Số giả lập.", "Made up."))


def sample(lang: Lang) -> Paper:
    """The whole paper."""
    return Paper(
        lang=lang,
        title="Báo cáo tổng kết năm 2020 (giả lập)" if lang == "vi" else "Review of the year 2020 (made up)",
        running=(
            "Bản công bố số 3 · Số liệu đến 15/01/2021 · Số liệu giả lập"
            if lang == "vi"
            else "Release 3 · As of 15 January 2021 · Synthetic figures"
        ),
        synthetic=(
            "Mọi số liệu trong văn bản này là giả lập, dùng để thử phần mềm; không phải số liệu thật của tỉnh nào."
            if lang == "vi"
            else "Every figure in this paper is synthetic, made to try the software; none belongs to a real province."
        ),
        letterhead=_letterhead(lang),
        blocks=_blocks(lang),
        signature=_signature(lang),
        annexes=(_annex(lang),),
        slides=_slides(lang),
        press=_press(lang),
    )


def _series(name: str, values: tuple[float | None, ...], lang: Lang, address: str) -> Series:
    points = tuple(
        None if value is None else number(value, lang, f"{address}@99/{index}") for index, value in enumerate(values)
    )
    return Series(name, points, values)


def _letterhead(lang: Lang) -> Letterhead:
    if lang == "vi":
        return Letterhead(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH",
            "SỞ CÔNG THƯƠNG", "Số:        /BC-SCT", "Giả Định, ngày 05 tháng 01 năm 2021", "BÁO CÁO",
            "Tổng kết hoạt động năm 2020 và phương hướng, nhiệm vụ năm 2021 của ngành Công Thương",
        )
    return Letterhead(
        "SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness", "PEOPLE'S COMMITTEE OF MADE-UP PROVINCE",
        "DEPARTMENT OF INDUSTRY AND TRADE", "No.        /BC-SCT", "Made-up, 5 January 2021", "REPORT",
        "Review of the year 2020 and the tasks of industry and trade for 2021",
    )


def _blocks(lang: Lang) -> tuple[Block, ...]:
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    q = lambda value, address, decimals=1: number(value, lang, address, decimals)  # noqa: E731
    return (
        Paragraph((say("Thực hiện chương trình công tác, Sở báo cáo như sau:", "The Department reports as follows:"),)),
        Heading(0, say("Phần I", "Part I"), say("Kết quả thực hiện năm 2020", "Results of 2020")),
        Heading(1, "I.", say("Kết quả các chỉ tiêu", "The indicators")),
        Paragraph((
            say("Chỉ số sản xuất công nghiệp tăng ", "The index of industrial production rose by "),
            q(11.3, "IIP:all@99/2020?same_period_last_year"),
            say("% so với năm 2019; giá trị sản xuất đạt ", " % on 2019; output reached "),
            q(19987.6, "OUTPUT:current@99/2020"),
            say(" tỷ đồng, vượt kế hoạch. Bán lẻ hàng hóa ước đạt ", " bn dong, above the plan. Retail sales of goods are put at "),
            q(18765.4, "RETAIL:goods@99/2020"),
            say(" tỷ đồng.", " bn dong."),
        ), notes=("1",)),
        indicator_table(lang),
        Heading(2, "1.", say("Công nghiệp & năng lượng <điện>", "Industry & energy <power>")),
        Paragraph((say("Ngành điện tăng ", "Electricity rose by "), q(16.9, "IIP:industry@99/2"), "%;"), style="item"),
        Paragraph((say("khai khoáng giảm ", "mining fell by "), q(4.2, "IIP:industry@99/0"), "%."), style="item"),
        industry_chart(lang),
        Heading(2, "2.", say("Thương mại nội địa", "Domestic trade")),
        Heading(3, "a)", say("Bán lẻ", "Retail sales")),
        retail_chart(lang),
        Heading(0, say("Phần II", "Part II"), say("Phương hướng năm 2021", "The year 2021")),
        Heading(1, "I.", say("Mục tiêu", "Targets")),
        Paragraph((say("Phấn đấu tăng ", "The target is growth of "), q(10, "IIP:all@99/2021!TARGET"), "%.")),
    )


def _annex(lang: Lang) -> Annex:
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    return Annex(
        say("Phụ lục I", "Annex I"),
        say("Điện nông thôn theo xã", "Rural electricity by commune"),
        say("(Kèm theo Báo cáo số      /BC-SCT ngày 05/01/2021)", "(To report      /BC-SCT of 5 January 2021)"),
        (Paragraph((say("Tổng cộng ", "In all "), number(45, lang, "COMMUNES@99/2020", 0), say(" xã.", " communes."))),
         district_table(lang)),
    )


def _signature(lang: Lang) -> Signature:
    if lang == "vi":
        return Signature(
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Thị Ước Lượng", "Nơi nhận:",
            ("- UBND tỉnh (báo cáo);", "- Các phòng thuộc Sở;", "- Lưu: VT, KHTH."),
        )
    return Signature(
        ("FOR THE DIRECTOR", "DEPUTY DIRECTOR"), "Nguyễn Thị Ước Lượng", "Copies to:",
        ("- the People's Committee;", "- the divisions;", "- file: VT, KHTH."),
    )


def _slides(lang: Lang) -> tuple[Slide, ...]:
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    rise = (say("Công nghiệp tăng ", "Industry rose by "), number(11.3, lang, "IIP:all@99/2020?same_period_last_year"), "%")
    return (
        Slide(
            say("Công nghiệp vượt kế hoạch nhờ ngành điện", "Industry beat its plan thanks to electricity"),
            (rise, (say("Khai khoáng giảm hai năm liền", "Mining fell two years running"),)),
            industry_chart(lang),
        ),
        Slide(say("Bán lẻ tăng đều qua năm năm", "Retail sales rose steadily in five years"), (), retail_chart(lang)),
        Slide(say("Các chỉ tiêu chủ yếu", "The main indicators"), (), indicator_table(lang)),
        Slide(
            say("Năm 2021: ba việc phải làm trước", "2021: three things first"),
            (
                (say("Phấn đấu tăng ", "Grow by "), number(10, lang, "IIP:all@99/2021!TARGET"), "%"),
                (say("Gỡ vướng cho doanh nghiệp", "Remove what hinders enterprises"),),
                (say("Đưa điện về các bản xa", "Bring electricity to the far villages"),),
            ),
        ),
    )


def _press(lang: Lang) -> Press:
    say = lambda vi, en: vi if lang == "vi" else en  # noqa: E731
    return Press(
        say("Công nghiệp Giả Định vượt kế hoạch năm 2020", "Industry of Made-up Province beats its plan"),
        (
            (say("Chỉ số sản xuất công nghiệp tăng ", "Industrial production rose by "),
             number(11.3, lang, "IIP:all@99/2020?same_period_last_year"), "%."),
            (say("Bán lẻ hàng hóa ước đạt ", "Retail sales of goods are put at "),
             number(18765.4, lang, "RETAIL:goods@99/2020"), say(" tỷ đồng.", " bn dong.")),
        ),
        say("Văn phòng Sở, qua trang hỏi đáp của cổng công bố.", "The office of the Department, through the portal."),
    )
