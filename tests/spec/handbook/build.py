"""The handbook as files: `python -m tests.spec.handbook.build` writes docs/handbook anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.known.vectors_page import TITLE as VECTORS
from tests.known.vectors_page import vectors_text
from tests.spec.handbook.families import FAMILIES, pages
from tests.spec.handbook.printing import page_text

from tongket.figures.terms.words import Lang, Text

HANDBOOK = Path(__file__).parents[3] / "docs" / "handbook"

TITLE = Text("Sổ tay phương pháp", "Method handbook")
INTRODUCTION = Text(
    "Mỗi trang trình bày một phương pháp: dùng để làm gì, công thức, khi nào dùng, cách xử lý khi thiếu "
    "số liệu, khi gặp số 0 hoặc số âm, nguồn, và ví dụ với số liệu vào và kết quả ra. Mỗi ví dụ cũng là "
    "một phép kiểm thử: số liệu được ghi thành báo cáo, tổng hợp bằng DuckDB, Polars và bộ máy tính đối "
    "chứng, rồi đưa vào phương pháp; kết quả phải trùng từng chữ số với kết quả viết tay trên trang. Dấu "
    "“…” là không có số liệu. Số liệu trong ví dụ là số liệu minh họa, trừ nơi ghi rõ nguồn. Trang được "
    "viết bằng lệnh `make handbook`; đừng sửa trực tiếp.",
    "Each page is one method: what it is for, its formula, when to use it, what it does with a missing, "
    "zero or negative value, its source, and examples with data in and answers out. Every example is also "
    "a test: its data are filed as returns, reduced by DuckDB, by Polars and by the plain oracle, and "
    "handed to the method; the answer has to be the one written by hand on the page, digit by digit. “…” "
    "means no figure. Data are for illustration unless a source is named. The pages are written by `make "
    "handbook`; do not edit them.",
)
BELOW = Text("English below.", "In Vietnamese above.")


def handbook() -> dict[str, str]:
    """Every file of the handbook by its place in the folder."""
    texts = {f"{family}/{name}.md": page_text(page) for (family, name), page in pages().items()}
    index = _index("vi") + "\n---\n\n" + _index("en")
    return {"README.md": index, "vectors.md": vectors_text(), **texts}


def _index(lang: Lang) -> str:
    level = "#" if lang == "vi" else "##"
    lines = [f"{level} {TITLE[lang]}", f"*{BELOW[lang]}*", INTRODUCTION[lang]]
    for family, title in FAMILIES.items():
        mine = {name: page for (of, name), page in pages().items() if of == family}
        links = [f"- [{page.title[lang]}]({family}/{name}.md)" for name, page in mine.items()]
        lines += [f"{level}# {title[lang]}", "\n".join(links)]
    return "\n\n".join([*lines, f"**[{VECTORS[lang]}](vectors.md)**"]) + "\n"


def build(folder: Path = HANDBOOK) -> None:
    """Write all pages; what is there and no page any more goes."""
    shutil.rmtree(folder, ignore_errors=True)
    for place, text in handbook().items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    build()
