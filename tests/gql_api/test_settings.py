import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs

from gql_api.bootstrap.secret_file import resolve_secret
from gql_api.security.keyring import new_secret
from gql_api.settings import (
    Settings,
    SettingsError,
    check_exposure,
    check_market,
    load_settings,
)

PROVIDER = {
    "AUTH_ISSUER": "https://x.supabase.co/auth/v1",
    "AUTH_AUDIENCE": "authenticated",
    "AUTH_JWT_SECRET": "s" * 32,
}
PROMISED = {
    "NOTIFY_WEBHOOK_URL",
    "NOTIFY_WEBHOOK_SECRET",
    "NOTIFY_NTFY_URL",
    "NOTIFY_NTFY_TOKEN",
    "NOTIFY_EMAIL_TO",
    "NOTIFY_EMAIL_FROM",
    "NOTIFY_SMTP_URL",
    "NOTIFY_PUSH_HOSTS",
    "NOTIFY_PUSH_CONTACT",
    "NOTIFY_LANGUAGE",
    "NOTIFY_PRIVATE_HOSTS",
    "LOCATOR_PACK", "METRICS_PORT", "OTEL_EXPORTER_OTLP_ENDPOINT",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_SDK_DISABLED",
    "AUTH_ISSUER", "AUTH_AUDIENCE", "AUTH_JWKS_URL", "AUTH_JWT_SECRET", "AUTH_SCOPE_CLAIM",
    "AUTH_SCOPES", "MEDIA_TTL_SECONDS",
    "SECRET_KEY", "SESSION_STORE_PATH", "MOCK_MODE", "VINTED_BASE_URL", "HOST", "PORT",
    "CORS_ORIGINS", "ALLOWED_HOSTS", "DATABASE_URL", "DATA_DIR", "PACING", "CONFIRM_TTL_SECONDS",
    "STORAGE_URL", "STORAGE_CACHE_MB",
    "PUBLISH_ENABLED", "PUBLISH_PER_MINUTE", "UPLOADS_PER_MINUTE", "PREPARES_PER_MINUTE",
    "DAILY_LISTINGS", "COOLDOWN_MINUTES", "MAX_QUEUED_PER_ACCOUNT", "API_KEYS", "ALLOW_ANONYMOUS",
    "IMPORT_AHEAD",
    "MCP_ENABLED", "CHROMIUM_PATH", "HEADLESS", "LOG_LEVEL", "LOG_FORMAT", "JOB_DEADLINE_MINUTES",
    "RETAIN_JOBS_DAYS", "RETAIN_PHOTOS_DAYS", "RETAIN_ANSWERS_DAYS",
    "OPERATIONS_PER_MINUTE", "STREAMS_PER_CALLER", "TRUSTED_PROXY_HOPS", "STOP_NOTICE_SECONDS",
    "PUBLIC_URL",
}  # fmt: skip
HOSTS = frozenset({"www.vinted.fr", "www.vinted.co.uk"})


def test_every_promised_variable_is_read_and_no_other() -> None:
    assert {name.upper() for name in Settings.model_fields} == PROMISED


def test_the_defaults_are_those_promised() -> None:
    settings = load_settings({})
    assert (settings.host, settings.port) == ("127.0.0.1", 5000)
    assert settings.vinted_base_url == "https://www.vinted.fr"
    assert settings.session_store_path == Path("data/session.enc")
    assert settings.database_url == "sqlite:///data/fripier.db"
    assert settings.confirm_ttl == timedelta(minutes=15)
    assert settings.cooldown == timedelta(hours=1)
    assert (settings.publish_per_minute, settings.daily_budget) == (5, 20)
    assert (settings.publish_enabled, settings.headless) == (True, True)
    assert (settings.mock_mode, settings.allow_anonymous) == (False, False)
    assert (settings.cors_origins, settings.allowed_hosts, settings.api_keys) == (("*",), (), ())
    assert settings.pacing == "human"


def test_the_process_environment_is_read_when_none_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORT", "5123")
    monkeypatch.setenv("SECRET_KEY", "")
    assert load_settings().port == 5123
    assert load_settings().secret_key is None
    assert load_settings({}).port == 5000
    assert Settings().port == 5000


def test_lists_are_separated_by_commas() -> None:
    keys = ("k" * 16, "l" * 20)
    settings = load_settings(
        {
            "API_KEYS": ", ".join(keys),
            "CORS_ORIGINS": "https://Shop.example:443/,http://localhost:*,https://*.lovable.app:8443",
            "ALLOWED_HOSTS": "*.replit.app, shop.example",
        }
    )
    assert tuple(key.get_secret_value() for key in settings.api_keys) == keys
    assert settings.cors_origins == (
        "https://shop.example",
        "http://localhost:*",
        "https://*.lovable.app:8443",
    )
    assert settings.allowed_hosts == ("*.replit.app", "shop.example")


def test_everything_kept_moves_with_the_data_folder() -> None:
    settings = load_settings({"DATA_DIR": "/srv/fripier"})
    assert settings.session_store_path == Path("/srv/fripier/session.enc")
    assert settings.database_url == "sqlite:////srv/fripier/fripier.db"


@pytest.mark.parametrize("url", ["file:///mnt/share", "s3://photos", "s3://photos/of/fripier"])
def test_a_store_is_a_shared_folder_or_a_bucket(url: str) -> None:
    assert load_settings({"STORAGE_URL": url}).storage_url == url
    assert load_settings({"STORAGE_URL": ""}).storage_url is None


@pytest.mark.parametrize(
    "url",
    [
        "/mnt/share",
        "file://mnt/share",
        "file:relative",
        "s3://",
        "s3:///photos",
        "s3://UPPER",
        "s3://key:secret@photos",
        "s3://photos?endpoint=http://127.0.0.1",
        "gs://photos",
        "http://127.0.0.1:9000/photos",
    ],
)
def test_any_other_address_of_a_store_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^STORAGE_URL: .*s3://bucket/prefix") as refusal:
        load_settings({"STORAGE_URL": url})
    assert "secret@" not in str(refusal.value)


def test_an_empty_variable_counts_as_absent() -> None:
    settings = load_settings({"SECRET_KEY": "", "PORT": "", "DAILY_LISTINGS": ""})
    assert settings.secret_key is None
    assert "daily_listings" not in settings.model_fields_set


def test_words_are_taken_in_any_case() -> None:
    settings = load_settings({"LOG_LEVEL": "INFO", "PACING": "Calm", "HEADLESS": "FALSE"})
    assert (settings.log_level, settings.pacing, settings.headless) == ("info", "calm", False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PACING", "fast"),
        ("CONFIRM_TTL_SECONDS", "0"),
        ("PUBLISH_PER_MINUTE", "0"),
        ("PUBLISH_PER_MINUTE", "1000"),
        ("UPLOADS_PER_MINUTE", "0"),
        ("PREPARES_PER_MINUTE", "0"),
        ("DAILY_LISTINGS", "0"),
        ("COOLDOWN_MINUTES", "-1"),
        ("MAX_QUEUED_PER_ACCOUNT", "0"),
        ("IMPORT_AHEAD", "9"),
        ("MOCK_MODE", "maybe"),
        ("METRICS_PORT", "x"),
        ("AUTH_ISSUER", "x" * 501),
        ("AUTH_SCOPES", "all"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
        ("DATABASE_URL", "mysql://x"),
        ("CORS_ORIGINS", "shop.example"),
        ("CORS_ORIGINS", "https://shop.example/page"),
        ("CORS_ORIGINS", "https://sh*p.example"),
        ("CORS_ORIGINS", "https://shop.*"),
        ("CORS_ORIGINS", "https://*"),
        ("CORS_ORIGINS", "https://*.*.lovable.app"),
        ("CORS_ORIGINS", "https://*lovable.app"),
        ("CORS_ORIGINS", "*.lovable.app"),
        ("CORS_ORIGINS", "https://user@shop.example"),
        ("CORS_ORIGINS", "https://shop.example?x"),
        ("CORS_ORIGINS", "https://shop.example#x"),
        ("CORS_ORIGINS", "https://shop.example:70000"),
        ("CORS_ORIGINS", "https://shop.example:0"),
        ("CORS_ORIGINS", "https://:443"),
        ("CORS_ORIGINS", "https://my shop.example"),
        ("CORS_ORIGINS", "https://mövel.example"),
        ("CORS_ORIGINS", "ws://shop.example"),
        ("CORS_ORIGINS", "null"),
        ("VINTED_BASE_URL", "http://www.vinted.fr"),
        ("VINTED_BASE_URL", "https://www.vinted.fr/items/new"),
        ("VINTED_BASE_URL", "https://www.vinted.fr@evil.example"),
        ("VINTED_BASE_URL", "https://www.vinted.fr?x=1"),
        ("VINTED_BASE_URL", "www.vinted.fr"),
        ("VINTED_BASE_URL", "file:///etc/passwd"),
        ("VINTED_BASE_URL", "https://"),
    ],
)
def test_a_wrong_value_names_its_variable_and_what_is_expected(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{name}: .+ Expected: .+\.$") as refusal:
        load_settings({name: value})
    said = str(refusal.value)
    assert not re.search(r"Input should|parse|Value error|Literal|type=|valid ", said), said
    assert "\n" not in said


def test_every_wrong_variable_is_named_at_once_on_a_line_each() -> None:
    with pytest.raises(SettingsError) as error:
        load_settings({"PORT": "x", "PACING": "y", "SECRET_KEY": "z"})
    assert {line.partition(":")[0] for line in str(error.value).splitlines()} == {
        "PORT", "PACING", "SECRET_KEY",
    }  # fmt: skip


@pytest.mark.parametrize(
    "secret",
    ["hunter2", "A" * 43 + "=", f"{new_secret()},hunter2"],
    ids=["word", "constant", "second"],
)
def test_a_weak_secret_refuses_with_the_command_and_is_not_quoted(secret: str) -> None:
    with pytest.raises(SettingsError, match="fripier secret new") as error:
        load_settings({"SECRET_KEY": secret})
    assert secret not in str(error.value)
    assert "hunter2" not in str(error.value)


def test_a_short_api_key_refuses_and_is_not_quoted() -> None:
    with pytest.raises(SettingsError, match="API_KEYS: every key needs 16") as error:
        load_settings({"API_KEYS": "hunter2"})
    assert "hunter2" not in str(error.value)


def test_settings_print_no_secret_and_cannot_be_changed() -> None:
    secret, key = new_secret(), "a-key-of-a-caller"
    address = "postgresql://fripier:hunter2@db/fripier"
    settings = load_settings({"SECRET_KEY": secret, "API_KEYS": key, "DATABASE_URL": address})
    for shown in (repr(settings), str(settings), json.dumps(settings.model_dump(mode="json"))):
        assert secret not in shown
        assert key not in shown
    assert "hunter2" not in repr(settings)
    with pytest.raises(ValidationError):
        settings.port = 1
    with pytest.raises(ValidationError) as error:
        Settings(secret_key="hunter2", api_keys=("hunter2",))
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize(
    "market",
    [{"MOCK_MODE": "true"}, {"VINTED_BASE_URL": "http://localhost:7000"},
     {"VINTED_BASE_URL": "http://[::1]:7000/"}],
)  # fmt: skip
def test_on_the_stand_in_rest_and_budget_are_off_unless_set(market: dict[str, str]) -> None:
    settings = load_settings(market)
    assert settings.on_stand_in
    assert (settings.cooldown, settings.daily_budget) == (timedelta(0), None)
    settings = load_settings({**market, "COOLDOWN_MINUTES": "60", "DAILY_LISTINGS": "20"})
    assert (settings.cooldown, settings.daily_budget) == (timedelta(hours=1), 20)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "fripier.example"])
def test_an_open_door_without_keys_refuses_to_start(host: str) -> None:
    with pytest.raises(SettingsError, match=r"API_KEYS.*ALLOW_ANONYMOUS=true"):
        check_exposure(load_settings({"HOST": host}))
    check_exposure(load_settings({"HOST": host, "API_KEYS": "k" * 16}))
    check_exposure(load_settings({"HOST": host, "ALLOW_ANONYMOUS": "true"}))
    check_exposure(load_settings({"HOST": host, **PROVIDER}))
    check_exposure(load_settings({"HOST": host}), managed_keys=True)


@pytest.mark.parametrize("missing", ["AUTH_ISSUER", "AUTH_AUDIENCE", "AUTH_JWT_SECRET"])
def test_tokens_are_taken_from_one_issuer_for_one_audience_or_not_at_all(missing: str) -> None:
    given = {name: text for name, text in PROVIDER.items() if name != missing}
    with pytest.raises(SettingsError, match=missing):
        load_settings(given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AUTH_JWKS_URL", "http://keys.example/jwks.json"),
        ("AUTH_JWKS_URL", "https://user:secret@keys.example/jwks.json"),
        ("AUTH_JWT_SECRET", "too-short"),
        ("AUTH_SCOPE_CLAIM", "user_metadata.scopes"),
        ("AUTH_SCOPES", "publish,everything"),
    ],
)
def test_what_would_let_the_wrong_in_refuses_to_start(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name) as refusal:
        load_settings({**PROVIDER, name: value})
    assert "too-short" not in str(refusal.value) and "secret@" not in str(refusal.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.1.1", "::1", "localhost", "LOCALHOST"])
def test_loopback_needs_no_key(host: str) -> None:
    check_exposure(load_settings({"HOST": host}))


@pytest.mark.parametrize(
    "address",
    ["https://www.vinted.fr", "https://WWW.Vinted.co.uk/", "http://127.0.0.1:7000",
     "https://localhost"],
)  # fmt: skip
def test_the_marketplace_and_loopback_are_markets(address: str) -> None:
    check_market(load_settings({"VINTED_BASE_URL": address}), HOSTS)


@pytest.mark.parametrize(
    "address",
    ["https://vinted.fr.evil.example", "https://www.vinted.fr.", "https://evil.example",
     "https://www.vinted.fr\\.evil.example", "https://127.0.0.1.evil.example",
     "https://evilwww.vinted.fr"],
)  # fmt: skip
def test_no_other_host_is_a_market(address: str) -> None:
    with pytest.raises(SettingsError, match="VINTED_BASE_URL"):
        check_market(load_settings({"VINTED_BASE_URL": address}), HOSTS)


def test_a_first_start_on_loopback_makes_a_secret_keeps_it_and_says_so(tmp_path: Path) -> None:
    settings = load_settings({"DATA_DIR": str(tmp_path / "data")})
    with capture_logs() as logs:
        first = resolve_secret(settings)
        second = resolve_secret(settings)
    assert first.derive_bytes("x") == second.derive_bytes("x")
    path = tmp_path / "data" / "secret.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each["event"] for each in logs] == ["secret_made"]
    assert logs[0]["path"] == str(path)
    assert path.read_text().strip() not in str(logs)


def test_a_given_secret_counts_and_no_file_is_made(tmp_path: Path) -> None:
    secret = new_secret()
    settings = load_settings({"SECRET_KEY": secret, "DATA_DIR": str(tmp_path), "HOST": "0.0.0.0"})
    assert resolve_secret(settings).derive("x").encrypt(b"y")
    assert list(tmp_path.iterdir()) == []


def test_without_a_secret_only_loopback_starts(tmp_path: Path) -> None:
    settings = load_settings({"HOST": "0.0.0.0", "DATA_DIR": str(tmp_path)})
    with pytest.raises(SettingsError, match=r"SECRET_KEY.*fripier secret new"):
        resolve_secret(settings)
    assert list(tmp_path.iterdir()) == []


def test_a_kept_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    settings = load_settings({"DATA_DIR": str(tmp_path)})
    resolve_secret(settings)
    (tmp_path / "secret.key").chmod(0o640)
    with pytest.raises(SettingsError, match="chmod 600"):
        resolve_secret(settings)


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe\x00"])
def test_a_damaged_kept_secret_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(SettingsError, match=r"Restore it from a backup") as refusal:
        resolve_secret(load_settings({"DATA_DIR": str(tmp_path)}))
    assert "codec" not in str(refusal.value)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("https://shop.example", "https://shop.example"),
        (" HTTPS://Shop.Example:443/Fripier/ ", "https://shop.example/Fripier"),
        ("http://127.0.0.1:8080/a/b", "http://127.0.0.1:8080/a/b"),
        ("https://[2001:DB8::1]/", "https://[2001:db8::1]"),
    ],
)
def test_the_public_address_is_scheme_host_and_prefix(given: str, read: str) -> None:
    assert load_settings({"PUBLIC_URL": given}).public_url == read


@pytest.mark.parametrize(
    "given",
    [
        "shop.example",
        "//shop.example",
        "ftp://shop.example",
        "https://",
        "https://user:secret-word@shop.example",
        "https://shop.example/?tenant=1",
        "https://shop.example/#top",
        "https://shop.example//fripier",
        "https://shop.example/a/../b",
        "https://shop.example:0",
        "https://shop.example:70000",
        "https://*.example",
        "https://shop.example/a b",
    ],
)
def test_any_other_public_address_is_refused_with_its_cure(given: str) -> None:
    with pytest.raises(SettingsError, match=r"^PUBLIC_URL: .*https://shop.example/fripier") as no:
        load_settings({"PUBLIC_URL": given})
    assert "secret-word" not in str(no.value)
