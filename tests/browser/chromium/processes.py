"""The processes that a test has started: browsers, their renderers, and the driver."""

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path


def children(pid: int) -> Iterator[int]:
    """All living processes under a process, and none that only wait to be reaped."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(entry)):
            state, parent = stat
            if state != "Z":
                parents.setdefault(parent, []).append(int(entry.name))
    waiting = [pid]
    while waiting:
        found = parents.get(waiting.pop(), [])
        waiting += found
        yield from found


def living() -> Iterator[int]:
    """Every process of the machine but those that wait to be reaped."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(entry)) and stat[0] != "Z":
            yield int(entry.name)


def _stat(process: Path) -> tuple[str, int] | None:
    try:
        fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return fields[0], int(fields[1])


def command(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().strip("\0").split("\0")
    except OSError:
        return [""]


_there_before: set[int] = set()


def leave_out_what_is_there() -> None:
    """Other tests of the session keep a browser of their own: it is left out of account."""
    _there_before.clear()
    _there_before.update(children(os.getpid()))


def started(of: int) -> Iterator[int]:
    """The processes under a process that this test has started."""
    return (pid for pid in children(of) if pid not in _there_before)


def browser_pids(of: int) -> set[int]:
    """The main processes of the browsers under a process."""
    return {pid for pid in started(of) if "--remote-debugging-pipe" in command(pid)}


def browser_pid() -> int:
    [pid] = browser_pids(os.getpid())
    return pid


def renderer_pids() -> list[int]:
    return [pid for pid in started(os.getpid()) if "--type=renderer" in command(pid)[0]]


def driver_pids() -> set[int]:
    return {pid for pid in started(os.getpid()) if "run-driver" in command(pid)}


def driver_pid() -> int:
    [pid] = driver_pids()
    return pid


async def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)
