"""A publish whose answer is certain: told at once, and what the wardrobe shows of it after that.

Owns the first word and its correction. Until the item was seen the watch that the fence began
goes on, so that what is not found here, or by a process that dies, is left to a later look.
"""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import structlog

from browser.errors import BrowserError
from browser.fence import Before
from browser.form.outcome import Submission, SubmissionOutcome
from browser.form.prepared import PreparedForm
from browser.form.submission import shown
from browser.form.wardrobe_looks import pauses
from browser.playwright_errors import Error
from browser.site import LookUp
from gql_api.db.jobs import settled_anew
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, Picture, Result
from gql_api.errors import ServiceError
from gql_api.workflows.context import JobContext
from gql_api.workflows.results import of_submission

log = structlog.get_logger(__name__)

SECONDS: Final = 15.0
"""How long the item is waited for in its own tab, behind the account's other work: a later look
comes after that."""


class NewerSession(Exception):
    """The account has another session by now, whose looks are made in a tab of its own."""


@dataclass(slots=True)
class FirstWord:
    """What a job was told of its click before copies were looked for; nothing without a word.

    `since` and `before` say when the click was made, and how the wardrobe stood.
    """

    context: JobContext
    job: Job
    form: PreparedForm
    before: Before
    since: datetime
    result: Result | None = field(default=None, init=False)

    async def tell(self, submission: Submission) -> Picture | None:
        """The outcome, as soon as the site has told it; the picture that was kept with it."""
        shown = await self.context.pictures.evidence(submission.picture)
        result = of_submission(submission, shown)
        done = IntentState.DONE
        if await self.context.completion.end(self.job, result, settle=done, seen=False):
            self.result = result
            await self.context.findings.close(self.job)
        return shown

    async def look_back(self, submission: Submission, picture: Picture | None) -> None:
        """Add a picture that came late, and what the wardrobe shows: copies, or a hold.

        The account's turn is held for each look and no longer, so that its next job waits for
        none. The form is this one's alone, and closed in the end.
        """
        try:
            if picture is None:
                await self._picture()
            async with asyncio.timeout(SECONDS):
                await self._look(submission)
        except (BrowserError, ServiceError, Error, TimeoutError, NewerSession) as error:
            log.info("look_back_left", error=type(error).__name__)
        except Exception:
            # Nobody awaits this task: a fault of ours is told here or never. The watch goes on.
            log.exception("look_back_failed")
        finally:
            await self.context.driver.close(self.form)

    async def _picture(self) -> None:
        """What the tab shows now, where the machine was too slow to show what it showed then."""
        picture = await self.context.pictures.evidence(await shown(self.form.form))
        if self.result and picture:
            pictured = replace(self.result, picture_id=picture.id, picture_digest=picture.digest)
            await self._become(pictured, seen=False)

    async def _look(self, submission: Submission) -> None:
        for pause in pauses(self.form.form.tab.timeouts):
            await asyncio.sleep(pause)
            found = await self._found(str(submission.listing_id))
            if found is not None:
                await self._correct(found)
                return

    async def _found(self, item: str) -> Submission | None:
        """One reading, in a turn of its own; nothing while the item is not shown."""
        context, job = self.context, self.job
        opened = context.sessions.opened(job.account, job.origin)
        async with context.locks.turn(job.account), context.places, opened as session:
            if session.seller.version != self.form.version:
                raise NewerSession
            return await context.driver.look_back(
                self.form, job.listing, item, since=self.since, before=self.before
            )

    async def _correct(self, found: Submission) -> None:
        if self.result is None or self.result.outcome is of_submission(found, None).outcome:
            await self.context.later_looks.seen(self.job.id)
            return
        corrected = replace(
            of_submission(found, None),
            picture_id=self.result.picture_id,
            picture_digest=self.result.picture_digest,
            warnings=self.result.warnings,
        )
        if await self._become(corrected, seen=True):
            self.context.telemetry.ended(self.job, corrected)
        if found.outcome is SubmissionOutcome.DUPLICATED:
            # By what is known already: nothing is read for it.
            findings = self.context.findings
            await findings.tell(await findings.group(self.job), LookUp())

    async def _become(self, result: Result, *, seen: bool) -> bool:
        """Store the job's new result; while its item is not `seen` it goes on being watched."""
        done = IntentState.DONE
        change = replace(settled_anew(result, done, frozenset({done})), seen=seen)
        told = await self.context.log.change(self.job.id, self.job.revision, change)
        if told:
            self.result = result
        return told
