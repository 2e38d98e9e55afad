"""One browser and one stand-in per language for the whole session; clean before every test."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from browser.chromium.chromium import Chromium
from browser.listing import Listing
from browser.standin import Standin, StandinOptions, serve_standin
from tests.browser.seller import HOODIE, PLAIN, Shop, photos, shop


@pytest.fixture(scope="session")
async def one_chromium() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


@pytest.fixture(scope="session")
async def markets() -> AsyncIterator[dict[str, Standin]]:
    async with AsyncExitStack() as stack:
        yield {
            language: await stack.enter_async_context(
                serve_standin(options=StandinOptions(locale=language))
            )
            for language in ("fr", "en", "de")
        }


@pytest.fixture
async def standin(markets: dict[str, Standin], request: pytest.FixtureRequest) -> Standin:
    """The French stand-in, or the one of the language that a test asks for."""
    standin = markets[getattr(request, "param", "fr")]
    standin.state.reset()
    standin.state.patch_faults({"cookie_banner": False})
    return standin


@pytest.fixture
async def wide(standin: Standin, one_chromium: Chromium) -> AsyncIterator[Shop]:
    yield shop(standin, one_chromium)
    await one_chromium.close_account("default")


@pytest.fixture
async def narrow(standin: Standin, one_chromium: Chromium) -> AsyncIterator[Shop]:
    yield shop(standin, one_chromium, narrow=True)
    await one_chromium.close_account("default")


@pytest.fixture(params=["wide", "narrow"])
async def either(
    standin: Standin, one_chromium: Chromium, request: pytest.FixtureRequest
) -> AsyncIterator[Shop]:
    """A shop in both renderings of the page."""
    yield shop(standin, one_chromium, narrow=request.param == "narrow")
    await one_chromium.close_account("default")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("photos")


@pytest.fixture
def hoodie(folder: Path) -> Listing:
    """A listing that leaves nothing open, with three photos."""
    return replace(HOODIE, photos=photos(folder, 3))


@pytest.fixture
def plain(folder: Path) -> Listing:
    """A listing without brand, size and colour, with one photo: filled in half the time."""
    return replace(PLAIN, photos=photos(folder, 1))
