"""Durable jobs: the only file that knows DBOS.

Owns launch, the queue, recovery at start and the end of the process. A workflow is a function of
a step runner and a run id; each step's result is stored, so a restart goes on after the last one.
What the steps do belongs to `workflows`.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import structlog
from dbos import (
    DBOS,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    SetEnqueueOptions,
    SetWorkflowID,
)
from dbos._error import DBOSWorkflowCancelledError

from gql_api.errors import ServiceError
from gql_api.files import hold
from gql_api.store.database import Database

log = structlog.get_logger(__name__)

APPLICATION_VERSION = "1"
"""Raised only when the order of a workflow's steps changes; the engine strands other versions."""

QUEUE = "jobs"
MAX_RECOVERIES = 5
POLL_SECONDS = 0.25
GRACE_SECONDS = 20

_ENDED = frozenset({"SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"})


class StepRunner(Protocol):
    """Runs one step of a workflow and stores its result; a stored one is not run again.

    Results are plain JSON values. A preemptible step is cancelled when its run is cancelled.
    """

    async def __call__(
        self,
        name: str,
        function: Callable[..., Awaitable[Any]],
        *args: Any,
        preemptible: bool = False,
    ) -> Any: ...


class RunCancelled(Exception):
    """The run was cancelled between two of its steps."""


Workflow = Callable[[StepRunner, str], Awaitable[None]]


class DataFolderInUse(ServiceError):
    """Another process works on this SQLite database."""

    code = "data_folder_in_use"
    status = 503
    title = "The data folder is in use"


class Engine(AbstractAsyncContextManager["Engine"]):
    """Runs workflows from a queue, one at a time per account and `browsers` at once."""

    def __init__(
        self, database: Database, workflows: Mapping[str, Workflow], *, browsers: int
    ) -> None:
        self._database = database
        self._workflows = workflows
        self._browsers = browsers
        self._functions: dict[str, Callable[[str], Any]] = {}
        self._running: set[str] = set()
        self._lock: int | None = None

    async def __aenter__(self) -> Self:
        """Launch on the running loop, which is where steps then run; recovery starts by itself."""
        if self._database.is_sqlite:
            self._lock = _lock_beside(Path(str(self._database.url.database)))
        DBOS.destroy(destroy_registry=True)
        DBOS(config=self._config())
        for name, workflow in self._workflows.items():
            decorate = DBOS.workflow(name=name, max_recovery_attempts=MAX_RECOVERIES)
            self._functions[name] = decorate(self._entry(workflow))
        DBOS.launch()
        await DBOS.register_queue_async(
            QUEUE,
            worker_concurrency=self._browsers,
            partition_concurrency=1,
            polling_interval_sec=POLL_SECONDS,
            on_conflict="always_update",
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let running jobs finish within the grace period; the others resume at the next start."""
        # In a thread: on the loop it would keep the jobs that it waits for from finishing.
        grace = GRACE_SECONDS if self._running else 0
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=grace)
        # The engine made its own pool the loop's default one, and has just shut it down.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
        if self._lock is not None:
            os.close(self._lock)

    async def enqueue(self, name: str, run_id: str, account: str) -> None:
        """Put a run into the queue; nothing happens when the engine knows it already."""
        with SetWorkflowID(run_id), SetEnqueueOptions(queue_partition_key=account):
            await DBOS.enqueue_workflow_async(QUEUE, self._functions[name], run_id)

    async def cancel(self, run_id: str) -> None:
        """Take a run out of the queue, or cancel its preemptible step."""
        await DBOS.cancel_workflow_async(run_id)

    async def has_ended(self, run_id: str) -> bool:
        """Whether the engine has given up or finished a run; False when it does not know it."""
        status = await DBOS.get_workflow_status_async(run_id)
        return status is not None and status.status in _ENDED

    def _entry(self, workflow: Workflow) -> Callable[[str], Any]:
        """The function that the engine stores by name."""

        async def run(run_id: str) -> None:
            self._running.add(run_id)
            try:
                await workflow(_step, run_id)
            finally:
                self._running.discard(run_id)

        return run

    def _config(self) -> DBOSConfig:
        return {
            "name": "fripier",
            "system_database_url": self._database.url.render_as_string(hide_password=False),
            "system_database_engine": self._database.engine,
            "application_version": APPLICATION_VERSION,
            # Constant: the lock admits one process, so a restart recovers what the last one left.
            "executor_id": "embedded",
            # Plain JSON: whoever can write to the database must not feed pickles to workers.
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
        }


async def _step(
    name: str, function: Callable[..., Awaitable[Any]], *args: Any, preemptible: bool = False
) -> Any:
    async def body() -> Any:
        return await function(*args)

    try:
        return await DBOS.run_step_async({"name": name, "preemptible": preemptible}, body)
    except DBOSWorkflowCancelledError as error:
        raise RunCancelled from error


def _lock_beside(database: Path) -> int:
    """Hold the lock file of a SQLite database; two processes would run each other's jobs."""
    handle = hold(database.with_suffix(".lock"))
    if handle is None:
        raise DataFolderInUse(
            f"Another Fripier works in {database.parent}. Stop it first, or set DATA_DIR."
        )
    return handle
