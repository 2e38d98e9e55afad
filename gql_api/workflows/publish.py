"""Publish: write the yes down, compare, wait for a slot, click once, find out what became of it.

Before the fence every step may be repeated or cancelled; from the fence on nothing is. A run that
is recovered after its fence only looks.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from browser.listing import FormReading
from browser.site import LookUp
from browser.submission import Submission, SubmissionOutcome
from gql_api import outcomes
from gql_api.engine import StepRunner
from gql_api.jobs import Job, JobState, Outcome, Result
from gql_api.store.jobs import Change
from gql_api.store.publishes import Intent, IntentState
from gql_api.workflows.desk import Desk

SETTLING = timedelta(seconds=15)
"""How long a new item may take to show in the seller's wardrobe (a few seconds were seen)."""

LOOK_EVERY_SECONDS = 2

Clicked = Literal["ended", "limited", "unknown"]


class FenceClosed(Exception):
    """No click: somebody was here before, the yes was taken back, or the limit is reached."""


@dataclass(frozen=True, slots=True)
class Publish:
    """The workflow of a publish."""

    desk: Desk

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        async with self.desk.told(run_id):
            if not await step("intend", self._intend, run_id):
                return
            if not await step("compare", self._compare, run_id, preemptible=True):
                return
            clicked: Clicked = "limited"
            while clicked == "limited":
                if not await step("slot", self._wait_for_slot, run_id, preemptible=True):
                    return
                clicked = await step("click", self._click, run_id)
            if clicked == "unknown":
                await step("look_up", self._look_up, run_id)

    async def _intend(self, run_id: str) -> bool:
        """Write the yes down; the database admits one per approved revision."""
        job = await self.desk.job(run_id)
        if job.dry_run:
            return True
        prepared = await self._preparation(job)
        intent = Intent(job.id, prepared.id, prepared.revision, job.account)
        if await self.desk.publishes.intend(intent) is not None:
            return True
        detail = "Another publish of this preparation is under way or done: look at that job."
        await self.desk.end(job, outcomes.failed("publish_in_progress", detail))
        return False

    async def _compare(self, run_id: str) -> bool:
        """Whether the click may come next: the form is there and shows what was approved."""
        job = await self.desk.job(run_id)
        if await self.desk.was_clicked(job):
            return True
        if not await self.desk.start(job):
            await self.desk.publishes.withdraw(job.id)
            return False
        prepared = await self._preparation(job)
        async with self.desk.browser(job) as seller:
            form = await self.desk.filled(job, prepared, seller)
            changed = await self.desk.driver.review(form, _approved(prepared))
            if not changed and not job.dry_run:
                return True
            await self.desk.publishes.withdraw(job.id)
            result = _changed(changed) if changed else Result(outcome=Outcome.CHECKED)
            picture_id = await self.desk.pictures.keep(await self.desk.driver.picture(form))
            await self.desk.end(job, replace(result, picture_id=picture_id))
        return False

    async def _wait_for_slot(self, run_id: str) -> bool:
        """Wait until one more click keeps to the limit; False when the job was cancelled."""
        job = await self.desk.job(run_id)
        if await self.desk.was_clicked(job):
            return True
        while (free_at := await self.desk.publishes.free_at()) > (now := self.desk.now()):
            waiting = Change(JobState.WAITING_FOR_SLOT, slot_at=free_at)
            if not await self.desk.log.change(job.id, job.revision, waiting):
                return False
            await asyncio.sleep((free_at - now).total_seconds())
        return await self.desk.start(job)

    async def _click(self, run_id: str) -> Clicked:
        """Pass the fence and click; a yes that was acted on before is only looked up."""
        job = await self.desk.job(run_id)
        if await self.desk.publishes.state(job.id) != IntentState.INTENDED:
            return await self._not_again(job)
        prepared = await self._preparation(job)
        try:
            async with self.desk.browser(job) as seller:
                form = await self.desk.filled(job, prepared, seller)
                submission = await self.desk.driver.submit(
                    form,
                    _approved(prepared),
                    prepared.listing,
                    fence=lambda: self._fence(job),
                    report=self.desk.reporter(job),
                )
                await self._settle(job, prepared, submission)
        except FenceClosed:
            state = await self.desk.publishes.state(job.id)
            return "limited" if state is IntentState.INTENDED else await self._not_again(job)
        return "ended"

    async def _fence(self, job: Job) -> None:
        if not await self.desk.publishes.act(job.id):
            raise FenceClosed

    async def _not_again(self, job: Job) -> Clicked:
        return "unknown" if await self.desk.was_clicked(job) else "ended"

    async def _settle(self, job: Job, prepared: Job, submission: Submission) -> None:
        """Write down what the click came to, and close the form."""
        if not submission.clicked:
            await self.desk.publishes.withdraw(job.id)
            await self.desk.end(job, _changed(tuple(submission.errors)))
            return
        picture = submission.picture
        result = outcomes.of_submission(
            submission, await self.desk.pictures.keep(picture) if picture else None
        )
        await self.desk.publishes.settle(job.id, _intent_state(submission))
        if submission.refused:
            # The obstacle stays in front of this form: the next yes fills it anew.
            await self.desk.parking.leave_job(prepared.id)
            await self.desk.sessions.rest(job.account, submission.reason or "challenge")
        else:
            await self._close(prepared)
        await self.desk.end(job, result)

    async def _look_up(self, run_id: str) -> None:
        """A click whose answer is lost: search the wardrobe, read-only, until it has settled."""
        job = await self.desk.job(run_id)
        prepared = await self._preparation(job)
        since = await self.desk.publishes.acted_at(job.id) or job.created_at
        async with self.desk.browser(job) as seller:
            seen = await self.desk.driver.look_up(seller, prepared.listing, since=since)
            while not seen.found and self.desk.now() < since + SETTLING:
                await asyncio.sleep(LOOK_EVERY_SECONDS)
                seen = await self.desk.driver.look_up(seller, prepared.listing, since=since)
            if seen.found:
                await self._settle(job, prepared, _found(seen))
            else:
                reason = "not_in_wardrobe" if seen.complete else "wardrobe_unreadable"
                await self.desk.unknown(job, reason)

    async def _preparation(self, job: Job) -> Job:
        """The preparation as it was approved; it cannot be corrected while a publish runs."""
        return await self.desk.jobs.get(str(job.prepare_id))

    async def _close(self, prepared: Job) -> None:
        await self.desk.parking.leave_job(prepared.id)
        resting = frozenset({JobState.AWAITING_CONFIRMATION, JobState.EXPIRED})
        done = Change(JobState.DONE, expect=resting, percent=100)
        await self.desk.log.change(prepared.id, prepared.revision, done)


def _approved(prepared: Job) -> FormReading:
    if prepared.result is None or prepared.result.reading is None:
        raise AssertionError("only a finished preparation is published")
    return prepared.result.reading


def _changed(fields: tuple[str, ...]) -> Result:
    """The form no longer shows what was approved: stop, and let the seller look again."""
    return Result(
        outcome=Outcome.NOT_READY,
        reason="form_changed",
        errors=dict.fromkeys(fields, "differs from what was approved"),
    )


def _found(seen: LookUp) -> Submission:
    several = len(seen.found) > 1
    return Submission(
        SubmissionOutcome.DUPLICATED if several else SubmissionOutcome.PUBLISHED,
        seen.found[0].id,
        seen.found[0].url,
        reason="found_in_wardrobe",
        addresses=tuple(item.url for item in seen.found),
    )


def _intent_state(submission: Submission) -> IntentState:
    if submission.refused:
        return IntentState.FAILED
    if submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN:
        return IntentState.UNKNOWN
    return IntentState.DONE
