"""Settings: read once from the environment, checked, frozen and passed in; never a global.

Owns names, types, defaults, bounds and what refuses to start. `__main__` and `app` read it and
hand values on. Which hosts are the marketplace's is told by `app`, because only the browser half
knows; where the secret is kept without SECRET_KEY is `bootstrap.secret_file`'s.
"""

from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from gql_api.settings_validators import (
    LISTED,
    ApiKey,
    AuthScope,
    HostName,
    Lowered,
    Origin,
    WebhookSecret,
    claim,
    contact_address,
    database_address,
    is_loopback,
    is_private,
    key_set_address,
    long_secret,
    mail_server,
    mailbox,
    market_address,
    public_address,
    receiver_address,
    said_of,
    storage_address,
    strong_secret,
    topic_address,
)

__all__ = ["Settings", "SettingsError", "is_loopback", "load_settings"]


class SettingsError(Exception):
    """The service refuses to start; the text names the variable and the cure, a line each."""


class Settings(BaseSettings):
    """Every variable of the environment that Fripier reads, by its name in lower case.

    Constructing one reads no environment: that is `load_settings`.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    secret_key: Annotated[SecretStr, AfterValidator(strong_secret)] | None = Field(
        None, description="one Fernet key, or several separated by commas"
    )
    data_dir: Path = Field(Path("data"), description="the folder of everything that is kept")
    session_store_path: Path = Field(
        default_factory=lambda given: given["data_dir"] / "session.enc",
        description="the file of the sealed sessions",
    )
    database_url: Annotated[str, AfterValidator(database_address)] = Field(
        default_factory=lambda given: f"sqlite:///{given['data_dir'] / 'fripier.db'}",
        description="an SQLAlchemy address of SQLite or PostgreSQL",
        repr=False,
    )
    storage_url: Annotated[str, AfterValidator(storage_address)] | None = Field(
        None, description="a store of photos, as in file:///mnt/share or s3://bucket/prefix"
    )
    storage_cache_mb: int = Field(
        1000, ge=50, le=1_000_000, description="megabytes, from 50 to 1000000"
    )
    mock_mode: bool = Field(False, description="true drives the built-in stand-in market")
    vinted_base_url: Annotated[str, AfterValidator(market_address)] = Field(
        "https://www.vinted.fr", description="the market's address, a host of its own or loopback"
    )
    host: str = Field("127.0.0.1", min_length=1, description="the address to listen on")
    port: int = Field(5000, ge=0, le=65535, description="the port to listen on, 0 for a free one")
    stop_notice_seconds: int = Field(
        1, ge=0, le=60, description="how long calls are taken after a stop was asked for, 0 to 60"
    )
    cors_origins: Annotated[tuple[Origin, ...], *LISTED] = Field(
        ("*",), description="origins of front ends, separated by commas, or *"
    )
    allowed_hosts: Annotated[tuple[str, ...], *LISTED] = Field(
        (), description="names that this service is reached by, as in *.replit.app"
    )
    public_url: Annotated[str, AfterValidator(public_address)] | None = Field(
        None, description="the address that callers use, as in https://shop.example/fripier"
    )
    trusted_proxy_hops: int = Field(
        0, ge=0, le=10, description="how many proxies of one's own stand in front, from 0 to 10"
    )
    api_keys: Annotated[tuple[ApiKey, ...], *LISTED] = Field(
        (), description="keys of callers, separated by commas"
    )
    allow_anonymous: bool = Field(False, description="true answers callers without a key")
    auth_issuer: str | None = Field(
        None, max_length=500, description="the iss of an identity provider's tokens"
    )
    auth_audience: str | None = Field(
        None, max_length=500, description="the aud that the tokens must name, as in authenticated"
    )
    auth_jwks_url: Annotated[str, AfterValidator(key_set_address)] | None = Field(
        None, description="the https address of the identity provider's public keys (JWKS)"
    )
    auth_jwt_secret: Annotated[SecretStr, AfterValidator(long_secret)] | None = Field(
        None, description="the secret of 32 characters or more that tokens are signed with (HS256)"
    )
    auth_scope_claim: Annotated[str, AfterValidator(claim)] | None = Field(
        None, description="the claim with a subject's scopes, as in app_metadata.fripier"
    )
    auth_scopes: Annotated[tuple[AuthScope, ...], *LISTED] = Field(
        ("publish",),
        description="what tokens without that claim may do: read, prepare, publish, admin or none",
    )
    media_ttl_seconds: int = Field(
        3600, ge=60, le=604_800, description="how long a picture's address is good, in seconds"
    )
    pacing: Annotated[Literal["human", "calm", "off"], Lowered] = Field(
        "human", description="human, calm or off"
    )
    confirm_ttl_seconds: int = Field(
        900, ge=1, le=86_400, description="how long a yes is good, from 1 to 86400 seconds"
    )
    publish_enabled: bool = Field(True, description="false is the hard stop for publishing")
    mcp_enabled: bool = Field(False, description="true lets agents in at /mcp")
    publish_per_minute: int = Field(5, ge=1, le=60, description="a number from 1 to 60")
    uploads_per_minute: int = Field(60, ge=1, le=6000, description="a number from 1 to 6000")
    prepares_per_minute: int = Field(20, ge=1, le=600, description="a number from 1 to 600")
    operations_per_minute: int = Field(
        6000, ge=10, le=1_000_000, description="a number from 10 to 1000000"
    )
    streams_per_caller: int = Field(
        5000, ge=1, le=1_000_000, description="a number from 1 to 1000000"
    )
    daily_listings: int = Field(
        20, ge=1, le=1000, description="listings of an account in a day, from 1 to 1000"
    )
    import_ahead: int = Field(
        3, ge=1, le=8, description="rows of imports prepared ahead of their person, from 1 to 8"
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
    notify_webhook_url: Annotated[SecretStr, AfterValidator(receiver_address)] | None = Field(
        None, description="where notices are posted, as in https://shop.example/hooks/fripier"
    )
    notify_webhook_secret: Annotated[tuple[WebhookSecret, ...], *LISTED] = Field(
        (), description="what notices are signed with, whsec_ and base64, separated by commas"
    )
    notify_ntfy_url: Annotated[SecretStr, AfterValidator(topic_address)] | None = Field(
        None, description="an ntfy topic, as in https://ntfy.sh/topic"
    )
    notify_ntfy_token: SecretStr | None = Field(None, description="an access token of ntfy")
    notify_email_to: Annotated[SecretStr, AfterValidator(mailbox)] | None = Field(
        None, description="the e-mail address that notices are sent to"
    )
    notify_email_from: Annotated[SecretStr, AfterValidator(mailbox)] | None = Field(
        None, description="the e-mail address that notices are sent from"
    )
    notify_smtp_url: Annotated[SecretStr, AfterValidator(mail_server)] | None = Field(
        None, description="a mail server, as in smtps://user:password@mail.example:465"
    )
    notify_push_hosts: Annotated[tuple[HostName, ...], *LISTED] = Field(
        (), description="hosts of further push services, separated by commas"
    )
    notify_push_contact: Annotated[str, AfterValidator(contact_address)] | None = Field(
        None, description="mailto:operator@shop.example or an https address"
    )
    notify_language: Annotated[Literal["en", "fr", "de"], Lowered] = Field(
        "en", description="en, fr or de"
    )
    notify_private_hosts: Annotated[tuple[HostName, ...], *LISTED] = Field(
        (), description="hosts of notices that may be on loopback or a private network"
    )
    locator_pack: Path | None = Field(
        None, description="a JSON file with further signs of the sell form's fields"
    )
    chromium_path: Path | None = Field(None, description="a Chromium program, else one is found")
    headless: bool = Field(True, description="false shows the browser")
    metrics_port: int | None = Field(
        None, ge=0, le=65535, description="a port on loopback for the metrics of a worker"
    )
    otel_exporter_otlp_endpoint: str | None = Field(
        None, description="an OTLP receiver, as in http://127.0.0.1:4318", repr=False
    )
    otel_exporter_otlp_traces_endpoint: str | None = Field(
        None, description="an OTLP receiver of traces alone, path included", repr=False
    )
    otel_sdk_disabled: bool = Field(False, description="true sends no traces")
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

    @model_validator(mode="after")
    def _auth_is_whole(self) -> Self:
        """Tokens are taken from one issuer and for one audience, or not at all."""
        named = self.auth_issuer and self.auth_audience
        if self.identity_provider and not named:
            raise ValueError(
                "AUTH_ISSUER and AUTH_AUDIENCE: both are needed with AUTH_JWKS_URL or "
                "AUTH_JWT_SECRET, since a token for another service would count here"
            )
        if named and not self.identity_provider:
            raise ValueError(
                "AUTH_JWKS_URL or AUTH_JWT_SECRET: one is needed with AUTH_ISSUER and "
                "AUTH_AUDIENCE, to check tokens with"
            )
        return self

    @model_validator(mode="after")
    def _notices_are_whole(self) -> Self:
        """A channel has all that it needs, and only named hosts may be private ones."""
        if bool(self.notify_webhook_url) != bool(self.notify_webhook_secret):
            raise ValueError(
                "NOTIFY_WEBHOOK_URL and NOTIFY_WEBHOOK_SECRET: each needs the other, since a "
                "receiver cannot tell who an unsigned notice is from. Run `fripier notify secret`"
            )
        mail = (self.notify_email_to, self.notify_email_from, self.notify_smtp_url)
        if any(mail) and not all(mail):
            raise ValueError(
                "NOTIFY_EMAIL_TO, NOTIFY_EMAIL_FROM and NOTIFY_SMTP_URL: e-mail needs all three"
            )
        for name in ("notify_webhook_url", "notify_ntfy_url", "notify_smtp_url"):
            self._check_receiver(name, getattr(self, name))
        return self

    def _check_receiver(self, name: str, address: SecretStr | None) -> None:
        host = urlsplit(address.get_secret_value()).hostname if address else None
        if host and host not in self.notify_private_hosts and is_private(host):
            raise ValueError(
                f"{name.upper()}: {host} is on loopback or a private network. If that is wanted, "
                f"set NOTIFY_PRIVATE_HOSTS={host}"
            )

    @property
    def identity_provider(self) -> bool:
        """Whether tokens of an identity provider are taken."""
        return bool(self.auth_jwks_url or self.auth_jwt_secret)

    @property
    def open_to_all(self) -> bool:
        """Whether nothing here says who may call, on an address that other machines reach."""
        named = self.api_keys or self.identity_provider or self.allow_anonymous
        return not (is_loopback(self.host) or named)

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
    def traced(self) -> bool:
        """Whether there is somewhere to send traces to."""
        named = self.otel_exporter_otlp_endpoint or self.otel_exporter_otlp_traces_endpoint
        return bool(named) and not self.otel_sdk_disabled

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


def check_exposure(settings: Settings, *, managed_keys: bool = False) -> None:
    """Refuse to listen beyond this machine when nobody said who may call.

    `managed_keys` is whether a key was ever made with `fripier keys create`.
    """
    if managed_keys or not settings.open_to_all:
        return
    raise SettingsError(
        f"HOST={settings.host} is reachable from other machines and nobody needs a key. Set "
        "API_KEYS to one or several keys, or run `fripier keys create`, or set AUTH_JWKS_URL, or "
        "ALLOW_ANONYMOUS=true if everyone may publish with the stored sessions, or "
        "HOST=127.0.0.1."
    )


def check_market(settings: Settings, market_hosts: Collection[str]) -> None:
    """Refuse a market address that is neither loopback nor one of the marketplace's own hosts."""
    host = urlsplit(settings.vinted_base_url).hostname or ""
    if is_loopback(host) or host in market_hosts:
        return
    raise SettingsError(
        f"VINTED_BASE_URL: {host} is not a host of the marketplace, and a session is sent to no "
        f"other. Set it to https://{next(iter(market_hosts))} or the address of your country."
    )


def _explain(error: ValidationError) -> str:
    found = [each for each in error.errors() if each["type"] != "default_factory_not_called"]
    return "\n".join(dict.fromkeys(_explain_one(each["loc"], said_of(each)) for each in found))


def _explain_one(place: tuple[Any, ...], said: str) -> str:
    if not place:
        return f"{said}."
    name = str(place[0])
    return f"{name.upper()}: {said}. Expected: {Settings.model_fields[name].description}."
