import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import structlog
from dbos import error as dbos_error

from gql_api.auth.api_keys import new_key
from gql_api.observability.logging import (
    MASK,
    TOLD,
    configure_beside_host,
    configure_logging,
    redact,
)
from gql_api.security.confirm_token import ConfirmTokenSigner
from gql_api.security.keyring import KeyRing, new_secret
from tests.gql_api.logs import restored

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl"
log = structlog.get_logger("fripier.test")
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    with restored():
        yield


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def lines(stream: io.StringIO) -> Lines:
    configure_logging("info", "json", stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_with_its_fields(lines: Lines) -> None:
    log.info("photo_kept", size=12, name="a\nb")
    (line,) = lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "photo_kept",
        "level": "info",
        "logger": "fripier.test",
        "size": 12,
        "name": "a\nb",
    }


def test_bound_ids_are_on_every_line_the_libraries_included(lines: Lines) -> None:
    with structlog.contextvars.bound_contextvars(job_id="j1", request_id="r1"):
        log.info("ours")
        logging.getLogger("uvicorn.error").info("theirs %s", 1)
    log.info("later")
    assert [(line["event"], line.get("job_id"), line.get("request_id")) for line in lines()] == [
        ("ours", "j1", "r1"),
        ("theirs 1", "j1", "r1"),
        ("later", None, None),
    ]


def test_a_traceback_stays_on_its_line(lines: Lines) -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        log.exception("failed")
    (line,) = lines()
    assert "ValueError: broken" in line["exception"]


def test_configuring_again_writes_no_line_twice(stream: io.StringIO) -> None:
    for _ in range(3):
        configure_logging("info", "json", stream)
    log.info("once")
    logging.getLogger("dbos").warning("once")
    assert len(stream.getvalue().splitlines()) == 2


def test_the_level_holds_for_us_and_for_the_libraries(stream: io.StringIO) -> None:
    configure_logging("debug", "json", stream)
    log.debug("ours")
    for name in ("dbos", "sqlalchemy.engine", "PIL.Image"):
        logging.getLogger(name).info("banner")
    logging.getLogger("dbos").warning("trouble")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == [
        "ours",
        "trouble",
    ]


def test_what_warns_is_counted_though_the_level_keeps_it_from_being_written(
    stream: io.StringIO,
) -> None:
    configure_logging("error", "json", stream)
    ours, before = structlog.get_logger("gql_api.tested"), TOLD["barely_told", "warning"]
    ours.warning("barely_told")
    ours.info("not_told")
    ours.error("told")
    assert TOLD["barely_told", "warning"] == before + 1
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["told"]


class _Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError("No space left on device")


def test_a_line_that_cannot_be_written_ends_no_work(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json", _Full())
    log.info("ours")
    logging.getLogger("uvicorn.error").info("theirs")
    assert capsys.readouterr().err.count("--- Logging error ---") == 2


def test_the_console_shows_event_and_fields(stream: io.StringIO) -> None:
    configure_logging("info", "console", stream)
    log.info("photo_kept", size=12, confirm_token="fc_abc")
    shown = stream.getvalue()
    assert "photo_kept" in shown
    assert "size=12" in shown
    assert "fc_abc" not in shown
    assert len(shown.splitlines()) == 1


def _refusal_of_a_closed_pool() -> RuntimeError:
    """What a run meets that comes from its queue while the engine ends."""
    pool = ThreadPoolExecutor()
    pool.shutdown()
    with pytest.raises(RuntimeError) as met:
        pool.submit(print)
    return met.value


@pytest.mark.parametrize(
    "error",
    [
        dbos_error.DBOSAwaitedWorkflowCancelledError("job-1"),
        dbos_error.DBOSWorkflowCancelledError("job-1 is cancelled"),
        _refusal_of_a_closed_pool(),
    ],
)
def test_jobs_that_were_cancelled_or_left_make_no_traceback(
    lines: Lines, error: BaseException
) -> None:
    engine = logging.getLogger("dbos")
    engine.error("Exception encountered in asynchronous workflow:", exc_info=error)
    engine.error("Exception encountered in asynchronous workflow:", exc_info=ValueError("real"))
    (line,) = lines()
    assert "ValueError: real" in line["exception"]


def test_the_engine_adds_no_handler_of_its_own(
    lines: Lines, capfd: pytest.CaptureFixture[str]
) -> None:
    from dbos._logger import init_logger  # noqa: PLC0415 - private, only to see what it does

    init_logger()
    logging.getLogger("dbos").warning("once")
    assert len(lines()) == 1
    assert capfd.readouterr().err == ""


def test_warnings_of_libraries_are_lines_too(lines: Lines) -> None:
    logging.getLogger("py.warnings").warning("damaged metadata")
    assert [line["event"] for line in lines()] == ["damaged metadata"]


def test_the_access_line_shows_the_path_only(lines: Lines) -> None:
    logging.getLogger("uvicorn.access").info(
        '%s - "%s %s HTTP/%s" %d', "127.0.0.1:1", "GET", "/graphql?query={jobs{title}}", "1.1", 200
    )
    (line,) = lines()
    assert line["event"] == '127.0.0.1:1 - "GET /graphql HTTP/1.1" 200'


def test_what_sellers_write_is_shown_at_debug_only(stream: io.StringIO) -> None:
    configure_logging("debug", "json", stream)
    log.info("prepared", title="Hoodie Diesel", description="Bon état", field="title")
    log.debug("prepared", title="Hoodie Diesel")
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert "Hoodie" not in str(first)
    assert "Bon" not in str(first)
    assert first["field"] == "title"
    assert second["title"] == "Hoodie Diesel"


SIGNER = ConfirmTokenSigner(KeyRing.parse(new_secret()))
TOKEN = SIGNER.issue(SIGNER.claims("j", 1, account="a", market="m", digest="d"))
SECRET = new_secret()
KEY = new_key()
SEALED = KeyRing.parse(SECRET).derive("x").encrypt(b"cookies").decode()


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Cookie: anon_id=1; access_token_web=s3cr3t; v=2", "s3cr3t"),
        ("anon_id=1; access_token_web=s3cr3t; v=2", "s3cr3t"),
        ("{'access_token_web': 's3cr3t'}", "s3cr3t"),
        ('{"refresh_token_web":"s3cr3t"}', "s3cr3t"),
        ("_vinted_fr_session=s3cr3t", "s3cr3t"),
        ("[(b'cookie', b's3cr3t=1'), (b'host', b'x')]", "s3cr3t"),
        ("{'Set-Cookie': 'a=s3cr3t; Path=/'}", "s3cr3t"),
        ("X-CSRF-Token: s3cr3t", "s3cr3t"),
        ("x-api-key: s3cr3t", "s3cr3t"),
        ("Authorization: Bearer s3cr3t-key", "s3cr3t"),
        (f"token {TOKEN} was used", TOKEN[3:]),
        (f"jwt {JWT}", "eyJzdWIi"),
        (f"cut off {JWT.partition('.')[0]}", JWT[3:20]),
        (f"sealed {SEALED}", SEALED[10:]),
        (f"SECRET_KEY {SECRET}", SECRET),
        ("postgresql://fripier:s3cr3t@db/fripier", "s3cr3t"),
        (f"key {KEY}", KEY[3:]),
    ],
    ids=[str(number) for number in range(17)],  # random texts are no names
)
def test_secrets_are_masked_by_their_shape_wherever_they_stand(
    lines: Lines, stream: io.StringIO, text: str, secret: str
) -> None:
    log.info(text)
    log.info("event", field=text, deep={"list": [text, (text,)]}, error=ValueError(text))
    logging.getLogger("some.library").warning("%s", text)
    try:
        raise ValueError(text)
    except ValueError:
        log.exception("failed")
    assert secret in text
    assert secret not in stream.getvalue()
    assert stream.getvalue().count(MASK) >= 6
    assert len(lines()) == 4


@pytest.mark.parametrize(
    "name",
    ["cookie", "cookies", "confirm_token", "Authorization", "SECRET_KEY", "api_key", "password",
     "csrf"],
)  # fmt: skip
def test_secrets_are_masked_by_their_name(lines: Lines, stream: io.StringIO, name: str) -> None:
    log.info("event", **{name: "plain"}, headers={name: ["plain"]})
    assert "plain" not in stream.getvalue()
    assert lines()[0]["headers"] == {name: MASK}


def test_what_is_no_secret_stays_readable() -> None:
    ordinary = {
        "path": "/vinted/jobs/0b6f1c0e-2b1e-4f0c-9e0e-1f2a3b4c5d6e",
        "digest": "ab" * 32,
        "url": "https://www.vinted.fr/items/123-hoodie",
        "text": "no cookie was found, the basic plan stays",
        "cookies": 3,
        "token_valid": True,
        "none": None,
        "price": 35.5,
    }
    assert redact(ordinary) == ordinary


def test_an_object_is_shown_by_its_own_text() -> None:
    assert redact(KeyRing.parse(SECRET)) == "KeyRing()"
    assert redact(b"access_token_web=s3cr3t") == f"b'access_token_web={MASK}'"


def test_the_stream_is_standard_error_unless_given(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")
    log.info("here")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert json.loads(captured.err)["event"] == "here"
    assert sys.stderr is not None


def test_beside_a_host_its_logging_stays_and_no_variable_is_shown(stream: io.StringIO) -> None:
    hosts = logging.StreamHandler(stream)
    root = logging.getLogger()
    root.addHandler(hosts)
    before = root.handlers[:]
    configure_beside_host()
    value = "".join(["demo", "-", "refresh"])
    try:
        raise ValueError(len(value))
    except ValueError:
        log.exception("job_failed", cookie=value)
    assert root.handlers == before
    assert "job_failed" in stream.getvalue()
    assert "ValueError: 12" in stream.getvalue()
    assert value not in stream.getvalue()
