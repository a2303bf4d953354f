"""`tongket compile`: figures from what is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.session import Session, open_session
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.ledger.models import CompileRun

COMPILING = Text("Tổng hợp", "Compiling")
DONE = Text(
    "Tổng hợp {observations} số liệu từ {facts} số báo cáo trong {seconds} giây: "
    "{new} mới, {changed} thay đổi, {gone} không còn.",
    "Compiled {observations} observations from {facts} facts in {seconds} s: "
    "{new} new, {changed} changed, {gone} gone.",
)


def compile_figures(
    ctx: typer.Context,
    engine: Annotated[str, typer.Option(help="duckdb, polars or plain.")] = "duckdb",
    as_json: Annotated[bool, typer.Option("--json", help="Print the run as JSON.")] = False,
) -> None:
    """Compile every recipe from what is accepted now; only what differs becomes a new vintage."""
    session = open_session(ctx)
    run = run_compile(session, engine)
    if as_json:
        session.json(run_data(run))
    else:
        show(session, run)


def run_compile(session: Session, engine: str = "duckdb") -> CompileRun:
    from tongket.desks.ledger.actions import compile_figures

    with session.progress(COMPILING) as step:
        return compile_figures(
            by=session.by,
            catalogue=session.catalogue,
            home=session.office.area_code,
            folder=session.facts,
            engine_name=engine,
            progress=step,
        )


def show(session: Session, run: CompileRun) -> None:
    session.say(DONE, **{**run_data(run), "seconds": f"{run.seconds:.1f}"})


def run_data(run: CompileRun) -> dict[str, Any]:
    fields = ("engine", "facts", "observations", "new", "changed", "gone", "seconds")
    return {"moment": run.moment.isoformat(), **{name: getattr(run, name) for name in fields}}
