"""Durable jobs: the only file that knows DBOS.

Owns launch, the queues, recovery, and taking over from workers that died. A workflow is a function
of a step runner and a run id; each step's result is stored, so a restart goes on after the last
one. What this process is at, and its end, is `at_work`'s, what the steps do `workflows`', who is
dead `worker_liveness`'.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Any, Self

import structlog
from dbos import (
    DBOS,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    Queue,
    SetEnqueueOptions,
    SetWorkflowID,
)
from dbos import _dbos as launched
from dbos import error as dbos_error
from dbos._queue import queue_worker_thread
from dbos._sys_db import SystemDatabase

from gql_api.db.database import Database
from gql_api.domain.job import CLICKS, WORK
from gql_api.jobs.at_work import AtWork
from gql_api.jobs.queue_bell import Bell, QueueThreads
from gql_api.jobs.steps import Workflow
from gql_api.observability.telemetry import Telemetry

log = structlog.get_logger(__name__)

APPLICATION_VERSION = "3"
"""Raised only when the order of a workflow's steps changes; the engine strands other versions."""

EMBEDDED = "embedded"
LOOK = "look_up"
"""The workflow that only looks a click up, when the run that clicked was given up."""
MAX_RECOVERIES = 5
POLL_SECONDS = {WORK: 0.5, CLICKS: 0.25}
"""How often a queue is looked into where other processes fill it and empty it, too; what somebody
waits for after a yes, more often."""
ALONE_SECONDS = 60.0
"""How often where nobody else does: whatever there is to look for here rings, and while anything
is unfinished the regular look does."""
FIRST_RINGS = (0.1, 0.3, 1.0, 2.5, 5.0, 10.0)
"""When it rings after the launch, whose recovery fills the queues in a thread of its own."""

NOT_NEEDED = ("queue_thread", "background_jobs_thread", "dynamic_scheduler_loop")
"""Threads of the library that ask the database every second for what nobody here has: runs in no
queue of ours, with a delay or a time-out, or by a schedule. More than half of what idling cost."""
LISTENER = "run_notification_listener"
"""One more, that wakes up for messages between runs, of which there are none here."""

_ENDED = frozenset({"SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"})


def look_of(run_id: str) -> str:
    """The id of the run that looks up what another run has clicked."""
    return f"{run_id}.{LOOK}"


class RunState(Enum):
    """Where the engine stands with a run that it knows."""

    GOING_ON = auto()
    ENDED = auto()


class RunCancelled(Exception):
    """The run was cancelled, between two of its steps or within one."""


class Engine(AbstractAsyncContextManager["Engine"]):
    """Runs workflows from queues, in each one at a time per account.

    `places` says how many of a queue run in this process at once. `worker` names this process among
    several on PostgreSQL; on SQLite there is only one, whose database has to be `held`. Once
    `hurried` is set, the end waits for no run.
    """

    def __init__(
        self,
        database: Database,
        workflows: Mapping[str, Workflow],
        *,
        places: Mapping[str, int],
        worker: str = EMBEDDED,
        telemetry: Telemetry | None = None,
        hurried: asyncio.Event | None = None,
    ) -> None:
        self._database = database
        self._workflows = workflows
        self._places = places
        self._worker = worker
        self._telemetry = telemetry or Telemetry()
        self._functions: dict[str, Callable[[str], Any]] = {}
        self._still: set[str] = set()
        self._has_ended = True  # runs of the last process
        self._queues = QueueThreads(alone=database.is_sqlite)
        self.at_work = AtWork(hurried or asyncio.Event())

    async def __aenter__(self) -> Self:
        """Launch on the running loop, which is where steps then run; recovery starts by itself."""
        try:
            await self._launch()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _launch(self) -> None:
        DBOS.destroy(destroy_registry=True)
        dbos = DBOS(config=self._config())
        # Its own threads sleep between two looks, whatever comes in meanwhile: they get no queue.
        DBOS.listen_queues([])
        for name, workflow in self._workflows.items():
            decorate = DBOS.workflow(name=name, max_recovery_attempts=MAX_RECOVERIES)
            self._functions[name] = decorate(self._entry(workflow))
        with _without(launched, *NOT_NEEDED), _without(SystemDatabase, LISTENER):
            DBOS.launch()
        for queue, places in self._places.items():
            alone = self._database.is_sqlite
            made = await DBOS.register_queue_async(
                queue,
                worker_concurrency=places,
                partition_concurrency=1,
                polling_interval_sec=ALONE_SECONDS if alone else POLL_SECONDS[queue],
                on_conflict="always_update",
            )
            self._queues.begin(queue, partial(_look_into, dbos, made))
        for seconds in FIRST_RINGS:
            asyncio.get_running_loop().call_later(seconds, self.look)
        # On SQLite nobody else is there. On PostgreSQL another worker may be at what runs; what
        # waits is nobody's, and once the older release is stopped no worker would find it.
        mine = ["PENDING", "ENQUEUED"] if self._database.is_sqlite else ["ENQUEUED"]
        await self._adopt(None, mine)

    async def __aexit__(self, *_: object) -> None:
        """Let running jobs finish within the grace period; the others resume at the next start."""
        await self.hand_over()
        await self.at_work.grace()
        await asyncio.to_thread(self._queues.end)
        await asyncio.to_thread(DBOS.destroy)
        # The engine made its own pool the loop's default one, and has just shut it down.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
        await self.at_work.end()

    async def hand_over(self) -> None:
        self.at_work.hand_over()

    async def enqueue(self, queue: str, name: str, run_id: str, account: str) -> None:
        """Put a run into a queue; nothing happens when the engine knows it already."""
        with SetWorkflowID(run_id), SetEnqueueOptions(queue_partition_key=account):
            await DBOS.enqueue_workflow_async(queue, self._functions[name], run_id)
        if run_id not in self.at_work.running:
            self._queues.await_(run_id, queue)
        self._queues.ring(queue)

    def look(self) -> None:
        """Look into the queues now; where nobody else fills them, into those that hold a run."""
        self._queues.ring_where_runs_wait()

    @property
    def is_unsettled(self) -> bool:
        """Whether `revive` has something to look for: a run has ended here, or one stands still."""
        return self._has_ended or bool(self._still)

    async def cancel(self, run_id: str) -> None:
        """Take a run out of its queue, or cancel its preemptible step."""
        await DBOS.cancel_workflow_async(run_id)
        self._queues.left(run_id)
        self.look()  # it may have held the account without ever beginning

    async def stop(self, run_ids: Sequence[str]) -> None:
        """Cancel runs; those of this process have ended when this returns, unless they hang."""
        for run_id in await self.known(run_ids):
            await self.cancel(run_id)
        await self.at_work.stopped(run_ids)

    async def forget_runs(self, run_ids: Sequence[str]) -> None:
        """Delete the engine's own rows of runs, and of the looks in their place."""
        if run_ids:
            looks = [look_of(run_id) for run_id in run_ids]
            await DBOS.delete_workflows_async([*run_ids, *looks])

    async def known(self, run_ids: Sequence[str]) -> dict[str, RunState]:
        """The runs that the engine knows, of those asked for."""
        if not run_ids:
            return {}
        found = await DBOS.list_workflows_async(
            workflow_ids=list(run_ids), load_input=False, load_output=False
        )
        return {
            run.workflow_id: RunState.ENDED if run.status in _ENDED else RunState.GOING_ON
            for run in found
        }

    async def revive(self) -> None:
        """Put runs back into the queue that ended here without their end being stored.

        A disk that is full ends a run so. Only what stood still at two calls in succession counts:
        there is a moment between claimed and begun, and one between ended and stored.
        """
        self._has_ended = False
        try:
            found = await DBOS.list_workflows_async(
                status="PENDING", executor_id=self._worker, load_input=False, load_output=False
            )
            queues = {run.workflow_id: run.queue_name for run in found}
            still = queues.keys() - self.at_work.running.keys()
            for run_id in still & self._still:
                log.warning("run_revived", run_id=run_id)
                await DBOS.resume_workflow_async(run_id, queue_name=queues[run_id])
                self._queues.await_(run_id, queues[run_id])
                self.look()
        except BaseException:
            self._has_ended = True
            raise
        self._still = still - self._still
        if self._queues.is_alone:
            thought = self._queues.waiting
            found = await DBOS.list_workflows_async(
                status="ENQUEUED", load_input=False, load_output=False
            )
            queued = {run.workflow_id: run.queue_name for run in found}
            begun = self.at_work.running.keys()
            self._queues.correct(thought, {id_: queued[id_] for id_ in queued.keys() - begun})

    async def others(self) -> frozenset[str]:
        """The other workers that have runs under way, alive or dead."""
        found = await DBOS.list_workflows_async(
            status="PENDING", load_input=False, load_output=False
        )
        return frozenset(run.executor_id for run in found if run.executor_id) - {self._worker}

    async def take_over(self, dead: str) -> None:
        """Put the runs of a dead worker back into the queue; calling it twice does no harm."""
        # A private name, but the one that the engine's own console uses.
        await asyncio.to_thread(DBOS._recover_pending_workflows, [dead])
        await self._adopt(dead, ["PENDING", "ENQUEUED"])

    async def _adopt(self, dead: str | None, states: list[str]) -> None:
        """Begin the runs of another application version anew; their steps may all be repeated."""
        found = await DBOS.list_workflows_async(
            status=states, executor_id=dead, load_input=False, load_output=False
        )
        for run in found:
            self._queues.await_(run.workflow_id, run.queue_name)
            if run.app_version in (APPLICATION_VERSION, None):
                continue
            log.warning("run_of_another_version", run_id=run.workflow_id, version=run.app_version)
            await DBOS.cancel_workflow_async(run.workflow_id)
            await _rewind(run.workflow_id, run.queue_name, run.queue_partition_key)
        self.look()

    async def forget(self, ended_before: datetime, limit: int) -> int:
        """Delete the engine's own rows of some runs that ended before then; says how many."""
        found = await DBOS.list_workflows_async(
            status=sorted(_ENDED),
            completed_before=ended_before.isoformat(),
            limit=limit,
            load_input=False,
            load_output=False,
        )
        ids = [status.workflow_id for status in found]
        if ids:
            await DBOS.delete_workflows_async(ids)
        return len(ids)

    def _entry(self, workflow: Workflow) -> Callable[[str], Any]:
        """The function that the engine stores by name."""

        async def run(run_id: str) -> None:
            self._queues.left(run_id)
            if task := asyncio.current_task():
                # Its end is stored then, and the account's next run may begin.
                task.add_done_callback(lambda _: self._ended())
            async with self.at_work.run(run_id):
                await workflow(_Steps(run_id, self.at_work, self._telemetry), run_id)

        return run

    def _ended(self) -> None:
        """A run is over, as far as this process is concerned."""
        self._has_ended = True
        self.look()
        self._database.commits.note()

    def _config(self) -> DBOSConfig:
        url = self._database.url.render_as_string(hide_password=False)
        config: DBOSConfig = {
            "name": "fripier",
            "system_database_url": url,
            "sys_db_pool_size": 6,
            "db_engine_kwargs": {"connect_args": self._database.connect_args},
            "application_version": APPLICATION_VERSION,
            # On SQLite constant: the lock admits one process, so a restart recovers what the last
            # one left. On PostgreSQL unique, and others take over.
            "executor_id": self._worker,
            # Plain JSON: whoever can write to the database must not feed pickles to workers.
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
        }
        if self._database.is_sqlite:
            # Our own connections: they carry the clock that the engine needs.
            config["system_database_engine"] = self._database.engine
        return config


@dataclass(frozen=True, slots=True)
class _Steps:
    """The step runner of one run; a step that is replayed from its stored result tells nothing."""

    run_id: str
    at_work: AtWork
    telemetry: Telemetry

    async def __call__(
        self,
        name: str,
        function: Callable[..., Awaitable[Any]],
        *args: Any,
        preemptible: bool = False,
        waits: bool = False,
    ) -> Any:
        async def told(*inner: Any) -> Any:
            with self.telemetry.stage(self.run_id, name):
                return await function(*inner)

        async with self.at_work.waiting() if waits else nullcontext():
            with self.at_work.cutting_off():
                return await _step(name, told, *args, preemptible=preemptible)


@contextmanager
def _without(holder: object, *threads: str) -> Iterator[None]:
    """While the block runs, the library begins none of these threads: they end at once."""
    kept = {name: getattr(holder, name) for name in threads}
    for name in kept:
        setattr(holder, name, lambda *_: None)
    try:
        yield
    finally:
        for name, loop in kept.items():
            setattr(holder, name, loop)


def _look_into(dbos: DBOS, queue: Queue, bell: Bell) -> None:
    """What the library's own thread of a queue does."""
    queue_worker_thread(bell, dbos, queue)


async def _step(
    name: str, function: Callable[..., Awaitable[Any]], *args: Any, preemptible: bool = False
) -> Any:
    async def body() -> Any:
        return await function(*args)

    try:
        return await DBOS.run_step_async({"name": name, "preemptible": preemptible}, body)
    except dbos_error.DBOSWorkflowCancelledError as error:
        raise RunCancelled from error


async def begun_anew_if_cancelled(run_id: str, queue: str, account: str) -> bool:
    """Begin a run anew that is cancelled though its job goes on; False for every other.

    A kill between the cancel and the new beginning of a run of another version leaves one.
    """
    cancelled = await DBOS.list_workflows_async(
        workflow_ids=[run_id], status="CANCELLED", load_input=False, load_output=False
    )
    if cancelled:
        log.warning("run_begun_anew", run_id=run_id)
        await _rewind(run_id, queue, account)
    return bool(cancelled)


async def _rewind(run_id: str, queue: str | None, account: str | None) -> None:
    await DBOS.rewind_workflow_async(
        run_id,
        application_version=APPLICATION_VERSION,
        queue_name=queue,
        queue_partition_key=account,
    )
