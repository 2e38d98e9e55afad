"""The types of a report on the sell page."""

from datetime import datetime
from typing import Self

import strawberry

from browser.inspection import findings
from browser.provenance import KnownSign
from gql_api.doctor import report as values
from gql_api.schema.types.by_name import by_name
from gql_api.schema.types.enums import ChangeKind, Rendering


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
    def of(cls, sight: findings.FieldSight) -> Self:
        return by_name(cls, sight)


@strawberry.type(description="One change of the sell page.")
class PageChange:
    kind: ChangeKind = strawberry.field(description="What has changed.")
    field: str | None = strawberry.field(description="The field; null beside the fields.")
    was: str | None = strawberry.field(description="What was known.")
    now: list[str] = strawberry.field(description="What is there now, or comes nearest.")
    message: str = strawberry.field(description="The change in words.")
    rendering: Rendering | None = strawberry.field(
        description="Where only one rendering shows it: which."
    )
    categories: list[str] = strawberry.field(
        description="Where only some categories show it: which, with their parents."
    )

    @classmethod
    def of(cls, finding: findings.Finding) -> Self:
        return by_name(cls, finding, message=str(finding))


@strawberry.type(description="One look at the sell form.")
class PageView:
    rendering: Rendering = strawberry.field(description="How wide the page was.")
    category_id: strawberry.ID | None = strawberry.field(
        description="The category that was chosen; null when none could be."
    )
    category: str | None = strawberry.field(description="Its title, with those of its parents.")

    @classmethod
    def of(cls, view: findings.View) -> Self:
        category_id = strawberry.ID(view.category_id) if view.category_id else None
        return cls(rendering=view.rendering, category_id=category_id, category=view.category)


@strawberry.type(description="A sign of the site that nobody saw on the real page.")
class UnseenSign:
    part: str = strawberry.field(description="What it is a sign of, such as `title` or `dialog`.")
    sign: str = strawberry.field(description="How it is written, as in `name=isbn`.")
    language: str | None = strawberry.field(description="Of a word: its language (ISO 639).")
    provenance: str = strawberry.field(
        description="Where it is from: host, date, kind and number of sources, and how sure that "
        "is (H, M or L)."
    )

    @classmethod
    def of(cls, known: KnownSign) -> Self:
        return cls(
            part=known.part,
            sign=known.sign,
            language=known.language or None,
            provenance=str(known.provenance),
        )


@strawberry.type(description="What a walk over the sell page found.")
class DoctorReport:
    account: str = strawberry.field(description="The account whose session was used.")
    market: str = strawberry.field(description="The market's host.")
    at: datetime = strawberry.field(description="When the page was seen.")
    language: str = strawberry.field(description="The language that the page spoke.")
    drifted: bool = strawberry.field(description="Whether anything is not as it was known.")
    fingerprint: str = strawberry.field(
        description="SHA-256 over the controls of every view, without texts and values, in hex."
    )
    fields: list[FieldSight] = strawberry.field(
        description="Every part that was looked for, as it was found where it was found worst."
    )
    changes: list[PageChange] = strawberry.field(
        description="What has changed, against what Fripier knows and the report before."
    )
    views: list[PageView] = strawberry.field(
        description="Where was looked, in order; empty in reports of older releases."
    )
    unseen: list[UnseenSign] = strawberry.field(
        description="Signs that nobody saw on the real page: they may fail there, and are no "
        "change. Empty in reports of older releases."
    )

    @classmethod
    def of(cls, report: values.Report) -> Self:
        return by_name(
            cls,
            report,
            fields=[FieldSight.of(sight) for sight in report.fields],
            changes=[PageChange.of(finding) for finding in report.findings],
            views=[PageView.of(view) for view in report.views],
            unseen=[UnseenSign.of(known) for known in report.unseen],
        )
