"""A database of its own for each test, on SQLite and on PostgreSQL, and jobs to put into it.

Its tables are made once for a session, and copied.
"""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from browser.listing import Listing, Price
from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.db.publishing.publish_intents import PublishStore
from gql_api.domain.job import Job, JobKind
from gql_api.listings.admission import new_job
from tests.postgres import fresh, postgres

LISTING = Listing(
    title="Hoodie Diesel",
    description="Bon état",
    price=Price(Decimal("35.00"), "EUR"),
    category="Homme > Sweats",
    brand="Diesel",
    size="L",
    condition="bon",
    color="noir",
)


class Clock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_seconds(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def server() -> Iterator[sa.URL]:
    """One PostgreSQL server for the session, started when the first test asks for it."""
    with postgres() as address:
        yield address


async def _with_tables(address: str) -> None:
    database = Database(address)
    await database.open()
    await database.close()


@pytest.fixture(scope="session")
async def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that holds our tables and nothing in them."""
    file = tmp_path_factory.mktemp("tables") / "fripier.db"
    await _with_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
async def postgresql_template(server: sa.URL) -> AsyncIterator[str]:
    """The name of a PostgreSQL database that holds our tables and nothing in them."""
    with fresh(server) as address:
        await _with_tables(address)
        yield str(sa.make_url(address).database)


@pytest.fixture
def copied(request: pytest.FixtureRequest) -> bool:
    """Whether the tables are there already when a database is opened."""
    return "database" in request.fixturenames


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path, copied: bool) -> Iterator[str]:
    """The address of a database: with our tables where they are copied, else empty."""
    if request.param == "sqlite":
        if copied:
            shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "fripier.db")
        yield f"sqlite:///{tmp_path}/fripier.db"
        return
    template = request.getfixturevalue("postgresql_template") if copied else ""
    with fresh(request.getfixturevalue("server"), template) as found:
        yield found


only_sqlite = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
only_postgresql = pytest.mark.parametrize("address", ["postgresql"], indirect=True)


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    database = Database(address)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def jobs(database: Database, clock: Clock) -> JobStore:
    return JobStore(database, clock)


@pytest.fixture
def publishes(database: Database, clock: Clock) -> PublishStore:
    return PublishStore(database, clock, per_minute=5)


@pytest.fixture
def a_job(clock: Clock) -> Callable[..., Job]:
    def make(kind: JobKind = JobKind.PREPARE, account: str = "default", **values: object) -> Job:
        job = new_job(kind, account, "https://www.vinted.fr", LISTING, clock())
        return replace(job, **values)  # type: ignore[arg-type]

    return make
