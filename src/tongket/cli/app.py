"""The commands and the options they share. Heavy libraries load inside the commands that use them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongket.cli import (
    areas,
    backups,
    calling,
    check,
    compare,
    compiling,
    demo,
    explain,
    founding,
    importing,
    national,
    reading,
    release,
    review,
    serving,
    structure,
    targets,
    trail,
)
from tongket.cli.session import Options

app = typer.Typer(
    name="tongket",
    help="Tổng kết: returns in, figures out, every printed number traced to its cells.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(
    ctx: typer.Context,
    office: Annotated[
        Path | None,
        typer.Option(envvar="TONGKET_OFFICE", help="Folder of the office. Default: examples/sonla."),
    ] = None,
    data: Annotated[
        Path | None, typer.Option(envvar="TONGKET_DATA", help="Folder of its data. Default: data/<office>.")
    ] = None,
    lang: Annotated[str, typer.Option(envvar="TONGKET_LANG", help="vi or en.")] = "vi",
) -> None:
    """Which office, where its data lie, in which language to speak."""
    ctx.obj = Options.of(office, data, lang)


app.command("demo")(demo.demo)
app.command("import")(importing.import_returns)
app.command("compile")(compiling.compile_figures)
app.command("targets")(targets.show_targets)
app.command("structure")(structure.show_structure)
app.command("review")(review.write_review)
app.command("explain")(explain.explain)
app.command("compare")(compare.compare)
app.command("call-list")(calling.call_list)
app.command("read")(reading.read_report)
app.command("check")(check.check_report)
app.command("areas")(areas.show_areas)
app.command("national")(national.national)
app.add_typer(release.app, name="release")
app.command("serve")(serving.serve)
app.add_typer(trail.app, name="trail")
app.command("init")(founding.init)
app.command("admin")(founding.admin)
app.command("backup")(backups.backup)
app.command("restore")(backups.restore)
