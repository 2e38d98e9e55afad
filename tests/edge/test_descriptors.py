"""The real service with few open files: silent callers take none of what it needs itself."""

import asyncio
import os
import resource
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from gql_api.limits.descriptors import FEWEST
from tests.edge.raw import Raw
from tests.gql_api.serving import free_port

SILENT = 500
STARTS_WITHIN = 60
LISTING = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
}


async def _started(folder: Path, port: int, descriptors: int) -> asyncio.subprocess.Process:
    """`fripier serve` under a hard limit of open files."""
    env = os.environ | {
        "MOCK_MODE": "true",
        "PACING": "off",
        "DATA_DIR": str(folder),
        "PORT": str(port),
    }
    command = f'ulimit -n {descriptors} && exec "$0" -m gql_api serve'
    return await asyncio.create_subprocess_exec(
        "sh",
        "-c",
        command,
        sys.executable,
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


@asynccontextmanager
async def _served(folder: Path, descriptors: int) -> AsyncIterator[str]:
    port = free_port()
    process = await _started(folder, port, descriptors)
    url = f"http://127.0.0.1:{port}"
    output = asyncio.ensure_future(process.communicate())  # so that it never waits for its reader
    try:
        async with httpx.AsyncClient() as client, asyncio.timeout(STARTS_WITHIN):
            while process.returncode is None:
                try:
                    await client.get(f"{url}/health")
                    break
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
        yield url
    finally:
        process.terminate()
        await output


@pytest.fixture(autouse=True)
def _enough_here() -> None:
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < SILENT + 200:
        pytest.skip("the test itself needs more open files")


@pytest.mark.parametrize("descriptors", [300, 1024])
async def test_silent_callers_keep_nobody_from_selling(tmp_path: Path, descriptors: int) -> None:
    async with (
        _served(tmp_path, descriptors) as url,
        httpx.AsyncClient(base_url=url, timeout=90) as client,
    ):
        silent = [await Raw.to(url) for _ in range(SILENT)]
        assert (await client.get("/health")).status_code == 200
        session = {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0"}
        saved = await client.post("/vinted/auth/session", json=session)
        assert saved.status_code == 200, saved.text
        prepared = await client.post("/vinted/listings/prepare", json=LISTING)
        assert prepared.json()["outcome"] == "prepared", prepared.text
        token = {"confirm_token": prepared.json()["confirm_token"], "dry_run": True}
        published = await client.post("/vinted/listings/publish", json=token)
        assert published.json()["outcome"] == "checked", published.text
        for each in silent:
            await each.close()


async def test_too_few_open_files_end_the_start_with_the_cure(tmp_path: Path) -> None:
    process = await _started(tmp_path, free_port(), FEWEST - 1)
    said, _ = await asyncio.wait_for(process.communicate(), STARTS_WITHIN)
    assert process.returncode != 0
    assert b"ulimit -n 4096" in b" ".join(said.split())
    assert b"Traceback" not in said
    assert not list(tmp_path.iterdir())
