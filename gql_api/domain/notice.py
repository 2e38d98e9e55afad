"""A notice: that a person is needed, or what became of a listing. It says kind, job and link alone.

Owns of which results somebody is told. Words are `notices.texts`' matter, rows the store's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from gql_api.domain.job import Job, JobKind, JobState, Outcome


class NoticeKind(StrEnum):
    """What somebody is told of."""

    QUESTION_WAITING = "question_waiting"
    READY_FOR_YES = "ready_for_yes"
    NEEDS_MANUAL = "needs_manual"
    NOT_READY = "not_ready"
    REJECTED_BY_SITE = "rejected_by_site"
    PUBLISHED = "published"
    HELD_FOR_REVIEW = "held_for_review"
    DUPLICATED = "duplicated"
    OUTCOME_UNKNOWN = "outcome_unknown"
    DRAFT_UNKNOWN = "draft_unknown"
    SESSION_EXPIRED = "session_expired"
    TEST = "test"


AWAITED: Final[Mapping[NoticeKind, JobState]] = {
    NoticeKind.QUESTION_WAITING: JobState.AWAITING_ANSWERS,
    NoticeKind.READY_FOR_YES: JobState.AWAITING_CONFIRMATION,
}
"""Notices that ask for an act, and the state in which it is still awaited; others are outcomes."""

_BY_OUTCOME: Final[Mapping[Outcome, NoticeKind]] = {
    Outcome.NEEDS_MANUAL: NoticeKind.NEEDS_MANUAL,
    Outcome.NOT_READY: NoticeKind.NOT_READY,
    Outcome.REJECTED_BY_SITE: NoticeKind.REJECTED_BY_SITE,
    Outcome.PUBLISHED: NoticeKind.PUBLISHED,
    Outcome.HELD_FOR_REVIEW: NoticeKind.HELD_FOR_REVIEW,
    Outcome.DUPLICATED: NoticeKind.DUPLICATED,
    Outcome.OUTCOME_UNKNOWN: NoticeKind.OUTCOME_UNKNOWN,
}
_OF_DRAFTS: Final = {**_BY_OUTCOME, Outcome.OUTCOME_UNKNOWN: NoticeKind.DRAFT_UNKNOWN}
"""Of a preparation, which saves drafts and publishes nothing."""
CORRECTED: Final[Mapping[NoticeKind, frozenset[NoticeKind]]] = {
    NoticeKind.HELD_FOR_REVIEW: frozenset({NoticeKind.PUBLISHED}),
    NoticeKind.DUPLICATED: frozenset({NoticeKind.PUBLISHED, NoticeKind.HELD_FOR_REVIEW}),
}
"""What a notice says otherwise: that is not true any more where it was not told yet."""
_BY_STATE: Final = {state: kind for kind, state in AWAITED.items()}


@dataclass(frozen=True, slots=True)
class Notice:
    """What one channel is to tell; `id` is the same at every try. `at` is when it came to be.

    It tells of a job, or of an import.
    """

    id: str
    kind: NoticeKind
    job_id: str | None
    link: str
    at: datetime
    import_id: str | None = None


def kind_of(job: Job) -> NoticeKind | None:
    """Which notice a job's newest result is worth; none for what a person has said themselves."""
    result = job.result
    if result is None or result.resolved_by:
        return None
    if result.problem:
        expired = result.problem.code == NoticeKind.SESSION_EXPIRED
        return NoticeKind.SESSION_EXPIRED if expired else None
    if waiting := _BY_STATE.get(job.state):
        return waiting
    told = _OF_DRAFTS if job.kind is JobKind.PREPARE else _BY_OUTCOME
    return told.get(result.outcome) if result.outcome else None
