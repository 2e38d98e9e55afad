"""What an import says while its account's rows wait for their person."""

import pytest

from gql_api.domain.imports import Standing
from gql_api.domain.job import JobState


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        ({JobState.AWAITING_CONFIRMATION: 2}, None),
        ({JobState.AWAITING_CONFIRMATION: 2, JobState.RUNNING: 1}, None),
        ({JobState.AWAITING_CONFIRMATION: 3}, "3 listings of this account wait for you: publish"),
        (
            {JobState.AWAITING_CONFIRMATION: 2, JobState.EXPIRED: 1},
            "3 listings of this account wait for you, 1 of which ran out or failed: publish",
        ),
    ],
)
def test_it_says_who_is_waited_for_and_of_failures_only_where_some_are(
    waiting: dict[JobState, int], said: str | None
) -> None:
    pause = Standing(waiting, ahead=3).said
    assert (pause is None) is (said is None)
    assert pause is None or str(pause.detail).startswith(said or "-")
