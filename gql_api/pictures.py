"""Pictures of filled forms: JPEG files named by ids that cannot be guessed."""

import re
from pathlib import Path

from gql_api.errors import NotFound
from gql_api.files import write_durably_async
from gql_api.store.jobs import new_id

_ID = re.compile(r"[0-9a-f]{32}")


class Pictures:
    """The pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, picture: bytes) -> str:
        """Store a picture durably and return its id."""
        picture_id = new_id()
        await write_durably_async(self._path(picture_id), picture)
        return picture_id

    def find(self, picture_id: str) -> Path:
        """The picture's file; `NotFound`."""
        if _ID.fullmatch(picture_id) and (path := self._path(picture_id)).is_file():
            return path
        raise NotFound("There is no picture with this id.", code="picture_not_found")

    def _path(self, picture_id: str) -> Path:
        return self._folder / f"{picture_id}.jpg"
