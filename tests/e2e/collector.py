"""A receiver of traces in a process of its own: OTLP over HTTP, the way any collector takes it in.

Run as a program it prints its address, and appends every span that it is sent to a file, with all
that OpenTelemetry's own classes read in the bytes. What the spans mean is looked at by a test.
"""

import asyncio
import base64
import gzip
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from google.protobuf.json_format import MessageToDict
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

PROTOBUF = "application/x-protobuf"


@dataclass(frozen=True)
class Collector:
    """A running receiver: where it listens, and what it was sent."""

    url: str
    _file: Path

    def sent(self) -> list[dict[str, Any]]:
        """Every request, as a mapping."""
        return [json.loads(line) for line in self._file.read_text().splitlines()]

    def spans(self) -> list[dict[str, Any]]:
        """Every span of every request."""
        return [span for request in self.sent() for span in _spans(request)]


def _spans(request: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        span
        for resource in request["resourceSpans"]
        for scope in resource["scopeSpans"]
        for span in scope["spans"]
    ]


def _readable(request: ExportTraceServiceRequest) -> dict[str, Any]:
    """The request with its ids in hexadecimal, as they stand everywhere else; base64 may spell
    any word by chance."""
    found: dict[str, Any] = MessageToDict(request)
    for span in _spans(found):
        for name in ("traceId", "spanId", "parentSpanId"):
            span[name] = base64.b64decode(span.get(name, "")).hex()
    return found


class _Handler(BaseHTTPRequestHandler):
    file: Path

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        if self.path != "/v1/traces" or self.headers["Content-Type"] != PROTOBUF:
            self.send_error(404)
            return
        request = ExportTraceServiceRequest.FromString(body)
        with self.file.open("a") as file:
            file.write(json.dumps(_readable(request)) + "\n")
        answer = ExportTraceServiceResponse().SerializeToString()
        self.send_response(200)
        self.send_header("Content-Type", PROTOBUF)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Print nothing: the first line alone is read."""


def main(file: Path) -> None:
    """Listen until the process is ended."""
    _Handler.file = file
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


@asynccontextmanager
async def collecting(folder: Path) -> AsyncIterator[Collector]:
    """A receiver that keeps what it is sent in a folder, until the block ends."""
    file = folder / "spans.jsonl"
    file.touch()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.e2e.collector", str(file), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        yield Collector((await process.stdout.readline()).decode().strip(), file)
    finally:
        process.terminate()
        await process.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
