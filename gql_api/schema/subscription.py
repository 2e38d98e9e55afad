"""The subscriptions: a job's events from a number on, and its pictures, until its outcome."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from gql_api.domain import job as values
from gql_api.http import parsing
from gql_api.limits.stream_quota import Kind
from gql_api.schema.context import Info
from gql_api.schema.imports import ImportSubscriptions
from gql_api.schema.resolvers import subscription
from gql_api.schema.shared_answers import writer
from gql_api.schema.types.jobs import ListingProgress, LivePicture


@strawberry.type(description="What can be followed.")
class Subscription(ImportSubscriptions):
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
        seen = parsing.event_number(after or 0)
        with info.context.place(Kind.SUBSCRIPTION):
            watched = info.context.service.jobs.watch(job_id, seen, writer())
            async with aclosing(watched) as events:
                async for event in events:
                    yield ListingProgress.of(event)

    @subscription(
        "Pictures of a job's form while it is filled, up to two a second as it changes; completes "
        "with the outcome. They are taken only while somebody subscribes."
    )
    async def live_pictures(
        self,
        info: Info,
        job_id: Annotated[strawberry.ID, strawberry.argument(description="The job.")],
    ) -> AsyncGenerator[LivePicture, None]:
        with info.context.place(Kind.SUBSCRIPTION):
            async with aclosing(info.context.service.jobs.watch_live(job_id)) as told:
                async for each in told:
                    if isinstance(each, values.LivePicture):
                        yield LivePicture.of(each, info)
