"""An office: a folder of data that says who it is. `office.yaml` stands at its top."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tongket.figures.terms.words import LANGS, Lang, Refusal, Text

FILE = "office.yaml"


class NotAnOffice(Refusal):
    """The folder is no office, or its office.yaml is incomplete."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines of authority above the name, and the name (empty until somebody signs)."""

    authority: tuple[Text, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues the papers, for which area, in which languages.

    `symbol` follows the number of a paper (`Số: …/BC-SCT` has `SCT`). `contact` says where to ask about
    a release. `synthetic` is the sentence that marks papers made from synthetic returns.
    """

    folder: Path
    code: str
    area_code: str
    name: Text
    parent_body: Text
    symbol: str
    place: Text
    signer: Signer
    recipients: tuple[Text, ...]
    contact: Text
    synthetic: Text
    languages: tuple[Lang, ...] = LANGS


def read_office(folder: Path) -> Office:
    """Read `office.yaml` of the folder; raises `NotAnOffice` naming file, fault and remedy."""
    path = folder / FILE
    if not path.is_file():
        raise NotAnOffice(_NO_FILE.format(path=path))
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as fault:
        raise NotAnOffice(_NO_YAML.format(path=path, fault=fault)) from fault
    data = data if isinstance(data, Mapping) else {}
    missing = [key for key in READERS if key not in data and key not in OPTIONAL]
    if missing:
        raise NotAnOffice(_MISSING.format(path=path, keys=", ".join(missing)))
    values = {key: _read(path, key, data[key]) for key in READERS if key in data}
    return Office(folder=folder, **values)


def _read(path: Path, key: str, value: Any) -> Any:
    try:
        return READERS[key](value)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise NotAnOffice(
            _FAULTY.format(path=path, key=key, found=value, example=EXAMPLES.get(key, EXAMPLES["name"]))
        ) from fault


def _code(value: Any) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        raise ValueError(value)
    return str(value)


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return value


def _texts(value: Any) -> tuple[Text, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(Text.of, value))


def _signer(value: Any) -> Signer:
    return Signer(_texts(value["authority"]), str(value.get("name") or ""))


def _languages(value: Any) -> tuple[Lang, ...]:
    if not value or not set(value) <= set(LANGS):
        raise ValueError(value)
    return tuple(value)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "code": _code,
    "area_code": _word,
    "name": Text.of,
    "parent_body": Text.of,
    "symbol": _word,
    "place": Text.of,
    "signer": _signer,
    "recipients": _texts,
    "contact": Text.of,
    "synthetic": Text.of,
    "languages": _languages,
}
OPTIONAL = frozenset({"languages"})
EXAMPLES = {
    "code": "sonla",
    "area_code": '"14"',
    "name": "{vi: Sở Công Thương, en: Department of Industry and Trade}",
    "symbol": "SCT",
    "signer": "{authority: [{vi: GIÁM ĐỐC, en: DIRECTOR}]}",
    "recipients": "[{vi: UBND tỉnh, en: the People's Committee}]",
    "languages": "[vi, en]",
}
_NO_FILE = Text(
    "Không thấy {path}. Thư mục của một cơ quan phải có tệp office.yaml; hãy chép examples/sonla rồi sửa "
    "lại.",
    "There is no {path}. The folder of an office holds an office.yaml; copy examples/sonla and adapt it.",
)
_NO_YAML = Text("Tệp {path} không phải YAML đúng: {fault}", "The file {path} is no YAML: {fault}")
_MISSING = Text(
    "Tệp {path} thiếu: {keys}. Hãy xem examples/sonla/office.yaml.",
    "The file {path} lacks: {keys}. See examples/sonla/office.yaml.",
)
_FAULTY = Text(
    "Tệp {path}: {key} ghi “{found}”. Dạng đúng, ví dụ: {example}.",
    "The file {path}: {key} has “{found}”. Legal form, for example: {example}.",
)
