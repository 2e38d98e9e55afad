"""Looks a click up beside the others on its content, and writes down what each has become.

Owns the look and the telling. When to look is the callers' matter (`reconcile`, `look_again`,
`later_looks`, and `publish` before a second click); whose an item is says `attribution`.
"""

from dataclasses import dataclass, replace

from browser.driver import Driver
from browser.form.outcome import Submission, of_look_up
from browser.listing import Seller
from browser.site import LookUp
from gql_api.db.jobs import Change, JobStore, settled_anew
from gql_api.db.publishing.later_looks import LaterLookStore
from gql_api.db.publishing.publish_intents import Clicked, IntentState, PublishStore
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.jobs.events import EventLog
from gql_api.workflows.attribution import Group, Items, group_of
from gql_api.workflows.results import of_submission

_MAY_CHANGE = frozenset({IntentState.UNKNOWN, IntentState.DONE, IntentState.FAILED})


@dataclass(frozen=True, slots=True)
class Findings:
    """What looks need to know of clicks, and how they tell what they found."""

    jobs: JobStore
    log: EventLog
    publishes: PublishStore
    later_looks: LaterLookStore
    driver: Driver

    async def group(self, job: Job) -> Group:
        """The clicks among which the job's stands, or would stand."""
        clicks = await self.publishes.clicked_alike(job)
        if not clicks:
            return Group(())
        watched = [await self.later_looks.of(each.job.id) for each in clicks]
        doubted = frozenset(each.earlier_id for each in watched if each and each.earlier_id)
        others = await self.jobs.clicked_beside(job)
        return group_of(job, clicks, doubted=doubted, others=others)

    async def look(self, job: Job, group: Group, seller: Seller) -> LookUp:
        """One reading of the wardrobe for a group of clicks; read-only."""
        since = group.since
        seen = await self.driver.look_up(
            seller, job.listing, since=since.since, before=since.before
        )
        return group.without_others(seen)

    async def tell(self, group: Group, seen: LookUp, *, but: str | None = None) -> None:
        """Change every click that has come to something else, `but` one that is told apart."""
        judged = group.judged(seen)
        for click in group.clicks:
            if click.job.id in judged and click.job.id != but:
                await self._become(click, judged[click.job.id])

    async def _become(self, click: Clicked, items: Items) -> None:
        job = click.job
        before = job.result or Result()
        after = become(before, submission_of(before, items))
        if after == before:
            return
        change = settled_anew(after, IntentState.DONE, _MAY_CHANGE)
        if await self.log.change(job.id, job.revision, change):
            await self.close(job)

    async def confirm(self, job: Job, seen: LookUp) -> None:
        """An item that the site has told of was seen alone: it is watched no more.

        That it is held back is told, where its answer did not say so.
        """
        result = job.result
        if result is None or [item.id for item in seen.found] != [result.listing_id]:
            return
        if seen.found[0].held and result.outcome is Outcome.PUBLISHED:
            held = replace(result, outcome=Outcome.HELD_FOR_REVIEW)
            done = IntentState.DONE
            await self.log.change(job.id, job.revision, settled_anew(held, done, _MAY_CHANGE))
        else:
            await self.later_looks.seen(job.id)

    async def close(self, job: Job) -> None:
        """The preparation that a publish has published waits for no yes any more."""
        resting = frozenset({JobState.AWAITING_CONFIRMATION, JobState.EXPIRED})
        done = Change(JobState.DONE, expect=resting, percent=100)
        await self.log.change(str(job.prepare_id), job.prepare_revision or 1, done)


def submission_of(before: Result, items: Items) -> Submission:
    """What a click has come to, its own item first where that is known."""
    own = sorted(items, key=lambda item: item.id != before.listing_id)
    found = of_look_up(LookUp(tuple(own)))
    assert found is not None  # noqa: S101 - nobody is judged to have left nothing
    return found


def become(before: Result, found: Submission) -> Result:
    """The result of a click that a look has changed; the same when it says nothing new."""
    if before.outcome is Outcome.DUPLICATED and set(before.listing_urls) == set(found.addresses):
        return before
    return replace(
        of_submission(found, None),
        picture_id=before.picture_id,
        picture_digest=before.picture_digest,
    )
