"""What a market demands of a category and tells only by refusing: learnt, and forgotten again.

Owns what a refusal or a published listing teaches. Only codes of fields are kept, never values;
asking for them belongs to the browser half, keeping them to `db.demanded_fields`.
"""

import re
from typing import Final

from browser.listing import FieldName
from gql_api.db.publishing.demanded_fields import DemandStore
from gql_api.domain.job import Job, Outcome, Result

_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_ALWAYS_THERE: Final = frozenset(
    {FieldName.PHOTOS, FieldName.TITLE, FieldName.DESCRIPTION, FieldName.CATEGORY, FieldName.PRICE}
)
"""Fields of every form, which are filled or asked for in any case."""
_TAKEN: Final = frozenset({Outcome.PUBLISHED, Outcome.HELD_FOR_REVIEW})


async def learn(store: DemandStore, prepared: Job, result: Result) -> None:
    """Take over what a publish of a preparation has taught of the preparation's category.

    A refusal of what was filled is no demand: its value was wrong.
    """
    category = _category(prepared)
    if category is None:
        return
    filled = _filled(prepared)
    if result.outcome is Outcome.REJECTED_BY_SITE:
        refused = {name for name in result.errors if _CODE.fullmatch(name)}
        await store.learn(prepared.origin, category, refused - filled - _ALWAYS_THERE)
    elif result.outcome in _TAKEN:
        known = (await store.of(prepared.origin)).get(category, frozenset())
        await store.forget(prepared.origin, category, known - filled)


def _category(prepared: Job) -> str | None:
    fields = prepared.result.fields if prepared.result else ()
    return next((each.option_id for each in fields if each.name == FieldName.CATEGORY), None)


def _filled(prepared: Job) -> frozenset[str]:
    """The fields that held something when the form was read back."""
    reading = prepared.result.reading if prepared.result else None
    return frozenset(name for name, value in (reading.values if reading else {}).items() if value)
