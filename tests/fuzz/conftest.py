"""A service for the fuzzers, whose limits do not stand in the way, and nobody's session in it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.fuzz.hammer import Hammer
from tests.gql_api.serving import served

LIMITS = {
    "UPLOADS_PER_MINUTE": "6000",
    "PREPARES_PER_MINUTE": "600",
    "PUBLISH_PER_MINUTE": "60",
    "OPERATIONS_PER_MINUTE": "1000000",
}


@pytest.fixture(scope="session")
async def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a service without a stored session."""
    async with served(tmp_path_factory.mktemp("fuzzed"), **LIMITS) as base:
        yield base


@pytest.fixture(scope="session")
def hammer(fuzzed: str) -> Iterator[Hammer]:
    made = Hammer(fuzzed)
    yield made
    made.close()
