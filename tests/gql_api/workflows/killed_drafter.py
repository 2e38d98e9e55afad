"""A worker in a process of its own that kills itself once its draft is saved, before it has the id.

Run as `python -m tests.gql_api.workflows.killed_drafter <market> <folder>`; prints the job's id.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from browser.sites.vinted.drafts import VintedDrafts
from tests.gql_api.workflows.bench import bench, saving

save_draft = VintedDrafts.save


async def dying(drafts: VintedDrafts) -> str:
    await save_draft(drafts)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


async def draft(market: str, folder: Path) -> None:
    async with bench(folder, market) as context:
        await context.sign_in()
        job = await saving(context)
        print(job.id, flush=True)
        await context.run(job)


if __name__ == "__main__":
    VintedDrafts.save = dying  # type: ignore[method-assign]
    asyncio.run(draft(sys.argv[1], Path(sys.argv[2])))
