"""What goes out and comes in as files: the receipt, the prefilled workbook, a workbook sent."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tongket.desks.filing import actions, workbooks
from tongket.desks.filing.models import Filing, FilingStep
from tongket.desks.filing.page import opened
from tongket.desks.filing.reach import whose, within
from tongket.desks.filing.receipts import receipt_data, receipt_pdf_bytes
from tongket.desks.site.access import needs
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.said import language, tell
from tongket.figures.terms.words import Refusal, Text

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("filing.read")
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """What was handed in, when and by whom, under its number."""
    step = _step(request, number)
    return render(request, "filing/receipt.html", {"receipt": receipt_data(step, catalogue(), language())})


@needs("filing.read")
def receipt_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt as a file to keep."""
    step = _step(request, number)
    content = receipt_pdf_bytes(receipt_data(step, catalogue(), language()), language())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{step.receipt}.pdf"'
    return response


@needs("filing.read")
def workbook(request: HttpRequest, pk: int) -> FileResponse:
    """The form of this filing as a workbook, filled with what is typed so far."""
    found = get_object_or_404(within(request.access, "filing.read"), pk=pk)
    made = workbooks.prefilled(found, opened(request, found), catalogue(), language())
    return FileResponse(made.content, as_attachment=True, filename=made.name, content_type=WORKBOOK)


@require_POST
@needs("filing.file_return")
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a workbook's numbers into the draft; what is wrong with the file is said, and nothing taken."""
    found = get_object_or_404(within(request.access, "filing.file_return"), pk=pk)
    request.access.require("filing.file_return", whose(found))
    sent = request.FILES.get("file")
    if sent is None:
        messages.error(request, tell(_NO_FILE))
        return redirect("filing:filing", pk)
    with tempfile.TemporaryDirectory(prefix="tongket-") as folder:
        path = Path(folder) / "sent.xlsx"
        with path.open("wb") as kept:
            for part in sent.chunks():
                kept.write(part)
        try:
            draft, findings = workbooks.read_sent(found, path, sent.name or "?", catalogue(), language())
            if draft is None:
                return _refused(request, found, findings)
            actions.save_draft(
                by=request.access.by, filing=found, data=draft.as_data(), revision=found.revision,
                lang=language(), catalogue=catalogue(),
            )  # fmt: skip
        except Refusal as refusal:
            messages.error(request, tell(refusal.sentence))
            return redirect("filing:filing", pk)
    messages.success(request, tell(_TAKEN.format(file=sent.name)))
    return redirect("filing:filing", pk)


def _refused(request: HttpRequest, found: Filing, findings: tuple) -> HttpResponse:
    told = opened(request, found, refused=_NOT_TAKEN).told()
    sentences = [("", finding.sentence) for finding in findings if finding.severity == "hard"]
    return render(request, "filing/filing.html", {**told, "faults": sentences}, status=422)


def _step(request: HttpRequest, number: str) -> FilingStep:
    reached = within(request.access, "filing.read")
    return get_object_or_404(
        FilingStep.objects.select_related("filing__campaign").filter(filing__in=reached), receipt=number
    )


_NO_FILE = Text("Hãy chọn một tệp .xlsx.", "Choose an .xlsx file.")
_TAKEN = Text(
    "Đã đọc {file} vào biểu. Hãy xem lại rồi nộp.", "{file} was read into the form. Look it over and hand in."
)
_NOT_TAKEN = Text(
    "Không lấy được số nào từ tệp vừa gửi; biểu giữ nguyên như trước.",
    "Nothing was taken from the file; the form is as it was before.",
)
