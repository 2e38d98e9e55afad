"""A service for the console's tests that lets them follow each other without a wait."""

import io
import os
from collections.abc import AsyncIterator

import pytest
from PIL import Image
from playwright.async_api import expect

from tests.clients import npm
from tests.console.seller import AXE
from tests.e2e.serving import Serving, serving

expect.set_options(timeout=30_000)  # a busy machine is slow, and no fault of the page


@pytest.fixture(scope="session")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    """A service on the stand-in. Without a registry it is left out, but never in CI."""
    try:
        npm.install(AXE.parents[2])
    except npm.NoPackages as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"npm could not get axe-core: {error}")
    folder = tmp_path_factory.mktemp("console")
    async with serving(folder, PUBLISH_PER_MINUTE="60", PREPARES_PER_MINUTE="60") as running:
        yield running


@pytest.fixture
async def market(service: Serving) -> AsyncIterator[Serving]:
    """The service, whose market has no faults before and after."""
    yield service
    await service.http.delete(f"{service.market}/__standin__/faults")


@pytest.fixture(scope="session")
def photo() -> bytes:
    """A small JPEG."""
    made = io.BytesIO()
    Image.new("RGB", (800, 600), "#7a9").save(made, "JPEG")
    return made.getvalue()
