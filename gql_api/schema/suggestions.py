"""Suggestions while a seller types: their type, and the query of each field."""

from typing import Annotated, Final, Self

import strawberry
from strawberry.types.field import StrawberryField

from browser.listing import FieldName
from gql_api.listings.autocomplete import FIRST, MAX_FIRST, Typed
from gql_api.listings.autocomplete import Suggestion as Found
from gql_api.listings.form_options import MAX_FIRST as MAX_OPTIONS
from gql_api.schema.context import Info
from gql_api.schema.resolvers import field
from gql_api.texts import say

TYPED: Final = "What is typed so far; empty for the first options in the site's order."
Text = Annotated[str, strawberry.argument(description=TYPED)]
TextOrNull = Annotated[str | None, strawberry.argument(description=TYPED)]
Market = Annotated[
    str | None,
    strawberry.argument(
        description="The market's host or domain, as `www.vinted.fr` or `co.uk`; the service's "
        "own unless it is named."
    ),
]
Language = Annotated[
    str | None,
    strawberry.argument(
        description="The labels' language (ISO 639); the market's unless it is named."
    ),
]
First = Annotated[
    int | None, strawberry.argument(description=f"At most so many, from 1 to {MAX_FIRST}.")
]


@strawberry.type(description="An option of the site that a text may become.")
class Suggestion:
    option_id: strawberry.ID = strawberry.field(description="Its id on the site.")
    label: str = strawberry.field(description="As the site shows it.")
    parents: list[str] = strawberry.field(description="Where it stands, root first.")
    score: float = strawberry.field(description="How well it fits, 0 to 1.")
    reason: str = strawberry.field(description="Why it is suggested.")
    language: str | None = strawberry.field(
        description="What the label is in (ISO 639): English or French where the asked language "
        "has none. Null for names, which are the same everywhere."
    )

    @classmethod
    def of(cls, found: Found) -> Self:
        ranked = found.ranked
        return cls(
            option_id=strawberry.ID(ranked.option.id),
            label=ranked.option.label,
            parents=list(ranked.option.parents),
            score=ranked.score,
            reason=say(ranked.reason),
            language=found.language,
        )


def _suggested(name: FieldName, what: str) -> StrawberryField:
    """The query of a field whose options depend on nothing else that was said."""

    async def suggest(
        self: "SuggestionQueries",
        info: Info,
        *,
        text: Text,
        market: Market = None,
        language: Language = None,
        first: First = FIRST,
    ) -> list[Suggestion]:
        return await _found(info, Typed(name, text, market, language, None, _most(first)))

    return field(what)(suggest)


def _most(first: int | None) -> int:
    return FIRST if first is None else first


async def _found(info: Info, typed: Typed) -> list[Suggestion]:
    return [Suggestion.of(one) for one in await info.context.service.listings.suggest(typed)]


@strawberry.type
class SuggestionQueries:
    """The part of the queries that is asked on every key."""

    suggest_categories = _suggested(
        FieldName.CATEGORY,
        "Categories that a text may become, best first; from the catalogue, without a browser.",
    )
    suggest_brands = _suggested(FieldName.BRAND, "Brands that a text may become, best first.")

    @field("Sizes of a category that a text may become, best first.")
    async def suggest_sizes(
        self,
        info: Info,
        *,
        text: Text,
        category_id: Annotated[
            strawberry.ID, strawberry.argument(description="The category: sizes depend on it.")
        ],
        market: Market = None,
        language: Language = None,
        first: First = FIRST,
    ) -> list[Suggestion]:
        typed = Typed(FieldName.SIZE, text, market, language, category_id, _most(first))
        return await _found(info, typed)

    suggest_colors = _suggested(FieldName.COLOR, "Colours that a text may become, best first.")
    suggest_conditions = _suggested(
        FieldName.CONDITION, "Conditions that a text may become, best first."
    )
    suggest_materials = _suggested(
        FieldName.MATERIAL, "Materials that a text may become, best first."
    )
    suggest_parcel_sizes = _suggested(
        FieldName.PARCEL_SIZE,
        "Parcel sizes that a text may become, best first; heavy goods have others as well.",
    )

    @field(
        "What a text may be in a field's list, as the form of a job has shown it, best first. The "
        "page is not asked."
    )
    async def options(
        self,
        info: Info,
        *,
        job_id: Annotated[strawberry.ID, strawberry.argument(description="The job.")],
        field: Annotated[
            str, strawberry.argument(description="The field of the question, or of the report.")
        ],
        text: TextOrNull = "",
        first: Annotated[
            int | None,
            strawberry.argument(description=f"At most so many, from 1 to {MAX_OPTIONS}."),
        ] = FIRST,
    ) -> list[Suggestion]:
        found = await info.context.service.jobs.options_of(job_id, field, text or "", _most(first))
        return [Suggestion.of(one) for one in found]
