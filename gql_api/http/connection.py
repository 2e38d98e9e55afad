"""A guard at the connection: what a caller may send before our own code has begun, and how slowly.

uvicorn's own protocol over httptools, with bounds on heads, trailers, framing and time, and on how
many connections there are. A refusal is an error in the scope that the application renders like
every other one. The parts of uvicorn relied on are named by `tests/edge/test_reliance.py`.
"""

import asyncio
import math
import re
import socket
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any, ClassVar, Final

from starlette.types import Scope
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from gql_api.errors import ServiceError
from gql_api.http.connection_limits import Room, place_of, when_lost
from gql_api.http.connection_refusals import rendered, scope_of
from gql_api.http.malformed import (
    FRAMING,
    HEAD_LIMIT,
    LATE,
    METHODS,
    NO_SUCH_METHOD,
    NOT_HTTP,
    OTHER_VERSION,
    TARGET_LIMIT,
    HeadTooLarge,
    HttpVersionUnsupported,
    MalformedRequest,
    MethodUnknown,
    RequestTimeout,
    TargetTooLong,
    TooManyConnections,
    check_head,
)

_PIECE: Final = 64 * 1024
"""So much is parsed at once: the parser itself cannot be stopped."""
_REQUEST_LINE: Final = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}) \S+ HTTP/(\d\.\d)\r?\n")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one connection may send, how long it may take, and how many there may be."""

    head_bytes: int = 64 * 1024
    fields: int = 100
    head_seconds: float = 10.0
    body_seconds: float = 30.0
    """So far ahead of now is the deadline of a body at most; it moves as bytes arrive."""
    body_rate: int = 1024
    """Bytes that buy a body one second."""
    chunks: int = 1000
    """After so many the chunks of a body hold 16 bytes on average: each costs more than a byte."""
    pipelined: int = 16
    linger_seconds: float = 1.0
    """After a refusal, so that it is read before what was still on its way breaks the socket."""
    unread_seconds: float = 30.0
    """After so long without the caller taking any of its answer the system drops it."""
    connections: int = 1024
    of_one_address: int | None = None
    sockets: int = 512


class _Stage(Enum):
    WAITING = auto()
    """Between two messages."""
    HEAD = auto()
    BODY = auto()


class GuardedProtocol(HttpToolsProtocol):
    """One connection; `guarded` makes a class of it for uvicorn's configuration."""

    bounds: ClassVar[Bounds] = Bounds()
    room: ClassVar[Room] = Room(bounds.connections)

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.url, self.headers = b"", []
        self.since = self.loop.time()
        self.place: str | None = None
        self._stage = _Stage.WAITING
        self._handed_over = False
        self._fields = self._size = self._wire = self._body = self._chunks = 0
        self._piece = b""
        self._wrong: ServiceError | None = None
        self._refusal: ServiceError | None = None
        self._due = math.inf
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _drop_unread(transport, self.bounds.unread_seconds)
        self.place = place_of(self.client)
        if refusal := self.room.enter(self, len(self.server_state.connections)):
            self.refuse(refusal)
        else:
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._due = math.inf
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.room.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), _PIECE):
            if self._refusal is not None or self._handed_over:
                return  # what comes after a refusal is thrown away, so that it can be read
            self._parse(data[start : start + _PIECE] if len(data) > _PIECE else data)

    def _parse(self, piece: bytes) -> None:
        self._piece = piece if self._stage is _Stage.WAITING else b""
        self._wire += len(piece)
        super().data_received(piece)
        if self._refusal is None and not self._handed_over:
            self._check_unfinished()
            self._watch(len(piece))

    def _check_unfinished(self) -> None:
        """Bound what no callback has told of yet: a field without an end, padding, framing."""
        bounds = self.bounds
        if self._stage is _Stage.HEAD and self._wire > bounds.head_bytes:
            self.refuse(HeadTooLarge(HEAD_LIMIT) if self.headers else TargetTooLong(TARGET_LIMIT))
        elif self._stage is _Stage.BODY and self._wire > 2 * self._body + bounds.head_bytes:
            self.refuse(HeadTooLarge(FRAMING))

    def handle_websocket_upgrade(self) -> None:
        """Hand a WebSocket over, as long as sockets leave room for requests."""
        self._due = math.inf
        if refusal := self._no_socket():
            self._stage = _Stage.HEAD
            self.refuse(refusal)
        else:
            self._handed_over = True
            super().handle_websocket_upgrade()
            when_lost(self.transport.get_protocol(), partial(self.room.leave, self))

    def _no_socket(self) -> TooManyConnections | None:
        if self._sockets() >= self.bounds.sockets:
            return TooManyConnections("There are too many open sockets.", retry_after=5)
        return self.room.hand_over(self)

    def send_400_response(self, msg: str) -> None:
        """Called by uvicorn for what its parser, or a callback of ours, does not take."""
        self.refuse(self._wrong or self._diagnosis())

    def _diagnosis(self) -> ServiceError:
        """What is wrong with a request whose line the parser did not take."""
        line = _REQUEST_LINE.match(self._piece)
        if line is None or self._stage is _Stage.BODY:
            return MalformedRequest(NOT_HTTP)
        if not line[2].startswith(b"1."):
            return HttpVersionUnsupported(OTHER_VERSION)
        known = bool(self.url) or line[1].decode() in METHODS
        return MalformedRequest(NOT_HTTP) if known else MethodUnknown(NO_SUCH_METHOD)

    def on_message_begin(self) -> None:
        if len(self.pipeline) >= self.bounds.pipelined:
            self._fail(MalformedRequest("Too many requests were sent before their answers."))
        super().on_message_begin()
        self._stage = _Stage.HEAD
        self._fields = self._size = self._wire = self._body = self._chunks = 0

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > self.bounds.head_bytes:
            self._fail(TargetTooLong(TARGET_LIMIT))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._fields += 1
        self._size += len(name) + len(value) + 4
        if self._fields > self.bounds.fields or self._size > self.bounds.head_bytes:
            self._fail(HeadTooLarge(HEAD_LIMIT))
        if self._stage is _Stage.HEAD:  # trailers are counted and left out
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if len(self.url) + self._size > self.bounds.head_bytes:
            self._fail(HeadTooLarge(HEAD_LIMIT))
        upgrade, method = self.parser.should_upgrade(), self.parser.get_method()
        version = self.parser.get_http_version()
        try:
            self.url = check_head(method, self.url, self.headers, version=version, upgrade=upgrade)
        except ServiceError as error:
            self._fail(error)
        super().on_headers_complete()
        if upgrade and self._answering:
            self.cycle.keep_alive = False  # the parser has lost its place
        self._stage, self._due = _Stage.BODY, math.inf
        self._fields = self._size = self._wire = 0

    def on_chunk_header(self) -> None:
        self._chunks += 1
        if self._chunks > self.bounds.chunks + self._body // 16:
            self._fail(HeadTooLarge(FRAMING))

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._stage, self._due = _Stage.WAITING, math.inf

    def _fail(self, error: ServiceError) -> None:
        """Leave the parser, which cannot be told to stop in another way."""
        self._wrong = error
        raise error

    # Deadlines.

    def _watch(self, arrived: int = 0) -> None:
        """Give what is unfinished its deadline, or move it on with the bytes of a body."""
        now = self.loop.time()
        if self._stage is _Stage.BODY:
            ahead = now + self.bounds.body_seconds
            bought = ahead if self._due == math.inf else self._due + arrived / self.bounds.body_rate
            self._due = min(ahead, bought)
        elif self._stage is _Stage.WAITING and self._answering:
            return
        elif self._due == math.inf:
            self._due = now + self.bounds.head_seconds
        if self._timer is not None and self._timer.when() > self._due:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = self.loop.call_at(self._due, self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        if self._due == math.inf or self.transport.is_closing():
            return
        now = self.loop.time()
        if self._waits_for_us():
            self._due = now + self.bounds.head_seconds
        if now < self._due:
            self._timer = self.loop.call_at(self._due, self._on_time)
        elif self._refusal is not None or self._stage is _Stage.WAITING:
            self.transport.close()
        else:
            self.refuse(RequestTimeout(LATE))

    def _waits_for_us(self) -> bool:
        """Whether the caller cannot send: its bytes are not read, or it waits for a word."""
        if self.flow.read_paused:
            return True
        if self._stage is _Stage.BODY:
            return self.cycle.waiting_for_100_continue and not self.cycle.response_complete
        return self._answering

    @property
    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    # How many there are.

    def _sockets(self) -> int:
        """WebSockets are whatever uvicorn holds besides."""
        return len(self.server_state.connections) - self.room.taken

    @property
    def gives_way(self) -> bool:
        """Whether nobody waits for an answer here, and it is no socket."""
        return not self._handed_over and (self._refusal is not None or not self._answering)

    # Answers and refusals.

    def on_response_complete(self) -> None:
        more = bool(self.pipeline)
        super().on_response_complete()
        self.since = self.loop.time()
        if self._refusal is not None and not more and not self.transport.is_closing():
            self._answer(self._refusal)

    def refuse(self, error: ServiceError) -> None:
        """Answer with an error as soon as the requests before this one are answered, and close."""
        self._refusal = error
        self._due, self.since = math.inf, 0.0
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()
        if self._stage is _Stage.BODY and self._answering and not self._give_up():
            return
        if self.pipeline or self._answering:
            return  # `on_response_complete` goes on
        self._answer(error)

    def _give_up(self) -> bool:
        """Let go of the request whose body is at fault; false when its answer has begun."""
        cycle = self.cycle
        if any(each is cycle for each, _ in self.pipeline):
            self.pipeline.popleft()
            return True
        if cycle.response_started:
            self.transport.close()
            return False
        cycle.disconnected = cycle.response_complete = True
        cycle.message_event.set()
        return True

    def _answer(self, error: ServiceError) -> None:
        known = self._stage is not _Stage.WAITING and bool(self.url)
        task = self.loop.create_task(self._say(scope_of(self, error, known=known)))
        task.add_done_callback(self.tasks.discard)
        self.tasks.add(task)

    async def _say(self, scope: Scope) -> None:
        """Have the application render the refusal, and close once it can have been read."""
        answer = await rendered(self.app, scope, self.server_state.default_headers)
        if self.transport.is_closing():
            return
        self.transport.write(answer)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.flow.resume_reading()
        self._due = self.loop.time() + self.bounds.linger_seconds
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_at(self._due, self.transport.close)


def guarded(bounds: Bounds) -> type[GuardedProtocol]:
    """The protocol with these bounds, as `uvicorn.Config(http=...)` takes it."""
    sockets = None if bounds.of_one_address is None else bounds.sockets
    room = Room(bounds.connections, bounds.of_one_address, sockets)
    return type("BoundProtocol", (GuardedProtocol,), {"bounds": bounds, "room": room})


def _drop_unread(transport: asyncio.Transport, seconds: float) -> None:
    """Have the system end a connection whose other side takes nothing any more, where it can."""
    option: int | None = getattr(socket, "TCP_USER_TIMEOUT", None)
    found = transport.get_extra_info("socket")
    if option is not None and found is not None and found.family != socket.AF_UNIX:
        found.setsockopt(socket.IPPROTO_TCP, option, int(seconds * 1000))
