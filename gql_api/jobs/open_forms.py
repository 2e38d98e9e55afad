"""Filled forms that stay open until their yes comes.

A parked form is a cache: when it is gone (restart, cap, closed browser) the workflows fill it
again. Filling and clicking are the driver's matter.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from browser.driver import Driver
from browser.form.prepared import PreparedForm

Place = tuple[str, int]
"""The preparation's job id and revision."""


class Parking:
    """At most `capacity` open forms; the one parked longest gives way."""

    def __init__(self, driver: Driver, *, capacity: int) -> None:
        self._driver = driver
        self._capacity = capacity
        self._forms: dict[Place, PreparedForm] = {}
        self._held: set[Place] = set()

    def __len__(self) -> int:
        """How many are open: a challenge closes the tabs of its account."""
        return sum(not form.page.is_closed() for form in self._forms.values())

    async def park(self, place: Place, form: PreparedForm) -> None:
        """Keep a form open; closes what stood there, and the oldest beyond the capacity."""
        await self.leave(place)
        self._forms[place] = form
        free = [other for other in self._forms if other not in self._held and other != place]
        for other in free[: max(0, len(self._forms) - self._capacity)]:
            await self.leave(other)

    @asynccontextmanager
    async def held(self, place: Place) -> AsyncIterator[None]:
        """While the block works on a place, its form gives way to no other."""
        self._held.add(place)
        try:
            yield
        finally:
            self._held.discard(place)

    async def find(self, place: Place, version: int) -> PreparedForm | None:
        """The form, when its tab still lives and belongs to this version of the session."""
        form = self._forms.get(place)
        if form is None:
            return None
        if form.version == version and await self._driver.is_open(form):
            return form
        await self.leave(place)
        return None

    def take(self, place: Place) -> PreparedForm | None:
        """A form that is parked no more, and that whoever takes it closes."""
        return self._forms.pop(place, None)

    async def leave(self, place: Place) -> None:
        """Close a form; nothing happens when it is not there."""
        form = self._forms.pop(place, None)
        if form is not None:
            await self._driver.close(form)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where forms are open now and nobody works on them."""
        return tuple(place for place in self._forms if place not in self._held)

    @property
    def jobs(self) -> tuple[str, ...]:
        """The preparations whose forms are open now."""
        return tuple(job_id for job_id, _ in self._forms)

    async def leave_job(self, job_id: str) -> None:
        """Close every form of a preparation."""
        for place in [place for place in self._forms if place[0] == job_id]:
            await self.leave(place)
