"""`fripier mcp`: an agent's tools over stdio, for a service that runs.

Where the service is and whose key is used is read here; the key comes from the environment alone,
since arguments can be read by every process of the machine.
"""

import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from gql_api.cli.server import address
from gql_api.observability.logging import configure_logging
from gql_api.settings import SettingsError, is_loopback, load_settings

KEY_VARIABLE: Final = "FRIPIER_KEY"
URL_VARIABLE: Final = "FRIPIER_URL"
INSTALL: Final = "pip install 'fripier[mcp]'"


def require_library() -> None:
    """Raise `SettingsError` where the protocol's library is not installed."""
    if find_spec("mcp") is None:
        raise SettingsError(f"The library of the Model Context Protocol is missing: {INSTALL}")


async def run(photos: Sequence[Path], env: Mapping[str, str] = os.environ) -> None:
    """Answer an agent until it hangs up; `SettingsError` for what cannot be meant."""
    require_library()
    settings = load_settings()
    base = env.get(URL_VARIABLE) or address(settings)
    key = env.get(KEY_VARIABLE)
    _require_private(base, key)
    for folder in photos:
        if not folder.is_dir():
            raise SettingsError(f"--photos: {folder} is no folder.")
    configure_logging(settings.log_level, settings.log_format)
    # An extra, and heavy: nothing else of the command line should need it.
    from gql_api.mcp import stdio  # noqa: PLC0415

    await stdio.run(base, key=key, public=settings.public_url or base, folders=photos)


def _require_private(base: str, key: str | None) -> None:
    """A key goes over TLS, or does not leave this machine."""
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"{URL_VARIABLE}: give an address, as in https://shop.example/fripier.")
    if key and parts.scheme == "http" and not is_loopback(parts.hostname):
        raise SettingsError(
            f"{URL_VARIABLE}: {parts.hostname} would be sent the key in clear. Use https."
        )
