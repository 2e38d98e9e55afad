"""One way to the fence and through it: the form pictured, the wardrobe read, the one click.

Owns what may still stop a yes at its click. Which step comes when is `publish`'s, the click on the
page the browser half's, what is written down of it `settlement`'s.
"""

import asyncio
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final, Literal, NotRequired, TypedDict

from browser.background_tasks import BlockTasks
from browser.fence import Before
from browser.form.outcome import FOUND, Submission, SubmissionOutcome
from browser.form.prepared import PreparedForm
from browser.listing import FormReading, Seller
from browser.progress import Progress, Step
from browser.site import LookUp
from gql_api.db.publishing.publish_intents import BEFORE_THE_CLICK, IntentState
from gql_api.domain.job import Job, Outcome, Picture
from gql_api.media.screenshots import digest
from gql_api.workflows import demanded_fields
from gql_api.workflows.attribution import Group
from gql_api.workflows.context import JobContext
from gql_api.workflows.earlier_click import answer_of_earlier
from gql_api.workflows.first_word import FirstWord
from gql_api.workflows.settlement import of_changed, settle, stop_with


class Lost(TypedDict):
    """A click without a known outcome, as the engine keeps it."""

    picture: dict[str, str] | None
    reason: NotRequired[str | None]


COMPARING: Final = Progress(Step.COMPARE, 10)

Clicked = Literal["ended", "limited", "unready"] | Lost


class FenceClosed(Exception):
    """No click: somebody was here before, the yes was taken back, or the limit is reached."""


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What the fence of a click waits for and writes down.

    `earlier` are clicks on the same content, `tasks` everything that was begun beside the looks:
    `started` says whether the job still counts, `shown` is the kept picture of the form.
    """

    earlier: Group | None
    tasks: BlockTasks
    started: asyncio.Future[bool]
    shown: asyncio.Future[Picture | None]

    def earlier_id(self, job: Job) -> str | None:
        """The oldest click whose outcome is not known; the job's own id says only that one is."""
        if self.earlier is None:
            return None
        first = self.earlier.doubtful[0]
        # A forgotten one has no row to be named by.
        return job.id if first.forgotten else first.job.id


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
        # Where the block is left quietly, the run has ended.
        clicked: Clicked = "ended"
        async with held, self.context.browser(job, last=last) as seller:
            self.context.telemetry.step(job.run_id, Step.COMPARE)
            async with BlockTasks() as tasks:
                doubted = tasks.begin(self._doubted())
                form = await self.context.filled(job, prepared, seller)
                shown = tasks.begin(self._shown(form))
                started = tasks.follow(self.context.start(job, COMPARING))
                group = await doubted
                since = group.since if group else None
                look = await self.context.driver.check_click(
                    form, prepared.listing, approved(prepared), since
                )
                if group and await self._is_answered(group, look.standing.earlier):
                    return clicked
                tasks.begin(self.context.sessions.passed(seller))
                if look.changed:
                    await stop_with(self.context, job, form, of_changed(look.changed))
                    return clicked
                word = FirstWord(self.context, job, form, look.standing.before, datetime.now(UTC))
                submission = await self.context.driver.submit(
                    form,
                    approved(prepared),
                    prepared.listing,
                    before=word.before,
                    fence=partial(self._fence, Beforehand(group, tasks, started, shown)),
                    fields=prepared.result.fields if prepared.result else (),
                    report=partial(self._report, tasks),
                    # Beside an earlier click on the content an item has to be looked at first.
                    copies=group is not None,
                )
            clicked = await self._ended(seller, word, submission, group)
        return clicked

    async def _ended(
        self, seller: Seller, word: FirstWord, submission: Submission, group: Group | None
    ) -> Clicked:
        """Write down what is known, or what a look at the site has to find out."""
        job, prepared = self.job, self.prepared
        if not submission.clicked and not submission.refused:
            changed = of_changed(tuple(submission.errors))
            await stop_with(self.context, job, word.form, changed)
            return "ended"
        self.context.telemetry.metrics.uncompared(submission.uncertain)
        if submission.certain:
            await self._first_word(word, submission)
            return "ended"
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

    async def _first_word(self, word: FirstWord, submission: Submission) -> None:
        """Tell what is certain, and let the account go: copies are looked for after the run."""
        picture, place = await word.tell(submission), (self.prepared.id, self.prepared.revision)
        if word.result is None:
            await self.context.parking.leave(place)
            return
        self.context.parking.take(place)
        self.context.afterwards.begin(word.look_back(submission, picture))
        await demanded_fields.learn(self.context.demands, self.prepared, word.result)

    async def _shown(self, form: PreparedForm) -> Picture | None:
        """The form's picture, kept, there before the fence.

        It is the approved one while nothing has changed since; else it is taken while the site is
        asked.
        """
        result = self.prepared.result
        seen = result.picture if result else None
        # A form that was filled again has a picture of its own.
        is_its = seen and seen.digest == digest(form.picture)
        if is_its and await self.context.driver.is_as_pictured(form):
            return seen
        return await self.context.pictures.evidence(await self.context.driver.pictured(form))

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

    async def _report(self, tasks: BlockTasks, progress: Progress) -> None:
        """Every step is timed; stored is only the one that somebody may watch.

        That it is compared was told with the start, what became of it is with the result.
        """
        if progress.step is Step.SUBMIT:
            tasks.follow(self.context.reporter(self.job, stops=False)(progress))
        else:
            self.context.telemetry.step(self.job.run_id, progress.step)

    async def _fence(self, beforehand: Beforehand, before: Before) -> None:
        await beforehand.tasks.through()
        if not beforehand.started.result():
            raise FenceClosed
        alive = self.context.liveness is None or self.context.liveness.held
        earlier_id, shown = beforehand.earlier_id(self.job), beforehand.shown.result()
        act = self.context.publishes.act
        if not alive or not await act(self.job.id, before, earlier_id=earlier_id, shown=shown):
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
