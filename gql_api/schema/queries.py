"""The queries: input, service call, output."""

from collections.abc import Mapping
from typing import Annotated

import strawberry

from gql_api.domain.pagination import PAGE, page_of, page_start
from gql_api.errors import InvalidInput
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.devices import DeviceQueries
from gql_api.schema.drafting import DraftingQueries
from gql_api.schema.errors import AbsentIsNull
from gql_api.schema.imports import ImportQueries
from gql_api.schema.resolvers import field
from gql_api.schema.suggestions import SuggestionQueries
from gql_api.schema.types.aliases import Alias
from gql_api.schema.types.doctor import DoctorReport
from gql_api.schema.types.enums import JobKind, JobState
from gql_api.schema.types.jobs import (
    Job,
    JobConnection,
    PublishedListing,
    PublishedListingConnection,
)
from gql_api.schema.types.listings import (
    ListingCheck,
    Photo,
    PhotoConnection,
    PrepareListingInput,
)
from gql_api.schema.types.receipts import ReceiptKey
from gql_api.schema.types.status import Capabilities, Health, RateLimit, Readiness, Session, Stats

_ONE_PAGE = "Use `publishedListings`, which has pages. Goes away after 2027-06-30."

Account = Annotated[str | None, strawberry.argument(description="The account.")]
OnlyAccount = Annotated[str | None, strawberry.argument(description="Only of this account.")]
First = Annotated[int | None, strawberry.argument(description="At most so many, from 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="Older than this cursor.")]
Id = Annotated[strawberry.ID, strawberry.argument(description="Its id.")]


@strawberry.type(description="What can be asked.")
class Query(SuggestionQueries, ImportQueries, DraftingQueries, DeviceQueries):
    @field("What is known of an account's session.")
    async def session(
        self,
        info: Info,
        account: Account = "default",
        check: Annotated[
            bool | None, strawberry.argument(description="Ask the site now, in the browser.")
        ] = False,
    ) -> Session:
        service = info.context.service
        ask = service.sessions.check if check else service.sessions.status
        return Session.of(await ask(inputs.account(account)))

    @field("Every account with a stored session.")
    async def accounts(self, info: Info) -> list[Session]:
        return [Session.of(session) for session in await info.context.service.sessions.statuses()]

    @field("The latest report on the sell page; null before the first `runDoctor`.")
    async def doctor(self, info: Info, account: Account = "default") -> DoctorReport | None:
        report = await info.context.service.status.examined(inputs.account(account))
        return DoctorReport.of(report) if report else None

    @field("What this service can do.")
    def capabilities(self, info: Info) -> Capabilities:
        return Capabilities.of(info.context.service.status.capabilities())

    @field("The rate limits, and what is left of them.")
    def limits(self, info: Info) -> list[RateLimit]:
        rates = info.context.service.rates.values()
        return [RateLimit.of(limiter) for limiter in (*rates, info.context.operations())]

    @field("Whether the parts of the service can be used.")
    async def health(self, info: Info) -> Health:
        return Health.of(await info.context.service.status.health())

    @field("Figures of the service.")
    async def stats(self, info: Info) -> Stats:
        return Stats.of(await info.context.service.status.stats())

    @field("Whether the process that answers can do its work now, check by check.")
    async def readiness(self, info: Info) -> Readiness:
        return Readiness.of(await info.context.service.status.monitor.readiness())

    @field("What an account's answers have taught, newest first.")
    async def aliases(self, info: Info, account: Account = "default") -> list[Alias]:
        found = await info.context.service.listings.aliases(inputs.account(account))
        return [Alias.of(each) for each in found]

    @field("A photo; null when there is none.", AbsentIsNull())
    async def photo(self, info: Info, id: Id) -> Photo | None:
        return Photo.of(await info.context.service.photos.get(id))

    @field("Photos that are kept, newest first.")
    async def photos(self, info: Info, first: First = PAGE, after: After = None) -> PhotoConnection:
        first = page_of(first)
        found = await info.context.service.photos.list(limit=first + 1, start=page_start(after))
        return PhotoConnection.of(found, first, after)

    @field("The public keys that receipts are checked with, the one that signs now first.")
    def receipt_keys(self, info: Info) -> list[ReceiptKey]:
        return ReceiptKey.all(info.context.service.jobs.receipt_keys)

    @field(
        "What `prepareListing` would refuse of a listing, and advise, without a browser, a session "
        "or a job: ask while it is written. Other jobs, limits and the session are not looked at."
    )
    async def check_listing(
        self,
        info: Info,
        listing: Annotated[
            PrepareListingInput, strawberry.argument(description="As far as it is written.")
        ],
    ) -> ListingCheck:
        given, wrong = inputs.given(listing), tuple[Mapping[str, str], ...]()
        try:
            given["answers"] = inputs.answers(listing.answers)
        except InvalidInput as error:
            wrong = tuple(error.problems)
        found = await info.context.service.listings.check(given, wrong)
        return ListingCheck.of(found)

    @field("A job; null when there is none.", AbsentIsNull())
    async def job(self, info: Info, id: Id) -> Job | None:
        return Job.of(await info.context.service.jobs.get(id))

    @field("Jobs, newest first.")
    async def jobs(
        self,
        info: Info,
        *,
        account: OnlyAccount = None,
        kind: Annotated[
            JobKind | None, strawberry.argument(description="Only of this kind.")
        ] = None,
        states: Annotated[
            list[JobState] | None, strawberry.argument(description="Only in these states.")
        ] = None,
        first: First = PAGE,
        after: After = None,
    ) -> JobConnection:
        first = page_of(first)
        found = await info.context.service.jobs.list(
            account=inputs.only(account),
            kind=kind,
            states=frozenset(states or ()),
            limit=first + 1,
            start=page_start(after),
        )
        return JobConnection.of(found, first, after)

    @field("Listings that were published, newest first.")
    async def published_listings(
        self, info: Info, account: OnlyAccount = None, first: First = PAGE, after: After = None
    ) -> PublishedListingConnection:
        first = page_of(first)
        done = await info.context.service.listings.published(
            account=inputs.only(account), limit=first + 1, start=page_start(after)
        )
        return PublishedListingConnection.of(done, first, after)

    @field("The newest of the listings that were published.", deprecated=_ONE_PAGE)
    async def listings(
        self, info: Info, account: OnlyAccount = None, first: First = PAGE
    ) -> list[PublishedListing]:
        done = await info.context.service.listings.published(
            account=inputs.only(account), limit=page_of(first)
        )
        return [listing for job in done if (listing := PublishedListing.of(job))]
