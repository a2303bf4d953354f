"""The same Word file with comments: every other byte of its parts stays as it was.

A comment is framed by marks put between runs; where a number is only part of a run, the run is written as
two with the same properties, so that nothing looks otherwise (ECMA-376 part 1, 17.13.4).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tongket.figures.exchange.documents.word.blocks import Paragraph, Run
from tongket.figures.exchange.documents.word.package import TYPES, WordPackage, refusal_of, rels_name
from tongket.figures.exchange.documents.word.read import WordText
from tongket.figures.exchange.documents.word.splitting import Cut, rewritten
from tongket.figures.exchange.packages import Unfit, inflate

AUTHOR, INITIALS = "Tongket", "TK"
_COMMENT_ID = re.compile(rb"""<(?:\w+:)?comment\s[^<>]*?\bid\s*=\s*["'](-?\d+)["']""")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Remark:
    """What to say beside `start`..`end` of the document's text, in lines."""

    start: int
    end: int
    text: str


def with_comments(word: WordText, remarks: Sequence[Remark], language: str, written_at: str = "") -> bytes:
    """The bytes of the file with a comment at each remark.

    `language` is the tag of the remarks' language (`vi-VN`); `written_at` is a moment in ISO 8601, or empty.
    What stands in a box or a note is remarked at its mark in the text, for Word allows no comment inside.
    """
    part = word.package.related("comments")
    comments = word.package.parts[part] if part else b""
    first = max((int(number) for number in _COMMENT_ID.findall(comments)), default=-1) + 1
    placed = _Placed(word.main.prefix)
    told: list[tuple[int, Remark]] = []
    for remark in remarks:
        if placed.put(word, remark, first + len(told)):
            told.append((first + len(told), remark))
    if not told:
        return word.package.data
    written = "".join(_comment(word.main.namespace, *one, language, written_at) for one in told).encode()
    changed = {word.package.main: rewritten(word.main.data, placed.cuts, placed.runs, word.main.prefix)}
    changed |= _store(word.package, part, _with(comments, written, word.main.namespace))
    return _packed(word.package, changed)


@dataclass
class _Placed:
    """The cuts of every run, by where the run begins."""

    prefix: str
    cuts: dict[int, list[Cut]] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)

    def put(self, word: WordText, remark: Remark, number: int) -> bool:
        found = word.paragraph_at(remark.start)
        if found is None:
            return False
        paragraph, at = found
        ends = _ends(paragraph, at, at + remark.end - remark.start)
        if ends is None:
            return False
        (first, start), (last, end) = ends
        begin = f'<{self.prefix}commentRangeStart {self.prefix}id="{number}"/>'
        close = f'<{self.prefix}commentRangeEnd {self.prefix}id="{number}"/>'
        look = word.main.data[slice(*last.look)].decode()
        mark = f'<{self.prefix}commentReference {self.prefix}id="{number}"/>'
        self._cut(first, Cut(start, 1, begin))
        self._cut(last, Cut(end, 0, f"{close}<{self.prefix}r>{look}{mark}</{self.prefix}r>"))
        return True

    def _cut(self, run: Run, cut: Cut) -> None:
        self.runs[run.begin] = run
        self.cuts.setdefault(run.begin, []).append(cut)


def _ends(paragraph: Paragraph, start: int, end: int) -> tuple[tuple[Run, int], tuple[Run, int]] | None:
    """The run and place in it where a stretch of a paragraph begins, and those where it ends."""
    if paragraph.host is not None:
        return (paragraph.host, 0), (paragraph.host, len(paragraph.host.text))
    first: tuple[Run, int] | None = None
    at = 0
    for run in paragraph.runs:
        length = len(run.text)
        if first is None and at <= start < at + length:
            first = (run, start - at)
        if first is not None and at < end <= at + length:
            return first, (run, end - at)
        at += length
    return None


def _comment(namespace: str, number: int, remark: Remark, language: str, written_at: str) -> str:
    moment = f" w:date={quoteattr(written_at)}" if written_at else ""
    look = f"<w:rPr><w:lang w:val={quoteattr(language)}/></w:rPr>"
    lines = "".join(
        f'<w:p><w:r>{look}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in remark.text.splitlines()
    )
    return (
        f'<w:comment xmlns:w="{namespace}" w:id="{number}" w:author="{AUTHOR}"{moment} '
        f'w:initials="{INITIALS}">{lines}</w:comment>'
    )


def _with(comments: bytes, written: bytes, namespace: str) -> bytes:
    """The part of comments with more of them at its end."""
    if not comments:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<w:comments xmlns:w="{namespace}">'.encode() + written + b"</w:comments>"
    return _at_end(comments, written)


def _at_end(part: bytes, more: bytes) -> bytes:
    """A part of XML with more inside its root, which may have been empty."""
    end = part.rstrip()
    if end.endswith(b"/>"):
        root = end[end.rindex(b"<") + 1 :].split()[0].rstrip(b"/")
        return end[:-2] + b">" + more + b"</" + root + b">"
    at = end.rindex(b"</")
    return end[:at] + more + end[at:]


def _store(package: WordPackage, part: str | None, comments: bytes) -> dict[str, bytes]:
    """The part of comments, and where it is new its relationship and content type."""
    if part is not None:
        return {part: comments}
    folder = posixpath.dirname(package.main)
    taken = {entry.filename.casefold() for entry in package.entries}
    names = (f"comments{number or ''}.xml" for number in range(len(taken) + 1))
    name = next(name for name in names if posixpath.join(folder, name).casefold() not in taken)
    rels = rels_name(package.main)
    relation = f'<Relationship Id="tongketComments" Type="{_TYPE}" Target="{name}"/>'.encode()
    known = package.parts.get(rels, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    content = f'<Override PartName="/{posixpath.join(folder, name)}" ContentType="{_CONTENT}"/>'.encode()
    return {
        posixpath.join(folder, name): comments,
        rels: _at_end(known, relation),
        TYPES: _at_end(package.parts[TYPES], content),
    }


def _packed(package: WordPackage, changed: dict[str, bytes]) -> bytes:
    """The package with the changed parts in their places and the new ones at its end."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(out, "w") as written:
            for entry in package.entries:
                part = changed.get(entry.filename)
                copy = zipfile.ZipInfo(entry.filename, entry.date_time)
                copy.external_attr = entry.external_attr
                copy.compress_type = entry.compress_type
                written.writestr(copy, inflate(package.data, entry) if part is None else part)
            kept = {entry.filename for entry in package.entries}
            for name in changed.keys() - kept:
                written.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    except Unfit as unfit:
        raise refusal_of(package.file, unfit) from unfit
    return out.getvalue()
