"""The processes that decode: what a hostile file breaks is one of them, and not the service."""

import gc
import io
import os
import tempfile
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PIL import Image

from gql_api.errors import PhotoTooLarge, PhotoUnsupported, Unavailable
from gql_api.media import decoder_process
from gql_api.media.decoder_pool import DecoderFault, DecoderPool
from gql_api.media.photo_limits import CleanPhoto


def photo(width: int = 64, height: int = 48) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (9, 99, 199)).save(file, "JPEG")
    return file.getvalue()


def clean(
    pool: DecoderPool, data: bytes, name: str = "a.jpg", limit: int = 8_500_000
) -> CleanPhoto:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return pool.clean(file, name, limit)


@pytest.fixture(scope="module")
def others() -> frozenset[psutil.Process]:
    """Those of pools that tests before these have left to the collector."""
    return frozenset(decoders())


@pytest.fixture(scope="module")
def pool(others: frozenset[psutil.Process]) -> Iterator[DecoderPool]:
    pool = DecoderPool(1)
    yield pool
    pool.close()


def decoders(others: Collection[psutil.Process] = ()) -> list[psutil.Process]:
    running = (each for each in psutil.Process().children() if _decodes(each))
    return [each for each in running if each not in others]


def _decodes(process: psutil.Process) -> bool:
    with suppress(psutil.ZombieProcess):  # another test's, which was not waited for
        return "gql_api.media.decoder_process" in process.cmdline()
    return False


def zombies() -> set[int]:
    children = psutil.Process().children()
    return {each.pid for each in children if each.status() == psutil.STATUS_ZOMBIE}


def end(process: psutil.Process) -> None:
    """Kill it, and wait until it has ended."""
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)


def test_a_refusal_comes_back_as_it_was_said(
    pool: DecoderPool, others: frozenset[psutil.Process]
) -> None:
    with pytest.raises(PhotoUnsupported, match=r"a\.pdf is a PDF") as refusal:
        clean(pool, b"%PDF-1.7", "a.pdf")
    assert (refusal.value.status, refusal.value.field) == (415, "file")
    assert (clean(pool, photo()).width, len(decoders(others))) == (64, 1)


def test_a_process_that_dies_costs_its_photo_alone(
    pool: DecoderPool, others: frozenset[psutil.Process], tmp_path: Path
) -> None:
    clean(pool, photo())
    (before,) = decoders(others)

    class Deadly(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            before.kill()
            return super().read(size)

    path = tmp_path / "bomb.jpg"
    path.write_bytes(photo())
    with Deadly(path) as bomb, pytest.raises(PhotoTooLarge, match=r"bomb\.jpg takes more memory"):
        pool.clean(bomb, "bomb.jpg", 8_500_000)
    assert clean(pool, photo()).width == 64
    assert decoders(others)[0].pid != before.pid


def test_a_process_that_died_while_it_waited_costs_no_photo(
    pool: DecoderPool, others: frozenset[psutil.Process]
) -> None:
    clean(pool, photo())
    (before,) = decoders(others)
    end(before)
    assert clean(pool, photo()).width == 64


def test_a_mistake_of_ours_is_not_called_the_photos(
    pool: DecoderPool, others: frozenset[psutil.Process]
) -> None:
    clean(pool, photo())
    (before,) = decoders(others)
    # No JPEG has ten bytes: shrinking goes on until Python itself says no.
    with pytest.raises(DecoderFault, match="RecursionError"):
        clean(pool, photo(), limit=10)
    assert clean(pool, photo()).width == 64
    assert decoders(others)[0].pid == before.pid


def test_what_takes_too_long_is_ended() -> None:
    before, pool = zombies(), DecoderPool(1, seconds=0.001)
    with pytest.raises(PhotoTooLarge):
        clean(pool, photo())
    pool.close()
    assert zombies() <= before


def test_a_stop_does_not_wait_for_a_photo_that_takes_long(tmp_path: Path) -> None:
    others, pool = decoders(), DecoderPool(1)
    clean(pool, photo())
    (process,) = decoders(others)
    process.suspend()
    sent = threading.Event()

    class Sent(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            sent.set()
            return super().read(size)

    path = tmp_path / "a.jpg"
    path.write_bytes(photo())
    with Sent(path) as upload, ThreadPoolExecutor(1) as threads:
        taken = threads.submit(pool.clean, upload, "a.jpg", 8_500_000)
        assert sent.wait(10)
        pool.give_up()
        with pytest.raises(Unavailable):
            taken.result(10)
    with pytest.raises(Unavailable):
        clean(pool, photo())
    pool.close()
    assert not process.is_running()


def test_a_pool_that_nobody_closes_leaves_no_process() -> None:
    others, pool = decoders(), DecoderPool(1)
    clean(pool, photo())
    (process,) = decoders(others)
    del pool
    gc.collect()
    assert not process.is_running()


def test_a_process_has_no_key_and_little_memory(
    pool: DecoderPool, others: frozenset[psutil.Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret-of-the-vault")
    clean(pool, photo())
    (process,) = decoders(others)
    assert "SECRET_KEY" not in process.environ()
    limits = Path(f"/proc/{process.pid}/limits").read_text()
    assert f"Max data size             {decoder_process.MEMORY_BYTES}" in limits


def test_a_photo_of_more_memory_than_a_process_may_have_is_refused(
    pool: DecoderPool, others: frozenset[psutil.Process]
) -> None:
    clean(pool, photo())
    (process,) = decoders(others)
    process.rlimit(psutil.RLIMIT_DATA, (100_000_000, 100_000_000))
    with pytest.raises(PhotoTooLarge, match="more memory or time"):
        clean(pool, photo(7_000, 5_000))
    end(process)
