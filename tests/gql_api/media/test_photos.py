import asyncio
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import textwrap
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from PIL import Image

from gql_api.errors import NotFound, PhotoTooLarge, PhotoUnsupported
from gql_api.media.local_store import Blobs
from gql_api.media.photos import PhotoIntake, display_name


def jpeg(width: int = 64, height: int = 48) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG")
    return file.getvalue()


async def chunks(data: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        await asyncio.sleep(0)
        yield data[start : start + size]


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def read(path: Path) -> bytes:
    return path.read_bytes()


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def taking(root: Path, **options: Any) -> PhotoIntake:
    return PhotoIntake(Blobs(root, limit=8_500_000), **options)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "photos"


@pytest.fixture
async def intake(root: Path) -> AsyncIterator[PhotoIntake]:
    async with taking(root, max_bytes=100_000) as intake:
        yield intake


async def test_a_photo_is_kept_under_its_id(intake: PhotoIntake, root: Path) -> None:
    photo = await intake.take(chunks(jpeg()), "Été 1.JPG")
    assert photo.path == root / photo.id[:2] / f"{photo.id}.jpg" == intake.path_of(photo.id)
    assert files(root) == [photo.path]
    assert mode(photo.path) == 0o600
    kept = read(photo.path)
    assert (photo.width, photo.height, photo.size) == (64, 48, len(kept))
    assert photo.digest == hashlib.sha256(kept).hexdigest()
    assert photo.filename == "Été 1.JPG"
    assert photo.file.digest == photo.digest
    assert photo.file.path == photo.path


async def test_the_same_photo_twice_is_two_files_of_one_digest(
    intake: PhotoIntake, root: Path
) -> None:
    first = await intake.take(chunks(jpeg()), "a.jpg")
    second = await intake.take(chunks(jpeg()), "b.jpg")
    assert first.digest == second.digest
    assert await intake.delete(first.id)
    assert files(root) == [second.path]
    assert not await intake.delete(first.id)


async def test_ids_can_be_given(root: Path) -> None:
    async with taking(root, token_hex=lambda size: "ab" * size) as intake:
        assert (await intake.take(chunks(jpeg()), "a.jpg")).id == "ab" * 16


async def test_an_upload_stops_at_the_limit_and_leaves_nothing(
    intake: PhotoIntake, root: Path
) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 10_000
            yield b"\xff\xd8\xff" + b"\x00" * 9_997

    with pytest.raises(PhotoTooLarge, match=r"huge\.jpg is larger than 0\.1 MB") as refusal:
        await intake.take(endless(), "huge.jpg")
    assert refusal.value.status == 413
    assert sent == 110_000
    assert files(root) == []


async def test_an_upload_of_exactly_the_limit_is_taken(root: Path) -> None:
    data = jpeg() + b"\x00" * 1000
    async with taking(root, max_bytes=len(data)) as intake:
        await intake.take(chunks(data), "a.jpg")
    async with taking(root, max_bytes=len(data) - 1) as intake:
        with pytest.raises(PhotoTooLarge):
            await intake.take(chunks(data), "a.jpg")


@pytest.mark.parametrize("spooled", [10, 1_000_000])
async def test_an_upload_that_is_in_a_file_is_taken_from_its_beginning(
    root: Path, spooled: int
) -> None:
    data = jpeg()
    async with taking(root, max_bytes=len(data)) as intake:
        with tempfile.SpooledTemporaryFile(spooled) as file:
            file.write(data)
            photo = await intake.take_file(cast("BinaryIO", file), "../a.jpg")
            assert photo.filename == "a.jpg"
            file.write(b"\0")
            with pytest.raises(PhotoTooLarge, match=r"a\.jpg is larger"):
                await intake.take_file(cast("BinaryIO", file), "a.jpg")
    assert files(root) == [photo.path]
    assert photo.digest == hashlib.sha256(read(photo.path)).hexdigest()


@pytest.mark.parametrize("data", [b"", b"just a text"])
async def test_a_refused_upload_leaves_nothing(
    intake: PhotoIntake, root: Path, data: bytes
) -> None:
    with pytest.raises(PhotoUnsupported, match=r"front\.jpg"):
        await intake.take(chunks(data), "../secret/front.jpg")
    assert files(root) == []


async def test_a_client_that_hangs_up_leaves_nothing(intake: PhotoIntake, root: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield jpeg()
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await intake.take(broken(), "a.jpg")
    assert files(root) == []


def decoding_threads() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name.startswith("photo")}


async def test_many_uploads_at_once_are_decoded_two_at_a_time(
    root: Path,
) -> None:
    before = decoding_threads()  # of services of tests before, which nobody has closed
    async with taking(root) as intake:
        taken = await asyncio.gather(
            *(intake.take(chunks(jpeg(1200, 900)), f"{number}.jpg") for number in range(12))
        )
        assert 0 < len(decoding_threads() - before) <= 2
    assert files(root) == sorted(photo.path for photo in taken)
    assert not decoding_threads() - before


@pytest.mark.parametrize("photo_id", ["", "..", "../../etc/passwd", "AB" * 16, "ab" * 15, "a\0b"])
async def test_an_id_that_is_none_of_ours_reaches_no_file(
    intake: PhotoIntake, photo_id: str
) -> None:
    with pytest.raises(NotFound):
        intake.path_of(photo_id)
    with pytest.raises(NotFound):
        await intake.delete(photo_id)


async def test_the_start_clears_what_a_crash_left(root: Path) -> None:
    left = root / "ab" / ".abc.jpg.x1.tmp"

    def leave() -> None:
        left.parent.mkdir(parents=True)
        left.write_bytes(b"half a photo")
        os.utime(left, (1000, 1000))

    leave()
    async with Blobs(root, limit=8_500_000):
        assert files(root) == []


def test_an_acknowledged_photo_survives_a_kill_and_a_half_sent_one_leaves_nothing(
    root: Path,
) -> None:
    code = """
        import asyncio, io, sys
        from pathlib import Path
        from PIL import Image
        from gql_api.media.local_store import Blobs
        from gql_api.media.photos import PhotoIntake

        async def chunks(data, then=None):
            yield data
            if then:
                print(then, flush=True)
                await asyncio.sleep(60)

        async def main():
            file = io.BytesIO()
            Image.new("RGB", (64, 48)).save(file, "JPEG")
            async with PhotoIntake(Blobs(Path(sys.argv[1]), limit=9000)) as intake:
                photo = await intake.take(chunks(file.getvalue()), "a.jpg")
                await intake.take(chunks(file.getvalue(), then=photo.path), "b.jpg")

        asyncio.run(main())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        acknowledged = Path(service.stdout.readline().strip())
        service.kill()
    assert files(root) == [acknowledged]
    Image.open(acknowledged).load()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("photo.jpg", "photo.jpg"),
        ("C:\\Users\\marie\\Été.jpg", "Été.jpg"),
        ("/home/marie/été.jpg", "été.jpg"),
        ("../../etc/passwd", "passwd"),
        ("..", "photo"),
        ("", "photo"),
        (None, "photo"),
        ("a\x00b\r\nSet-Cookie: x.jpg", "ab Set-Cookie: x.jpg"),
        ("gpj.\u202eexe.jpg", "gpj.exe.jpg"),
        ("  spaced \t out .jpg ", "spaced out .jpg"),
        ("e\u0301te.jpg", "éte.jpg"),
        ("x" * 300 + ".jpg", "x" * 96 + ".jpg"),
        ("x." + "y" * 300, "." + "y" * 99),
        (".jpg", "jpg"),
    ],
)
def test_a_file_name_is_made_safe_to_show(given: str | None, shown: str) -> None:
    assert display_name(given) == shown
