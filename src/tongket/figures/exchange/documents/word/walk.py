"""One pass over a part of a Word file, keeping where in its bytes every run stands.

A tree is never built: a parser of events knows the byte each tag begins at, and with that a comment can be
put into the file without writing any other byte of it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from tongket.figures.exchange.documents.word.blocks import Block, Cell, Child, Paragraph, Row, Run, Table
from tongket.figures.prose.document import PieceKind

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_DECLARED = re.compile(r"xmlns:?(\w*)")
# What was deleted or moved away, the older of two drawings of one box, and properties as they were before.
_LEFT_OUT = ("del", "moveFrom", "instrText", "delInstrText", "sectPrChange", "rPrChange", "pPrChange",
             "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange")  # fmt: skip
DEEPEST = 400
MOST_ELEMENTS = 1_000_000  # a report of 20 pages has 50,000

Attributes = dict[str, str]


class NotWordText(Exception):
    """The part is no well-formed text of a Word file."""


class TooManyElements(Exception):
    """The part holds more than any report."""


@dataclass
class _Context:
    """Where the walk is inside one story: the body, a box, a note."""

    kind: PieceKind
    host: Run | None = None
    paragraph: Paragraph | None = None
    run: Run | None = None
    run_depth: int = 0
    tables: list[Table] = field(default_factory=list)


@dataclass
class Walk:
    """The blocks of a part in the order they begin, and notes by their id where the part holds notes."""

    data: bytes
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Paragraph]] = field(default_factory=dict)
    prefix: str = ""
    namespace: str = ""
    _contexts: list[_Context] = field(default_factory=lambda: [_Context("paragraph")])
    _depth: int = 0
    _elements: int = 0
    _skipping: int = 0
    _text: list[str] | None = None
    _note: str | None = None
    _tables: int = 0
    _starts: dict[str, Callable[[Attributes, int], None]] = field(default_factory=dict)
    _ends: dict[str, Callable[[int], None]] = field(default_factory=dict)
    _left_out: frozenset[str] = frozenset()

    def run(self) -> Walk:
        """Walk the part; raises `NotWordText`."""
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._root
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        try:
            self._parser.Parse(self.data, True)
        except (ExpatError, IndexError, AttributeError) as error:
            raise NotWordText(str(error)) from error
        return self

    def _root(self, name: str, attributes: Attributes) -> None:
        """The first element declares what the prefixes of the part stand for."""
        prefixes = {
            space: found[1] for key, space in attributes.items() if (found := _DECLARED.fullmatch(key))
        }
        self.namespace = next((space for space in _WORD if space in prefixes), "")
        if not prefixes.get(self.namespace):  # attributes need a prefix, so every Word file gives one
            raise NotWordText(name)
        self.prefix = f"{prefixes[self.namespace]}:"
        self._starts = {self.prefix + tag: getattr(self, name) for tag, name in _STARTS.items()}
        self._ends = {self.prefix + tag: getattr(self, name) for tag, name in _ENDS.items()}
        left_out = {self.prefix + tag for tag in _LEFT_OUT}
        if _COMPATIBILITY in prefixes:
            left_out.add(f"{prefixes[_COMPATIBILITY]}:Fallback")
        self._left_out = frozenset(left_out)
        self._parser.StartElementHandler = self._start
        self._depth = 1

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST:
            raise NotWordText(f"{DEEPEST}+")
        if self._elements > MOST_ELEMENTS:
            raise TooManyElements
        if self._skipping or name in self._left_out:
            self._skipping += 1
            return
        context = self._contexts[-1]
        if context.run is not None and self._depth == context.run_depth + 1:
            context.run.children.append(Child(self._parser.CurrentByteIndex, 0))
        if starts := self._starts.get(name):
            starts(attributes, self._parser.CurrentByteIndex)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
        elif ends := self._ends.get(name):
            ends(self._parser.CurrentByteIndex)
        context = self._contexts[-1]
        if context.run is not None and self._depth == context.run_depth and context.run.children:
            child = context.run.children[-1]
            child.end = self._element_end(child.begin)

    def _characters(self, text: str) -> None:
        if self._text is not None and not self._skipping:
            self._text.append(text)

    def _tag_end(self, begin: int) -> int:
        tag = _TAG.match(self.data, begin)
        if tag is None:
            raise NotWordText(str(begin))
        return tag.end()

    def _element_end(self, begin: int) -> int:
        """Where the element that ends now ends; of an empty one the parser only knows where it began."""
        opened = self._tag_end(begin)
        is_empty = self.data[opened - 2 : opened] == b"/>"
        return opened if is_empty else self._tag_end(self._parser.CurrentByteIndex)

    def _value(self, attributes: Attributes, name: str = "val") -> str:
        return attributes.get(self.prefix + name, "")

    # Paragraphs and runs

    def _start_p(self, attributes: Attributes, at: int) -> None:
        context = self._contexts[-1]
        kind: PieceKind = "cell" if context.tables and context.kind == "paragraph" else context.kind
        paragraph = Paragraph(kind, host=context.host)
        if self._note is not None:
            self.notes.setdefault(self._note, []).append(paragraph)
        elif context.tables:
            context.tables[-1].rows[-1].cells[-1].paragraphs.append(paragraph)
        else:
            self.blocks.append(paragraph)
        context.paragraph = paragraph

    def _end_p(self, at: int) -> None:
        self._contexts[-1].paragraph = None

    def _start_pstyle(self, attributes: Attributes, at: int) -> None:
        paragraph = self._contexts[-1].paragraph
        if paragraph and paragraph.kind == "paragraph" and self._value(attributes).startswith("Heading"):
            paragraph.kind = "heading"

    def _start_r(self, attributes: Attributes, at: int) -> None:
        context = self._contexts[-1]
        if context.paragraph is not None:
            context.run, context.run_depth = Run(at, self._tag_end(at)), self._depth
            context.paragraph.runs.append(context.run)

    def _end_r(self, at: int) -> None:
        context = self._contexts[-1]
        if context.run is not None:
            context.run.end = self._element_end(context.run.begin)
            context.run = None

    def _end_rpr(self, at: int) -> None:
        run = self._contexts[-1].run
        if run is not None and run.children:
            begin = run.children[-1].begin
            run.look = (begin, self._element_end(begin))

    def _start_vertalign(self, attributes: Attributes, at: int) -> None:
        if run := self._contexts[-1].run:
            run.is_raised = self._value(attributes) == "superscript"

    def _start_position(self, attributes: Attributes, at: int) -> None:
        if run := self._contexts[-1].run:
            run.is_raised = self._value(attributes)[:1].isdigit() and self._value(attributes) != "0"

    def _start_vanish(self, attributes: Attributes, at: int) -> None:
        if run := self._contexts[-1].run:
            run.is_hidden = self._value(attributes) not in ("0", "false")

    def _start_t(self, attributes: Attributes, at: int) -> None:
        self._text = []

    def _end_t(self, at: int) -> None:
        run, text = self._contexts[-1].run, self._text
        self._text = None
        if run is not None and run.children and text:
            run.children[-1].text += "".join(text)

    def _show(self, text: str) -> None:
        run = self._contexts[-1].run
        if run is not None and run.children:
            run.children[-1].text = text

    def _start_tab(self, attributes: Attributes, at: int) -> None:
        self._show("\t")

    def _start_br(self, attributes: Attributes, at: int) -> None:
        self._show("\n")

    def _start_nobreakhyphen(self, attributes: Attributes, at: int) -> None:
        self._show("-")

    # Boxes and notes

    def _start_txbxcontent(self, attributes: Attributes, at: int) -> None:
        outer = self._contexts[-1]
        self._contexts.append(_Context("box", host=outer.host or outer.run))

    def _end_txbxcontent(self, at: int) -> None:
        if len(self._contexts) > 1:
            self._contexts.pop()

    def _start_footnotereference(self, attributes: Attributes, at: int) -> None:
        self._refer("footnote", attributes)

    def _start_endnotereference(self, attributes: Attributes, at: int) -> None:
        self._refer("endnote", attributes)

    def _refer(self, kind: str, attributes: Attributes) -> None:
        context = self._contexts[-1]
        if context.paragraph is not None and context.run is not None:
            context.paragraph.notes.append((kind, self._value(attributes, "id"), context.run))

    def _start_footnote(self, attributes: Attributes, at: int) -> None:
        self._note = self._value(attributes, "id")
        self._contexts = [_Context("note")]

    def _end_footnote(self, at: int) -> None:
        self._note = None

    # Tables

    def _start_tbl(self, attributes: Attributes, at: int) -> None:
        self._tables += 1
        table = Table(self._tables)
        self.blocks.append(table)
        self._contexts[-1].tables.append(table)

    def _end_tbl(self, at: int) -> None:
        self._contexts[-1].tables.pop()

    def _start_tr(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows.append(Row())

    def _start_tc(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows[-1].cells.append(Cell())

    def _start_gridbefore(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows[-1].skipped = _count(self._value(attributes))

    def _start_tblheader(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows[-1].head = self._value(attributes) not in ("0", "false")

    def _start_gridspan(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows[-1].cells[-1].columns = max(_count(self._value(attributes)), 1)

    def _start_vmerge(self, attributes: Attributes, at: int) -> None:
        self._contexts[-1].tables[-1].rows[-1].cells[-1].merge = self._value(attributes) or "continue"


def _count(value: str) -> int:
    """A number of columns as the file gives it; no table has more than a thousand."""
    return min(int(value), 1000) if value.isascii() and value.isdigit() else 0


_STARTS = {
    "p": "_start_p",
    "pStyle": "_start_pstyle",
    "r": "_start_r",
    "vertAlign": "_start_vertalign",
    "position": "_start_position",
    "vanish": "_start_vanish",
    "t": "_start_t",
    "tab": "_start_tab",
    "br": "_start_br",
    "noBreakHyphen": "_start_nobreakhyphen",
    "txbxContent": "_start_txbxcontent",
    "footnoteReference": "_start_footnotereference",
    "endnoteReference": "_start_endnotereference",
    "footnote": "_start_footnote",
    "tbl": "_start_tbl",
    "tr": "_start_tr",
    "tc": "_start_tc",
    "gridBefore": "_start_gridbefore",
    "tblHeader": "_start_tblheader",
    "gridSpan": "_start_gridspan",
    "vMerge": "_start_vmerge",
    "cr": "_start_br",
    "ptab": "_start_tab",
    "endnote": "_start_footnote",
}
_ENDS = {
    "p": "_end_p",
    "r": "_end_r",
    "rPr": "_end_rpr",
    "t": "_end_t",
    "txbxContent": "_end_txbxcontent",
    "footnote": "_end_footnote",
    "tbl": "_end_tbl",
    "endnote": "_end_footnote",
}
