"""`tongket serve`: the office on the web, in one process tree."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from tongket.cli.session import Session, open_session
from tongket.figures.terms.words import Text

OPEN = Text("Mở trình duyệt tại {url}  (dừng: Ctrl+C)", "Open {url} in a browser  (stop: Ctrl+C)")
CAST = Text(
    "Tài khoản mẫu: {names}. Mật khẩu chung: {password}",
    "Sample accounts: {names}. They share one password: {password}",
)
LOOPBACK = "127.0.0.1"


def serve(
    ctx: typer.Context,
    demo: Annotated[
        bool, typer.Option("--demo", help="Seat the office's sample cast and show it at the sign-in.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = LOOPBACK,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on. Default: that of TONGKET_URL, else 8014.")
    ] = None,
) -> None:
    """Serve the office on the web until it is stopped."""
    if demo:
        os.environ["TONGKET_DEMO"] = "1"
    session = open_session(ctx)
    from django.conf import settings
    from django.db import connections

    if settings.WEB.demo:
        _seat(session)
    connections.close_all()  # the process that answers opens its own
    session.say(OPEN, url=settings.WEB.url.geturl())
    _run(host, port or settings.WEB.url.port or 8014)


def _seat(session: Session) -> None:
    from tongket.desks.people.cast import read_cast, seat

    cast = read_cast(session.office.folder)
    seat(cast, by=session.by, password=cast.password)
    _set_scene(session)
    session.say(CAST, names=", ".join(one.username for one in cast.people), password=cast.password)


def _set_scene(session: Session) -> None:
    """Before the first time, the example's year is taken in; then each of the cast has something to do."""
    from django.utils.timezone import localdate

    from tongket.cli.demo import run_demo
    from tongket.desks.filing.scene import FILE, set_scene
    from tongket.desks.ledger.queries import releases

    folder = session.office.folder
    if not (folder / FILE).exists():
        return
    if not releases():
        run_demo(session)
    set_scene(by=session.by, folder=folder, catalogue=session.catalogue, today=localdate())


def _run(host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "tongket.desks.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=2 * (os.cpu_count() or 1) + 1,  # pages wait for the database more than they count
        respawn_failed_workers=True,
        log_access=False,
        websockets=False,
    ).serve()
