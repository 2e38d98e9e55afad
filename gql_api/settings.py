"""Settings: read once from the environment, checked, frozen and passed in; never a global.

Owns names, types, defaults, bounds and what refuses to start. `__main__` and `app` read it and
hand values on. Which hosts are the marketplace's is told by `app`, because only the browser half
knows; where the secret is kept without SECRET_KEY is decided here.
"""

import os
import re
from collections.abc import Collection, Mapping
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

import structlog
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from gql_api.files import exclusive, write_durably
from gql_api.keys import KeyRing, WeakSecret, new_secret

_log = structlog.get_logger(__name__)

FILE_NAME: Final = "secret.key"
_API_KEY_LENGTH: Final = 16
_BUCKET: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")


class SettingsError(Exception):
    """The service refuses to start; the text names the variable and the cure, a line each."""


def _listed(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _market_address(value: str) -> str:
    parts = urlsplit(value.strip().rstrip("/"))
    plain = f"{parts.scheme}://{parts.netloc}"
    if parts.geturl() != plain or "@" in parts.netloc or not parts.hostname:
        raise ValueError("give the scheme and the host only, as in https://www.vinted.fr")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("only https is accepted, and http on loopback")
    return plain.lower()


def _origin(value: str) -> str:
    parts = urlsplit(value.rstrip("/"))
    if value != "*" and (parts.scheme not in {"http", "https"} or parts.path or not parts.netloc):
        raise ValueError(f"{value!r} is not an origin such as https://shop.example, and not *")
    return value.rstrip("/").lower()


def _strong_secret(value: SecretStr) -> SecretStr:
    KeyRing.parse(value.get_secret_value())
    return value


def _long_key(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < _API_KEY_LENGTH:
        raise ValueError(f"every key needs {_API_KEY_LENGTH} characters or more")
    return value


def _database_address(value: str) -> str:
    if not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("only sqlite:/// and postgresql:// addresses are accepted")
    return value


def _storage_address(value: str) -> str:
    parts = urlsplit(value.strip())
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("keys and options are no part of the address: S3's are AWS_ variables")
    if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/"):
        return parts.geturl()
    if parts.scheme == "s3" and _BUCKET.fullmatch(parts.netloc):
        return parts.geturl()
    raise ValueError("give file:/// and an absolute folder, or s3:// and a bucket")


_LISTED = (NoDecode, BeforeValidator(_listed))
Origin = Annotated[str, AfterValidator(_origin)]
ApiKey = Annotated[SecretStr, AfterValidator(_long_key)]
Lowered = BeforeValidator(lambda value: value.lower() if isinstance(value, str) else value)


class Settings(BaseSettings):
    """Every variable of the environment that Fripier reads, by its name in lower case.

    Constructing one reads no environment: that is `load_settings`.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    secret_key: Annotated[SecretStr, AfterValidator(_strong_secret)] | None = Field(
        None, description="one Fernet key, or several separated by commas"
    )
    data_dir: Path = Field(Path("data"), description="the folder of everything that is kept")
    session_store_path: Path = Field(
        default_factory=lambda given: given["data_dir"] / "session.enc",
        description="the file of the sealed sessions",
    )
    database_url: Annotated[str, AfterValidator(_database_address)] = Field(
        default_factory=lambda given: f"sqlite:///{given['data_dir'] / 'fripier.db'}",
        description="an SQLAlchemy address of SQLite or PostgreSQL",
        repr=False,
    )
    storage_url: Annotated[str, AfterValidator(_storage_address)] | None = Field(
        None, description="a store of photos, as in file:///mnt/share or s3://bucket/prefix"
    )
    storage_cache_mb: int = Field(
        1000, ge=50, le=1_000_000, description="megabytes, from 50 to 1000000"
    )
    mock_mode: bool = Field(False, description="true drives the built-in stand-in market")
    vinted_base_url: Annotated[str, AfterValidator(_market_address)] = Field(
        "https://www.vinted.fr", description="the market's address, a host of its own or loopback"
    )
    host: str = Field("127.0.0.1", min_length=1, description="the address to listen on")
    port: int = Field(5000, ge=0, le=65535, description="the port to listen on, 0 for a free one")
    cors_origins: Annotated[tuple[Origin, ...], *_LISTED] = Field(
        ("*",), description="origins of front ends, separated by commas, or *"
    )
    allowed_hosts: Annotated[tuple[str, ...], *_LISTED] = Field(
        (), description="names that this service is reached by, as in *.replit.app"
    )
    api_keys: Annotated[tuple[ApiKey, ...], *_LISTED] = Field(
        (), description="keys of callers, separated by commas"
    )
    allow_anonymous: bool = Field(False, description="true answers callers without a key")
    pacing: Annotated[Literal["human", "calm", "off"], Lowered] = Field(
        "human", description="human, calm or off"
    )
    confirm_ttl_seconds: int = Field(
        900, ge=1, le=86_400, description="how long a yes is good, from 1 to 86400 seconds"
    )
    publish_enabled: bool = Field(True, description="false is the hard stop for publishing")
    publish_per_minute: int = Field(5, ge=1, le=60, description="a number from 1 to 60")
    uploads_per_minute: int = Field(60, ge=1, le=6000, description="a number from 1 to 6000")
    prepares_per_minute: int = Field(20, ge=1, le=600, description="a number from 1 to 600")
    operations_per_minute: int = Field(
        6000, ge=10, le=1_000_000, description="a number from 10 to 1000000"
    )
    daily_listings: int = Field(
        20, ge=1, le=1000, description="listings of an account in a day, from 1 to 1000"
    )
    cooldown_minutes: int = Field(
        60, ge=0, le=10_080, description="rest after a challenge, from 0 to 10080 minutes"
    )
    max_queued_per_account: int = Field(20, ge=1, le=1000, description="a number from 1 to 1000")
    job_deadline_minutes: int = Field(
        60, ge=1, le=1440, description="how long a job may take, from 1 to 1440 minutes"
    )
    retain_jobs_days: int = Field(
        30, ge=1, le=3650, description="how long finished jobs are kept, from 1 to 3650 days"
    )
    retain_photos_days: int = Field(
        30, ge=1, le=3650, description="how long unused photos are kept, from 1 to 3650 days"
    )
    retain_answers_days: int = Field(
        14, ge=1, le=3650, description="how long questions may wait, from 1 to 3650 days"
    )
    locator_pack: Path | None = Field(
        None, description="a JSON file with further signs of the sell form's fields"
    )
    chromium_path: Path | None = Field(None, description="a Chromium program, else one is found")
    headless: bool = Field(True, description="false shows the browser")
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Lowered] = Field(
        "info", description="debug, info, warning or error"
    )
    log_format: Annotated[Literal["console", "json"], Lowered] = Field(
        "console", description="console or json"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)

    @property
    def on_stand_in(self) -> bool:
        """No real account is at stake: the stand-in market, or a market on loopback."""
        return self.mock_mode or is_loopback(urlsplit(self.vinted_base_url).hostname or "")

    @property
    def daily_budget(self) -> int | None:
        """Listings of an account in a day; None is off."""
        return self.daily_listings if self._counts("daily_listings") else None

    @property
    def cooldown(self) -> timedelta:
        """The rest after a challenge; zero is off."""
        minutes = self.cooldown_minutes if self._counts("cooldown_minutes") else 0
        return timedelta(minutes=minutes)

    @property
    def job_deadline(self) -> timedelta:
        return timedelta(minutes=self.job_deadline_minutes)

    @property
    def confirm_ttl(self) -> timedelta:
        return timedelta(seconds=self.confirm_ttl_seconds)

    def _counts(self, name: str) -> bool:
        return name in self.model_fields_set or not self.on_stand_in


def load_settings(env: Mapping[str, str] | None = None) -> Settings:
    """The settings of the process's environment, or of `env`; empty values count as absent."""
    source = EnvSettingsSource(Settings, env_ignore_empty=True)
    if env is not None:
        source.env_vars = {name.lower(): text for name, text in env.items() if text}
    try:
        return Settings(**source())
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None


def check_exposure(settings: Settings) -> None:
    """Refuse to listen beyond this machine when nobody said who may call."""
    open_door = settings.api_keys or settings.allow_anonymous
    if is_loopback(settings.host) or open_door:
        return
    raise SettingsError(
        f"HOST={settings.host} is reachable from other machines and nobody needs a key. Set "
        "API_KEYS to one or several keys, or ALLOW_ANONYMOUS=true if everyone may publish with "
        "the stored sessions, or HOST=127.0.0.1."
    )


def check_market(settings: Settings, market_hosts: Collection[str]) -> None:
    """Refuse a market address that is neither loopback nor one of the marketplace's own hosts."""
    host = urlsplit(settings.vinted_base_url).hostname or ""
    if is_loopback(host) or host in market_hosts:
        return
    raise SettingsError(
        f"VINTED_BASE_URL: {host} is not a host of the marketplace, and a session is sent to no "
        "other. Set it to https://www.vinted.fr or the address of your country."
    )


def resolve_secret(settings: Settings) -> KeyRing:
    """The keys of SECRET_KEY; on loopback, without it, those of a file made at the first start."""
    if settings.secret_key is not None:
        return KeyRing.parse(settings.secret_key.get_secret_value())
    if not is_loopback(settings.host):
        raise SettingsError(
            f"SECRET_KEY is not set, and HOST={settings.host} is not loopback. Run "
            "`fripier secret new` and set SECRET_KEY to the line that it prints; keep it, "
            "the stored sessions cannot be opened without it."
        )
    return _kept_secret(settings.data_dir / FILE_NAME)


def is_loopback(host: str) -> bool:
    """Whether an address or name reaches this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _kept_secret(path: Path) -> KeyRing:
    try:
        if not path.exists():
            _make_secret(path)
        return _read_secret(path)
    except OSError as error:
        raise SettingsError(
            f"DATA_DIR: {path} cannot be used ({error.strerror}). Name a folder that can be "
            "written and has room, or set SECRET_KEY."
        ) from error


def _make_secret(path: Path) -> None:
    with exclusive(path):
        if not path.exists():
            write_durably(path, f"{new_secret()}\n".encode())
            _log.warning("secret_made", path=str(path), advice="back it up with the data folder")


def _read_secret(path: Path) -> KeyRing:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise SettingsError(f"{path} can be read by others. Run `chmod 600 {path}`.")
    try:
        return KeyRing.parse(path.read_text("utf-8"))
    except (WeakSecret, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} does not hold a usable secret ({error}). Restore it from a backup; without "
            "one, move it away and save the sessions again."
        ) from None


def _explain(error: ValidationError) -> str:
    found = [each for each in error.errors() if each["type"] != "default_factory_not_called"]
    return "\n".join(dict.fromkeys(_explain_one(each["loc"], each["msg"]) for each in found))


def _explain_one(place: tuple[Any, ...], message: str) -> str:
    name = str(place[0])
    said = message.removeprefix("Value error, ")
    return f"{name.upper()}: {said}. Expected: {Settings.model_fields[name].description}."
