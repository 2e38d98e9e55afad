"""What a click came to, written down: the result, the fence row, and the form that is closed.

Owns how a submission becomes a job's end. The click is `click`'s, finding out what is not known
`reconcile`'s.
"""

from dataclasses import replace

from browser.form.outcome import SESSION_EXPIRED, Submission, SubmissionOutcome
from browser.form.prepared import PreparedForm
from browser.page.outgoing import said_of_changed
from browser.site import LookUp
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain import results
from gql_api.domain.job import Job, Outcome, Picture, Result
from gql_api.workflows import demanded_fields
from gql_api.workflows.context import JobContext
from gql_api.workflows.results import of_submission


async def settle(
    context: JobContext, job: Job, prepared: Job, submission: Submission, picture: Picture | None
) -> None:
    """Write down what the click came to, and close the form."""
    if submission.held_back:
        # The page would send something else. The form that was approved is the one that sends it,
        # so the yes is void: only another form helps.
        held_back = of_submission(submission, picture)
        result = replace(held_back, outcome=Outcome.NOT_READY, warnings=())
        await context.completion.end(job, result, settle=IntentState.REJECTED)
        await context.parking.leave_job(prepared.id)
        return
    if not submission.clicked:
        result = of_changed(tuple(submission.errors))
        if submission.refused:
            # Past the fence, which was this run's own: nobody else has clicked.
            await context.completion.end(job, result, settle=IntentState.FAILED)
        else:
            await context.completion.not_clicked(job, result)
        return
    if submission.expired:
        # Nothing was made, and it is told like a session that ended at any other step.
        expired = results.failed(SESSION_EXPIRED)
        await context.completion.end(job, expired, settle=IntentState.FAILED)
        await context.parking.leave_job(prepared.id)
        return
    result = of_submission(submission, picture)
    if picture is None and submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN:
        # A person will have to decide: show at least what was clicked.
        shown = prepared.result.picture_id if prepared.result else None
        result = replace(result, picture_id=shown)
    settled = _intent_state(submission)
    await context.completion.end(job, result, settle=settled)
    await demanded_fields.learn(context.demands, prepared, result)
    # An obstacle stays in front of its form, too: the next yes fills it anew.
    await context.parking.leave_job(prepared.id)
    if settled is IntentState.DONE:
        await context.findings.close(job)
    if submission.outcome is SubmissionOutcome.DUPLICATED:
        # By what is known already: nothing is read for it.
        await context.findings.tell(await context.findings.group(job), LookUp())


async def stop_with(context: JobContext, job: Job, form: PreparedForm, result: Result) -> None:
    """End a run before its click, with what the form shows now."""
    picture_id = await context.pictures.keep(await context.driver.picture(form))
    result = replace(result, warnings=form.told, picture_id=picture_id)
    await context.completion.not_clicked(job, result)


def of_changed(fields: tuple[str, ...]) -> Result:
    """The form no longer shows what was approved: stop, and let the seller look again."""
    return Result(outcome=Outcome.NOT_READY, reason="form_changed", errors=said_of_changed(fields))


def _intent_state(submission: Submission) -> IntentState:
    if submission.refused:
        return IntentState.FAILED
    if submission.outcome is SubmissionOutcome.REJECTED_BY_SITE:
        return IntentState.REJECTED
    if submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN:
        return IntentState.UNKNOWN
    return IntentState.DONE
