"""What an embedded service costs while nobody asks anything, and how soon it is ready.

    uv run python -m benchmarks.idle

Starts `fripier serve` on an empty data folder, and then on the same one, each time until `/ready`
says 200; then looks at its CPU time and memory while it idles. The floor in the same run is a bare
uvicorn with one Starlette route. Times depend on what else the machine does: `load` says how much
that was, `start_cpu_seconds` is what the start itself took of a core.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import httpx

from tests.e2e.serving import SERVE, free_port

BUDGETS = {"cpu_percent": 3.0, "rss_mb": 130.0, "ready_seconds": 1.2}
FLOOR = """
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

async def ready(request):
    return PlainTextResponse("ok")

app = Starlette(routes=[Route("/ready", ready)])
uvicorn.run(app, host="127.0.0.1", port=int(__import__("os").environ["PORT"]), log_level="error")
"""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """One kind of process: seconds to the first answer, its CPU time until then, and idle costs."""

    ready_seconds: float
    start_cpu_seconds: float
    cpu_percent: float
    rss_mb: float


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def rss_mb(pid: int) -> float:
    """Resident memory in MB (10^6 bytes)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kilobytes = next(line for line in lines if line.startswith("VmRSS")).split()[1]
    return int(kilobytes) * 1024 / 1e6


async def measured(
    command: Sequence[str], env: Mapping[str, str], starts: int, idle: float
) -> Figures:
    """Start it some times, let the last one idle."""
    ready, cpu = list[float](), list[float]()
    for number in range(starts):
        port = free_port()
        started = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *command,
            env={**os.environ, **env, "PORT": str(port)},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await until_ready(f"http://127.0.0.1:{port}/ready", process)
            ready.append(time.perf_counter() - started)
            cpu.append(cpu_seconds(process.pid))
            if number == starts - 1:
                return await at_rest(process.pid, idle, median(ready), median(cpu))
        finally:
            process.terminate()
            await process.wait()
    raise ValueError("at least one start is needed")


async def until_ready(url: str, process: asyncio.subprocess.Process) -> None:
    async with httpx.AsyncClient() as http:
        while process.returncode is None:
            try:
                if (await http.get(url)).status_code == 200:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.01)
    raise RuntimeError(f"it ended with code {process.returncode}")


async def at_rest(pid: int, idle: float, ready: float, cpu: float) -> Figures:
    await asyncio.sleep(3)  # what a start leaves to do is not idling
    before, began = cpu_seconds(pid), time.perf_counter()
    await asyncio.sleep(idle)
    used = (cpu_seconds(pid) - before) / (time.perf_counter() - began)
    return Figures(round(ready, 2), round(cpu, 2), round(100 * used, 2), round(rss_mb(pid), 1))


async def main(starts: int, idle: float) -> dict[str, object]:
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        env = {"DATA_DIR": folder, "MOCK_MODE": "false", "LOG_LEVEL": "warning"}
        service = await measured(SERVE, env, starts, idle)
    floor = await measured((sys.executable, "-c", FLOOR), {}, starts, min(idle, 10))
    found = asdict(service)
    return {
        "service": found,
        "floor": asdict(floor),
        "times_the_floor": {
            name: round(found[name] / least, 1) for name, least in asdict(floor).items() if least
        },
        "budgets": BUDGETS,
        "kept": {name: found[name] < most for name, most in BUDGETS.items()},
        "load": {"before": round(load, 2), "after": round(os.getloadavg()[0], 2)},
        "cores": os.cpu_count(),
        "python": sys.version.split()[0],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--idle", type=float, default=60, help="seconds")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(main(given.starts, given.idle)), indent=1))
