"""What the service says of itself: what it can do, whether its parts work, and its figures.

Values only. The service fills them in, the transports show them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gql_api import __version__


@dataclass(frozen=True, slots=True)
class MarketFacts:
    """A country's market: how prices are typed there, and whether its form's labels are known.

    Where they are not, fields are found by their ids and test ids alone.
    """

    host: str
    language: str
    currency: str
    decimal_separator: str
    labels_known: bool


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What this service can do and how much of it; sizes in bytes, times in seconds.

    `locator_pack` is the digest of the file that adds locators to those of the release.
    """

    market: str
    currency: str
    mock_mode: bool
    publish_enabled: bool
    confirm_ttl_seconds: int
    publish_per_minute: int
    uploads_per_minute: int
    prepares_per_minute: int
    daily_listings: int | None
    max_photos: int
    max_photo_bytes: int
    markets: tuple[MarketFacts, ...]
    locator_pack: str | None = None
    photo_types: tuple[str, ...] = (
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/heic",
    )
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Works:
    """What drives browsers for this process: its own, or `workers` on other machines.

    `browser` names a browser that runs; else `hint` says how to get one. `open_forms` are the jobs
    whose filled forms stand open.
    """

    browser: str | None
    hint: str | None = None
    open_forms: tuple[str, ...] = ()
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the parts can be used; a missing browser does not stop the service.

    `key` is whether every stored session can be opened with the keys that are set, `storage`
    whether the store of photos and pictures answers; None when the data folder keeps them.
    """

    database: bool
    browser: str | None
    browser_hint: str | None = None
    key: bool = True
    workers: int | None = None
    storage: bool | None = None

    @property
    def ok(self) -> bool:
        """Whether requests can be taken in."""
        return self.database and self.storage is not False


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of this process and its database."""

    jobs: Mapping[str, int]
    published: int
    uptime_seconds: float
    open_forms: int
    queue: int
