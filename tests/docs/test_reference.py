"""The tables of settings, codes and outcomes are complete, and name nothing that is not there."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gql_api.domain.job import Outcome
from gql_api.settings import Settings
from tests.docs.pages import DOCS, ROOT, name, rows

ERRORS = DOCS / "errors.md"
COMPUTED = {"job_cancelled", "job_expired"}
"""Made from a job's state, in `rest.answers`."""
IN_OUTCOMES = {"needs_manual", "rejected_by_site"}
"""Codes of the browser half that are always told as outcomes."""


def _sources() -> Iterator[Path]:
    for package in ("gql_api", "browser"):
        for path in (ROOT / package).rglob("*.py"):
            if "standin" not in path.parts:
                yield path


def _constants(node: ast.AST | None) -> Iterator[str]:
    """The texts that an expression may be."""
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _codes_at(node: ast.AST) -> Iterator[str]:
    """The codes that one node of a module gives a name to."""
    match node:
        case ast.ClassDef():
            yield from _of_class(node)
        case ast.Call():
            yield from _of_call(node)
        case ast.Dict():
            for key, value in zip(node.keys, node.values, strict=True):
                if "code" in _constants(key):
                    yield from _constants(value)


def _of_class(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        match line:
            case (
                ast.Assign(targets=[ast.Name(id="code")])
                | ast.AnnAssign(target=ast.Name(id="code"))
            ):
                yield from _constants(line.value)


def _of_call(node: ast.Call) -> Iterator[str]:
    for keyword in node.keywords:
        if keyword.arg == "code":
            yield from _constants(keyword.value)
    match node:
        case ast.Call(func=ast.Name(id="failed") | ast.Attribute(attr="failed"), args=[first, *_]):
            yield from _constants(first)


def _codes() -> set[str]:
    trees = (ast.parse(path.read_text("utf-8")) for path in _sources())
    return {code for tree in trees for node in ast.walk(tree) for code in _codes_at(node)}


def _documented(page: Path) -> set[str]:
    return {name(row[0]) for row in rows(page)}


def test_every_code_is_documented() -> None:
    assert _codes() | COMPUTED <= _documented(ERRORS)


def test_every_documented_code_exists() -> None:
    outcomes = {str(outcome) for outcome in Outcome}
    assert _documented(ERRORS) - outcomes <= (_codes() | COMPUTED) - IN_OUTCOMES


def test_every_outcome_is_documented() -> None:
    assert {str(outcome) for outcome in Outcome} <= _documented(ERRORS)


def _shown(default: Any) -> str:
    match default:
        case bool():
            return str(default).lower()
        case tuple():
            return ",".join(default)
        case _:
            return str(default)


def test_every_setting_is_documented_with_its_default() -> None:
    table = {name(row[0]): name(row[1]) for row in rows(DOCS / "settings.md")}
    assert set(table) == {field.upper() for field in Settings.model_fields}
    values = Settings()
    for field in Settings.model_fields:
        default = getattr(values, field)
        if default not in (None, ()):
            assert table[field.upper()] == _shown(default), field
