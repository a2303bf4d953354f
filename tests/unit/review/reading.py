"""How the tests read a paper: its tables by name, their rows by label, the notes of a cell."""

from tongket.figures.review.content import Table, plain


def table(paper, name) -> Table:
    return next(block for block in paper.tables() if block.name == name)


def row(paper, name, label):
    return next(r for r in table(paper, name).rows if plain(r.cells[0].spans) == label)


def notes(paper, name, cell):
    told = {note.mark: plain(note.spans) for note in table(paper, name).notes}
    return [told[mark] for mark in cell.notes]
