"""The works that pages cite, named once in both languages."""

from tongket.figures.terms.words import Text


def cited(vi: str, en: str, place_vi: str, place_en: str = "") -> Text:
    return Text(f"{vi}, {place_vi}.", f"{en}, {place_en or place_vi}.")


def ppi(vi: str, en: str) -> Text:
    return cited(
        "Cẩm nang Chỉ số giá sản xuất (ILO, IMF, OECD, Eurostat, UNECE, Ngân hàng Thế giới, 2004)",
        "Producer Price Index Manual (ILO, IMF, OECD, Eurostat, UNECE, World Bank, 2004)", vi, en,
    )  # fmt: skip


def qna(vi: str, en: str) -> Text:
    return cited(
        "Cẩm nang Tài khoản quốc gia theo quý (IMF, 2017)",
        "Quarterly National Accounts Manual (IMF, 2017)",
        vi,
        en,
    )


def irip(vi: str, en: str) -> Text:
    return cited(
        "Khuyến nghị quốc tế về chỉ số sản xuất công nghiệp (Liên hợp quốc, 2010)",
        "International Recommendations for the Index of Industrial Production (United Nations, 2010)", vi, en,
    )  # fmt: skip


def cochran(place: str) -> Text:
    return cited("Cochran, Sampling Techniques (1977)", "Cochran, Sampling Techniques (1977)", place)


def sdc(vi: str, en: str) -> Text:
    return cited(
        "Cẩm nang Bảo mật thống kê (Hundepool và cộng sự, Handbook on Statistical Disclosure Control)",
        "Hundepool et al., Handbook on Statistical Disclosure Control", vi, en,
    )  # fmt: skip


AMOUNTS = Text(
    "bị từ chối: giá và lượng là số không âm; số âm là lỗi của báo cáo.",
    "refused: prices and quantities are not negative; a negative one is a mistake of the return.",
)
