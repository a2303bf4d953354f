"""`tongket init` and `tongket admin`: a new office from a copy of another, and its first administrator."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tongket.cli.session import Options, Session, open_session
from tongket.figures.terms.words import Refusal, Text

if TYPE_CHECKING:
    from tongket.desks.people.models import Unit

# What tells of the example's own year, its invented returns and its cast: no office works with it.
LEFT_BEHIND = (
    "sample.yaml", "make_returns.py", "synthetic", "cast.yaml", "published.csv", "README.md", "SOURCES.md",
    "__pycache__",
)  # fmt: skip
ADMINISTRATOR = "administrator"
ROOT_UNIT = "office"

MADE = Text("Đã lập thư mục cơ quan {folder}.", "The office's folder {folder} was made.")
ADAPT = Text(
    "Hãy sửa cho đúng cơ quan mình: office.yaml (tên, nơi ban hành, người ký), areas.csv và area_*.csv (địa "
    "bàn), reporters.csv và villages.csv (ai báo cáo), decisions.yaml, targets.yaml, tasks.yaml (kế hoạch), "
    "catalogue/ (danh mục, quyền số, vai trò riêng). Các dòng chép từ mẫu không phải của bạn.",
    "Adapt it to your office: office.yaml (name, place, who signs), areas.csv and area_*.csv (the map), "
    "reporters.csv and villages.csv (who reports), decisions.yaml, targets.yaml, tasks.yaml (the plan), "
    "catalogue/ (own lists, weights, roles). The lines copied from the example are not yours.",
)
NEXT = Text(
    "Sau đó: tongket --office {folder} admin TÊN, rồi tongket --office {folder} serve",
    "Then: tongket --office {folder} admin NAME, and tongket --office {folder} serve",
)
TAKEN = Text(
    "{folder} đã có nội dung. Hãy chọn thư mục trống hoặc chưa có.",
    "{folder} holds something already. Name an empty folder, or one that does not exist.",
)
BAD_CODE = Text(
    "“{code}” không dùng làm mã được: chữ thường không dấu, chữ số, “_” và “-”, ví dụ hoabinh.",
    "“{code}” cannot be a code: plain small letters, digits, “_” and “-”, for example hoabinh.",
)
PASSWORD = Text(
    "{username}: mật khẩu {password}  (chỉ hiện một lần; phải đổi khi đăng nhập lần đầu)",
    "{username}: password {password}  (shown once; to be changed at the first sign-in)",
)


class CannotFound(Refusal):
    """The office cannot be made there, or under that code."""


def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder of the new office: empty, or not there yet.")],
    code: Annotated[str, typer.Option(help="Its code, for example hoabinh; data go to data/<code>.")],
    like: Annotated[Path | None, typer.Option(help="Office to copy. Default: the example.")] = None,
) -> None:
    """Make a new office from a copy of another one, without its invented returns."""
    from tongket.desks.site.environment import EXAMPLE
    from tongket.desks.site.office import FILE, read_office

    model = read_office(like or EXAMPLE)
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", code):
        raise CannotFound(BAD_CODE.format(code=code))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotFound(TAKEN.format(folder=folder))
    shutil.copytree(model.folder, folder, ignore=shutil.ignore_patterns(*LEFT_BEHIND), dirs_exist_ok=True)
    written = (folder / FILE).read_text(encoding="utf-8")
    named = re.sub(rf"^code: {re.escape(model.code)}$", f"code: {code}", written, count=1, flags=re.M)
    (folder / FILE).write_text(named, encoding="utf-8")
    read_office(folder)
    for text in (MADE, ADAPT, NEXT):
        typer.echo(text.format(folder=folder)[Options.spoken])


def admin(
    ctx: typer.Context,
    username: Annotated[str, typer.Argument(help="Name to sign in with.")],
    name: Annotated[str, typer.Option(help="The person's name. Default: the sign-in name.")] = "",
) -> None:
    """Make an administrator, or let one in again who is locked out: prints a new password once."""
    session = open_session(ctx)
    password = _administrator(session, username.lower(), name)
    session.say(PASSWORD, username=username.lower(), password=password)


def _administrator(session: Session, username: str, name: str) -> str:
    from django.db import transaction

    from tongket.desks.people.actions import add_person, change_person, grant_role, reset_password
    from tongket.desks.people.models import Person

    why = "tongket admin"
    with transaction.atomic():
        person = Person.objects.filter(username=username).first()
        if person is None:
            person = add_person(by=session.by, username=username, name=name or username, why=why)
        elif not person.is_active:
            change_person(by=session.by, person=person, is_active=True, why=why)
        grant_role(by=session.by, person=person, role=ADMINISTRATOR, unit=_root(session), why=why)
        return reset_password(by=session.by, person=person, why=why)


def _root(session: Session) -> Unit:
    """The office itself, at the top of the tree of units."""
    from tongket.desks.people.actions import add_unit
    from tongket.desks.people.models import Unit

    found = Unit.objects.filter(parent=None, kind=Unit.Kind.DEPARTMENT).first()
    office = session.office
    return found or add_unit(
        by=session.by, code=ROOT_UNIT, parent=None, kind=Unit.Kind.DEPARTMENT, name_vi=office.name.vi,
        name_en=office.name.en, area_code=office.area_code,
    )  # fmt: skip
