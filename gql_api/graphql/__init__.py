"""The GraphQL transport: the endpoint for requests and sockets, and its page for browsers.

Types and resolvers are `schema`'s. Only the rules of HTTP and of the socket's protocol live here.
"""

from starlette.routing import BaseRoute, Route, WebSocketRoute

from gql_api.graphql.view import Page, View, render
from gql_api.http.middleware import JSON_LIMIT, RequestMiddleware
from gql_api.http.shutdown import Shutdown
from gql_api.limits.rate_limiter import CallerLimits
from gql_api.limits.stream_quota import OpenStreams
from gql_api.media.photos import MAX_UPLOAD_BYTES
from gql_api.service.service import Service

__all__ = ["routes"]

PATH = "/graphql"


def routes(
    service: Service,
    edge: RequestMiddleware,
    operations: CallerLimits,
    streams: OpenStreams,
    leaving: Shutdown,
    *,
    page: Page,
) -> list[BaseRoute]:
    """`/graphql` for requests and sockets; a browser that opens it gets `page`."""
    view = View(service, edge.callers, operations, streams, leaving, page=page)
    app = edge.wrap(
        view,
        render,
        upload_limit=MAX_UPLOAD_BYTES + JSON_LIMIT,
        public=True,
        varies=("Accept", "Authorization", "X-API-Key", "Cookie"),
    )
    return [Route(PATH, app, name="graphql"), WebSocketRoute(PATH, app, name="graphql_socket")]
