"""Photos and pictures in the data folder, in a shared folder and in a bucket, as seen by several
machines: nothing is acknowledged that is not stored, and what is stored is found by all."""

import asyncio
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gql_api.errors import ObjectDamaged, ObjectMissing
from gql_api.media.local_store import Behind, Blobs, connect
from gql_api.media.object_store import ObjectStore
from gql_api.storage_errors import StorageUnavailable
from tests.gql_api.places import LIMIT, Place
from tests.gql_api.s3_server import S3Server

NAME = "ab/abcd.jpg"
DATA = bytes(range(256)) * 40


class Counting(ObjectStore):
    """Counts how often objects are fetched."""

    gets = 0

    async def get(self, key: str, *, limit: int) -> bytes:
        self.gets += 1
        return await super().get(key, limit=limit)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


async def test_what_is_kept_is_there_and_here(place: Place) -> None:
    async with place.blobs() as blobs:
        path = await blobs.keep(NAME, DATA)
        assert path == blobs.path(NAME) == await blobs.local(NAME)
        assert path.read_bytes() == DATA
        assert path.stat().st_mode & 0o777 == 0o600
    assert place.held() == {f"photos/{NAME}": DATA}


async def test_without_a_store_files_stay_where_they_always_were(tmp_path: Path) -> None:
    async with Blobs(tmp_path / "photos", limit=LIMIT) as blobs:
        assert await blobs.keep(NAME, DATA) == tmp_path / "photos" / NAME
        assert await blobs.answers() is None
        assert await blobs.trim() == 0
    assert _files(tmp_path) == [tmp_path / "photos" / NAME]


async def test_another_machine_fetches_it_once_and_keeps_a_copy(shared: Place) -> None:
    await shared.blobs("one").keep(NAME, DATA)
    store = Counting.at(shared.url or "")
    there = shared.blobs("two", store=store)
    digest = hashlib.sha256(DATA).hexdigest()
    paths = await asyncio.gather(*(there.local(NAME, digest) for _ in range(20)))
    assert (set(paths), store.gets) == ({there.path(NAME)}, 1)
    assert paths[0].read_bytes() == DATA
    await there.local(NAME, digest)
    assert store.gets == 1


async def test_who_gives_up_waiting_keeps_nobody_from_fetching(shared: Place) -> None:
    await shared.blobs("one").keep(NAME, DATA)
    there = shared.blobs("two")
    impatient = asyncio.create_task(there.local(NAME))
    patient = asyncio.create_task(there.local(NAME))
    await asyncio.sleep(0)
    impatient.cancel()
    assert (await patient).read_bytes() == DATA


async def test_deleting_removes_it_here_and_there(place: Place) -> None:
    blobs = place.blobs()
    await blobs.keep(NAME, DATA)
    assert await blobs.delete(NAME)
    assert (place.held(), blobs.path(NAME).exists()) == ({}, False)
    assert not await blobs.delete(NAME)


async def test_what_another_machine_kept_can_be_deleted(shared: Place) -> None:
    await shared.blobs("one").keep(NAME, DATA)
    assert await shared.blobs("two").delete(NAME)
    assert shared.held() == {}


async def test_what_is_nowhere_is_missing(place: Place) -> None:
    with pytest.raises(ObjectMissing) as missing:
        await place.blobs().local(NAME)
    assert missing.value.status == 404


async def test_what_is_too_large_is_not_read(shared: Place) -> None:
    await shared.blobs("one").keep(NAME, DATA)
    shared.overwrite(f"photos/{NAME}", b"x" * (LIMIT + 1))
    there = shared.blobs("two")
    with pytest.raises(ObjectDamaged, match=f"{LIMIT + 1} bytes"):
        await there.local(NAME)
    assert _files(there.home) == []
    shared.overwrite(f"photos/{NAME}", b"x" * LIMIT)
    assert (await there.local(NAME)).stat().st_size == LIMIT
    with pytest.raises(ValueError, match="more than"):
        await there.keep("cd/cdef.jpg", b"x" * (LIMIT + 1))


async def test_other_bytes_than_the_row_says_are_not_used(shared: Place) -> None:
    await shared.blobs("one").keep(NAME, DATA)
    shared.overwrite(f"photos/{NAME}", DATA[:-1])
    there = shared.blobs("two")
    with pytest.raises(ObjectDamaged) as damaged:
        await there.local(NAME, hashlib.sha256(DATA).hexdigest())
    assert (damaged.value.status, damaged.value.code) == (500, "storage_damaged")
    assert _files(there.home) == []


async def test_a_disk_that_takes_nothing_is_said(place: Place) -> None:
    blobs = place.blobs()
    blobs.home.parent.mkdir(parents=True)
    blobs.home.write_text("a file where the folder should be")
    with pytest.raises(StorageUnavailable, match="disk has room") as refusal:
        await blobs.keep(NAME, DATA)
    assert refusal.value.status == 503
    assert not [name for name in place.held() if name.endswith(".jpg")]


# A store that cannot be used


def _closed_port() -> str:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{trial.getsockname()[1]}"


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes connections and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(20)
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


async def _refused(folder: Path, store: ObjectStore) -> None:
    """Every verb says that the store is unavailable, and nothing is left that was kept."""
    behind = Behind(store, "photos", folder / "cache", 1_000_000)
    async with Blobs(folder / "photos", limit=LIMIT, behind=behind) as blobs:
        assert await blobs.answers() is False
        for verb in (blobs.keep(NAME, DATA), blobs.local(NAME), blobs.delete(NAME)):
            with pytest.raises(StorageUnavailable) as refusal:
                await verb
            assert (refusal.value.status, refusal.value.code) == (503, "storage_unavailable")
            assert refusal.value.retry_after
    assert _files(folder / "cache") == []


async def test_a_store_that_is_not_there(
    tmp_path: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (s3.env | {"AWS_ENDPOINT_URL": _closed_port()}).items():
        monkeypatch.setenv(name, value)
    await _refused(tmp_path, ObjectStore.at("s3://photos", seconds=5))


async def test_a_bucket_that_is_not_there(
    tmp_path: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in s3.env.items():
        monkeypatch.setenv(name, value)
    await _refused(tmp_path, ObjectStore.at("s3://never-made", seconds=5))


async def test_a_store_that_never_answers(
    tmp_path: Path, s3: S3Server, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (s3.env | {"AWS_ENDPOINT_URL": silent}).items():
        monkeypatch.setenv(name, value)
    async with asyncio.timeout(8):
        await _refused(tmp_path, ObjectStore.at("s3://photos", seconds=0.5))


async def test_a_share_that_is_gone_and_comes_back(share: Place) -> None:
    store = ObjectStore.at(share.url or "")
    share.lose()
    await _refused(share.machines / "one", store)
    assert not share.share.exists()
    share.restore()
    blobs = share.blobs(store=store)
    await blobs.keep(NAME, DATA)
    assert share.held() == {f"photos/{NAME}": DATA}


def test_a_folder_that_is_not_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mount it"):
        connect(f"file://{tmp_path}/nowhere")


async def test_a_folder_may_have_a_name_with_a_space(tmp_path: Path) -> None:
    (tmp_path / "our share").mkdir()
    await ObjectStore.at(f"file://{tmp_path}/our%20share").put("photos/a.jpg", DATA)
    assert (tmp_path / "our share/photos/a.jpg").read_bytes() == DATA


@pytest.mark.parametrize("name", ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT"])
def test_an_endpoint_without_encryption_must_be_allowed(name: str) -> None:
    plain = {name: "http://192.0.2.7:9000"}
    with pytest.raises(ValueError, match=f"{name} is not encrypted.*AWS_ALLOW_HTTP=true"):
        ObjectStore.at("s3://photos", plain)
    ObjectStore.at("s3://photos", plain | {"AWS_ALLOW_HTTP": "true"})


# The copies


async def test_the_least_used_copies_give_way_and_can_be_fetched_again(shared: Place) -> None:
    time = [1_000_000.0]
    blobs = shared.blobs(now=lambda: time[0])
    names = [f"{number:02}/{number}.jpg" for number in range(5)]
    for name in names:  # 200,000 bytes, where 100,000 may lie
        path = await blobs.keep(name, b"x" * 40_000)
        os.utime(path, (time[0], time[0]))
        time[0] += 1
    assert await blobs.trim() == 0  # all in use
    time[0] += 3600
    await blobs.local(names[0])
    assert await blobs.trim() == 3
    assert [name for name in names if blobs.path(name).exists()] == [names[0], names[4]]
    assert len(shared.held()) == 5
    assert (await blobs.local(names[1])).read_bytes() == b"x" * 40_000


async def test_a_copy_of_what_was_deleted_elsewhere_goes_within_a_day(shared: Place) -> None:
    time = [1_000_000.0]
    there = shared.blobs("two", now=lambda: time[0])
    await shared.blobs("one").keep(NAME, DATA)
    path = await there.local(NAME)
    os.utime(path, (time[0], time[0]))
    await shared.blobs("one").delete(NAME)
    time[0] += 86_000
    assert (await there.trim(), path.exists()) == (0, True)
    time[0] += 1000
    assert (await there.trim(), path.exists()) == (1, False)
    with pytest.raises(ObjectMissing):
        await there.local(NAME)


async def test_what_the_data_folder_held_before_is_found_and_never_dropped(shared: Place) -> None:
    folder = shared.machines / "one" / "photos"
    await Blobs(folder, limit=LIMIT).keep(NAME, DATA)
    blobs = shared.blobs(now=lambda: 4_000_000_000.0)
    assert (await blobs.local(NAME)).read_bytes() == DATA
    assert (await blobs.trim(), (folder / NAME).exists()) == (0, True)
    assert await blobs.delete(NAME)
    assert _files(folder) == []


async def test_a_data_folder_copied_into_the_store_serves_all(share: Place) -> None:
    await Blobs(share.machines / "one/photos", limit=LIMIT).keep(NAME, DATA)
    shutil.copytree(share.machines / "one", share.share, dirs_exist_ok=True)
    assert (await share.blobs("two").local(NAME)).read_bytes() == DATA


async def test_a_data_folder_restored_elsewhere_is_read_there(place: Place) -> None:
    await place.blobs("one").keep(NAME, DATA)
    shutil.move(place.machines / "one", place.machines / "moved")
    blobs = place.blobs("moved")
    path = await blobs.local(NAME)
    assert path.is_relative_to(place.machines / "moved")
    assert path.read_bytes() == DATA


# The disk


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_shared_folder_holds_it_durably_before_it_is_acknowledged(share: Place) -> None:
    code = """
        import asyncio, sys
        from gql_api.media.object_store import ObjectStore

        asyncio.run(ObjectStore.at(sys.argv[1]).put("photos/ab/abcd.jpg", b"x" * 10_000))
        print("acknowledged", flush=True)
    """
    trace = share.machines / "trace"
    command = ["strace", "-f", "-y", "-e", "trace=write,rename,renameat,renameat2,fsync"]
    program = [sys.executable, "-c", textwrap.dedent(code), str(share.url)]
    subprocess.run([*command, "-o", trace, *program], check=True, stdout=subprocess.DEVNULL)
    calls = trace.read_text()
    folder = re.escape(str(share.share))
    story = [
        rf"fsync\(\d+<{folder}>",  # that there is a folder photos
        rf"fsync\(\d+<{folder}/photos>",
        rf"write\(\d+<{folder}/photos/ab/abcd\.jpg#\d+>",
        r"rename\w*\(.*abcd\.jpg#\d+.*abcd\.jpg",
        rf"fsync\(\d+<{folder}/photos/ab/abcd\.jpg>",
        rf"fsync\(\d+<{folder}/photos/ab>",
        r'write\(1<.*>, "acknowledged',
    ]
    assert re.search(".*?".join(story), calls, re.DOTALL), calls


def test_a_service_without_a_store_does_not_load_obstore(tmp_path: Path) -> None:
    code = """
        import sys
        from gql_api.bootstrap.process import build
        from gql_api.settings import load_settings

        for url in ("", f"file://{sys.argv[1]}"):
            build(load_settings({"DATA_DIR": sys.argv[1], "STORAGE_URL": url}))
            print("obstore" in sys.modules)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    assert done.stdout.split()[-2:] == ["False", "True"]


async def test_what_was_written_in_a_time_is_listed(place: Place) -> None:
    blobs = place.blobs()
    now = datetime.now(UTC)
    day = timedelta(days=1)
    assert await blobs.names(now - day, now + day) == set()
    await blobs.keep("aa/one.jpg", b"1")
    await blobs.keep("two.jpg", b"2")
    await place.blobs(kind="pictures").keep("three.jpg", b"3")
    assert await blobs.names(now - day, now + day) == {"aa/one.jpg", "two.jpg"}
    assert await blobs.names(now - 2 * day, now - day) == set()
    assert await blobs.names(now + day, now + 2 * day) == set()
