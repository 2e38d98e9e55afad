"""What every role is built from: stores, vault, events, photos and the values of the settings.

Building opens nothing. What drives browsers is `worker`'s, what answers requests `app`'s.
"""

import socket
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from browser.messages import Message
from browser.sites.vinted.markets import MARKETS, market_of
from browser.sites.vinted.packs import MAX_BYTES, NO_PACK, Pack, PackRefused, read_pack
from browser.sites.vinted.session import (
    CookieSelection,
    Malformation,
    MalformedSession,
    select_cookies,
)
from gql_api.cluster.worker_liveness import connection_name
from gql_api.db.aliases import AliasStore
from gql_api.db.api_keys import ApiKeyStore
from gql_api.db.database import Database
from gql_api.db.demanded_fields import DemandStore
from gql_api.db.draft_saves import DraftSaveStore
from gql_api.db.jobs import JobStore
from gql_api.db.later_looks import LaterLookStore
from gql_api.db.ownership import OwnerStore
from gql_api.db.page_reports import ExaminationStore
from gql_api.db.photos import PhotoStore, RestStore, WorkerStore
from gql_api.db.publish_intents import PublishStore
from gql_api.db.receipts import ReceiptStore
from gql_api.db.rpc_calls import RpcCallStore
from gql_api.db.sessions import EntryFile, EntryStore, EntryTable
from gql_api.db.statistics import FigureStore
from gql_api.domain.receipt import signer as signer_of_receipts
from gql_api.durable_files import MAX_PHOTO_BYTES
from gql_api.errors import Conflict, InvalidInput, SessionRefused
from gql_api.jobs.completion import Completion
from gql_api.jobs.drafts import Drafts
from gql_api.jobs.events import Broadcast, EventLog
from gql_api.listings.aliases import Aliases
from gql_api.media.local_store import Behind, Blobs, connect
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import MAX_PICTURE_BYTES, Pictures
from gql_api.observability.telemetry import Telemetry, Tracing, Untraced
from gql_api.security.confirm_token import ConfirmTokenSigner
from gql_api.security.keyring import KeyRing
from gql_api.sessions.service import Markets
from gql_api.sessions.vault import SessionVault
from gql_api.settings import (
    Settings,
    SettingsError,
    check_market,
    is_loopback,
    resolve_secret,
)


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
class Core:
    """The parts that both roles need. `name` tells this process apart from the others."""

    settings: Settings
    role: Role
    name: str
    market: str
    pack: Pack
    keys: KeyRing
    now: Clock
    database: Database
    jobs: JobStore
    publishes: PublishStore
    later_looks: LaterLookStore
    drafts: Drafts
    receipts: ReceiptStore
    blobs: tuple[Blobs, ...]
    intake: PhotoIntake
    photos: PhotoStore
    pictures: Pictures
    broadcast: Broadcast
    events: EventLog
    completion: Completion
    vault: SessionVault
    rests: RestStore
    markets: Markets
    signer: ConfirmTokenSigner
    rpc: RpcCallStore
    examinations: ExaminationStore
    aliases: Aliases
    demands: DemandStore
    workers: WorkerStore
    figures: FigureStore
    telemetry: Telemetry
    owners: OwnerStore
    api_keys: ApiKeyStore


def build_core(settings: Settings, role: Role, market: str) -> Core:
    """Every shared part, not yet opened. Raises SettingsError for what must not start."""
    check_market(settings, MARKETS)
    _check_role(settings, role)
    pack = _pack(settings.locator_pack)
    keys = resolve_secret(settings)
    folder = settings.data_dir.resolve()
    now = Clock()
    name = f"{socket.gethostname()[:24]}-{uuid.uuid4().hex[:12]}"
    database = Database(_absolute(settings.database_url), name=connection_name(name))
    receipts = ReceiptStore(database, signer_of_receipts(keys), pack.digest)
    jobs = JobStore(database, now, receipts.write)
    publishes = PublishStore(database, now, per_minute=settings.publish_per_minute)
    blobs = _blobs(settings, folder)
    intake = PhotoIntake(blobs[0])
    telemetry = Telemetry(_tracing(settings, name))
    broadcast = Broadcast()
    confirm_tokens = ConfirmTokenSigner(keys, settings.confirm_ttl, now=now)
    events = EventLog(jobs, broadcast, told_by_database=not database.is_sqlite)
    return Core(
        settings=settings,
        role=role,
        name=name,
        market=market,
        pack=pack,
        keys=keys,
        now=now,
        database=database,
        jobs=jobs,
        publishes=publishes,
        later_looks=LaterLookStore(database, now),
        drafts=Drafts(jobs, DraftSaveStore(database, now), events, confirm_tokens),
        receipts=receipts,
        blobs=blobs,
        intake=intake,
        photos=PhotoStore(database, now, intake.path_of),
        pictures=Pictures(blobs[1]),
        broadcast=broadcast,
        events=events,
        completion=Completion(events, publishes, telemetry),
        vault=SessionVault(entry_store(settings, database), keys, now=now),
        rests=RestStore(database),
        markets=_markets(market),
        signer=confirm_tokens,
        rpc=RpcCallStore(database, now),
        examinations=ExaminationStore(database, now, settings.daily_budget),
        aliases=Aliases(AliasStore(database, now)),
        demands=DemandStore(database, now),
        workers=WorkerStore(database),
        figures=FigureStore(database, now),
        telemetry=telemetry,
        owners=OwnerStore(database),
        api_keys=ApiKeyStore(database, now),
    )


def _pack(path: Path | None) -> Pack:
    if path is None:
        return NO_PACK
    try:
        with path.open("rb") as file:
            return read_pack(file.read(MAX_BYTES + 1))
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
        otel = import_module("gql_api.observability.otel")
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


def _blobs(settings: Settings, folder: Path) -> tuple[Blobs, Blobs]:
    """Where photos and pictures are: the data folder, or the store that STORAGE_URL names."""
    try:
        store = connect(settings.storage_url) if settings.storage_url else None
    except ValueError as error:
        raise SettingsError(f"STORAGE_URL: {error}.") from None

    def kind(name: str, limit: int) -> Blobs:
        size = settings.storage_cache_mb * 1_000_000
        behind = Behind(store, name, folder / "cache" / name, size) if store else None
        return Blobs(folder / name, limit=limit, behind=behind)

    return kind("photos", MAX_PHOTO_BYTES), kind("pictures", MAX_PICTURE_BYTES)


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


def _markets(default: str) -> Markets:
    """On a loopback market only that one counts: a real session is never sent there."""

    def origin_of(given: str) -> str:
        origin = market_of(given if "://" in given else f"https://{given}").origin
        here = urlsplit(default)
        if is_loopback(here.hostname or ""):
            if given in (default, here.netloc):
                return default
            raise ValueError(Message("only sessions for {host} are used here", host=here.netloc))
        if is_loopback(urlsplit(origin).hostname or ""):
            raise ValueError("a loopback market is only used as VINTED_BASE_URL")
        return origin

    return Markets(default=default, origin_of=origin_of, select=_selected)


def _selected(paste: str, host: str) -> CookieSelection:
    try:
        return select_cookies(paste, host=host)
    except MalformedSession as error:
        if error.malformation is Malformation.GUEST:
            raise SessionRefused(str(error), field="cookie") from error
        if error.malformation is Malformation.OTHER_HOST:
            raise Conflict(str(error), code="wrong_market", field="cookie") from error
        raise InvalidInput(str(error), field="cookie", code="session_malformed") from error


def _absolute(url: str) -> str:
    """A SQLite file named relative to the folder that the service was started in."""
    prefix = "sqlite:///"
    return f"{prefix}{Path(url.removeprefix(prefix)).resolve()}" if url.startswith(prefix) else url
