"""No data is ever loaded in a way that could run it: a look at every call and import of what is shipped."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [path for package in ("timeline", "dashboard", "migrations") for path in (ROOT / package).rglob("*.py")]
MODULES = {
    *(
        "pickle",
        "cPickle",
        "dill",
        "cloudpickle",
        "joblib",
        "marshal",
        "shelve",
        "jsonpickle",
        "yaml",
        "ruamel",
        "code",
    ),
    *("xml.sax", "xml.dom", "xml.etree", "xmlrpc", "imp", "pty", "telnetlib"),
}
CALLS = {"eval", "exec", "compile", "__import__", "breakpoint"}
METHODS = {
    *("os.system", "os.popen", "tempfile.mktemp", "pd.read_pickle", "pandas.read_pickle", "np.load", "numpy.load"),
    *("pickle.load", "pickle.loads", "yaml.load", "torch.load", "tarfile.extractall", "zipfile.extractall"),
}
# Its pickles come through a pipe from processes that it has started itself, as `multiprocessing` sends everything.
FROM_OUR_PROCESSES = "timeline/bulk/pool.py"
EXTRACTING = {"extractall", "extract"}  # of an archive into the file system


def dangers(source: str) -> Iterator[str]:
    """What the source imports or calls of these."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if _is_of(alias.name))
        elif isinstance(node, ast.ImportFrom) and _is_of(node.module or ""):
            yield f"from {node.module}"
        elif isinstance(node, ast.Call):
            yield from _in_call(node)


def _is_of(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in MODULES)


def _in_call(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func)
    if name in CALLS | METHODS:
        yield name
    if isinstance(node.func, ast.Attribute) and node.func.attr in EXTRACTING and _is_archive(node):
        yield name
    yield from (f"{name}(shell=…)" for keyword in node.keywords if keyword.arg == "shell")
    yield from (f"{name}(allow_pickle=…)" for keyword in node.keywords if keyword.arg == "allow_pickle")


def _is_archive(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and any(
        word in ast.unparse(node.func.value).lower() for word in ("zip", "tar", "archive")
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_runs_what_it_loads(path: Path) -> None:
    expected = ["pickle", "pickle.loads"] if path == ROOT / FROM_OUR_PROCESSES else []
    assert list(dangers(path.read_text("utf-8"))) == expected


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", ["pickle"]),
        ("import yaml.loader", ["yaml.loader"]),
        ("from pickle import loads", ["from pickle"]),
        ("from xml.etree import ElementTree", ["from xml.etree"]),
        ("eval(text)", ["eval"]),
        ("exec(text)", ["exec"]),
        ("pd.read_pickle(path)", ["pd.read_pickle"]),
        ("np.load(path, allow_pickle=True)", ["np.load", "np.load(allow_pickle=…)"]),
        ("subprocess.run(text, shell=True)", ["subprocess.run(shell=…)"]),
        ("archive.extractall(folder)", ["archive.extractall"]),
        ("re.compile(text)", []),
        ("library.extract(page)", []),
        ("import json", []),
        ("from timeline.evaluate import evaluate", []),
    ],
)
def test_a_danger_is_recognised(source: str, found: list[str]) -> None:
    assert list(dangers(source)) == found
