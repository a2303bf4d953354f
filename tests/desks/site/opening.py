"""A made-up office in a temporary folder, opened once in this process, for every test that needs Django."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tongket.desks.site.start import start

EXAMPLE = Path(__file__).parents[3] / "examples" / "sonla"
AREAS = ("areas.csv", "area_events.csv", "area_links.csv")
PLAN = ("decisions.yaml", "targets.yaml", "tasks.yaml")
OFFICE = """\
code: {code}
area_code: "14"
name: {{vi: Sở Công Thương tỉnh Giả Định, en: Department of Made-up Province}}
parent_body: {{vi: Ủy ban nhân dân tỉnh Giả Định, en: People's Committee of Made-up Province}}
symbol: SCT
place: {{vi: Giả Định, en: Made-up}}
signer: {{authority: [{{vi: GIÁM ĐỐC, en: DIRECTOR}}]}}
recipients: [{{vi: UBND tỉnh, en: the People's Committee}}]
contact: {{vi: Văn phòng Sở, en: Office of the Department}}
synthetic: {{vi: Mọi số liệu là giả lập., en: Every figure is synthetic.}}
"""
REPORTERS = """\
code,kind,name,tax_code,activity,area_code,valid_from,valid_to,forms,synthetic
DN001,enterprise,Thủy điện Mẫu (giả lập),0123456789,3511,03808,2015-01-01,,industrial_production,yes
DN002,enterprise,Chế biến chè Mẫu (giả lập),,1076,03982,2015-01-01,2020-06-30,industrial_production,yes
DN003,enterprise,Mỏ than Mẫu (giả lập),,0510,03649,2020-07-01,,industrial_production,yes
HK001,household_business,"Hộ bán lẻ, Mẫu (giả lập)",,4719,03652,2015-01-01,,retail_services,yes
"""
VILLAGES = """\
code,valid_from,valid_to,level,type,name,name_en,parent_code,verified,legal_ref,source,note
03808001,2015-01-01,2025-06-30,village,bản,Một (giả lập),One (synthetic),03808,no,,synthetic,
03808002,2015-01-01,2025-06-30,village,bản,Hai (giả lập),Two (synthetic),03808,no,,synthetic,
"""


def make_office(folder: Path, code: str = "giadinh") -> Path:
    """An office with the areas and plan of the example, two villages, and a few reporters of its own."""
    folder.mkdir(parents=True)
    for name in (*AREAS, *PLAN):
        shutil.copy(EXAMPLE / name, folder / name)
    (folder / "office.yaml").write_text(OFFICE.format(code=code), encoding="utf-8")
    (folder / "reporters.csv").write_text(REPORTERS, encoding="utf-8")
    (folder / "villages.csv").write_text(VILLAGES, encoding="utf-8")
    return folder


@cache
def opened() -> Path:
    """The office of this test process; Django is set up for it on the first call."""
    root = Path(tempfile.mkdtemp(prefix="tongket-tests-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    office = make_office(root / "office")
    os.environ.pop("DATABASE_URL", None)
    start(office, root / "data")
    return office
