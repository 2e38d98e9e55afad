"""One way to the fence and through it: the wardrobe read, the form pictured, the one click.

Owns what may still stop a yes at its click. Which step comes when is `publish`'s, the click on the
page the browser half's, what is written down of it `settlement`'s.
"""

from dataclasses import asdict, dataclass
from typing import Literal, NotRequired, TypedDict

import structlog

from browser.errors import BrowserError
from browser.fence import Before
from browser.form.outcome import FOUND, Submission, SubmissionOutcome
from browser.form.prepared import PreparedForm
from browser.listing import FormReading
from browser.site import LookUp
from gql_api.db.publishing.publish_intents import BEFORE_THE_CLICK, IntentState
from gql_api.domain.job import Job, Outcome, Picture
from gql_api.workflows.attribution import Group
from gql_api.workflows.context import JobContext
from gql_api.workflows.earlier_click import answer_of_earlier
from gql_api.workflows.settlement import settle

log = structlog.get_logger(__name__)


class Lost(TypedDict):
    """A click without a known outcome, as the engine keeps it."""

    picture: dict[str, str] | None
    reason: NotRequired[str | None]


Clicked = Literal["ended", "limited"] | Lost


class FenceClosed(Exception):
    """No click: somebody was here before, the yes was taken back, or the limit is reached."""


@dataclass(frozen=True, slots=True)
class Click:
    """The click of a publish job on what was prepared."""

    context: JobContext
    job: Job
    prepared: Job

    async def __call__(self, last: bool) -> Clicked:
        """Click once; not begun anew once the fence was passed.

        `last` says whether a browser that ends is to end the job.
        """
        job, prepared = self.job, self.prepared
        held = self.context.parking.held((prepared.id, prepared.revision))
        async with held, self.context.browser(job, last=last) as seller:
            form = await self.context.filled(job, prepared, seller)
            group = await self._doubted()
            since = group.since if group else None
            standing = await self.context.driver.standing(form, prepared.listing, since)
            if group and await self._is_answered(group, standing.earlier):
                return "ended"
            await self._show(form)
            submission = await self.context.driver.submit(
                form,
                approved(prepared),
                prepared.listing,
                before=standing.before,
                fence=lambda before: self._fence(before, group),
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
                return await self._lost(submission, picture)
            # The account first: who is told of the end must find it as it then is.
            if submission.obstacle:
                self.context.telemetry.metrics.obstructed(submission.obstacle.kind)
            if submission.check:
                await self.context.sessions.note(seller, submission.check, picture)
            await settle(self.context, job, prepared, submission, picture)
        return "ended"

    async def _doubted(self) -> Group | None:
        """The clicks on the same content that may still leave an item; nothing without any."""
        group = await self.context.findings.group(self.job)
        return group if group.doubtful else None

    async def _is_answered(self, group: Group, seen: LookUp | None) -> bool:
        """Whether an earlier click on the content is the answer, or may be: then nobody clicks."""
        seen = group.without_others(seen or LookUp(complete=False))
        answer = answer_of_earlier(group, seen)
        if answer is None:
            return False
        if answer.outcome is Outcome.NEEDS_MANUAL:
            await self.context.completion.not_clicked(self.job, answer)
            return True
        await self.context.findings.tell(group, seen)
        await self.context.completion.end(
            self.job, answer, settle=IntentState.DONE, settle_from=BEFORE_THE_CLICK
        )
        await self.context.parking.leave_job(self.prepared.id)
        await self.context.findings.close(self.job)
        return True

    async def _show(self, form: PreparedForm) -> None:
        """Keep a picture of the form just before its click, for the receipt."""
        try:
            picture = await self.context.driver.picture(form)
        except BrowserError as error:
            # The form is read back and compared in any case: evidence is no reason to stop.
            log.warning("no_picture_before_the_click", error=type(error).__name__)
            return
        if kept := await self.context.pictures.evidence(picture):
            await self.context.publishes.show(self.job.id, kept)

    async def _fence(self, before: Before, group: Group | None) -> None:
        alive = self.context.liveness is None or self.context.liveness.held
        earlier_id = None
        if group:
            # A forgotten one has no row to be named by; that there is one is what counts.
            first = group.doubtful[0]
            earlier_id = self.job.id if first.forgotten else first.job.id
        act = self.context.publishes.act
        if not alive or not await act(self.job.id, before, earlier_id=earlier_id):
            raise FenceClosed

    async def _lost(self, submission: Submission, picture: Picture | None) -> Lost:
        """Close the form: a call that still hangs in it ends with its tab."""
        await self.context.parking.leave_job(self.prepared.id)
        shown = asdict(picture) if picture else None
        return Lost(picture=shown, reason=submission.reason)


def approved(prepared: Job) -> FormReading:
    """What the seller said yes to."""
    if prepared.result is None or prepared.result.reading is None:
        raise AssertionError("only a finished preparation is published")
    return prepared.result.reading
