"""One service for all tests of the transports that do not need settings of their own."""

from collections.abc import AsyncIterator

import httpx
import pytest

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
