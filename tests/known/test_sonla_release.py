"""The example's year released: protected, the same cells each time, and attacked by its own attacker."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter

import pytest
from tests.desks.papers.reading import docx_text, pdf_text
from tests.known.conftest import OFFICE, ROOT, Year

PATTERN = """
import json, sys
from pathlib import Path
from tongket.desks.site.start import start
office, data = map(Path, sys.argv[1:3])
start(office, data)
from tongket.desks.ledger import doors, protection
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
from tongket.figures.protection.audit import attacked
catalogue, release = read_catalogue(PRODUCT_CATALOGUE, office / "catalogue"), doors.release(1)
made = protection.protect(catalogue, "14", data / "facts", release.moment, [])
found = made.found
shown = sorted((found.keys & made.linked.slots.keys()) | made.following)
opened = {}
for printed in json.loads(sys.argv[3]):
    attack = attacked(found.table, found.sensitive, found.keys - {printed}, made.policy.search)
    opened[printed] = sorted({one.cell for one in attack.inside})
json.dump({"stored": sorted(protection.withheld(release)), "made": shown, "opened": opened}, sys.stdout)
"""
# Quarries stand beside the only coal mine, and the output of mining beside that of the two waterworks:
# what is printed of the one gives away the other.
SECONDARY = {
    "IIP:all@14/2020-10,activity=08": "IIP:all@14/2020-10,activity=05",
    "industrial_output:all@14/2020,activity=08": "industrial_output:all@14/2020,activity=E",
}
PUBLIC_ANYWAY = {  # two waterworks are all of section E, whose index is announced
    f"IIP:all@14/2020-{month:02d},{part}"
    for month in range(1, 13)
    for part in ("activity=E", "activity=36", "activity=3600", "product=tap_water")
}


@pytest.fixture(scope="module")
def again(year: Year):
    """The pattern worked out once more by a process of its own, and attacked with one cell printed."""
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    command = [
        sys.executable,
        "-W",
        "error",
        "-c",
        PATTERN,
        str(OFFICE),
        str(year.data),
        json.dumps([*SECONDARY]),
    ]
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_same_cells_are_withheld_each_time(again):
    assert again["made"] == again["stored"]
    assert again["stored"]


@pytest.mark.parametrize("printed", SECONDARY)
def test_to_print_one_secondary_cell_lets_the_attacker_in(again, printed):
    assert printed in again["stored"]
    assert SECONDARY[printed] in again["opened"][printed]


@pytest.fixture(scope="module", params=[(), ("--again",)], ids=["on record", "asked again"])
def audit(year: Year, request: pytest.FixtureRequest):
    return year.ask("release", "audit", "1", *request.param)


def test_the_attacker_finds_nothing_but_what_was_public_already(audit):
    assert audit["inside"] == []
    assert audit["worst"] >= 1
    assert (audit["unjudged"], audit["alone"]) == ([], ["industrial_output_constant"])
    already = {one["cell"] for one in (*audit["already_known"], *audit["already_printed"])}
    assert {cell for cell in already if "/2020-" in cell} == PUBLIC_ANYWAY
    assert {one["public"] for one in audit["already_printed"]} == {"index_by_section"}
    assert audit["withheld"] == audit["primary"] + audit["secondary"]


def test_the_audit_says_how_the_pattern_was_found(year: Year):
    found = year.ask("release", "audit", "1")["search"]
    assert Counter(found["solved"]).total() > 100
    assert found["stopped"] == {}
    assert "tấn công" in year.run("release", "audit", "1")


def test_a_paper_prints_the_sign_and_its_legend_and_no_withheld_number(year: Year, again):
    folder = year.data / "review"
    for read, name in ((docx_text, "tong-ket-2020-lan-1.docx"), (pdf_text, "tong-ket-2020-lan-1.pdf")):
        text = " ".join(read((folder / name).read_bytes()).split())
        assert "Không công bố, để giữ bí mật thông tin của từng đơn vị" in text
    page = (folder / "review-2020-release-1.html").read_text(encoding="utf-8")
    assert "Not published, to keep single respondents" in page
    quoted = {address.split(",compare=")[0] for address in re.findall(r'data-figure="([^"]+)"', page)}
    assert len(quoted) > 100
    assert quoted & set(again["stored"]) == set()
