"""The surroundings say which office; what is wrong with them is said at start, with a code and a hint."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.utils import formats, translation
from tests.desks.site.opening import make_office

from tongket.desks.site.environment import Misconfigured, read_environment
from tongket.desks.site.office import NotAnOffice, read_office
from tongket.desks.site.start import AnotherOffice, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_office(tmp_path / "office")


def environment(folder: Path, **named: str) -> dict[str, str]:
    return {"TONGKET_OFFICE": str(folder), "TONGKET_DATA": str(folder.parent / "data"), **named}


def refused(**named: str) -> Misconfigured:
    with pytest.raises(Misconfigured) as caught:
        read_environment(named)
    assert f"[{caught.value.code}]" in caught.value.say("vi")
    return caught.value


def test_by_default_an_office_keeps_its_data_under_its_own_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    found = read_environment({"TONGKET_OFFICE": "office"})
    assert found.office.code == "giadinh"
    assert found.data == folder.parent / "data" / "giadinh"
    assert found.database["NAME"] == str(found.data / "desks.sqlite3")


def test_no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused().code == "site.E001"
    assert "TONGKET_OFFICE=" in refused().say("en")


def test_a_folder_that_is_no_office(tmp_path: Path) -> None:
    refusal = refused(TONGKET_OFFICE=str(tmp_path))
    assert refusal.code == "site.E002"
    assert "office.yaml" in refusal.say("en")


def test_a_data_folder_that_is_a_file(folder: Path) -> None:
    (folder.parent / "data").write_text("")
    assert refused(**environment(folder)).code == "site.E003"


@pytest.mark.parametrize("url", ["oracle-of-delphi://x", "not an address", "postgresql://u:hush@h:port/x"])
def test_a_database_address_that_cannot_be_read_and_never_its_password(folder: Path, url: str) -> None:
    refusal = refused(**environment(folder, DATABASE_URL=url))
    assert refusal.code == "site.E004"
    assert "hush" not in refusal.say("vi") + refusal.say("en")


def test_postgresql_by_address(folder: Path) -> None:
    found = read_environment(environment(folder, DATABASE_URL="postgresql://u:p@h/base"))
    assert (found.database["ENGINE"], found.database["NAME"]) == ("django.db.backends.postgresql", "base")


def test_a_key_that_is_too_short(folder: Path) -> None:
    assert refused(**environment(folder, TONGKET_SECRET_KEY="short")).code == "site.E005"


def test_a_key_is_made_once_and_kept_private(folder: Path) -> None:
    found = read_environment(environment(folder))
    assert not found.data.exists()  # reading the settings writes nothing
    key = found.key()
    assert len(key) >= 50
    assert read_environment(environment(folder)).key() == key
    assert stat.S_IMODE((found.data / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in found.data.iterdir()] == ["secret.key"]


def test_a_key_that_is_given_is_not_kept(folder: Path) -> None:
    given = "k" * 50
    found = read_environment(environment(folder, TONGKET_SECRET_KEY=given))
    assert found.key() == given
    assert not found.data.exists()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("code: Sơn La", "code"),
        ("languages: [vi, fr]", "languages"),
        ("name: {vi: Sở}", "name has"),
        ("signer: {authority: GIÁM ĐỐC}", "signer"),
        ("parent_body: ''", "parent_body"),
        ("recipients: UBND", "recipients"),
        ("code: [", "office.yaml"),
    ],
)
def test_an_office_that_does_not_say_enough(folder: Path, line: str, says: str) -> None:
    path = folder / "office.yaml"
    key = line.split(":", maxsplit=1)[0]
    kept = [old for old in path.read_text(encoding="utf-8").splitlines() if not old.startswith(f"{key}:")]
    path.write_text("\n".join([*kept, line]), encoding="utf-8")
    with pytest.raises(NotAnOffice) as caught:
        read_office(folder)
    assert says in caught.value.say("en")
    assert str(path) in caught.value.say("vi")


def test_missing_keys_are_all_named(folder: Path) -> None:
    (folder / "office.yaml").write_text("code: x\n", encoding="utf-8")
    with pytest.raises(NotAnOffice, match="parent_body"):
        read_office(folder)


def test_starting_again_is_free_and_another_office_needs_another_process(
    store: str, office: Path, folder: Path
) -> None:
    began = time.perf_counter()
    assert start(office, office.parent / "data").code == "giadinh"
    assert time.perf_counter() - began < 0.05
    with pytest.raises(AnotherOffice, match="Run another process"):
        start(folder, folder.parent / "data")


def test_a_misconfigured_process_stops_with_one_sentence(tmp_path: Path) -> None:
    code = "from django.conf import settings; settings.DEBUG"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tongket.desks.site.settings", "TONGKET_OFFICE": "nowhere"}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert ended.returncode
    assert "[site.E002]" in ended.stderr.splitlines()[-1]


def test_a_store_that_does_not_answer_is_said_with_a_code(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tongket.desks.site.start import start\n"
        "start(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    (tmp_path / "file").write_text("")
    for data, address in (("file/data", ""), ("data", "postgresql://u:hush@localhost:1/none")):
        env = {**os.environ, "DATABASE_URL": address}
        command = [sys.executable, "-c", code, str(folder), str(tmp_path / data)]
        ended = subprocess.run(command, env=env, capture_output=True, text=True)
        assert ended.returncode
        assert "[site.E006]" in ended.stderr
        assert "hush" not in ended.stderr


def test_numbers_are_grouped_as_vietnamese_papers_print_them() -> None:
    with translation.override("vi"):
        assert formats.localize(Decimal("1234567.891"), use_l10n=True) == "1.234.567,891"
        assert formats.date_format(date(2026, 11, 5)) == "05/11/2026"
        assert forms.DecimalField(localize=True).clean("1.234,5") == Decimal("1234.5")
    with translation.override("en"):
        assert formats.localize(Decimal("1234567.891"), use_l10n=True) == "1,234,567.891"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_fifth_of_november_is_never_the_eleventh_of_may(lang: str) -> None:
    with translation.override(lang):
        for text in ("05/11/2026", "5-11-2026", "5.11.2026", "2026-11-05"):
            assert forms.DateField().clean(text) == date(2026, 11, 5)
        assert forms.DateField().clean("23/11/2026") == date(2026, 11, 23)
