"""The sell form in one tab: what a person does on it, field by field.

A marketplace's folder fulfils `SellForm`. Methods are named after what a person does, and each says
what the page then showed; which option fits the seller's words is not decided here.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from browser.listing import FieldName, FormReading, Option, PhotoFile, Price

if TYPE_CHECKING:
    from browser.page.locators import Field
    from browser.page.outgoing import Approved, Findings
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
    meaning of their own, for a field that is typed: candidates of its question.
    """

    name: str
    kind: FieldKind
    required: bool
    limit: int = 1
    searched: bool = False
    suggested: str | None = None
    label: str | None = None
    known: tuple[Option, ...] = ()


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
    """The publish call's answer, read."""

    verdict: Verdict
    listing_id: str | None = None
    errors: Mapping[str, str] | None = None
    reason: str | None = None


class SellForm(Protocol):
    """The sell form in one tab."""

    @property
    def tab(self) -> "Tab": ...

    @property
    def language(self) -> str: ...

    @property
    def publish_button(self) -> "Field": ...

    @property
    def gate(self) -> "Gate": ...

    @property
    def outside(self) -> str:
        """A selector of what stands on the page and belongs to no form."""

    async def open(self, draft_id: str | None) -> None:
        """Open the empty form, or a draft's; raises when the site shows something else."""

    async def reload(self) -> None:
        """Open the same form once more, empty again."""

    async def shown_member(self) -> str | None:
        """The login that the page's header shows."""

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        """Replace the form's photos by these, in order."""

    async def write(self, field: FieldName, text: str) -> Shown:
        """Type a text into the title or the description."""

    def priced(self, price: Price) -> Price:
        """The price in the money that the form takes; raises ListingRefused for another."""

    async def type_price(self, price: Price) -> Shown:
        """Type a price the market's way and leave the field, so that the page takes it."""

    async def categories(self, words: str | None = None) -> tuple[Option, ...]:
        """All categories in which an item can be sold.

        A page that does not tell them all gives those that it shows for the seller's words.
        """

    @property
    def lists(self) -> Mapping[str, tuple[Option, ...]]:
        """The options that were read so far, by field: of the category and what belongs to it."""

    async def choose_category(self, option: Option) -> Shown:
        """Walk down to a category and choose it."""

    async def offered(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows for the chosen category, in the page's order."""

    async def refreshed(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows now: some mount only once others are filled."""

    async def parcel(self) -> OfferedField | None:
        """The parcel sizes as the page shows them now; None where it shows none."""

    @property
    def unshown(self) -> Unshown | None:
        """What the last `offered` found the category to have and the page to lack."""

    @property
    def found(self) -> tuple[OfferedField, ...]:
        """Those of the last `offered` that the page does show, also when it raised."""

    def samples(self, categories: Sequence[Option]) -> tuple[Option, ...]:
        """A few categories that differ in their fields; first one that brings most of them."""

    async def parts(self) -> tuple[Part, ...]:
        """Everything that the form should have now, in the page's order."""

    async def options(self, field: OfferedField, words: str | None) -> tuple[Option, ...]:
        """Open a field and read its options; `words` are searched where the field can search."""

    async def choose(self, field: OfferedField, options: Sequence[Option]) -> Shown:
        """Choose these options, and only these, and close the field."""

    async def empty(self, field: OfferedField) -> None:
        """Take away what a field of several values shows, where it shows any."""

    async def leave(self, field: OfferedField) -> None:
        """Close a field without choosing."""

    async def fill(self, field: OfferedField, text: str) -> Shown:
        """Type a text into one of the category's own fields."""

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        """Tick or untick a field."""

    async def decline_extras(self) -> None:
        """Untick what costs money."""

    async def read(self) -> FormReading:
        """What the whole form shows now."""

    async def errors(self) -> Mapping[str, str]:
        """The errors that the page shows, by field."""

    async def objected(self, *, seconds: float) -> bool:
        """Wait until the page shows an error; raises for a dialog that stands in the way."""

    def approve(self, approved: "Approved") -> None:
        """Say what the calls that leave from now on may send; before it none may."""

    def examine(self, body: bytes | None) -> "Findings":
        """What a call's body differs in from what was approved."""

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Members of the draft that was saved which could not be compared."""

    async def save_draft(self) -> str:
        """Save the form as a draft and return its id.

        Raises FormChanged when the page was about to send something else than was approved.
        """

    @property
    def draft_unsaved(self) -> bool:
        """Whether the last save has certainly left no draft."""

    def publish_answer(self, answer: "Overheard") -> PublishAnswer:
        """What the site's answer to the publish call says."""
