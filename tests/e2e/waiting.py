"""Callers who wait for a job over each transport while the service is stopped or killed."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.e2e.serving import LISTING

Json = dict[str, Any]

_RENAMED = {"category_hint": "categoryHint", "dry_run": "dryRun", "confirm_token": "confirmToken"}
_PATHS = {
    "prepareListing": "/vinted/listings/prepare",
    "publishListing": "/vinted/listings/publish",
}
_MUTATION = """mutation ($input: %(kind)s!) {
  %(name)s(input: $input) {
    ... on %(success)s { job { id state } replayed }
    ... on Error { code message }
  }
}"""


@dataclass(frozen=True)
class Call:
    """One thing to ask for, by a key under which both transports mean the same."""

    name: str
    body: Mapping[str, Any]
    key: str

    @property
    def path(self) -> str:
        return _PATHS[self.name]

    @property
    def operation(self) -> Json:
        """The same in GraphQL, waiting for as long as may be."""
        kind = f"{self.name[0].upper()}{self.name[1:]}"
        query = _MUTATION % {"kind": f"{kind}Input", "name": self.name, "success": f"{kind}Success"}
        given = {_RENAMED.get(name, name): each for name, each in self.body.items()}
        variables = {"input": {**given, "idempotencyKey": self.key, "waitSeconds": 120}}
        return {"query": query, "variables": variables}


def prepare(key: str, **more: Any) -> Call:
    return Call("prepareListing", {**LISTING, **more}, key)


def publish(token: str, key: str) -> Call:
    return Call("publishListing", {"confirm_token": token, "dry_run": False}, key)


@dataclass(frozen=True)
class Answered:
    """What a caller was told: the job, with how it was told."""

    job_id: str | None
    status: int
    body: Json
    headers: Mapping[str, str]


async def by_rest(http: httpx.AsyncClient, call: Call) -> Answered:
    answer = await http.post(call.path, json=call.body, headers={"Idempotency-Key": call.key})
    return _of_rest(answer.status_code, answer.json(), answer.headers)


def _of_rest(status: int, body: Json, headers: Mapping[str, str]) -> Answered:
    job_id = body.get("job_id") or body.get("draft_context", {}).get("job_id")
    return Answered(job_id, status, body, headers)


async def by_graphql(http: httpx.AsyncClient, call: Call) -> Answered:
    answer = await http.post("/graphql", json=call.operation)
    return _of_graphql(answer.status_code, answer.json(), answer.headers)


async def by_event_stream(http: httpx.AsyncClient, call: Call) -> Answered:
    """The mutation answered as a stream of one."""
    accept = {"Accept": "text/event-stream"}
    answer = await http.post("/graphql", json=call.operation, headers=accept)
    (data,) = (line[6:] for line in answer.text.splitlines() if line.startswith("data: {"))
    return _of_graphql(answer.status_code, json.loads(data), answer.headers)


def _of_graphql(status: int, body: Json, headers: Mapping[str, str]) -> Answered:
    (told,) = (body.get("data") or {"": {}}).values()
    return Answered((told.get("job") or {}).get("id"), status, body, headers)


async def by_socket(http: httpx.AsyncClient, call: Call) -> Answered:
    """The mutation over graphql-transport-ws; the status is that with which the socket closes."""
    address = str(http.base_url).replace("http", "ws", 1).rstrip("/") + "/graphql"
    protocols = [Subprotocol("graphql-transport-ws")]
    body: Json = {}
    async with connect(address, subprotocols=protocols) as socket:
        asked = {"id": "1", "type": "subscribe", "payload": call.operation}
        try:
            await socket.send('{"type": "connection_init"}')
            await socket.recv()
            await socket.send(json.dumps(asked))
            while True:
                message = json.loads(await socket.recv())
                body = message["payload"] if message["type"] == "next" else body
        except ConnectionClosed as closed:
            return _of_graphql(closed.rcvd.code if closed.rcvd else 0, body, {})


WAYS = {"rest": by_rest, "graphql": by_graphql, "stream": by_event_stream, "socket": by_socket}


@dataclass
class Halfway:
    """A request of which the head and half the body were sent: nothing is stored for it yet."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    rest: bytes
    over_graphql: bool

    async def answered(self) -> Answered:
        """Send what is missing, and read the answer."""
        self.writer.write(self.rest)
        head, _, body = (await self.reader.read()).partition(b"\r\n\r\n")
        self.writer.close()
        status, *fields = head.decode().split("\r\n")
        headers = httpx.Headers([tuple(each.split(": ", 1)) for each in fields])  # type: ignore[misc]
        told = _of_graphql if self.over_graphql else _of_rest
        return told(int(status.split()[1]), json.loads(body), headers)


async def halfway(http: httpx.AsyncClient, call: Call, *, over_graphql: bool) -> Halfway:
    where = urlsplit(str(http.base_url))
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    body = json.dumps(call.operation if over_graphql else call.body).encode()
    head = (
        f"POST {'/graphql' if over_graphql else call.path} HTTP/1.1\r\nHost: {where.netloc}\r\n"
        f"Content-Type: application/json\r\nIdempotency-Key: {call.key}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body[:20])
    await writer.drain()
    return Halfway(reader, writer, body[20:], over_graphql)
