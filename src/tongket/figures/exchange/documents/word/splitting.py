"""Runs cut where a mark has to stand, each part with the properties of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tongket.figures.exchange.documents.word.blocks import Child, Run


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A mark before the letter `at` of a run; of marks at one place those that close come first."""

    at: int
    order: int
    mark: str


def rewritten(data: bytes, cuts: Mapping[int, Sequence[Cut]], runs: Mapping[int, Run], prefix: str) -> bytes:
    """The part with the marks in it; what lies outside the cut runs is copied as it is."""
    pieces: list[bytes] = []
    at = 0
    for begin in sorted(cuts):
        run = runs[begin]
        pieces += (data[at:begin], _cut(data, run, sorted(cuts[begin]), prefix))
        at = run.end
    return b"".join((*pieces, data[at:]))


def _cut(data: bytes, run: Run, cuts: Sequence[Cut], prefix: str) -> bytes:
    length = len(run.text)
    before = [cut.mark for cut in cuts if cut.at <= 0]
    inside = [cut for cut in cuts if 0 < cut.at < length]
    after = [cut.mark for cut in cuts if cut.at >= length and cut.at > 0]
    if length == 0:  # a run that shows no letter, as the mark of a note: all that opens stands before it
        before, after = [c.mark for c in cuts if c.order], [c.mark for c in cuts if not c.order]
    whole = _parts(data, run, inside, prefix) if inside else data[run.begin : run.end]
    return "".join(before).encode() + whole + "".join(after).encode()


def _parts(data: bytes, run: Run, cuts: Sequence[Cut], prefix: str) -> bytes:
    opening = data[run.begin : run.opened] + data[slice(*run.look)]
    closing = f"</{prefix}r>".encode()
    out = [opening]
    at = 0
    waiting = list(cuts)
    for child in run.children:
        if child.begin == run.look[0]:
            continue
        while waiting and waiting[0].at == at:
            out += (closing, waiting.pop(0).mark.encode(), opening)
        inside = [cut for cut in waiting if cut.at < at + len(child.text)]
        if inside:
            out.append(_letters(child, at, inside, prefix, closing, opening))
            del waiting[: len(inside)]
        else:
            out.append(data[child.begin : child.end])
        at += len(child.text)
    return b"".join((*out, closing))


def _letters(
    child: Child, at: int, cuts: Sequence[Cut], prefix: str, closing: bytes, opening: bytes
) -> bytes:
    """The letters of one child, told in as many runs as the cuts ask for."""
    out: list[bytes] = []
    told = 0
    for cut in cuts:
        if cut.at - at > told:
            out.append(_text(child.text[told : cut.at - at], prefix))
            told = cut.at - at
        out += (closing, cut.mark.encode(), opening)
    return b"".join((*out, _text(child.text[told:], prefix)))


def _text(letters: str, prefix: str) -> bytes:
    return f'<{prefix}t xml:space="preserve">{escape(letters)}</{prefix}t>'.encode()
