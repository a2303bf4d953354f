"""YAML and CSV of the catalogue: read safely, later folders laid over earlier ones by code."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from tongket.figures.exchange.catalogue.entry import A_CLEAN_WORD, CORRECT, Entry, by_code, is_clean, label
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.terms.words import Text

A_YAML = Text("YAML đúng cú pháp, mã UTF-8, khóa không lặp", "well-formed YAML in UTF-8, no key twice")
A_CSV = Text("CSV đúng cú pháp, mã UTF-8", "well-formed CSV in UTF-8")
ENTRIES = Text(
    "một danh sách các mục, mỗi mục bắt đầu bằng “- ”", "a list of entries, each beginning with “- ”"
)
A_FILE = Text("một tệp có thật", "a file that exists")
RENAME_FILE = Text("Hãy sửa tên tệp hoặc chuyển tệp đi nơi khác.", "Correct the file's name or move it away.")


class _Loader(yaml.CSafeLoader):
    """Plain values only; a key that stands twice in a mapping is refused, not silently overwritten."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [(key.tag, key.value) for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        if len(set(keys)) < len(keys):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        made: dict[object, object] = super().construct_mapping(node, deep)
        return made


def read_yaml(path: Path) -> object:
    try:
        with path.open("rb") as stream:
            return yaml.load(stream, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise refusal(Place(path), "", " ".join(str(error).split()), A_YAML, CORRECT) from error


def collect(folders: Sequence[Path], name: str) -> dict[str, Entry]:
    """The entries of `<folder>/<name>` by code; an entry of a later folder replaces its namesake whole."""
    collected: dict[str, Entry] = {}
    for folder in folders:
        path = folder / name
        if path.is_file():
            collected |= by_code(_entries(path))
    return collected


def collect_each(folders: Sequence[Path], kind: str, *beside: str) -> dict[str, Entry]:
    """The same for a kind with one entry a file, `<folder>/<kind>/*.yaml`; `beside` may lie there too."""
    collected: dict[str, Entry] = {}
    for folder in folders:
        paths = (path for path in files_of(folder / kind, ".yaml", *beside) if path.suffix == ".yaml")
        collected |= by_code(_one_entry(path) for path in paths)
    return collected


def _one_entry(path: Path) -> Entry:
    data = read_yaml(path)
    return Entry(data, Place(path, label(data, 1)))


def _entries(path: Path) -> Iterator[Entry]:
    data = read_yaml(path)
    if data is None:
        return
    if not isinstance(data, list):
        raise refusal(Place(path), "", type(data).__name__, ENTRIES, CORRECT)
    for number, value in enumerate(data, 1):
        yield Entry(value, Place(path, label(value, number)))


def files_of(folder: Path, *suffixes: str) -> list[Path]:
    """The files of a folder that holds nothing else; an editor's hidden files are passed over."""
    found = sorted(path for path in folder.glob("*") if not path.name.startswith("."))
    for path in found:
        if path.suffix not in suffixes:
            raise refusal(
                Place(path), "", path.name, one_of(f"*{suffix}" for suffix in suffixes), RENAME_FILE
            )
    return found


Row = tuple[Place, dict[str, str]]


def read_rows(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    """The lines of a CSV with where each stands; columns are known by their header, cells are clean."""
    if not path.is_file():
        raise refusal(Place(path), "", None, A_FILE, RENAME_FILE)
    lines = _read_csv(path)
    header = lines[0][1] if lines else []
    _check_header(path, header, required, optional)
    for number, cells in lines[1:]:
        place = Place(path, str(number))
        _check_cells(place, header, cells)
        yield place, dict.fromkeys(optional, "") | dict(zip(header, cells, strict=True))


def _read_csv(path: Path) -> list[tuple[int, list[str]]]:
    """Every line with its number in the file; Excel's byte order mark is read past."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = csv.reader(stream, strict=True)
            return [(lines.line_num, cells) for cells in lines]
    except (csv.Error, ValueError) as error:
        raise refusal(Place(path), "", str(error), A_CSV, CORRECT) from error


def _check_header(path: Path, header: list[str], required: Sequence[str], optional: Sequence[str]) -> None:
    legal = Text.same(",".join([*required, *optional]))
    unknown = [name for name in header if name not in (*required, *optional)]
    missing = [name for name in required if name not in header]
    if unknown or missing or len(set(header)) < len(header):
        do = Text("Hãy sửa dòng tiêu đề.", "Correct the header line.")
        raise refusal(Place(path, "1"), "", ",".join(header), legal, do)


def _check_cells(place: Place, header: list[str], cells: list[str]) -> None:
    if len(cells) != len(header):
        legal = Text("{count} ô trên một dòng", "{count} cells a line").format(count=len(header))
        raise refusal(place, "", len(cells), legal, CORRECT)
    for name, cell in zip(header, cells, strict=True):
        if not is_clean(cell):
            raise refusal(place, name, cell, A_CLEAN_WORD, CORRECT)
