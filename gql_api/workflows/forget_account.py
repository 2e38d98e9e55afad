"""Forgets an account: marks it, stops what it does, and deletes until nothing tells of it.

Owns the order of the steps. Each can be repeated, so that a forget which a crash has cut off is
carried through by whoever comes next: the same request, or a worker's regular look. Which rows are
the account's is said by `db.forgotten_accounts`.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import structlog

from browser.listing import SessionState
from gql_api.db.forgotten_accounts import NOBODY, ForgottenAccountStore
from gql_api.db.notices.devices import DeviceStore
from gql_api.db.retention import Run
from gql_api.domain.tenant import owner_in
from gql_api.jobs.account_eraser import AccountEraser
from gql_api.jobs.completion import CANCELLED
from gql_api.jobs.engine import Engine
from gql_api.sessions.service import busy
from gql_api.sessions.vault import VaultError
from gql_api.workflows.context import JobContext

log = structlog.get_logger(__name__)

TURN_SECONDS: Final = 15.0
"""With the wait for its runs within what a request, or a call to a worker, is awaited."""


@dataclass(frozen=True, slots=True)
class ForgetAccount(AccountEraser):
    """Forgets with the browser and the engine of this process."""

    context: JobContext
    store: ForgottenAccountStore
    engine: Engine
    devices: DeviceStore

    async def forget(self, account: str) -> bool:
        """Forget everything of the account; False when there was nothing."""
        if not await self.store.knows(account) and not await self._has_session(account):
            if NOBODY in await self.store.begun():  # a cut-off forget left traces in the file
                await self._erase(NOBODY)
            return False
        await self.store.begin(account)
        await self._stop(account)
        try:
            async with asyncio.timeout(TURN_SECONDS) as limit, self.context.locks.turn(account):
                limit.reschedule(None)
                await self._erase(account)
        except TimeoutError:
            raise busy(account) from None
        return True

    async def go_on(self) -> None:
        """Carry through what was begun and cut off, unless somebody is at it."""
        for account in await self.store.begun():
            if account != NOBODY:
                await self._stop(account)
            async with self.context.locks.try_turn(account) as free:
                if free:
                    await self._erase(account)

    async def _stop(self, account: str) -> None:
        """End its jobs; the mark lets no other begin."""
        open_jobs = await self.store.open_jobs(account)
        for job in open_jobs:
            await self.context.log.change(job.id, job.revision, CANCELLED)
            await self.context.parking.leave_job(job.id)
        await self.engine.stop([job.run_id for job in open_jobs])

    async def _erase(self, account: str) -> None:
        """What nobody works with any more; the account's turn is held."""
        if account == NOBODY:
            await self.store.end(account)
        elif await self.store.is_begun(account):
            await self._erase_marked(account)

    async def _erase_marked(self, account: str) -> None:
        pictures = await self._pictures_of_session(account)
        removed = 0
        while found := await self.store.some_jobs(account):
            await self.engine.forget_runs(_runs(found))
            await self.store.remove_jobs(account, [job_id for job_id, _ in found])
            removed += len(found)
        files = await self.store.remove_rest(account, pictures)
        await self.context.sessions.forget(account)
        await self._forget_devices(owner_in(account))
        for photo_id in files.photos:
            await self.context.photos.delete(photo_id)
        for picture_id in files.pictures:
            await self.context.pictures.delete(picture_id)
        await self.store.end(account)
        log.info("account_forgotten", account=account, jobs=removed, photos=len(files.photos))

    async def _forget_devices(self, owner: str) -> None:
        """What its person is told by goes with the last of their accounts."""
        with suppress(VaultError):
            if not await self.context.sessions.statuses(owner):
                await self.devices.remove_jobless(owner)

    async def _has_session(self, account: str) -> bool:
        with suppress(VaultError):
            return (await self.context.sessions.status(account)).state is not SessionState.ABSENT
        return True

    async def _pictures_of_session(self, account: str) -> list[str]:
        """What its session met; a session that cannot be opened leaves that to the daily sweep."""
        with suppress(VaultError):
            if picture_id := (await self.context.sessions.status(account)).picture_id:
                return [picture_id]
        return []


def _runs(found: list[Run]) -> list[str]:
    return [f"{job_id}.{each}" for job_id, newest in found for each in range(1, newest + 1)]
