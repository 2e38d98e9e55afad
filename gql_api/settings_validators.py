"""What each kind of setting accepts, and what it is turned into; every refusal says the cure.

Which settings there are is `settings`' matter. Imported by it alone.
"""

import re
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

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
