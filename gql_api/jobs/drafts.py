"""A draft whose save was not answered: what is told of it, and how that is settled.

Owns the results and their transactions. Looking for the draft needs a browser and belongs to the
workflows; a person's word comes from `service`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from browser.messages import Message
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.draft_saves import DraftSave, DraftSaveStore, DraftState, close
from gql_api.db.publishing.publish_intents import NOT_THERE
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.jobs.events import EventLog
from gql_api.security.confirm_token import ConfirmTokenSigner

DRAFT: Final = "draft"
_UNKNOWN_TO: Final = frozenset({JobState.DONE})


class SeenDraft(Protocol):
    """A draft that matches, and its own page."""

    @property
    def id(self) -> str: ...
    @property
    def url(self) -> str: ...


class Seen(Protocol):
    """What a look among the drafts shows; `complete` says that all of them were read."""

    @property
    def found(self) -> Sequence[SeenDraft]: ...
    @property
    def complete(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Drafts:
    """Settles the saves of drafts."""

    jobs: JobStore
    saves: DraftSaveStore
    events: EventLog
    signer: ConfirmTokenSigner

    async def is_open(self, job: Job) -> bool:
        """Whether the job's draft may be there; its run may have come to any other end since."""
        save = None if job.is_active else await self.saves.of(job.id)
        return save is not None and save.state is DraftState.SAVING

    async def tell(self, save: DraftSave, seen: Seen) -> str | None:
        """Write down what a look shows; the draft's id, when it is the one that was saved."""
        if len(seen.found) == 1:
            await self.found(save.job, seen.found[0].id, seen.found[0].url)
            return seen.found[0].id
        job = await self.jobs.get(save.job.id)
        told = undecided(job.result or Result(), seen)
        if _waits(job, save.job.revision) and told != job.result:
            change = Change(JobState.DONE, expect=_UNKNOWN_TO, percent=100, result=told)
            await self.events.change(job.id, job.revision, change)
        return None

    async def found(
        self, saved: Job, draft_id: str, address: str, *, by: str | None = None
    ) -> None:
        """The draft is there; a run that had to leave it open has its result now."""
        job = await self.jobs.get(saved.id)
        if not _waits(job, saved.revision):
            await self.saves.saved(saved.id, draft_id)
            return
        result = replace(
            with_token(job, job.result or Result(), self.signer),
            outcome=Outcome.DRAFT_SAVED,
            reason=None,
            errors={},
            draft_id=draft_id,
            preview_url=address,
            resolved_by=by,
        )
        state = JobState.AWAITING_CONFIRMATION
        change = Change(state, expect=_UNKNOWN_TO, percent=100, result=result)
        await self.events.change(
            job.id,
            job.revision,
            change,
            admit=lambda tx: close(tx, job.id, DraftState.SAVED, draft_id),
        )

    async def absent(self, job: Job, *, by: str) -> None:
        """A person's word that no draft was saved: the next run may save one."""
        if not _waits(job, job.revision):
            await self.saves.absent(job.id)
            return
        result = replace(job.result or Result(), reason=NOT_THERE, resolved_by=by, errors={})
        change = Change(JobState.DONE, expect=_UNKNOWN_TO, percent=100, result=result)
        await self.events.change(
            job.id, job.revision, change, admit=lambda tx: close(tx, job.id, DraftState.ABSENT)
        )


def with_token(job: Job, described: Result, signer: ConfirmTokenSigner) -> Result:
    """The result of a preparation that now waits for its yes."""
    claims = signer.claims(
        job.id, job.revision, account=job.account, market=job.origin, digest=job.listing.digest()
    )
    return replace(described, confirm_token=signer.issue(claims), expires_at=claims.expires_at)


def undecided(described: Result, seen: Seen) -> Result:
    """The result of a preparation whose draft cannot be told."""
    reason, detail = "not_seen_yet", _unseen()
    if seen.found:
        addresses = ", ".join(item.url for item in seen.found)
        reason, detail = "several_drafts", _several(addresses)
    elif not seen.complete:
        reason = "wardrobe_unreadable"
    return replace(
        described, outcome=Outcome.OUTCOME_UNKNOWN, reason=reason, errors={DRAFT: detail}
    )


def blocked(described: Result, by: str) -> Result:
    """The result of a preparation that saves nothing while another's draft is not known."""
    errors = {DRAFT: _blocked(by)}
    return replace(
        described, outcome=Outcome.NEEDS_MANUAL, reason="earlier_draft_unknown", errors=errors
    )


def _waits(job: Job, revision: int) -> bool:
    result = job.result
    is_unknown = result is not None and result.outcome is Outcome.OUTCOME_UNKNOWN
    return job.revision == revision and job.state is JobState.DONE and is_unknown


def _unseen() -> str:
    return (
        "The draft may have been saved, and it is not seen yet. It is looked for for ten minutes, "
        "and nothing is saved again until it is found or you say whether it is there (resolve)."
    )


def _several(addresses: str) -> str:
    return Message(
        "One of these drafts may be the one that was saved: {addresses}. Say which one it is "
        "(resolve); nothing is saved again until then.",
        addresses=addresses,
    )


def _blocked(job_id: str) -> str:
    return Message(
        "A draft of the same listing may have been saved by job {job_id}: nothing was saved "
        "again. Say of that job whether it is there (resolve).",
        job_id=job_id,
    )
