"""The real service in a process of its own: `fripier serve` on a free port, in mock mode."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.services import COMMAND, Service, launch

STARTS_WITHIN = 60.0


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@asynccontextmanager
async def served(folder: Path, **env: str) -> AsyncIterator[str]:
    """The address of a service that keeps its data in `folder`."""
    port = free_port()
    given = {
        "MOCK_MODE": "true",
        "PACING": "off",
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "STOP_NOTICE_SECONDS": "0",
    }
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "PYTHONPATH", "CHROMIUM_PATH", "LANG"}
    }
    with (folder / "serve.log").open("ab") as log:
        process = launch((*COMMAND, "serve"), kept | given | env, log.fileno())
    try:
        await _answers(f"http://127.0.0.1:{port}", process, folder / "serve.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answers(base: str, process: Service, log: Path) -> None:
    async with httpx.AsyncClient(base_url=base) as client, asyncio.timeout(STARTS_WITHIN):
        while process.returncode is None:
            try:
                await client.get("/health")
            except httpx.TransportError:
                await asyncio.sleep(0.1)
            else:
                return
    raise RuntimeError(f"the service ended at its start:\n{log.read_text()}")
