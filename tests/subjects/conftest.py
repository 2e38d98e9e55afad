"""One service with an identity provider's secret, an operator's key and managed keys."""

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.gql_api.serving import served
from tests.subjects.people import PROVIDER


@dataclass(frozen=True)
class Service:
    base: str
    folder: Path


@pytest.fixture(scope="session")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    folder = tmp_path_factory.mktemp("subjects")
    async with served(folder, LOG_LEVEL="debug", **PROVIDER) as base:
        yield Service(base, folder)


@pytest.fixture(scope="session")
def photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (800, 600), "#7a9").save(made, "JPEG")
    return made.getvalue()
