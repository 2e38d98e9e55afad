"""A person's word on a draft whose save was cut off, whatever else its job came to."""

from pathlib import Path
from typing import Any

import pytest

from browser.fence import Before
from gql_api.db.jobs import Change
from gql_api.db.publishing.draft_saves import DraftState
from gql_api.domain import results
from gql_api.domain.job import Job, JobState
from tests.described import described
from tests.gql_api.inside import Inside, inside


async def cut_off(service: Inside) -> Job:
    """A preparation that ended while its draft was being saved."""
    job, core = await service.job(), service.parts.core
    await core.drafts.saves.begin(job, Before("7", frozenset()))
    failed = Change(JobState.FAILED, result=results.failed("browser_crashed"))
    assert await core.events.change(job.id, 1, failed)
    return job


@pytest.mark.parametrize(
    ("word", "state", "draft_id"),
    [
        ({"there": False}, DraftState.ABSENT, None),
        ({"there": True, "address": "{market}/items/501/edit"}, DraftState.SAVED, "501"),
    ],
    ids=["not there", "there"],
)
async def test_a_draft_that_may_be_there_is_resolved_after_any_end_of_its_job(
    tmp_path: Path, word: dict[str, Any], state: DraftState, draft_id: str | None
) -> None:
    async with inside(tmp_path) as service, described(service.url) as api:
        job, saves = await cut_off(service), service.parts.core.drafts.saves
        word = {
            name: value.format(market=job.origin) if isinstance(value, str) else value
            for name, value in word.items()
        }
        answer = await api.post(f"/vinted/jobs/{job.id}/resolve", json=word)
        assert answer.status_code == 200, answer.text
        assert answer.json()["state"] == "failed"
        save = await saves.of(job.id)
        assert save is not None
        assert (save.state, save.draft_id) == (state, draft_id)
        assert not await saves.open_alike(job)
        again = await api.post(f"/vinted/jobs/{job.id}/resolve", json=word)
        assert (again.status_code, again.json()["code"]) == (409, "not_unknown")
