"""`fripier secret`: make a key, and move the stored sessions to a new one."""

from gql_api.bootstrap.container import entry_store, open_database
from gql_api.bootstrap.secret_file import resolve_secret
from gql_api.security.keyring import new_secret
from gql_api.sessions.vault import SessionVault
from gql_api.settings import load_settings


def new() -> str:
    return new_secret()


async def rotate() -> int:
    """Seal every stored session with the first key; how many there were.

    SECRET_KEY holds the new key and, after a comma, the old one. Once this is done the old one
    can go, as soon as the confirm tokens that it sealed have ended.
    """
    settings = load_settings()
    keys = resolve_secret(settings)
    database = open_database(settings)
    try:
        return await SessionVault(entry_store(settings, database), keys).rotate(keys)
    finally:
        await database.close()
