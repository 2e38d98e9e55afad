"""What both kinds of databases make of odd texts."""

from pathlib import Path

import pytest

from gql_api.db.aliases import AliasStore
from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.db.option_lists import OptionListStore
from gql_api.db.photos import PhotoStore
from gql_api.errors import NotFound
from tests.gql_api.db.conftest import Clock


async def test_what_no_text_can_hold_is_not_there(
    database: Database, jobs: JobStore, clock: Clock
) -> None:
    photos = PhotoStore(database, clock, Path)
    assert await photos.find(["\0", "a\0b"], "") == {}
    assert await photos.needed_by("\0") is None
    assert await OptionListStore(database).of("\0", "size\0") is None
    assert await AliasStore(database, clock).forget("\0") is False
    with pytest.raises(NotFound):
        await jobs.get("\0")
