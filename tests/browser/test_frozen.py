"""A process that is frozen after its fence and wakes when its time is over publishes nothing."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import pytest

from browser.fence import SEND_SECONDS
from browser.standin import Standin


async def stopped(process: asyncio.subprocess.Process) -> None:
    """Wait until the process stands still."""
    async with asyncio.timeout(60):
        while state_of(process.pid) != "T":
            assert process.returncode is None
            await asyncio.sleep(0.05)


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize(("place", "late"), [("fence", True), ("call", True), ("call", False)])
async def test_a_process_that_wakes_after_its_time_sends_nothing(
    standin: Standin, tmp_path: Path, place: str, late: bool
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.browser.frozen_seller", standin.url, str(tmp_path), place),
        stdout=asyncio.subprocess.PIPE,
    )
    await stopped(process)
    if late:
        # The time itself is what is tested: nothing else tells that it has passed.
        await asyncio.sleep(SEND_SECONDS + 0.5)
    process.send_signal(signal.SIGCONT)
    output, _ = await asyncio.wait_for(process.communicate(), 60)
    told = json.loads(output)
    if late:
        assert told == {"outcome": "needs_manual", "reason": "not_sent", "refused": True}
        assert standin.state.live_items == []
    else:
        assert told["outcome"] == "published"
        assert len(standin.state.live_items) == 1
