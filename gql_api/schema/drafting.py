"""What a listing begins with, in GraphQL: defaults of an account, a copy of an earlier listing.

What is filled in from them is said by `domain.defaults`, who may set them by `service.drafting`.
"""

from typing import Annotated, Self
from urllib.parse import urlsplit

import strawberry

from gql_api.domain.defaults import AccountDefaults as Values
from gql_api.domain.inputs import DefaultsInput, read
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.errors import AbsentIsNull, Failure
from gql_api.schema.resolvers import Given, field, mutation, union
from gql_api.schema.types.listings import Listing
from gql_api.service.drafting import Copy


@strawberry.type(description="What an account's listings have where their seller left it out.")
class AccountDefaults:
    id: strawberry.ID = strawberry.field(description="Opaque: of the account's.")
    account: str = strawberry.field(description="The account.")
    description_footer: str | None = strawberry.field(description="Stands below each description.")
    parcel_size: str | None = strawberry.field(description="Where a listing names none.")
    pause_minutes: int | None = strawberry.field(
        description="At least so long between two listings of imports that are prepared."
    )

    @classmethod
    def of(cls, account: str, found: Values) -> Self:
        return cls(
            id=strawberry.ID(account),
            account=account,
            description_footer=found.description_footer,
            parcel_size=found.parcel_size,
            pause_minutes=found.pause_minutes,
        )


@strawberry.type(description="An earlier listing, to change and prepare anew.")
class ListingCopy:
    account: str = strawberry.field(description="The account that it was for.")
    market: str = strawberry.field(description="The market's host.")
    listing: Listing = strawberry.field(description="What was said of it.")
    missing_photos: list[strawberry.ID] = strawberry.field(
        description="Photos of it that are no longer kept: leave them out."
    )

    @classmethod
    def of(cls, job_id: str, copy: Copy) -> Self:
        return cls(
            account=copy.account,
            market=urlsplit(copy.origin).netloc,
            listing=Listing.of(copy.listing, strawberry.ID(f"{job_id}.copy")),
            missing_photos=[strawberry.ID(each) for each in copy.missing],
        )


@strawberry.input(description="Every default of an account; what is left out is none.")
class SetAccountDefaultsInput:
    account: str | None = strawberry.field(default=None, description=inputs.ACCOUNT)
    description_footer: str | None = strawberry.field(
        default=None, description="1 to 500 characters that stand below each description."
    )
    parcel_size: str | None = strawberry.field(
        default=None, description="Where a listing names none."
    )
    pause_minutes: int | None = strawberry.field(
        default=None, description="Between two listings of imports, 0 to 1440."
    )


@strawberry.type(description="The defaults count from now on.")
class SetAccountDefaultsSuccess:
    defaults: AccountDefaults = strawberry.field(description="All of them.")


SetAccountDefaultsResult = Annotated[
    SetAccountDefaultsSuccess | Failure, union("SetAccountDefaultsResult")
]


@strawberry.type
class DraftingQueries:
    @field("The defaults of an account.")
    async def account_defaults(
        self,
        info: Info,
        account: Annotated[str | None, strawberry.argument(description="The account.")] = "default",
    ) -> AccountDefaults:
        named = inputs.account(account)
        return AccountDefaults.of(named, await info.context.service.drafting.defaults(named))

    @field("A copy of a job's listing to change; null when there is no such job.", AbsentIsNull())
    async def copy_listing(
        self,
        info: Info,
        job_id: Annotated[strawberry.ID, strawberry.argument(description="The job.")],
    ) -> ListingCopy | None:
        return ListingCopy.of(job_id, await info.context.service.drafting.copy(job_id))


@strawberry.type
class DraftingMutations:
    @mutation("Sets what an account's listings have where their seller left it out.")
    async def set_account_defaults(
        self, info: Info, input: Given[SetAccountDefaultsInput]
    ) -> SetAccountDefaultsResult:
        account = inputs.account(input.account)
        given = read(DefaultsInput, inputs.given(input))
        found = await info.context.service.drafting.set_defaults(account, given)
        return SetAccountDefaultsSuccess(defaults=AccountDefaults.of(account, found))
