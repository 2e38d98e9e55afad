"""The page for operators: every event that warns is explained, and every query can be asked."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import parse, validate

from gql_api.cli.server import GRACE_SECONDS as UVICORN_SECONDS
from gql_api.http.shutdown import PATIENCE_SECONDS
from gql_api.jobs.at_work import GRACE_SECONDS
from gql_api.limits.descriptors import WANTED
from gql_api.schema import schema
from gql_api.settings import Settings
from tests.docs.pages import DOCS, ROOT, blocks, name, rows
from tests.docs.test_metrics import _rules, _series
from tests.docs.test_reference import _codes

PAGE = DOCS / "operations.md"
LEVELS = {"warning": "warning", "error": "error", "exception": "error"}
QUERY = re.compile(r"/graphql\".* -d '(\{.*\})'")


def _told() -> Iterator[tuple[str, str]]:
    """Event and level of everything that the service logs above info."""
    for path in (ROOT / "gql_api").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="log" | "_log"), attr=level),
                    args=[ast.Constant(value=event), *_],
                ) if level in LEVELS:
                    yield event, LEVELS[level]


def test_every_event_that_warns_is_explained() -> None:
    levels = {"error", "warning", "info"}
    page = {name(cells[0]): cells[1] for cells in rows(PAGE) if cells[1] in levels}
    assert dict(_told()).items() <= page.items()
    source = "".join(path.read_text("utf-8") for path in (ROOT / "gql_api").rglob("*.py"))
    assert [event for event in page if f'"{event}"' not in source] == []


def test_what_to_watch_is_counted_and_logged() -> None:
    text = PAGE.read_text("utf-8")
    named = set(re.findall(r"`(fripier_[a-z_]+)`", text))
    assert len(named) > 10 and named <= _series()
    watched = text.partition("## What to watch")[2].partition("## Alert rules")[0]
    events = {name(cells[0]) for cells in rows(PAGE)}
    codes = _codes() | set(Settings.model_fields)
    for word in set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", watched)):
        assert word in _series() | events | codes, word


def test_the_thresholds_are_those_of_the_rules() -> None:
    """Each figure of an alert that wakes somebody stands in the table of what to watch."""
    watched = PAGE.read_text("utf-8").partition("## What to watch")[2].partition("## Alert")[0]
    for rule in _rules():
        if rule["labels"]["severity"] == "critical" and rule["alert"] != "FripierDown":
            assert any(f"`{each}`" in watched for each in re.findall(r"fripier_\w+", rule["expr"]))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_the_unit_is_one_and_is_hardened(tmp_path: Path) -> None:
    unit = tmp_path / "fripier.service"
    shown = (DOCS / "fripier.service").read_text("utf-8")
    # It names the program of an installation, which is not here.
    unit.write_text(shown.replace("/opt/fripier/bin/fripier", sys.executable), "utf-8")
    for check in (("verify", "--man=no"), ("security", "--offline=true", "--threshold=30")):
        done = subprocess.run(
            ("systemd-analyze", *check, str(unit)), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert not done.stderr, done.stderr


def test_the_unit_leaves_chromium_what_it_needs() -> None:
    lines = (DOCS / "fripier.service").read_text("utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    assert {"user", "pid", "net"} <= set(given["RestrictNamespaces"].split())
    assert {"chroot", "seccomp"} <= set(given["SystemCallFilter"].split())
    assert {"AF_UNIX", "AF_NETLINK"} <= set(given["RestrictAddressFamilies"].split())
    assert not {"MemoryDenyWriteExecute", "ProcSubset", "PrivateNetwork"} & given.keys()
    longest = GRACE_SECONDS + PATIENCE_SECONDS + UVICORN_SECONDS
    assert int(given["TimeoutStopSec"]) > longest and given["KillMode"] == "mixed"
    assert int(given["LimitNOFILE"]) == WANTED


@pytest.mark.parametrize("block", [each for each in blocks(PAGE, "sh") if "/graphql" in each])
def test_every_query_can_be_asked(block: str) -> None:
    (body,) = QUERY.findall(block)
    assert validate(schema._schema, parse(json.loads(body)["query"])) == []
