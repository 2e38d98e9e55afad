"""The end that was given for a session counts everywhere, and the site is not asked about it."""

from datetime import timedelta

import pytest

from browser.listing import SessionState
from browser.standin import Standin
from gql_api.domain.inputs import SessionInput
from gql_api.domain.job import JobKind, JobState
from gql_api.errors import SessionRefused
from tests.gql_api.workflows.bench import STAMP, Bench


def session(context: Bench, seconds: float) -> SessionInput:
    ends = context.core.now() + timedelta(seconds=seconds)
    return SessionInput.model_validate(
        {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0", "expires_at": ends}
    )


async def test_a_session_is_over_at_the_end_that_was_given(context: Bench, market: Standin) -> None:
    await context.worker.sessions.save(session(context, 60))
    assert (await context.worker.sessions.check("default")).state is SessionState.VALID
    context.pass_seconds(61)
    before = len(market.state.ledger.requests)
    with pytest.raises(SessionRefused) as refused:
        await context.worker.sessions.save(session(context, -1))
    assert (refused.value.code, refused.value.status) == ("session_expired", 401)
    assert (await context.worker.sessions.check("default")).state is SessionState.EXPIRED
    job = await context.run(context.new(JobKind.PREPARE, listing=STAMP))
    assert job.state is JobState.FAILED and job.result and job.result.problem
    assert job.result.problem.code == "session_expired"
    assert len(market.state.ledger.requests) == before
