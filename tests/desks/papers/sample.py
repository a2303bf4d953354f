"""A made-up report of a made-up office, in both languages: every number in it is invented."""

from __future__ import annotations

from tests.desks.papers.exhibits import (
    district_table,
    in_language,
    indicator_table,
    industry_chart,
    number,
    retail_chart,
)

from tongket.figures.review.content import (
    Annex,
    Block,
    Heading,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    Press,
    Signature,
    Slide,
)
from tongket.figures.terms.words import Lang


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
            "Mọi số liệu trong văn bản này là giả lập, để thử phần mềm; không phải số liệu thật của tỉnh nào."
            if lang == "vi"
            else "Every figure in this paper is synthetic, to try the software; none is of a real province."
        ),
        letterhead=_letterhead(lang),
        blocks=_blocks(lang),
        signature=_signature(lang),
        annexes=(_annex(lang),),
        slides=_slides(lang),
        press=_press(lang),
    )


def _letterhead(lang: Lang) -> Letterhead:
    if lang == "vi":
        return Letterhead(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH",
            "SỞ CÔNG THƯƠNG",
            "Số:        /BC-SCT",
            "Giả Định, ngày 05 tháng 01 năm 2021",
            "BÁO CÁO",
            "Tổng kết hoạt động năm 2020 và phương hướng, nhiệm vụ năm 2021 của ngành Công Thương",
        )
    return Letterhead(
        "SOCIALIST REPUBLIC OF VIET NAM",
        "Independence - Freedom - Happiness",
        "PEOPLE'S COMMITTEE OF MADE-UP PROVINCE",
        "DEPARTMENT OF INDUSTRY AND TRADE",
        "No.        /BC-SCT",
        "Made-up, 5 January 2021",
        "REPORT",
        "Review of the year 2020 and the tasks of industry and trade for 2021",
    )


def _blocks(lang: Lang) -> tuple[Block, ...]:
    say = in_language(lang)
    return (
        Paragraph(
            (
                say(
                    "Thực hiện chương trình công tác, Sở báo cáo như sau:",
                    "The Department reports as follows:",
                ),
            )
        ),
        Heading(0, say("Phần I", "Part I"), say("Kết quả thực hiện năm 2020", "Results of 2020")),
        Heading(1, "I.", say("Kết quả các chỉ tiêu", "The indicators")),
        Paragraph(
            (
                say("Chỉ số sản xuất công nghiệp tăng ", "The index of industrial production rose by "),
                number(11.3, lang, "IIP:all@99/2020?same_period_last_year"),
                say("% so với năm 2019; giá trị sản xuất đạt ", " % on 2019; output reached "),
                number(19987.6, lang, "OUTPUT:current@99/2020"),
                say(
                    " tỷ đồng, vượt kế hoạch. Bán lẻ hàng hóa ước đạt ",
                    " bn dong, above the plan. Retail sales of goods are put at ",
                ),
                number(18765.4, lang, "RETAIL:goods@99/2020"),
                say(" tỷ đồng.", " bn dong."),
            ),
            notes=(_estimate_note(lang),),
        ),
        indicator_table(lang),
        Heading(2, "1.", say("Công nghiệp & năng lượng <điện>", "Industry & energy <power>")),
        Paragraph(
            (say("Ngành điện tăng ", "Electricity rose by "), number(16.9, lang, "IIP:industry@99/2"), "%;"),
            style="item",
        ),
        Paragraph(
            (say("khai khoáng giảm ", "mining fell by "), number(4.2, lang, "IIP:industry@99/0"), "%."),
            style="item",
        ),
        industry_chart(lang),
        Heading(2, "2.", say("Thương mại nội địa", "Domestic trade")),
        Heading(3, "a)", say("Bán lẻ", "Retail sales")),
        retail_chart(lang),
        Heading(0, say("Phần II", "Part II"), say("Phương hướng năm 2021", "The year 2021")),
        Heading(1, "I.", say("Mục tiêu", "Targets")),
        Paragraph(
            (
                say("Phấn đấu tăng ", "The target is growth of "),
                number(10, lang, "IIP:all@99/2021!TARGET"),
                "%.",
            )
        ),
    )


def _estimate_note(lang: Lang) -> Note:
    say = in_language(lang)
    months = number(17001.2, lang, "RETAIL:goods@99/2020-01/P11M")
    how = say("Ước từ mười một tháng: ", "Estimated from eleven months: ")
    return Note("*", (how, months, say(" tỷ đồng.", " bn dong.")))


def _annex(lang: Lang) -> Annex:
    say = in_language(lang)
    return Annex(
        say("Phụ lục I", "Annex I"),
        say("Điện nông thôn theo xã", "Rural electricity by commune"),
        say(
            "(Kèm theo Báo cáo số      /BC-SCT ngày 05/01/2021)", "(To report      /BC-SCT of 5 January 2021)"
        ),
        (
            Paragraph(
                (
                    say("Tổng cộng ", "In all "),
                    number(45, lang, "COMMUNES@99/2020", 0),
                    say(" xã.", " communes."),
                )
            ),
            district_table(lang),
        ),
    )


def _signature(lang: Lang) -> Signature:
    if lang == "vi":
        return Signature(
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "Nguyễn Thị Ước Lượng",
            "Nơi nhận:",
            ("- UBND tỉnh (báo cáo);", "- Các phòng thuộc Sở;", "- Lưu: VT, KHTH."),
        )
    return Signature(
        ("FOR THE DIRECTOR", "DEPUTY DIRECTOR"),
        "Nguyễn Thị Ước Lượng",
        "Copies to:",
        ("- the People's Committee;", "- the divisions;", "- file: VT, KHTH."),
    )


def _slides(lang: Lang) -> tuple[Slide, ...]:
    say = in_language(lang)
    rise = (
        say("Công nghiệp tăng ", "Industry rose by "),
        number(11.3, lang, "IIP:all@99/2020?same_period_last_year"),
        "%",
    )
    return (
        Slide(
            say("Công nghiệp vượt kế hoạch nhờ ngành điện", "Industry beat its plan thanks to electricity"),
            (rise, (say("Khai khoáng giảm hai năm liền", "Mining fell two years running"),)),
            industry_chart(lang),
        ),
        Slide(
            say("Bán lẻ tăng đều qua năm năm", "Retail sales rose steadily in five years"),
            (),
            retail_chart(lang),
        ),
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
    say = in_language(lang)
    return Press(
        say("Công nghiệp Giả Định vượt kế hoạch năm 2020", "Industry of Made-up Province beats its plan"),
        (
            (
                say("Chỉ số sản xuất công nghiệp tăng ", "Industrial production rose by "),
                number(11.3, lang, "IIP:all@99/2020?same_period_last_year"),
                "%.",
            ),
            (
                say("Bán lẻ hàng hóa ước đạt ", "Retail sales of goods are put at "),
                number(18765.4, lang, "RETAIL:goods@99/2020"),
                say(" tỷ đồng.", " bn dong."),
            ),
        ),
        say(
            "Văn phòng Sở, qua trang hỏi đáp của cổng công bố.",
            "The office of the Department, through the portal.",
        ),
    )
