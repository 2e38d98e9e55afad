"""Progress of one job in the browser: the steps, one report, and who receives it or looks on.

Numbering, storing and fan-out belong to the caller.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Step(StrEnum):
    """The steps of preparing and publishing, in the order in which they begin.

    Photos are sent beside the steps after them, so that they are told of between these, too.
    """

    OPEN = "open"
    ACCOUNT = "account"
    PHOTOS = "photos"
    TITLE = "title"
    DESCRIPTION = "description"
    CATEGORY = "category"
    BRAND = "brand"
    SIZE = "size"
    CONDITION = "condition"
    COLOR = "color"
    MATERIAL = "material"
    DETAILS = "details"
    PRICE = "price"
    PARCEL_SIZE = "parcel_size"
    REVIEW = "review"
    SAVE_DRAFT = "save_draft"
    PICTURE = "picture"
    COMPARE = "compare"
    SUBMIT = "submit"
    OUTCOME = "outcome"
    LOOK_UP = "look_up"


@dataclass(frozen=True, slots=True)
class Progress:
    """`percent` is of the whole job, 0 to 100; `done` of `total` counts within a step."""

    step: Step
    percent: int
    done: int | None = None
    total: int | None = None


Reporter = Callable[[Progress], Awaitable[None]]


async def unreported(progress: Progress) -> None:
    """The reporter of a caller who does not watch."""


class ReportQueue:
    """A reporter that is never waited for: reports are told one after the other beside the work.

    What a report raises ends the work, as all that fails in the group of what is done `beside` it.
    """

    def __init__(self, report: Reporter, beside: asyncio.TaskGroup) -> None:
        self._report = report
        self._beside = beside
        self._left: deque[Progress] = deque()
        self._telling: asyncio.Task[None] | None = None

    async def __call__(self, progress: Progress) -> None:
        self._left.append(progress)
        if self._telling is None or self._telling.done():
            telling = self._tell()
            try:
                self._telling = self._beside.create_task(telling)
            except RuntimeError:  # the work is being ended: nobody is told any more
                telling.close()

    async def told(self) -> None:
        """Wait until everything so far is told."""
        if self._telling:
            await self._telling

    async def _tell(self) -> None:
        while self._left:
            await self._report(self._left.popleft())


class Viewers(Protocol):
    """Who looks on while a form is filled."""

    async def wanted(self) -> None:
        """Returns as soon as somebody looks on, at once while somebody does."""

    async def show(self, picture: bytes) -> None:
        """Take a picture of the form, a JPEG without what is the member's own."""


class Unwatched:
    """The viewers of a caller who has none: no picture is ever taken."""

    async def wanted(self) -> None:
        await asyncio.Event().wait()

    async def show(self, picture: bytes) -> None:
        """Nobody is there to be shown it."""
