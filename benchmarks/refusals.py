"""What refusing an abuse costs: CPU of the whole application for one request, in this process.

    uv run python -m benchmarks.refusals

Each request is handed to the application as a server would, in chunks of 64 KiB, and read no
further than the application asks. No document is seen twice, so that no cache helps. The goal is
at most 50 ms each; the figures are in docs/performance.md.
"""

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from statistics import median
from typing import Any, Final

from starlette.applications import Starlette
from starlette.types import Message

from gql_api.bootstrap.process import build
from gql_api.observability.logging import configure_logging
from gql_api.settings import load_settings

TIMES: Final = 7
_numbers: Final = count()
CHUNK: Final = bytes(64 * 1024)
HUNDRED_MB: Final = 100_000_000
FORM: Final = "multipart/form-data; boundary=b"
OPENING: Final = (
    b'--b\r\nContent-Disposition: form-data; name="operations"; filename="a.jpg"\r\n\r\n'
)


@dataclass(frozen=True)
class Abuse:
    """A request: what it starts with, how many bytes of nothing follow, and whether it says so."""

    name: str
    start: bytes
    path: str = "/graphql"
    media: str = "application/json"
    filler: int = 0
    declared: bool = True

    def chunks(self) -> Iterator[bytes]:
        yield self.start.replace(b"NUMBER", str(next(_numbers)).encode())
        for _ in range(self.filler // len(CHUNK)):
            yield CHUNK


def chain(levels: int, last: str) -> str:
    """Fragments that each spread the next one twice."""
    spread = [f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels)]
    return "\n".join(["{ ...f0 }", *spread, f"fragment f{levels} on Query {{ {last} }}"])


def document(text: str) -> bytes:
    return json.dumps({"query": f"{text} #NUMBER"}).encode()


def abuses() -> Iterator[Abuse]:
    """The cases of the table."""
    yield Abuse("fragment bomb, 24 levels", document(chain(24, "__typename")))
    yield Abuse("fragment bomb, 60 levels", document(chain(60, "__typename")))
    aliases = " ".join(f"a{number}: __typename" for number in range(101))
    yield Abuse("101 aliases", document(f"{{ {aliases} }}"))
    yield Abuse("2^30 aliases by fragments", document(chain(30, "a: __typename")))
    yield Abuse("30,000 tokens", document("{" + " __typename" * 30_000 + "}"))
    yield Abuse("20,000 levels of selections", document("{ a " * 20_000))
    yield Abuse("JSON, 10,000 deep", b'{"a":' * 10_000)
    yield Abuse("JSON, 100,000 brackets", b"[" * 100_000)
    for path, media in (
        ("/graphql", "application/json"),
        ("/graphql", FORM),
        ("/vinted/auth/session", "application/json"),
        ("/vinted/photos/upload", FORM),
    ):
        start = OPENING if media == FORM else b""
        for declared in (True, False):
            said = "declared" if declared else "chunked"
            kind = "form" if media == FORM else "JSON"
            yield Abuse(
                f"100 MB of {kind} to {path}, {said}", start, path, media, HUNDRED_MB, declared
            )


async def send(app: Starlette, abuse: Abuse) -> tuple[int, int]:
    """The answer's status, and how many bytes were read for it."""
    chunks, read, status = abuse.chunks(), 0, 0
    headers = [
        (b"host", b"127.0.0.1:5000"),
        (b"content-type", abuse.media.encode()),
        (b"graphql-require-preflight", b"1"),
    ]
    if abuse.declared:
        headers.append((b"content-length", str(len(abuse.start) + abuse.filler).encode()))

    async def receive() -> Message:
        nonlocal read
        body = next(chunks, None)
        read += len(body or b"")
        return {"type": "http.request", "body": body or b"", "more_body": body is not None}

    async def told(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": abuse.path, "raw_path": abuse.path.encode(), "root_path": "",
        "query_string": b"", "headers": headers, "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 5000),
    }  # fmt: skip
    await app(scope, receive, told)
    return status, read


async def measure() -> None:
    """Prints a line per case: status, bytes read, and the median of its milliseconds of CPU."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"MOCK_MODE": "true", "DATA_DIR": folder, "LOG_LEVEL": "error"})
        configure_logging(settings.log_level, settings.log_format)
        parts = build(settings)
        await parts.core.database.open()
        app = Starlette(routes=list(parts.routes))
        with parts.opened.marked():
            for abuse in abuses():
                taken = []
                for _ in range(TIMES):
                    before = time.process_time()
                    status, read = await send(app, abuse)
                    taken.append((time.process_time() - before) * 1000)
                shown = {"status": status, "read": read, "cpu_ms": round(median(taken), 1)}
                print(json.dumps({abuse.name: shown}), flush=True)
        await parts.core.database.close()
    print(json.dumps({"load": os.getloadavg()[0]}))


if __name__ == "__main__":
    asyncio.run(measure())
