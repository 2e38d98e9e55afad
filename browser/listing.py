"""The values that travel through the browser half: what to sell, who sells it, what was filled.

Everything here is frozen. Free text is turned into options of the page by `matching`; pages fill
and read them through `site`. No I/O, no Playwright.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final

from browser.messages import Text

_UNBOUND: Final = frozenset({"aliases", "advice", "price_as_given"})
_ALWAYS_BOUND: Final = frozenset({"material", "parcel_size", "unisex"})
"""Bound as null too. What came with a later release is bound where it is given, so that what was
approved before keeps its digest."""


class FieldName(StrEnum):
    """The fields of a listing, by the names that both transports use."""

    PHOTOS = "photos"
    TITLE = "title"
    DESCRIPTION = "description"
    CATEGORY = "category"
    BRAND = "brand"
    SIZE = "size"
    CONDITION = "condition"
    COLOR = "color"
    MATERIAL = "material"
    UNISEX = "unisex"
    PRICE = "price"
    PARCEL_SIZE = "parcel_size"


@dataclass(frozen=True, slots=True)
class Price:
    """A decimal amount in a currency (ISO 4217), positive and of at most two decimals."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:.2f} {self.currency}"


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A checked photo on disk; `digest` is the SHA-256 of its bytes, in hex."""

    id: str
    path: Path
    digest: str
    width: int
    height: int
    filename: str = field(default="", repr=False, compare=False)
    """As it was uploaded: told to the seller alone, never logged."""
    one_color: bool | None = None
    """Whether nothing else is on it; None where nobody has looked."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a field as the page offers it; `id` is the site's, `parents` root first."""

    id: str
    label: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """What a seller's words for a field came to before, by the seller's own answer.

    `words` is the whole text of the field; `options` are those that the answer chose.
    """

    field: str
    words: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that the seller should look at: a stable code, the field, and what to do."""

    code: str
    field: str | None
    detail: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """What the seller wants to sell, in the seller's own words.

    `answers` maps a field (a `FieldName` or the code of another attribute of the page) to the
    option chosen by the seller: an option id or a text. They win over the free text. `aliases`
    are earlier answers to these very words, and win over it too where the page offers the same
    options. `advice` is what was said of the listing when it was accepted; `price_as_given` are the
    words that the price was understood from. None of these is part of what a yes is bound to: what
    they lead to is read back from the form.
    """

    title: str
    description: str
    price: Price
    category: str
    brand: str
    size: str
    condition: str
    color: str
    material: str | None = None
    parcel_size: str | None = None
    unisex: bool | None = None
    photos: tuple[PhotoFile, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    advice: tuple[Advice, ...] = ()
    price_as_given: str = ""

    def digest(self) -> str:
        """SHA-256 over the content and the photos' digests, in order: what a yes is bound to."""
        content = {
            each.name: value
            for each in fields(self)
            if (value := getattr(self, each.name)) is not None or each.name in _ALWAYS_BOUND
            if each.name not in _UNBOUND
        } | {
            "price": str(self.price),
            "photos": [photo.digest for photo in self.photos],
            "answers": dict(self.answers),
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class RankedOption:
    """An option with how well it fits the seller's words: `score` from 0 to 1, and why."""

    option: Option
    score: float
    reason: Text


class EvidenceSource(StrEnum):
    """Where in a listing the words stand that decided something; `SITE` is the open page."""

    HINT = "hint"
    TITLE = "title"
    DESCRIPTION = "description"
    BRAND = "brand"
    SIZE = "size"
    PRICE = "price"
    FIELD = "field"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the listing that decided a field, as they are written there."""

    source: EvidenceSource
    words: str


@dataclass(frozen=True, slots=True)
class FieldReport:
    """What was asked for a field, what the form now shows, and how sure the choice is.

    `rank` is the position of the locator that matched; above 0 the page has begun to change.
    `evidence` are the words that decided; `assumed` says that nothing was given for the field, and
    that they are the title's or the description's.
    """

    name: str
    asked: str | None
    chosen: str | None
    option_id: str | None = None
    score: float = 1.0
    reason: Text = "as given"
    alternatives: tuple[RankedOption, ...] = ()
    rank: int = 0
    evidence: tuple[Evidence, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A field that the seller's words do not decide: answer with an option id or a text.

    `label` is what the page calls the field, where the site tells it; `option_count` how many
    options were read of its list, all of which can be searched. None where there is no list.
    `categories` are the ids of the candidates of a question about the category for which it counts;
    none where it counts whatever the category.
    """

    field: str
    asked: str | None
    reason: Text
    candidates: tuple[RankedOption, ...] = ()
    label: str | None = None
    option_count: int | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormReading:
    """What the form shows when it is read back: field to text, and the photos by position.

    Compared before the click with the reading that the seller approved.
    """

    values: Mapping[str, str]
    photo_count: int

    def differences(self, approved: "FormReading") -> tuple[str, ...]:
        """Names of the fields that no longer show what was approved."""
        names = sorted({*self.values, *approved.values})
        changed = [name for name in names if self.values.get(name) != approved.values.get(name)]
        if self.photo_count != approved.photo_count:
            changed.append(FieldName.PHOTOS.value)
        return tuple(changed)


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie of a seller's session; the value never shows in a repr."""

    name: str
    value: str = field(repr=False)
    expires: float | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Seller:
    """An account opened for one market: what a browser context needs to be the seller.

    Holds the session in clear, so it lives only as long as the call that opens the context:
    it shows nothing in a repr and refuses to be pickled. `version` grows with every session
    that is saved for the account; a context of an older version is closed.
    """

    account: str
    origin: str
    user_agent: str
    version: int
    cookies: tuple[Cookie, ...]
    username: str | None = None

    def __repr__(self) -> str:
        return f"Seller(account={self.account!r}, origin={self.origin!r}, version={self.version})"

    def __reduce__(self) -> str:
        raise TypeError("a Seller holds a session in clear and is never pickled")


class ObstacleKind(StrEnum):
    """What stands in the way of a job until a person has acted."""

    CAPTCHA = "captcha"
    HUMAN_CHECK = "human_check"
    BLOCKED = "blocked"
    VERIFICATION = "verification"
    RATE_LIMITED = "rate_limited"
    PAY_WALL = "pay_wall"
    DIALOG = "dialog"
    UNEXPECTED_ANSWER = "unexpected_answer"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What a person has to act on; `heading` is the site's own, without what is secret."""

    kind: ObstacleKind
    heading: str | None = None


class SessionState(StrEnum):
    """What is known of a session.

    A look at the site never says the first two, and the last four are the ones that are stored.
    """

    ABSENT = "absent"
    MALFORMED = "malformed"
    WRONG_MARKET = "wrong_market"
    EXPIRED = "expired"
    CHALLENGED = "challenged"
    VALID = "valid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SessionCheck:
    """One look at a session; `username` and `user_id` only when it is valid.

    With a challenge: what stands there, a picture of it, and when the site will answer again.
    """

    state: SessionState
    username: str | None = None
    user_id: str | None = None
    reason: Text | None = None
    obstacle: Obstacle | None = None
    picture: bytes | None = field(default=None, repr=False)
    retry_at: datetime | None = None
