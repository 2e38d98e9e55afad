"""GraphQL over HTTP and graphql-transport-ws: Strawberry's view, mended where it strays.

Owns statuses, the shape of answers, and letting sockets in. What a request asks for is read by
`requests`, media types are `media`'s, the frames of streams `streaming`'s, types and resolvers
`schema`'s, host and origin checks `http.middleware`'s, keys `auth`'s.
"""

import json
import math
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from typing import Any, Final, cast

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestProtocol
from strawberry.http.types import HTTPMethod
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult, SubscriptionExecutionResult
from strawberry.types.graphql import OperationType
from strawberry.types.unset import UnsetType

from gql_api.auth.authenticator import Callers, while_allowed
from gql_api.domain.caller import NOBODY, Caller
from gql_api.domain.caller import Scope as Access
from gql_api.errors import InvalidInput, MissingScope, ServiceError, Unauthenticated
from gql_api.graphql.kinds import SubscribesByRequest, kind_of, require_no_mutation, wrong_kind
from gql_api.graphql.media import JSON, answer_type, stream_type
from gql_api.graphql.requests import Asked, asked
from gql_api.graphql.socket import MAX_OPERATIONS, Socket, TransportWS
from gql_api.graphql.streaming import BY_PROTOCOL, PROTOCOLS, TRANSPORTS, framed
from gql_api.http import parsing
from gql_api.http.console_cookie import carried
from gql_api.http.middleware import AGENT, NoSuchMethod, caller, note_caller, request_id
from gql_api.http.rate_limit import asker, count, told
from gql_api.http.shutdown import Shutdown
from gql_api.http.www_authenticate import challenge
from gql_api.limits.rate_limiter import CallerLimits
from gql_api.limits.stream_quota import Kind, OpenStreams
from gql_api.schema import Context, schema
from gql_api.service.service import Service
from gql_api.texts import say, speech

_HELD: Final = "fripier.held"
_FOLLOWS: Final = "fripier.follows"
UNPROCESSED: Final = 400
"""Where the request never came to be executed; the newest draft of the specification says 422."""
PARTIAL: Final = 200
"""Where some fields failed; the newest draft says 294."""
MAX_ERRORS: Final = 10
Page = Callable[[Request], Response]
"""What a browser that opens the endpoint gets."""
INIT_TIMEOUT: Final = timedelta(seconds=5)
_ALLOWED: Final = {
    "GET": {OperationType.QUERY},
    "POST": {OperationType.QUERY, OperationType.MUTATION},
}


def render(connection: HTTPConnection, error: ServiceError) -> Response:
    """A refusal of the whole request, in GraphQL's shape."""
    extensions = {"code": error.code, "request_id": request_id(connection)}
    if error.field:
        extensions["field"] = error.field
    headers = {"Allow": str(error.members["allow"])} if "allow" in error.members else {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, math.ceil(error.retry_after)))
    return JSONResponse(
        {"errors": [{"message": say(error.detail), "extensions": extensions}]},
        status_code=error.status,
        headers={**headers, **challenge(connection, error), **told(connection)},
    )


class View(GraphQL[Context, None]):
    """The endpoint, for queries by GET and POST, mutations by POST, streams, and sockets."""

    websocket_adapter_class = Socket
    graphql_transport_ws_handler_class = TransportWS
    stream_transport_classes_by_protocol = TRANSPORTS

    def __init__(
        self,
        service: Service,
        callers: Callers,
        operations: CallerLimits,
        streams: OpenStreams,
        leaving: Shutdown,
        *,
        page: Page,
    ) -> None:
        super().__init__(
            schema,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL, *TRANSPORTS],
            connection_init_wait_timeout=INIT_TIMEOUT,
            max_subscriptions_per_connection=MAX_OPERATIONS,
            # The middleware has checked the page's origin by the rules of `origins`.
            allowed_origins=["*"],
        )
        self._service = service
        self._callers = callers
        self._operations = operations
        self._streams = streams
        self.leaving = leaving
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.run(WebSocket(scope, receive, send))
            return
        asked_as = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        with ExitStack() as asked_as[_HELD]:
            response = await self._answer(Request(asked_as, receive))
            await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in _ALLOWED:
            raise NoSuchMethod("Use GET or POST.", members={"allow": "GET, HEAD, POST"})
        if request.method == "GET" and _wants_page(request):
            return self._page(request)
        found = await self._callers.authenticate(request.headers, carried(request))
        note_caller(request, found)
        count(self._operations, found, request)
        response = await self._run(request, answer_type(_accept(request.headers)))
        response.headers.update(told(request))
        return response

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        """A socket's; who calls is known with its first message."""
        context = self._context(request, NOBODY)
        context.place = lambda kind: self._streams.held(
            asker(context.service.caller, request), kind
        )
        return context

    def _context(self, request: Request | WebSocket, found: Caller) -> Context:
        return Context(
            self._service.of(found),
            request,
            limiter=lambda who: self._operations.of(asker(who, request)),
        )

    def decode_json(self, data: str | bytes) -> object:
        """A socket's message; the handler closes with 4400 on this very error."""
        try:
            return parsing.strict_json(data)
        except parsing.MalformedJson as error:
            raise json.JSONDecodeError(error.detail, "", 0) from None

    async def _run(self, request: Request, media: str) -> Response:
        """Run the operation; a subscription goes to a stream that the caller takes as well."""
        operation, context = await asked(request), self._context(request, caller(request))
        if media in PROTOCOLS:
            return await self._stream(request, operation, context, PROTOCOLS[media])
        try:
            return self._said(await self._execute(operation, context, request.method), media)
        except SubscribesByRequest:
            stream = stream_type(_accept(request.headers))
            if stream is None:
                raise
            return await self._stream(request, operation, context, PROTOCOLS[stream])

    async def _execute(self, operation: Asked, context: Context, method: str) -> ExecutionResult:
        """Run a query, or by POST a mutation; subscriptions have a transport of their own."""
        try:
            return await self.schema.execute(
                operation.query,
                variable_values=operation.variables,
                context_value=context,
                operation_name=operation.operation_name,
                allowed_operation_types=_ALLOWED[method],
                operation_extensions=operation.extensions,
            )
        except CannotGetOperationTypeError as error:
            raise InvalidInput(
                "The document has no operation of that name.", field="operationName"
            ) from error
        except InvalidOperationTypeError as error:
            raise wrong_kind(error) from error

    def _said(self, result: ExecutionResult, media: str) -> Response:
        answer = _shape(result)
        return Response(
            self.encode_json(answer),
            status_code=200 if media == JSON else _status(answer),
            media_type=media,
        )

    async def _stream(
        self, request: Request, operation: Asked, context: Context, protocol: GraphQLRequestProtocol
    ) -> Response:
        """Answer with what Strawberry puts into the frames of a stream, and hold a place for it."""
        if request.method == "GET":
            require_no_mutation(operation)
        kind = kind_of(operation.query, operation.operation_name)
        request.scope[_FOLLOWS] = kind is OperationType.SUBSCRIPTION
        held: ExitStack = request.scope[_HELD]
        held.enter_context(self._streams.held(asker(caller(request), request), Kind.EVENTS))
        transport = BY_PROTOCOL[protocol]
        method: HTTPMethod = "GET" if request.method == "GET" else "POST"
        result = await self.schema.stream(
            operation.query,
            variable_values=operation.variables,
            context_value=context,
            operation_name=operation.operation_name,
            allowed_operation_types=transport.allowed_operation_types(
                OperationType.from_http(method)
            ),
            operation_extensions=operation.extensions,
        )
        frames = cast("SubscriptionExecutionResult", result)  # as Strawberry itself has it
        return await self._create_streaming_response(request, frames, protocol, Response())

    async def create_streaming_response(
        self,
        request: Request | WebSocket,
        stream: Callable[[], AsyncGenerator[str]],  # type: ignore[override]  # what run() gives
        sub_response: Response,
        headers: Mapping[str, str],
    ) -> Response:
        speech().promise()
        media, who = parsing.media_type(headers["Content-Type"]), caller(request)
        leaving = self.leaving if request.scope[_FOLLOWS] else None
        return StreamingResponse(
            framed(media, lambda: while_allowed(self._callers, who, stream()), leaving),
            headers={
                **headers,
                # No proxy may keep, gather or compress what is to be seen as it happens.
                "Cache-Control": "no-store, no-transform",
                "X-Accel-Buffering": "no",
            },
        )

    async def process_result(
        self, request: Request, result: ExecutionResult
    ) -> GraphQLHTTPResponse:
        """A result within a stream."""
        return _shape(result)

    async def on_ws_connect(self, context: Context) -> UnsetType:
        """Let the socket in when its handshake or its first message carries a key.

        Either may say that an agent opens it, which has less to say on a socket too.
        """
        said, handshake = _first(context.connection_params), context.connection
        first = {name: value for name, value in said.items() if isinstance(value, str)}
        try:
            found = await self._callers.authenticate(
                {**handshake.headers, **first}, carried(handshake)
            )
            note_caller(handshake, found, agent=AGENT in said)
            found = caller(handshake)
            found.require(Access.READ)
        except (Unauthenticated, MissingScope) as error:
            raise ConnectionRejectionError from error
        context.service = self._service.of(found)
        context.held.enter_context(context.place(Kind.SOCKET))
        context.ended = partial(self._callers.ended, found)
        if accepted := first.get("acceptlanguage") or first.get("accept-language"):
            speech().choose(accepted)
        return UnsetType()


def _shape(result: ExecutionResult) -> GraphQLHTTPResponse:
    """The answer; without `data` when the request never came to be executed."""
    errors = result.errors or []
    answer: GraphQLHTTPResponse = {}
    if result.data is not None or not errors or any(error.path for error in errors):
        answer["data"] = result.data
    if errors:
        answer["errors"] = [error.formatted for error in errors[:MAX_ERRORS]]
    return answer


def _wants_page(request: Request) -> bool:
    return "query" not in request.query_params and parsing.mentions(
        request.headers.get("accept"), "text/html"
    )


def _status(answer: GraphQLHTTPResponse | list[GraphQLHTTPResponse]) -> int:
    """What the newer media type says of an answer."""
    if "data" not in answer:
        return UNPROCESSED
    return PARTIAL if "errors" in answer else 200


def _first(params: Mapping[str, Any]) -> dict[str, Any]:
    """What a socket's first message says in the place of headers: plainly, or under `headers`."""
    nested = params.get("headers")
    given = {**(nested if isinstance(nested, Mapping) else {}), **params}
    return {name.lower(): value for name, value in given.items()}


def _accept(headers: Headers) -> str | None:
    """The Accept field, which a client may write in several lines."""
    return ", ".join(headers.getlist("accept")) or None
