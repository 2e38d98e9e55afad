"""What an agent is told of the publishes of a preparation, however many there were since."""

import json
from typing import Any

import httpx
import pytest

from gql_api.mcp import documents
from gql_api.mcp.client import FripierClient
from gql_api.mcp.tools import Agent, _published

PAGE = 50
MINE = {"id": "mine", "account": "default"}


class Shop:
    """An account whose publishes were begun a minute apart, after `MINE` in the order given."""

    def __init__(self, *of: str) -> None:
        self.of, self.asked = of, 0

    def answer(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        assert asked["query"] == documents.PUBLISHES
        self.asked += 1
        start = int(asked["variables"]["after"] or 0)
        edges = [{"node": self.node(n)} for n in self.newest_first()[start : start + PAGE]]
        more = start + PAGE < len(self.of)
        info = {"hasNextPage": more, "endCursor": str(start + PAGE)}
        data = {"job": {"createdAt": at(60)}, "jobs": {"edges": edges, "pageInfo": info}}
        return httpx.Response(200, json={"data": data})

    def newest_first(self) -> list[int]:
        return list(range(len(self.of)))[::-1]

    def node(self, number: int) -> dict[str, Any]:
        result = {"outcome": "PUBLISHED", "reason": None, "listingUrl": f"https://x/{number}"}
        job = {"id": f"p{number}", "state": "DONE", "dryRun": False, "createdAt": at(number)}
        return {**job, "preparation": {"id": self.of[number]}, "result": result}


def at(minute: int) -> str:
    return f"2026-11-29T{10 + minute // 60}:{minute % 60:02}:00+00:00"


@pytest.mark.parametrize("later", [0, 49, 50, 130])
async def test_a_publish_is_told_however_many_came_after_it(later: int) -> None:
    shop = Shop(*["older"] * 61, "mine", *["another"] * later)
    async with httpx.AsyncClient(
        base_url="http://shop.example", transport=httpx.MockTransport(shop.answer)
    ) as http:
        told = await _published(Agent(FripierClient(http, "http://shop.example")), MINE)
    assert [each["job_id"] for each in told["publishes"]] == ["p61"]
    assert shop.asked == (later + 2) // PAGE + 1, "no further than to the time of the preparation"
