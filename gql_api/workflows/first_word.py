"""A publish whose answer is certain: told at once, and what the wardrobe shows of it after that.

Owns the first word and its correction. Until the wardrobe was read the watch that the fence began
goes on, so that a process that dies in between leaves the reading to a later look.
"""

from dataclasses import dataclass, field, replace

from browser.form.outcome import Submission, SubmissionOutcome
from browser.site import LookUp
from gql_api.db.jobs import settled_anew
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, Picture, Result
from gql_api.workflows.context import JobContext
from gql_api.workflows.results import of_submission


@dataclass(slots=True)
class FirstWord:
    """What a job was told of its click before copies were looked for; nothing without a word."""

    context: JobContext
    job: Job
    result: Result | None = None
    _shown: Picture | None = field(default=None, init=False)

    async def tell(self, submission: Submission) -> None:
        """The outcome, as soon as the site has told it."""
        self._shown = await self.context.pictures.evidence(submission.picture)
        result = of_submission(submission, self._shown)
        done = IntentState.DONE
        if await self.context.completion.end(self.job, result, settle=done, seen=False):
            self.result = result
            await self.context.findings.close(self.job)

    async def picture(self, submission: Submission) -> Picture | None:
        """What was kept with the first word, or the picture of what came after it."""
        told = self.result and submission.outcome is SubmissionOutcome.PUBLISHED
        return self._shown if told else await self.context.pictures.evidence(submission.picture)

    async def look_back(self, submission: Submission, picture: Picture | None) -> None:
        """Tell what the wardrobe shows beyond the first word: copies, or that it is held back."""
        found = of_submission(submission, picture)
        if self.result is None or found.outcome is self.result.outcome:
            await self.context.later_looks.seen(self.job.id)
            return
        change = settled_anew(
            replace(found, warnings=self.result.warnings),
            IntentState.DONE,
            frozenset({IntentState.DONE}),
        )
        if await self.context.log.change(self.job.id, self.job.revision, change):
            self.context.telemetry.ended(self.job, found)
        if submission.outcome is SubmissionOutcome.DUPLICATED:
            # By what is known already: nothing is read for it.
            findings = self.context.findings
            await findings.tell(await findings.group(self.job), LookUp())
