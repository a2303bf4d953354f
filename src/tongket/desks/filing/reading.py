"""Files on their way in: found, fingerprinted, read. No database here, so that other processes can do it."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import Reading, read_file
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.words import Refusal, Text

SUFFIXES = frozenset({".xlsx", ".csv"})
WORTH_A_POOL = 24  # fewer files are read before the other processes are up
AHEAD = 4  # files each process may be ahead of the writer


class NoSuchFolder(Refusal):
    """There is no folder to import from."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it arrived, before anybody looks inside."""

    path: Path
    sha256: str
    size: int


def arrival(path: Path) -> Arrival:
    content = path.read_bytes()
    return Arrival(path, hashlib.sha256(content).hexdigest(), len(content))


def files_in(folder: Path) -> list[Path]:
    """The workbooks and CSV files of the folder and all below it, by path; raises `NoSuchFolder`.

    A spreadsheet program's own lock files are no workbooks.
    """
    if not folder.is_dir():
        raise NoSuchFolder(_NO_FOLDER.format(folder=folder))
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def read(path: Path, catalogue: Catalogue) -> Reading:
    """Read one file; what keeps it from being read becomes a finding of its own."""
    try:
        return read_file(path, catalogue.forms, catalogue.codelists, catalogue.units)
    except Refusal as refusal:
        return _unreadable(path, refusal.sentence)
    except OSError as fault:
        return _unreadable(path, _UNREADABLE.format(file=path.name, fault=fault.strerror or fault))


def read_all(paths: list[Path], catalogue: Catalogue) -> Iterator[Reading]:
    """Read many files, in their order; with more than one processor, in other processes."""
    workers = min(os.cpu_count() or 1, len(paths) // WORTH_A_POOL)
    if workers < 2:
        yield from (read(path, catalogue) for path in paths)
        return
    spawn = multiprocessing.get_context("spawn")  # a forked process would share the database's connection
    with ProcessPoolExecutor(workers, spawn, _equip, (catalogue,)) as pool:
        yield from _in_order(pool, iter(paths), workers * AHEAD)


def _in_order(pool: ProcessPoolExecutor, paths: Iterable[Path], ahead: int) -> Iterator[Reading]:
    waiting: deque[Future[Reading]] = deque()
    for path in paths:
        waiting.append(pool.submit(_read_equipped, path))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_equipment: list[Catalogue] = []


def _equip(catalogue: Catalogue) -> None:
    _equipment.append(catalogue)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _read_equipped(path: Path) -> Reading:
    return read(path, _equipment[0])


def _leave_with_parent() -> None:
    """A parent that was killed cannot say goodbye: without this its readers would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _unreadable(path: Path, sentence: Text) -> Reading:
    return Reading(path.name, (), (Finding("unreadable", "hard", Place(path.name), sentence),))


_NO_FOLDER = Text(
    "Không có thư mục {folder}. Hãy chỉ thư mục chứa các tệp báo cáo .xlsx hoặc .csv.",
    "There is no folder {folder}. Name the folder with the returns, .xlsx or .csv.",
)
_UNREADABLE = Text(
    "Không mở được tệp {file}: {fault}. Hãy mở thử bằng phần mềm bảng tính rồi lưu lại.",
    "The file {file} cannot be opened: {fault}. Open it in a spreadsheet program and save it again.",
)
