"""Where a page of a list stands, whatever the list is of."""

from collections.abc import Sequence
from typing import Protocol, Self

import strawberry


class Edge(Protocol):
    """Something at its place in a list."""

    cursor: str


@strawberry.type(description="Where a page of a list stands.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether older ones follow.")
    has_previous_page: bool = strawberry.field(description="Whether newer ones were left out.")
    start_cursor: str | None = strawberry.field(description="The first one's cursor.")
    end_cursor: str | None = strawberry.field(description="The last one's cursor: go on after it.")

    @classmethod
    def of(
        cls, edges: Sequence[Edge], found: Sequence[object], first: int, after: str | None
    ) -> Self:
        """Where the page of the `first` found stands, given one more when there is one."""
        return cls(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
