"""The services that scenes are played on, each a process with a fresh data folder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from browser.chromium.installer import find_chromium
from tests.console.gallery.scenes import SERVICES
from tests.e2e.cluster import cluster
from tests.e2e.serving import Serving, serving
from tests.postgres import address_of, fresh, postgres_server

ROOM = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600", "UPLOADS_PER_MINUTE": "6000"}


@asynccontextmanager
async def opened(name: str, folder: Path) -> AsyncIterator[Serving]:
    """The service of that name, signed in to the stand-in where it lets anybody."""
    if name == "no worker":
        with postgres_server() as server, fresh(address_of(server)) as database:
            async with cluster(folder, database, workers=0) as running:
                yield running.apis[0]
        return
    env = ROOM | SERVICES[name] | _of_folder(name, folder)
    async with serving(folder, **env) as running:
        if "API_KEYS" not in env and "AUTH_ISSUER" not in env:
            assert (await running.sign_in()).json()["state"] == "valid"
        yield running


def _of_folder(name: str, folder: Path) -> dict[str, str]:
    """The settings that name a place in the service's folder."""
    if name == "browser taken away":
        found, link = find_chromium(None), folder / "chromium"
        assert found is not None
        link.symlink_to(found)
        return {"CHROMIUM_PATH": str(link)}
    if name == "a store of photos":
        (folder / "store").mkdir()
        return {"STORAGE_URL": (folder / "store").as_uri()}
    return {}
