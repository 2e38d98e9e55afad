"""That no class is more than one subject: none has more than twenty methods."""

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


def test_no_class_has_more_than_twenty_methods() -> None:
    larger = {name for name, methods in _classes() if methods > MOST}
    assert larger <= LARGER, f"divide by subject: {sorted(larger - LARGER)}"


def _classes() -> Iterator[tuple[str, int]]:
    for package in (browser, gql_api):
        for path in Path(package.__path__[0]).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.ClassDef):
                    methods = [each for each in node.body if _is_method(each)]
                    yield node.name, len(methods)


def _is_method(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
