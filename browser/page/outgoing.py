"""What a call is about to send, held against what the seller approved: the values of that look.

How a site names the members of such a call is told by its folder, keeping a call back by
`request_gate`, and what then becomes of the job by the callers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from browser.listing import FieldReport, FormReading, Listing
from browser.messages import Message


@dataclass(frozen=True, slots=True)
class Approved:
    """What a call may send: the listing, the form as it was read, and what was chosen in it.

    `fields` is empty where the choices were not kept; the rest is then still compared.
    """

    listing: Listing
    reading: FormReading
    fields: tuple[FieldReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What a look at one call found, by our names of the members.

    `differing` ones forbid the call. Of the `uncertain` ones it cannot be said, since they are
    missing or of a shape that is not known.
    """

    differing: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()


Examine = Callable[[bytes | None], Findings]
"""Looks at a call's body; None when it has none, or it could not be had."""

UNREADABLE: Final = Findings(differing=("request",))
"""A call of which nothing can be told: its price could be any."""


def nothing_approved(body: bytes | None) -> Findings:
    """Before anything is approved no call may leave."""
    return UNREADABLE


def said_of_changed(names: Iterable[str]) -> dict[str, str]:
    """What is said of each field that the form no longer shows as it was approved."""
    return dict.fromkeys(names, Message("differs from what was approved"))


def said_of_differing(names: Iterable[str]) -> dict[str, str]:
    """What is said of each member that differs; the form may well show it as it was approved."""
    return dict.fromkeys(
        names, Message("the page was about to send something else than was approved")
    )


def said_of_uncertain(names: Iterable[str]) -> tuple[str, ...]:
    """The warnings for members that could not be compared."""
    return tuple(
        Message("{name}: what the page sends of it could not be compared", name=name)
        for name in names
    )
