"""A browser for all tests of a session that drive a worker, and a worker at a market for each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from browser.standin import Standin, serve_standin
from gql_api.domain.job import Job
from gql_api.workflows.reconcile import Patience
from tests.gql_api.workflows.bench import PATIENCE, Bench, LastingChromium, bench
from tests.gql_api.workflows.losses import Left, Loss, gone_on, left_after, lost, unread


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[LastingChromium]:
    lasting = LastingChromium()
    yield lasting
    await lasting.end()


@pytest.fixture
async def market() -> AsyncIterator[Standin]:
    async with serve_standin() as standin:
        standin.state.patch_faults({"cookie_banner": False})
        yield standin


@pytest.fixture
def patience() -> Patience:
    return PATIENCE


@pytest.fixture
async def context(
    tmp_path: Path, market: Standin, patience: Patience, chromium: LastingChromium
) -> AsyncIterator[Bench]:
    async with bench(tmp_path, market.url, patience, chromium=chromium) as made:
        await made.sign_in()
        yield made


@pytest.fixture(scope="session")
async def left_by_loss(
    tmp_path_factory: pytest.TempPathFactory, chromium: LastingChromium
) -> AsyncIterator[Left]:
    async def lose(context: Bench, market: Standin) -> Job:
        return await lost(context, market, await context.prepared())

    async with left_after(lose, tmp_path_factory.mktemp("loss"), chromium) as left:
        yield left


@pytest.fixture
async def loss(
    left_by_loss: Left, tmp_path: Path, chromium: LastingChromium
) -> AsyncIterator[Loss]:
    """A worker after a lost answer, whose item is at the market and in no wardrobe yet."""
    async with gone_on(left_by_loss, tmp_path, chromium) as loss:
        yield loss


@pytest.fixture(scope="session")
async def left_unread(
    tmp_path_factory: pytest.TempPathFactory, chromium: LastingChromium
) -> AsyncIterator[Left]:
    async with left_after(unread, tmp_path_factory.mktemp("unread"), chromium) as left:
        yield left


@pytest.fixture
async def unseen(
    left_unread: Left, tmp_path: Path, chromium: LastingChromium
) -> AsyncIterator[Loss]:
    """A worker after a call that failed, while the wardrobe could not be read."""
    async with gone_on(left_unread, tmp_path, chromium) as loss:
        yield loss
