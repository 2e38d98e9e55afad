"""One service for all tests of the transports that do not need settings of their own, and the
places where blobs are kept."""

import io
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.described import described
from tests.gql_api.places import Place
from tests.gql_api.s3_server import S3Server, s3_server
from tests.gql_api.serving import served


@pytest.fixture(scope="session")
async def base(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a service in mock mode, without keys."""
    folder = tmp_path_factory.mktemp("service")
    async with served(folder, UPLOADS_PER_MINUTE="6000", LOG_LEVEL="debug") as address:
        yield address


@pytest.fixture
async def client(base: str) -> AsyncIterator[httpx.AsyncClient]:
    async with described(base, timeout=60) as client:
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


@pytest.fixture(scope="session")
def s3() -> Iterator[S3Server]:
    with s3_server() as server:
        yield server


def _place(kind: str, folder: Path, request: pytest.FixtureRequest) -> Place:
    (folder / "machines").mkdir()
    if kind == "data folder":
        return Place(folder / "machines")
    if kind == "file":
        (folder / "share").mkdir()
        return Place(folder / "machines", f"file://{folder}/share")
    server: S3Server = request.getfixturevalue("s3")
    patch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    for name, value in server.env.items():
        patch.setenv(name, value)
    bucket = f"photos-{uuid.uuid4().hex[:8]}"
    server.make_bucket(bucket)
    return Place(folder / "machines", f"s3://{bucket}/of/fripier", server)


@pytest.fixture(params=["data folder", "file", "s3"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    return _place(request.param, tmp_path, request)


@pytest.fixture(params=["file", "s3"])
def shared(tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    return _place(request.param, tmp_path, request)


@pytest.fixture
def share(tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    return _place("file", tmp_path, request)
