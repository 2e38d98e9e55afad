"""Imports in GraphQL: a file is brought, its rows are decided on and followed, and renewed.

What an import is and may do is said by `service.imports`; its types are `schema.types.imports`.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry
from starlette.datastructures import UploadFile

from gql_api.domain.pagination import page_of, page_start
from gql_api.http import parsing
from gql_api.imports.uploads import File, sent_file
from gql_api.limits.stream_quota import Kind
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.errors import AbsentIsNull, Failure
from gql_api.schema.resolvers import Given, field, mutation, subscription, union
from gql_api.schema.types.imports import Import, ImportConnection, ImportProgress
from gql_api.schema.types.jobs import Job
from gql_api.service.jobs import Accepted

PAGE = 20
Id = Annotated[strawberry.ID, strawberry.argument(description="Its id.")]


@strawberry.input(description="A file of listings.")
class ImportListingsInput:
    files: list[UploadFile] = strawberry.field(
        description="A table (CSV or .xlsx) alone or with its photos beside it, or one zip of both."
    )
    account: str | None = strawberry.field(default=None, description=inputs.ACCOUNT)
    market: str | None = strawberry.field(default=None, description=inputs.MARKET)
    hold: bool | None = strawberry.field(
        default=False, description="True: no row is prepared before it is approved."
    )
    check_only: bool | None = strawberry.field(
        default=False, description="True: says what it would say, and keeps nothing."
    )
    again: bool | None = strawberry.field(
        default=False,
        description="True: also where the same content was imported in the last day, which is else "
        "answered with that import.",
    )
    idempotency_key: str | None = strawberry.field(default=None, description=inputs.KEY)


@strawberry.input(description="Rows of an import that are to be prepared.")
class ApproveImportRowsInput:
    id: strawberry.ID = strawberry.field(description="The import.")
    lines: list[int] | None = strawberry.field(
        default=None, description="Their lines, in the order of approval; else every held one."
    )


@strawberry.input(description="Rows of an import that are left out.")
class SkipImportRowsInput:
    id: strawberry.ID = strawberry.field(description="The import.")
    lines: list[int] = strawberry.field(description="Their lines.")


@strawberry.input(description="The import that is cancelled.")
class CancelImportInput:
    id: strawberry.ID = strawberry.field(description="The import.")


@strawberry.input(description="The preparation that is done again with the same content.")
class RenewListingInput:
    job_id: strawberry.ID = strawberry.field(description="A preparation that ran out or failed.")
    wait_seconds: int | None = strawberry.field(default=0, description=inputs.WAIT)


@strawberry.type(description="The file was read.")
class ImportListingsSuccess:
    imported: Import = strawberry.field(description="The import, with what is wrong row by row.")
    replayed: bool = strawberry.field(
        description="Whether it was there before: the same was imported already."
    )


@strawberry.type(description="The rows wait for their turn.")
class ApproveImportRowsSuccess:
    imported: Import = strawberry.field(description="The import.")


@strawberry.type(description="The rows are left out.")
class SkipImportRowsSuccess:
    imported: Import = strawberry.field(description="The import.")


@strawberry.type(description="Nothing more of it is prepared.")
class CancelImportSuccess:
    imported: Import = strawberry.field(description="The import.")


@strawberry.type(description="It is prepared again: a yes is given to the new picture.")
class RenewListingSuccess:
    job: Job = strawberry.field(description="The job, with its result if that came in time.")


ImportListingsResult = Annotated[ImportListingsSuccess | Failure, union("ImportListingsResult")]
ApproveImportRowsResult = Annotated[
    ApproveImportRowsSuccess | Failure, union("ApproveImportRowsResult")
]
SkipImportRowsResult = Annotated[SkipImportRowsSuccess | Failure, union("SkipImportRowsResult")]
CancelImportResult = Annotated[CancelImportSuccess | Failure, union("CancelImportResult")]
RenewListingResult = Annotated[RenewListingSuccess | Failure, union("RenewListingResult")]


def _sent(upload: UploadFile) -> File:
    return sent_file(upload.filename or "", upload.file, upload.size or 0)


@strawberry.type
class ImportQueries:
    @field("An import with its rows; null when there is none.", AbsentIsNull(), name="import")
    async def one_import(self, info: Info, id: Id) -> Import | None:
        return Import.of(await info.context.service.imports.get(id))

    @field("Imports, newest first.")
    async def imports(
        self,
        info: Info,
        account: Annotated[
            str | None, strawberry.argument(description="Only of this account.")
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="At most so many, from 1 to 100.")
        ] = PAGE,
        after: Annotated[
            str | None, strawberry.argument(description="Older than this cursor.")
        ] = None,
    ) -> ImportConnection:
        first = page_of(first)
        found = await info.context.service.imports.list(
            account=inputs.only(account), limit=first + 1, start=page_start(after)
        )
        return ImportConnection.of(found, first, after)


@strawberry.type
class ImportMutations:
    @mutation("Reads listings from a file, and prepares the good ones a few at a time.")
    async def import_listings(
        self, info: Info, input: Given[ImportListingsInput]
    ) -> ImportListingsResult:
        imports, sent = info.context.service.imports, [_sent(each) for each in input.files]
        account = inputs.account(input.account)
        if input.check_only:
            found = await imports.check(sent, account=account, market=input.market)
            return ImportListingsSuccess(imported=Import.of(found), replayed=False)
        brought = await imports.bring(
            sent,
            account=account,
            market=input.market,
            hold=bool(input.hold),
            key=inputs.key(input.idempotency_key),
            again=bool(input.again),
        )
        return ImportListingsSuccess(
            imported=Import.of(brought.imported), replayed=brought.replayed
        )

    @mutation("Lets rows be prepared, in the order of approval.")
    async def approve_import_rows(
        self, info: Info, input: Given[ApproveImportRowsInput]
    ) -> ApproveImportRowsResult:
        found = await info.context.service.imports.approve(input.id, input.lines)
        return ApproveImportRowsSuccess(imported=Import.of(found))

    @mutation("Leaves rows out; the form of one that was prepared is closed.")
    async def skip_import_rows(
        self, info: Info, input: Given[SkipImportRowsInput]
    ) -> SkipImportRowsResult:
        found = await info.context.service.imports.skip(input.id, input.lines)
        return SkipImportRowsSuccess(imported=Import.of(found))

    @mutation("Leaves every row out that is not published.")
    async def cancel_import(
        self, info: Info, input: Given[CancelImportInput]
    ) -> CancelImportResult:
        return CancelImportSuccess(
            imported=Import.of(await info.context.service.imports.cancel(input.id))
        )

    @mutation("Prepares the same content again: new picture, new token, the old one void.")
    async def renew_listing(
        self, info: Info, input: Given[RenewListingInput]
    ) -> RenewListingResult:
        seconds, service = inputs.seconds(input.wait_seconds), info.context.service
        job = await service.listings.renew(input.job_id)
        return RenewListingSuccess(
            job=Job.of(await service.jobs.wait(Accepted(job, replayed=False), seconds))
        )


@strawberry.type
class ImportSubscriptions:
    @subscription(
        "How an import stands, again with the rows that changed; completes when nothing of it "
        "waits. What comes first has the rows that changed since `after`."
    )
    async def import_progress(
        self,
        info: Info,
        id: Id,
        after: Annotated[
            int | None, strawberry.argument(description="What is past this number.")
        ] = 0,
    ) -> AsyncGenerator[ImportProgress, None]:
        seen = parsing.event_number(after or 0)
        with info.context.place(Kind.SUBSCRIPTION):
            async with aclosing(info.context.service.imports.watch(id, seen)) as told:
                async for change in told:
                    yield ImportProgress.of(change)
