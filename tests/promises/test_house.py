"""Promises about the whole tree: the contracts hold, and each of them catches a planted breach."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")

PLANTED = {
    "floors": ("figures/terms/planted.py", "import tongket.desks.site.office"),
    "figures": ("figures/terms/planted.py", "import tongket.figures.methods.weights"),
    "pure": ("figures/methods/planted.py", "import django"),
    "engines": ("figures/compile/planted.py", "import duckdb"),
    "quoting": ("figures/prose/planted.py", "import tongket.figures.compile.recipe"),
    "desks": ("desks/registry/planted.py", "import tongket.desks.ledger.models"),
    "papers": ("desks/papers/planted.py", "import tongket.desks.site.office"),
}


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(source)}
    command = [LINT, "--config", ROOT / ".importlinter", "--no-cache"]
    return subprocess.run(command, cwd=source, env=env, capture_output=True, text=True, check=False)


def test_the_import_contracts_hold():
    result = lint_imports(ROOT / "src")
    assert result.returncode == 0, result.stdout


def test_every_contract_has_a_planted_breach():
    contracts = re.findall(r"importlinter:contract:(\w+)", (ROOT / ".importlinter").read_text())
    assert sorted(contracts) == sorted(PLANTED)


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The tree with every breach planted at once, and what the linter says of it."""
    source = tmp_path_factory.mktemp("planted")
    shutil.copytree(
        ROOT / "src" / "tongket", source / "tongket", ignore=shutil.ignore_patterns("__pycache__")
    )
    for place, line in PLANTED.values():
        with (source / "tongket" / place).open("a") as file:
            file.write(line + "\n")
    return lint_imports(source)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_breach_is_caught(planted, contract):
    name = re.search(
        rf"importlinter:contract:{contract}\]\nname = (.+)", (ROOT / ".importlinter").read_text()
    )
    assert planted.returncode != 0
    assert f"{name[1]} BROKEN" in re.sub(r"\s+", " ", planted.stdout)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_machine_or_a_package_registry():
    # Pieced together, so that this file does not name them either.
    hosts = ["files.python" + "hosted", "py" + "pi.org", "registry." + "npmjs", "deb." + "debian"]
    machine = re.compile(r"/(?:root|home|work|farm)/[A-Za-z0-9_.-]+/")
    for path in tracked():
        text = text_of(path)
        assert not [host for host in hosts if host in text], path
        if path.suffix in {".py", ".yaml", ".yml", ".toml", ".csv", ".txt", ".cfg", ""}:
            assert not machine.search(text), path


def test_every_pin_of_the_lock_has_its_hash():
    for lock in (ROOT / "requirements").glob("*.txt"):
        pins = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert pins
        for pin in pins:
            assert "==" in pin, pin
            assert "--hash=sha256:" in pin, pin


def test_every_link_between_documents_leads_somewhere():
    for page in [path for path in tracked() if path.suffix == ".md"]:
        for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of(page)):
            if not re.match(r"[a-z]+:", link):
                assert (page.parent / link).exists(), f"{page.name}: {link}"


SOURCES = [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]


def code_of(path: Path) -> list[ast.AST]:
    """The functions and classes of a file; what stands outside them is data, which may be long."""
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [node for node in ast.parse(text_of(path)).body if isinstance(node, defined)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_small_enough_to_be_read(path):
    assert sum(node.end_lineno - node.lineno + 1 for node in code_of(path)) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_fits_on_a_screen(path):
    functions = [node for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, ast.FunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    assert not {name: lines for name, lines in long.items() if lines > 60}
