"""An import in a service that is killed in its middle: every good row is prepared, once.

The campaign is the same with a hundred rows, by hand: its figures are in docs/reliability.md.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.serving import LISTING, Serving, free_port, serving

HEAD = "Title,Price,Description,Condition,Category\n"
AHEAD = 8
"""As many forms as the service keeps open: the campaign goes on by leaving prepared ones."""


def table(good: int, bad: int) -> bytes:
    """Good rows with a bad one after each share of them."""
    rows, every = [], max(1, good // bad)
    for number in range(1, good + 1):
        category = LISTING["category_hint"]
        rows.append(f'Timbre {number},{number},"Bon état, neuf","bon","{category}"\n')
        if number % every == 0 and len([row for row in rows if ",-," in row]) < bad:
            rows.append(f"Timbre sans prix {number},-,Bon état,bon,{category}\n")
    return (HEAD + "".join(rows)).encode()


async def brought(served: Serving, data: bytes) -> dict[str, Any]:
    files = {"files": ("stamps.csv", data, "text/csv")}
    answer = await served.http.post("/vinted/imports", files=files)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def look(served: Serving, import_id: str) -> dict[str, Any]:
    return dict((await served.http.get(f"/vinted/imports/{import_id}")).json())


async def until(
    served: Serving, import_id: str, enough: Callable[[dict[str, int]], bool], seconds: float = 120
) -> dict[str, Any]:
    async with asyncio.timeout(seconds):
        while True:
            found = await look(served, import_id)
            assert not found["counts"].get("attention"), found
            if enough(found["counts"]):
                return found
            await asyncio.sleep(0.2)


async def prepared_jobs(served: Serving) -> list[str]:
    answer = await served.http.get("/vinted/jobs?first=100")
    return [each["listing"]["title"] for each in answer.json()["jobs"]]


async def test_a_kill_in_the_middle_loses_no_row_and_doubles_none(tmp_path: Path) -> None:
    env = {"IMPORT_AHEAD": str(AHEAD)}
    port = free_port()  # the stand-in's is the next one: the market stays the same
    async with serving(tmp_path, port, **env) as served:
        await served.sign_in()
        given = await brought(served, table(5, 1))
        (bad,) = [row for row in given["rows"] if row["stage"] == "bad"]
        assert [each["field"] for each in bad["problems"]] == ["price"]
        assert bad["line"] == 7 and bad["listing"] is None
        await until(served, given["id"], lambda counts: counts.get("prepared", 0) >= 2)
        await served.kill()
    async with serving(tmp_path, port, **env) as served:
        await served.sign_in()
        found = await until(served, given["id"], lambda counts: counts.get("prepared", 0) == 5)
        titles = await prepared_jobs(served)
        assert sorted(titles) == [f"Timbre {number}" for number in range(1, 6)]
        await _renewed(served, found["rows"][0]["job"])
        # One is left out: its form is closed, and its yes counts no more.
        skipped = await served.http.post(
            f"/vinted/imports/{given['id']}/skip", json={"lines": [found["rows"][1]["line"]]}
        )
        assert skipped.json()["rows"][1]["stage"] == "skipped"
        refused = await served.publish(found["rows"][1]["job"]["confirm_token"], dry_run=True)
        assert refused.json()["code"] == "preparation_cancelled"
        over = await served.http.delete(f"/vinted/imports/{given['id']}")
        assert over.json()["is_over"] is True


async def _renewed(served: Serving, job: dict[str, Any]) -> None:
    """The same content again: another picture and token, and the older yes counts no more."""
    answer = await served.http.post(f"/vinted/jobs/{job['job_id']}/renew")
    again = answer.json()
    assert again["outcome"] == "prepared", again
    assert again["draft_context"]["job_id"] == job["job_id"]
    refused = await served.publish(job["confirm_token"], dry_run=True)
    assert refused.json()["code"] == "content_changed"
    checked = await served.publish(again["confirm_token"], dry_run=True)
    assert checked.json()["outcome"] == "checked", checked.text


@pytest.mark.campaign
async def test_a_hundred_rows_come_to_their_yes(tmp_path: Path) -> None:
    """95 of 100 prepared and 5 told by line and field, over three kills; a person goes along."""
    env = {
        "IMPORT_AHEAD": str(AHEAD),
        "DAILY_LISTINGS": "1000",
        "PREPARES_PER_MINUTE": "600",
        "OPERATIONS_PER_MINUTE": "100000",
    }
    begun, seen, kills = time.monotonic(), dict[int, str](), 3
    import_id, port = "", free_port()
    for turn in range(kills + 1):
        async with serving(tmp_path, port, **env) as served:
            await served.sign_in()
            if not import_id:
                given = await brought(served, table(95, 5))
                import_id = given["id"]
                print("rows checked after", round(time.monotonic() - begun, 1), "s")
                assert given["counts"] == {"waiting": 95, "bad": 5}
            await _go_along(served, import_id, seen, 95 if turn == kills else 20 * (turn + 1))
            if turn < kills:
                await served.kill()
            else:
                titles = await prepared_jobs(served)
                found = await look(served, import_id)
    bad = [row for row in found["rows"] if row["stage"] == "bad"]
    assert [[each["field"] for each in row["problems"]] for row in bad] == [["price"]] * 5
    assert len(seen) == 95 == len(set(seen.values()))
    assert sorted(titles) == sorted(f"Timbre {number}" for number in range(1, 96))
    print("95 prepared after", round(time.monotonic() - begun, 1), "s, kills:", kills)


async def _go_along(served: Serving, import_id: str, seen: dict[int, str], enough: int) -> None:
    """A person who looks at each form that is prepared, and leaves it."""
    async with asyncio.timeout(900):
        while len(seen) < enough:
            found = await look(served, import_id)
            assert not found["counts"].get("attention"), found["counts"]
            ready = [row for row in found["rows"] if row["stage"] == "prepared"]
            for row in ready:
                seen[row["line"]] = row["job_id"]
            if ready and len(seen) < enough:
                lines = [row["line"] for row in ready]
                await served.http.post(f"/vinted/imports/{import_id}/skip", json={"lines": lines})
            await asyncio.sleep(0.5)
