"""The tools over standard input and output, for a service that runs elsewhere.

A client of the protocol starts this as a process of its own. It opens no data folder and no
browser: there is one service over a data folder, and this asks it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from mcp.server.stdio import stdio_server

from gql_api.mcp.client import FripierClient, client
from gql_api.mcp.photo_files import PhotoFolders
from gql_api.mcp.server import Context, build_server
from gql_api.mcp.tools import Agent


async def run(base: str, *, key: str | None, public: str, folders: Sequence[Path]) -> None:
    """Answer calls until standard input ends."""
    given = {"Authorization": f"Bearer {key}"} if key else {}
    async with client(base, given) as http:
        photos = PhotoFolders(folders) if folders else None
        agent = Agent(FripierClient(http, public), photos)

        @asynccontextmanager
        async def ours(_: Context) -> AsyncIterator[Agent]:
            yield agent

        server = build_server(ours, local=photos is not None)
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())
