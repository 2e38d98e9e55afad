"""Pauses between the fields of a form, as long as a person takes, out of courtesy to the site.

The only place where the browser half waits for time instead of a signal of the page.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Final


class Profile(StrEnum):
    """How long the pauses are."""

    HUMAN = "human"
    CALM = "calm"
    OFF = "off"


_FIELD_SECONDS: Final = (0.4, 1.8)
_SUBMIT_SECONDS: Final = (1.1, 1.8)
_FACTORS: Final = {Profile.HUMAN: 1.0, Profile.CALM: 2.0, Profile.OFF: 0.0}


class Pacer:
    """The pauses of one job. The same `rng` seed gives the same pauses."""

    def __init__(
        self,
        profile: Profile,
        rng: random.Random,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._factor = _FACTORS[profile]
        self._rng = rng
        self._sleep = sleep

    async def between_fields(self) -> None:
        """Pause as when moving on to the next field: 0.4 to 1.8 s, twice that when calm."""
        await self._pause(_FIELD_SECONDS)

    async def before_submit(self) -> None:
        """Pause as when looking the form over: 1.1 to 1.8 s, twice that when calm."""
        await self._pause(_SUBMIT_SECONDS)

    async def _pause(self, seconds: tuple[float, float]) -> None:
        if self._factor:
            await self._sleep(self._rng.uniform(*seconds) * self._factor)
