"""The acceptance page names tests that exist, and says so where there is none."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.docs.pages import DOCS, ROOT

PAGE = (DOCS / "acceptance.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@cache
def _functions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


def test_every_named_test_exists() -> None:
    missing = [
        f"{file}::{test}"
        for file, test in NAMED
        if not (ROOT / file).is_file() or test not in _functions(ROOT / file)
    ]
    assert not missing


def test_every_promise_names_what_shows_it() -> None:
    for line in PAGE.splitlines():
        if not line.startswith("| ") or line.startswith(("| ---", "| Promise")):
            continue
        promise, shown = line.strip("| ").split(" | ")
        assert "`tests/" in shown or "`.ci/run" in shown or shown.startswith("*open*"), promise
