"""`codelists.yaml` names the lists, `codelists/*.csv` hold their items; a later folder adds to a list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import (
    A_CODE,
    CODE,
    CORRECT,
    DECLARE,
    MERGE,
    ONCE,
    TRANSLATE,
    Entry,
)
from tongket.figures.exchange.catalogue.files import collect, files_of, read_rows
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.terms.codelist import Codelist, Item
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

REQUIRED = ("code", "name_vi", "name_en")
OPTIONAL = ("parent", "unit")
A_NAME = Text("một tên, không để trống", "a name, not left empty")
A_FILE_NAME = Text(
    "tên một tệp .csv trong thư mục codelists", "the name of a .csv file in the folder codelists"
)
SAME_VERSION = Text(
    "cùng phiên bản {version} với danh mục đã có", "the version {version} of the list it adds to"
)
OWN_LIST = Text(
    "Hãy đặt mã danh mục khác cho phiên bản khác: cùng một mã ở hai phiên bản có thể mang hai nghĩa.",
    "Give another version a list code of its own: one code may mean two things in two versions.",
)
NAME_IT = Text("Hãy khai báo tệp này trong codelists.yaml.", "Name this file in codelists.yaml.")
NO_CIRCLE = Text("một cây, không mã nào nằm dưới chính nó", "a tree, no code lying under itself")
BREAK = Text("Hãy sửa cột parent.", "Correct the column parent.")


@dataclass(frozen=True, slots=True)
class _Line:
    """An item and where it stands, until all lists are read and their codes can be looked up."""

    item: Item
    place: Place


@dataclass(frozen=True, slots=True)
class _List:
    """A list as read: its own words, what its attribute columns point to, and its lines."""

    codelist: Codelist
    place: Place
    attributes: Mapping[str, str]
    lines: Mapping[str, _Line]


def read_codelists(folders: Sequence[Path], units: Mapping[str, Unit]) -> dict[str, Codelist]:
    lists: dict[str, _List] = {}
    for folder in folders:
        entries = collect([folder], "codelists.yaml")
        for code, entry in entries.items():
            read = _read(entry, folder / "codelists")
            lists[code] = _laid_over(lists[code], read, entry) if code in lists else read
        _check_named(folder, entries)
    codelists = {code: _whole(read) for code, read in lists.items()}
    for read in lists.values():
        _check(read, codelists, units)
    return codelists


def _read(entry: Entry, folder: Path) -> _List:
    attributes = entry.map("attributes", {})
    codelist = Codelist(
        entry.code(), entry.word("version"), entry.text("name"), items={}, source=entry.word("source")
    )
    pointed = {name: entry.part("attributes").word(name) for name in attributes}
    path = folder / entry.word("file")
    if path.parent != folder or path.suffix != ".csv":
        raise entry.wrong("file", A_FILE_NAME)
    entry.close()
    return _List(codelist, entry.place, pointed, _lines(path, tuple(pointed)))


def _check_named(folder: Path, entries: Mapping[str, Entry]) -> None:
    """A file that no list names would be passed over in silence."""
    named = {entry.word("file") for entry in entries.values()}
    for path in files_of(folder / "codelists", ".csv"):
        if path.name not in named:
            raise refusal(Place(path), "", path.name, one_of(named, path.name), NAME_IT)


def _lines(path: Path, attributes: tuple[str, ...]) -> dict[str, _Line]:
    lines: dict[str, _Line] = {}
    for place, cells in read_rows(path, (*REQUIRED, *attributes), OPTIONAL):
        code = cells["code"]
        if not CODE.fullmatch(code):
            raise refusal(place, "code", code, A_CODE, CORRECT)
        if code in lines:
            raise refusal(place, "code", code, ONCE, MERGE)
        name = Text(_named(cells, "name_vi", place), _named(cells, "name_en", place))
        own = {attribute: cells[attribute] for attribute in attributes if cells[attribute]}
        lines[code] = _Line(Item(code, name, cells["parent"], cells["unit"], own), place)
    return lines


def _named(cells: Mapping[str, str], column: str, place: Place) -> str:
    if not cells[column]:
        raise refusal(place, column, None, A_NAME, TRANSLATE)
    return cells[column]


def _laid_over(below: _List, above: _List, entry: Entry) -> _List:
    """The later folder's words and items over the earlier's; both lists are the same version of one list."""
    if above.codelist.version != below.codelist.version:
        raise entry.wrong("version", SAME_VERSION.format(version=below.codelist.version), OWN_LIST)
    sources = dict.fromkeys((below.codelist.source, above.codelist.source))
    return _List(
        replace(above.codelist, source="; ".join(sources)),
        above.place,
        {**below.attributes, **above.attributes},
        {**below.lines, **above.lines},
    )


def _whole(read: _List) -> Codelist:
    return replace(read.codelist, items={code: line.item for code, line in read.lines.items()})


def _check(read: _List, codelists: Mapping[str, Codelist], units: Mapping[str, Unit]) -> None:
    for name, code in read.attributes.items():
        if code not in codelists:
            raise refusal(read.place, f"attributes › {name}", code, one_of(codelists, code), DECLARE)
    for line in read.lines.values():
        item = line.item
        _check_reference(line.place, "parent", item.parent, read.lines)
        _check_reference(line.place, "unit", item.unit, units)
        for name, code in item.attributes.items():
            _check_reference(line.place, name, code, codelists[read.attributes[name]].items)
        _check_tree(line, read.lines)


def _check_reference(place: Place, column: str, code: str, known: Collection[str]) -> None:
    if code and code not in known:
        raise refusal(place, column, code, one_of(known, code), DECLARE)


def _check_tree(line: _Line, lines: Mapping[str, _Line]) -> None:
    above = {line.item.code}
    while parent := lines[line.item.code].item.parent:
        if parent in above:
            raise refusal(line.place, "parent", parent, NO_CIRCLE, BREAK)
        above.add(parent)
        line = lines[parent]
