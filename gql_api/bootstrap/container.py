"""What every role is built from: stores, vault, events, photos and the values of the settings.

Building opens nothing. What drives browsers is `worker`'s, what answers requests `api`'s.
"""

import socket
import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import cast

from browser.site import MAX_PACK_BYTES, Marketplace, PackRefused
from browser.sites import DEFAULT, marketplace
from gql_api.bootstrap.deferred import part
from gql_api.bootstrap.market import session_markets
from gql_api.bootstrap.notices import audience, contact
from gql_api.bootstrap.preflight import check_files
from gql_api.bootstrap.secret_file import resolve_secret
from gql_api.cluster.live_relay import PURPOSE as LIVE
from gql_api.cluster.live_relay import LiveRelay
from gql_api.db.aliases import AliasStore
from gql_api.db.api_keys import ApiKeyStore
from gql_api.db.console_sessions import ConsoleSessionStore
from gql_api.db.database import Database, connection_name
from gql_api.db.forgotten_accounts import ForgottenAccountStore
from gql_api.db.importing.account_defaults import DefaultsStore
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import JobStore
from gql_api.db.notices.devices import PURPOSE as DEVICES
from gql_api.db.notices.devices import DeviceStore
from gql_api.db.notices.outbox import NoticeStore
from gql_api.db.option_lists import OptionListStore
from gql_api.db.ownership import OwnerStore
from gql_api.db.page_reports import ExaminationStore
from gql_api.db.photos import PhotoStore
from gql_api.db.publishing.demanded_fields import DemandStore
from gql_api.db.publishing.draft_saves import DraftSaveStore
from gql_api.db.publishing.later_looks import LaterLookStore
from gql_api.db.publishing.publish_intents import PublishStore
from gql_api.db.publishing.receipts import ReceiptStore
from gql_api.db.rpc_calls import RpcCallStore
from gql_api.db.sessions import EntryFile, EntryStore, EntryTable, RestStore
from gql_api.db.statistics import FigureStore, WorkerStore
from gql_api.domain.content_digest import PURPOSE as CONTENT
from gql_api.domain.content_digest import ContentDigests
from gql_api.domain.receipt import signer as signer_of_receipts
from gql_api.jobs.completion import Completion
from gql_api.jobs.drafts import Drafts
from gql_api.jobs.events import Broadcast, EventLog
from gql_api.jobs.live_pictures import LivePictures
from gql_api.limits.capacity import machine
from gql_api.listings.admission import Admission
from gql_api.listings.aliases import Aliases
from gql_api.media.local_store import Behind, Blobs, connect
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import MAX_PICTURE_BYTES, Pictures
from gql_api.observability.telemetry import Telemetry, Tracing, Untraced
from gql_api.security.confirm_token import ConfirmTokenSigner
from gql_api.security.keyring import KeyRing
from gql_api.security.vapid import Vapid
from gql_api.sessions.service import Markets
from gql_api.sessions.vault import SessionVault
from gql_api.settings import Settings, SettingsError, check_market


class Role(StrEnum):
    """What a process does: answer requests, drive browsers, or both."""

    ALL = "all"
    API = "api"
    WORKER = "worker"


class Clock:
    """UTC, by the clock of the PostgreSQL server where several machines count by one."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move(self, by: timedelta) -> None:
        """Go forward, for what waits long."""
        self._ahead += by

    async def set_by(self, database: Database) -> None:
        """Take over the server's time; a SQLite file has none."""
        if not database.is_sqlite:
            self._ahead = await database.ahead()


@dataclass(frozen=True, slots=True)
class Stores:
    """What is read and written in the database, a store for each subject."""

    jobs: JobStore
    publishes: PublishStore
    later_looks: LaterLookStore
    forgotten: ForgottenAccountStore
    receipts: ReceiptStore
    photos: PhotoStore
    rests: RestStore
    rpc: RpcCallStore
    examinations: ExaminationStore
    demands: DemandStore
    workers: WorkerStore
    figures: FigureStore
    owners: OwnerStore
    option_lists: OptionListStore
    api_keys: ApiKeyStore
    console_sessions: ConsoleSessionStore
    imports: ImportStore
    defaults: DefaultsStore
    notices: NoticeStore
    devices: DeviceStore


@dataclass(frozen=True, slots=True)
class Media:
    """The files of photos and pictures; `blobs` are those of both, to be opened."""

    blobs: tuple[Blobs, Blobs]
    intake: PhotoIntake
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class Core:
    """The parts that both roles need. `name` tells this process apart from the others."""

    settings: Settings
    role: Role
    name: str
    market: str
    marketplace: Marketplace
    keys: KeyRing
    vapid: Vapid
    signer: ConfirmTokenSigner
    now: Clock
    database: Database
    stores: Stores
    media: Media
    broadcast: Broadcast
    events: EventLog
    live: LivePictures
    relay: LiveRelay | None
    completion: Completion
    drafts: Drafts
    vault: SessionVault
    markets: Markets
    aliases: Aliases
    telemetry: Telemetry


def build_core(settings: Settings, role: Role, market: str, name_of_site: str = DEFAULT) -> Core:
    """Every shared part, not yet opened. Raises SettingsError for what must not start."""
    site = _with_pack(marketplace(name_of_site), settings.locator_pack)
    check_market(settings, site.markets)
    _check_role(settings, role)
    check_files(settings)
    keys = resolve_secret(settings)
    now = Clock()
    name = f"{socket.gethostname()[:24]}-{uuid.uuid4().hex[:12]}"
    database = Database(_absolute(settings.database_url), name=connection_name(name))
    media = _media(settings, settings.data_dir.resolve(), site.limits.photo_bytes)
    receipts = ReceiptStore(database, signer_of_receipts(keys), site.pack_digest)
    digests = ContentDigests(keys.derive_bytes(CONTENT))
    stores = _stores(
        settings, database, now, keys, receipts=receipts, intake=media.intake, digests=digests
    )
    telemetry = Telemetry(_tracing(settings, name))
    broadcast = Broadcast()
    signer = ConfirmTokenSigner(keys, settings.confirm_ttl, now=now)
    events = EventLog(stores.jobs, broadcast, told_by_database=not database.is_sqlite)
    relay = None if database.is_sqlite else LiveRelay(database, keys.derive(LIVE))
    return Core(
        settings=settings,
        role=role,
        name=name,
        market=market,
        marketplace=site,
        keys=keys,
        vapid=Vapid(keys, contact(settings), now),
        signer=signer,
        now=now,
        database=database,
        stores=stores,
        media=media,
        broadcast=broadcast,
        events=events,
        live=LivePictures(now, relay),
        relay=relay,
        completion=Completion(events, stores.publishes, telemetry),
        drafts=Drafts(stores.jobs, DraftSaveStore(database, now), events, signer),
        vault=SessionVault(entry_store(settings, database), keys, now=now),
        markets=session_markets(market, site),
        aliases=Aliases(AliasStore(database, now)),
        telemetry=telemetry,
    )


def _stores(
    settings: Settings,
    database: Database,
    now: Clock,
    keys: KeyRing,
    *,
    receipts: ReceiptStore,
    intake: PhotoIntake,
    digests: ContentDigests,
) -> Stores:
    per_minute = settings.publish_per_minute
    notices = NoticeStore(database, now, audience(settings))
    budget = settings.daily_budget
    imports = ImportStore(database, now, ahead=settings.import_ahead, budget=budget)
    return Stores(
        jobs=JobStore(database, now, receipts.write, notices.write),
        publishes=PublishStore(database, now, per_minute=per_minute, digests=digests),
        later_looks=LaterLookStore(database, now),
        forgotten=ForgottenAccountStore(database, now, digests),
        receipts=receipts,
        photos=PhotoStore(database, now, intake.path_of),
        rests=RestStore(database),
        rpc=RpcCallStore(database, now),
        examinations=ExaminationStore(database, now, budget),
        demands=DemandStore(database, now),
        workers=WorkerStore(database),
        figures=FigureStore(database, now),
        owners=OwnerStore(database),
        option_lists=OptionListStore(database),
        api_keys=ApiKeyStore(database, now),
        console_sessions=ConsoleSessionStore(database, now),
        defaults=DefaultsStore(database, now, follow=partial(imports.replan, anew=True)),
        imports=imports,
        notices=notices,
        devices=DeviceStore(database, now, keys.derive(DEVICES)),
    )


def admission_of(core: "Core", refused: Counter[str]) -> Admission:
    """The rules by which jobs start, for whoever takes them in; `refused` counts refusals."""
    settings, stores = core.settings, core.stores
    return Admission(
        jobs=stores.jobs,
        publishes=stores.publishes,
        signer=core.signer,
        publish_enabled=settings.publish_enabled,
        daily_budget=settings.daily_budget,
        max_queued=settings.max_queued_per_account,
        now=core.now,
        patience=settings.job_deadline,
        places=machine().forms_under_way(paced=settings.pacing != "off"),
        refused=refused,
    )


def _with_pack(site: Marketplace, path: Path | None) -> Marketplace:
    if path is None:
        return site
    try:
        with path.open("rb") as file:
            return site.with_pack(file.read(MAX_PACK_BYTES + 1))
    except OSError as error:
        raise SettingsError(
            f"LOCATOR_PACK: {path} cannot be read ({error.strerror}). Name a file that can be, or "
            "leave the variable out."
        ) from None
    except PackRefused as error:
        raise SettingsError(f"LOCATOR_PACK: {path}: {error}.") from None


def _tracing(settings: Settings, name: str) -> Tracing:
    """OpenTelemetry where an address to send spans to is set; it is loaded for nobody else."""
    if not settings.traced:
        return Untraced()
    try:
        otel = part("gql_api.observability.otel")
        return cast("Tracing", otel.Traced(name))
    except ImportError:
        raise SettingsError(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, and OpenTelemetry is not installed. Run "
            "`pip install 'fripier[otel]'`, or take the variable away."
        ) from None


def entry_store(settings: Settings, database: Database) -> EntryStore:
    """Where the sealed sessions are: a file beside SQLite, a table on PostgreSQL."""
    if database.is_sqlite:
        return EntryFile(settings.session_store_path.resolve())
    return EntryTable(database)


def _media(settings: Settings, folder: Path, photo_bytes: int) -> Media:
    """Photos and pictures where they are: the data folder, or the store that STORAGE_URL names."""
    try:
        store = connect(settings.storage_url) if settings.storage_url else None
    except ValueError as error:
        raise SettingsError(f"STORAGE_URL: {error}.") from None

    def kind(name: str, limit: int) -> Blobs:
        size = settings.storage_cache_mb * 1_000_000
        behind = Behind(store, name, folder / "cache" / name, size) if store else None
        return Blobs(folder / name, limit=limit, behind=behind)

    photos, pictures = kind("photos", photo_bytes), kind("pictures", MAX_PICTURE_BYTES)
    return Media((photos, pictures), PhotoIntake(photos), Pictures(pictures))


def open_database(settings: Settings) -> Database:
    """The database alone, for the command line beside a running service."""
    return Database(_absolute(settings.database_url))


def _check_role(settings: Settings, role: Role) -> None:
    if role is Role.ALL:
        return
    if settings.database_url.startswith("sqlite"):
        raise SettingsError(
            f"The role {role} shares its work with other processes through PostgreSQL: set "
            "DATABASE_URL=postgresql://..., or leave the role out for one process that does all."
        )
    if settings.secret_key is None:
        raise SettingsError(
            f"The role {role} shares sealed sessions with other processes: give all of them the "
            "same SECRET_KEY. `fripier secret new` prints one."
        )
    if not settings.storage_url:
        raise SettingsError(
            f"The role {role} shares photos and pictures with other processes: set STORAGE_URL to "
            "s3://bucket/prefix or, for a folder that all of them see, file:///mnt/shared."
        )
    if settings.mock_mode:
        raise SettingsError(
            f"MOCK_MODE runs the stand-in market inside one process, and the role {role} is one "
            "of several: run `fripier standin` and set VINTED_BASE_URL to its address."
        )


def _absolute(url: str) -> str:
    """A SQLite file named relative to the folder that the service was started in."""
    prefix = "sqlite:///"
    return f"{prefix}{Path(url.removeprefix(prefix)).resolve()}" if url.startswith(prefix) else url
