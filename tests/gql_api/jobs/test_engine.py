"""The real engine on a real SQLite file: steps, turns, cancelling, restarts."""

import asyncio
import sqlite3
import sys
import textwrap
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from dbos import DBOS

from gql_api.db.database import Database
from gql_api.domain.job import CLICKS
from gql_api.jobs import engine as engine_module
from gql_api.jobs.engine import MAX_RECOVERIES, WORK, Engine, RunCancelled, RunState
from gql_api.jobs.steps import StepRunner

Step = Callable[[str], Awaitable[Any]]


class Recorder:
    """A workflow of two steps that notes what runs and can be held in its second step."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.open = asyncio.Event()
        self.open.set()
        self.running: set[str] = set()
        self.overlaps = 0
        self.ended: asyncio.Queue[str] = asyncio.Queue()
        self.entered: asyncio.Queue[str] = asyncio.Queue()
        self.cancelled = False

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        try:
            assert await step("first", self._note, f"{run_id}:first") == {"n": 1}
            await step("second", self._hold, run_id, preemptible=True)
        except (RunCancelled, asyncio.CancelledError):
            self.cancelled = True
            raise
        finally:
            self.ended.put_nowait(run_id)

    async def _note(self, what: str) -> dict[str, int]:
        self.ran.append(what)
        return {"n": 1}

    async def _hold(self, run_id: str) -> None:
        account = run_id.split("-", maxsplit=1)[0]
        self.overlaps += account in self.running
        self.running.add(account)
        self.entered.put_nowait(run_id)
        try:
            await self.open.wait()
            self.ran.append(run_id)
        finally:
            self.running.discard(account)


def _database(folder: Path) -> Database:
    return Database(f"sqlite:///{folder}/fripier.db")


async def test_steps_run_on_the_lifespans_loop_and_keep_their_results(tmp_path: Path) -> None:
    recorder = Recorder()
    async with Engine(_database(tmp_path), {"job": recorder}, places={WORK: 2}) as engine:
        await engine.enqueue(WORK, "job", "a-1", "a")
        await engine.enqueue(WORK, "job", "a-1", "a")
        assert await asyncio.wait_for(recorder.ended.get(), 10) == "a-1"
    assert recorder.ran == ["a-1:first", "a-1"]


async def test_an_account_has_one_job_at_a_time_in_the_order_of_arrival(tmp_path: Path) -> None:
    recorder = Recorder()
    async with Engine(_database(tmp_path), {"job": recorder}, places={WORK: 4}) as engine:
        for number in range(4):
            await engine.enqueue(WORK, "job", f"a-{number}", "a")
            await engine.enqueue(WORK, "job", f"b-{number}", "b")
        for _ in range(8):
            await asyncio.wait_for(recorder.ended.get(), 20)
    assert recorder.overlaps == 0
    second = [name for name in recorder.ran if ":" not in name]
    for account in "ab":
        assert [name for name in second if name[0] == account] == [
            f"{account}-{number}" for number in range(4)
        ]


async def test_what_is_queued_here_waits_for_no_look_into_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "ALONE_SECONDS", 60.0)
    monkeypatch.setattr(engine_module, "FIRST_RINGS", ())
    recorder = Recorder()
    async with Engine(_database(tmp_path), {"job": recorder}, places={WORK: 2}) as engine:
        for number in range(3):  # each but the first waits for the end of the one before
            await engine.enqueue(WORK, "job", f"a-{number}", "a")
        for number in range(3):
            assert await asyncio.wait_for(recorder.ended.get(), 10) == f"a-{number}"


async def test_a_queue_that_holds_nothing_is_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "FIRST_RINGS", ())
    recorder, rung = Recorder(), list[str | None]()
    recorder.open.clear()
    places = {WORK: 2, CLICKS: 2}
    async with Engine(_database(tmp_path), {"job": recorder}, places=places) as engine:
        ring = engine._queues.ring

        def told(queue: str | None = None) -> None:
            rung.append(queue)
            ring(queue)

        monkeypatch.setattr(engine._queues, "ring", told)
        await engine.enqueue(WORK, "job", "a-1", "a")
        await asyncio.wait_for(recorder.entered.get(), 10)
        await engine.enqueue(WORK, "job", "a-2", "a")
        rung.clear()
        recorder.open.set()
        assert await asyncio.wait_for(recorder.ended.get(), 10) == "a-1"
        assert await asyncio.wait_for(recorder.ended.get(), 10) == "a-2"
        await engine.stop(["a-1", "a-2"])
        engine.look()
        assert rung == [WORK], "once, for what waited for the end of the first"


async def test_what_waits_is_corrected_by_what_is_in_the_queues(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.open.clear()
    async with Engine(_database(tmp_path), {"job": recorder}, places={WORK: 2}) as engine:
        await engine.enqueue(WORK, "job", "a-1", "a")
        await asyncio.wait_for(recorder.entered.get(), 10)
        await engine.enqueue(WORK, "job", "a-2", "a")
        await DBOS.cancel_workflow_async("a-2")  # as by the library itself, which gives runs up
        assert engine._queues.waiting == ("a-2",)
        await engine.revive()
        assert engine._queues.waiting == ()
        await engine.enqueue(WORK, "job", "a-3", "a")
        engine._queues.left("a-3")
        await engine.revive()
        assert engine._queues.waiting == ("a-3",), "what is in a queue is found again"
        recorder.open.set()


async def test_the_end_of_a_run_is_looked_at_once_more(tmp_path: Path) -> None:
    """Its end may not have been stored, which `revive` finds out."""
    database, recorder = _database(tmp_path), Recorder()
    async with Engine(database, {"job": recorder}, places={WORK: 1}) as engine:
        await engine.revive()
        assert not engine.is_unsettled
        seen = database.commits.count
        await engine.enqueue(WORK, "job", "a-1", "a")
        assert await database.commits.beyond(seen, 10)
        assert engine.is_unsettled
        await engine.revive()
        assert not engine.is_unsettled


async def test_no_thread_looks_for_what_nobody_has(tmp_path: Path) -> None:
    async with Engine(_database(tmp_path), {"job": Recorder()}, places={WORK: 2}):
        looking = {thread.name for thread in threading.enumerate()}
    unwanted = (
        "internal_queue",
        "background-jobs",
        "(queue_thread)",
        "(dynamic_scheduler_loop)",
        "(run_notification_listener)",
    )
    assert [name for name in looking if any(word in name for word in unwanted)] == []


async def test_cancelling_reaches_a_running_step(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.open.clear()
    async with Engine(_database(tmp_path), {"job": recorder}, places={WORK: 2}) as engine:
        await engine.enqueue(WORK, "job", "a-1", "a")
        await asyncio.wait_for(recorder.entered.get(), 10)
        await engine.cancel("a-1")
        await asyncio.wait_for(recorder.ended.get(), 2.5)
        assert await engine.known(["a-1", "never"]) == {"a-1": RunState.ENDED}
    assert recorder.cancelled
    assert recorder.ran == ["a-1:first"]


async def test_a_run_that_a_disk_in_trouble_has_ended_goes_on_after_it(tmp_path: Path) -> None:
    """The engine cannot store that the run has ended, so nothing would ever take it up again."""
    database, ran, ended = _database(tmp_path), [], asyncio.Queue[str]()
    trouble = False

    def refuse(connection: sqlite3.Connection, *_: object) -> None:
        """As if the disk had become read-only."""
        connection.execute(f"PRAGMA query_only={trouble}")

    sa.event.listen(database.engine, "checkout", refuse)

    async def first() -> None:
        ran.append("first")

    async def second() -> None:
        nonlocal trouble
        trouble = "second" not in ran
        ran.append("second")

    async def workflow(step: StepRunner, run_id: str) -> None:
        try:
            await step("first", first)
            await step("second", second)
        finally:
            ended.put_nowait(run_id)

    async with Engine(database, {"job": workflow}, places={WORK: 1}) as engine:
        await engine.enqueue(WORK, "job", "run", "a")
        assert await asyncio.wait_for(ended.get(), 20) == "run"
        assert (await engine.known(["run"]))["run"] is RunState.GOING_ON
        trouble = False
        await engine.revive()
        await engine.revive()
        assert await asyncio.wait_for(ended.get(), 20) == "run"
        async with asyncio.timeout(10):
            # No more calls to `revive`: in production they are seconds apart, so that a run that
            # is just being begun is not taken for one that stands still.
            while (await engine.known(["run"]))["run"] is not RunState.ENDED:
                await asyncio.sleep(0.1)
    assert ran == ["first", "second", "second"]


KILLED = """
    import asyncio, os, signal, sys
    from gql_api.jobs.engine import WORK, Engine
    from gql_api.db.database import Database

    async def note(what):
        with open(sys.argv[2], "a") as out:
            print(what, file=out, flush=True)

    async def die():
        await note("second")
        if sys.argv[3] == "die":
            os.kill(os.getpid(), signal.SIGKILL)

    ended = asyncio.Event()

    async def workflow(step, run_id):
        await step("first", note, "first")
        await step("second", die)
        ended.set()

    async def main():
        database = Database(sys.argv[1])
        async with Engine(database, {"job": workflow}, places={WORK: 1}) as engine:
            if sys.argv[3] == "die":
                await engine.enqueue(WORK, "job", "run", "a")
            await asyncio.wait_for(ended.wait(), 20)

    asyncio.run(main())
"""


async def test_a_killed_process_goes_on_after_its_last_step(tmp_path: Path) -> None:
    out = tmp_path / "out"
    url = f"sqlite:///{tmp_path}/fripier.db"

    async def run(how: str) -> int:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", textwrap.dedent(KILLED), url, str(out), how
        )
        return await asyncio.wait_for(process.wait(), 40)

    assert await run("die") == -9
    assert await run("live") == 0
    assert out.read_text().split() == ["first", "second", "second"]


POISON = """
    import asyncio, os, signal, sys
    from gql_api.jobs.engine import WORK, Engine, RunState
    from gql_api.db.database import Database

    async def die():
        with open(sys.argv[2], "a") as out:
            print("tried", file=out, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

    async def attempt():
        served = asyncio.Event()

        async def workflow(step, run_id):
            await step("only", die) if run_id == "poison" else served.set()

        async with Engine(Database(sys.argv[1]), {"job": workflow}, places={WORK: 1}) as engine:
            await engine.enqueue(WORK, "job", "poison", "a")
            await engine.enqueue(WORK, "job", "after", "a")
            async with asyncio.timeout(20):
                await served.wait()
                assert await engine.known(["poison"]) == {"poison": RunState.ENDED}

    def run():
        # A fork of a process that has loaded everything starts at once.
        if not (child := os.fork()):
            asyncio.run(attempt())
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    codes = [run()]
    while codes[-1] == -signal.SIGKILL and len(codes) < 20:
        codes.append(run())
    print(*codes)
"""


async def test_a_job_that_kills_its_process_is_given_up_and_the_next_one_runs(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", textwrap.dedent(POISON)),
        *(f"sqlite:///{tmp_path}/fripier.db", str(out)),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    tries = 1 + MAX_RECOVERIES
    assert said.decode().split() == ["-9"] * tries + ["0"]
    assert out.read_text().split() == ["tried"] * tries


async def test_what_outlasts_the_grace_is_cut_off_and_resumed_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gql_api.jobs.at_work.GRACE_SECONDS", 0)
    first = Recorder()
    first.open.clear()
    async with Engine(_database(tmp_path), {"job": first}, places={WORK: 2}) as engine:
        await engine.enqueue(WORK, "job", "a-1", "a")
        await asyncio.wait_for(first.entered.get(), 10)
    # Its browser closes next: the step must not see that, nor tell it as a failure.
    assert first.cancelled
    assert first.running == set()
    second = Recorder()
    async with Engine(_database(tmp_path), {"job": second}, places={WORK: 2}):
        assert await asyncio.wait_for(second.ended.get(), 20) == "a-1"
    assert second.ran == ["a-1"]


async def test_what_comes_from_the_queue_after_the_hand_over_is_the_next_starts(
    tmp_path: Path,
) -> None:
    first, hurried = Recorder(), asyncio.Event()
    first.open.clear()
    engine = Engine(_database(tmp_path), {"job": first}, places={WORK: 2}, hurried=hurried)
    async with engine:
        await engine.enqueue(WORK, "job", "a-1", "a")
        await asyncio.wait_for(first.entered.get(), 10)
        await engine.hand_over()
        await engine.enqueue(WORK, "job", "b-1", "b")
        async with asyncio.timeout(10):
            while "b-1" not in engine.at_work.running:  # claimed from the queue, and held there
                await asyncio.sleep(0.02)
        first.open.set()
        assert await asyncio.wait_for(first.ended.get(), 10) == "a-1"
    assert [each for each in first.ran if each.startswith("b-1")] == []
    second = Recorder()
    async with Engine(_database(tmp_path), {"job": second}, places={WORK: 2}):
        assert await asyncio.wait_for(second.ended.get(), 20) == "b-1"


@pytest.mark.parametrize("how", ["waits", "hurried"])
async def test_nobody_waits_for_a_run_that_waits_or_when_in_a_hurry(
    tmp_path: Path, how: str
) -> None:
    """It resumes at the next start; what it comes to when it is cut off is told by nobody."""
    entered, told, hurried = asyncio.Event(), list[BaseException](), asyncio.Event()

    async def forever() -> None:
        entered.set()
        try:
            await asyncio.Event().wait()
        finally:
            raise RuntimeError("cut off in the middle")

    async def workflow(step: StepRunner, run_id: str) -> None:
        try:
            await step("waiting", forever, waits=how == "waits")
        except Exception as error:
            told.append(error)
            raise

    if how == "hurried":
        hurried.set()
    async with asyncio.timeout(15):  # less than the grace of a run at work
        database = _database(tmp_path)
        async with Engine(database, {"job": workflow}, places={WORK: 1}, hurried=hurried) as engine:
            await engine.enqueue(WORK, "job", "a-1", "a")
            await entered.wait()
    assert told == []
    second = Recorder()
    async with Engine(_database(tmp_path), {"job": second}, places={WORK: 1}):
        assert await asyncio.wait_for(second.ended.get(), 20) == "a-1"
