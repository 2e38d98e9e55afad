"""Finds in the source every message that a caller may be shown: the ids of the catalogues.

A message is what stands at one of the places of `_SAYERS`, in a table of texts, or as title and
docstring of an error; with values it is a `Message`. A value in an f-string is shown as `{}`, which
no catalogue takes; a text that comes from elsewhere is reported, so that no place is passed over.
"""

import ast
import importlib
import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import browser
import gql_api
from browser.errors import BrowserMissing, SessionExpired
from browser.sites.vinted.markets import UnknownMarket
from gql_api.console.problems import documented
from gql_api.domain import input_messages
from gql_api.errors import ServiceError
from gql_api.rest import document
from gql_api.rest.worded import worded

_PACKAGES: Final = (Path(browser.__file__).parent, Path(gql_api.__file__).parent)
_SILENT: Final = (
    "browser.messages",
    "browser.standin",
    "browser.sites.vinted.words",
    "gql_api.cli",
    "gql_api.db.database",
    "gql_api.db.migrations",
    "gql_api.mcp",
    "gql_api.texts",
)
"""Parts that say nothing to a caller of the API."""
_AT_START: Final = frozenset({"DataFolderInUse", "DatabaseIncompatible", "SettingsError"})
"""What is raised at the operator's terminal only."""
_SAYERS: Final[Mapping[str, int | str]] = {
    "failed": 1,
    "Message": 0,
    "Problem": 1,
    "GraphQLError": 0,
    "Advice": 2,
    "Choice": 2,
    "RankedOption": 2,
    "_asked": 1,
    "_bad_key": 0,
    "_member": 3,
    "_needs_key": 0,
    "too_large": 0,
    "ListingRefused": 0,
    "SessionCheck": "reason",
    **{kind.__name__: 0 for kind in (BrowserMissing, SessionExpired, UnknownMarket)},
}
"""By the name of what is called: the argument that is a text."""
_IN_DETAIL: Final = frozenset(
    {
        "gql_api.domain.input_types",
        "gql_api.domain.inputs",
        "gql_api.domain.price_text",
        "gql_api.domain.push",
        "gql_api.domain.text_rules",
        "gql_api.bootstrap.market",
    }
)
"""Modules whose `ValueError` ends in a `detail`."""
_RETURNED: Final = (
    "browser.matching.brands.",
    "browser.matching.sizes.",
    "browser.matching.phrases.",
    "browser.matching.category_scores.",
    "browser.matching.autocomplete.",
    "browser.chromium.installer.hints",
    "browser.evidence.category.reader._reason",
    "browser.evidence.category.reader.doubt",
    "browser.evidence.field_reader.said_in",
    "browser.form.decider.doubt",
    "browser.form.decider.reason",
    "browser.page.outgoing.",
    "browser.form.wardrobe_checks._twin_warning",
    "gql_api.jobs.drafts._blocked",
    "gql_api.jobs.drafts._several",
    "gql_api.jobs.drafts._unseen",
    "gql_api.domain.results._cure",
    "gql_api.workflows.earlier_click._came_up",
    "gql_api.workflows.earlier_click._undecided",
    "gql_api.workflows.earlier_click._unread",
    "gql_api.workflows.results._may_be_it",
)
"""Functions that return texts, such as why an option fits."""
_TABLES: Final = (
    ("gql_api.console.words", "DOCS"),
    ("gql_api.console.words", "LIST"),
    ("gql_api.console.words", "SCRIPT"),
    ("gql_api.console.words", "START"),
    ("gql_api.domain.results", "CURES"),
    ("gql_api.schema.coercion", "SCALARS_SAID"),
    ("gql_api.observability.readiness", "CURES"),
    ("gql_api.rest.responses", "_ENDED_EARLY"),
    ("gql_api.sessions.service", "_NOT_RESUMED"),
    ("browser.pasted_session.paste", "CURES"),
    ("browser.pasted_session.paste", "FORMS"),
    ("browser.pasted_session.paste", "_INCOMPLETE"),
    ("gql_api.storage_errors", "_CURES"),
    ("gql_api.storage_errors", "_SERVER_CURES"),
)
"""Texts by code, or in pairs with what they are the cure of."""
PASSED_ON: Final = frozenset(
    {
        "_cure(error)",
        "_reason(evidence)",
        "said_in(one.evidence)",
        "_said_of(data, name)",
        "_ENDED_EARLY[job.state]",
        "CURES[malformation]",
        "FORMS[source]",
        "_INCOMPLETE[source]",
        "_NOT_RESUMED[known.state]",
        "SAID['dict_type']",
        "SAID['missing']",
        "SCALARS_SAID[named.name]",
        "said.msgid",
        "wrong.detail",
        "cures['browser_crashed']",
        "cures['internal']",
        "cures['session_expired']",
        "cures['site_timeout']",
        "cures['site_unreachable']",
        "described.cure",
        "described.when",
        "detail",
        "detail or CURES.get(code, CURES['internal'])",
        "error.detail",
        "hints()",
        "message",
        "results.CURES['deadline']",
        "problem.detail",
        "ranked.reason",
        "reason",
        "choice.reason",
        "one.reason",
        "report.reason",
        "chosen.reason",
        "self._decider.doubt(field.name)",
        "self._reason(rival)",
        "shown[0].reason",
        "str(error)",
        "str(item['msg'])",  # pydantic's, of a kind that is not in the table
        "template",
    }
)
"""What is handed on from a place that is looked at itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """A template and where it was found; `template` None where the text cannot be seen there."""

    template: str | None
    place: str
    source: str


def kinds(root: type[ServiceError] = ServiceError) -> Iterator[type[ServiceError]]:
    """Every error of the service, of the modules that were imported."""
    yield root
    for below in root.__subclasses__():
        yield from kinds(below)


@cache
def templates() -> frozenset[str]:
    """The ids of all messages, as the catalogues hold them."""
    found = {said.template for said in everything() if said.template is not None}
    return frozenset(found | {*input_messages.SAID.values(), input_messages.EMPTY})


@cache
def everything() -> tuple[Said, ...]:
    """Every text of both packages."""
    modules = list(_modules())
    found = [said for name, path in modules for said in _Module(name, path).texts()]
    for name, table in _TABLES:
        held = getattr(importlib.import_module(name), table)
        texts = held.values() if isinstance(held, Mapping) else [cure for _, cure in held]
        found += [Said(text, f"{name}.{table}", text) for text in texts]
    for code, row in documented().items():
        found += [
            Said(text, f"docs/errors.md {code}", text) for text in (row.when, row.cure) if text
        ]
    found += [Said(text, "openapi.json", text) for text in _of_document()]
    for kind in kinds():
        # An error of a silent part is here or not by what was imported before.
        if kind.__module__.startswith("gql_api") and not kind.__module__.startswith(_SILENT):
            about = inspect.cleandoc(kind.__doc__ or "")
            texts = (kind.title, about) if about else (kind.title,)
            found += [Said(text, kind.__qualname__, text) for text in texts]
    return tuple(found)


def _of_document() -> list[str]:
    """What the OpenAPI document says of its parts."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    worded(document(), note)
    return found


def _modules() -> Iterator[tuple[str, Path]]:
    for package in _PACKAGES:
        for path in sorted(package.rglob("*.py")):
            parts = path.relative_to(package.parent).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            if not name.startswith(_SILENT) and not name.endswith("__main__"):
                importlib.import_module(name)
                yield name, path


class _Module:
    """One module's texts."""

    def __init__(self, name: str, path: Path) -> None:
        self._name = name
        self._values = vars(importlib.import_module(name))
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._errors = {kind.__name__ for kind in kinds()} - _AT_START

    def texts(self) -> Iterator[Said]:
        functions = [
            node
            for node in ast.walk(self._tree)
            if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef)
        ]
        seen: set[int] = set()
        # Innermost first, so that a name is looked up where it is used.
        for scope in [*sorted(functions, key=lambda each: -each.lineno), self._tree]:
            for node in ast.walk(scope):
                if id(node) not in seen:
                    seen.add(id(node))
                    for text in self._said_by(node, scope):
                        yield from self._resolved(text, scope)

    def _said_by(self, node: ast.AST, scope: ast.AST) -> Iterable[ast.expr]:
        if isinstance(node, ast.Call):
            return self._said_in(node)
        if isinstance(node, ast.Return) and node.value:
            name = f"{self._name}.{getattr(scope, 'name', '')}"
            if name.startswith(_RETURNED):
                return [*_texts_in(node.value), *self._named(node.value)]
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "reason":
            # What it is by default; described members of the schema are no texts of answers.
            return _texts_in(node.value) if isinstance(node.value, ast.Constant) else []
        return []

    def _said_in(self, call: ast.Call) -> list[ast.expr]:
        name = _called(call)
        if name == "Message":
            return call.args[:1]
        reasons = [k.value for k in call.keywords if k.arg == "reason" and _holds_words(k.value)]
        where = _SAYERS.get(name, 0 if name in self._errors else None)
        if name == "ValueError" and self._name in _IN_DETAIL:
            where = 0
        if name == "append" and ast.unparse(call.func).endswith(".warnings.append"):
            where = 0
        if name == "say":
            return [text for given in call.args for text in self._said_here(given)]
        if isinstance(where, int) and len(call.args) > where:
            return [call.args[where], *reasons]
        return reasons

    def _said_here(self, given: ast.expr) -> list[ast.expr]:
        """What `say` is given here; what comes from elsewhere is looked at there."""
        return [given] if self._constant(given) else _texts_in(given)

    def _named(self, value: ast.expr) -> list[ast.expr]:
        """The module's own names in it that stand for texts."""
        names = [part for part in ast.walk(value) if isinstance(part, ast.Name)]
        return [name for name in names if " " in (self._constant(name) or "")]

    def _constant(self, node: ast.expr) -> str | None:
        """The text of a module's own name."""
        value: Any = self._values.get(node.id) if isinstance(node, ast.Name) else None
        return value if isinstance(value, str) else None

    def _resolved(self, node: ast.expr, scope: ast.AST) -> Iterator[Said]:
        place = f"{self._name}:{node.lineno}"
        for template in self._templates(node, scope):
            yield Said(template, place, ast.unparse(node))

    def _templates(self, node: ast.expr, scope: ast.AST) -> Iterator[str | None]:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Call(func=ast.Name("Message")):
                return  # it is looked at by itself
            case ast.JoinedStr(values=parts):
                yield "".join(self._part(part) for part in parts)
            case ast.BinOp(left=left, op=ast.Add()):
                yield from (f"{text}{{}}" for text in self._templates(left, scope) if text)
            case ast.Name() if text := self._constant(node):
                yield text
            case _:
                for part in self._parts(node, scope):
                    yield from self._templates(part, scope) if part else [None]

    @staticmethod
    def _parts(node: ast.expr, scope: ast.AST) -> list[ast.expr] | list[None]:
        """The expressions that this one may come to; None where that cannot be seen."""
        match node:
            case ast.Constant(value=None):
                return []
            case ast.IfExp(body=one, orelse=other):
                return [one, other]
            case ast.Dict(values=values):
                return values
            case ast.Name(id=name):
                return _assigned(name, scope) or [None]
        return [None]

    def _part(self, part: ast.expr) -> str:
        if isinstance(part, ast.Constant):
            return str(part.value)
        value = part.value if isinstance(part, ast.FormattedValue) else part
        return self._constant(value) or "{}"


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _texts_in(node: ast.AST) -> list[ast.expr]:
    """The texts of an expression, from the outermost inwards: an f-string is one, not its parts."""
    if isinstance(node, ast.BinOp | ast.JoinedStr) and _holds_words(node):
        return [node]
    if isinstance(node, ast.Constant):
        return [node] if _holds_words(node) else []
    return [text for child in ast.iter_child_nodes(node) for text in _texts_in(child)]


def _holds_words(node: ast.AST) -> bool:
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and " " in part.value
        and any(map(str.isalpha, part.value))
        for part in ast.walk(node)
    )


def _assigned(name: str, scope: ast.AST) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
