"""What was opened for nobody is closed, and closing never lasts."""

import asyncio

import pytest
from playwright.async_api import Error

from browser import playwright_errors
from browser.background_tasks import Chores, in_background
from browser.playwright_errors import settled


class Door:
    """Opens after a while, and remembers that it was closed."""

    def __init__(self) -> None:
        self.may_open = asyncio.Event()
        self.closed = False

    async def open(self) -> "Door":
        await self.may_open.wait()
        return self


async def close(door: Door) -> None:
    door.closed = True


async def test_what_opens_in_time_is_handed_over() -> None:
    door = Door()
    door.may_open.set()
    assert await Chores().open(door.open(), close, seconds=1) is door
    assert not door.closed


async def test_what_opens_for_a_cancelled_call_is_closed() -> None:
    door, chores = Door(), Chores()
    opening = asyncio.ensure_future(chores.open(door.open(), close, seconds=1))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    door.may_open.set()
    await chores.finish()
    assert door.closed


async def test_what_opens_too_late_is_closed() -> None:
    door, chores = Door(), Chores()
    asyncio.get_running_loop().call_later(0.15, door.may_open.set)
    with pytest.raises(TimeoutError):
        await chores.open(door.open(), close, seconds=0.1)
    await chores.finish()
    assert door.closed


async def test_what_never_opens_is_given_up() -> None:
    door, chores = Door(), Chores()
    with pytest.raises(TimeoutError):
        await chores.open(door.open(), close, seconds=0.05)
    await chores.finish()
    assert not door.closed


async def test_a_failed_opening_is_the_callers_error() -> None:
    async def fail() -> Door:
        raise Error("no")

    with pytest.raises(Error):
        await Chores().open(fail(), close, seconds=1)


async def test_work_goes_on_when_its_caller_is_cancelled() -> None:
    door, chores = Door(), Chores()

    async def work() -> None:
        await close(await door.open())

    caller = asyncio.ensure_future(chores.through(work()))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.wait((caller,))
    door.may_open.set()
    await chores.finish()
    assert door.closed


async def test_closing_what_hangs_or_is_gone_raises_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def gone() -> None:
        raise Error("Target page, context or browser has been closed")

    monkeypatch.setattr(playwright_errors, "CLOSE_SECONDS", 0.05)
    async with asyncio.timeout(2):
        await settled(asyncio.Event().wait())
        await settled(gone())


async def test_work_in_the_background_ends_with_its_block() -> None:
    begun, over = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            over.set()

    async def fail() -> None:
        raise ValueError

    with pytest.raises(KeyError):
        async with asyncio.timeout(2), in_background(work(), fail()):
            await begun.wait()
            raise KeyError
    assert over.is_set()
