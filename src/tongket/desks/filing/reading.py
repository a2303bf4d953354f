"""Files on their way in: found, fingerprinted, read. No database here.

One process reads and writes. Readers in other processes were measured on the example (395 workbooks):
reading is a quarter of the work, and handing what was read back costs as much as reading it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import Reading, read_file
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.words import Refusal, Text

# The last few are not read, but said so file by file: a return nobody noticed is worse than one sent back.
SUFFIXES = frozenset({".xlsx", ".csv", ".tsv", ".xls", ".xlsm", ".xlsb", ".ods"})


class NothingThere(Refusal):
    """There is no file, or no folder, of that name."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it arrived, before anybody looks inside; without a fingerprint where it cannot be opened."""

    path: Path
    sha256: str
    size: int


def arrival(path: Path) -> Arrival:
    """Take the fingerprint of a file; raises `NothingThere`."""
    if not path.is_file():
        raise NothingThere(_NO_FILE.format(path=path))
    try:
        content = path.read_bytes()
    except OSError:
        return Arrival(path, "", 0)  # reading it will say why
    return Arrival(path, hashlib.sha256(content).hexdigest(), len(content))


def files_in(folder: Path) -> list[Path]:
    """Everything that may be a return in the folder and all below it, by path; raises `NothingThere`.

    A spreadsheet program's own lock files are no workbooks.
    """
    if not folder.is_dir():
        raise NothingThere(_NO_FOLDER.format(folder=folder))
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def read(path: Path, catalogue: Catalogue) -> Reading:
    """Read one file; a file the system does not give out is a finding like any other."""
    try:
        return read_file(path, catalogue.forms, catalogue.codelists, catalogue.units)
    except OSError as fault:
        sentence = _UNREADABLE.format(file=path.name, fault=fault.strerror or fault)
        return Reading(path.name, (), (Finding("unreadable", "hard", Place(path.name), sentence),))


_NO_FILE = Text(
    "Không có tệp {path}. Hãy chỉ một tệp báo cáo .xlsx hoặc .csv.",
    "There is no file {path}. Name a return, .xlsx or .csv.",
)
_NO_FOLDER = Text(
    "Không có thư mục {folder}. Hãy chỉ thư mục chứa các tệp báo cáo .xlsx hoặc .csv.",
    "There is no folder {folder}. Name the folder with the returns, .xlsx or .csv.",
)
_UNREADABLE = Text(
    "Không mở được tệp {file}: {fault}. Hãy mở thử bằng phần mềm bảng tính rồi lưu lại.",
    "The file {file} cannot be opened: {fault}. Open it in a spreadsheet program and save it again.",
)
