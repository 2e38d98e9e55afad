"""graphql-transport-ws by the letter: shapes are checked before Strawberry's handler sees them.

A message of the wrong shape closes the socket with 4400; what is wrong with a document comes as
an `error` message for its operation and leaves the others alone.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, Protocol, cast

from graphql import GraphQLError, GraphQLFormattedError
from starlette.websockets import WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    ConnectionInitMessage,
    Message,
    SubscribeMessage,
)
from strawberry.types.graphql import OperationType

from browser.background_tasks import ended
from gql_api.errors import KeyMayPublish, NotTheConsole, RateLimited, TooManyStreams, Unavailable
from gql_api.graphql.kinds import kind_of
from gql_api.http.shutdown import Shutdown, Stopping, cut_short
from gql_api.http.socket_protocol import send_now
from gql_api.schema import Context
from gql_api.schema.shared_answers import Writer, writing
from gql_api.texts import say

MAX_OPERATIONS: Final = 100
TRY_AGAIN_LATER: Final = 1013
TOO_MANY: Final = 4429
UNAUTHORIZED: Final = 4401
FORBIDDEN: Final = 4403
GOING_AWAY: Final = 1001
_MAX_REASON_BYTES: Final = 120
_WITH_ID: Final = frozenset({"subscribe", "complete"})
_PAYLOAD_MEMBERS: Final[dict[str, type[Any]]] = {
    "query": str,
    "variables": dict,
    "operationName": str,
    "extensions": dict,
}


def _fault(message: object) -> str | None:
    """What is wrong with the shape of a message, if anything is."""
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return "A message is an object with a type"
    kind, payload = message["type"], message.get("payload")
    if kind in _WITH_ID and not (isinstance(message.get("id"), str) and message["id"]):
        return "The id is a string that is not empty"
    if payload is not None and not isinstance(payload, dict):
        return "The payload is an object"
    return _payload_fault(payload) if kind == "subscribe" else None


def _payload_fault(payload: dict[str, Any] | None) -> str | None:
    if payload is None or payload.get("query") is None:
        return "The payload of subscribe has a query"
    for name, kind in _PAYLOAD_MEMBERS.items():
        if payload.get(name) is not None and not isinstance(payload[name], kind):
            return f"The payload's {name} has the wrong type"
    return None


class Socket(ASGIWebSocketAdapter):
    """Closes with a reason that fits: it may quote what was sent, and a frame has its end.

    What an operation says after that, or to a client that has left, is for nobody and no fault.
    """

    async def send_json(self, message: Mapping[str, object]) -> None:
        if self.ws.application_state is not WebSocketState.DISCONNECTED:
            with suppress(WebSocketDisconnected):
                await super().send_json(message)

    async def close(self, code: int, reason: str) -> None:
        fitting = reason.encode(errors="replace")[:_MAX_REASON_BYTES]
        await super().close(code, fitting.decode(errors="ignore"))


class _Leaves(Protocol):
    """What the view is, beside Strawberry's."""

    leaving: Shutdown


def _refusal(error: RateLimited | Stopping) -> GraphQLFormattedError:
    extensions = {"code": error.code, "retry_after_seconds": error.retry_after}
    return {"message": say(error.detail), "extensions": extensions}


def _kind(operation: Operation[Context, None]) -> OperationType | None:
    return kind_of(operation.query, operation.operation_name)


class TransportWS(BaseGraphQLTransportWSHandler[Context, None]):
    """The handler of one socket."""

    _ending: asyncio.Task[None] | None = None

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        """Let the caller in, and close the socket when the key or token that did so has ended."""
        try:
            await super().handle_connection_init(message)
        except Unavailable as error:
            await self.websocket.close(TRY_AGAIN_LATER, error.code)
        except TooManyStreams as error:
            await self.websocket.close(TOO_MANY, say(error.detail))
        except (NotTheConsole, KeyMayPublish) as error:
            await self.websocket.close(FORBIDDEN, error.code)
        if self.connection_acknowledged and self._ending is None:
            self._ending = asyncio.create_task(self._end())

    async def _end(self) -> None:
        await self.context.ended()
        await self.websocket.close(UNAUTHORIZED, "The key or token has ended")

    async def shutdown(self) -> None:
        if self._ending:
            await ended(self._ending)
        await super().shutdown()
        self.context.held.close()

    async def handle(self) -> None:
        with self._leaving.told(self._leave):
            await super().handle()

    @property
    def _leaving(self) -> Shutdown:
        return cast("_Leaves", self.view).leaving

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Answer a query or mutation even when the service stops meanwhile."""
        if _kind(operation) is OperationType.SUBSCRIPTION:
            with writing(self._writer(operation)):
                await super().run_operation(operation)
            return
        try:
            with self._leaving.answering():
                await super().run_operation(operation)
        except asyncio.CancelledError:
            if not self._leaving.begun or operation.id not in self.operations:
                raise
            refused: Message = {
                "id": operation.id,
                "type": "error",
                "payload": [_refusal(cut_short())],
            }
            await operation.send_operation_message(refused)

    def _writer(self, operation: Operation[Context, None]) -> Writer | None:
        """What writes an operation's events without a change of tasks, where the server can."""
        send = send_now(self.context.connection.scope)
        if send is None:
            return None
        before = self._json({"id": operation.id, "type": "next", "payload": 0})[:-2]

        def write(payload: bytes) -> bool:
            is_wanted = self.operations.get(operation.id) is operation
            return is_wanted and send(b"%b%b}" % (before, payload))

        return Writer(lambda result: self._json({"data": result.data}), write)

    def _json(self, value: object) -> bytes:
        return self.view.encode_json_string(value).encode()

    async def _leave(self) -> None:
        """End what is followed, let the rest be answered, and say goodbye."""
        for identity, operation in tuple(self.operations.items()):
            if _kind(operation) is OperationType.SUBSCRIPTION:
                await self.cleanup_operation(identity)
        answers = [each.task for each in self.operations.values() if each.task]
        if answers:
            await asyncio.wait(answers)  # for as long as calls may take
        await self.websocket.close(GOING_AWAY, "The service stops: come again.")

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        if not self.connection_acknowledged:
            await super().handle_subscribe(message)
            return
        try:
            self.context.operations().check().require()
        except RateLimited as error:
            refused: Message = {"id": message["id"], "type": "error", "payload": [_refusal(error)]}
            await self.send_message(refused)
            return
        await super().handle_subscribe(message)

    async def handle_message(self, message: Any) -> None:
        fault = _fault(message)
        if fault is not None:
            await self.handle_invalid_message(fault)
            return
        if message.get("payload", ...) is None:
            message = {name: value for name, value in message.items() if name != "payload"}
        await super().handle_message(message)

    @staticmethod
    def _get_pre_execution_close_reason(error: GraphQLError) -> str | None:
        """Private in Strawberry, pinned by a test: a faulty document closes nothing."""
        return None
