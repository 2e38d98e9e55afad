"""The types of what a service says of a seller's words: aliases, and advice before the form."""

from datetime import datetime
from typing import Self

import strawberry

from browser import listing as values
from gql_api.db.aliases import StoredAlias
from gql_api.domain.tenant import shown
from gql_api.texts import say


@strawberry.type(description="Something that the seller should look at before the form is filled.")
class Advice:
    code: str = strawberry.field(description="Stable, as in `emoji_in_title`.")
    field: str | None = strawberry.field(description="The field; null when it is about them all.")
    detail: str = strawberry.field(description="What to do.")

    @classmethod
    def of(cls, advice: values.Advice) -> Self:
        return cls(code=advice.code, field=advice.field, detail=say(advice.detail))


@strawberry.type(description="An option that an answer chose.")
class AliasOption:
    option_id: strawberry.ID = strawberry.field(
        description="The site's id of it; options of two fields may share one."
    )
    id: str = strawberry.field(
        description="The site's id of it.",
        deprecation_reason="Use `optionId`: caches take an `id` for one thing, whatever the "
        "field. Goes away after 2027-06-30.",
    )
    label: str = strawberry.field(description="As the page showed it; may be empty.")


@strawberry.type(description="What an account's words came to before, by its own answer.")
class Alias:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    account: str = strawberry.field(description="The account.")
    field: str = strawberry.field(description="The field, as in `color`.")
    words: str = strawberry.field(description="The words, as they were written.")
    options: list[AliasOption] = strawberry.field(description="What the answer chose.")
    created_at: datetime = strawberry.field(description="When it was answered.")

    @classmethod
    def of(cls, stored: StoredAlias) -> Self:
        return cls(
            id=strawberry.ID(stored.id),
            account=shown(stored.account),
            field=stored.alias.field,
            words=stored.alias.words,
            options=[
                AliasOption(option_id=strawberry.ID(option.id), id=option.id, label=option.label)
                for option in stored.alias.options
            ],
            created_at=stored.created_at,
        )
