"""The types of a job: its state, result and events, and the pages of a list of jobs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

import strawberry

from gql_api.domain import job as values
from gql_api.domain.pagination import cursor
from gql_api.domain.tenant import shown
from gql_api.schema.context import Info
from gql_api.schema.errors import AbsentIsNull
from gql_api.schema.resolvers import field
from gql_api.schema.types.by_name import by_name
from gql_api.schema.types.enums import JobKind, JobState, Outcome, Step
from gql_api.schema.types.listings import FieldReport, Listing, Question, SiteMessage
from gql_api.schema.types.obstacles import Obstacle
from gql_api.schema.types.page_info import PageInfo
from gql_api.schema.types.receipts import Receipt
from gql_api.texts import say


@strawberry.type(description="Why a job failed; nothing was clicked.")
class Problem:
    code: str = strawberry.field(description="Stable; decide by it, as in `site_timeout`.")
    message: str = strawberry.field(description="What to do.")

    @classmethod
    def of(cls, problem: values.Problem | None) -> Self | None:
        return cls(code=problem.code, message=say(problem.detail)) if problem else None


@strawberry.type(description="One event of a job; numbers start at 1 and have no gaps.")
class ListingProgress:
    job_id: strawberry.ID = strawberry.field(description="The job.")
    seq: int = strawberry.field(description="Its number: give it as `after` to go on from here.")
    at: datetime = strawberry.field(description="When it happened.")
    state: JobState = strawberry.field(description="Where the job stood.")
    revision: int = strawberry.field(description="Grows with each correction.")
    percent: int = strawberry.field(description="How far the whole job is, 0 to 100.")
    step: Step | None = strawberry.field(description="The step in the browser.")
    done: int | None = strawberry.field(description="How many of the step are done.")
    total: int | None = strawberry.field(description="How many the step has.")
    outcome: Outcome | None = strawberry.field(description="How the run ended.")
    reason: str | None = strawberry.field(description="Refines the outcome.")
    problem: Problem | None = strawberry.field(description="Why the run failed.")
    slot_at: datetime | None = strawberry.field(description="When a waiting publish may start.")

    @classmethod
    def of(cls, event: values.JobEvent) -> Self:
        return by_name(cls, event, step=_step(event.step), problem=Problem.of(event.problem))


@strawberry.type(description="What a form looks like while it is filled; never stored.")
class LivePicture:
    job_id: strawberry.ID = strawberry.field(description="The job.")
    at: datetime = strawberry.field(description="When it was taken.")
    url: str = strawberry.field(
        description="A small JPEG that can be seen without a key, for some seconds: show it at "
        "once. What is the member's own is covered in it."
    )

    @classmethod
    def of(cls, picture: values.LivePicture, info: Info) -> Self:
        return by_name(cls, picture, url=info.context.media.live_picture(picture.id))


def _listing(job: values.Job) -> Listing:
    return Listing.of(job.listing, strawberry.ID(f"{job.id}.{job.revision}"))


def _step(name: str | None) -> Step | None:
    return Step(name) if name else None


@strawberry.type(description="What a run of a job came to.")
class JobResult:
    id: strawberry.ID = strawberry.field(
        description="Opaque; another one whenever the job has come further, so that no cache mixes "
        "two results."
    )
    outcome: Outcome | None = strawberry.field(description="How it ended; null when it failed.")
    reason: str | None = strawberry.field(
        description="Refines the outcome, as `captcha_or_verification` does NEEDS_MANUAL."
    )
    ok: bool = strawberry.field(description="Whether it was handled as asked.")
    problem: Problem | None = strawberry.field(description="Why it failed.")
    username: str | None = strawberry.field(description="The member whose page was seen.")
    fields: list[FieldReport] = strawberry.field(description="Each field as it was filled.")
    questions: list[Question] = strawberry.field(description="What the words do not decide.")
    warnings: list[str] = strawberry.field(description="What the seller should look at.")
    site_errors: list[SiteMessage] = strawberry.field(description="What the site refused.")
    preview_url: str | None = strawberry.field(
        description="The page that was filled, or the draft's own."
    )
    draft_id: str | None = strawberry.field(description="The draft's id on the site.")
    confirm_token: str | None = strawberry.field(
        description="The yes for `publishListing`; only with PREPARED and DRAFT_SAVED."
    )
    expires_at: datetime | None = strawberry.field(description="When the confirm token ends.")
    listing_id: str | None = strawberry.field(description="The listing's id on the site.")
    listing_url: str | None = strawberry.field(description="The listing's page.")
    listing_urls: list[str] = strawberry.field(
        description="Every address when the site stored more than one."
    )
    obstacle: Obstacle | None = strawberry.field(
        description="What a person has to act on; see it in the job's `pictureUrl`."
    )
    retry_at: datetime | None = strawberry.field(
        description="When the site says that it answers again."
    )

    @classmethod
    def of(cls, result: values.Result, of_run: str) -> Self:
        return by_name(
            cls,
            result,
            id=strawberry.ID(of_run),
            problem=Problem.of(result.problem),
            fields=[FieldReport.of(report) for report in result.fields],
            questions=[Question.of(question) for question in result.questions],
            warnings=[say(text) for text in result.warnings],
            site_errors=[
                SiteMessage(field=name, message=say(text)) for name, text in result.errors.items()
            ],
            obstacle=Obstacle.of(result.obstacle),
        )


@strawberry.type(description="One preparation or one publish.")
class Job:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    kind: JobKind = strawberry.field(description="What it does.")
    account: str = strawberry.field(description="The account that it is for.")
    market: str = strawberry.field(description="The market's host.")
    market_url: str = strawberry.field(description="Where the market is seen: a link.")
    state: JobState = strawberry.field(description="Where it stands.")
    revision: int = strawberry.field(description="Grows with each correction or answer.")
    dry_run: bool = strawberry.field(
        description="True when nothing is to be saved or published on the site."
    )
    created_at: datetime = strawberry.field(description="When it was accepted.")
    updated_at: datetime = strawberry.field(description="When it last changed.")
    step: Step | None = strawberry.field(description="The step in the browser.")
    percent: int = strawberry.field(description="How far it is, 0 to 100.")
    slot_at: datetime | None = strawberry.field(
        description="When a waiting publish is expected to start."
    )
    deadline: datetime | None = strawberry.field(
        description="When it fails if it has not come to its result; null once it has."
    )
    last_seq: int = strawberry.field(description="The number of its newest event.")
    import_id: strawberry.ID | None = strawberry.field(
        description="The import that it came from, which may be gone; null when it came alone."
    )
    import_line: int | None = strawberry.field(description="The line of its row in that import.")
    listing: Listing = strawberry.field(description="What is to be sold.")
    result: JobResult | None = strawberry.field(description="What it came to; null while it runs.")
    value: strawberry.Private[values.Job]

    @field("The picture of the filled form, or of what stands in its way; null until there is one.")
    def picture_url(self, info: Info) -> str | None:
        found = self.value.result
        if found is None or found.picture_id is None:
            return None
        return info.context.media.picture(self.id, found.picture_id)

    @field("Every event so far, oldest first.")
    async def history(self, info: Info) -> list[ListingProgress]:
        events = await info.context.service.jobs.history(self.id)
        return [ListingProgress.of(event) for event in events]

    @field("The signed receipt of a publish; null until its outcome is stored after a click.")
    async def receipt(self, info: Info) -> Receipt | None:
        found = await info.context.service.jobs.receipts(self.id)
        return Receipt.of(found[-1]) if found else None

    @field("Every receipt, oldest first: a person's later word is a further one.")
    async def receipts(self, info: Info) -> list[Receipt]:
        return [Receipt.of(each) for each in await info.context.service.jobs.receipts(self.id)]

    @field("The preparation that a publish carries out.", AbsentIsNull())
    async def preparation(self, info: Info) -> "Job | None":
        found = self.value.prepare_id
        return Job.of(await info.context.service.jobs.get(found)) if found else None

    @field(
        "The revision of that preparation that was approved, and no other: with a later one its "
        "`confirmToken` is the yes to another form and picture."
    )
    def preparation_revision(self) -> int | None:
        return self.value.prepare_revision

    @classmethod
    def of(cls, job: values.Job) -> Self:
        found = job.standing_result
        return by_name(
            cls,
            job,
            account=shown(job.account),
            market=urlsplit(job.origin).netloc,
            market_url=job.origin,
            step=_step(job.step),
            listing=_listing(job),
            result=JobResult.of(found, f"{job.id}.{job.last_seq}") if found else None,
            value=job,
        )


@strawberry.type(description="A listing that was published, by the job that did it.")
class PublishedListing:
    listing_id: strawberry.ID = strawberry.field(description="The listing's id on the site.")
    id: strawberry.ID = strawberry.field(
        description="The listing's id on the site.",
        deprecation_reason="Use `listingId`: two publishes can have led to one listing, and caches "
        "take an `id` for one thing. Goes away after 2027-06-30.",
    )
    url: str | None = strawberry.field(description="Its page.")
    listing: Listing = strawberry.field(description="What was published.")
    published_at: datetime = strawberry.field(description="When its outcome was known.")
    job: Job = strawberry.field(description="The publish.")

    @classmethod
    def of(cls, job: values.Job) -> Self | None:
        if job.result is None or job.result.listing_id is None:
            return None
        listing_id = strawberry.ID(job.result.listing_id)
        return cls(
            listing_id=listing_id,
            id=listing_id,
            url=job.result.listing_url,
            listing=_listing(job),
            published_at=job.updated_at,
            job=Job.of(job),
        )


@strawberry.type(description="A job at its place in a list.")
class JobEdge:
    cursor: str = strawberry.field(description="Opaque; give it as `after`.")
    node: Job = strawberry.field(description="The job.")

    @classmethod
    def of(cls, job: values.Job) -> Self:
        return cls(cursor=cursor(job), node=Job.of(job))


@strawberry.type(description="Jobs, newest first.")
class JobConnection:
    edges: list[JobEdge] = strawberry.field(description="The jobs of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @classmethod
    def of(cls, jobs: Sequence[values.Job], first: int, after: str | None) -> Self:
        edges = [JobEdge.of(job) for job in jobs[:first]]
        return cls(edges=edges, page_info=PageInfo.of(edges, jobs, first, after))


@strawberry.type(description="A published listing at its place in a list.")
class PublishedListingEdge:
    cursor: str = strawberry.field(description="Opaque; give it as `after`.")
    node: PublishedListing = strawberry.field(description="The listing.")


@strawberry.type(description="Published listings, newest first.")
class PublishedListingConnection:
    edges: list[PublishedListingEdge] = strawberry.field(description="The listings of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @classmethod
    def of(cls, jobs: Sequence[values.Job], first: int, after: str | None) -> Self:
        edges = [
            PublishedListingEdge(cursor=cursor(job), node=listing)
            for job in jobs[:first]
            if (listing := PublishedListing.of(job))
        ]
        return cls(edges=edges, page_info=PageInfo.of(edges, jobs, first, after))
