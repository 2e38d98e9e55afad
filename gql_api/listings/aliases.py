"""An account's own words: what an answer to a question teaches, and when it counts again.

Owns which answers are learnt. Rows are `db`'s; whether a page still offers what was chosen is
found out by the browser half, which asks again where it does not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from browser.listing import Alias, FieldName, FieldReport, Listing, Option
from gql_api.db.aliases import AliasStore, StoredAlias, compared
from gql_api.domain.tenant import OPERATOR
from gql_api.errors import NotFound

LEARNT = (
    FieldName.CATEGORY,
    FieldName.BRAND,
    FieldName.SIZE,
    FieldName.CONDITION,
    FieldName.COLOR,
    FieldName.MATERIAL,
    FieldName.PARCEL_SIZE,
)
CUSTOM = "custom"
"""A brand that the site does not know is taken as it was typed: there is nothing to learn."""


Vocabulary: TypeAlias = Mapping[tuple[str, str], Alias]
"""Everything that an account has taught, by field and words as they are compared."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """What is remembered of every account's answers."""

    store: AliasStore

    async def of(self, account: str) -> tuple[StoredAlias, ...]:
        """Everything that an account has taught, newest first."""
        return await self.store.all(account)

    async def forget(self, alias_id: str, owner: str = OPERATOR) -> None:
        """Forget one of the owner's; `NotFound`."""
        if not await self.store.forget(alias_id, owner):
            raise NotFound(
                "There is no alias with this id. The list of aliases names those that are kept.",
                code="alias_not_found",
                field="alias_id",
            )

    async def known_to(self, account: str, listing: Listing) -> Listing:
        """The listing with what its words came to before."""
        words = {str(name): text for name in LEARNT if (text := _words(listing, name))}
        return replace(listing, aliases=await self.store.meant(account, words))

    async def vocabulary(self, account: str) -> Vocabulary:
        """What counts for each of an account's listings, where many are looked at."""
        found = (each.alias for each in await self.store.all(account))
        return {(each.field, compared(each.words)): each for each in found}

    async def learn(self, account: str, listing: Listing, reports: Iterable[FieldReport]) -> None:
        """Remember what the seller's answers chose, once the form shows it."""
        learnt = (_learnt(listing, report) for report in reports)
        await self.store.learn(account, [alias for alias in learnt if alias])


def known_in(vocabulary: Vocabulary, listing: Listing) -> Listing:
    """The listing with what its words came to before."""
    words = ((str(name), compared(_words(listing, name))) for name in LEARNT)
    found = tuple(vocabulary[each] for each in words if each in vocabulary)
    return replace(listing, aliases=found)


def _words(listing: Listing, name: str) -> str:
    return str(getattr(listing, name, None) or "")


def _learnt(listing: Listing, report: FieldReport) -> Alias | None:
    """What an answer to a field taught; nothing when it only repeats the words."""
    answer, words = listing.answers.get(report.name), _words(listing, report.name)
    ids = (report.option_id or "").split(",")
    if report.name not in LEARNT or not answer or not compared(words) or not report.chosen:
        return None
    if ids == [""] or CUSTOM in ids or compared(answer) == compared(words):
        return None
    labels = [report.chosen] if len(ids) == 1 else report.chosen.split(", ")
    if len(labels) != len(ids):
        labels = [""] * len(ids)
    options = tuple(Option(each, label) for each, label in zip(ids, labels, strict=True))
    return Alias(report.name, words, options)
