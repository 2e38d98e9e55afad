"""How long others wait while somebody sends without an end: the real service, flooded by a thread.

    uv run --group test python -m benchmarks.meanwhile

The floods are those of `tests/edge/test_meanwhile.py`, which counts that the others are answered.
Beside each stands a floor of the same run, an ordinary caller in the place of the flood. The goal
is a 99th percentile under the floor plus 50 ms; the figures are in docs/performance.md.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from tests.edge.raw import Raw, request
from tests.edge.test_meanwhile import ENDLESS, flooding
from tests.gql_api.serving import served

ASKED: Final = 200
ROUNDS: Final = 5
ORDINARY: Final = request(fields=["Connection: close"])


async def _slowest(url: str, flood: bytes) -> float:
    """The 99th of a hundred times that an answer took meanwhile, in milliseconds."""
    raw, took = await Raw.to(url), []
    with flooding(url, flood):
        for _ in range(ASKED):
            started = time.perf_counter()
            await raw.send(request())
            if (await raw.answer()).status != 200:
                raise RuntimeError("another one was refused")
            took.append(1000 * (time.perf_counter() - started))
    await raw.close()
    return sorted(took)[ASKED * 99 // 100 - 1]


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with served(Path(folder), OPERATIONS_PER_MINUTE="1000000") as url:
            await _slowest(url, ORDINARY)  # warm
            print(f"{'flood':18} {'floor':>8} {'flooded':>8} {'ratio':>16}  p99 in ms, medians")
            for name, (_, sent) in ENDLESS.items():
                pairs = [
                    (await _slowest(url, ORDINARY), await _slowest(url, sent))
                    for _ in range(ROUNDS)
                ]
                ratios = sorted(flooded / floor for floor, flooded in pairs)
                floor, flooded = (median(each) for each in zip(*pairs, strict=True))
                spread = f"{ratios[0]:.2f} {median(ratios):.2f} {ratios[-1]:.2f}"
                print(f"{name:18} {floor:8.1f} {flooded:8.1f} {spread:>16}")


if __name__ == "__main__":
    asyncio.run(main())
