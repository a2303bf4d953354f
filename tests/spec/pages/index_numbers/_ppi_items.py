"""Six items in two periods: PPI Manual (2004), tables 19.1 and 19.2, periods 1 and 2."""

from tests.spec.handbook.page import Text, facts

ITEMS = facts(
    """
    item | p₀ | p₁  | q₀  | q₁
    1    | 1  | 1.2 | 1   | 0.8
    2    | 1  | 3.0 | 1   | 0.9
    3    | 1  | 1.3 | 2   | 1.9
    4    | 1  | 0.7 | 1   | 1.3
    5    | 1  | 1.4 | 4.5 | 4.7
    6    | 1  | 0.8 | 0.5 | 0.6
    """,
    caption=Text(
        "Giá và lượng, Cẩm nang Chỉ số giá sản xuất, bảng 19.1 và 19.2",
        "Prices and quantities, PPI Manual, tables 19.1 and 19.2",
    ),
)
MATCHED = Text(
    "mặt hàng thiếu bất kỳ số nào mà công thức cần thì bị loại; không còn mặt hàng nào thì không có chỉ số.",
    "an item lacking anything the formula needs is left out; with none left there is no index.",
)
ZERO = Text("giá trị kỳ gốc bằng 0 thì không có chỉ số.", "a base value of 0 leaves no index.")
SYMBOLS = Text(
    "p, q: giá và lượng của từng mặt hàng; 0: kỳ gốc, 1: kỳ này. Chỉ số khối lượng: đổi chỗ p và q.",
    "p, q: price and quantity of each item; 0: before, 1: now. For a volume index p and q change places.",
)
