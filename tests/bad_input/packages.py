"""Workbooks as zips: taken apart, spoiled and put together again."""

import struct
import zipfile

SHEET = "xl/worksheets/sheet2.xml"  # T10 of the good workbook


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)


def with_parts(path, **changed):
    """Add or replace parts. Names are given with `__` for `/` and `_xml` for `.xml`."""
    write(
        path,
        {
            **parts_of(path),
            **{name.replace("__", "/").replace("_xml", ".xml"): part for name, part in changed.items()},
        },
    )


def replace_in(path, name, old, new):
    parts = parts_of(path)
    assert old in parts[name]
    write(path, {**parts, name: parts[name].replace(old, new)})


def add_zeros(path, name, megabytes):
    """A part of so many megabytes of blanks, small on disk."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open(name, "w") as part:
        for _ in range(megabytes):
            part.write(b" " * (1 << 20))


def declare_smaller(path, name, size):
    """Let the zip's directory and the part's own header say that the part is smaller than it is."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        offset = package.getinfo(name).header_offset
    struct.pack_into("<I", data, offset + 22, size)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        if data[at + 46 : at + 46 + len(name)] == name.encode():
            struct.pack_into("<I", data, at + 24, size)
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)
