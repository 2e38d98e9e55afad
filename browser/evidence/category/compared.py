"""A category and a listing as they are compared: what each names, and for whom it is.

Reading them is `features`' matter, and what the comparison says, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from browser.evidence.audience import Audience
from browser.listing import Option


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category by what its path names, and for whom it is."""

    option: Option
    own: frozenset[str]
    things: tuple[frozenset[str], ...]
    every: frozenset[str]
    people: frozenset[str]
    heads: frozenset[str]
    """What its label says that it is: the lamp of a table lamp."""
    heads_above: frozenset[str]
    branches: tuple[frozenset[str], ...]
    """What the levels above it call their things."""


@dataclass(frozen=True, slots=True)
class ReadListing:
    """A listing as it is compared: its texts without what belongs to something else."""

    hint: str
    title: str
    thing: str
    """The title with the device that something is made for."""
    description: str
    brand: str
    audience: Audience
    hint_concepts: frozenset[str]
    title_concepts: frozenset[str]
    concepts: frozenset[str]
    places: Mapping[str, int]
    """Where the title names each concept first."""
    known: frozenset[str]
    """What title and hint name, as far as a label of the page does."""
    shoe_size: int | None
    title_head: str | None
    """What the title says that it is, if the page knows that."""
    is_sized_for_women: bool
    """Whether its size, if it is one of clothes, is one that only women's have."""
