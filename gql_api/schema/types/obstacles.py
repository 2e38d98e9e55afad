"""What a person has to act on, as jobs and sessions show it."""

from typing import Self

import strawberry

from browser import listing as values
from gql_api.schema.types.enums import ObstacleKind


@strawberry.type(description="What stands in the way until a person has acted.")
class Obstacle:
    kind: ObstacleKind = strawberry.field(description="What it is.")
    heading: str | None = strawberry.field(
        description="The site's own heading, without what is secret; null when none was seen."
    )

    @classmethod
    def of(cls, obstacle: values.Obstacle | None) -> Self | None:
        return cls(kind=obstacle.kind, heading=obstacle.heading) if obstacle else None
