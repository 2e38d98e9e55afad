"""What a watcher of an import is told, and what it waits for before it looks again.

Owns which rows count as changed between two looks, and which events of jobs make another look due.
Looking, and the order of what is told, is `service.imports`'.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from gql_api.domain.imports import Import, RowMark, Stage, job_id_of
from gql_api.domain.job import JobEvent
from gql_api.domain.tenant import owner_in

OVERLAP: Final = timedelta(seconds=10)
"""Told again to whoever comes back: what was stored at a moment may be seen only after it."""
LOOK_SECONDS: Final = 5.0
"""How often a watcher looks by itself: decisions and the passing of time are no events."""


def changed(
    found: Import, marks: Sequence[RowMark], last: Mapping[int, RowMark] | None, after: int
) -> list[int]:
    """The lines that stand elsewhere than at the last look; at the first one than at a number."""
    if last is not None:
        return [row.line for row in marks if row.told != last.get(row.line)]
    if not after:
        return []
    since = found.moment_of(after) - OVERLAP
    return [row.line for row in marks if row.changed_at >= since]


def says_the_same(found: Import, last: Import) -> bool:
    """Whether there is nothing new of the whole import, whatever its rows did."""
    return (found.counts, found.paused) == (last.counts, last.paused)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whose events may move a row: its own jobs', and while a yes is awaited any of its owner."""

    jobs: frozenset[str]
    owner: str | None

    @classmethod
    def by(cls, found: Import, marks: Sequence[RowMark]) -> "Concerned":
        jobs = {row.job_id or job_id_of(found.id, row.line, row.tries) for row in marks}
        jobs |= {row.publish_id for row in marks if row.publish_id}
        waits = any(row.stage in (Stage.PREPARED, Stage.ATTENTION) for row in marks)
        return cls(frozenset(jobs), owner_in(found.account) if waits else None)

    def has(self, event: JobEvent) -> bool:
        return event.step is None and (event.job_id in self.jobs or event.owner == self.owner)


async def next_of(
    events: AsyncGenerator[JobEvent],
    coming: "asyncio.Future[JobEvent | None]",
    concerned: Concerned,
) -> "tuple[asyncio.Future[JobEvent | None], bool]":
    """Wait for an event that may move a row, or for a while; and whether nothing more comes."""
    loop = asyncio.get_running_loop()
    until = loop.time() + LOOK_SECONDS
    while (left := until - loop.time()) > 0:
        ready, _ = await asyncio.wait({coming}, timeout=left)
        if not ready:
            break
        event = coming.result()
        if event is None:
            return coming, True
        coming = asyncio.ensure_future(anext(events, None))
        if concerned.has(event):
            break
    return coming, False
