"""Whether the files of the settings can be used, looked at before any of them is opened or made.

Reads alone. What a file holds is its store's matter, who else works in the folder the engine's.
"""

import os
from pathlib import Path

from sqlalchemy import make_url

from gql_api.db.sessions import EntryFile
from gql_api.domain.session import VaultError
from gql_api.settings import Settings, SettingsError


def check_files(settings: Settings) -> None:
    """Refuse to start where the data folder, the database or the vault cannot be used."""
    _check_folder("DATA_DIR", settings.data_dir)
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite":
        return
    if url.database:
        _check_file("DATABASE_URL", Path(url.database))
    _check_file("SESSION_STORE_PATH", settings.session_store_path)
    try:
        EntryFile(settings.session_store_path).read_now()
    except VaultError as error:
        raise SettingsError(f"SESSION_STORE_PATH: {error.detail}") from None


def _check_folder(name: str, folder: Path) -> None:
    """The folder, or the nearest one above it in which it will be made."""
    there = folder.absolute()
    try:
        while not there.exists():
            there = there.parent
        usable = there.is_dir()
    except OSError as error:
        raise SettingsError(
            f"{name}: {there} cannot be looked at ({error.strerror}). Name another folder."
        ) from None
    if not usable:
        raise SettingsError(f"{name}: {there} is a file, not a folder. Name a folder.")
    if _is_read_only(there):
        raise SettingsError(
            f"{name}: {there} cannot be written (Read-only file system). Make it writable, or name "
            "another folder."
        )
    if not _may(there, os.W_OK | os.X_OK):
        raise SettingsError(
            f"{name}: this user may not write in {there}. Give the folder to the user that runs "
            "the service (chown), or name another one."
        )


def _check_file(name: str, path: Path) -> None:
    _check_folder(name, path.parent)
    if path.exists() and not path.is_file():
        raise SettingsError(f"{name}: {path} is not a file. Move it away, or name another path.")
    if path.exists() and not _may(path, os.R_OK | os.W_OK):
        raise SettingsError(
            f"{name}: this user may not read and write {path}. Give it to the user that runs the "
            "service (chown), or name another one."
        )


def _is_read_only(folder: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)
