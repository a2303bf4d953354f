"""Our own master in 16:9: the library's template is 4:3, and stretching it sets every title off centre."""

from __future__ import annotations

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches, Pt

from tongket.desks.papers.chart_parts import PALETTE
from tongket.desks.papers.layout import measure

FONT = "Arial"  # on every machine, with every Vietnamese letter
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.6)
BODY_TOP, BODY_HEIGHT = Inches(1.55), Inches(5.1)
TEXT_SHARE = 0.36  # of the width, for the lines beside an exhibit
LEAST_POINTS = 12  # smaller letters cannot be read from the back of a hall
LINE_SIZES = (22, 20, 18, 16, 14)
Box = tuple[int, int, int, int]  # left, top, width, height
_ARIAL = 1.13  # Arial is wider than the letters we measure with
_LINE = 1.2  # the height of a line to its letters
_INNER = WIDTH - 2 * MARGIN
# Which of the library's layouts are kept, and as what.
COVER, LINES, BESIDE, EXHIBIT = "cover", "lines", "lines beside an exhibit", "exhibit"
_KEPT = {0: COVER, 1: LINES, 3: BESIDE, 5: EXHIBIT}
_COLOURS = {
    "dk1": "1A1A1A",
    "lt1": "FFFFFF",
    "dk2": "12395B",
    "lt2": "F1F4F6",
    "hlink": "12395B",
    "folHlink": "6D2F4F",
}
_FOOT_TOP, _FOOT_HEIGHT = Inches(6.85), Inches(0.5)
_PLACES = {
    "title": (MARGIN, Inches(0.4), _INNER, Inches(1.0)),
    "body": (MARGIN, BODY_TOP, _INNER, BODY_HEIGHT),
    "ftr": (MARGIN, _FOOT_TOP, _INNER - Inches(1), _FOOT_HEIGHT),
    "sldNum": (WIDTH - MARGIN - Inches(0.9), _FOOT_TOP, Inches(0.9), _FOOT_HEIGHT),
}


def new_deck() -> Deck:
    """An empty presentation with the office's master, theme and four layouts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_master
    _theme(master)
    _arrange(master)
    for index, layout in reversed(list(enumerate(deck.slide_layouts))):
        if index in _KEPT:
            _settle(layout, _KEPT[index])
        else:
            deck.slide_layouts.remove(layout)
    return deck


def layout_named(deck: Deck, name: str) -> SlideLayout:
    return deck.slide_layouts.get_by_name(name)


def text_height(text: str, points: float, width: float, *, bold: bool = False) -> float:
    """How high a text stands in that width, in EMU, with each line as full as its words allow."""
    room = Emu(int(width)).pt
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = measure(word + " ", points, bold=bold) * _ARIAL
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        used += length
    return int(lines * Pt(points) * _LINE)


def describe(frame, name: str, title: str, description: str) -> None:
    """Name a table or chart and give it its alternative text."""
    properties = frame._element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
    for attribute, value in (("name", name), ("title", title), ("descr", description)):
        properties.set(attribute, value)


def kind_of(shape) -> str:
    """The placeholder's type as the file says it; without one it is a body."""
    return shape._element.nvSpPr.nvPr.find(qn("p:ph")).get("type", "body")


def place(shape, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Emu, map(int, (left, top, width, height)))


def _theme(master: SlideMaster) -> None:
    """Office colours (the charts' palette as accents) and one letter for titles and text."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(part.blob)
    tree.set("name", "Tongket")
    colours = {**_COLOURS, **{f"accent{i}": colour[1:].upper() for i, colour in enumerate(PALETTE, 1)}}
    for name, value in colours.items():
        slot = next(tree.iter(qn(f"a:{name}")))
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), val=value)
    for family in ("a:majorFont", "a:minorFont"):
        next(tree.iter(qn(family))).find(qn("a:latin")).set("typeface", FONT)
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _arrange(master: SlideMaster) -> None:
    for shape in list(master.placeholders):
        kind = kind_of(shape)
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
            continue
        place(shape, *_PLACES[kind])
        shape.text_frame.word_wrap = True
        shape.text_frame.margin_left = 0  # so that text, tables and charts share one left edge
    master.shapes._spTree.insert(2, _band())
    styles = master._element.find(qn("p:txStyles"))
    _letters(styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}"), 28, "tx2", bold=True)
    for level, size in enumerate((LINE_SIZES[0], 18, 16), 1):
        _letters(styles.find(f"{qn('p:bodyStyle')}/{qn(f'a:lvl{level}pPr')}"), size, "tx1")
    for shape in master.placeholders:
        align = {"ftr": "l", "sldNum": "r"}.get(kind_of(shape))
        if align:
            _letters(next(shape._element.iter(qn("a:lvl1pPr"))), LEAST_POINTS, "tx1", align)


def _letters(level, size: float, colour: str, align: str = "l", *, bold: bool = False) -> None:
    """Size, colour and alignment of one level of a list style."""
    level.set("algn", align)
    properties = level.find(qn("a:defRPr"))
    properties.set("sz", str(int(Pt(size).pt * 100)))
    properties.set("b", "1" if bold else "0")
    fill = properties.find(qn("a:solidFill"))
    for child in list(fill):
        fill.remove(child)
    etree.SubElement(fill, qn("a:schemeClr"), val=colour)
    if properties.find(qn("a:latin")) is None:
        fill.addnext(parse_xml(f"<a:latin {nsdecls('a')} typeface='+mn-lt'/>"))


def _band():
    """A band in the office's colour along the upper edge, drawn on the master and thus behind everything."""
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='90' name='Band'/><p:cNvSpPr/>"
        "<p:nvPr userDrawn='1'/></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{WIDTH}' cy='{Inches(0.14)}'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val='tx2'/></a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _settle(layout: SlideLayout, name: str) -> None:
    """Give a kept layout its name and its places; what it does not need goes."""
    layout.name = name
    bodies = 0
    for shape in list(layout.placeholders):
        kind = kind_of(shape)
        bodies += kind in ("body", "obj")
        for own in shape._element.iter(qn("a:lstStyle")):
            del own[:]  # the master's letters hold on every layout
        if kind == "dt" or (name == BESIDE and bodies > 1 and kind in ("body", "obj")):
            shape._element.getparent().remove(shape._element)
        elif kind in ("ctrTitle", "subTitle"):
            _cover_place(shape, kind)
        elif name == BESIDE and kind in ("body", "obj"):
            place(shape, MARGIN, BODY_TOP, _INNER * TEXT_SHARE, BODY_HEIGHT)
        elif shape._element.spPr.find(qn("a:xfrm")) is not None:
            shape._element.spPr.remove(
                shape._element.spPr.find(qn("a:xfrm"))
            )  # then the master's place holds


def _cover_place(shape, kind: str) -> None:
    title = kind == "ctrTitle"
    place(shape, MARGIN, Inches(2.2 if title else 4.1), _INNER, Inches(1.8 if title else 1.6))
    shape.text_frame.word_wrap = True
    if not title:
        properties = f"<a:lvl1pPr {nsdecls('a')} marL='0' indent='0'><a:buNone/></a:lvl1pPr>"
        next(shape._element.iter(qn("a:lstStyle"))).append(parse_xml(properties))
