"""Prepare: fill the real form, leave it open, and hand out the confirm token.

Nothing is published here, and nothing is saved on the site unless a draft was asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import structlog

from browser.background_tasks import task_group
from browser.errors import BrowserError
from browser.form.prepared import PreparedForm
from browser.listing import Seller
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.jobs.drafts import blocked, undecided, with_token
from gql_api.jobs.steps import StepRunner
from gql_api.media.screenshots import digest
from gql_api.security.confirm_token import ConfirmTokenSigner
from gql_api.workflows.context import JobContext

log = structlog.get_logger(__name__)

Stopped = Callable[[Result], Result]
"""What a filled form comes to whose draft is not saved."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """The workflow of a preparation; its one step is run again when it was cut off."""

    context: JobContext
    signer: ConfirmTokenSigner

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        async with self.context.told(run_id):
            await step("fill", self._fill, run_id, preemptible=True)

    async def _fill(self, run_id: str) -> None:
        job = await self.context.job(run_id)
        if not await self.context.start(job):
            return
        if job.dry_run:
            await self.context.twice(lambda last: self._attempt(job, last=last))
        else:
            # A draft may have been saved: begun anew, there would be a second one.
            await self._attempt(job, last=True)

    async def _attempt(self, job: Job, *, last: bool) -> None:
        async with self.context.browser(job, last=last) as seller:
            await self.context.parking.leave_job(job.id)
            stopped = None if job.dry_run else await self._left_open(job, seller)
            form = await self._filled(job, seller, save=not job.dry_run and stopped is None)
            try:
                await self._finish(job, form, stopped)
            except BaseException:
                await self.context.driver.close(form)
                raise
            await self.context.sessions.passed(seller)

    async def _filled(self, job: Job, seller: Seller, *, save: bool) -> PreparedForm:
        """The filled form; a draft that was certainly not saved keeps no other from being saved."""
        try:
            return await self.context.driver.prepare(
                seller,
                await self.context.photos.located(job.listing),
                draft_id=await self._draft(job),
                save_draft=save,
                draft_fence=lambda before: self.context.drafts.saves.begin(job, before),
                warn_of_twins=True,
                report=self.context.reporter(job),
                viewers=self.context.live.viewers(job.id),
                demanded=await self.context.demands.of(job.origin),
            )
        except BrowserError as error:
            if error.draft_unsaved:
                await self.context.drafts.saves.absent(job.id)
            raise

    async def _left_open(self, job: Job, seller: Seller) -> Stopped | None:
        """Look for drafts of this content whose save was not answered, or cut off by a crash.

        What keeps another one from being saved; nothing when each of them is found or there is
        none.
        """
        stopped: Stopped | None = None
        for save in await self.context.drafts.saves.open_alike(job):
            seen = await self.context.driver.look_up_draft(
                seller, save.job.listing, since=save.saving_at, before=save.before
            )
            if await self.context.drafts.tell(save, seen):
                continue
            if save.job.id == job.id:
                stopped = partial(undecided, seen=seen)
            else:
                stopped = stopped or partial(blocked, by=save.job.id)
        return stopped

    async def _draft(self, job: Job) -> str | None:
        """The draft that an earlier run of this preparation left on the site."""
        save = await self.context.drafts.saves.of(job.id)
        if save and save.draft_id:
            return save.draft_id
        for revision in range(job.revision - 1, 0, -1):
            earlier = await self.context.jobs.get(job.id, revision)
            if earlier.result and earlier.result.draft_id:
                return earlier.result.draft_id
        return None

    async def _finish(self, job: Job, form: PreparedForm, stopped: Stopped | None) -> None:
        if form.draft_id and not job.dry_run:
            await self.context.drafts.saves.saved(job.id, form.draft_id)
        self._note_ranks(form)
        described = _described(form, await self._kept(job, form))
        if form.questions:
            await self.context.driver.close(form)
            result = replace(described, outcome=Outcome.NOT_READY, reason="questions")
            await self.context.completion.end(job, result, JobState.AWAITING_ANSWERS)
            return
        if form.draft_seen is not None:
            stopped = partial(undecided, seen=form.draft_seen)
        if stopped is not None:
            await self.context.driver.close(form)
            await self.context.completion.end(job, stopped(described), JobState.DONE)
            return
        place = (job.id, job.revision)
        await self.context.parking.park(place, form)
        outcome = Outcome.PREPARED if job.dry_run else Outcome.DRAFT_SAVED
        result = replace(with_token(job, described, self.signer), outcome=outcome)
        if not await self.context.completion.end(job, result, JobState.AWAITING_CONFIRMATION):
            await self.context.parking.leave(place)

    async def _kept(self, job: Job, form: PreparedForm) -> str:
        """Keep what the form has shown, all at once; the picture's id."""
        async with task_group() as group:
            picture = group.create_task(self.context.pictures.keep(form.picture))
            group.create_task(self.context.option_lists.keep(job.id, form.language, form.lists))
            group.create_task(self.context.aliases.learn(job.account, job.listing, form.reports))
        return picture.result()

    def _note_ranks(self, form: PreparedForm) -> None:
        """Tell of locators that had to step in: the page has begun to change."""
        self.context.telemetry.metrics.located(form.reports)
        self.context.telemetry.metrics.uncompared(form.uncertain)
        if ranks := {report.name: report.rank for report in form.reports if report.rank}:
            log.warning("locators_stepped_in", ranks=ranks)


def _described(form: PreparedForm, picture_id: str) -> Result:
    return Result(
        username=form.username,
        fields=form.reports,
        questions=form.questions,
        warnings=form.warnings,
        reading=form.reading,
        preview_url=form.preview_url,
        picture_id=picture_id,
        picture_digest=digest(form.picture),
        draft_id=form.draft_id,
    )
