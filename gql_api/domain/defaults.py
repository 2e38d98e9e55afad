"""Defaults of an account: what its listings have where their seller left it out, and its pause.

Owns what is filled in and how that is told. Where they are kept is `db`'s matter.
"""

from dataclasses import dataclass, replace
from typing import Final

from browser.listing import Advice, FieldName, Listing
from browser.messages import Message

MAX_DESCRIPTION: Final = 2000
APPLIED: Final = "account_default"
"""The code of the advice that tells what was filled in."""


@dataclass(frozen=True, slots=True)
class AccountDefaults:
    """`pause_minutes` lies at least between two listings of imports that are prepared."""

    description_footer: str | None = None
    parcel_size: str | None = None
    pause_minutes: int | None = None

    def applied_to(self, listing: Listing) -> Listing:
        """The listing with what it lacks, each told by an advice."""
        said: list[Advice] = []
        footer, text = self.description_footer, listing.description
        if footer and not text.endswith(footer):
            if len(text) + len(footer) + 2 <= MAX_DESCRIPTION:
                listing = replace(listing, description=f"{text}\n\n{footer}")
                told = Message("The account's footer was added to the description.")
            else:
                told = Message(
                    "The account's footer was left out: with it the description would have more "
                    "than {most} characters.",
                    most=MAX_DESCRIPTION,
                )
            said.append(Advice(APPLIED, FieldName.DESCRIPTION, told))
        if self.parcel_size and listing.parcel_size is None:
            listing = replace(listing, parcel_size=self.parcel_size)
            told = Message(
                "No parcel size was given: the account's own was taken, {size}.",
                size=self.parcel_size,
            )
            said.append(Advice(APPLIED, FieldName.PARCEL_SIZE, told))
        return replace(listing, advice=(*listing.advice, *said)) if said else listing
