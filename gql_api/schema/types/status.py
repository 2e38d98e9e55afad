"""The types of sessions and of the service itself: capabilities, limits, health, figures."""

from datetime import datetime
from typing import Self

import strawberry

from gql_api.domain import status as values
from gql_api.limits.rate_limiter import WINDOW_SECONDS, RateLimiter
from gql_api.schema.context import Info
from gql_api.schema.resolvers import field
from gql_api.schema.types.by_name import by_name
from gql_api.schema.types.enums import JobState, SessionState, Source
from gql_api.schema.types.obstacles import Obstacle
from gql_api.schema.types.scalars import CurrencyCode
from gql_api.sessions.service import SessionStatus
from gql_api.texts import say


@strawberry.type(description="What is known of an account's session; never the session itself.")
class Session:
    id: strawberry.ID = strawberry.field(description="The account: each has one session.")
    account: str = strawberry.field(description="The account's name in Fripier.")
    market: str | None = strawberry.field(description="The host that it was saved for.")
    market_url: str | None = strawberry.field(description="Where that market is seen: a link.")
    state: SessionState = strawberry.field(description="What is known of it.")
    authenticated: bool = strawberry.field(description="Whether the site knows it as a member's.")
    username: str | None = strawberry.field(description="The member's name.")
    user_id: strawberry.ID | None = strawberry.field(description="The member's id on the site.")
    saved_at: datetime | None = strawberry.field(description="When it was saved.")
    checked_at: datetime | None = strawberry.field(description="When the site was last asked.")
    expires_at: datetime | None = strawberry.field(description="After this it has expired.")
    dropped_cookies: list[str] = strawberry.field(
        description="Names of pasted cookies that are never kept; only right after saving."
    )
    source: Source | None = strawberry.field(
        description="The form that was recognised in what was pasted; only right after saving."
    )
    reason: str | None = strawberry.field(description="Why it is in that state.")
    persisted: bool = strawberry.field(description="Whether it survives a restart.")
    obstacle: Obstacle | None = strawberry.field(description="What a person has to act on.")
    resting_until: datetime | None = strawberry.field(
        description="Until then the account rests after a challenge; see `resumeAccount`."
    )
    value: strawberry.Private[SessionStatus]

    @field("The picture of what the site showed to the session; null without one.")
    def picture_url(self, info: Info) -> str | None:
        found = self.value.picture_id
        return info.context.media.kept_picture(found) if found else None

    @classmethod
    def of(cls, session: SessionStatus) -> Self:
        return by_name(
            cls,
            session,
            id=strawberry.ID(session.account),
            user_id=strawberry.ID(session.user_id) if session.user_id else None,
            dropped_cookies=list(session.dropped),
            reason=say(session.reason),
            obstacle=Obstacle.of(session.obstacle),
            value=session,
        )


@strawberry.type(description="A country's market of the site.")
class Market:
    host: str = strawberry.field(description="Its host; name it in `market`.")
    language: str = strawberry.field(description="Its pages' language (ISO 639).")
    currency: CurrencyCode = strawberry.field(description="Its currency.")
    decimal_separator: str = strawberry.field(
        description="What is typed before the cents there; Fripier's own amounts have a point."
    )
    labels_known: bool = strawberry.field(
        description="Whether the form's labels are known; else ids and test ids find the fields."
    )

    @classmethod
    def of(cls, found: values.MarketFacts) -> Self:
        return by_name(cls, found)


@strawberry.type(description="What this service can do.")
class Capabilities:
    market: str = strawberry.field(description="The default market's host.")
    market_url: str = strawberry.field(description="Where that market is seen: a link.")
    currency: CurrencyCode = strawberry.field(description="That market's currency.")
    mock_mode: bool = strawberry.field(description="Whether it drives the stand-in market.")
    publish_enabled: bool = strawberry.field(description="Whether publishing is switched on.")
    photo_types: list[str] = strawberry.field(description="Media types of photos that are taken.")
    max_photos: int = strawberry.field(description="Photos of a listing.")
    max_photo_bytes: int = strawberry.field(description="Bytes of an uploaded photo.")
    max_photo_pixels: int = strawberry.field(description="Pixels of a photo of any other format.")
    max_jpeg_pixels: int = strawberry.field(description="Pixels of a JPEG that is not progressive.")
    max_webp_pixels: int = strawberry.field(description="Pixels of a WebP.")
    max_upload_files: int = strawberry.field(description="Files of one upload to /ingest/upload.")
    max_upload_total_bytes: int = strawberry.field(
        description="Bytes of all files of one upload to /ingest/upload together."
    )
    confirm_ttl_seconds: int = strawberry.field(description="How long a confirm token is good.")
    daily_listings: int | None = strawberry.field(
        description="Listings of an account in a day; null for no limit."
    )
    locator_pack: str | None = strawberry.field(
        description="SHA-256 of the file that adds locators, in hex; null without one."
    )
    version: str = strawberry.field(description="Fripier's release.")
    value: strawberry.Private[values.Capabilities]

    @field("The markets of the site.")
    def markets(self) -> list[Market]:
        return [Market.of(market) for market in self.value.markets]

    @classmethod
    def of(cls, found: values.Capabilities) -> Self:
        return by_name(cls, found, value=found)


@strawberry.type(description="A limit of requests, and what is left of it now.")
class RateLimit:
    name: str = strawberry.field(description="What is limited.")
    quota: int = strawberry.field(description="How many in a window.")
    window_seconds: int = strawberry.field(description="How long a window is.")
    remaining: int = strawberry.field(description="How many are left.")
    reset_seconds: int = strawberry.field(description="When there will be more.")

    @classmethod
    def of(cls, limiter: RateLimiter) -> Self:
        now = limiter.status()
        return by_name(cls, now, window_seconds=WINDOW_SECONDS)


@strawberry.type(description="The parts of the service.")
class Health:
    ok: bool = strawberry.field(description="Whether requests can be taken in.")
    database: bool = strawberry.field(description="Whether the database answers.")
    key: bool = strawberry.field(description="Whether stored sessions can be opened.")
    storage: bool | None = strawberry.field(
        description="Whether the store of photos and pictures answers; null when there is none."
    )
    browser: str | None = strawberry.field(description="The browser, when there is one.")
    browser_hint: str | None = strawberry.field(description="How to get one.")
    workers: int | None = strawberry.field(
        description="Workers that are alive; null where this process drives the browser itself."
    )

    @classmethod
    def of(cls, found: values.Health) -> Self:
        return by_name(cls, found, browser_hint=say(found.browser_hint))


@strawberry.type(description="How many jobs are in a state.")
class StateCount:
    state: JobState = strawberry.field(description="The state.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="The jobs that wait in a queue.")
class QueueFigures:
    name: str = strawberry.field(description="`jobs`, or `clicks` on publish.")
    jobs: int = strawberry.field(description="How many wait.")
    oldest_seconds: float = strawberry.field(description="How long the first of them has waited.")


@strawberry.type(description="Figures of everybody's work, over all machines.")
class ServiceStats:
    queues: list[QueueFigures] = strawberry.field(description="The jobs that wait, by queue.")
    clicks_last_minute: int = strawberry.field(description="Clicks on publish within a minute.")
    unknown_outcomes: int = strawberry.field(
        description="Clicks whose outcome a person has to settle."
    )
    accounts_resting: int = strawberry.field(description="Accounts that rest after a challenge.")
    photos: int = strawberry.field(description="Photos that are kept.")

    @classmethod
    def of(cls, shared: values.Shared) -> Self:
        return cls(
            queues=[
                QueueFigures(name=name, jobs=each.jobs, oldest_seconds=each.oldest_seconds)
                for name, each in shared.queues.items()
            ],
            clicks_last_minute=shared.clicks,
            unknown_outcomes=shared.unknown,
            accounts_resting=shared.resting,
            photos=shared.photos,
        )


@strawberry.type(
    description="Figures of what the caller has, and for an administrator of what everybody has."
)
class Stats:
    jobs: list[StateCount] = strawberry.field(description="Jobs by state.")
    published: int = strawberry.field(description="Listings published.")
    uptime_seconds: float = strawberry.field(description="Since the start.")
    open_forms: int = strawberry.field(description="Prepared forms that are kept open.")
    queue: int = strawberry.field(description="Jobs that wait.")
    service: ServiceStats | None = strawberry.field(
        description="Figures of the whole service; null for who is no administrator."
    )

    @classmethod
    def of(cls, found: values.Stats) -> Self:
        return by_name(
            cls,
            found,
            jobs=[StateCount(state=state, count=found.jobs.get(state, 0)) for state in JobState],
            service=ServiceStats.of(found.shared) if found.shared else None,
        )


@strawberry.type(description="One thing that has to be right before work can be done.")
class Check:
    name: str = strawberry.field(
        description="database, storage, key, disk, browser, workers or lease."
    )
    ok: bool = strawberry.field(description="Whether it is.")
    cure: str | None = strawberry.field(description="What to do when it is not.")


@strawberry.type(description="Whether the process that answers can do its work now.")
class Readiness:
    ok: bool = strawberry.field(description="Whether every check passes.")
    checks: list[Check] = strawberry.field(description="The checks.")

    @classmethod
    def of(cls, found: values.Readiness) -> Self:
        checks = [Check(name=each.name, ok=each.ok, cure=say(each.cure)) for each in found.checks]
        return cls(ok=found.ok, checks=checks)
