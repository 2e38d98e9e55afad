"""The publish limit over three workers, with real clicks and a period of six seconds."""

from pathlib import Path

from tests.postgres import fresh, postgres

from .clicks import LIMIT, clicks, most_within


async def test_clicks_of_three_workers_keep_to_the_limit(tmp_path: Path) -> None:
    with postgres() as server, fresh(server) as database:
        told = await clicks(tmp_path, database, publishes=11, accounts=4, minute=6.0)
    assert told["outcomes"] == {"published": 11}
    assert told["items"] == told["clicks"] == 11
    assert told["workers_that_published"] > 1
    assert told["most_clicks_in_a_period"] <= LIMIT
    # Eleven clicks need three periods, so that the limit had something to hold back.
    assert told["seconds"] > 2 * 6.0


def test_the_count_sees_a_burst() -> None:
    assert most_within(60, [0, 10, 20, 59.9, 60, 61]) == 5
    assert most_within(60, []) == 0
