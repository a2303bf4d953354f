"""A web page into a document: its article, without menus, forms, comments and scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.building import Builder
from tongket.figures.exchange.documents.raising import raised
from tongket.figures.exchange.documents.refusals import refuse
from tongket.figures.prose.document import Document, PieceKind, Spot

_OPENING = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|table|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 20_000
# What a page carries beside its article, by tag, by role and by the names page makers give it.
_LEFT_TAGS = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "form",
        "aside",
        "footer",
        "select",
        "button",
        "textarea",
        "iframe",
        "object",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "head",
        "dialog",
    }
)
_LEFT_ROLES = frozenset({"navigation", "search", "form", "complementary", "contentinfo", "menu", "dialog"})
_LEFT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|comments?|comment-respond|respond|reply|sidebar|widget|"
    r"share|sharing|social|related|recommended|newsletter|subscribe|cookie|banner|advert|ads?|footer|"
    r"pagination|pager|toolbar|popup|modal)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "address",
        "figure",
        "figcaption",
        "details",
        "summary",
        "hr",
        "body",
        "html",
        "fieldset",
        "center",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WIDEST = 500  # columns or rows one cell may cover


def looks_like_web(text: str) -> bool:
    return _OPENING.match(text[:_LOOKED_AT]) is not None


def read_web(file: str, text: str) -> Document:
    """The article of the page; its tables keep rows, columns and heads."""
    # The encoding a page names was that of its bytes; the text is told to the parser in another.
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(refusals.DAMAGED, file, found="HTML") from error
    if root is None:
        raise refuse(refusals.EMPTY, file)
    walk = _Walk(Builder(file))
    walk.run(_article(root))
    return walk.builder.document()


def _article(root: etree._Element) -> etree._Element:
    """The element with the article: the one `article` or `main` with most text, else the whole body."""
    found = [
        element for tag in ("article", "main") for element in root.iter(tag) if not _is_left_out(element)
    ]
    best = max(found, key=_letters, default=None)
    return best if best is not None and _letters(best) * 3 > _letters(root) else root


def _letters(element: etree._Element) -> int:
    """How much is said in its paragraphs and cells."""
    return sum(
        len("".join(part.itertext()))
        for part in element.iter("p", "td", "li")
        if not any(_is_left_out(above) for above in part.iterancestors())
    )


def _is_left_out(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _LEFT_TAGS:
        return True
    get = element.get
    if get("role") in _LEFT_ROLES or get("hidden") is not None or get("aria-hidden") == "true":
        return True
    if element.tag in ("body", "html", "article", "main"):
        return False
    names = f"{get('id') or ''} {get('class') or ''}"
    return len(names) > 1 and _LEFT_NAMES.search(names[:500]) is not None


@dataclass
class _Table:
    number: int
    cells: list[tuple[str, Spot]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)
    open: list[str] | None = None
    spot: Spot | None = None
    in_head: bool = False
    caption: list[str] = field(default_factory=list)


@dataclass
class _Walk:
    """Walks the tree without calling itself, so that no nesting is too deep."""

    builder: Builder
    _words: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _made: int = 0
    _kind: PieceKind = "paragraph"
    _raised: int = 0

    def run(self, root: etree._Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        left: etree._Element | None = None
        for event, element in events:
            if event == "start" and element is not root and _is_left_out(element):
                events.skip_subtree()
                left = element
            elif event == "start":
                self._start(element)
            elif left is not None and element is left:
                self._say(left.tail)
            else:
                self._finish(element, root)
        self._paragraph()

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "table":
            self._paragraph()
            self._made += 1
            self._tables.append(_Table(self._made))
        elif tag == "caption" and self._tables:
            self._tables[-1].open = self._tables[-1].caption
        elif tag in ("thead", "tbody", "tr", "td", "th") and self._tables:
            self._start_in_table(tag, element, self._tables[-1])
        elif tag in _BLOCKS:
            self._break()
            self._kind = "heading" if tag in _HEADINGS else "paragraph"
        elif tag == "br":
            self._say("\n")
        elif tag == "sup":
            self._raised += 1
        self._say(element.text)

    def _start_in_table(self, tag: str, element: etree._Element, table: _Table) -> None:
        if tag in ("thead", "tbody"):
            table.in_head = tag == "thead"
        elif tag == "tr":
            table.row, table.column = table.row + 1, 0
        else:
            table.column += 1
            while (table.row, table.column) in table.taken:
                table.column += 1
            rows, columns = _covers(element.get("rowspan")), _covers(element.get("colspan"))
            if rows > 1:
                table.taken |= {
                    (table.row + down, table.column + along)
                    for down in range(1, rows)
                    for along in range(columns)
                }
            head = table.in_head
            table.spot = Spot(table.number, max(table.row, 1), table.column, rows, columns, head)
            table.open = []
            table.column += columns - 1

    def _finish(self, element: etree._Element, root: etree._Element) -> None:
        tag = element.tag
        if tag in ("td", "th", "caption") and self._tables:
            self._close_cell(self._tables[-1])
        elif tag == "table" and self._tables:
            self._close_cell(self._tables[-1])
            table = self._tables.pop()
            if caption := _spaced("".join(table.caption)):
                self.builder.add(caption)
            if table.cells:
                self.builder.add_table(table.number, table.cells)
        elif tag in _BLOCKS:
            self._break()
            self._kind = "paragraph"
        elif tag == "sup":
            self._raised = max(self._raised - 1, 0)
        if element is not root:
            self._say(element.tail)

    def _close_cell(self, table: _Table) -> None:
        if table.open is not None and table.spot is not None:
            table.cells.append((_spaced("".join(table.open)), table.spot))
        table.open = table.spot = None

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self._raised:
            words = raised(words)
        open_ = self._tables[-1].open if self._tables else self._words
        if open_ is not None:
            open_.append(words)

    def _break(self) -> None:
        """The end of a line: of a paragraph, or inside a cell."""
        if self._tables:
            self._say("\n")
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        text = _spaced("".join(self._words))
        self._words.clear()
        if text:
            self.builder.add(text, self._kind)


def _covers(value: str | None) -> int:
    return min(max(int(value), 1), _WIDEST) if value and value.isascii() and value.isdigit() else 1


def _spaced(text: str) -> str:
    return " ".join(text.split())
