"""What can be wrong with a file before any return is read, each with the sentence that says so."""

from __future__ import annotations

from tongket.figures.exchange.tables.faults import hard
from tongket.figures.terms.words import Text

EMPTY_FILE = hard(
    "empty_file",
    "tệp trống, 0 byte; cần một sổ tính Excel (.xlsx). Có lẽ việc tải lên bị ngắt; hãy gửi lại tệp.",
    "the file is empty, 0 bytes; an Excel workbook (.xlsx) is expected. The upload may have been cut off; "
    "please send it again.",
)
NO_WORKBOOK = hard(
    "no_workbook",
    "tệp là {found}, không phải sổ tính Excel (.xlsx); hãy mở bằng Excel hoặc LibreOffice, chọn Save As "
    "“Excel Workbook (.xlsx)” rồi gửi lại.",
    "the file is {found}, not an Excel workbook (.xlsx); open it in Excel or LibreOffice, choose Save As "
    "“Excel Workbook (.xlsx)” and send it again.",
)
ENCRYPTED = hard(
    "encrypted",
    "sổ tính có mật khẩu nên không đọc được; cần tệp không đặt mật khẩu. Hãy bỏ mật khẩu (File – Info – "
    "Protect Workbook) rồi gửi lại.",
    "the workbook has a password and cannot be read; one without is expected. Remove the password (File – "
    "Info – Protect Workbook) and send it again.",
)
MACROS = hard(
    "macros",
    "sổ tính có macro ({found}); vì an toàn chỉ nhận tệp không có macro. Hãy chọn Save As “Excel Workbook "
    "(.xlsx)” rồi gửi lại.",
    "the workbook holds macros ({found}); for safety only files without are taken. Choose Save As “Excel "
    "Workbook (.xlsx)” and send it again.",
)
NESTED = hard(
    "nested",
    "trong sổ tính có tệp khác được nhúng ({found}); chỉ nhận bảng số liệu. Hãy xóa tệp nhúng, hoặc giải "
    "nén và gửi từng tệp.",
    "another file is embedded in the workbook ({found}); only tables are taken. Delete it, or unpack the "
    "archive and send each file by itself.",
)
DAMAGED = hard(
    "damaged",
    "tệp bị hỏng hoặc thiếu ({found}); cần một sổ tính nguyên vẹn. Hãy mở lại tệp gốc, lưu và gửi lại.",
    "the file is damaged or cut off ({found}); a whole workbook is expected. Open the original, save it "
    "and send it again.",
)
TOO_LARGE = hard(
    "too_large",
    "{what} là {found}, quá mức {limit}; hãy xóa các dòng, cột thừa đã định dạng ngoài bảng, bỏ ảnh, hoặc "
    "chia thành nhiều tệp rồi gửi lại.",
    "{what} is {found}, over the limit of {limit}; delete formatted rows and columns outside the tables "
    "and pictures, or split the file, and send it again.",
)
UNSAFE_XML = hard(
    "unsafe_xml",
    "phần {found} của tệp khai báo thực thể XML hoặc dùng mã ký tự lạ, điều sổ tính thường không có; hãy "
    "chép số liệu vào mẫu mới tải về rồi gửi lại.",
    "the part {found} of the file declares XML entities or uses an odd encoding, which no workbook needs; "
    "copy the figures into a fresh form and send that.",
)
FAR_CELL = hard(
    "far_cell",
    "có ô {found} nằm ngoài vùng đọc được (đến cột {column}, dòng {row}); hãy xóa hẳn các dòng, cột bên "
    "ngoài bảng rồi gửi lại.",
    "the cell {found} lies outside what is read (to column {column}, row {row}); delete the rows and "
    "columns outside the table and send it again.",
)
TOO_MUCH = hard(
    "too_much",
    "trang có hơn {limit} công thức, ô lỗi, ô gộp hoặc ô ẩn; chỉ nhận giá trị. Hãy chép số liệu vào mẫu "
    "mới bằng “Paste Special – Values” rồi gửi lại.",
    "the sheet has more than {limit} formulas, errors, merged or hidden cells; only values are taken. Copy "
    "the figures into a fresh form by “Paste Special – Values” and send that.",
)

THE_FILE = Text("dung lượng tệp", "the size of the file")
SHEETS = Text("số trang tính", "the number of sheets")
