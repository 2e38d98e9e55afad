"""Pauses: as long as the profile says, the same for the same seed, none when off."""

import random

import pytest

from browser.page.pacing import Pacer, Profile


class Sleeps:
    """Remembers how long it was asked to sleep, and does not."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def pauses(profile: Profile, seed: int = 7, count: int = 200) -> list[float]:
    sleeps = Sleeps()
    pacer = Pacer(profile, random.Random(seed), sleeps)
    for _ in range(count):
        await pacer.between_fields()
    await pacer.before_submit()
    return sleeps.seconds


@pytest.mark.parametrize(("profile", "factor"), [(Profile.HUMAN, 1), (Profile.CALM, 2)])
async def test_pauses_lie_within_the_profile_and_spread(profile: Profile, factor: int) -> None:
    *between, before = await pauses(profile)
    assert 0.4 * factor <= min(between) < 0.6 * factor
    assert 1.6 * factor < max(between) <= 1.8 * factor
    assert 1.1 * factor <= before <= 1.8 * factor


async def test_calm_is_twice_human() -> None:
    human, calm = await pauses(Profile.HUMAN), await pauses(Profile.CALM)
    assert calm == [2 * seconds for seconds in human]


async def test_off_does_not_even_sleep() -> None:
    assert await pauses(Profile.OFF) == []


async def test_one_seed_repeats_the_same_pauses() -> None:
    assert await pauses(Profile.HUMAN, 1) == await pauses(Profile.HUMAN, 1)
    assert await pauses(Profile.HUMAN, 1) != await pauses(Profile.HUMAN, 2)
