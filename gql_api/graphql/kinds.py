"""Which kind of operation may come how: queries by GET and POST, mutations by POST, streams.

The refusals of those that came the wrong way. Statuses are rendered by `view`, forms of the answer
chosen by `media`.
"""

from graphql import GraphQLError, get_operation_ast, parse
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from gql_api.errors import InvalidInput, ServiceError
from gql_api.graphql.requests import Asked
from gql_api.http.middleware import NoSuchMethod
from gql_api.schema.costs import MAX_TOKENS


class SubscribesByRequest(InvalidInput):
    pass  # told apart, because the caller may take a stream all the same


def wrong_kind(error: InvalidOperationTypeError) -> ServiceError:
    """The refusal of an operation that may not come by this method, or not without a stream."""
    if error.operation_type is OperationType.MUTATION:
        return _by_post()
    return SubscribesByRequest(
        "Subscribe over a WebSocket with the protocol graphql-transport-ws, or accept "
        "text/event-stream."
    )


def require_no_mutation(asked: Asked) -> None:
    """Refuse a mutation before its stream is begun: a stream that is begun has one status only."""
    if kind_of(asked.query, asked.operation_name) is OperationType.MUTATION:
        raise _by_post()


def kind_of(query: str, operation_name: str | None) -> OperationType | None:
    """What kind of operation is asked for; None where the document does not say."""
    try:
        document = parse(query, max_tokens=MAX_TOKENS)
    except GraphQLError:
        return None  # reported by whoever runs it
    operation = get_operation_ast(document, operation_name)
    return OperationType(operation.operation.value) if operation else None


def _by_post() -> ServiceError:
    return NoSuchMethod("Send mutations by POST.", members={"allow": "POST"})
