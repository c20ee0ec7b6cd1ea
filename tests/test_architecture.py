"""What may import what, and that nothing in the core reads the clock."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter import cli

ROOT = Path(__file__).parent.parent
CLOCKS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
}


PACKAGES = ["timeline", "dashboard", "migrations"]


def tool(name: str) -> dict[str, Any]:
    """The settings of one tool in pyproject.toml."""
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][name]
    return settings


def contracts() -> dict[str, dict[str, Any]]:
    """The import contracts, by id."""
    return {contract["id"]: contract for contract in tool("importlinter")["contracts"]}


def layered_modules() -> set[str]:
    """Every module that the layers name, without the marks that say optional or independent."""
    return {name.strip(" ()") for layer in contracts()["layers"]["layers"] for name in layer.split("|")}


def top_modules(package: str) -> set[str]:
    """`timeline.values`, `timeline.store`, …: what lies directly in a package."""
    inside = (ROOT / package).iterdir()
    return {
        f"{package}.{path.stem}"
        for path in inside
        if (path.suffix == ".py" and not path.stem.startswith("__")) or any(path.glob("*.py"))
    }


def core_files() -> list[Path]:
    """The source files of everything from `values` to `pipeline`."""
    files: list[Path] = []
    for module in contracts()["core"]["source_modules"]:
        path = ROOT.joinpath(*module.split("."))
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return files


def clock_calls(source: str) -> list[str]:
    """`datetime.now`, `date.today`, … as they are called in the source, and clocks imported by name."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found.append(".".join(ast.unparse(node.func).split(".")[-2:]))
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return [name for name in found if name in CLOCKS]


@pytest.mark.parametrize("contract", contracts())
def test_import_contract_is_kept(
    contract: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [*sys.path])
    status = cli.lint_imports(limit_to_contracts=(contract,), no_cache=True, no_logo=True)
    assert status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_has_its_layer() -> None:
    assert top_modules("timeline") <= layered_modules()


def test_every_package_is_installed() -> None:
    folders = {path.parent for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    assert set(tool("setuptools")["packages"]) == {".".join(folder.relative_to(ROOT).parts) for folder in folders}


def test_every_data_file_is_installed() -> None:
    installed = {
        path
        for package, patterns in tool("setuptools")["package-data"].items()
        for pattern in patterns
        for path in (ROOT / package).glob(pattern)
    }
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*.*"))
    assert {path for path in files if path.is_file() and path.suffix not in {".py", ".pyc"}} == installed


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_reads_no_clock(path: Path) -> None:
    assert clock_calls(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("anchor = datetime.now(UTC)", ["datetime.now"]),
        ("anchor = datetime.datetime.now()", ["datetime.now"]),
        ("today = dt.date.today()", ["date.today"]),
        ("from time import time", ["time.time"]),
        ("since = time.time() - 60", ["time.time"]),
        ("moment = datetime(2023, 5, 10)", []),
        ("today = word.today", []),
    ],
)
def test_a_clock_is_recognised(source: str, found: list[str]) -> None:
    assert clock_calls(source) == found
