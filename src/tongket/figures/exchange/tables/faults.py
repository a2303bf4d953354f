"""What can be wrong with a sheet of returns, each with the one sentence that says so.

A sentence names the place, what stood there, what is expected and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass

from tongket.figures.returns.answer import Finding, Place
from tongket.figures.returns.form import Severity
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault; `at` makes it a finding. The sentence's slots are filled per language."""

    code: str
    severity: Severity
    sentence: Text

    def at(self, place: Place, **slots: object) -> Finding:
        sentence = Text(f"{{place}}: {self.sentence.vi}", f"{{place}}: {self.sentence.en}")
        return Finding(self.code, self.severity, place, sentence.format(place=place, **slots))


class Bad(Exception):
    """A cell or file that cannot be read, on its way to becoming a finding. Whoever catches it knows the
    place; `sheet` is set where a sheet is at fault as a whole."""

    def __init__(self, fault: Fault, **slots: object) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.slots = slots
        self.sheet = ""

    def at(self, place: Place) -> Finding:
        return self.fault.at(place, **self.slots)


def hard(code: str, vi: str, en: str) -> Fault:
    return Fault(code, "hard", Text(vi, en))


def soft(code: str, vi: str, en: str) -> Fault:
    return Fault(code, "soft", Text(vi, en))


# The sheet as a whole
EMPTY_SHEET = soft(
    "empty_sheet",
    "trang này trống nên được bỏ qua; nếu lẽ ra phải có số liệu, hãy điền vào rồi gửi lại.",
    "the sheet is empty and was passed over; if it should hold figures, fill it in and send again.",
)
HIDDEN_SHEET = soft(
    "hidden_sheet",
    "trang này đang bị ẩn nhưng vẫn được đọc; hãy bỏ ẩn, hoặc xóa trang nếu không dùng.",
    "the sheet is hidden, and was read all the same; unhide it, or delete it if it is not meant.",
)
HIDDEN_ROWS = soft(
    "hidden_rows",
    "có dòng ẩn trong bảng ({found}) và vẫn được đọc; hãy bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng.",
    "there are hidden rows in the table ({found}), read all the same; unhide and check them, or delete them.",
)
HIDDEN_COLUMNS = soft(
    "hidden_columns",
    "có cột ẩn trong bảng ({found}) và vẫn được đọc; hãy bỏ ẩn để kiểm tra.",
    "there are hidden columns in the table ({found}), read all the same; unhide and check them.",
)
NO_LINES = soft(
    "no_lines",
    "bảng không có dòng nào nên chưa ghi nhận đơn vị nào; nếu còn thiếu, hãy điền vào rồi gửi lại.",
    "the table has no line, so no reporter is on record by it; if some are missing, fill them in and send "
    "again.",
)
MERGED = hard(
    "merged_cells",
    "có ô gộp {found} trong bảng; mỗi ô cần đứng riêng. Hãy bỏ gộp ô (Merge & Center) và điền từng ô.",
    "there are merged cells {found} in the table; each cell must stand alone. Unmerge them and fill in each.",
)
NO_RETURN = hard(
    "no_return",
    "tệp không có trang nào chứa báo cáo; cần ít nhất một trang có dòng “Mẫu”, “Kỳ” và bảng số liệu. Hãy "
    "tải mẫu, điền rồi gửi lại.",
    "the file has no sheet with a return; at least one needs the lines “Form” and “Period” and a table. "
    "Fetch the form, fill it in and send again.",
)
TOO_MANY = hard(
    "too_many_findings",
    "đã có {count} lỗi nên ngừng đọc; hãy sửa các lỗi trên rồi gửi lại để kiểm tra phần còn lại.",
    "reading stopped after {count} findings; correct those above and send again to have the rest checked.",
)

# The head lines
MISSING_FORM = hard(
    "missing_form",
    "không thấy mã biểu mẫu; phía trên bảng cần một dòng có ô “Mẫu” và ô kế bên ghi một trong: {legal}. "
    "Nếu trang chỉ để hướng dẫn, hãy cho tên trang bắt đầu bằng “_”.",
    "there is no form code; above the table there must be a line with the cell “Form” and beside it one "
    "of: {legal}. If the sheet only explains, let its name begin with “_”.",
)
WRONG_FORM = hard(
    "wrong_form",
    "mẫu “{found}” không có hoặc không còn dùng; cần một trong: {legal}. Hãy tải lại mẫu mới và chép số "
    "liệu sang.",
    "the form “{found}” does not exist or is no longer used; expected one of: {legal}. Please fetch the "
    "current form and copy the figures into it.",
)
MISSING_PERIOD = hard(
    "missing_period",
    "không thấy kỳ báo cáo; phía trên bảng cần một dòng có ô “Kỳ” và ô kế bên ghi kỳ, ví dụ {example}.",
    "there is no period; above the table there must be a line with the cell “Period” and the period beside "
    "it, for example {example}.",
)
WRONG_PERIOD = hard(
    "wrong_period",
    "kỳ “{found}” không đọc được; cần {expected}, ví dụ {example}. Hãy sửa ô này.",
    "the period “{found}” cannot be read; expected a {expected}, for example {example}. Please correct the "
    "cell.",
)
WRONG_FREQUENCY = hard(
    "wrong_frequency",
    "kỳ “{found}” không hợp với mẫu {form}; mẫu này báo cáo theo {expected}, ví dụ {example}. Hãy sửa ô này.",
    "the period “{found}” does not fit the form {form}, which is sent by the {expected}, for example "
    "{example}. Please correct the cell.",
)
PERIOD_FROM_DATE = soft(
    "period_from_date",
    "kỳ đang được Excel lưu như một ngày và được hiểu là {read}; nên định dạng ô là Text và ghi {read}.",
    "Excel keeps the period as a date; it was read as {read}. Better format the cell as Text and write "
    "{read}.",
)
MISSING_REPORTER = hard(
    "missing_reporter",
    "không thấy đơn vị báo cáo; phía trên bảng cần một dòng có ô “Đơn vị báo cáo” và mã đơn vị ở ô kế bên, "
    "hoặc bảng cần cột “{header}”.",
    "there is no reporter; above the table there must be a line with the cell “Reporter” and the code "
    "beside it, or the table needs a column “{header}”.",
)

# The header row
MISSING_HEADER = hard(
    "missing_header",
    "thiếu cột {missing} của bảng “{table}”; dòng tiêu đề có: {found}. Hãy thêm cột hoặc ghi lại đúng tiêu "
    "đề.",
    "the column {missing} of the table “{table}” is missing; the header row has: {found}. Add the column "
    "or write its header as in the form.",
)
UNKNOWN_HEADER = hard(
    "unknown_header",
    "tiêu đề “{found}” không có trong bảng “{table}”{near}. Hãy ghi lại đúng tiêu đề theo mẫu, hoặc xóa "
    "cột này.",
    "the header “{found}” is not in the table “{table}”{near}. Write it as in the form, or delete the "
    "column.",
)
DUPLICATE_HEADER = hard(
    "duplicate_header",
    "tiêu đề “{found}” chỉ cột đã có ở ô {first}; mỗi cột chỉ được có một lần. Hãy xóa hoặc đổi tên một cột.",
    "the header “{found}” names the column already at {first}; each may stand once. Delete or rename one.",
)

# Lines
BLANK_CODE = hard(
    "blank_code",
    "ô “{name}” để trống trong khi dòng có số liệu; cần một mã. Hãy điền mã; nếu là dòng cộng, hãy xóa "
    "hoặc để cách bảng một dòng trống.",
    "“{name}” is blank although the line holds figures; a code is needed. Fill it in; if the line is a "
    "total, delete it or leave an empty line before it.",
)
UNKNOWN_CODE = hard(
    "unknown_code",
    "“{name}” là “{found}”, không có trong danh mục {codelist}{near}. Hãy sửa thành một mã của danh mục.",
    "“{name}” is “{found}”, which the list {codelist} does not have{near}. Please use a code of the list.",
)
CONTROL_CHARACTERS = hard(
    "control_characters",
    "ô “{name}” có ký tự điều khiển không nhìn thấy (“{found}”); cần chữ và số thường. Hãy xóa ô và gõ lại.",
    "“{name}” holds invisible control characters (“{found}”); plain letters and digits are expected. Clear "
    "the cell and type it again.",
)
CLEANED_CODE = soft(
    "cleaned_code",
    "ô “{name}” có khoảng trắng hoặc dấu ẩn và được đọc là “{read}”; nên gõ lại ô này.",
    "“{name}” holds hidden spaces or marks and was read as “{read}”; better type the cell again.",
)
WRONG_DATE = hard(
    "wrong_date",
    "“{name}” là “{found}”, không đọc được thành ngày; hãy ghi ngày/tháng/năm, ví dụ 31/12/2020.",
    "“{name}” is “{found}”, which is no date; write day/month/year, for example 31/12/2020.",
)
DUPLICATE_LINE = hard(
    "duplicate_line",
    "dòng này lặp lại {line} đã có ở ô {first}; mỗi mã chỉ được có một dòng. Hãy gộp hai dòng thành một.",
    "the line repeats {line} of {first}; each may have one line. Make one line of the two.",
)
DUPLICATE_RETURN = hard(
    "duplicate_return",
    "báo cáo “{table}” của {reporter} kỳ {period} đã có ở {first} trong cùng tệp; mỗi kỳ chỉ một báo cáo. "
    "Hãy xóa một bản hoặc sửa kỳ, mã đơn vị.",
    "the return “{table}” of {reporter} for {period} already stands at {first} in the same file; a period "
    "takes one return. Delete one, or correct its period or reporter.",
)
AFTER_END = hard(
    "after_end",
    "có số liệu {found} nằm dưới dòng trống kết thúc bảng nên không được đọc; hãy xóa dòng trống {row} nếu "
    "đó là dòng của bảng, hoặc bỏ mã nếu chỉ là ghi chú.",
    "there are figures {found} below the empty line that ends the table, and they were not read; delete "
    "the empty row {row} if they belong to it, or take out the code if they are a note.",
)
UNIT_DIFFERS = hard(
    "unit_differs",
    "đơn vị tính ghi “{found}” nhưng mẫu cần “{expected}”; hãy đổi số sang {expected} và sửa ô này.",
    "the unit is given as “{found}” but the form needs “{expected}”; convert the numbers to {expected} and "
    "correct the cell.",
)
# The catalogue gives every leaf code its unit; a group may have none.
NO_UNIT = hard(
    "no_unit",
    "“{name}” {found} là mã nhóm, không có đơn vị tính; hãy dùng một trong các mã chi tiết: {finer}.",
    "“{name}” {found} is a group and has no unit; use one of the codes within it: {finer}.",
)

# Cells
FORMULA = hard(
    "formula",
    "ô này là công thức; chỉ nhận giá trị. Hãy chép ô rồi dán lại bằng “Paste Special – Values”.",
    "the cell is a formula; only values are taken. Copy it and paste it back by “Paste Special – Values”.",
)
ERROR_CELL = hard(
    "error_cell",
    "ô này báo lỗi {found}; cần {expected}. Hãy xóa lỗi và nhập giá trị.",
    "the cell shows the error {found}; expected {expected}. Clear it and type the value.",
)
NOT_A_NUMBER = hard(
    "not_a_number",
    "“{name}” là {found}; cần một số, ví dụ {example}. Hãy nhập lại ô này ở dạng số.",
    "“{name}” is {found}; expected a number, for example {example}. Please type the cell again as a number.",
)
MIXED_MARKS = hard(
    "mixed_marks",
    "“{name}” là chữ “{found}”, dùng lẫn dấu phân cách nghìn và dấu thập phân; cần viết như 1.234,5. Hãy "
    "nhập lại ô này ở dạng số.",
    "“{name}” is the text “{found}”, which mixes thousands and decimal marks; it should look like 1.234,5. "
    "Please type the cell again as a number.",
)
AMBIGUOUS_NUMBER = hard(
    "ambiguous_number",
    "“{name}” là chữ “{found}”, có thể là {one} hoặc {other}; hãy nhập lại ô này ở dạng số để khỏi nhầm.",
    "“{name}” is the text “{found}”, which may be {one} or {other}; please type the cell again as a number.",
)
NUMBER_AS_TEXT = soft(
    "number_as_text",
    "“{name}” là số ghi dưới dạng chữ “{found}”, được đọc là {read}; nên nhập lại ở dạng số.",
    "“{name}” is a number kept as the text “{found}”; it was read as {read}. Better type it as a number.",
)
LOCAL_NUMBER = soft(
    "local_number",
    "“{name}” viết “{found}”, được đọc là {read}; trong tệp CSV nên viết số không có dấu phân cách nghìn, "
    "dấu chấm trước phần thập phân, ví dụ 1234.5.",
    "“{name}” is written “{found}”; it was read as {read}. Better write numbers in CSV files without "
    "thousands marks and with a point before the decimals, for example 1234.5.",
)
SHIFTED_FORMAT = hard(
    "shifted_format",
    "“{name}” có định dạng “{format}” nên ô hiện một số khác với số được lưu là {found}; hãy đặt định dạng "
    "Number rồi nhập lại số theo {unit}.",
    "“{name}” has the format “{format}”, so that the cell shows another number than the {found} it keeps; "
    "set the format to Number and type the number again in {unit}.",
)

# Text files
LARGE_TEXT = hard(
    "large_text",
    "tệp có {found}, quá mức {limit}; hãy chia thành nhiều tệp rồi gửi lại.",
    "the file has {found}, over the limit of {limit}; split it and send the parts.",
)
WRONG_ENCODING = hard(
    "wrong_encoding",
    "dòng {line} có ký tự không phải UTF-8; hãy lưu lại tệp bằng “CSV UTF-8” (Excel: Save As – CSV UTF-8).",
    "line {line} holds characters that are not UTF-8; save the file again as “CSV UTF-8” (Excel: Save As – "
    "CSV UTF-8).",
)
WIDE_RECORD = hard(
    "wide_record",
    "dòng {line} có {found} cột, quá mức {limit}; có lẽ dấu ngoặc kép hoặc dấu phân cách bị sai. Hãy sửa "
    "rồi gửi lại.",
    "line {line} has {found} columns, over the limit of {limit}; a quote or separator may be wrong. "
    "Correct it and send again.",
)
BROKEN_RECORD = hard(
    "broken_record",
    "tệp không đọc được thành các dòng CSV ({found}); hãy kiểm tra dấu ngoặc kép, lưu lại và gửi lại.",
    "the file cannot be read as lines of CSV ({found}); check its quotes, save it and send it again.",
)

# What a cell should hold, for the sentences above
A_NUMBER = Text("một số", "a number")
A_CODE = Text("một mã", "a code")
A_DATE = Text("một ngày", "a date")
