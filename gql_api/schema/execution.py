"""What surrounds each operation, over every transport: its document, the masks, the count.

Stands where Strawberry runs extensions, whose hooks it would look up, wrap and stack anew for each
phase of each operation. Weighing documents is `costs`', the words of errors are `errors`'.
"""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any, Final

from graphql import ExecutionResult as CoreResult
from graphql import GraphQLError, get_operation_ast
from strawberry.extensions.runner import SchemaExtensionsRunner
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult, StreamExecutionResult

from gql_api.schema.coercion import wrong_variables
from gql_api.schema.context import Context
from gql_api.schema.costs import MAX_TOKENS, Known, documents, faults, operations
from gql_api.schema.errors import masked

UNREADABLE: Final = "unreadable"
"""In the place of the operation's type, where the document names none."""
_NOTHING: Final = nullcontext()


class Phases(SchemaExtensionsRunner):
    """One operation, phase by phase. What is to do is done as a phase is entered."""

    def __init__(self, execution: ExecutionContext) -> None:
        super().__init__(execution)
        self._known: Known | None = None
        self._streams = False

    def operation(self) -> "Phases":  # type: ignore[override]  # entered with `async with` alone
        """Around it all; also for the whole life of a subscription."""
        return self

    async def __aenter__(self) -> None:
        """Nothing comes before."""

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Count the operation when its answer, or its last event, is there."""
        if kind is not None:
            return
        self._count()
        if not self._streams:
            self._mask(self.execution_context.result)

    def parsing(self) -> AbstractAsyncContextManager[None]:  # type: ignore[override]
        """A document that is known is not parsed; what cannot be is the parser's to report."""
        execution = self.execution_context
        execution.parse_options["max_tokens"] = MAX_TOKENS
        self._known = documents.find(execution.query or "")
        if self._known is not None:
            execution.graphql_document = self._known.document
        return _NOTHING

    def validation(self) -> AbstractAsyncContextManager[None]:  # type: ignore[override]
        """Say what is wrong with the document, so that Strawberry does not look again."""
        self.execution_context.pre_execution_errors = self._faults()
        return _NOTHING

    def executing(self) -> AbstractAsyncContextManager[None]:  # type: ignore[override]
        return _NOTHING

    def on_stream_result(  # type: ignore[override]
        self, result: StreamExecutionResult
    ) -> AbstractAsyncContextManager[None]:
        """Each result of a stream leaves as it comes."""
        self._streams = True
        self._mask(result)
        return _NOTHING

    async def get_extensions_results(self, ctx: ExecutionContext) -> dict[str, Any]:
        """None: answers have no member `extensions`."""
        return {}

    def _faults(self) -> list[GraphQLError]:
        execution = self.execution_context
        if self._known is None:
            if execution.graphql_document is None:
                return []
            self._known = Known(execution.graphql_document)
            documents.keep(execution.query or "", self._known)
        # Strawberry would run the first of several when none is named.
        if execution._provided_operation_name is None and len(operations(self._known.document)) > 1:
            return [GraphQLError("Name the operation: the document holds several.")]
        return faults(self._known, execution.schema._schema)

    def _mask(self, result: object) -> None:
        # Incremental delivery, whose results are of other kinds, is off.
        if isinstance(result, CoreResult | ExecutionResult) and result.errors:
            if result.data is None:
                result.errors = self._refused_values() or result.errors
            context = self.execution_context.context
            named = context.request_id if isinstance(context, Context) else None
            result.errors = masked(result.errors, named)

    def _refused_values(self) -> list[GraphQLError]:
        """What is wrong with the variables, where the document is in order."""
        execution = self.execution_context
        if self._known is None or self._known.faults:
            return []
        operation = get_operation_ast(self._known.document, execution.operation_name)
        if operation is None:
            return []
        return wrong_variables(execution.schema._schema, operation, execution.variables or {})

    def _count(self) -> None:
        execution = self.execution_context
        if not isinstance(execution.context, Context):
            return
        failed = bool(
            execution.pre_execution_errors or (execution.result and execution.result.errors)
        )
        execution.context.service.telemetry.metrics.operated(self._type(), failed=failed)

    def _type(self) -> str:
        try:
            return self.execution_context.operation_type.value
        except (CannotGetOperationTypeError, RuntimeError):
            return UNREADABLE
