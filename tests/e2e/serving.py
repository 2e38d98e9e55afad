"""`fripier serve` as a process of its own, for tests that kill it, restart it or read its log."""

import asyncio
import os
import re
import signal
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.services import COMMAND, Service, start

UA = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0"
LISTING: Mapping[str, Any] = {
    "title": "Timbre Semeuse",
    "price": 35,
    "description": "Bon état",
    "condition": "bon",
    "category_hint": "Loisirs et collections > Philatélie > Timbres",
    "photos": [],
    "dry_run": True,
}
"""The plainest form that the site has: these tests are about what comes after it."""
HOODIE: Mapping[str, Any] = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
    "dry_run": True,
}
READY_SECONDS = 60
SERVE = (*COMMAND, "serve")


@dataclass
class Serving:
    """A running service, a client for it, and what it printed."""

    url: str
    market: str
    process: Service | asyncio.subprocess.Process
    http: httpx.AsyncClient
    folder: Path
    output: list[str] = field(default_factory=list)

    async def sign_in(self, cookie: str = "access_token_web=demo", **more: Any) -> httpx.Response:
        body = {"cookie": cookie, "user_agent": UA, "expires_at": None} | more
        return await self.http.post("/vinted/auth/session", json=body)

    async def upload(self, photo: bytes, name: str = "photo.jpg") -> str:
        files = {"file": (name, photo, "image/jpeg")}
        answer = await self.http.post("/vinted/photos/upload", files=files)
        return str(answer.json()["photo"]["temp_id"])

    async def prepare(self, **more: Any) -> dict[str, Any]:
        answer = await self.http.post("/vinted/listings/prepare", json={**LISTING, **more})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def publish(self, token: str, *, dry_run: bool = False, key: str = "") -> httpx.Response:
        headers = {"Idempotency-Key": key} if key else {}
        body = {"confirm_token": token, "dry_run": dry_run}
        return await self.http.post("/vinted/listings/publish", json=body, headers=headers)

    async def job(self, job_id: str) -> dict[str, Any]:
        return dict((await self.http.get(f"/vinted/jobs/{job_id}")).json())

    async def ledger(self) -> dict[str, Any]:
        return dict((await self.http.get(f"{self.market}/__standin__/ledger")).json())

    async def faults(self, **switches: Any) -> None:
        answer = await self.http.patch(f"{self.market}/__standin__/faults", json=switches)
        assert answer.status_code == 200, answer.text

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, and wait for the orderly end; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 40)


def anywhere(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without the address by which its caller came."""
    return answer | {"picture_url": urlsplit(answer["picture_url"]).path}


def free_port() -> int:
    """A port whose neighbour is free too: the stand-in takes the next one."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            try:
                two.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


@asynccontextmanager
async def serving(
    folder: Path, port: int = 0, command: tuple[str, ...] = SERVE, **env: str
) -> AsyncIterator[Serving]:
    """Run the service over a data folder until the block ends."""
    port = port or free_port()
    given = {
        "PORT": str(port),
        "MOCK_MODE": "true",
        "DATA_DIR": str(folder),
        "PACING": "off",
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "debug",
        "STOP_NOTICE_SECONDS": "0",
    } | env
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await start(command, kept | given)
    url = f"http://127.0.0.1:{port}"
    async with httpx.AsyncClient(base_url=url, timeout=150) as http:
        served = Serving(url, "", process, http, folder)
        reader = asyncio.create_task(_read(served))
        try:
            await _ready(served)
            yield served
        finally:
            if process.returncode is None:
                process.terminate()
                await asyncio.wait_for(process.wait(), 40)
            await reader


async def _read(served: Serving) -> None:
    assert served.process.stdout is not None
    async for line in served.process.stdout:
        served.output.append(line.decode())
        if found := re.match(r"Market +(\S+)", served.output[-1]):
            served.market = found[1]


async def _ready(served: Serving) -> None:
    async with asyncio.timeout(READY_SECONDS):
        while True:
            assert served.process.returncode is None, "".join(served.output)
            try:
                if _is_up(await served.http.get("/ready")):
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.1)


def _is_up(answer: httpx.Response) -> bool:
    """Whether it can take work in; the workers of an API process may be started later."""
    checks = answer.json().get("checks", [{"name": "", "ok": False}])
    return all(check["ok"] or check["name"] == "workers" for check in checks)
