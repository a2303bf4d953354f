"""The same paper must give the same bytes: Office files are zip archives that stamp the hour on each part."""

from __future__ import annotations

import io
import re
import zipfile

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive can say
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def without_dates(data: bytes) -> bytes:
    """The archive again, part by part in its order, with no hour in it or in a workbook inside it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, _NO_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, _undated(info.filename, old.read(info)))
    return out.getvalue()


def _undated(name: str, part: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return without_dates(part)
    if name == "docProps/core.xml":
        return _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part)
    return part
