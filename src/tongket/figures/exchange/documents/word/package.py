"""A Word file as a package: opened within bounds, its parts found by their relationships."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass

from tongket.figures.exchange import packages
from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.refusals import UnreadableDocument, refuse
from tongket.figures.exchange.packages import MEGABYTE, Limits, Unfit

LIMITS = Limits(file=50 * MEGABYTE, inflated=200 * MEGABYTE)
RELS = "_rels/.rels"
TYPES = "[Content_Types].xml"
_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|word/[^/]+\.xml|word/_rels/[^/]+\.rels")
_RELATION = re.compile(r"<Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(r"""\b(Id|Type|Target|TargetMode)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SENTENCES = {
    "damaged": refusals.DAMAGED,
    "too_large": refusals.TOO_LARGE,
    "encrypted": refusals.ENCRYPTED,
    "unsafe": refusals.UNSAFE,
}


@dataclass(frozen=True, slots=True)
class Relation:
    """`type` is the last word of the relationship's type; `target` the part's name in the package."""

    id: str
    type: str
    target: str


@dataclass(frozen=True)
class WordPackage:
    """The entries of the zip, and the parts of it that were inflated and found harmless."""

    file: str
    data: bytes
    entries: tuple[zipfile.ZipInfo, ...]
    parts: dict[str, bytes]
    main: str

    def related(self, type_: str) -> str | None:
        """The name of the part the main document points to by that type of relationship."""
        found = (one.target for one in relations(self.parts, self.main) if one.type == type_)
        return next((target for target in found if target in self.parts), None)


def open_word(file: str, data: bytes, limits: Limits = LIMITS) -> WordPackage:
    """The package of a Word file; refused with one sentence when it is none or is not safe to open."""
    try:
        packages.refuse_size(refusals.THE_FILE, len(data), limits.file)
        entries = packages.entries_of(data)
        packages.judge(entries, limits)
        _refuse_other_kinds(file, [entry.filename for entry in entries])
        parts = packages.take(data, entries, _NEEDED.fullmatch)
    except Unfit as unfit:
        raise refusal_of(file, unfit) from unfit
    main = next((one.target for one in relations(parts, "") if one.type == "officeDocument"), "")
    if main not in parts:
        raise refuse(refusals.DAMAGED, file, found="word/document.xml")
    return WordPackage(file, data, tuple(entries), parts, main)


def refusal_of(file: str, unfit: Unfit) -> UnreadableDocument:
    """The sentence for what is wrong with a package."""
    return refuse(_SENTENCES[unfit.kind], file, found=unfit.found, what=unfit.what, limit=unfit.limit)


def rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: dict[str, bytes], part: str) -> list[Relation]:
    """The relationships of a part, of the package itself for an empty name; those that lead out are left."""
    folder = posixpath.dirname(part)
    found = []
    for tag in _RELATION.findall(parts.get(rels_name(part), b"").decode("utf-8", "replace")):
        one = {name: first or second for name, first, second in _ATTRIBUTE.findall(tag)}
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            found.append(Relation(one.get("Id", ""), posixpath.basename(one.get("Type", "")), target))
    return found


def _refuse_other_kinds(file: str, names: list[str]) -> None:
    present = {name.split("/")[0] for name in names}
    if "word" in present:
        return
    for mark, kind in (
        ("xl", refusals.WORKBOOK),
        ("ppt", refusals.SLIDES),
        ("content.xml", refusals.OPEN_DOCUMENT),
    ):
        if mark in present:
            raise refuse(refusals.NOT_A_DOCUMENT, file, found=kind)
    raise refuse(refusals.NOT_A_DOCUMENT, file, found=refusals.ARCHIVE)
