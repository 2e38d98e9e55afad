"""Counts the GraphQL operations, over every transport.

An error that the schema promises is a value of the answer and no error here.
"""

from collections.abc import Iterator

from strawberry.extensions import SchemaExtension
from strawberry.schema.exceptions import CannotGetOperationTypeError

from gql_api.schema.context import Context

UNREADABLE = "unreadable"
"""In the place of the operation's type, where the document names none."""


class Told(SchemaExtension):
    """Tells of an operation when its answer, or its last event, is there."""

    def on_operation(self) -> Iterator[None]:
        yield
        context = self.execution_context.context
        if isinstance(context, Context):
            context.service.telemetry.metrics.operated(self._type(), failed=self._failed())

    def _failed(self) -> bool:
        result = self.execution_context.result
        return bool(self.execution_context.pre_execution_errors or (result and result.errors))

    def _type(self) -> str:
        try:
            return self.execution_context.operation_type.value
        except (CannotGetOperationTypeError, RuntimeError):
            return UNREADABLE
