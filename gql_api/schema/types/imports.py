"""The types of an import: its rows, each at its stage, and the pages of a list of imports.

Made of the values of `domain.imports`, whose stages are told as they are.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final, Self
from urllib.parse import urlsplit

import strawberry
from strawberry.utils.str_converters import to_camel_case

from gql_api.domain import imports as values
from gql_api.domain.pagination import cursor, page_of, row_after
from gql_api.domain.tenant import shown
from gql_api.schema.context import Info
from gql_api.schema.errors import InputProblem
from gql_api.schema.resolvers import field
from gql_api.schema.types.enums import ImportStage
from gql_api.schema.types.jobs import Job
from gql_api.schema.types.listings import Listing
from gql_api.schema.types.page_info import PageInfo
from gql_api.texts import say

ROWS: Final = 50
"""Rows of a page, where none says how many."""


def _problem(told: values.Problem) -> InputProblem:
    return InputProblem(field=to_camel_case(told["field"]), message=say(told["detail"]))


@strawberry.type(description="One listing of an import.")
class ImportRow:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    line: int = strawberry.field(description="Its line in the file, as a person counts.")
    title: str | None = strawberry.field(description="Its title; of a bad row as it was typed.")
    stage: ImportStage = strawberry.field(description="Where it stands.")
    planned_at: datetime | None = strawberry.field(
        description="When it is prepared at the earliest, as the daily budget allows."
    )
    position: int | None = strawberry.field(
        description="Grows in the order of approval, over all imports of the account."
    )
    value: strawberry.Private[values.ImportRow]

    @field("Every field for which it cannot be prepared; empty for a good row.")
    def problems(self) -> list[InputProblem]:
        return [_problem(each) for each in self.value.problems]

    @field("How cells were read, and what to look at.")
    def notes(self) -> list[InputProblem]:
        return [_problem(each) for each in self.value.notes]

    @field("What is to be sold, as the file says it; null for a bad row.")
    def listing(self) -> Listing | None:
        return Listing.of(self.value.listing, self.id) if self.value.listing else None

    @field("Its preparation; null before it began.")
    def job(self) -> Job | None:
        return Job.of(self.value.job) if self.value.job else None

    @field("The newest yes to it, with what became of it; null before there is one.")
    def publish(self) -> Job | None:
        return Job.of(self.value.publish) if self.value.publish else None

    @classmethod
    def of(cls, row: values.ImportRow) -> Self:
        return cls(
            id=strawberry.ID(f"{row.import_id}.{row.line}"),
            line=row.line,
            title=row.named,
            stage=row.stage,
            planned_at=row.planned_at,
            position=row.position,
            value=row,
        )


@strawberry.type(description="A row of an import at its place.")
class ImportRowEdge:
    cursor: str = strawberry.field(description="Opaque; give it as `after`.")
    node: ImportRow = strawberry.field(description="The row.")


@strawberry.type(description="Rows of an import, by their lines.")
class ImportRowConnection:
    edges: list[ImportRowEdge] = strawberry.field(description="The rows of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @classmethod
    def of(cls, rows: Sequence[values.ImportRow], first: int, after: str | None) -> Self:
        edges = [
            ImportRowEdge(cursor=str(row.line), node=ImportRow.of(row)) for row in rows[:first]
        ]
        return cls(edges=edges, page_info=PageInfo.of(edges, rows, first, after))


@strawberry.type(description="How many rows are at a stage.")
class ImportCount:
    stage: ImportStage = strawberry.field(description="The stage.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="How many rows can begin in a quarter of an hour.")
class ImportPlan:
    at: datetime = strawberry.field(description="Its beginning.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="Listings of one file, each on its way to its own yes.")
class Import:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    kept: bool = strawberry.field(
        description="False where it was only checked: nothing of it is there by its id."
    )
    account: str = strawberry.field(description="The account that it is for.")
    market: str = strawberry.field(description="The market's host.")
    name: str = strawberry.field(description="What the file was called.")
    created_at: datetime = strawberry.field(description="When it came.")
    counts: list[ImportCount] = strawberry.field(description="How far it is.")
    plan: list[ImportPlan] = strawberry.field(
        description="When the rows that wait can begin, the next ones first."
    )
    next_at: datetime | None = strawberry.field(
        description="When the next one can begin; null when none waits."
    )
    unread: list[str] = strawberry.field(description="Columns that say nothing of a listing.")
    paused: str | None = strawberry.field(
        description="Why no row is prepared now, as when the account has no session; else null."
    )
    paused_code: str | None = strawberry.field(
        description="The same for programs, as in `session_expired` or `listings_wait`; stable."
    )
    is_over: bool = strawberry.field(description="Whether nothing of it waits any more.")
    seq: int = strawberry.field(
        description="The number of its last change: give it to `importProgress` as `after`."
    )
    value: strawberry.Private[values.Import]

    @field("Its rows, by their lines; of what was only checked all of them.")
    async def rows(
        self,
        info: Info,
        first: Annotated[
            int | None, strawberry.argument(description="At most so many, from 1 to 100.")
        ] = ROWS,
        after: Annotated[str | None, strawberry.argument(description="Behind this cursor.")] = None,
        stages: Annotated[
            list[ImportStage] | None, strawberry.argument(description="Only at these stages.")
        ] = None,
        lines: Annotated[
            list[int] | None, strawberry.argument(description="Only these lines.")
        ] = None,
    ) -> ImportRowConnection:
        first, behind, at = page_of(first), row_after(after), frozenset(stages or ())
        if not self.kept:
            found = self.value.rows
            return ImportRowConnection.of(found, max(1, len(found)), None)
        rows = await info.context.service.imports.rows(
            self.id, limit=first + 1, after=behind, stages=at, lines=lines
        )
        return ImportRowConnection.of(rows, first, after)

    @classmethod
    def of(cls, found: values.Import) -> Self:
        return cls(
            id=strawberry.ID(found.id),
            kept=found.kept,
            account=shown(found.account),
            market=urlsplit(found.origin).netloc,
            name=found.name,
            created_at=found.created_at,
            counts=[
                ImportCount(stage=stage, count=count)
                for stage in values.Stage
                if (count := found.counts.get(stage, 0))
            ],
            plan=[ImportPlan(at=at, count=count) for at, count in found.plan.items()],
            next_at=found.next_at,
            unread=list(found.unread),
            paused=say(found.paused.detail) if found.paused else None,
            paused_code=found.paused.code if found.paused else None,
            is_over=found.done,
            seq=found.seq,
            value=found,
        )


@strawberry.type(description="How an import stands, and which of its rows stand elsewhere.")
class ImportProgress:
    seq: int = strawberry.field(description="Its number: give it as `after` to go on from here.")
    imported: Import = strawberry.field(description="The import.")
    rows: list[ImportRow] = strawberry.field(description="The rows that changed.")

    @classmethod
    def of(cls, change: values.ImportChange) -> Self:
        return cls(
            seq=change.seq,
            imported=Import.of(change.imported),
            rows=[ImportRow.of(row) for row in change.rows],
        )


@strawberry.type(description="An import at its place in a list.")
class ImportEdge:
    cursor: str = strawberry.field(description="Opaque; give it as `after`.")
    node: Import = strawberry.field(description="The import.")

    @classmethod
    def of(cls, found: values.Import) -> Self:
        return cls(cursor=cursor(found), node=Import.of(found))


@strawberry.type(description="Imports, newest first.")
class ImportConnection:
    edges: list[ImportEdge] = strawberry.field(description="The imports of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @classmethod
    def of(cls, found: Sequence[values.Import], first: int, after: str | None) -> Self:
        edges = [ImportEdge.of(each) for each in found[:first]]
        return cls(edges=edges, page_info=PageInfo.of(edges, found, first, after))
