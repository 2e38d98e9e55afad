"""How Fripier stands: what it can do, its health and figures, and its reports on the sell page.

Figures and checks of the process are the `monitor`'s; here they are cut to what a caller may see.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from gql_api.db.jobs import JobStore
from gql_api.db.ownership import OwnerStore
from gql_api.doctor.report import Doctor, Report
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.job import JobState
from gql_api.domain.status import Capabilities, Health, Stats, Works
from gql_api.http.running import Running
from gql_api.media.photos import PhotoIntake
from gql_api.observability.monitor import Monitor
from gql_api.sessions.service import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusService:
    """What can be asked of Fripier itself, and of the page that it fills."""

    offer: Capabilities
    monitor: Monitor
    works: Callable[[], Awaitable[Works]]
    doctor: Doctor
    jobs: JobStore
    owners: OwnerStore
    intake: PhotoIntake
    sessions: Sessions
    running: Running
    caller: Caller = THE_OPERATOR

    def capabilities(self) -> Capabilities:
        return self.offer

    async def health(self) -> Health:
        """Whether the parts can be used now; where nobody has opened them, none is looked at."""
        if not self.running:
            return Health(database=False, browser=None, running=False)
        works = await self.works()
        return Health(
            database=await self.jobs.answers(),
            browser=works.browser,
            browser_hint=works.hint,
            key=await self.sessions.readable(),
            workers=works.workers,
            storage=await self.intake.answers(),
        )

    async def stats(self) -> Stats:
        """Figures: of everybody for an administrator, else of what the caller has."""
        self.caller.require(Scope.READ, Scope.ADMIN)
        if Scope.ADMIN in self.caller.scopes:
            return await self.monitor.stats()
        counts = await self.owners.jobs(self.caller.owner)
        forms = (await self.works()).open_forms
        return Stats(
            jobs=counts,
            published=await self.owners.published(self.caller.owner),
            uptime_seconds=self.monitor.uptime_seconds,
            open_forms=len(await self.owners.among(forms, self.caller.owner)),
            queue=counts.get(JobState.QUEUED, 0) + counts.get(JobState.WAITING_FOR_SLOT, 0),
        )

    async def examined(self, account: str) -> Report | None:
        self.caller.require(Scope.READ)
        return await self.doctor.latest(self.caller.account(account))

    async def examine(self, account: str, *, force: bool = False) -> Report:
        """Walk over the sell page and say what has changed; nothing is saved there."""
        self.caller.require(Scope.PREPARE)
        return await self.doctor.run(self.caller.account(account), force=force)
