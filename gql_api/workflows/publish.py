"""Publish: write the yes down, compare, wait for a slot, click once, find out what became of it.

Before the fence every step may be repeated or cancelled; from the fence on nothing is. A run that
is recovered after its fence only looks; how it looks is `reconcile`'s matter.
"""

import asyncio
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, NotRequired, TypedDict

import structlog

from browser.driver import Before, PreparedForm
from browser.errors import CHALLENGE, BrowserError
from browser.form.submission import FOUND, SESSION_EXPIRED, Submission, SubmissionOutcome
from browser.listing import FormReading, Seller
from browser.page.outgoing import said_of_changed
from browser.site import LookUp
from gql_api.db.jobs import Change
from gql_api.db.publish_intents import BEFORE_THE_CLICK, Intent, IntentState
from gql_api.domain import results
from gql_api.domain.job import Job, JobState, Outcome, Picture, Result
from gql_api.jobs.engine import LOOK, StepRunner
from gql_api.jobs.open_forms import Place
from gql_api.sessions.browser_sessions import Met
from gql_api.workflows import demanded_fields
from gql_api.workflows.context import ClickedBefore, JobContext
from gql_api.workflows.reconcile import Patience, Reconcile
from gql_api.workflows.results import of_submission
from gql_api.workflows.second import answer_of_earlier
from gql_api.workflows.wardrobe import Group

log = structlog.get_logger(__name__)


class Lost(TypedDict):
    """A click without a known outcome, as the engine keeps it."""

    picture: dict[str, str] | None
    reason: NotRequired[str | None]


Clicked = Literal["ended", "limited"] | Lost


class FenceClosed(Exception):
    """No click: somebody was here before, the yes was taken back, or the limit is reached."""


@dataclass(frozen=True, slots=True)
class Publish:
    """The workflow of a publish."""

    context: JobContext
    enabled: bool
    patience: Patience = field(default_factory=Patience)

    async def __call__(self, step: StepRunner, run_id: str) -> None:
        async with self.context.told(run_id):
            if not await step("intend", self._intend, run_id):
                return
            if not await step("compare", self._compare, run_id, preemptible=True):
                return
            clicked: Clicked = "limited"
            while clicked == "limited":
                if not await step("slot", self._wait_for_slot, run_id, preemptible=True):
                    return
                clicked = await step("click", self._click, run_id)
            if clicked != "ended":
                await step("look_up", self._look_up, run_id, clicked)

    async def look_up(self, step: StepRunner, look_id: str) -> None:
        """Only look, for a run that the engine gave up after its click: see `engine.look_of`."""
        run_id = look_id.removesuffix(f".{LOOK}")
        async with self.context.told(run_id):
            await step("look_up", self._look_up, run_id, Lost(picture=None))

    async def _intend(self, run_id: str) -> bool:
        """Write the yes down; the database admits one per approved revision."""
        job = await self.context.job(run_id)
        if job.dry_run:
            return True
        prepared = await self._preparation(job)
        intent = Intent(job.id, prepared.id, prepared.revision, job.account)
        if await self.context.publishes.intend(intent) is not None:
            return True
        detail = "Another publish of this preparation is under way or done: look at that job."
        await self.context.completion.end(job, results.failed("publish_in_progress", detail))
        return False

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
        held = self.context.parking.held(_place(prepared))
        async with held, self.context.browser(job, last=last) as seller:
            form = await self.context.filled(job, prepared, seller)
            changed = await self.context.driver.review(form, _approved(prepared))
            await self.context.sessions.passed(seller)
            if not changed and not job.dry_run:
                return True
            result = _changed(changed) if changed else Result(outcome=Outcome.CHECKED)
            result = replace(result, warnings=form.told)
            picture_id = await self.context.pictures.keep(await self.context.driver.picture(form))
            result = replace(result, picture_id=picture_id)
            await self.context.completion.not_clicked(job, result)
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
        prepared = await self._preparation(job)
        try:
            return await self.context.twice(lambda last: self._submit(job, prepared, last=last))
        except ClickedBefore:
            return Lost(picture=None)
        except FenceClosed:
            state = await self.context.publishes.state(job.id)
            return "limited" if state is IntentState.INTENDED else await self._not_again(job)

    async def _submit(self, job: Job, prepared: Job, *, last: bool) -> Clicked:
        """One way to the fence and through it; not begun anew once the fence was passed."""
        held = self.context.parking.held(_place(prepared))
        async with held, self.context.browser(job, last=last) as seller:
            form = await self.context.filled(job, prepared, seller)
            group = await self._doubted(job)
            since = group.since if group else None
            standing = await self.context.driver.standing(form, prepared.listing, since)
            if group and await self._is_answered(job, prepared, group, standing.earlier):
                return "ended"
            await self._show(job, form)
            submission = await self.context.driver.submit(
                form,
                _approved(prepared),
                prepared.listing,
                before=standing.before,
                fence=lambda before: self._fence(job, before, group),
                fields=prepared.result.fields if prepared.result else (),
                report=self.context.reporter(job, stops=False),
            )
            self.context.telemetry.metrics.uncompared(submission.uncertain)
            picture = await self.context.pictures.evidence(submission.picture)
            # What turned up after a second click may be the first one's.
            is_either = group is not None and submission.reason == FOUND
            lost = is_either or submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN
            # Where the site wants a person, it is not asked again: what is known now is told.
            if lost and not submission.challenged:
                return await self._lost(prepared, submission, picture)
            # The account first: who is told of the end must find it as it then is.
            await self._obstructed(submission, seller, picture)
            await self._settle(job, prepared, submission, picture)
        return "ended"

    async def _doubted(self, job: Job) -> Group | None:
        """The clicks on the same content that may still leave an item; nothing without any."""
        group = await self.context.findings.group(job)
        return group if group.doubtful else None

    async def _is_answered(
        self, job: Job, prepared: Job, group: Group, seen: LookUp | None
    ) -> bool:
        """Whether an earlier click on the content is the answer, or may be: then nobody clicks."""
        seen = group.without_others(seen or LookUp(complete=False))
        answer = answer_of_earlier(group, seen)
        if answer is None:
            return False
        if answer.outcome is Outcome.NEEDS_MANUAL:
            await self.context.completion.not_clicked(job, answer)
            return True
        await self.context.findings.tell(group, seen)
        await self.context.completion.end(
            job, answer, settle=IntentState.DONE, settle_from=BEFORE_THE_CLICK
        )
        await self.context.parking.leave_job(prepared.id)
        await self.context.findings.close(job)
        return True

    async def _show(self, job: Job, form: PreparedForm) -> None:
        """Keep a picture of the form just before its click, for the receipt."""
        try:
            picture = await self.context.driver.picture(form)
        except BrowserError as error:
            # The form is read back and compared in any case: evidence is no reason to stop.
            log.warning("no_picture_before_the_click", error=type(error).__name__)
            return
        if kept := await self.context.pictures.evidence(picture):
            await self.context.publishes.show(job.id, kept)

    async def _fence(self, job: Job, before: Before, group: Group | None) -> None:
        alive = self.context.liveness is None or self.context.liveness.held
        earlier_id = None
        if group:
            # A forgotten one has no row to be named by; that there is one is what counts.
            first = group.doubtful[0]
            earlier_id = job.id if first.forgotten else first.job.id
        if not alive or not await self.context.publishes.act(job.id, before, earlier_id=earlier_id):
            raise FenceClosed

    async def _not_again(self, job: Job) -> Clicked:
        """A click is looked up; a yes that was taken back is over, and says so if nobody did."""
        if await self.context.completion.was_clicked(job):
            return Lost(picture=None)
        await self.context.completion.end(job, results.failed("internal"))
        return "ended"

    async def _lost(self, prepared: Job, submission: Submission, picture: Picture | None) -> Lost:
        """Close the form: a call that still hangs in it ends with its tab."""
        await self.context.parking.leave_job(prepared.id)
        shown = asdict(picture) if picture else None
        return Lost(picture=shown, reason=submission.reason)

    async def _settle(
        self, job: Job, prepared: Job, submission: Submission, picture: Picture | None
    ) -> None:
        """Write down what the click came to, and close the form."""
        if submission.held_back:
            await self._settle_held_back(job, prepared, submission, picture)
            return
        if not submission.clicked:
            result = _changed(tuple(submission.errors))
            if submission.refused:
                # Past the fence, which was this run's own: nobody else has clicked.
                await self.context.completion.end(job, result, settle=IntentState.FAILED)
            else:
                await self.context.completion.not_clicked(job, result)
            return
        if submission.refused and submission.reason == SESSION_EXPIRED:
            # Nothing was made, and it is told like a session that ended at any other step.
            expired = results.failed(SESSION_EXPIRED)
            await self.context.completion.end(job, expired, settle=IntentState.FAILED)
            await self.context.parking.leave_job(prepared.id)
            return
        result = of_submission(submission, picture)
        if picture is None and submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN:
            # A person will have to decide: show at least what was clicked.
            shown = prepared.result.picture_id if prepared.result else None
            result = replace(result, picture_id=shown)
        settled = _intent_state(submission)
        await self.context.completion.end(job, result, settle=settled)
        await demanded_fields.learn(self.context.demands, prepared, result)
        # An obstacle stays in front of its form, too: the next yes fills it anew.
        await self.context.parking.leave_job(prepared.id)
        if settled is IntentState.DONE:
            await self.context.findings.close(job)
        if submission.outcome is SubmissionOutcome.DUPLICATED:
            # By what is known already: nothing is read for it.
            await self.context.findings.tell(await self.context.findings.group(job), LookUp())

    async def _settle_held_back(
        self, job: Job, prepared: Job, submission: Submission, picture: Picture | None
    ) -> None:
        """The page would send something else: nothing is published, and the yes is void.

        The form that was approved is the one that sends it, so that only another one helps.
        """
        result = replace(
            of_submission(submission, picture),
            outcome=Outcome.NOT_READY,
            warnings=(),
        )
        await self.context.completion.end(job, result, settle=IntentState.REJECTED)
        await self.context.parking.leave_job(prepared.id)

    async def _obstructed(
        self, submission: Submission, seller: Seller, picture: Picture | None
    ) -> None:
        """A challenge lets the account rest; a session that ended is noted as over."""
        if submission.refused and submission.reason == SESSION_EXPIRED:
            await self.context.sessions.expire(seller)
        if submission.obstacle is None:
            return
        self.context.telemetry.metrics.obstructed(submission.obstacle.kind)
        if submission.challenged:
            reason = submission.reason or CHALLENGE
            met = Met(reason, submission.obstacle, picture, submission.retry_at)
            await self.context.sessions.rest(seller, met)

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
        await self._settle(job, prepared, submission, picture)

    async def _preparation(self, job: Job) -> Job:
        """The preparation at the revision that was approved."""
        return await self.context.jobs.get(str(job.prepare_id), job.prepare_revision)


def _place(prepared: Job) -> Place:
    return (prepared.id, prepared.revision)


def _approved(prepared: Job) -> FormReading:
    if prepared.result is None or prepared.result.reading is None:
        raise AssertionError("only a finished preparation is published")
    return prepared.result.reading


def _changed(fields: tuple[str, ...]) -> Result:
    """The form no longer shows what was approved: stop, and let the seller look again."""
    return Result(
        outcome=Outcome.NOT_READY,
        reason="form_changed",
        errors=said_of_changed(fields),
    )


def _intent_state(submission: Submission) -> IntentState:
    if submission.refused:
        return IntentState.FAILED
    if submission.outcome is SubmissionOutcome.REJECTED_BY_SITE:
        return IntentState.REJECTED
    if submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN:
        return IntentState.UNKNOWN
    return IntentState.DONE
