"""Location quotient."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.structure.location_quotient import location_quotient

PAGE = Page(
    title=Text("Hệ số tập trung ngành (location quotient)", "Location quotient"),
    of=(location_quotient,),
    what=Text(
        "Tỉnh nghiêng về một ngành gấp mấy lần cả nước.",
        "How many times more a province is given to an industry than the nation.",
    ),
    formula="LQ = (eᵢ / e) / (Eᵢ / E)",
    where=Text(
        "eᵢ, e: ngành và tổng của tỉnh; Eᵢ, E: của cả nước. LQ = 1: như cả nước.",
        "eᵢ, e: industry and total of the province; Eᵢ, E: of the nation. LQ = 1: as the nation.",
    ),
    when=Text(
        "Tìm ngành có lợi thế; nên xem cùng shift-share.",
        "To find industries of strength; read it with shift-share.",
    ),
    missing=Text("thiếu một trong bốn số thì không có.", "any of the four missing leaves none."),
    zero=Text(
        "tỉnh không có ngành đó: 0 thật; cả nước không có: không chia được.",
        "an industry the province lacks is a true 0; one the nation lacks leaves none.",
    ),
    negative=Text(
        "không xác định; phần lớn hơn toàn bộ cũng vậy.", "undefined; so is a part above its whole."
    ),
    source=cited(
        "Florence, Investment, Location and Size of Plant (1948)",
        "Florence, Investment, Location and Size of Plant (1948)",
        "bảng số: Krumme, Đại học Washington",
        "table: Krumme, University of Washington",
    ),
)


@PAGE.example(
    "Bốn ngành",
    "Four industries",
    facts("""
        industry | eᵢ  | e    | Eᵢ    | E
        I        | 500 | 1000 | 10000 | 100000
        II       | 100 | 1000 | 20000 | 100000
        III      | 0   | 1000 | 40000 | 100000
        IV       | 200 | 1000 | …     | 100000
    """),
    answers="""
        industry | value
        I        | 5.000
        II       | 0.500
        III      | 0.000
        IV       | not_answered
    """,
)
def _(given):
    return {code: location_quotient(*row) for code, row in given.first.rows().items()}
