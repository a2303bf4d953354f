"""What can be wrong with a document as a file, each with the sentence that says so."""

from __future__ import annotations

from tongket.figures.exchange.tables.folding import shown
from tongket.figures.terms.words import Refusal, Text


class UnreadableDocument(Refusal):
    """The file cannot be read as a document; the sentence says why and what to do."""


def refuse(sentence: Text, file: str, **slots: object) -> UnreadableDocument:
    """The refusal about a file of that name."""
    return UnreadableDocument(sentence.format(file=shown(file), **slots))


EMPTY = Text(
    "“{file}” trống, không có chữ nào; cần một văn bản Word (.docx), PDF có chữ, trang web hoặc .txt. Hãy "
    "kiểm tra lại tệp.",
    "“{file}” is empty, it holds no text; a Word (.docx), PDF with text, web page or .txt file is expected. "
    "Check the file.",
)
MISSING = Text(
    "Không mở được “{file}”: {found}. Hãy kiểm tra đường dẫn.",
    "“{file}” cannot be opened: {found}. Check the path.",
)
NOT_A_DOCUMENT = Text(
    "“{file}” là {found}, không phải văn bản Word (.docx), PDF, trang web hay .txt. Hãy mở bằng Word hoặc "
    "LibreOffice, lưu thành .docx rồi thử lại.",
    "“{file}” is {found}, not a Word (.docx), PDF, web page or .txt file. Open it in Word or LibreOffice, "
    "save it as .docx and try again.",
)
NOT_WORD = Text(
    "Chỉ ghi được ý kiến vào văn bản Word (.docx), “{file}” không phải. Hãy bỏ --comments hoặc đưa tệp "
    ".docx.",
    "Comments can only be written into a Word file (.docx), which “{file}” is not. Leave out --comments or "
    "hand in the .docx.",
)
ENCRYPTED = Text(
    "“{file}” có mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu rồi thử lại.",
    "“{file}” has a password and cannot be read. Remove the password, save and try again.",
)
DAMAGED = Text(
    "“{file}” bị hỏng hoặc thiếu ({found}). Hãy mở tệp gốc, lưu lại rồi thử lại.",
    "“{file}” is damaged or cut off ({found}). Open the original, save it and try again.",
)
UNSAFE = Text(
    "“{file}” khai báo thực thể XML hoặc dùng mã ký tự lạ ở phần {found}, điều văn bản thường không có. Hãy "
    "mở bằng Word hoặc LibreOffice, lưu thành .docx mới rồi thử lại.",
    "“{file}” declares XML entities or uses an odd encoding in the part {found}, which no report needs. Open "
    "it in Word or LibreOffice, save it as a new .docx and try again.",
)
TOO_LARGE = Text(
    "“{file}”: {what} là {found}, quá mức {limit}. Hãy bỏ ảnh, tệp nhúng, hoặc chia văn bản rồi thử lại.",
    "“{file}”: {what} is {found}, over the limit of {limit}. Take out pictures and embedded files, or split "
    "the document, and try again.",
)
TOO_LONG = Text(
    "“{file}” dài hơn {limit} triệu ký tự hoặc có quá nhiều ô bảng; hãy chia văn bản rồi thử lại.",
    "“{file}” is longer than {limit} million characters or has too many cells; split the document and try "
    "again.",
)
NO_TEXT = Text(
    "“{file}” là PDF không có chữ (có lẽ là bản quét). Hãy đưa bản Word hoặc PDF xuất từ Word.",
    "“{file}” is a PDF without text (a scan, perhaps). Hand in the Word file or a PDF exported from it.",
)
NOT_UTF_8 = Text(
    "“{file}” không phải văn bản UTF-8 (byte lạ ở vị trí {found}). Hãy lưu lại với mã UTF-8.",
    "“{file}” is not UTF-8 text (an odd byte at place {found}). Save it again as UTF-8.",
)

KINDS: tuple[tuple[bytes, Text], ...] = (
    (b"\x89PNG", Text("ảnh PNG", "a PNG picture")),
    (b"\xff\xd8\xff", Text("ảnh JPEG", "a JPEG picture")),
    (b"Rar!", Text("tệp nén RAR", "a RAR archive")),
    (b"7z\xbc\xaf", Text("tệp nén 7z", "a 7z archive")),
    (b"{\\rtf", Text("tệp RTF", "an RTF file")),
)
OLD_WORD = Text("tệp kiểu cũ (.doc, .xls)", "a file of the old kind (.doc, .xls)")
WORKBOOK = Text("sổ tính Excel (.xlsx)", "an Excel workbook (.xlsx)")
SLIDES = Text("tệp trình chiếu (.pptx)", "slides (.pptx)")
OPEN_DOCUMENT = Text("tệp OpenDocument (.odt, .ods)", "an OpenDocument file (.odt, .ods)")
ARCHIVE = Text("tệp nén (.zip)", "an archive (.zip)")
FOLDER = Text("đây là thư mục", "it is a folder")
NO_SUCH_FILE = Text("không có tệp này", "there is no such file")
THE_FILE = Text("dung lượng tệp", "the size of the file")
UNPACKED = Text("dung lượng sau khi giải nén", "the size unpacked")
PACKING = Text("tỷ lệ nén của phần {part}", "the compression of the part {part}")
PARTS = Text("số phần trong tệp", "the number of parts")
PAGES = Text("số trang", "the number of pages")
DEPTH = Text("độ lồng của các thẻ", "the nesting of the tags")
