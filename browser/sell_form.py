"""The sell form in one tab: what a person does on it, by subject.

A marketplace's folder fulfils `SellForm` and its parts. Methods are named after what a person does,
and say what the page then showed; which option fits the seller's words is not decided here.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from browser.listing import FieldName, FormReading, Option, PhotoFile, Price

if TYPE_CHECKING:
    from browser.page.locators import Field, Match
    from browser.page.outgoing import Approved, Examine
    from browser.page.request_gate import Gate, Overheard
    from browser.page.tab import Tab

CUSTOM_OPTION: Final = "custom"
"""Id of the option that takes the seller's words as they are."""
NO_OPTION: Final = "none"
"""Id of the option that says that there is none."""

Counted = Callable[[int, int], Awaitable[None]]


class FieldKind(StrEnum):
    """How a field is filled."""

    ONE = "one"
    SEVERAL = "several"
    TICK = "tick"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class OfferedField:
    """A field that the page shows for the chosen category.

    `searched` lists are found by typing; `suggested` is the id of the option the site recommends;
    `label` is what the page calls the field, where the site tells it. `known` are texts with a
    meaning of their own, for a field that is typed: candidates of its question. `unproven` are ids
    of options of which nobody knows what they mean: they are asked about, whatever they are called.
    `listed` is what a searched list of the account showed unasked before, which it need not now.
    """

    name: str
    kind: FieldKind
    required: bool
    limit: int = 1
    searched: bool = False
    suggested: str | None = None
    label: str | None = None
    known: tuple[Option, ...] = ()
    unproven: frozenset[str] = frozenset()
    listed: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A field that a category would bring, as the site tells of it before it is chosen.

    `options` are those of its list; none where the site keeps them for its page.
    """

    field: OfferedField
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Unshown:
    """A field that the site has for the category and its page does not show.

    `options` are those that the site lists for it; none where it has not said.
    """

    name: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form that an examination looks for, in the page's order.

    `visible` is whether it is to be seen; `always` says that it belongs to every form, `demanded`
    that the site is known to demand it where it is there, `placed` that its place is known, too.
    """

    field: "Field"
    visible: bool = True
    always: bool = False
    demanded: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field shows after it was filled, and the rank of the locator that found it."""

    text: str
    rank: int


class Verdict(StrEnum):
    """What the site's own answer to the publish call says; refused: by a person's obstacle."""

    PUBLISHED = "published"
    REJECTED = "rejected"
    REFUSED = "refused"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class PublishAnswer:
    """The publish call's answer, read; `plain` says that it leaves nothing to be looked at first.

    An answer that names something to be done may be of an item that is held back.
    """

    verdict: Verdict
    listing_id: str | None = None
    errors: Mapping[str, str] | None = None
    reason: str | None = None
    plain: bool = False


class Content(Protocol):
    """What every listing has: photos, texts, a price."""

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        """Replace the form's photos by these, in order."""

    async def hand_over(self, photos: Sequence[PhotoFile]) -> Shown:
        """Begin to replace the form's photos by these: the page sends them by itself from here."""

    async def photos_taken(self, counted: Counted) -> None:
        """Wait until the site has taken what was handed over; presses nothing meanwhile."""

    async def arrange_photos(self, counted: Counted) -> None:
        """See that the photos that were taken stand in their order, and put them right if not."""

    async def write(self, field: FieldName, text: str) -> Shown:
        """Type a text into the title or the description."""

    def priced(self, price: Price) -> Price:
        """The price in the money that the form takes; raises ListingRefused for another."""

    async def type_price(self, price: Price) -> Shown:
        """Type a price the market's way and leave the field, so that the page takes it."""


class Category(Protocol):
    """The category, on which the other fields depend."""

    async def options(self, words: str | None = None) -> tuple[Option, ...]:
        """All categories to sell in; where the page does not tell them, those for the words."""

    async def suggested(self) -> tuple[str, ...]:
        """The ids that the open list suggests by itself, in its order; it is left open.

        What comes late is not waited for beyond a moment.
        """

    async def choose(self, option: Option) -> Shown:
        """Walk down to a category and choose it."""

    async def leave(self) -> None:
        """Close the list without choosing; nothing happens where it is closed."""


class Picker(Protocol):
    """What one field's options are chosen with."""

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """Open the field and read its options; `words` are searched where the field can search."""

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose these options, and only these, and close the field."""

    async def empty(self) -> None:
        """Take away what a field of several values shows, where it shows any."""

    async def leave(self) -> None:
        """Close the field without choosing."""


class CategoryFields(Protocol):
    """The fields that the page shows for the chosen category, and its boxes."""

    async def offered(self) -> tuple[OfferedField, ...]:
        """The fields of a category that was just chosen, in the page's order."""

    async def refreshed(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows now: some mount only once others are filled."""

    async def foreseen(self, category: Option) -> tuple[Foreseen, ...]:
        """The fields that a category would bring, with one call at most and nothing pressed.

        None of them where the site does not tell. Raises what stands in the way, as any step.
        """

    async def parcel(self) -> OfferedField | None:
        """The parcel sizes as the page shows them now; None where it shows none."""

    @property
    def unshown(self) -> Unshown | None:
        """What the last `offered` found the category to have and the page to lack."""

    @property
    def found(self) -> tuple[OfferedField, ...]:
        """Those of the last `offered` that the page does show, also when it raised."""

    def picker(self, field: OfferedField) -> Picker:
        """What the options of a field are chosen with."""

    async def fill(self, field: OfferedField, text: str) -> Shown:
        """Type a text into a field."""

    async def empty(self, field: OfferedField) -> None:
        """Take away a tick, or a text, that the page came with; a list of one keeps what it has."""

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        """Tick or untick a field."""

    async def decline_extras(self) -> None:
        """Untick what costs money."""


class FormReader(Protocol):
    """What the form shows, to be compared; and what the page objects to."""

    async def read(self) -> FormReading:
        """What the whole form shows now."""

    async def read_in_reach(
        self, button: "Field", *, seconds: float
    ) -> tuple[FormReading, "Match"] | None:
        """What it shows once a press would reach the button, and where; None when none would."""

    async def errors(self) -> Mapping[str, str]:
        """The errors that the page shows, by field."""

    async def objected(self, *, seconds: float) -> bool:
        """Wait until the page shows an error; raises for a dialog that stands in the way."""


class Layout(Protocol):
    """What an examination looks at."""

    @property
    def outside(self) -> str:
        """A selector of what stands on the page and belongs to no form."""

    def samples(self, categories: Sequence[Option]) -> tuple[Option, ...]:
        """A few categories that differ in their fields; first one that brings most of them."""

    async def parts(self) -> tuple[Part, ...]:
        """Everything that the form should have now, in the page's order."""


class Drafts(Protocol):
    """Saving the form as a draft."""

    async def save(self) -> str:
        """Save the form and return the draft's id; FormChanged when it is not as approved."""

    @property
    def unsaved(self) -> bool:
        """Whether the last save has certainly left no draft."""

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Members of the draft that was saved which could not be compared."""


class Publishing(Protocol):
    """The call that publishes: its button, what it may send, what it was answered."""

    @property
    def button(self) -> "Field": ...

    @property
    def gate(self) -> "Gate": ...

    def approve(self, approved: "Approved") -> None:
        """Say what the calls that leave from now on may send, a draft's too; before it none may."""

    @property
    def examine(self) -> "Examine":
        """What a call's body differs in from what was approved."""

    def read_answer(self, answer: "Overheard") -> PublishAnswer:
        """What the site's answer to the publish call says."""


class SellForm(Protocol):
    """The sell form in one tab: the way to it, and its parts."""

    @property
    def tab(self) -> "Tab": ...

    @property
    def language(self) -> str: ...

    async def open(self, draft_id: str | None) -> None:
        """Open the empty form, or a draft's; raises when the site shows something else."""

    async def reload(self) -> None:
        """Open the same form once more, empty again."""

    async def shown_member(self) -> str | None:
        """The login that the page's header shows."""

    @property
    def content(self) -> Content: ...

    @property
    def category(self) -> Category: ...

    @property
    def fields(self) -> CategoryFields: ...

    @property
    def reader(self) -> FormReader: ...

    @property
    def layout(self) -> Layout: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def publishing(self) -> Publishing: ...
