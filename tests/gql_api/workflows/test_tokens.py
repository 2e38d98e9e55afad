"""A token is used up when a call may have left, and not by the site's own refusal."""

from pathlib import Path

from structlog.testing import capture_logs

from browser.standin import Standin, serve_standin
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.sessions.service import SessionState
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.workflows.bench import Bench, bench, items, known


async def test_a_401_at_the_click_is_an_expired_session_and_the_token_counts(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    market.state.patch_faults({"unauthorized_at": "publish"})
    stopped = await context.yes(prepared)
    assert stopped.state is JobState.FAILED
    assert stopped.result is not None
    assert stopped.result.problem is not None
    assert stopped.result.problem.code == "session_expired"
    assert await context.state(stopped) is IntentState.FAILED
    assert (await context.worker.sessions.status("default")).state is SessionState.EXPIRED
    market.state.patch_faults({"unauthorized_at": "never"})
    await context.sign_in()
    assert known(await context.yes(prepared))[0] is Outcome.PUBLISHED
    assert len(items(market)) == 1


async def test_a_job_without_a_session_by_its_turn_is_over_without_an_error_of_ours(
    tmp_path: Path,
) -> None:
    with capture_logs() as told:
        async with serve_standin() as market, bench(tmp_path, market.url) as context:
            job = await context.run(context.new(JobKind.PREPARE, listing=LISTING))
    assert job.result is not None
    assert job.result.problem is not None
    assert job.result.problem.code == "session_required"
    events = {line["event"] for line in told}
    assert "job_ended" in events
    assert "job_failed" not in events
