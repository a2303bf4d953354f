"""What every command starts from: an office, its data, its catalogue, and how to speak."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import typer

from tongket.figures.terms.words import LANGS, Lang, Refusal, Text

if TYPE_CHECKING:
    from rich.console import Console

    from tongket.desks.site.office import Office
    from tongket.figures.exchange.catalogue import Catalogue

WIDE = 160


@dataclass
class Options:
    """The shared options as given, read once before any command."""

    office: Path | None
    data: Path | None
    lang: Lang

    spoken: ClassVar[Lang] = "vi"  # the language of a refusal, also of one before any session

    @classmethod
    def of(cls, office: Path | None, data: Path | None, lang: str) -> Options:
        if lang not in LANGS:
            raise typer.BadParameter(f"{lang}: vi | en")
        cls.spoken = "vi" if lang == "vi" else "en"
        return cls(office, data, cls.spoken)


@dataclass
class Session:
    """An opened office. Making one sets up the store; there is one a process."""

    options: Options

    @cached_property
    def office(self) -> Office:
        from tongket.desks.site.environment import EXAMPLE
        from tongket.desks.site.office import read_office
        from tongket.desks.site.start import start

        folder = self.options.office or EXAMPLE
        return start(folder, self.options.data or Path("data") / read_office(folder).code)

    @cached_property
    def data(self) -> Path:
        return self.options.data or Path("data") / self.office.code

    @cached_property
    def catalogue(self) -> Catalogue:
        from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue

        overlay = self.office.folder / "catalogue"
        return read_catalogue(*(folder for folder in (PRODUCT_CATALOGUE, overlay) if folder.is_dir()))

    @cached_property
    def console(self) -> Console:
        from rich.console import Console

        # What is read by a program or a file is not folded to the width of a screen that is not there.
        return Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)

    @cached_property
    def by(self) -> str:
        """Who is at the keyboard, as the machine knows them."""
        return getpass.getuser()

    @property
    def lang(self) -> Lang:
        return self.options.lang

    @property
    def facts(self) -> Path:
        return self.data / "facts"

    def say(self, text: Text, **slots: object) -> None:
        self.console.print(text.format(**slots)[self.lang], markup=False)

    def json(self, data: Any) -> None:
        """Print data as JSON, for another program to read."""
        import json

        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")

    @contextmanager
    def progress(self, what: Text) -> Iterator[Any]:
        """A bar on standard error that a long piece of work moves with `step(done, of)`."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what[self.lang], total=None)
            yield lambda done, of: bar.update(task, completed=done, total=of)


def open_session(ctx: typer.Context) -> Session:
    """The session of this process, with its office opened."""
    options: Options = ctx.find_object(Options) or Options.of(None, None, "vi")
    session = Session(options)
    _ = session.office
    return session


def speak(refusal: Refusal) -> None:
    """One sentence on standard error, in the language asked for."""
    sys.stderr.write(refusal.say(Options.spoken) + "\n")
