"""A mistake of ours with one file of several hides nothing of the others."""

from pathlib import Path

import httpx
import pytest

from gql_api.db.photos import PhotoStore, StoredPhoto
from gql_api.domain.tenant import OPERATOR
from tests.gql_api.inside import inside


async def test_a_mistake_with_one_file_is_told_beside_what_was_kept(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = PhotoStore.add

    async def added(store: PhotoStore, kept: StoredPhoto, owner: str = OPERATOR) -> None:
        if kept.filename == "b.jpg":
            raise ZeroDivisionError
        await add(store, kept, owner)

    monkeypatch.setattr(PhotoStore, "add", added)
    parts = [("files", (name, photo)) for name in ("a.jpg", "b.jpg", "c.jpg")]
    async with (
        inside(tmp_path) as service,
        httpx.AsyncClient(base_url=service.url, timeout=20) as client,
    ):
        some = await client.post("/ingest/upload", files=parts)
        none = await client.post("/ingest/upload", files=parts[1:2])
    body = some.json()
    assert (some.status_code, body["ok"]) == (200, False)
    assert [each["filename"] for each in body["photos"]] == ["a.jpg", "c.jpg"]
    assert [(each["index"], each["code"]) for each in body["refused"]] == [(1, "internal")]
    assert (none.status_code, none.json()["code"]) == (500, "internal")
    assert [each["code"] for each in none.json()["refused"]] == ["internal"]
