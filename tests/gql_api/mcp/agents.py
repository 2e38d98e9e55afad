"""An agent: the client of the protocol's own library, which keeps all that it was told."""

import io
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from PIL import Image

UNSURE: Mapping[str, Any] = {
    "title": "Hoodie Diesel",
    "price": "35,00",
    "description": "Bon état",
    "category_hint": "Homme > Sweats",
    "brand": "Diesel",
    "condition": "bon",
    "color": "noir",
}
"""A listing of which the size is asked."""


@dataclass
class Agent:
    """One connection, and all that came over it as text."""

    client: Client
    heard: list[str] = field(default_factory=list)

    async def tools(self) -> list[str]:
        listed = await self.client.list_tools()
        self.heard.append(listed.model_dump_json(by_alias=True))
        return [tool.name for tool in listed.tools]

    async def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers; it was not refused."""
        is_error, body = await self.tried(name, **arguments)
        assert not is_error, body
        return body

    async def refused(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Why a tool was refused."""
        is_error, body = await self.tried(name, **arguments)
        assert is_error, body
        return body

    async def tried(self, name: str, **arguments: Any) -> tuple[bool, dict[str, Any]]:
        result = await self.client.call_tool(name, arguments)
        self.heard.append(result.model_dump_json(by_alias=True))
        return bool(result.is_error), dict(result.structured_content)


@asynccontextmanager
async def over_stdio(base: str, folder: Path, **env: str) -> AsyncIterator[Agent]:
    """An agent that has started `fripier mcp`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "gql_api", "mcp", "--photos", str(folder)],
        env={**kept, "FRIPIER_URL": base, "LOG_LEVEL": "error", **env},
        cwd=Path(__file__).parents[3],
    )
    async with Client(stdio_client(started)) as client:
        yield Agent(client)


@asynccontextmanager
async def over_http(
    base: str, key: str | None = None, *, mode: str = "auto", **headers: str
) -> AsyncIterator[Agent]:
    """An agent at `/mcp`."""
    named = {"Authorization": f"Bearer {key}"} if key else {}
    async with (
        httpx2.AsyncClient(headers={**named, **headers}, timeout=150) as http,
        Client(streamable_http_client(f"{base}/mcp", http_client=http), mode=mode) as client,
    ):
        yield Agent(client)


def jpeg(path: Path) -> Path:
    """A small photo."""
    made = io.BytesIO()
    Image.effect_noise((800, 600), 60).convert("RGB").save(made, "JPEG")
    path.write_bytes(made.getvalue())
    return path
