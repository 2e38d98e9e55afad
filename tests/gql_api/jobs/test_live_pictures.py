"""Live pictures on their way from who takes them to who looks on, in one process and in several."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import aclosing, suppress
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet, MultiFernet

from gql_api.cluster.live_relay import PIECES, WATCHED, LiveRelay
from gql_api.cluster.pg_listener import PgListener
from gql_api.db.database import Database
from gql_api.domain.job import LivePicture
from gql_api.jobs import live_pictures
from gql_api.jobs.live_pictures import LivePictures
from tests.postgres import fresh, postgres

WITHIN = 20.0
JPEG = os.urandom(30_000)


def _now() -> datetime:
    return datetime(2026, 11, 29, 12, tzinfo=UTC)


def _relay(database: str = "sqlite://", key: bytes | None = None) -> LiveRelay:
    return LiveRelay(Database(database), MultiFernet([Fernet(key or Fernet.generate_key())]))


async def _is_wanted(pictures: LivePictures, job_id: str) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(0.05):
            await pictures.wanted(job_id)
            return True
    return False


async def test_pictures_are_wanted_while_somebody_reads_them_and_of_that_job_alone() -> None:
    pictures = LivePictures(_now)
    waiting = asyncio.ensure_future(pictures.wanted("one"))
    async with aclosing(pictures.watch("one")) as told:
        first = asyncio.ensure_future(anext(told))
        async with asyncio.timeout(WITHIN):
            await waiting
            await pictures.viewers("one").show(JPEG)
            picture = await first
        assert (picture.job_id, picture.jpeg, picture.at) == ("one", JPEG, _now())
        assert pictures.find(picture.id) == picture and pictures.find("of nobody") is None
        assert not await _is_wanted(pictures, "another")
    assert not await _is_wanted(pictures, "one")


async def test_a_slow_reader_is_shown_the_newest() -> None:
    pictures = LivePictures(_now)
    async with aclosing(pictures.watch("one")) as told:
        first = asyncio.ensure_future(anext(told))
        await pictures.wanted("one")
        for jpeg in (b"1", b"2", b"3"):
            await pictures.take("one", jpeg)
        assert (await first).jpeg == b"3"
    assert len(pictures) == 3


async def test_what_is_kept_ends_by_itself_and_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_pictures, "MOST_KEPT", 5)
    pictures = LivePictures(_now, kept_seconds=0.05)
    for _ in range(9):
        await pictures.take("one", JPEG)
    assert len(pictures) == 5
    async with asyncio.timeout(WITHIN):
        while len(pictures):
            await asyncio.sleep(0.01)


def test_a_picture_is_told_in_pieces_that_the_database_takes_and_nobody_else_can_read() -> None:
    key = Fernet.generate_key()
    relay, picture = _relay(key=key), LivePicture("job", "id", _now(), JPEG)
    pieces = relay.pieces(picture)
    assert len(pieces) > 1 and max(len(piece.encode()) for piece in pieces) < 8000
    other = _relay(key=key)
    *before, whole = [other.heard(piece) for piece in pieces]
    assert before == [None] * len(before)
    assert whole == picture and whole.jpeg == JPEG
    late = _relay(key=key)
    assert [late.heard(piece) for piece in pieces[1:]] == [None] * (len(pieces) - 1)
    stranger = _relay()
    with pytest.raises(ValueError, match="another key"):
        _ = [stranger.heard(piece) for piece in pieces]


def test_pictures_that_are_never_whole_are_not_collected() -> None:
    relay = _relay()
    for _ in range(50):
        relay.heard(relay.pieces(LivePicture("job", "id", _now(), JPEG))[0])
    assert len(relay._pieces) <= 8


@pytest.fixture(scope="module")
def server() -> Iterator[sa.URL]:
    with postgres() as address:
        yield address


async def test_who_looks_on_in_one_process_is_shown_what_another_takes(server: sa.URL) -> None:
    with fresh(server) as database:
        relay = _relay(database)
        api, worker = LivePictures(_now, relay), LivePictures(_now, relay)

        def shown(piece: str) -> None:
            if picture := relay.heard(piece):
                api.hear(picture)

        heard = {WATCHED: worker.hear_watched, PIECES: shown}
        listener = PgListener(relay._database.address, "test", heard, again=lambda: None)
        async with listener.running(), asyncio.timeout(WITHIN):
            assert not await _is_wanted(worker, "one")
            async with aclosing(api.watch("one")) as told:
                first = asyncio.ensure_future(anext(told))
                await worker.wanted("one")
                await worker.take("one", JPEG)
                picture = await first
            assert picture.jpeg == JPEG and api.find(picture.id) == picture
            assert len(worker) == 0
        await relay._database.close()


async def test_who_has_left_is_believed_to_look_on_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live_pictures, "BELIEVED_SECONDS", 0.2)
    worker = LivePictures(_now, _relay())
    worker.hear_watched("one")
    assert await _is_wanted(worker, "one")
    async with asyncio.timeout(WITHIN):
        while await _is_wanted(worker, "one"):
            await asyncio.sleep(0.02)
    for number in range(100):
        worker.hear_watched(str(number))
    await asyncio.sleep(0.25)
    worker.hear_watched("last")
    assert set(worker._elsewhere) == {"last"}
