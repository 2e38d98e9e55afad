"""The GraphQL schema: types, inputs, results, queries, mutations and the subscription.

Written by hand, because it is the public contract; `schema.graphql` is exported from it and
compared. Serving it over HTTP and WebSocket is left to `graphql`.
"""

import strawberry
from graphql import GraphQLError, GraphQLInputObjectType
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from gql_api.schema.context import Context
from gql_api.schema.execution import Phases
from gql_api.schema.mutations import Mutation
from gql_api.schema.queries import Query
from gql_api.schema.shared_answers import Together
from gql_api.schema.subscription import Subscription
from gql_api.schema.types.scalars import SCALARS

__all__ = ["Context", "schema", "sdl"]


class _Schema(strawberry.Schema):
    def create_extensions_runner(
        self, execution_context: ExecutionContext, extensions: list[SchemaExtension]
    ) -> Phases:
        """What extensions would do, at less than half of what their hooks cost each operation."""
        return Phases(execution_context)

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log nothing here: Strawberry would quote the document, with a session pasted into it."""


schema = _Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    execution_context_class=Together,
    # `sort_schema` is left off: it breaks the members of unions.
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)
for kind in schema._schema.type_map.values():
    if isinstance(kind, GraphQLInputObjectType):
        # Strawberry holds inputs to it only as it converts them, and names no place.
        kind.is_one_of = kind.extensions["strawberry-definition"].is_one_of


def sdl() -> str:
    """The schema in GraphQL's schema language, as `schema.graphql` holds it."""
    return f"{schema.as_str()}\n"
