"""Whether this process can do its work now: each check by name, with its cure.

Every check is bounded in time, and all run at once. What cannot be looked at because the database
is away is left out: the check of the database tells it. Which checks a role has is said by the
composition root; `/ready` and the metrics show the answer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final

from gql_api.domain.status import Check, Readiness
from gql_api.durable_files import room_of
from gql_api.errors import ServiceError
from gql_api.storage_errors import PROBE_SECONDS, patient_for

Probe = Callable[[], Awaitable[str | None]]
"""Answers nothing when all is well, else the cure. Raises ServiceError when it cannot look."""

CHECK_SECONDS: Final = 5.0
ROOM_BYTES: Final = 64 * 1024 * 1024
"""Less than a few uploads need; a disk of that size or smaller is judged by its share."""
ROOM_SHARE: Final = 0.05

CURES: Final = {
    "slow": "It did not answer in time: see what the machine is busy with.",
    "database": "The database takes no write: see that its disk has room, that no other program "
    "holds it and that the server runs. The log says which.",
    "storage": "The store of STORAGE_URL does not answer: see that it runs and that its keys are "
    "right.",
    "key": "A stored session cannot be opened with SECRET_KEY: add the key that sealed it, after "
    "the new one and a comma, or forget that session and save it again.",
    "disk": "The disk of DATA_DIR has almost no room left: make room.",
    "memory": "The machine has too little memory left for one more form: end other programs, give "
    "it more, or run fewer workers on it.",
    "browser": "The browser that was found does not run: start it by hand with --version, which "
    "names what is missing.",
    "workers": "No worker runs, so that jobs would only wait: start one with `fripier worker`.",
    "stop": "It was told to stop: send calls elsewhere, or come back once it has started again.",
    "lease": "This worker has lost its lock on the PostgreSQL server and does not click: see that "
    "the server runs and can be reached.",
}

STOPPING: Final = Readiness((Check("stop", ok=False, cure=CURES["stop"]),))
"""A process that stops can do its work no more, however well its parts are."""


async def readiness(probes: Mapping[str, Probe]) -> Readiness:
    """The answer of every probe, in their order."""
    found = await asyncio.gather(*(_checked(name, probe) for name, probe in probes.items()))
    return Readiness(tuple(check for check in found if check))


async def _checked(name: str, probe: Probe) -> Check | None:
    try:
        with patient_for(PROBE_SECONDS):
            async with asyncio.timeout(CHECK_SECONDS):
                cure = await probe()
    except TimeoutError:
        cure = CURES["slow"]
    except ServiceError:
        return None
    return Check(name, cure is None, cure)


def holding(look: Callable[[], Awaitable[bool | None]], name: str) -> Probe:
    """A probe of something that is so, or is not asked for (None), or has the cure so named."""

    async def probe() -> str | None:
        return CURES[name] if await look() is False else None

    return probe


def room_in(folder: Path) -> Probe:
    """A probe of the disk of a folder."""

    async def probe() -> str | None:
        disk = await room_of(folder)
        full = disk.free < ROOM_BYTES and disk.free < disk.total * ROOM_SHARE
        return CURES["disk"] if full else None

    return probe
