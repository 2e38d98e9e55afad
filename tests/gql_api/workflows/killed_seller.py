"""A worker in a process of its own that kills itself while it looks for a lost click.

Run as `python -m tests.gql_api.workflows.killed_seller <market> <folder>`; clicks without an answer
and prints the id of the publish.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

import httpx

from tests.gql_api.workflows.bench import bench


async def sell(market: str, folder: Path) -> None:
    async with bench(folder, market) as context:
        await context.sign_in()
        prepared = await context.prepared()
        async with httpx.AsyncClient(base_url=market) as http:
            await http.patch("/__standin__/faults", json={"publish_fault": "reset_before"})
        publish = context.of(prepared)
        await context.accept(publish)
        await context.until_it_looks(publish.id)
        print(publish.id, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(sell(sys.argv[1], Path(sys.argv[2])))
