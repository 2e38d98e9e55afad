"""What a release leaves in the engine, taken up by the next one: what ran, and what waited."""

import asyncio

import pytest

from gql_api.db.database import Database
from gql_api.jobs import at_work, engine
from gql_api.jobs.engine import WORK, Engine
from gql_api.jobs.steps import StepRunner


class Held:
    """A workflow of one step, which waits until it is let go on."""

    def __init__(self, *, open_: bool) -> None:
        self.open = asyncio.Event()
        if open_:
            self.open.set()
        self.entered = asyncio.Event()
        self.ended: asyncio.Queue[str] = asyncio.Queue()

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        await step("only", self._wait, preemptible=True)
        self.ended.put_nowait(run_id)

    async def _wait(self) -> None:
        self.entered.set()
        await self.open.wait()


@pytest.mark.parametrize("successor", ["1", "2"])
async def test_what_ran_and_what_waited_goes_on_in_the_next_release(
    address: str, successor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(address)
    await database.open()
    monkeypatch.setattr(at_work, "GRACE_SECONDS", 0)
    monkeypatch.setattr(engine, "APPLICATION_VERSION", "1")
    before = Held(open_=False)
    names = ("old", "new") if not database.is_sqlite else ("local", "local")
    async with Engine(database, {"job": before}, places={WORK: 1}, worker=names[0]) as first:
        await first.enqueue(WORK, "job", "a-1", "a")
        await first.enqueue(WORK, "job", "b-1", "b")
        await asyncio.wait_for(before.entered.wait(), 10)

    monkeypatch.setattr(engine, "APPLICATION_VERSION", successor)
    after = Held(open_=True)
    async with Engine(database, {"job": after}, places={WORK: 1}, worker=names[1]) as second:
        if not database.is_sqlite:
            assert names[0] in await second.others()
            await second.take_over(names[0])
        found = {await asyncio.wait_for(after.ended.get(), 15) for _ in range(2)}
    assert found == {"a-1", "b-1"}
    await database.close()


async def test_what_only_waited_goes_on_without_a_takeover(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release that was stopped while a run waited leaves nobody to be taken over from."""
    database = Database(address)
    await database.open()
    names = ("old", "new") if not database.is_sqlite else ("local", "local")
    monkeypatch.setattr(engine, "APPLICATION_VERSION", "1")
    async with Engine(database, {"job": Held(open_=False)}, places={}, worker=names[0]) as first:
        await first.enqueue(WORK, "job", "a-1", "a")
    monkeypatch.setattr(engine, "APPLICATION_VERSION", "2")
    after = Held(open_=True)
    async with Engine(database, {"job": after}, places={WORK: 1}, worker=names[1]):
        assert await asyncio.wait_for(after.ended.get(), 15) == "a-1"
    await database.close()


async def test_a_run_that_is_cancelled_though_its_job_goes_on_is_begun_anew(address: str) -> None:
    """As a kill between a release's cancel and its new beginning leaves it."""
    database = Database(address)
    await database.open()
    names = ("old", "new") if not database.is_sqlite else ("local", "local")
    async with Engine(database, {"job": Held(open_=False)}, places={}, worker=names[0]) as first:
        await first.enqueue(WORK, "job", "a-1", "a")
        await first.cancel("a-1")
    after = Held(open_=True)
    async with Engine(database, {"job": after}, places={WORK: 1}, worker=names[1]) as second:
        assert not await engine.begun_anew_if_cancelled("a-2", WORK, "a")
        assert await engine.begun_anew_if_cancelled("a-1", WORK, "a")
        await second.revive()
        assert await asyncio.wait_for(after.ended.get(), 15) == "a-1"
        assert not await engine.begun_anew_if_cancelled("a-1", WORK, "a")
    await database.close()
