"""An account is forgotten with its browser: carried through when cut off, its click remembered.

Real browser, real market, real database; the clock is moved and nobody waits.
"""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from browser.standin import Standin, serve_standin
from gql_api.domain.job import JobState, Outcome
from gql_api.errors import Conflict, NotFound
from gql_api.workflows.reconcile import Patience
from tests.e2e.forgetting import is_nowhere
from tests.gql_api.workflows.bench import BRIEF, Bench, LastingChromium, bench, items, known
from tests.gql_api.workflows.losses import NEVER, Loss, clicks, show

CUT_AT = ("jobs", "photos", "forgets")


@pytest.fixture
def patience() -> Patience:
    return BRIEF


def executed(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "fripier.db")) as database:
        database.execute(statement)
        database.commit()


@pytest.fixture(scope="module")
async def cut_off(
    tmp_path_factory: pytest.TempPathFactory, chromium: LastingChromium
) -> AsyncIterator[tuple[Standin, Path, set[str]]]:
    """A market, what workers left whose forgetting was cut off at each table, and its words."""
    folder = tmp_path_factory.mktemp("cut_off")
    async with serve_standin() as market:
        market.state.patch_faults({"cookie_banner": False})
        async with bench(folder, market.url, chromium=chromium) as context:
            await context.sign_in()
            prepared = await context.prepared()
        photo = prepared.listing.photos[0].id
        for table in CUT_AT:
            refuse = "BEGIN SELECT RAISE(ABORT, 'cut'); END"
            executed(folder, f"CREATE TRIGGER cut BEFORE DELETE ON {table} {refuse}")
            async with bench(folder, market.url, chromium=chromium) as context:
                with pytest.raises(DBAPIError, match="cut"):
                    await context.worker.eraser.forget("default")
                assert await context.core.stores.forgotten.begun()
            executed(folder, "DROP TRIGGER cut")
        yield market, folder, {prepared.id, photo, prepared.listing.title, "default"}


@pytest.mark.parametrize("asked_again", [True, False])
async def test_what_was_cut_off_is_carried_through(
    tmp_path: Path,
    cut_off: tuple[Standin, Path, set[str]],
    chromium: LastingChromium,
    asked_again: bool,
) -> None:
    market, left, words = cut_off
    shutil.copytree(left, tmp_path, dirs_exist_ok=True)
    async with bench(tmp_path, market.url, chromium=chromium) as context:
        if asked_again:  # no row is its own any more: what is left are traces in the file
            assert not await context.worker.eraser.forget("default")
        else:
            await context.worker.eraser.go_on()
        assert not await context.worker.eraser.forget("default")
        await is_nowhere(words, tmp_path)


async def test_a_click_that_may_have_left_an_item_is_looked_up_before_the_next(loss: Loss) -> None:
    context, market, unknown = loss.context, loss.market, loss.job
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


async def test_an_item_that_comes_later_still_is_told_as_two(loss: Loss) -> None:
    context, market = loss.context, loss.market
    await context.worker.eraser.forget("default")
    await context.sign_in()
    second = await context.yes(await context.prepared())
    assert known(second)[0] is Outcome.PUBLISHED
    show(market)
    await context.look_later(130)
    assert known(await context.stored(second))[0] is Outcome.DUPLICATED


async def test_a_publish_past_its_click_is_not_cut(context: Bench, market: Standin) -> None:
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
