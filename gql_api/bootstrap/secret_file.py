"""The secret that seals what is kept: that of SECRET_KEY, else a file in the data folder.

Owns where that file is, how it is made and when it is refused. What a secret must be is
`security.keyring`'s.
"""

import os
from pathlib import Path
from typing import Final

import structlog

from gql_api.durable_files import exclusive, write_durably
from gql_api.security.keyring import KeyRing, WeakSecret, new_secret
from gql_api.settings import Settings, SettingsError, is_loopback

_log = structlog.get_logger(__name__)

FILE_NAME: Final = "secret.key"


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
        why = error if isinstance(error, WeakSecret) else "it is not text"
        raise SettingsError(
            f"{path} does not hold a usable secret ({why}). Restore it from a backup; without "
            "one, move it away and save the sessions again."
        ) from None
