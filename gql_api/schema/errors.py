"""The one place where GraphQL's errors are rendered: typed results, and the masking of the rest.

A mutation returns what the service said no with as one of the types below; they share the
interface `MutationError`, so that a client may ask for it once; `Error` is its older name. A query
or subscription says it in `errors`, with the same code. Anything else is masked and logged.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Self

import strawberry
import structlog
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import FieldExtension
from strawberry.extensions.field_extension import AsyncExtensionResolver
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.utils.str_converters import to_camel_case

from browser.messages import Message
from gql_api import errors
from gql_api.schema.coercion import no_value
from gql_api.texts import can_say, say

_log = structlog.get_logger(__name__)
_QUOTED: Final = re.compile(
    r'"(?:[^"\\]|\\.)*"'
    r"|(?<=, found): .*"
    r"|(?<=, found )(?:[\[{]|String).*"
    r"|(?<= value: )[\[{'\d].*",
    re.DOTALL,
)
"""Where graphql-core's messages quote values of a document or of its variables."""
_REQUEST_ERRORS: Final = (
    GraphQLError,
    MissingQueryError,
    CannotGetOperationTypeError,
    InvalidOperationTypeError,
)


@strawberry.interface(description="What every typed error has.")
class MutationError:
    code: str = strawberry.field(description="Stable; decide by it, as in `session_expired`.")
    message: str = strawberry.field(description="For people: what to do.")
    field: str | None = strawberry.field(description="The input that is wrong, where one is.")

    @classmethod
    def of(cls, error: errors.ServiceError) -> Self:
        return cls(**_common(error))


@strawberry.interface(
    description="The older name of `MutationError`: in generated TypeScript it hides the global "
    "`Error`. Use `MutationError`. Goes away after 2027-06-30."
)
class Error(MutationError):
    pass


def _common(error: errors.ServiceError) -> dict[str, Any]:
    field = to_camel_case(error.field) if error.field else None
    return {
        "code": error.code,
        "message": say(_as_named_here(error.detail, error.field)),
        "field": field,
    }


def _as_named_here(said: str, field: str | None) -> str:
    """The text with the name of the field as GraphQL writes it."""
    if field and isinstance(said, Message) and said.params.get("field") == field:
        return Message(said.msgid, **{**said.params, "field": to_camel_case(field)})
    return said


@strawberry.type(description="One input that is wrong.")
class InputProblem:
    field: str = strawberry.field(description="The input.")
    message: str = strawberry.field(description="Why it is wrong.")

    @classmethod
    def of(cls, wrong: Mapping[str, str]) -> Self:
        name, said = wrong["field"], wrong["detail"]
        return cls(field=to_camel_case(name), message=say(_as_named_here(said, name)))


@strawberry.type(description="The input or the file cannot be taken; correct it.")
class InvalidInputError(Error):
    problems: list[InputProblem] = strawberry.field(description="Every input that is wrong.")

    @classmethod
    def of(cls, error: errors.ServiceError) -> Self:
        wrong = error.problems if isinstance(error, errors.InvalidInput) else ()
        return cls(**_common(error), problems=[InputProblem.of(each) for each in wrong])


@strawberry.type(description="The account has no usable session; save one.")
class AuthenticationError(Error):
    pass


@strawberry.type(description="Not allowed, or switched off.")
class ForbiddenError(Error):
    pass


@strawberry.type(description="Nothing has this id.")
class NotFoundError(Error):
    pass


@strawberry.type(description="The state of the job, account or market does not allow it.")
class ConflictError(Error):
    job_id: strawberry.ID | None = strawberry.field(description="The job that stands against it.")

    @classmethod
    def of(cls, error: errors.ServiceError) -> Self:
        job_id = error.members.get("job_id")
        named = strawberry.ID(job_id) if job_id else None
        return cls(**_common(error), job_id=named)


@strawberry.type(description="Too many requests; come back later.")
class RateLimitedError(Error):
    retry_after_seconds: float | None = strawberry.field(description="When to come back.")

    @classmethod
    def of(cls, error: errors.ServiceError) -> Self:
        return cls(**_common(error), retry_after_seconds=error.retry_after)


@strawberry.type(description="The market cannot be used now; nothing was clicked.")
class SiteError(Error):
    pass


@strawberry.type(description="No browser or no capacity on our side; come back later.")
class UnavailableError(Error):
    retry_after_seconds: float | None = strawberry.field(description="When to come back.")

    @classmethod
    def of(cls, error: errors.ServiceError) -> Self:
        return cls(**_common(error), retry_after_seconds=error.retry_after)


Failure = (
    InvalidInputError
    | AuthenticationError
    | ForbiddenError
    | NotFoundError
    | ConflictError
    | RateLimitedError
    | SiteError
    | UnavailableError
)

_TYPED: Final[Mapping[type[errors.ServiceError], type[Failure]]] = {
    errors.InvalidInput: InvalidInputError,
    errors.Unauthenticated: AuthenticationError,
    errors.Forbidden: ForbiddenError,
    errors.NotFound: NotFoundError,
    errors.Conflict: ConflictError,
    errors.RateLimited: RateLimitedError,
    errors.SiteProblem: SiteError,
    errors.Unavailable: UnavailableError,
}


def typed(error: errors.ServiceError) -> Failure | None:
    """The error as a member of a mutation's result; None for what nobody expects."""
    return next((kind.of(error) for base, kind in _TYPED.items() if isinstance(error, base)), None)


class TypedErrors(FieldExtension):
    """On a mutation: what the service says no with becomes the result."""

    async def resolve_async(
        self, next_: AsyncExtensionResolver, source: Any, info: strawberry.Info, **kwargs: Any
    ) -> Any:
        try:
            return await next_(source, info, **kwargs)
        except errors.ServiceError as error:
            result = typed(error)
            if result is None:
                raise
            return result


class AbsentIsNull(FieldExtension):
    """On a nullable query: what is not found is null."""

    async def resolve_async(
        self, next_: AsyncExtensionResolver, source: Any, info: strawberry.Info, **kwargs: Any
    ) -> Any:
        try:
            return await next_(source, info, **kwargs)
        except errors.NotFound:
            return None


def _is_ours(error: GraphQLError) -> bool:
    original = error.original_error
    return original is not None and not isinstance(original, _REQUEST_ERRORS)


def _quotes(error: GraphQLError) -> bool:
    return _QUOTED.search(error.message) is not None


def _unquoted(error: GraphQLError) -> str:
    return _QUOTED.sub("…", error.message) if _quotes(error) else error.message


def _is_reworded(error: GraphQLError) -> bool:
    return (
        _is_ours(error) or _quotes(error) or can_say(error.message) or no_value(error) is not None
    )


def masked(found: Iterable[GraphQLError], request_id: str | None) -> list[GraphQLError]:
    """The errors with what the service said and its code; what nobody expected hidden and logged.

    A faulty document is not quoted: a session may stand in it.
    """
    return [_masked(error, request_id) if _is_reworded(error) else error for error in found]


def _masked(error: GraphQLError, request_id: str | None) -> GraphQLError:
    message, extensions = (
        _shown(no_value(error) or error.original_error, request_id)
        if _is_ours(error) or no_value(error)
        else (say(_unquoted(error)), error.extensions)
    )
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions=extensions,
    )


def _shown(original: Exception | None, request_id: str | None) -> tuple[str, dict[str, Any]]:
    if isinstance(original, errors.ServiceError) and typed(original):
        shown = _common(original)
        return shown.pop("message"), {name: text for name, text in shown.items() if text}
    if isinstance(original, RecursionError):
        return say("The document is nested too deeply."), {"code": "document_too_deep"}
    _log.error("unexpected_error", exc_info=original)
    named = {"request_id": request_id} if request_id is not None else {}
    return say("This is our fault. Try again."), {"code": "internal", **named}
