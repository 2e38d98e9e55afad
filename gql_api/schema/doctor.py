"""The types of a report on the sell page."""

from datetime import datetime
from typing import Self

import strawberry

from browser import drift
from gql_api import doctor as values
from gql_api.schema.enums import ChangeKind


@strawberry.type(description="How one part of the sell form was found.")
class FieldSight:
    name: str = strawberry.field(description="The field, or a button such as `publish`.")
    rank: int | None = strawberry.field(
        description="Which locator found it first, from 0; null when none did."
    )
    locator: str | None = strawberry.field(description="That locator, as in `id=title`.")
    options: int | None = strawberry.field(description="How many options its list offers.")
    known: bool = strawberry.field(description="Whether it is one that Fripier knows.")

    @classmethod
    def of(cls, sight: drift.FieldSight) -> Self:
        return cls(
            name=sight.name,
            rank=sight.rank,
            locator=sight.locator,
            options=sight.options,
            known=sight.known,
        )


@strawberry.type(description="One change of the sell page.")
class PageChange:
    kind: ChangeKind = strawberry.field(description="What has changed.")
    field: str | None = strawberry.field(description="The field; null beside the fields.")
    was: str | None = strawberry.field(description="What was known.")
    now: list[str] = strawberry.field(description="What is there now, or comes nearest.")
    message: str = strawberry.field(description="The change in words.")

    @classmethod
    def of(cls, finding: drift.Finding) -> Self:
        return cls(
            kind=finding.kind,
            field=finding.field,
            was=finding.was,
            now=list(finding.now),
            message=str(finding),
        )


@strawberry.type(description="What a walk over the sell page found.")
class DoctorReport:
    account: str = strawberry.field(description="The account whose session was used.")
    market: str = strawberry.field(description="The market's host.")
    at: datetime = strawberry.field(description="When the page was seen.")
    language: str = strawberry.field(description="The language that the page spoke.")
    drifted: bool = strawberry.field(description="Whether anything is not as it was known.")
    fingerprint: str = strawberry.field(
        description="SHA-256 over the form's controls, without texts and values, in hex."
    )
    fields: list[FieldSight] = strawberry.field(description="Every part that was looked for.")
    changes: list[PageChange] = strawberry.field(
        description="What has changed, against what Fripier knows and the report before."
    )

    @classmethod
    def of(cls, report: values.Report) -> Self:
        return cls(
            account=report.account,
            market=report.market,
            at=report.at,
            language=report.language,
            drifted=report.drifted,
            fingerprint=report.fingerprint,
            fields=[FieldSight.of(sight) for sight in report.fields],
            changes=[PageChange.of(finding) for finding in report.findings],
        )
