"""The plan of an account's imports: when each row that waits can be prepared, and what was told.

Values only. Which rows wait, and what is left of the day's budget, is the store's matter.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

DAY: Final = timedelta(days=1)


def planned(
    now: datetime,
    limit: int | None,
    clicks: Sequence[datetime],
    open_forms: int,
    count: int,
    *,
    first: datetime | None = None,
    pause: timedelta = timedelta(),
) -> list[datetime]:
    """When each of the next `count` listings can be prepared, at most `limit` in any 24 hours.

    `clicks` are those of the last day; a form that waits for its yes takes a place from now on.
    None is before `first`, and a `pause` lies between two.
    """
    free = sorted([*(at + DAY for at in clicks), *[now + DAY] * open_forms])
    found: list[datetime] = []
    earliest = max(now, first or now)
    for _ in range(count):
        is_full = limit is not None and len(free) >= limit
        at = max(earliest, free[-limit]) if limit is not None and is_full else earliest
        found.append(at)
        earliest = at + pause
        free.append(at + DAY)
    return found


def kept_plan(
    now: datetime, told: Sequence[datetime | None], new: Sequence[datetime]
) -> list[datetime]:
    """What was told counts, unless it has become possible earlier or has passed in vain.

    Behind a row whose time has passed in vain nothing that was told can be kept either.
    """
    found: list[datetime] = []
    is_late = False
    for before, at in zip(told, new, strict=True):
        is_late = is_late or (before is not None and before <= now < at)
        # What has come and is possible still is told as it was: nothing of it is new.
        kept = now < before < at if before is not None and before > now else at <= now
        found.append(before if before is not None and kept and not is_late else at)
    return found
