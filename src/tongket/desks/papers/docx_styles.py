"""The styles of the Word paper: real headings, one letter everywhere, sizes of Decree 30/2020."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from tongket.desks.papers.layout import DECREE_30_2020 as PAGE

FONT = "Times New Roman"
_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style in the words of the decree; lengths in points, indents in millimetres."""

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: ALIGN = ALIGN.LEFT
    before: float = 0
    after: float = 0
    first_line: float = 0
    left: float = 0
    line: float = 1.0
    keep_next: bool = False


LOOKS = (
    Look("Normal", PAGE.body),
    Look("Body Text", PAGE.body, align=ALIGN.JUSTIFY, after=6, first_line=PAGE.first_line, line=1.15),
    Look("Title", PAGE.body, bold=True, caps=True, align=ALIGN.CENTER, before=18, keep_next=True),
    Look("Subtitle", PAGE.body, bold=True, align=ALIGN.CENTER, before=2, keep_next=True),
    Look("Heading 1", PAGE.body, bold=True, align=ALIGN.CENTER, before=12, after=8, keep_next=True),
    Look(
        "Heading 2",
        PAGE.body,
        bold=True,
        caps=True,
        before=8,
        after=6,
        first_line=PAGE.first_line,
        keep_next=True,
    ),
    Look("Heading 3", PAGE.body, bold=True, before=6, after=6, first_line=PAGE.first_line, keep_next=True),
    Look("Heading 4", PAGE.body, before=4, after=6, first_line=PAGE.first_line, keep_next=True),
    Look("Caption", PAGE.issuer, bold=True, align=ALIGN.CENTER, before=8, after=4, keep_next=True),
    Look("Footer", PAGE.running, italic=True, align=ALIGN.CENTER),
    Look("Header", PAGE.page_number, align=ALIGN.CENTER),
    Look("Parent body", PAGE.issuer, caps=True, align=ALIGN.CENTER),
    Look("Issuer", PAGE.issuer, bold=True, caps=True, align=ALIGN.CENTER),
    Look("State", PAGE.state, bold=True, caps=True, align=ALIGN.CENTER),
    Look("Motto", PAGE.motto, bold=True, align=ALIGN.CENTER),
    Look("Number", PAGE.number, align=ALIGN.CENTER, before=8),
    Look("Place and date", PAGE.place_and_date, italic=True, align=ALIGN.CENTER, before=8),
    Look("Reference", PAGE.body, italic=True, align=ALIGN.CENTER, after=6),
    Look("Rule", 2, before=1, after=2),
    Look("Picture", PAGE.body, align=ALIGN.CENTER, before=4, after=2),
    Look("Table Text", PAGE.issuer, before=1, after=1),
    Look("Table Note", PAGE.note, before=2),
    Look("Text Note", PAGE.note, before=2, after=4),
    Look("After Table", 6),
    Look("Recipients head", PAGE.recipients_head, bold=True, italic=True),
    Look("Recipients", PAGE.recipients),
    Look("Authority", PAGE.body, bold=True, caps=True, align=ALIGN.CENTER, keep_next=True),
    Look("Signer", PAGE.body, bold=True, align=ALIGN.CENTER, before=64),
)


def identifier(name: str) -> str:
    """The identifier a style has in the document's XML, as python-docx makes it."""
    return name.replace(" ", "")


def dress(document: Document, language: str) -> None:
    """Give the document every style above, the one letter, and its language."""
    _defaults(document, language)
    for look in LOOKS:
        known = look.name in document.styles
        style = (
            document.styles[look.name]
            if known
            else document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        )
        _apply(style, look)


def _defaults(document: Document, language: str) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _name_fonts(properties)
    tag = properties.find(qn("w:lang"))
    for attribute in ("val", "eastAsia"):
        tag.set(qn(f"w:{attribute}"), language)


def _apply(style: ParagraphStyle, look: Look) -> None:
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.all_caps = Pt(look.size), look.bold, look.italic, look.caps
    font.color.rgb = RGBColor(0, 0, 0)
    _name_fonts(style.element.get_or_add_rPr())
    shape.alignment, shape.line_spacing, shape.keep_with_next = look.align, look.line, look.keep_next
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.first_line_indent, shape.left_indent = Mm(look.first_line), Mm(look.left)
    # The library's own template underlines its titles and spaces their letters.
    for properties, name in ((style.element.pPr, "w:pBdr"), (style.element.rPr, "w:spacing")):
        for leftover in properties.findall(qn(name)):
            properties.remove(leftover)


def _name_fonts(properties) -> None:
    """All four letters by name; a theme's letter would win over them, so it goes."""
    fonts = properties.get_or_add_rFonts()
    for name in _THEME_FONTS:
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
