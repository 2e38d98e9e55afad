"""GraphQL over HTTP and graphql-transport-ws: Strawberry's view, mended where it strays.

Owns statuses, request bodies, the socket's messages and their limits. Media types are `media`'s,
the frames of streams `streaming`'s, types and resolvers `schema`'s, host and origin checks the
edge's, keys `access`'s.
"""

import json
import math
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from typing import Any, Final

from cross_web import AsyncHTTPRequestAdapter
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.file_uploads.utils import replace_placeholders_with_files
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.http.base import BaseRequestProtocol
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult, SubscriptionExecutionResult
from strawberry.types.graphql import OperationType
from strawberry.types.unset import UnsetType

from gql_api import wire
from gql_api.access import NOBODY
from gql_api.access import Scope as Access
from gql_api.callers import Callers, while_allowed
from gql_api.edge import (
    NoSuchMethod,
    UnsupportedMedia,
    caller,
    note_caller,
    public_base,
    request_id,
)
from gql_api.errors import InvalidInput, MissingScope, ServiceError, Unauthenticated
from gql_api.graphql.kinds import SubscribesByRequest, require_no_mutation, wrong_kind
from gql_api.graphql.media import JSON, answer_type, stream_type
from gql_api.graphql.page import graphiql
from gql_api.graphql.socket import MAX_OPERATIONS, Socket, TransportWS
from gql_api.graphql.streaming import PROTOCOLS, TRANSPORTS, framed
from gql_api.leaving import Leaving
from gql_api.limits import CallerLimits
from gql_api.open_streams import Kind, OpenStreams
from gql_api.rates import asker, count
from gql_api.schema import Context, schema
from gql_api.service import ListingService
from gql_api.texts import say, speech

_HELD: Final = "fripier.held"
UNPROCESSED: Final = 400
"""Where the request never came to be executed; the newest draft of the specification says 422."""
PARTIAL: Final = 200
"""Where some fields failed; the newest draft says 294."""
MAX_ERRORS: Final = 10
INIT_TIMEOUT: Final = timedelta(seconds=5)
_ALLOWED: Final = {
    "GET": {OperationType.QUERY},
    "POST": {OperationType.QUERY, OperationType.MUTATION},
}
_PREFLIGHT: Final = (
    "graphql-require-preflight",
    "apollo-require-preflight",
    "x-apollo-operation-name",
)


def render(connection: HTTPConnection, error: ServiceError) -> Response:
    """A refusal of the whole request, in GraphQL's shape."""
    extensions = {"code": error.code, "request_id": request_id(connection)}
    headers = {"Allow": str(error.members["allow"])} if "allow" in error.members else {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, math.ceil(error.retry_after)))
    if isinstance(error, Unauthenticated):
        headers["WWW-Authenticate"] = 'Bearer realm="fripier"'
    return JSONResponse(
        {"errors": [{"message": say(error.detail), "extensions": extensions}]},
        status_code=error.status,
        headers=headers,
    )


class View(GraphQL[Context, None]):
    """The endpoint, for queries by GET and POST, mutations by POST, streams, and sockets."""

    websocket_adapter_class = Socket
    graphql_transport_ws_handler_class = TransportWS
    stream_transport_classes_by_protocol = TRANSPORTS

    def __init__(
        self,
        service: ListingService,
        callers: Callers,
        operations: CallerLimits,
        streams: OpenStreams,
        leaving: Leaving,
    ) -> None:
        super().__init__(
            schema,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL, *TRANSPORTS],
            connection_init_wait_timeout=INIT_TIMEOUT,
            multipart_uploads_enabled=True,
            max_subscriptions_per_connection=MAX_OPERATIONS,
            # The edge has checked the page's origin by the rules of `access`.
            allowed_origins=["*"],
        )
        self._service = service
        self._callers = callers
        self._operations = operations
        self._streams = streams
        self.leaving = leaving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.run(WebSocket(scope, receive, send))
            return
        with ExitStack() as scope[_HELD]:
            response = await self._answer(Request(scope, receive))
            await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in {"GET", "POST"}:
            raise NoSuchMethod("Use GET or POST.", members={"allow": "GET, POST"})
        if self._wants_page(request):
            return graphiql()
        found = await self._callers.authenticate(request.headers)
        note_caller(request, found)
        count(self._operations, found, request)
        return await self.run(request)

    def _wants_page(self, request: Request) -> bool:
        accept = request.headers.get("accept")
        return (
            request.method == "GET"
            and "query" not in request.query_params
            and wire.mentions(accept, "text/html")
        )

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:
        """Never Strawberry's own page, which loads its parts from the internet."""
        return False

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        base, identity = public_base(request), request_id(request)
        found = caller(request) if isinstance(request, Request) else NOBODY
        context = Context(
            self._service.of(found),
            base,
            identity,
            request.headers,
            operations=lambda: self._operations.of(asker(context.service.caller, request)),
        )
        if isinstance(request, WebSocket):
            context.place = lambda kind: self._streams.held(
                asker(context.service.caller, request), kind
            )
        return context

    async def get_sub_response(self, request: Request) -> Response:  # type: ignore[override]
        response = await super().get_sub_response(request)
        response.media_type = answer_type(_accept(request.headers))
        return response

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData:
        """The operation, or a refusal that names the member that cannot be read."""
        if request.method == "GET":
            members = self.parse_query_params(request.query_params)
        else:
            members = await self._posted(request)
        if not isinstance(members, Mapping):
            raise InvalidInput("Send one operation, as a JSON object.", field="body")
        query = _member(members, "query", str, "a string")
        if not query:
            raise InvalidInput("Send a query.", field="query")
        return GraphQLRequestData(
            query=query,
            variables=_member(members, "variables", dict, "an object"),
            operation_name=_member(members, "operationName", str, "a string"),
            extensions=_member(members, "extensions", dict, "an object"),
            protocol=PROTOCOLS.get(answer_type(_accept(request.headers)), "http"),
        )

    async def _posted(self, request: AsyncHTTPRequestAdapter) -> Any:
        media = wire.media_type(request.content_type)
        if media == JSON:
            return self.parse_json(await request.get_body())
        if media == "multipart/form-data":
            return await self.parse_multipart(request)
        raise UnsupportedMedia(f"Send the operation as {JSON}, or as multipart with files.")

    async def parse_multipart(self, request: AsyncHTTPRequestAdapter) -> Any:
        """The operation with its files, sent by a client that a plain form cannot imitate."""
        if not any(name in request.headers for name in _PREFLIGHT):
            raise InvalidInput(
                "Add the header GraphQL-Require-Preflight to multipart requests.",
                code="preflight_required",
            )
        try:
            form = await request.get_form_data()
            operations = self.parse_json(_text(form.form.get("operations")))
            places = self.parse_json(_text(form.form.get("map")))
            return replace_placeholders_with_files(operations, _places(places), form.files)
        except StarletteHTTPException as error:
            raise InvalidInput(f"The form cannot be read: {error.detail}") from None
        except (KeyError, IndexError, TypeError, ValueError):
            raise InvalidInput("The map does not fit the operations and files.") from None

    def parse_json(self, data: str | bytes) -> Any:
        return wire.strict_json(data)

    def decode_json(self, data: str | bytes) -> object:
        """A socket's message; the handler closes with 4400 on this very error."""
        try:
            return wire.strict_json(data)
        except wire.MalformedJson as error:
            raise json.JSONDecodeError(error.detail, "", 0) from None

    async def execute_operation(  # noqa: PLR0917 - the signature is Strawberry's
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        request_data: GraphQLRequestData | list[GraphQLRequestData],
        context: Context,
        root_value: None,
        sub_response: Response,
    ) -> ExecutionResult | list[ExecutionResult] | SubscriptionExecutionResult:
        """Run the operation; a subscription goes to a stream that the caller takes as well."""
        run = partial(super().execute_operation, request, request_adapter)
        self._hold(request, request_data)
        try:
            return await run(request_data, context, root_value, sub_response)
        except SubscribesByRequest:
            stream = stream_type(_accept(request.headers))
            if stream is None or isinstance(request_data, list):
                raise
            request_data.protocol = PROTOCOLS[stream]
            self._hold(request, request_data)
            return await run(request_data, context, root_value, sub_response)

    def _hold(self, request: Request, asked: GraphQLRequestData | list[GraphQLRequestData]) -> None:
        """Hold a place for what may be answered as a stream, until the answer's end."""
        if isinstance(asked, GraphQLRequestData) and asked.protocol in PROTOCOLS.values():
            if request.method == "GET":
                require_no_mutation(asked)
            held: ExitStack = request.scope[_HELD]
            held.enter_context(self._streams.held(asker(caller(request), request), Kind.EVENTS))

    async def create_streaming_response(
        self,
        request: Request | WebSocket,
        stream: Callable[[], AsyncGenerator[str]],  # type: ignore[override]  # what run() gives
        sub_response: Response,
        headers: Mapping[str, str],
    ) -> Response:
        speech().promise()
        media, who = wire.media_type(headers["Content-Type"]), caller(request)
        return StreamingResponse(
            framed(media, lambda: while_allowed(self._callers, who, stream()), self.leaving),
            headers={
                **headers,
                # No proxy may keep, gather or compress what is to be seen as it happens.
                "Cache-Control": "no-store, no-transform",
                "X-Accel-Buffering": "no",
                "Vary": "Accept",
            },
        )

    async def execute_single(  # noqa: PLR0917 - the signature is Strawberry's
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        sub_response: Response,
        context: Context,
        root_value: None,
        request_data: GraphQLRequestData,
    ) -> ExecutionResult:
        """Run a query, or by POST a mutation; subscriptions have a transport of their own."""
        try:
            return await self.schema.execute(
                request_data.query,
                variable_values=request_data.variables,
                context_value=context,
                operation_name=request_data.operation_name,
                allowed_operation_types=_ALLOWED[request.method],
                operation_extensions=request_data.extensions,
            )
        except CannotGetOperationTypeError as error:
            raise InvalidInput(error.as_http_error_reason(), field="operationName") from error
        except InvalidOperationTypeError as error:
            raise wrong_kind(error) from error

    async def process_result(
        self, request: Request, result: ExecutionResult
    ) -> GraphQLHTTPResponse:
        """The answer; without `data` when the request never came to be executed."""
        answer = await super().process_result(request, result)
        errors = result.errors or []
        answer_errors = answer.get("errors") or []
        if answer_errors:
            answer["errors"] = answer_errors[:MAX_ERRORS]
        if result.data is None and errors and not any(error.path for error in errors):
            del answer["data"]
        return answer

    def create_response(
        self,
        response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse],
        sub_response: Response,
    ) -> Response:
        media = sub_response.media_type
        return Response(
            self.encode_json(response_data),
            status_code=200 if media == JSON else _status(response_data),
            media_type=media,
            headers={"Vary": "Accept"},
        )

    async def on_ws_connect(self, context: Context) -> UnsetType:
        """Let the socket in when its handshake or its first message carries a key."""
        first = _first(context.connection_params)
        try:
            found = await self._callers.authenticate({**context.headers, **first})
            found.require(Access.READ)
        except (Unauthenticated, MissingScope) as error:
            raise ConnectionRejectionError from error
        context.service = self._service.of(found)
        context.held.enter_context(context.place(Kind.SOCKET))
        context.ended = partial(self._callers.ended, found)
        if accepted := first.get("acceptlanguage") or first.get("accept-language"):
            speech().choose(accepted)
        return UnsetType()


def _status(answer: GraphQLHTTPResponse | list[GraphQLHTTPResponse]) -> int:
    """What the newer media type says of an answer."""
    if "data" not in answer:
        return UNPROCESSED
    return PARTIAL if "errors" in answer else 200


def _first(params: Mapping[str, Any]) -> dict[str, str]:
    """What a socket's first message says in the place of headers: plainly, or under `headers`."""
    nested = params.get("headers")
    given = {**(nested if isinstance(nested, Mapping) else {}), **params}
    return {name.lower(): value for name, value in given.items() if isinstance(value, str)}


def _accept(headers: Mapping[str, str]) -> str | None:
    """The Accept field, which a client may write in several lines."""
    return ", ".join(text for name, text in headers.items() if name == "accept") or None


def _member(members: Mapping[str, Any], name: str, kind: type[Any], shape: str) -> Any:
    value = members.get(name)
    if value is not None and not isinstance(value, kind):
        raise InvalidInput(f"{name} must be {shape}.", field=name)
    return value


def _text(part: object) -> str:
    if not isinstance(part, str):
        raise InvalidInput("Send the text parts operations and map before the files.")
    return part


def _places(found: object) -> Mapping[str, list[str]]:
    if not isinstance(found, Mapping) or not all(
        isinstance(paths, list) and all(isinstance(path, str) for path in paths)
        for paths in found.values()
    ):
        raise InvalidInput("The map must give lists of paths.", field="map")
    return found
