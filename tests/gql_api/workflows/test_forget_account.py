"""An account is forgotten with its browser: carried through when cut off, its click remembered.

Real browser, real market, real database; the clock is moved and nobody waits.
"""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from browser.standin import Standin, serve_standin
from gql_api.domain.job import JobState, Outcome
from gql_api.errors import Conflict, NotFound
from tests.e2e.forgetting import is_nowhere
from tests.gql_api.workflows.bench import bench
from tests.gql_api.workflows.test_later_looks import NEVER, clicks, lost, show
from tests.gql_api.workflows.test_reconcile import items, known

CUT_AT = ("jobs", "photos", "forgets")


@pytest.fixture
async def market() -> AsyncIterator[Standin]:
    async with serve_standin() as standin:
        standin.state.patch_faults({"cookie_banner": False})
        yield standin


def executed(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "fripier.db")) as database:
        database.execute(statement)
        database.commit()


@pytest.mark.parametrize("asked_again", [True, False])
async def test_what_was_cut_off_is_carried_through(
    tmp_path: Path, market: Standin, asked_again: bool
) -> None:
    async with bench(tmp_path, market.url) as context:
        await context.sign_in()
        prepared = await context.prepared()
    photo = prepared.listing.photos[0].id
    words = {prepared.id, photo, prepared.listing.title, "default"}
    for table in CUT_AT:
        refuse = "BEGIN SELECT RAISE(ABORT, 'cut'); END"
        executed(tmp_path, f"CREATE TRIGGER cut BEFORE DELETE ON {table} {refuse}")
        async with bench(tmp_path, market.url) as context:
            with pytest.raises(DBAPIError, match="cut"):
                await context.worker.eraser.forget("default")
            assert await context.core.stores.forgotten.begun()
        executed(tmp_path, "DROP TRIGGER cut")
    async with bench(tmp_path, market.url) as context:
        if asked_again:  # no row is its own any more: what is left are traces in the file
            assert not await context.worker.eraser.forget("default")
        else:
            await context.worker.eraser.go_on()
        assert not await context.worker.eraser.forget("default")
        await is_nowhere(words, tmp_path)


async def test_a_click_that_may_have_left_an_item_is_looked_up_before_the_next(
    tmp_path: Path, market: Standin
) -> None:
    async with bench(tmp_path, market.url) as context:
        await context.sign_in()
        unknown = await lost(context, market, await context.prepared())
        assert await context.worker.eraser.forget("default")
        with pytest.raises(NotFound):
            await context.stored(unknown)

        await context.sign_in()
        before = clicks(market)
        show(market)
        again = await context.yes(await context.prepared())
        assert known(again) == (Outcome.NEEDS_MANUAL, "similar_in_wardrobe")
        assert again.result is not None
        assert unknown.id in str(again.result.warnings[0])
        assert items(market)[0] in str(again.result.warnings)
        assert (clicks(market), len(items(market))) == (before, 1)


async def test_an_item_that_comes_later_still_is_told_as_two(
    tmp_path: Path, market: Standin
) -> None:
    async with bench(tmp_path, market.url) as context:
        await context.sign_in()
        await lost(context, market, await context.prepared())
        await context.worker.eraser.forget("default")
        await context.sign_in()
        second = await context.yes(await context.prepared())
        assert known(second)[0] is Outcome.PUBLISHED
        show(market)
        await context.look_later(130)
        assert known(await context.stored(second))[0] is Outcome.DUPLICATED


async def test_a_publish_past_its_click_is_not_cut(tmp_path: Path, market: Standin) -> None:
    async with bench(tmp_path, market.url) as context:
        await context.sign_in()
        prepared = await context.prepared()
        market.state.patch_faults({"publish_fault": "lost_answer", "wardrobe_delay": NEVER})
        job = context.of(prepared)
        await context.accept(job)
        await context.until_it_looks(job.id)
        with pytest.raises(Conflict) as refused:
            await context.worker.eraser.forget("default")
        assert refused.value.code == "publish_in_progress"
        assert (await context.stored(prepared)).state is not JobState.CANCELLED
        await context.events(job.id)
        assert await context.worker.eraser.forget("default")
