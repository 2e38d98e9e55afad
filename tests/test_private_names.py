"""Which private names of libraries the two packages use, and that those libraries are capped."""

import ast
import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from playwright import async_api

import browser
import gql_api
from browser import playwright_errors

ROOT = Path(__file__).parents[1]
RELIED_ON = {
    "_impl": "playwright",  # its errors where they are defined, without all the rest of it
    "_impl_obj": "playwright",  # a script is called by one message, sent by its `_connection`
    "_guid": "playwright",
    "_transport": "playwright",  # the driver's process, which is killed when it hangs: `_proc`
    "_proc": "playwright",
    "_recover_pending_workflows": "dbos",  # the runs of a dead worker go back into the queue
    "_dbos": "dbos",  # which threads a launch begins: not those that look for what nobody has
    "_sys_db": "dbos",  # the same: not the one that listens for what is never sent
    "_queue": "dbos",  # what its thread of a queue does, in one that can be told to look at once
    "_schema": "strawberry-graphql",  # a document is validated once, by rules of ours
    "_provided_operation_name": "strawberry-graphql",  # one of several has to be named
    "_create_streaming_response": "strawberry-graphql",  # the frames of what was streamed
    "_get_pre_execution_close_reason": "strawberry-graphql",  # a faulty document closes no socket
}
"""Each name with the distribution that it belongs to."""
PUBLIC = {"_asdict", "_replace"}  # of named tuples
_PACKAGES = (browser, gql_api)


def test_no_other_private_names_of_libraries_are_used() -> None:
    ours, asked = set[str](), set[str]()
    for package in _PACKAGES:
        for path in Path(package.__path__[0]).rglob("*.py"):
            tree = ast.parse(path.read_text())
            ours.update(_given(tree))
            asked.update(_asked(tree))
    assert asked - ours - PUBLIC | set(_overridden()) == set(RELIED_ON)


def test_a_library_whose_private_names_are_used_is_capped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for library in set(RELIED_ON.values()):
        (wanted,) = (each for each in project["dependencies"] if re.match(rf"{library}\b", each))
        assert "==" in wanted or "<" in wanted


def test_the_errors_of_playwright_are_those_that_it_gives_out() -> None:
    assert playwright_errors.Error is async_api.Error
    assert playwright_errors.PlaywrightTimeout is async_api.TimeoutError


NOT_AT_THE_START = ("playwright.async_api", "rapidfuzz", "browser.sites.vinted.words.fr", "alembic")
START = """
import sys
from gql_api.app import create_app
from gql_api.bootstrap.container import Role
from gql_api.settings import load_settings
create_app(load_settings(), Role.ALL)
print([name for name in sys.argv[1:] if name in sys.modules])
"""


def test_a_start_does_not_load_what_only_work_needs(tmp_path: Path) -> None:
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "LOG_LEVEL": "error"}
    command = (sys.executable, "-c", START, *NOT_AT_THE_START)
    told = subprocess.check_output(command, text=True, env=environment)
    assert told.splitlines()[-1] == "[]"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _given(tree: ast.AST) -> Iterator[str]:
    """The names that a module defines, of whatever kind."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def _asked(tree: ast.AST) -> Iterator[str]:
    """The private names that a module imports, or reads of an object."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            parts = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            parts = [*(node.module or "").split("."), *(each.name for each in node.names)]
        elif isinstance(node, ast.Import):
            parts = [part for each in node.names for part in each.name.split(".")]
        else:
            continue
        yield from filter(_is_private, parts)


def _is_of_library(kind: type) -> bool:
    package = kind.__module__.partition(".")[0]
    return package not in {*sys.stdlib_module_names, *(each.__name__ for each in _PACKAGES)}


def _overridden() -> Iterator[str]:
    """The private methods of a library's classes that ours put something in the place of."""
    for package in _PACKAGES:
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations." in module.name or module.name.endswith("__main__"):
                continue
            members = vars(importlib.import_module(module.name)).values()
            for kind in {each for each in members if inspect.isclass(each)}:
                if kind.__module__ == module.name:
                    yield from _replaced(kind)


def _replaced(kind: type) -> Iterator[str]:
    for name, member in vars(kind).items():
        is_method = inspect.isfunction(member) or isinstance(member, staticmethod | classmethod)
        if _is_private(name) and is_method:
            above = [base for base in kind.__mro__[1:] if name in vars(base)]
            if any(_is_of_library(base) for base in above):
                yield name
