"""Services on real ports in the test's process, with the usual bounds and with short deadlines."""

from collections.abc import AsyncIterator

import pytest

from gql_api.http.connection import Bounds
from tests.gql_api.inside import Inside, inside

SHORT = 0.3


@pytest.fixture(scope="session")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    async with inside(tmp_path_factory.mktemp("edge")) as found:
        yield found


@pytest.fixture(scope="session")
async def hasty(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """The same with deadlines that a test can wait for."""
    bounds = Bounds(
        head_seconds=SHORT, body_seconds=SHORT, body_rate=1_000_000, linger_seconds=SHORT
    )
    async with inside(tmp_path_factory.mktemp("hasty"), bounds) as found:
        yield found
