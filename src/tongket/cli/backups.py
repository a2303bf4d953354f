"""`tongket backup` and `tongket restore`: the office in one file, verified when written and when read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.session import Session, open_session
from tongket.figures.terms.words import Text

WRITTEN = Text(
    "Đã sao lưu và kiểm tra lại: {path} ({size} MB).", "Backed up and read again: {path} ({size} MB)."
)
KEPT = Text("Trạng thái hiện tại đã được giữ lại: {path}", "What there is now was kept first: {path}")
RESTORED = Text(
    "Đã khôi phục cơ sở dữ liệu của {office} lúc {at:%H:%M %d/%m/%Y}; nhật ký nguyên vẹn đến dòng {number}.",
    "The database of {office} of {at:%Y-%m-%d %H:%M} is back; its trail is whole up to row {number}.",
)
FOLDER = Text("Thư mục của cơ quan được ghi ra: {path}", "The office's folder was written out: {path}")
SURE = Text(
    "Thay cơ sở dữ liệu hiện tại bằng bản sao lưu lúc {at:%H:%M %d/%m/%Y}?",
    "Replace the present database by the backup of {at:%Y-%m-%d %H:%M}?",
)


def backup(ctx: typer.Context) -> None:
    """Copy the database and the office's folder into one file under the data folder; nobody has to stop."""
    session = open_session(ctx)
    path = _backup(session)
    from tongket.desks.trail.actions import Thing, Verb, record

    record(by=session.by, action="office.backup", verb=Verb.RUN, on=Thing("backup", path.name))
    session.say(WRITTEN, path=path, size=f"{path.stat().st_size / 1024**2:.1f}")


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that `tongket backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: Annotated[
        Path | None, typer.Option(help="Also write the office's folder out here, to compare or take over.")
    ] = None,
) -> None:
    """Verify a backup, keep what there is now as a backup of its own, and put the database back."""
    session = open_session(ctx)
    from tongket.desks.site import backup as backups

    found = backups.read(file)
    if not yes:
        typer.confirm(SURE.format(at=found.made_at)[session.lang], abort=True)
    session.say(KEPT, path=_backup(session))
    backups.restore(found)
    _check(session, found.seal)
    from tongket.desks.trail.actions import Thing, Verb, record

    record(by=session.by, action="office.restore", verb=Verb.RUN, on=Thing("backup", file.name))
    number = found.seal[0] if found.seal else 0
    session.say(RESTORED, office=found.office, at=found.made_at, number=number)
    if folder is not None:
        backups.unpack_office(found, folder)
        session.say(FOLDER, path=folder)


def _backup(session: Session) -> Path:
    from tongket.desks.site import backup as backups
    from tongket.desks.trail.queries import end

    office = session.office
    return backups.write(by=session.by, office=office.folder, code=office.code, data=session.data, seal=end())


def _check(session: Session, seal: tuple[int, str] | None) -> None:
    """Bring an older store up to date, and hold its trail to the end that the backup names."""
    from tongket.desks.site.start import migrate
    from tongket.desks.trail.queries import verify

    migrate()
    for fault in verify(seal):
        session.say(fault.sentence)
