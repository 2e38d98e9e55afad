"""A store of photos and pictures that goes away under the whole service, and comes back."""

import asyncio
from pathlib import Path

from gql_api.cli.demo.photos import hoodie

from .serving import LISTING, Serving, serving


async def _until_ready(served: Serving, status: int) -> dict[str, object]:
    """Health asks the store every few seconds."""
    async with asyncio.timeout(20):
        while (answer := await served.http.get("/ready")).status_code != status:
            await asyncio.sleep(0.2)
    return dict(answer.json())


async def test_a_store_that_goes_away_stops_what_needs_it_and_undoes_nothing(
    tmp_path: Path,
) -> None:
    share, gone = tmp_path / "share", tmp_path / "gone"
    share.mkdir()
    photo = hoodie(30)
    async with serving(tmp_path / "data", STORAGE_URL=f"file://{share}") as served:
        await served.sign_in()
        prepared = await served.prepare(photos=[temp_id := await served.upload(photo)])
        assert (await _until_ready(served, 200))["storage"] is True
        assert {path.parent.name for path in share.rglob("*.jpg")} == {temp_id[:2], "pictures"}
        assert not (tmp_path / "data" / "photos").exists()

        share.rename(gone)
        refused = await served.http.post("/vinted/photos/upload", files={"file": photo})
        assert (refused.status_code, refused.json()["code"]) == (503, "storage_unavailable")
        assert refused.headers["Retry-After"]
        failed = await served.http.post("/vinted/listings/prepare", json={**LISTING})
        assert (failed.status_code, failed.json()["code"]) == (503, "storage_unavailable")
        assert (await _until_ready(served, 503))["storage"] is False

        # The form is open and was approved: the click and its outcome need no store.
        await served.faults(publish_errors=[{"field": "title", "value": "no"}])
        refusal = (await served.publish(prepared["confirm_token"])).json()
        assert refusal["outcome"] == "rejected_by_site"
        assert (await served.job(refusal["job_id"]))["picture_url"] is None

        gone.rename(share)
        assert (await _until_ready(served, 200))["storage"] is True
        assert (await served.http.get(f"/vinted/photos/{temp_id}")).status_code == 200
        output = "\n".join(served.output)
    assert "picture_lost" in output
