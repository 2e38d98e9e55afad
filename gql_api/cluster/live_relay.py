"""Live pictures between processes, told by PostgreSQL and stored nowhere: who looks on, and what.

Owns their way there: sealed, and in pieces, since what is told has at most 8,000 bytes. Who
listens, and what is kept for how long, is `jobs.live_pictures`' matter.
"""

import json
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from cryptography.fernet import InvalidToken, MultiFernet

from gql_api.db.database import Database
from gql_api.db.jobs import new_id
from gql_api.domain.job import LivePicture

PURPOSE: Final = "live-picture"
WATCHED: Final = "fripier_watched"
PIECES: Final = "fripier_live"
_PIECE: Final = 7_900
_UNFINISHED: Final = 8
_BEGINNING: Final = 2
"""Bytes that say how long what stands before the picture is."""


class LiveRelay:
    """Tells every process of one PostgreSQL database, this one too."""

    def __init__(self, database: Database, seal: MultiFernet) -> None:
        self._database = database
        self._seal = seal
        self._pieces: dict[str, list[str]] = {}

    async def watched(self, job_id: str) -> None:
        """Somebody looks on at a job; raises `StorageUnavailable`."""
        await self._tell(WATCHED, [job_id])

    async def show(self, picture: LivePicture) -> None:
        """A picture was taken; raises `StorageUnavailable`."""
        await self._tell(PIECES, self.pieces(picture))

    def pieces(self, picture: LivePicture) -> list[str]:
        """A picture as it is told: `name number count text`."""
        said = json.dumps([picture.job_id, picture.id, picture.at.isoformat()]).encode()
        whole = len(said).to_bytes(_BEGINNING, "big") + said + picture.jpeg
        sealed = self._seal.encrypt(whole).decode()
        parts = [sealed[start : start + _PIECE] for start in range(0, len(sealed), _PIECE)]
        name = new_id()[:12]
        return [f"{name} {number} {len(parts)} {part}" for number, part in enumerate(parts)]

    def heard(self, told: str) -> LivePicture | None:
        """The picture that a piece completes; `ValueError` for what was not told by `pieces`."""
        name, number, count, part = told.split(" ")
        if number == "0":
            while len(self._pieces) >= _UNFINISHED:
                del self._pieces[next(iter(self._pieces))]
            self._pieces[name] = []
        parts = self._pieces.get(name)
        if parts is None or len(parts) != int(number):
            self._pieces.pop(name, None)  # listening began, or began anew, in its middle
            return None
        parts.append(part)
        return self._whole("".join(self._pieces.pop(name))) if len(parts) == int(count) else None

    def _whole(self, sealed: str) -> LivePicture:
        try:
            whole = self._seal.decrypt(sealed.encode())
        except InvalidToken:
            raise ValueError("sealed with another key") from None
        begins = _BEGINNING + int.from_bytes(whole[:_BEGINNING], "big")
        job_id, picture_id, at = json.loads(whole[_BEGINNING:begins])
        return LivePicture(job_id, picture_id, datetime.fromisoformat(at), whole[begins:])

    async def _tell(self, channel: str, texts: list[str]) -> None:
        every = sa.func.unnest(sa.literal(texts, sa.ARRAY(sa.Text)))
        told = sa.select(sa.func.pg_notify(channel, every))
        await self._database.write(lambda tx: tx.execute(told))
