"""A listing that is looked at before it is prepared: what would be refused, and what advised.

Reads what there is of it with the very model of a preparation. Whose photos and words are known,
and what is advised, is asked by the service, as for a preparation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from browser.listing import Advice, FieldName
from gql_api.domain.inputs import PrepareInput, read
from gql_api.errors import InvalidInput, NotFound

_NEUTRAL: Final = {"title": "-", "price": "1", "description": "-"}
"""Stands where a listing needs something, and what was given is wrong; nothing is advised of it."""
_FIELDS: Final = {"category_hint": FieldName.CATEGORY, "colors": FieldName.COLOR}
"""Members that advice calls by another name."""


@dataclass(frozen=True, slots=True)
class ListingCheck:
    """What to look at, and every member that is wrong, by `field` and `detail`."""

    advice: tuple[Advice, ...] = ()
    problems: tuple[Mapping[str, str], ...] = ()

    @classmethod
    def of(cls, advised: Sequence[Advice], problems: Sequence[Mapping[str, str]]) -> "ListingCheck":
        """The advice about what is right; of a whole listing only where all of it is."""
        wrong = members_of(problems)
        fields = {_FIELDS.get(name, name) for name in wrong}
        kept = (
            each
            for each in advised
            if not wrong or (each.field is not None and each.field not in fields)
        )
        return cls(tuple(kept), tuple(problems))


def readable(
    data: Mapping[str, Any],
) -> tuple[PrepareInput | None, tuple[Mapping[str, str], ...]]:
    """What can be read, without what is wrong, and what that is."""
    try:
        return read(PrepareInput, data), ()
    except InvalidInput as error:
        problems = problems_of(error)
    wrong = members_of(problems)
    rest = {name: value for name, value in data.items() if name not in wrong}
    rest |= {name: value for name, value in _NEUTRAL.items() if name in wrong}
    try:
        return read(PrepareInput, rest), problems
    except InvalidInput:
        return None, problems


def problems_of(error: InvalidInput | NotFound) -> tuple[Mapping[str, str], ...]:
    """The members that a refusal names."""
    if isinstance(error, InvalidInput):
        return tuple(error.problems)
    return ({"field": error.field or "", "detail": error.detail},)


def members_of(problems: Sequence[Mapping[str, str]]) -> set[str]:
    return {each["field"].partition(".")[0] for each in problems}
