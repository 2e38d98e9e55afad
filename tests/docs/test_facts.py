"""Statuses, ports, limits and settings of every page, compared with the code that they tell of."""

import ast
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

import pytest

from gql_api.bootstrap.container import Role, _check_role
from gql_api.bootstrap.worker import WAITING_CLICKS
from gql_api.cluster.worker_liveness import SILENT_SECONDS
from gql_api.db.migrations import DatabaseIncompatible
from gql_api.db.publishing.later_looks import FIND_SECONDS
from gql_api.domain.input_types import MAX_PHOTOS
from gql_api.domain.inputs import PrepareInput
from gql_api.graphql import socket
from gql_api.graphql.socket import MAX_OPERATIONS
from gql_api.graphql.streaming import HEARTBEAT_SECONDS
from gql_api.graphql.view import INIT_TIMEOUT
from gql_api.http import connection
from gql_api.http.parsing import MAX_KEY_LENGTH
from gql_api.http.shutdown import PATIENCE_SECONDS as GOODBYE_SECONDS
from gql_api.jobs.at_work import GRACE_SECONDS
from gql_api.jobs.engine import MAX_RECOVERIES
from gql_api.jobs.live_pictures import KEPT_SECONDS, MOST_KEPT
from gql_api.limits import descriptors
from gql_api.limits.capacity import FORM_BYTES, FORMS_PER_CORE, FORMS_SHARE, LEAST_BYTES
from gql_api.media.photos import MAX_UPLOAD_BYTES
from gql_api.rest.actions import WAIT_SECONDS
from gql_api.rest.problems import FAILURES
from gql_api.security.keyring import new_secret
from gql_api.security.signed_urls import BRIEF_SECONDS
from gql_api.settings import Settings, SettingsError, load_settings
from gql_api.storage_errors import PATIENCE_SECONDS, REQUEST_SECONDS, START_SECONDS
from tests.docs.pages import DOCS, PAGES, name, rows
from tests.docs.test_reference import COMPUTED, ERRORS, IN_OUTCOMES, _constants, _sources
from tests.gql_api.spoken import everything, kinds

PORTS = {4318: "an OTLP receiver's", 9464: "a worker's metrics", 5001: "the stand-in's"}
"""Ports of others than the service that a page may name."""
FOREIGN = re.compile(
    r"BASE|DATA|NAME|PATH|AWS_\w+|OTEL_\w+|FORWARDED_ALLOW_IPS|VITE_\w+|FRIPIER(_\w+)?|LD_LIBRARY_PATH|PYTHON\w+|UV_\w+"
)
"""Variables of other programs, of the tests, and of the pages' own shells."""
CURRENT = Settings()
TOLD = [page for page in PAGES if page.parent.name != "decisions"]
"""Decisions tell of their own time."""


BOUNDS = connection.Bounds()


def _longest(member: str) -> int:
    schema = PrepareInput.model_json_schema()
    return int(schema["properties"][member]["maxLength"])


def _said(page: str, text: str, **values: object) -> tuple[str, str]:
    return page, text.format(**values)


SAID = (
    _said("operations.md", "What is in the browser goes on for {n} s", n=GRACE_SECONDS),
    _said("operations.md", "({most:,} at most)", most=descriptors.WANTED),
    _said("operations.md", "{n} files are kept for the database", n=descriptors.RESERVE),
    _said("operations.md", "Under {n} the start ends", n=descriptors.FEWEST),
    _said("operations.md", "Room {room.connections} connections ({room.descriptors} open files)",
          room=descriptors.Capacity(5000)),
    _said("operations.md", "Requests wait {r:.0f} seconds and jobs {j:.0f} before",
          r=REQUEST_SECONDS, j=PATIENCE_SECONDS),
    _said("operations.md", "requests wait {r:.0f} seconds, jobs {j:.0f}",
          r=REQUEST_SECONDS, j=PATIENCE_SECONDS),
    _said("operations.md", "said nothing for {n:.0f} seconds", n=SILENT_SECONDS),
    _said("scaling.md", "after {n:.0f} seconds without a word", n=SILENT_SECONDS),
    _said("scaling.md", "again for {r:.0f} seconds and then answers 503 `storage_unavailable`, a "
          "job for {j:.0f}", r=REQUEST_SECONDS, j=PATIENCE_SECONDS),
    _said("scaling.md", "waits {n:.0f} seconds and leaves with exit code 2", n=START_SECONDS),
    _said("limits.md", "{n} a core in the browser at once", n={2: "two"}[FORMS_PER_CORE]),
    _said("limits.md", "as many as a {n} of the memory holds", n={0.25: "quarter"}[FORMS_SHARE]),
    _said("limits.md", "{n} MB each", n=FORM_BYTES // 1_000_000),
    _said("metrics.md", "has {n} MB left", n=LEAST_BYTES // 1_000_000),
    _said("limits.md", "{n} of them are under way", n={8: "Eight"}[WAITING_CLICKS]),
    _said("limits.md", "a TTL of {n} minutes", n=CURRENT.confirm_ttl_seconds // 60),
    _said("limits.md", "{n} publishes a minute over everything", n=CURRENT.publish_per_minute),
    _said("limits.md", "{n} listings a day per account", n=CURRENT.daily_listings),
    _said("limits.md", "told as unknown within {a} seconds, and looked for until {b} minutes",
          a=FIND_SECONDS[0], b=FIND_SECONDS[-1] // 60),
    _said("operations.md", "given up after {n} tries", n={5: "five"}[MAX_RECOVERIES]),
    _said("graphql.md", "Up to {n} operations run on one socket", n=MAX_OPERATIONS),
    _said("graphql.md", "is due within {n:.0f} seconds", n=INIT_TIMEOUT.total_seconds()),
    _said("graphql.md", "every {n:.0f} seconds a comment", n=HEARTBEAT_SECONDS),
    _said("graphql.md", "all of them within {n} seconds", n={2: "two"}[int(GOODBYE_SECONDS)]),
    _said("graphql.md", "An address is good for {a} seconds, its picture can be seen for {b:.0f};",
          a=BRIEF_SECONDS, b=KEPT_SECONDS),
    _said("security.md", "in memory for {b:.0f} seconds, {n} of them at most",
          b=KEPT_SECONDS, n=MOST_KEPT),
    _said("curl.md", "at most {n} seconds, or until the service is stopped, then 202",
          n=WAIT_SECONDS),
    _said("errors.md", "More than {n} MB", n=MAX_UPLOAD_BYTES // 1_000_000),
    _said("errors.md", "longer than {n} characters", n=MAX_KEY_LENGTH),
    _said("errors.md", "longer than {n} KB", n=BOUNDS.head_bytes // 1024),
    _said("errors.md", "more than {n} KB or {f} fields", n=BOUNDS.head_bytes // 1024,
          f=BOUNDS.fields),
    _said("security.md", "The address in the request line | {n} KB", n=BOUNDS.head_bytes // 1024),
    _said("security.md", "{n} KB, {f} fields", n=BOUNDS.head_bytes // 1024, f=BOUNDS.fields),
    _said("security.md", "Chunks of a body | {n:,}, and", n=BOUNDS.chunks),
    _said("security.md", "from its first byte | {n:.0f} seconds", n=BOUNDS.head_seconds),
    _said("security.md", "{n:.0f} seconds without a byte, and {r} KB a second",
          n=BOUNDS.body_seconds, r=BOUNDS.body_rate // 1024),
    _said("security.md", "that nobody takes | {n:.0f} seconds", n=BOUNDS.unread_seconds),
    _said("security.md", "ahead of their answers | {n} |", n=BOUNDS.pipelined),
    _said("lovable.md", "titre ({t} caractères), prix, description ({d})",
          t=_longest("title"), d=_longest("description")),
    _said("lovable.md", "plusieurs photos, {n} au plus", n=MAX_PHOTOS),
)  # fmt: skip
"""Sentences with a number that is fixed in the code."""


def _words(page: str) -> str:
    return " ".join((DOCS / page).read_text("utf-8").split())


@pytest.mark.parametrize(("page", "text"), SAID, ids=lambda each: each[:60])
def test_a_limit_is_the_codes(page: str, text: str) -> None:
    assert text in _words(page), f"docs/{page} should say: {text}"


def _statuses(node: ast.expr) -> Iterator[int]:
    match node:
        case ast.Constant(value=int(number)):
            yield number
        case ast.Attribute(attr=attr):
            yield int(HTTPStatus[attr])
        case ast.IfExp(body=one, orelse=other):
            yield from (*_statuses(one), *_statuses(other))


def _raised() -> Iterator[tuple[str, int]]:
    """Every code with a status that it is answered with."""
    everything()  # imports every module, but those that speak at the start alone
    assert DatabaseIncompatible.status == 503
    classes = {kind.__name__: kind for kind in kinds()}
    yield from ((kind.code, kind.status) for kind in classes.values())
    yield from ((code, int(status)) for code, (_, status) in FAILURES.items())
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _of_call(node, classes)


def _of_call(node: ast.Call, classes: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    if "code" not in given:
        return
    kind = getattr(node.func, "id", getattr(node.func, "attr", ""))
    for code in _constants(given["code"]):
        if "status" in given:
            yield from ((code, status) for status in _statuses(given["status"]))
        elif kind in classes:
            yield code, classes[kind].status


def test_every_status_is_the_codes() -> None:
    told: dict[str, set[str]] = {}
    for code, status in _raised():
        told.setdefault(code, set()).add(str(status))
    page = {name(row[0]): set(row[1].split(", ")) for row in rows(ERRORS) if len(row) == 4}
    compared = {code: statuses for code, statuses in page.items() if code in told}
    assert compared == {code: told[code] for code in compared}
    graphql = {code for code, statuses in page.items() if statuses == {"GraphQL"}}
    assert page.keys() - compared.keys() <= COMPUTED | IN_OUTCOMES | graphql


def test_what_a_job_fails_with_is_answered_with_the_status_of_its_error() -> None:
    """A code that a job may end with, and that is an error of its own, is no 500."""
    own = {kind.code: kind.status for kind in kinds() if kind.status == 503}
    ours = own.keys() & {"turn_lost", "vault_unusable", "vault_damaged", "storage_unavailable"}
    assert len(ours) == 4
    assert {code: int(FAILURES[code][1]) for code in ours} == {code: own[code] for code in ours}


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_every_port_is_the_services_or_a_known_one(page: Any) -> None:
    named = re.findall(r"(?:127\.0\.0\.1|localhost|0\.0\.0\.0):(\d+)|PORT[ =\"]+(\d+)|--port (\d+)",
                       page.read_text("utf-8"))  # fmt: skip
    ports = {int(number) for each in named for number in each if number}
    assert ports <= {0, CURRENT.port, *PORTS}, page.name


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_every_setting_that_is_set_exists_and_takes_that_value(page: Any) -> None:
    text = page.read_text("utf-8")
    for variable in re.findall(r"\b([A-Z][A-Z_]{3,})=", text):
        known = variable.lower() in Settings.model_fields or FOREIGN.fullmatch(variable)
        assert known, (page.name, variable)
    provider = {"AUTH_ISSUER": "x", "AUTH_AUDIENCE": "x", "AUTH_JWT_SECRET": "s" * 32}
    for variable, value in re.findall(r"`([A-Z][A-Z_]{3,})=([\w./:*-]+)`", text):
        if variable.lower() in Settings.model_fields:
            load_settings({**provider, variable: value})


def test_the_bounds_of_a_setting_are_in_its_row() -> None:
    table = {name(row[0]): row[2] for row in rows(DOCS / "settings.md")}
    for field, about in Settings.model_fields.items():
        found = {type(each).__name__: each for each in about.metadata}
        if {"Ge", "Le"} <= found.keys() and "port" not in field:
            least, most = found["Ge"].ge, found["Le"].le
            assert f"{least:,} to {most:,}" in table[field.upper()], field


def test_the_settings_that_several_machines_need_are_named() -> None:
    """Taken away one by one, each is missed at the start, and stands in the example."""
    example = _words("scaling.md").partition("## A worked example")[2].partition("## ")[0]
    needed = {
        "DATABASE_URL": "postgresql://fripier@db.internal/fripier",
        "SECRET_KEY": new_secret(),
        "STORAGE_URL": "s3://fripier-photos",
    }
    _check_role(load_settings(needed), Role.WORKER)
    for missing in needed:
        rest = {variable: value for variable, value in needed.items() if variable != missing}
        with pytest.raises(SettingsError, match=missing):
            _check_role(load_settings(rest), Role.WORKER)
        assert f"export {missing}=" in example


def test_every_close_code_of_the_socket_is_in_the_table() -> None:
    page = {cells[0] for cells in _plain_rows("graphql.md") if cells[0].isdecimal()}
    ours = {str(int(code)) for name, code in vars(socket).items()
            if name.isupper() and isinstance(code, int) and 1000 <= code < 5000}  # fmt: skip
    assert len(ours) >= 3 and ours <= page


def _plain_rows(page: str) -> Iterator[list[str]]:
    for line in (DOCS / page).read_text("utf-8").splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split("|")]
