"""The one place that says which heavy libraries a process does not load until it uses them.

Our own modules that stand on such a library are looked up here (`part`). DBOS and structlog import
more than a service ever uses: `unless_used` puts a stand-in where they alone look. The contracts in
`pyproject.toml` hold it; Playwright is `browser.chromium.node_driver`'s to load, alembic
`gql_api.db.schema_version`'s.
"""

import builtins
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

PARTS: Final = frozenset(
    {
        "gql_api.bootstrap.worker",  # Playwright's errors, DBOS
        "gql_api.cluster.pg_account_locks",  # psycopg
        "gql_api.cluster.pg_listener",
        "gql_api.cluster.worker_liveness",
        "gql_api.mcp.endpoint",  # the protocol's library, an extra
        "gql_api.observability.otel",  # OpenTelemetry
    }
)
"""Ours, by what they load."""

SELDOM_USED: Final = {
    "dbos": frozenset(
        {
            "croniter",
            "psycopg",
            "psycopg.errors",
            "sqlalchemy.ext.asyncio",
            "sqlalchemy.orm",
            "yaml",
        }
    ),
    "structlog": frozenset({"rich.pretty", "rich.traceback"}),
}
"""What DBOS 3.4.0 imports for PostgreSQL, for transactions of an ORM, for its file of settings and
for runs by the clock: 14 MB and 0.3 s of a core on 29 November 2026. On PostgreSQL its driver is
there before DBOS is. And what structlog imports to print coloured tracebacks, which we do not."""
_SELDOM_USED: Final = frozenset[str]().union(*SELDOM_USED.values())


def part(name: str) -> Any:
    """One of our modules that stand on heavy libraries, loaded now."""
    if name not in PARTS:
        raise AssertionError(f"{name} is not listed")
    return import_module(name)


@contextmanager
def unless_used() -> Iterator[None]:
    """While the block runs, they alone get stand-ins for what is not loaded yet."""
    imported = builtins.__import__

    def look_up(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        importer = str((globals or {}).get("__name__", "")).partition(".")[0]
        if level == 0 and name in SELDOM_USED.get(importer, ()) and name not in sys.modules:
            return _LaterModule(name if fromlist else name.partition(".")[0])
        return imported(name, globals, locals, fromlist, level)

    builtins.__import__ = look_up
    try:
        yield
    finally:
        builtins.__import__ = imported


class _LaterModule(ModuleType):
    """Stands for a module: each of its members is the real one once anybody has loaded it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        inner = f"{self.__name__}.{name}"
        if inner in _SELDOM_USED and inner not in sys.modules:
            return _LaterModule(inner)
        if self.__name__ in sys.modules:
            return getattr(sys.modules[self.__name__], name)
        return _Later(name, (), {"__module__": self.__name__})


class _Later(type):
    """Stands for a class or a function: loaded when it is called or its members are read.

    Nothing is an instance of a class that nobody has loaded: to say so loads nothing, since it is
    asked where a write was refused, and a process without free files could not load it then.
    """

    def __call__(cls, *values: Any, **named: Any) -> Any:
        return cls._real()(*values, **named)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(cls._real(), name)

    def __getitem__(cls, _: object) -> type:
        return cls  # in annotations

    def __instancecheck__(cls, instance: object) -> bool:
        return cls.__module__ in sys.modules and isinstance(instance, cls._real())

    def __subclasscheck__(cls, other: type) -> bool:
        return cls.__module__ in sys.modules and issubclass(other, cls._real())

    def _real(cls) -> Any:
        return getattr(import_module(cls.__module__), cls.__name__)
