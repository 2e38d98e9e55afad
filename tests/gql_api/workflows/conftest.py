"""A browser for all tests of a session that drive a worker, and a worker at a market for each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from browser.standin import Standin, serve_standin
from gql_api.workflows.reconcile import Patience
from tests.gql_api.workflows.bench import PATIENCE, Bench, LastingChromium, bench


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
