"""Hidiroglou-Berthelot outliers."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.editing._rules import SAID

from tongket.figures.methods.editing.outliers import difference_outliers, hidiroglou_berthelot

PAGE = Page(
    title=Text("Giá trị bất thường Hidiroglou–Berthelot", "Hidiroglou–Berthelot outliers"),
    of=(hidiroglou_berthelot, difference_outliers),
    what=Text(
        "Tỷ số so kỳ trước của mỗi đơn vị được so với các đơn vị khác; đơn vị lớn bị xét chặt hơn đơn vị nhỏ, tăng gấp đôi và giảm một nửa được xét như nhau.",
        "Each unit's ratio to the period before is set against the others'; large units are judged more closely than small ones, doubling and halving alike.",
    ),
    formula=(
        "s = 1 − r_M/r (r < r_M),  r/r_M − 1 (r ≥ r_M);   E = s · max(y(t), y(t−1))^U\n"
        "E_M − C d₁ ≤ E ≤ E_M + C d₃;   d₁ = max(E_M − E_Q1, |A E_M|),  d₃ = max(E_Q3 − E_M, |A E_M|)"
    ),
    where=Text(
        "r_M: trung vị tỷ số; Q1, Q3: tứ phân vị; U = 0,5, A = 0,05, C = 4 là tham số.",
        "r_M: the median ratio; Q1, Q3: quartiles; U = 0.5, A = 0.05, C = 4 are parameters.",
    ),
    when=Text(
        "Từ 5 đơn vị cùng loại trở lên. Số có thể âm (thay đổi tồn kho): dùng hiệu thay cho tỷ số.",
        "With 5 like units or more. For values that may be negative (stock changes), differences take the place of ratios.",
    ),
    missing=Text("loại và nêu tên.", "excluded and named."),
    zero=Text(
        "loại và nêu tên; mọi điểm bằng nhau thì không có phép thử, dùng giới hạn sàn nếu có.",
        "excluded and named; with all scores alike there is no test, a floor serves if given.",
    ),
    negative=Text(
        "loại trong phép thử tỷ số; tính bình thường trong phép thử hiệu.",
        "excluded from the test of ratios; a number like any other in the test of differences.",
    ),
    source=cited(
        "Hidiroglou, Berthelot, Survey Methodology 12 (1986)",
        "Hidiroglou, Berthelot, Survey Methodology 12 (1986)",
        "tr. 73–83; gói R univOutl",
        "pp. 73–83; R package univOutl",
    ),
)


@PAGE.example(
    "Tám cơ sở: cơ sở 5 và 8 bất thường",
    "Eight units: 5 and 8 are outliers",
    facts("""
        unit | before | now
        1    | 100    | 105
        2    | 120    | 118
        3    | 80     | 88
        4    | 500    | 520
        5    | 60     | 12
        6    | 200    | 210
        7    | 90     | 99
        8    | 1000   | 3000
    """),
    answers="""
        unit | score     | verdict
        1    | 0.00000   | holds
        2    | -0.74267  | holds
        3    | 0.44671   | holds
        4    | -0.21926  | holds
        5    | -32.92036 | broken
        6    | 0.00000   | holds
        7    | 0.47380   | holds
        8    | 101.7199  | broken
    """,
    note=Text(
        "Trung vị tỷ số 1,05; giới hạn −1,40047 và 1,81392.",
        "Median ratio 1.05; bounds −1.40047 and 1.81392.",
    ),
)
def _(given):
    found = hidiroglou_berthelot(given["now"], given["before"])
    return {
        unit: (one.score, SAID[one.verdict]) for unit, one in zip(given.first.keys, found.units, strict=True)
    }


@PAGE.example(
    "Thay đổi tồn kho, xét theo hiệu: giới hạn −4,5 và 5,5",
    "Stock changes by differences: bounds −4.5 and 5.5",
    facts("""
        unit | before | now
        1    | 0      | -2
        2    | 1      | 0
        3    | -3     | -3
        4    | 2      | 3
        5    | 4      | 6
        6    | -10    | 40
    """),
    answers="""
        unit | verdict
        1    | holds
        2    | holds
        3    | holds
        4    | holds
        5    | holds
        6    | broken
    """,
    note=Text(
        "Các hiệu −2, −1, 0, 1, 2, 50: trung vị 0,5, tứ phân vị −0,75 và 1,75.",
        "Differences −2, −1, 0, 1, 2, 50: median 0.5, quartiles −0.75 and 1.75.",
    ),
)
def _(given):
    found = difference_outliers(given["now"], given["before"])
    assert (found.low, found.high) == (-4.5, 5.5)
    return {unit: SAID[one.verdict] for unit, one in zip(given.first.keys, found.units, strict=True)}
