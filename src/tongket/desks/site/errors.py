"""Pages that say what went wrong, in words and without a trace of the machine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.desks.site.said import tell
from tongket.figures.terms.words import Refusal, Text


def page(request: HttpRequest, status: int, title: Text, sentence: Text) -> HttpResponse:
    words = {"title": tell(title), "sentence": tell(sentence)}
    return render(request, "site/error.html", words, status=status)


def not_permitted(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return page(request, 403, _NOT_PERMITTED, refusal.sentence)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return page(request, 400, _REFUSED, refusal.sentence)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 403, _NOT_PERMITTED, _NO_REASON)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404, _NOT_FOUND, _NOTHING_HERE)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 400, _REFUSED, _NOT_UNDERSTOOD)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Named `429` by the guard of sign-ins."""
    return page(request, 429, _LOCKED, _WAIT)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(request, 403, _EXPIRED, _SEND_AGAIN)


def failed(request: HttpRequest) -> HttpResponse:
    """The program itself failed: this page asks nothing of the database, which may be the cause."""
    return HttpResponse(_FAILED, status=500)


_NOT_PERMITTED = Text("Bạn không có quyền mở trang này", "You may not open this page")
_NO_REASON = Text(
    "Hãy đề nghị quản trị hệ thống cấp quyền nếu công việc cần đến.",
    "If your work needs it, ask the administrator for permission.",
)
_NOT_FOUND = Text("Không có trang này", "There is no such page")
_NOTHING_HERE = Text(
    "Địa chỉ không đúng, hoặc nội dung không thuộc phạm vi của bạn. Hãy bắt đầu lại từ trang chủ.",
    "The address is wrong, or what it leads to is not within your reach. Start again from the home page.",
)
_REFUSED = Text("Không làm được việc vừa yêu cầu", "What you asked cannot be done")
_NOT_UNDERSTOOD = Text(
    "Máy chủ không hiểu yêu cầu. Hãy quay lại trang trước và gửi lại.",
    "The request was not understood. Go back to the page before and send it again.",
)
_LOCKED = Text("Tạm khóa vì thử quá nhiều lần", "Locked for a while after too many attempts")
_WAIT = Text(
    "Hãy đợi rồi thử lại, hoặc đề nghị quản trị hệ thống cấp lại mật khẩu.",
    "Wait and try again, or ask the administrator to reset your password.",
)
_EXPIRED = Text("Trang đã quá hạn", "The page has expired")
_SEND_AGAIN = Text(
    "Phiên làm việc đã thay đổi từ khi trang được mở, hoặc trình duyệt chặn cookie. Hãy tải lại trang rồi "
    "gửi lại; nội dung đã lưu nháp vẫn còn.",
    "Your session has changed since the page was opened, or the browser refuses cookies. Load the page "
    "again and send once more; drafts that were saved are kept.",
)
_FAILED = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Lỗi hệ thống · System error</title>
<h1>Hệ thống gặp lỗi</h1>
<p>Việc vừa yêu cầu chưa được thực hiện và không có gì bị ghi dở. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ
thống kèm thời điểm này.</p>
<h2 lang="en">The system failed</h2>
<p lang="en">What you asked was not done, and nothing was half written. Try again; if it fails again, tell the
administrator the time at which it happened.</p>
"""
