"""Decorators that make a resolver a field of the schema, each with its description.

Every mutation returns expected refusals as results; that is said here once.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.extensions import FieldExtension
from strawberry.types.field import StrawberryField

from gql_api.schema.errors import TypedErrors

Resolver = Callable[..., Any]
Decorator = Callable[[Resolver], StrawberryField]
T = TypeVar("T")
Given = Annotated[T, strawberry.argument(description="With what.")]


def union(name: str) -> Any:
    """The result of a mutation: its success or what the service says no with."""
    said = "Success, or why not: ask for `... on MutationError`."
    return strawberry.union(name, description=said)


def field(
    description: str,
    *extensions: FieldExtension,
    deprecated: str | None = None,
    name: str | None = None,
) -> Decorator:
    """A field that is computed; a deprecated one says what to use, and until when it is there."""

    def decorate(resolver: Resolver) -> StrawberryField:
        return strawberry.field(
            resolver,
            name=name,
            description=description,
            extensions=list(extensions),
            deprecation_reason=deprecated,
        )

    return decorate


def mutation(description: str) -> Decorator:
    """A mutation whose result may be a typed error."""

    def decorate(resolver: Resolver) -> StrawberryField:
        made: StrawberryField = strawberry.mutation(
            resolver, description=description, extensions=[TypedErrors()]
        )
        return made

    return decorate


def subscription(description: str) -> Decorator:
    """A stream of events."""

    def decorate(resolver: Resolver) -> StrawberryField:
        made: StrawberryField = strawberry.subscription(resolver, description=description)
        return made

    return decorate
