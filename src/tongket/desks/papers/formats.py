"""Which forms a paper can take. A form's module, and the heavy library behind it, loads when it is used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from tongket.desks.papers import words
from tongket.figures.review.content import Paper
from tongket.figures.terms.words import Refusal

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """A form of the paper: its file's extension, its media type, and the module that renders it."""

    extension: str
    media_type: str
    module: str

    def render(self, paper: Paper) -> bytes:
        return import_module(f"tongket.desks.papers.{self.module}").render(paper)


FORMATS: dict[str, PaperFormat] = {
    "docx": PaperFormat(".docx", f"{_OFFICE}.wordprocessingml.document", "docx"),
    "pdf": PaperFormat(".pdf", "application/pdf", "pdf"),
    "html": PaperFormat(".html", "text/html; charset=utf-8", "html"),
    "pptx": PaperFormat(".pptx", f"{_OFFICE}.presentationml.presentation", "pptx"),
    "xlsx": PaperFormat(".xlsx", f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    "txt": PaperFormat(".txt", "text/plain; charset=utf-8", "press"),
}


def render(paper: Paper, name: str) -> bytes:
    """The bytes of the paper in the named form, for example `render(paper, "docx")`."""
    if name not in FORMATS:
        raise Refusal(words.NO_FORMAT.format(name=name, known=", ".join(FORMATS)))
    return FORMATS[name].render(paper)
