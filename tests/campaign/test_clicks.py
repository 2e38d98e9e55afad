"""The publish limit over three workers, with real clicks and a period of six seconds."""

from pathlib import Path

from tests.postgres import fresh, postgres

from .clicks import clicks, most_within

LIMIT = 3


async def test_clicks_of_three_workers_keep_to_the_limit(tmp_path: Path) -> None:
    with postgres() as server, fresh(server) as database:
        told = await clicks(tmp_path, database, publishes=7, accounts=4, minute=6.0, limit=LIMIT)
    assert told["outcomes"] == {"published": 7}
    assert told["items"] == told["clicks"] == 7
    assert told["workers_that_published"] > 1
    assert told["most_clicks_in_a_period"] <= LIMIT
    # Seven clicks need three periods, so that the limit had something to hold back.
    assert told["seconds"] > 2 * 6.0


def test_the_count_sees_a_burst() -> None:
    assert most_within(60, [0, 10, 20, 59.9, 60, 61]) == 5
    assert most_within(60, []) == 0
