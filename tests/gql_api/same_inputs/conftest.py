"""A service that keeps a session and takes up no job, asked over both transports."""

from collections.abc import AsyncIterator

import pytest

from browser.listing import Cookie
from tests.gql_api.inside import inside
from tests.gql_api.same_inputs.verdicts import Both


@pytest.fixture(scope="module")
async def both(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Both]:
    limits = {"prepares_per_minute": 600, "max_queued_per_account": 1000}
    folder = tmp_path_factory.mktemp("inputs")
    async with inside(folder, operations_per_minute=1_000_000, **limits) as found:
        core = found.parts.core
        cookie = Cookie(name="access_token_web", value="demo")
        await core.vault.save(
            "default", origin=core.market, user_agent="Mozilla/5.0", cookies=[cookie]
        )
        async with Both.at(found.url) as made:
            yield made
