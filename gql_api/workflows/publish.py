"""Publish: write the yes down, compare, wait for a slot, click once, find out what became of it.

Before the fence every step may be repeated or cancelled; from the fence on nothing is. A run that
is recovered after its fence only looks: how, is `reconcile`'s matter, the click itself `click`'s.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from gql_api.db.jobs import Change
from gql_api.db.publishing.publish_intents import Intent, IntentState
from gql_api.domain import results
from gql_api.domain.job import Job, JobState, Outcome, Picture, Result
from gql_api.jobs.engine import LOOK
from gql_api.jobs.steps import StepRunner
from gql_api.workflows.click import Click, Clicked, FenceClosed, Lost, approved
from gql_api.workflows.context import ClickedBefore, JobContext
from gql_api.workflows.reconcile import Patience, Reconcile
from gql_api.workflows.settlement import of_changed, settle, stop_with

_LAST_STEPS_SECONDS: Final = 0.5
"""How long a preparation may still hold its account after it was told: its session is saved."""


@dataclass(frozen=True, slots=True)
class Publish:
    context: JobContext
    enabled: bool
    patience: Patience = field(default_factory=Patience)

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        async with self.context.told(run_id):
            clicked: Clicked = await step("click", self._click_at_once, run_id)
            if clicked == "unready":
                if not await step("intend", self._intend, run_id):
                    return
                if not await step("compare", self._compare, run_id, preemptible=True):
                    return
            while clicked in ("unready", "limited"):
                slot = self._wait_for_slot
                if not await step("slot", slot, run_id, preemptible=True, waits=True):
                    return
                clicked = await step("click", self._click, run_id)
            if isinstance(clicked, dict):
                await step("look_up", self._look_up, run_id, clicked)

    async def look_up(self, step: StepRunner, look_id: str) -> None:
        """Only look, for a run that the engine gave up after its click: see `engine.look_of`."""
        run_id = look_id.removesuffix(f".{LOOK}")
        async with self.context.told(run_id):
            await step("look_up", self._look_up, run_id, Lost(picture=None))

    async def _click_at_once(self, run_id: str) -> Clicked:
        """All in one step, where nothing has to be waited for: one session, few durable writes.

        Else nothing is done, and the steps that may be cancelled one by one come in its place.
        """
        job = await self.context.job(run_id)
        prepared = await self._preparation(job)
        if job.dry_run or not await self._is_ready(job, prepared):
            return "unready"
        state = await self._intended(job, prepared)
        if state is not IntentState.INTENDED:
            return await self._not_again(job) if state else "ended"
        if await self._is_stopped(job):
            return "ended"
        return await self._clicked(job, prepared)

    async def _is_ready(self, job: Job, prepared: Job) -> bool:
        """Whether the form is open here, nobody is at work for the account, and a slot is free."""
        context = self.context
        alive = context.liveness is None or context.liveness.held
        if not alive or (prepared.id, prepared.revision) not in context.parking.places:
            return False
        if not await context.locks.freed(job.account, seconds=_LAST_STEPS_SECONDS):
            return False
        is_slot_free = await context.publishes.free_at() <= context.now()
        return is_slot_free and not context.places.locked()

    async def _intend(self, run_id: str) -> bool:
        """Write the yes down; the database admits one per approved revision."""
        job = await self.context.job(run_id)
        if job.dry_run:
            return True
        return await self._intended(job, await self._preparation(job)) is not None

    async def _intended(self, job: Job, prepared: Job) -> IntentState | None:
        intent = Intent(job.id, prepared.id, prepared.revision, job.account)
        state = await self.context.publishes.intend(intent)
        if state is not None:
            return state
        detail = "Another publish of this preparation is under way or done: look at that job."
        await self.context.completion.end(job, results.failed("publish_in_progress", detail))
        return None

    async def _is_stopped(self, job: Job) -> bool:
        """The hard stop counts for what was accepted before it was set, too."""
        if self.enabled or job.dry_run:
            return False
        detail = "Publishing was switched off (PUBLISH_ENABLED=false) before the click."
        await self.context.completion.not_clicked(job, results.failed("publish_disabled", detail))
        return True

    async def _compare(self, run_id: str) -> bool:
        """Whether the click may come next: the form is there and shows what was approved."""
        job = await self.context.job(run_id)
        if await self.context.completion.was_clicked(job):
            return True
        if await self._is_stopped(job) or not await self.context.start(job):
            return False
        prepared = await self._preparation(job)
        try:
            return await self.context.twice(lambda last: self._review(job, prepared, last=last))
        except ClickedBefore:
            return True

    async def _review(self, job: Job, prepared: Job, *, last: bool) -> bool:
        held = self.context.parking.held((prepared.id, prepared.revision))
        async with held, self.context.browser(job, last=last) as seller:
            form = await self.context.filled(job, prepared, seller)
            changed = await self.context.driver.review(form, approved(prepared))
            await self.context.sessions.passed(seller)
            if not changed and not job.dry_run:
                return True
            result = of_changed(changed) if changed else Result(outcome=Outcome.CHECKED)
            await stop_with(self.context, job, form, result)
        return False

    async def _wait_for_slot(self, run_id: str) -> bool:
        """Wait until one more click keeps to the limit; False when the job was cancelled."""
        job = await self.context.job(run_id)
        if await self.context.completion.was_clicked(job):
            return True
        if self.context.liveness:
            await self.context.liveness.wait()
        while (free_at := await self.context.publishes.free_at()) > (now := self.context.now()):
            waiting = Change(JobState.WAITING_FOR_SLOT, slot_at=free_at)
            if not await self.context.log.change(job.id, job.revision, waiting):
                return False
            await asyncio.sleep((free_at - now).total_seconds())
        return await self.context.start(job)

    async def _click(self, run_id: str) -> Clicked:
        """Pass the fence and click; a yes that was acted on before is only looked up."""
        job = await self.context.job(run_id)
        if await self.context.publishes.state(job.id) != IntentState.INTENDED:
            return await self._not_again(job)
        if await self._is_stopped(job):
            return "ended"
        return await self._clicked(job, await self._preparation(job))

    async def _clicked(self, job: Job, prepared: Job) -> Clicked:
        try:
            return await self.context.twice(Click(self.context, job, prepared))
        except ClickedBefore:
            return Lost(picture=None)
        except FenceClosed:
            state = await self.context.publishes.state(job.id)
            return "limited" if state is IntentState.INTENDED else await self._not_again(job)

    async def _not_again(self, job: Job) -> Clicked:
        """A click is looked up; a yes that was taken back is over, and says so if nobody did."""
        if await self.context.completion.was_clicked(job):
            return Lost(picture=None)
        await self.context.completion.end(job, results.failed("internal"))
        return "ended"

    async def _look_up(self, run_id: str, lost: Lost) -> None:
        """A click whose answer is lost: look it up on the site, and write down what is known."""
        job = await self.context.job(run_id)
        prepared = await self._preparation(job)
        clicked_at = await self.context.publishes.acted_at(job.id) or job.created_at
        submission = await Reconcile(self.context, self.patience)(
            job, clicked_at, lost.get("reason")
        )
        seen = await self.context.pictures.evidence(submission.picture)
        picture = seen or (Picture(**lost["picture"]) if lost["picture"] else None)
        await settle(self.context, job, prepared, submission, picture)

    async def _preparation(self, job: Job) -> Job:
        """The preparation at the revision that was approved."""
        return await self.context.jobs.get(str(job.prepare_id), job.prepare_revision)
