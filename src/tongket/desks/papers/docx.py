"""The paper as Word, in the layout of Decree 30/2020/NĐ-CP, annex I."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from lxml import etree

from tongket.desks.papers import wordml, words
from tongket.desks.papers.archive import without_dates
from tongket.desks.papers.docx_blocks import BREAK, block_xml
from tongket.desks.papers.docx_styles import dress
from tongket.desks.papers.layout import DECREE_30_2020 as PAGE
from tongket.desks.papers.layout import head_columns, measure, millimetres
from tongket.desks.papers.wordml import Ledger, paragraph, run
from tongket.figures.review.content import Annex, Letterhead, Paper, Signature


def render(paper: Paper) -> bytes:
    """The bytes of the .docx file; the same paper always gives the same bytes."""
    document = docx.Document()
    ledger = Ledger()
    dress(document, words.LANGUAGE_TAGS[paper.lang])
    _describe(document, paper)
    _set_page(document.sections[0])
    _furnish(document.sections[0], paper)
    _fill(document, _body(document, ledger, paper))
    _store_addresses(document, ledger)
    out = io.BytesIO()
    document.save(out)
    return without_dates(out.getvalue())


def _describe(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.subject = paper.title, paper.running
    properties.author = properties.last_modified_by = paper.letterhead.issuer
    properties.language, properties.comments = words.LANGUAGE_TAGS[paper.lang], paper.synthetic


def _body(document: Document, ledger: Ledger, paper: Paper) -> str:
    """All that stands on the pages, as text; the last section's properties stay at the document's end."""
    pieces = [_letterhead(paper.letterhead)]
    last = len(paper.blocks) - 1  # what closes the report stays with who signs it
    pieces += [
        block_xml(block, document, ledger, paper.lang, keep=place == last)
        for place, block in enumerate(paper.blocks)
    ]
    pieces += [_signature(paper.signature)]
    for annex in paper.annexes:
        pieces += [_section_end(document), _annex_head(annex)]
        pieces += [block_xml(block, document, ledger, paper.lang) for block in annex.blocks]
    return "".join(pieces)


def _fill(document: Document, body: str) -> None:
    """Parse the whole document once: moving parsed nodes into it takes seconds with thousands of rows."""
    shell = etree.tostring(document.element, encoding="unicode")
    document.part._element = parse_xml(shell.replace("<w:body>", f"<w:body>{body}", 1))


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(PAGE.page_width), Mm(PAGE.page_height)
    section.top_margin, section.bottom_margin = Mm(PAGE.margin_top), Mm(PAGE.margin_bottom)
    section.left_margin, section.right_margin = Mm(PAGE.margin_left), Mm(PAGE.margin_right)
    section.header_distance = section.footer_distance = Mm(PAGE.margin_top / 2 - 1)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:cols")).addprevious(numbering)


def _furnish(section: Section, paper: Paper) -> None:
    """The page number above every page but the first; the running line and the notice below every page."""
    field = (
        f'<w:fldSimple xmlns:w="{wordml.NAMESPACE}" w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    )
    section.header.paragraphs[0]._p.append(parse_xml(field))
    section.first_page_header.is_linked_to_previous = False
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.add_run(paper.running)
        if paper.synthetic:
            line.add_run().add_break()
            line.add_run(paper.synthetic).bold = True


def _letterhead(head: Letterhead) -> str:
    left, right = head_columns(head)
    issuer = min(millimetres(measure(head.issuer.upper(), PAGE.issuer, bold=True)), left)
    motto = millimetres(measure(head.motto, PAGE.motto, bold=True))
    widths = [wordml.twips(left), wordml.twips(right)]
    office = paragraph("Parentbody", run(head.parent_body)) + paragraph("Issuer", run(head.issuer))
    state = paragraph("State", run(head.state)) + paragraph("Motto", run(head.motto))
    top = (office + wordml.rule(left, issuer * PAGE.short_rule), state + wordml.rule(right, motto))
    low = (paragraph("Number", run(head.number)), paragraph("Placeanddate", run(head.place_and_date)))
    rows = [wordml.row(map(wordml.cell, widths, cells)) for cells in (top, low)]
    return (
        wordml.table(widths, rows, borders=wordml.NO_BORDERS, margin=0)
        + paragraph("Title", run(head.type_name))
        + paragraph("Subtitle", run(head.subject))
        + wordml.rule(PAGE.text_width, PAGE.text_width / 3)
        + paragraph("TableNote", "")
    )


def _signature(signature: Signature) -> str:
    half = PAGE.text_width / 2
    recipients = paragraph("Recipientshead", run(signature.recipients_head)) + "".join(
        paragraph("Recipients", run(line)) for line in signature.recipients
    )
    signer = "".join(paragraph("Authority", run(line)) for line in signature.authority)
    signer += paragraph("Signer", run(signature.name))
    widths = [wordml.twips(half)] * 2
    row = wordml.row(map(wordml.cell, widths, (recipients, signer)))
    return (
        paragraph("BodyText", "", "<w:keepNext/>")
        + wordml.table(widths, [row], borders=wordml.NO_BORDERS, margin=0)
        + paragraph("Rule", "")
    )


def _section_end(document: Document) -> str:
    """The end of a section like the last one, so that what follows starts a page and counts from one."""
    properties = etree.tostring(document.sections[0]._sectPr, encoding="unicode")
    return paragraph("Rule", "", properties)


def _annex_head(annex: Annex) -> str:
    title = paragraph("Heading1", run(annex.number) + BREAK + run(annex.title, "<w:caps/>"))
    return title + (paragraph("Reference", run(annex.reference)) if annex.reference else "")


def _store_addresses(document: Document, ledger: Ledger) -> None:
    package = document.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", ledger.as_xml(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
