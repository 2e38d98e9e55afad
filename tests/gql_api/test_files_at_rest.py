"""What lies on the disk: its owner's alone, whatever the mode of the folder, and old files too."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import structlog

from gql_api.bootstrap.private_files import close_to_others
from gql_api.db.database import Database
from gql_api.db.sessions import FORMAT
from tests.gql_api.inside import inside
from tests.gql_api.serving import served

OTHERS = 0o077


@contextmanager
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def _open_to_others(folder: Path) -> set[str]:
    """What others may do something with below a folder, but for the log that the test keeps."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.lstat().st_mode & OTHERS and path.name != "serve.log"
    }


async def _upload(base: str, photo: bytes) -> None:
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        answer = await client.post("/vinted/photos/upload", files={"file": photo})
        assert answer.status_code == 200


async def test_a_service_makes_no_file_that_others_can_read_in_an_open_folder(
    tmp_path: Path, photo: bytes
) -> None:
    tmp_path.chmod(0o755)
    async with served(tmp_path) as base:
        await _upload(base, photo)
        assert {"fripier.db", "fripier.db-wal", "photos"} <= {p.name for p in tmp_path.iterdir()}
        assert _open_to_others(tmp_path) == set()


async def test_inside_a_host_with_an_open_umask_the_files_are_private_too(
    tmp_path: Path, photo: bytes
) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "share").mkdir(0o755)
    with _open_umask():
        async with inside(tmp_path, storage_url=f"file://{tmp_path}/share") as service:
            await _upload(service.url, photo)
            assert any((tmp_path / "share").rglob("*.jpg"))
            assert _open_to_others(tmp_path) == {"share"}


async def test_what_was_open_before_is_closed_at_the_start_and_told(
    tmp_path: Path, photo: bytes
) -> None:
    async with served(tmp_path) as base:
        await _upload(base, photo)
    vault = {"format": FORMAT, "floor": 0, "entries": {}}
    (tmp_path / "session.enc").write_text(json.dumps(vault))
    (tmp_path / "fripier.db-journal").touch()
    (tmp_path / "fripier.db.before-upgrade").touch()
    (tmp_path / "notes.txt").touch()
    for path in tmp_path.rglob("*"):
        if path.name != "secret.key":
            path.chmod(0o755 if path.is_dir() else 0o644)
    async with served(tmp_path):
        assert _open_to_others(tmp_path) == {"notes.txt"}
    told = [
        line for line in (tmp_path / "serve.log").read_text().splitlines() if "closed_to" in line
    ]
    assert len(told) == 1
    assert "session.enc" in told[0] or "count=" in told[0]


async def test_what_belongs_to_another_user_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with inside(tmp_path) as service:
        (tmp_path / "fripier.db").chmod(0o644)

        def refused(path: Path, mode: int) -> None:
            raise PermissionError(1, "Operation not permitted", str(path))

        monkeypatch.setattr(Path, "chmod", refused)
        with structlog.testing.capture_logs() as told:
            close_to_others(service.parts.core)
    assert [(each["event"], each["count"]) for each in told] == [("files_open_to_others", 1)]


async def test_a_database_is_private_before_its_first_byte(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with _open_umask():
        database = Database(f"sqlite:///{tmp_path}/fripier.db")
        try:
            await database.open()
            assert (tmp_path / "fripier.db").stat().st_size
            assert _open_to_others(tmp_path) == set()
        finally:
            await database.close()
