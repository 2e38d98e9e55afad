"""The types of an import: its rows, each at its stage, and the pages of a list of imports.

Made of the values of `domain.imports`, whose stages are told as they are.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

import strawberry
from strawberry.utils.str_converters import to_camel_case

from gql_api.domain import imports as values
from gql_api.domain.pagination import cursor
from gql_api.domain.tenant import shown
from gql_api.schema.errors import InputProblem
from gql_api.schema.types.enums import ImportStage
from gql_api.schema.types.jobs import Job
from gql_api.schema.types.listings import Listing
from gql_api.schema.types.page_info import PageInfo
from gql_api.texts import say


def _problem(told: values.Problem) -> InputProblem:
    return InputProblem(field=to_camel_case(told["field"]), message=say(told["detail"]))


@strawberry.type(description="One listing of an import.")
class ImportRow:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    line: int = strawberry.field(description="Its line in the file, as a person counts.")
    stage: ImportStage = strawberry.field(description="Where it stands.")
    problems: list[InputProblem] = strawberry.field(
        description="Every field for which it cannot be prepared; empty for a good row."
    )
    notes: list[InputProblem] = strawberry.field(
        description="How cells were read, and what to look at."
    )
    planned_at: datetime | None = strawberry.field(
        description="When it is prepared at the earliest, as the daily budget allows."
    )
    listing: Listing | None = strawberry.field(
        description="What is to be sold, as the file says it; null for a bad row."
    )
    job: Job | None = strawberry.field(description="Its preparation; null before it began.")

    @classmethod
    def of(cls, row: values.ImportRow) -> Self:
        named = strawberry.ID(f"{row.import_id}.{row.line}")
        return cls(
            id=named,
            line=row.line,
            stage=row.stage,
            problems=[_problem(each) for each in row.problems],
            notes=[_problem(each) for each in row.notes],
            planned_at=row.planned_at,
            listing=Listing.of(row.listing, named) if row.listing else None,
            job=Job.of(row.job) if row.job else None,
        )


@strawberry.type(description="How many rows are at a stage.")
class ImportCount:
    stage: ImportStage = strawberry.field(description="The stage.")
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
    unread: list[str] = strawberry.field(description="Columns that say nothing of a listing.")
    paused: str | None = strawberry.field(
        description="Why no row is prepared now, as when the account has no session; else null."
    )
    is_over: bool = strawberry.field(description="Whether nothing of it waits any more.")
    rows: list[ImportRow] = strawberry.field(description="Every row, by its line.")

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
            unread=list(found.unread),
            paused=say(found.paused) if found.paused else None,
            is_over=found.done,
            rows=[ImportRow.of(row) for row in found.rows],
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
