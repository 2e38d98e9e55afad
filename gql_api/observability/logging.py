"""Logs: one line per event with its fields, ours and the libraries' through one door.

Owns format, levels and redaction. That no secret reaches a log call is the callers' duty and
the secret types'; what is masked here is the second line of defence. `job_id` and `request_id`
are bound by whoever starts the work, with `structlog.contextvars`.
"""

import logging
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

MASK: Final = "***"
_HANDLER_NAME: Final = "fripier"
_SECRET_NAME: Final = re.compile(
    r"cookie|token|authori[sz]ation|secret|password|api_?key|csrf|credential", re.IGNORECASE
)
_LISTING_TEXTS: Final = frozenset({"title", "description", "listing", "query", "variables"})
_DESCRIBED: Final = frozenset({"level", "logger", "timestamp"})
"""What `_described` writes itself, whatever the caller gave."""
_BETWEEN: Final = r"""(['"]?\s*[:=]\s*b?['"]?|['"],\s*b?['"])"""
_SHAPES: Final = tuple(
    (signs, re.compile(pattern), shown)
    for signs, pattern, shown in (
        (
            "cookie|csrf-token|x-api-key",
            rf"(?i)\b(cookie|csrf-token|x-api-key){_BETWEEN}[^\n\"']+",
            rf"\1\2{MASK}",
        ),
        ("bearer|basic", r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}", rf"\1 {MASK}"),
        (
            "_token|_session|datadome|cf_clearance",
            rf"\b((?:access|refresh)_token\w*|_\w+_session|datadome|cf_clearance){_BETWEEN}"
            r"[^;,\s\"']+",
            rf"\1\2{MASK}",
        ),
        ("fc_", r"\bfc_[\w-]{16,}", f"fc_{MASK}"),
        ("fp_", r"\bfp_[0-9A-Za-z]{16,}", f"fp_{MASK}"),
        # A token without its dots is masked too: looking on for them takes the square of a text.
        ("eyj", r"\beyJ[\w-]{8,}(?:\.[\w-]*)*", MASK),
        ("gaaaa", r"\bgAAAA[\w-]{16,}=*", MASK),
        ("=", r"(?<![\w-])[\w-]{43}=(?![\w=])", MASK),
        ("@", r"(://[^\s:/@]*:)[^\s/@]+@", rf"\1{MASK}@"),
    )
)
"""Signs of which one stands in every text that the pattern meets, the pattern, what is shown."""
_SIGN: Final = re.compile("|".join(signs for signs, _, _ in _SHAPES))
TOLD: Final[Counter[tuple[str, str]]] = Counter()
"""How often each event that warns was told in this process, by event and level."""
TROUBLE: Final[Counter[str]] = Counter()
"""How often the database, the disk or the store said no."""

_OURS: Final = frozenset({"browser", "gql_api"})
_EVENT: Final = re.compile(r"[a-z_]{1,60}")
_COUNTED: Final = {"warning": "warning", "error": "error", "exception": "error"}
_PARTS: Final = {"database": "database", "write": "disk"}
_LEVELS: Final = {
    "alembic": logging.WARNING,
    "dbos": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "PIL": logging.WARNING,
    "asyncio": logging.WARNING,
    "httpx": logging.WARNING,
}
_TOLD_BY_SERVER: Final = frozenset({"uvicorn.access", "uvicorn.error"})
"""Requests are told by the first, and sockets by the second."""
_REFUSED_SOCKET: Final = "ASGI callable returned without completing handshake."
_POOL_CLOSED: Final = "cannot schedule new futures after shutdown"
_CANCELLED: Final = frozenset({"DBOSWorkflowCancelledError", "DBOSAwaitedWorkflowCancelledError"})


def configure_logging(
    level: str = "info", fmt: Literal["console", "json"] = "console", stream: TextIO | None = None
) -> None:
    """Set structlog up and route the standard library through it; the last call counts."""
    stream, least = stream or sys.stderr, logging.getLevelNamesMapping()[level.upper()]
    shown = _shown(
        structlog.processors.JSONRenderer()
        if fmt == "json"
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    door = _Door(stream)
    structlog.configure(
        processors=[*_LEVELLED, *_described(), *shown],
        logger_factory=cache(lambda name="": _Lines(name, least, door)),
        # What warns is counted whatever is written, so it has to come as far as `_count`.
        wrapper_class=structlog.make_filtering_bound_logger(min(least, logging.WARNING)),
        cache_logger_on_first_use=False,
    )
    logging.captureWarnings(capture=True)
    _route(_prepared(door, shown), least)


def configure_beside_host() -> None:
    """Our lines redacted and without variables of a traceback, handed to the host's own logging.

    For a host that has not set structlog up: its handlers and levels stay as they are.
    """
    structlog.configure(
        processors=[*_LEVELLED, *_described(), *_shown(structlog.processors.JSONRenderer())],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


class _Door(logging.StreamHandler[TextIO]):
    """Where every line leaves: a library's as a record, one of ours as its text."""

    def write(self, line: str) -> None:
        """Write a line that is rendered; trouble of the stream is told as for a record."""
        self.acquire()
        try:
            self.stream.write(f"{line}{self.terminator}")
            self.flush()
        except (OSError, ValueError):
            self.handleError(logging.makeLogRecord({"msg": line}))
        finally:
            self.release()


@dataclass(frozen=True, slots=True)
class _Lines:
    """Takes the lines of one module, without the search for its caller and the records in between
    that the standard library would make of each.
    """

    name: str
    level: int
    door: _Door
    disabled: bool = False

    def getEffectiveLevel(self) -> int:  # noqa: N802 - asked for by `filter_by_level`
        return self.level

    def info(self, line: str) -> None:
        self.door.write(line)

    debug = warning = error = critical = info


def _count(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Count what warns, before a level can keep it from being written."""
    if (level := _COUNTED.get(method)) is None:
        return event
    name = str(event.get("event"))
    ours = str(getattr(logger, "name", "")).partition(".")[0] in _OURS
    if ours and _EVENT.fullmatch(name):
        TOLD[name, level] += 1
        if name == "storage_unavailable":
            TROUBLE[_PARTS.get(str(event.get("action")), "store")] += 1
    return event


_LEVELLED: Final[tuple[Processor, ...]] = (_count, structlog.stdlib.filter_by_level)


def redact(value: object) -> Any:
    """`value` for a log line: secrets masked by name and by shape, at any depth."""
    if isinstance(value, str):
        return _redact_text(str(value))
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Mapping):
        return {str(name): _redact_named(str(name), each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [redact(each) for each in value]
    return _redact_text(repr(value) if isinstance(value, BaseException | bytes) else str(value))


def _redact_named(name: str, value: object) -> Any:
    harmless = value is None or isinstance(value, int | float)
    return MASK if not harmless and _is_secret(name) else redact(value)


@lru_cache(1024)
def _is_secret(name: str) -> bool:
    return bool(_SECRET_NAME.search(name))


def _redact_text(text: str) -> str:
    # A search for each pattern in each text would be half of what a line costs.
    if _SIGN.search(text.casefold()):
        for _, pattern, shown in _SHAPES:
            text = pattern.sub(shown, text)
    return text


def _redact_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {
        name: value if name in _DESCRIBED else _redact_named(name, value)
        for name, value in event.items()
    }


def _hide_listings(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """What a seller writes is in the log only when someone asked for every detail."""
    if event.get("level") == "debug" or _LISTING_TEXTS.isdisjoint(event):
        return event
    return {name: value for name, value in event.items() if name not in _LISTING_TEXTS}


def _described() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _shown(renderer: Processor) -> list[Processor]:
    """From an event with its fields to the text of its line."""
    return [structlog.processors.format_exc_info, _hide_listings, _redact_event, renderer]


def _prepared(handler: _Door, shown: list[Processor]) -> logging.Handler:
    handler.name = _HANDLER_NAME
    handler.addFilter(_not_a_job_that_was_left)
    handler.addFilter(_not_a_refused_socket)
    handler.addFilter(_without_query)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_described(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown],
        )
    )
    return handler


def _route(handler: logging.Handler, level: int) -> None:
    root = logging.getLogger()
    root.setLevel(level)
    root.handlers = [each for each in root.handlers if each.name != _HANDLER_NAME] + [handler]
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True
    for name, quiet in _LEVELS.items():
        logging.getLogger(name).setLevel(quiet)
    # The engine gives its logger a handler of its own unless it finds one.
    engine = logging.getLogger("dbos")
    engine.handlers = [handler]
    engine.propagate = False


def _not_a_job_that_was_left(record: logging.LogRecord) -> bool:
    """The engine reports as errors, with tracebacks, the jobs that it is right to leave.

    Those that a person cancelled; and one that came from its queue while the process was stopping,
    when the pool was closed already: nothing of it was begun, and the next start has it.
    """
    error = record.exc_info[1] if record.exc_info else None
    left = isinstance(error, RuntimeError) and _POOL_CLOSED in str(error)
    return record.name != "dbos" or not (left or type(error).__name__ in _CANCELLED)


def _not_a_refused_socket(record: logging.LogRecord) -> bool:
    """The server calls it an error when a socket is refused with an answer of its own."""
    return record.name != "uvicorn.error" or record.msg != _REFUSED_SOCKET


def _without_query(record: logging.LogRecord) -> bool:
    """The server's lines of requests and sockets without what follows the path.

    A GET of GraphQL holds texts, and a client may have put its key there.
    """
    if record.name in _TOLD_BY_SERVER and isinstance(record.args, tuple):
        record.args = tuple(
            arg.partition("?")[0] if isinstance(arg, str) else arg for arg in record.args
        )
    return True
