"""Which sheets a workbook has, where their XML lies, and which number formats show another number."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import shown
from tongket.figures.exchange.workbooks import faults

MAX_SHEETS = 400
LONGEST_FORMAT = 255  # characters Excel allows
_PERCENT = {9: "0%", 10: "0.00%"}  # the built-in percent formats
_FORMAT = re.compile(rb"<(?:[^\s<>/:]+:)?numFmt\s([^<>]*)>")
_STYLES = re.compile(rb"</?(?:[^\s<>/:]+:)?cellXfs\b")
_STYLE = re.compile(rb"<(?:[^\s<>/:]+:)?xf\s([^<>]*)>")
_ID = re.compile(rb"""numFmtId=["'](\d+)["']""")
_CODE = re.compile(rb"""formatCode=(["'])(.*?)\1""")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![,0#?])")


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet by name, the part it lies in, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


def pages_of(parts: Mapping[str, bytes]) -> tuple[Page, ...]:
    """The worksheets in their order; chart sheets hold no cells and are left out."""
    by_name = {name.casefold(): name for name in parts}
    book = _parse(parts, by_name, "xl/workbook.xml")
    links = {link.get("Id", ""): link for link in _parse(parts, by_name, "xl/_rels/workbook.xml.rels")}
    pages = []
    for sheet in book.iterfind(".//{*}sheets/{*}sheet"):
        name = sheet.get("name", "")
        link = links.get(next((value for key, value in sheet.attrib.items() if key.endswith("}id")), ""))
        if link is None:
            raise Bad(faults.DAMAGED, found=shown(name))
        if link.get("Type", "").endswith("/worksheet"):
            target = posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
            part = by_name.get(target.casefold())
            if part is None:
                raise Bad(faults.DAMAGED, found=shown(target))
            pages.append(Page(name, part, sheet.get("state", "visible") != "visible"))
    if len(pages) > MAX_SHEETS:
        raise Bad(faults.TOO_LARGE, what=faults.SHEETS, found=len(pages), limit=MAX_SHEETS)
    return tuple(pages)


def shifting_styles(styles: bytes) -> dict[int, str]:
    """The cell styles whose number format shows another number than the cell keeps, with that format:
    percent shows a hundred times as much, a comma after the last digit a thousandth."""
    formats = dict(_PERCENT)
    for attributes in _FORMAT.findall(styles):
        number, code = _ID.search(attributes), _CODE.search(attributes)
        if number and code:
            text = html.unescape(code[2].decode("utf-8", "replace"))
            if _shifts(text):
                formats[int(number[1])] = text
    bounds = [tag.start() for tag in islice(_STYLES.finditer(styles), 2)]
    shifting = {}
    for index, attributes in enumerate(_STYLE.findall(styles, *bounds) if len(bounds) == 2 else ()):
        number = _ID.search(attributes)
        if number and int(number[1]) in formats:
            shifting[index] = formats[int(number[1])]
    return shifting


def _shifts(code: str) -> bool:
    positive = _LITERAL.sub("", code[:LONGEST_FORMAT]).split(";")[0]
    return "%" in positive or _SCALED.search(positive) is not None


def _parse(parts: Mapping[str, bytes], by_name: Mapping[str, str], name: str) -> Element:
    try:
        root: Element = fromstring(parts[by_name[name]], forbid_dtd=True)
    except (KeyError, ParseError, ValueError) as error:
        fault = faults.UNSAFE_XML if isinstance(error, DefusedXmlException) else faults.DAMAGED
        raise Bad(fault, found=name) from error
    return root
