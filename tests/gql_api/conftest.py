"""One service for all tests of the transports that do not need settings of their own."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.gql_api.serving import served


@pytest.fixture(scope="session")
async def base(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a service in mock mode, without keys."""
    folder = tmp_path_factory.mktemp("service")
    async with served(folder, UPLOADS_PER_MINUTE="6000", LOG_LEVEL="debug") as address:
        yield address


@pytest.fixture
async def client(base: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        yield client


@pytest.fixture
def log(base: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the service has logged so far."""
    (found,) = tmp_path_factory.getbasetemp().glob("service0/serve.log")
    return found


@pytest.fixture(scope="session")
def photo() -> bytes:
    """A small JPEG."""
    made = io.BytesIO()
    Image.new("RGB", (800, 600), "#7a9").save(made, "JPEG")
    return made.getvalue()
