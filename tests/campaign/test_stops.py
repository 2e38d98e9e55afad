"""A hundred stops under load, each at a random moment: every caller is told its job.

Publishes are stopped at their click in every fifth
round; what the callers of a round asked for is cancelled in the next one.
"""

import asyncio
import random
import signal
from collections import Counter
from pathlib import Path

import httpx
import pytest

from browser.standin import Standin, serve_standin
from gql_api.cli.demo.photos import hoodie
from tests.e2e.serving import Serving, serving
from tests.e2e.waiting import (
    WAYS,
    Answered,
    Call,
    halfway,
    prepare,
    publish,
)

STOPS = 100
CLICKS_EVERY = 5
CALLERS = 6
GOING_AWAY = 1001
TOO_LATE = "said goodbye before it had asked"
ACTIVE = "{ jobs(first: 100, states: [QUEUED, RUNNING]) { edges { node { id kind } } } }"


async def _load(served: Serving, seen: Counter[str]) -> None:
    """Read as fast as answers come, until nobody answers any more."""
    while True:
        try:
            answer = await served.http.get("/stats")
        except httpx.TransportError:
            return
        told = answer.json()
        seen[f"load {answer.status_code} {told.get('code', '')}"] += 1


async def _cancelled(served: Serving, market: Standin) -> None:
    """End the preparations of the round before; a publish is seen to its end."""
    market.state.patch_faults({"slow_pages": 0.0})
    async with asyncio.timeout(120):
        while True:
            answer = (await served.http.post("/graphql", json={"query": ACTIVE})).json()
            active = [edge["node"] for edge in answer["data"]["jobs"]["edges"]]
            for job in active:
                if job["kind"] == "PREPARE":
                    await served.http.delete(f"/vinted/jobs/{job['id']}")
            if not active:
                return
            await asyncio.sleep(0.1)


def _told(answered: Answered) -> str:
    """What a caller was told; one whose call came after the stop was told to come again."""
    if answered.job_id:
        return f"{answered.status} a job"
    if answered.status == GOING_AWAY and not answered.body:
        return TOO_LATE
    return f"{answered.status} {answered.body}"


async def _at_the_click(served: Serving, market: Standin, photo: str, name: str) -> Call:
    """A publish whose click is answered by nobody for long; its item is there."""
    filled = await served.prepare(title=name, photos=[photo], account="clicks")
    fault = {"publish_fault": "hang", "hang_seconds": 60.0, "publish_fault_times": 1}
    market.state.patch_faults(fault)
    return publish(filled["confirm_token"], name)


async def _round(
    served: Serving, market: Standin, number: int, photo: str, chance: random.Random
) -> tuple[Counter[str], list[Answered]]:
    seen, names = Counter[str](), sorted(WAYS)
    calls = [
        (chance.choice(names), prepare(f"{number}-{each}", account=chance.choice("ab")))
        for each in range(CALLERS)
    ]
    await _cancelled(served, market)
    if number % CLICKS_EVERY == 0:
        click = await _at_the_click(served, market, photo, f"click-{number}")
        calls.append((chance.choice(names), click))
    market.state.patch_faults({"slow_pages": 60.0})
    half = await halfway(served.http, prepare(f"{number}-half"), over_graphql=bool(number % 2))
    loads = [asyncio.create_task(_load(served, seen)) for _ in range(4)]
    asked = [asyncio.create_task(WAYS[way](served.http, call)) for way, call in calls]
    await asyncio.sleep(chance.uniform(0.0, 1.5))  # the moment of the stop is what varies
    served.process.send_signal(signal.SIGTERM)
    answered = [*await asyncio.gather(*asked), await half.answered()]
    served.process.send_signal(signal.SIGTERM)
    await asyncio.gather(*loads)
    await served.process.wait()
    said = "".join(served.output)
    assert "Traceback" not in said, said[max(0, said.find("Traceback") - 1500) :][:6000]
    return seen, answered


@pytest.mark.campaign
async def test_a_hundred_stops_lose_no_answer(tmp_path: Path) -> None:
    seen, chance = Counter[str](), random.Random(18)
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url, "STOP_NOTICE_SECONDS": "1"}
        env |= {"PREPARES_PER_MINUTE": "600", "PUBLISH_PER_MINUTE": "60"}
        photo = ""
        for number in range(STOPS):
            async with serving(tmp_path, **env) as served:
                if not photo:
                    photo = await served.upload(hoodie(30))
                    for account in ("a", "b", "clicks", "default"):
                        await served.sign_in(account=account)
                loads, answered = await _round(served, market, number, photo, chance)
            seen += loads
            seen["stops"] += 1
            for each in answered:
                seen[_told(each)] += 1
        async with serving(tmp_path, **env) as served:
            await _cancelled(served, market)
        titles = Counter(item.title for item in market.state.live_items)
    print(dict(seen))
    told = {word: count for word, count in seen.items() if not word.startswith(("load", "stops"))}
    late = told.pop(TOO_LATE, 0)
    assert [word for word in told if "a job" not in word] == []
    assert late <= sum(told.values()) / 20
    assert set(titles.values()) == {1} and len(titles) == STOPS // CLICKS_EVERY
