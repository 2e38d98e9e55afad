"""That a class and a module are one subject: twenty methods at most, and four hundred lines."""

import ast
from collections.abc import Iterator
from pathlib import Path

import browser
import gql_api

MOST = 20
LARGER = {
    # Fourteen are callbacks of uvicorn's protocol. Apart from it, counting, deadlines and refusals
    # would each reach into its parser, pipeline, cycle and transport: more ways in, and no less.
    "GuardedProtocol",
}
MOST_LINES = 400


def test_no_class_has_more_than_twenty_methods() -> None:
    larger = {name for name, methods in _classes() if methods > MOST}
    assert larger <= LARGER, f"divide by subject: {sorted(larger - LARGER)}"


def test_no_module_has_more_than_four_hundred_lines() -> None:
    lines = {str(path): path.read_text("utf-8").count("\n") for path in _modules()}
    longer = {path: count for path, count in lines.items() if count > MOST_LINES}
    assert longer == {}, "divide by subject"


def _modules() -> Iterator[Path]:
    for package in (browser, gql_api):
        yield from Path(package.__path__[0]).rglob("*.py")


def _classes() -> Iterator[tuple[str, int]]:
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = [each for each in node.body if _is_method(each)]
                yield node.name, len(methods)


def _is_method(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
