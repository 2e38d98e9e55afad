"""The subscription: a job's events from a number on, until its outcome."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from gql_api.limits.stream_quota import Kind
from gql_api.schema.context import Info
from gql_api.schema.resolvers import subscription
from gql_api.schema.types.jobs import ListingProgress


@strawberry.type(description="What can be followed.")
class Subscription:
    @subscription(
        "The events of a job: what is past `after` first, then live ones, and it "
        "completes with the outcome. Subscribe again with the last `seq` to miss nothing."
    )
    async def listing_progress(
        self,
        info: Info,
        job_id: Annotated[strawberry.ID, strawberry.argument(description="The job.")],
        after: Annotated[
            int | None, strawberry.argument(description="Only events past this number.")
        ] = 0,
    ) -> AsyncGenerator[ListingProgress, None]:
        with info.context.place(Kind.SUBSCRIPTION):
            async with aclosing(info.context.service.jobs.watch(job_id, after or 0)) as events:
                async for event in events:
                    yield ListingProgress.of(event)
