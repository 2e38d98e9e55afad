"""What a service that does nothing has loaded, and that a stand-in is the real thing once used.

Each in a process of its own: this one has loaded most of it for other tests.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gql_api.bootstrap.deferred import part

HEAVY = (
    "PIL",
    "alembic",
    "croniter",
    "mcp",
    "numpy",
    "obstore",
    "opentelemetry",
    "playwright.async_api",
    "psycopg",
    "psycopg_binary",
    "rapidfuzz",
    "simplejpeg",
    "sqlalchemy.ext.asyncio",
    "sqlalchemy.orm",
    "yaml",
)
"""Up to 17 MB each; docs/performance.md has the figures."""

IDLE = """
import asyncio, json, sys
import gql_api.cli.server
from gql_api.app import create_app
from gql_api.settings import load_settings

async def idle():
    app = create_app(load_settings())
    async with app.router.lifespan_context(app):
        print(json.dumps([name for name in sys.argv[1:] if name in sys.modules]))

asyncio.run(idle())
"""
STAND_INS = """
import json, sys
from gql_api.bootstrap.deferred import unless_used

INSIDE = '''
import psycopg
import yaml
from psycopg import errors
from sqlalchemy.orm import Session
from sqlalchemy.orm import sessionmaker as Sessions

def made(sessions: Sessions[int] | None = None) -> Session | None:
    return Sessions()()
'''
dbos = {"__name__": "dbos.inside"}
with unless_used():
    exec(INSIDE, dbos)
    import sqlite3, email.mime.text  # others' imports, of packages too

def loaded():
    return [name for name in ("psycopg", "sqlalchemy.orm", "yaml") if name in sys.modules]

found = {
    "an error": [
        isinstance(OSError(), dbos["psycopg"].OperationalError),
        isinstance(OSError(), dbos["errors"].LockNotAvailable),
        issubclass(OSError, dbos["psycopg"].Error),
        isinstance(OSError(), dbos["Session"]),
    ],
    "after it": loaded(),
    "read": dbos["yaml"].safe_load("a: 1"),
    "made": type(dbos["made"]()).__module__,
    "its own": isinstance(dbos["made"](), dbos["Session"]),
    "a member": dbos["Session"].execute.__name__,
    "after use": loaded(),
}
import psycopg
found["once loaded"] = [
    dbos["psycopg"].OperationalError is psycopg.OperationalError,
    dbos["errors"].LockNotAvailable is psycopg.errors.LockNotAvailable,
]
with unless_used():
    exec("import psycopg", dbos)
found["loaded before"] = dbos["psycopg"] is psycopg
print(json.dumps(found))
"""
TRACEBACKS = """
import io, json, sys
import gql_api.__main__

before = [name for name in sys.argv[1:] if name in sys.modules]
import structlog

told = io.StringIO()
try:
    raise LookupError("told")
except LookupError:
    structlog.dev.rich_traceback(told, sys.exc_info())
found = {
    "before": before,
    "told": "LookupError" in told.getvalue(),
    "a value": structlog.tracebacks.to_repr({"a": 1}),
    "after": [name for name in sys.argv[1:] if name in sys.modules],
}
print(json.dumps(found))
"""


def test_a_service_that_does_nothing_has_loaded_no_heavy_library(tmp_path: Path) -> None:
    environment = {"DATA_DIR": str(tmp_path), "LOG_LEVEL": "error", "HOME": str(tmp_path)}
    assert _said(IDLE, *HEAVY, **environment) == []


def test_a_stand_in_is_the_real_thing_once_it_is_used() -> None:
    assert _said(STAND_INS) == {
        "an error": [False, False, False, False],
        "after it": [],
        "read": {"a": 1},
        "made": "sqlalchemy.orm.session",
        "its own": True,
        "a member": "execute",
        "after use": ["sqlalchemy.orm", "yaml"],
        "once loaded": [True, True],
        "loaded before": True,
    }


def test_the_command_line_loads_nothing_for_tracebacks_in_colour_until_one_is_printed() -> None:
    for_colour = ("attr", "pygments", "rich.pretty", "rich.traceback")
    assert _said(TRACEBACKS, *for_colour) == {
        "before": [],
        "told": True,
        "a value": "{'a': 1}",
        "after": list(for_colour),
    }


def test_only_what_is_listed_is_looked_up() -> None:
    with pytest.raises(AssertionError, match="is not listed"):
        part("gql_api.app")


def _said(program: str, *arguments: str, **environment: str) -> Any:
    command = [sys.executable, "-c", program, *arguments]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout.splitlines()[-1])
