"""Databases of every age are carried forward to today's tables, on SQLite and on PostgreSQL."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from gql_api.db.database import Database
from gql_api.db.idempotency import Key
from gql_api.db.jobs import JobStore
from gql_api.db.migrations import (
    BASELINE,
    DatabaseIncompatible,
    carry_forward,
    configuration,
    is_ours,
)
from gql_api.db.photos import PhotoStore
from gql_api.db.publishing.publish_intents import IntentState, PublishStore
from gql_api.db.schema_version import TURN
from gql_api.db.sessions import RestStore
from gql_api.db.statistics import FigureStore
from gql_api.db.tables import VERSION_TABLE, metadata
from gql_api.domain.job import JobState, Outcome
from gql_api.durable_files import hold, lock_of
from gql_api.jobs.engine import WORK, Engine
from tests.gql_api.db.conftest import LISTING, Clock, only_postgresql, only_sqlite

OLDER = Path(__file__).with_name("older") / "before_versions.sql"
PREPARED, PUBLISHED, WAITING, QUEUED = (letter * 32 for letter in "abcd")
HEAD = ScriptDirectory.from_config(configuration()).get_current_head()


def _differences(connection: sa.Connection) -> list[object]:
    options = {"version_table": VERSION_TABLE, "include_name": is_ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def _version(connection: sa.Connection) -> str:
    return str(connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar_one())


def _run_script(connection: sa.Connection) -> None:
    for statement in OLDER.read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement.replace("%", "%%"))


@pytest.fixture
def copied() -> bool:
    """What is opened here is empty, so that the migrations run."""
    return False


@pytest.fixture
async def older(address: str) -> AsyncIterator[Database]:
    """A database as a release without versions left it, not opened yet."""
    database = Database(address)
    await database.write(_run_script)
    yield database
    await database.close()


async def test_a_new_database_has_exactly_the_tables_of_the_code(database: Database) -> None:
    assert await database.read(_differences) == []
    assert await database.read(_version) == HEAD
    tables = await database.read(lambda tx: sa.inspect(tx).get_table_names())
    assert set(tables) == {*metadata.tables, VERSION_TABLE}


async def test_a_carried_database_has_exactly_the_tables_of_the_code(older: Database) -> None:
    await older.open()
    assert await older.read(_differences) == []
    assert await older.read(_version) == HEAD


async def test_a_column_that_no_migration_adds_is_seen(database: Database) -> None:
    await database.write(lambda tx: tx.exec_driver_sql("ALTER TABLE jobs DROP COLUMN slot_at"))
    (found,) = await database.read(_differences)
    assert "slot_at" in str(found)


async def test_everything_in_an_older_database_is_readable(older: Database, clock: Clock) -> None:
    await older.open()
    jobs, publishes = JobStore(older, clock), PublishStore(older, clock, per_minute=5)
    prepared = await jobs.get(PREPARED)
    assert (prepared.state, prepared.revision) == (JobState.DONE, 2)
    assert prepared.listing.answers == {"category": "1811"}
    assert prepared.result and prepared.result.reading
    assert prepared.result.reading.values == {"title": "Hoodie Diesel"}
    first = await jobs.get(PREPARED, 1)
    assert first.result and first.result.questions[0].candidates[0].option.label == "Sweats"
    events = await jobs.events_after(PREPARED, 0)
    assert [event.seq for event in events] == list(range(1, 8))
    replayed = await jobs.find_key(Key("publish", "abc123", "d" * 64))
    assert replayed and replayed.id == PUBLISHED and not replayed.dry_run
    assert replayed.result and replayed.result.outcome is Outcome.PUBLISHED
    assert await publishes.state(PUBLISHED) is IntentState.DONE
    assert (await FigureStore(older, clock).read()).published == 1
    assert [job.id for job in await jobs.unfinished()] == [QUEUED]
    clock.pass_seconds(3600)
    assert [job.id for job in await jobs.outlived()] == [WAITING]
    photos = PhotoStore(older, clock, Path)
    assert (await photos.find(["e" * 32]))["e" * 32].filename == "hoodie.jpg"
    assert await RestStore(older).until("other") is not None
    assert prepared.listing.title == LISTING.title


async def test_the_click_of_an_older_database_still_counts(older: Database, clock: Clock) -> None:
    await older.open()
    clock.pass_seconds(30)
    publishes = PublishStore(older, clock, per_minute=1)
    assert not await publishes.act(QUEUED)
    clock.pass_seconds(60)
    assert await publishes.act(QUEUED)


async def test_opening_again_changes_nothing(database: Database) -> None:
    await database.open()
    assert await database.read(_version) == HEAD


async def test_a_newer_database_is_refused_and_left_as_it_is(database: Database) -> None:
    newer = f"UPDATE {VERSION_TABLE} SET version_num = '9876'"
    await database.write(lambda tx: tx.exec_driver_sql(newer))
    with pytest.raises(DatabaseIncompatible) as refused:
        await database.open()
    assert "version 9876" in str(refused.value) and f"up to {HEAD}" in str(refused.value)
    assert "Start that release" in str(refused.value)
    assert await database.read(_version) == "9876"


async def test_tables_of_somebody_else_are_refused_and_left_as_they_are(address: str) -> None:
    database = Database(address)
    await database.write(lambda tx: tx.exec_driver_sql("CREATE TABLE jobs (name VARCHAR(9))"))
    with pytest.raises(DatabaseIncompatible, match="a database of its own"):
        await database.open()
    assert await database.read(lambda tx: sa.inspect(tx).get_table_names()) == ["jobs"]
    await database.close()


async def test_a_migration_that_fails_leaves_the_database_as_it_was(
    older: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("cut off")

    monkeypatch.setattr("alembic.command.upgrade", broken)
    with pytest.raises(RuntimeError, match="cut off"):
        await older.open()
    tables = await older.read(lambda tx: sa.inspect(tx).get_table_names())
    assert VERSION_TABLE not in tables
    monkeypatch.undo()
    await older.open()
    assert await older.read(_version) == HEAD


OPEN = """
import asyncio, sys
from gql_api.db.database import Database
from gql_api.db.statistics import FigureStore
asyncio.run(Database(sys.argv[1]).open())
"""


async def test_processes_that_start_at_once_take_turns(older: Database, address: str) -> None:
    command = (sys.executable, "-c", OPEN, address)
    starts = [await asyncio.create_subprocess_exec(*command) for _ in range(2)]
    assert [await start.wait() for start in starts] == [0, 0]
    assert await older.read(_version) == HEAD


@only_postgresql
async def test_a_start_waits_for_the_process_that_migrates(address: str) -> None:
    database = Database(address)
    waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with database.engine.begin() as other:
        other.execute(sa.select(sa.func.pg_advisory_xact_lock(TURN)))
        opened = asyncio.create_task(database.open())
        async with asyncio.timeout(20):
            while not await database.read(lambda tx: tx.exec_driver_sql(waits).scalar_one()):
                assert not opened.done()
    await opened
    assert await database.read(_version) == HEAD
    await database.close()


async def test_many_databases_are_opened_at_once_in_one_process(tmp_path: Path) -> None:
    databases = [Database(f"sqlite:///{tmp_path}/{number}.db") for number in range(4)]
    await asyncio.gather(*(database.open() for database in databases))
    for database in databases:
        assert await database.read(_version) == HEAD
        await database.close()


@only_sqlite
async def test_references_are_guarded_again_after_a_migration(database: Database) -> None:
    pragma = "PRAGMA foreign_keys"
    assert await database.read(lambda tx: tx.exec_driver_sql(pragma).scalar_one()) == 1


@only_sqlite
async def test_a_running_older_release_is_not_migrated_under_its_feet(older: Database) -> None:
    running = hold(lock_of(Path(str(older.url.database))))
    assert running is not None
    with pytest.raises(DatabaseIncompatible, match="Stop that one first"):
        await older.open()
    os.close(running)
    await older.open()
    assert await older.read(_version) == HEAD


@only_sqlite
async def test_the_engines_own_tables_are_left_alone(database: Database) -> None:
    async with Engine(database, {}, places={WORK: 1}):
        pass
    tables = await database.read(lambda tx: sa.inspect(tx).get_table_names())
    assert "workflow_status" in tables
    assert await database.read(_differences) == []
    carry_forward(database.engine)
    assert await database.read(lambda tx: sa.inspect(tx).get_table_names()) == tables


def test_versions_are_one_line_from_the_baseline() -> None:
    script = ScriptDirectory.from_config(configuration())
    found = [revision.revision for revision in script.walk_revisions()]
    assert script.get_bases() == [BASELINE]
    assert found == [f"{number:04}" for number in range(len(found), 0, -1)]
