"""What each kind of setting accepts, and what it is turned into; every refusal says the cure.

Which settings there are is `settings`' matter. Imported by it alone.
"""

import re
from base64 import b64decode
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Annotated, Any, Final, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

from gql_api.security.keyring import KeyRing

_API_KEY_LENGTH: Final = 16
_JWT_SECRET_LENGTH: Final = 32
_PUBLIC: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>[\w.-]+|\[[\da-f:.]+\])(?::(?P<port>\d{1,5}))?"
    r"(?P<prefix>(?:/(?!\.{1,2}(?:/|$))[\w.~!$&'()*+,;=:@%-]+)*)/?",
    re.ASCII | re.IGNORECASE,
)
_ORIGIN: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\])"
    r"(?::(?P<port>\d{1,5}|\*))?/*"
)
_USUAL_PORTS: Final[Mapping[str, str]] = {"http": "80", "https": "443"}
_MAILBOX: Final = re.compile(r"[^@\s<>,;\"]{1,64}@[a-zA-Z\d.-]{1,250}")
_BUCKET: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")


def listed(value: object) -> object:
    """The parts of a text that commas separate."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def market_address(value: str) -> str:
    """A market's scheme and host."""
    parts = urlsplit(value.strip().rstrip("/"))
    plain = f"{parts.scheme}://{parts.netloc}"
    if parts.geturl() != plain or "@" in parts.netloc or not parts.hostname:
        raise ValueError("give the scheme and the host only, as in https://www.vinted.fr")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("only https is accepted, and http on loopback")
    return plain.lower()


def public_address(value: str) -> str:
    """Scheme, host and prefix under which callers reach the service, without a slash at the end."""
    found = _PUBLIC.fullmatch(value.strip())
    if found is None or int(found["port"] or 1) not in range(1, 65536):
        raise ValueError(
            "give the scheme (http or https), the host and, where there is one, the prefix; no "
            "user, query or fragment"
        )
    scheme, port = found["scheme"].lower(), found["port"]
    host = found["host"].lower() + (f":{port}" if port not in (None, _USUAL_PORTS[scheme]) else "")
    return f"{scheme}://{host}{found['prefix']}"


def origin(value: str) -> str:
    """The origin of a front end as a browser sends it, with a star where many are meant, or `*`."""
    if value == "*":
        return value
    found = _ORIGIN.fullmatch(value.lower())
    if found is None or not _is_port(found["port"]):
        raise ValueError(
            f"{value!r} matches no page: write https://shop.example, https://*.shop.example for "
            "every sub-domain, or http://localhost:* for every port"
        )
    scheme, port = found["scheme"], found["port"]
    ported = port not in (None, _USUAL_PORTS[scheme])  # which a browser leaves out
    return f"{scheme}://{found['host']}" + (f":{port}" if ported else "")


def _is_port(text: str | None) -> bool:
    return text in (None, "*") or int(text) in range(1, 65536)


def strong_secret(value: SecretStr) -> SecretStr:
    """Fernet keys that nobody guesses."""
    KeyRing.parse(value.get_secret_value())
    return value


def long_key(value: SecretStr) -> SecretStr:
    """A key that nobody guesses soon."""
    if len(value.get_secret_value()) < _API_KEY_LENGTH:
        raise ValueError(f"every key needs {_API_KEY_LENGTH} characters or more")
    return value


def long_secret(value: SecretStr) -> SecretStr:
    """A secret that tokens are signed with."""
    if len(value.get_secret_value()) < _JWT_SECRET_LENGTH:
        raise ValueError(f"it needs {_JWT_SECRET_LENGTH} characters or more")
    return value


def key_set_address(value: str) -> str:
    """Where public keys are fetched: nobody on the way may change them."""
    parts = urlsplit(value.strip())
    plain_http = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not parts.hostname or "@" in parts.netloc or not (parts.scheme == "https" or plain_http):
        raise ValueError("only https is accepted, and http on loopback")
    return parts.geturl()


def receiver_address(value: SecretStr) -> SecretStr:
    """Where notices are posted: a scheme, a host and a path, which may be secret."""
    parts = urlsplit(value.get_secret_value().strip())
    loopback = is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
        raise ValueError("only https is accepted, and http on loopback")
    if not parts.hostname or "@" in parts.netloc or parts.fragment or not _has_port(parts):
        raise ValueError("give https, the host and the path; no user and no fragment")
    return SecretStr(parts.geturl())


def topic_address(value: SecretStr) -> SecretStr:
    """An ntfy topic: its server, and one name behind it."""
    address = receiver_address(value)
    parts = urlsplit(address.get_secret_value())
    if parts.query or not parts.path.rpartition("/")[2]:
        raise ValueError("give the server and the topic, as in https://ntfy.sh/topic")
    return address


def mail_server(value: SecretStr) -> SecretStr:
    """A server that takes in mail, with a user and a password where it wants them."""
    parts = urlsplit(value.get_secret_value().strip())
    rest = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme not in ("smtps", "smtp") or not parts.hostname or rest or not _has_port(parts):
        raise ValueError("give smtps://user:password@host:465, or smtp:// for STARTTLS")
    return SecretStr(parts.geturl())


def mailbox(value: SecretStr) -> SecretStr:
    """One e-mail address."""
    address = value.get_secret_value().strip()
    if not _MAILBOX.fullmatch(address):
        raise ValueError("give one e-mail address, without a name")
    return SecretStr(address)


def contact_address(value: str) -> str:
    """Where the operator of a push service finds that of this one (RFC 8292, 2.1)."""
    text = value.strip()
    scheme, _, rest = text.partition(":")
    web = scheme == "https" and urlsplit(text).hostname
    if not web and not (scheme == "mailto" and _MAILBOX.fullmatch(rest)):
        raise ValueError("give mailto: and an e-mail address, or an https address")
    return text


def webhook_secret(value: SecretStr) -> SecretStr:
    """A secret of Standard Webhooks: 24 to 64 random bytes."""
    text = value.get_secret_value()
    try:
        size = len(b64decode(text.removeprefix("whsec_"), validate=True))
    except ValueError:
        size = 0
    if not text.startswith("whsec_") or not 24 <= size <= 64:
        raise ValueError(
            "give whsec_ and 24 to 64 bytes in base64, as `fripier notify secret` prints it"
        )
    return value


def _has_port(parts: SplitResult) -> bool:
    """Whether the port, if one is named, is one."""
    try:
        return parts.port != 0
    except ValueError:
        return False


def host_name(value: str) -> str:
    """A host as addresses name it: no scheme and no port."""
    host = value.strip("[]").lower()
    if not host or "/" in host or "*" in host or (":" in host and not _is_address(host)):
        raise ValueError(f"{value!r} is no host: give names or addresses without scheme and port")
    return host


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def claim(value: str) -> str:
    """A claim that only the identity provider writes."""
    if value.split(".", maxsplit=1)[0] == "user_metadata":
        raise ValueError("users write their user_metadata themselves: use app_metadata")
    return value


def database_address(value: str) -> str:
    """A database that we know."""
    if not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("only sqlite:/// and postgresql:// addresses are accepted")
    return value


def storage_address(value: str) -> str:
    """A store that we know."""
    parts = urlsplit(value.strip())
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("keys and options are no part of the address: S3's are AWS_ variables")
    if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/"):
        return parts.geturl()
    if parts.scheme == "s3" and _BUCKET.fullmatch(parts.netloc):
        return parts.geturl()
    raise ValueError("give file:/// and an absolute folder, or s3:// and a bucket")


_SAID: Final[Mapping[str, str]] = {
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be at least {ge}",
    "int_parsing": "must be a whole number",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "string_too_long": "must have at most {max_length} characters",
}
"""By pydantic's code, whose own words are of Python."""


def said_of(error: Mapping[str, Any]) -> str:
    """What is wrong with a setting, without what was set: it may be a secret."""
    context: Mapping[str, Any] = error.get("ctx") or {}
    if error["type"] == "value_error":
        return str(context["error"])
    said = _SAID.get(error["type"], "cannot be used")
    return said.format_map({name: str(value).replace("'", "") for name, value in context.items()})


LISTED = (NoDecode, BeforeValidator(listed))
Origin = Annotated[str, AfterValidator(origin)]
ApiKey = Annotated[SecretStr, AfterValidator(long_key)]
WebhookSecret = Annotated[SecretStr, AfterValidator(webhook_secret)]
HostName = Annotated[str, AfterValidator(host_name)]
AuthScope = Literal["read", "prepare", "publish", "admin", "none"]
Lowered = BeforeValidator(lambda value: value.lower() if isinstance(value, str) else value)


def is_loopback(host: str) -> bool:
    """Whether an address or name reaches this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_private(host: str) -> bool:
    """Whether a host says by itself that it is no public one; a name is looked up when used."""
    if host.lower() == "localhost":
        return True
    return _is_address(host) and not ip_address(host).is_global
