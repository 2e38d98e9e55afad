"""Rows of an import page by page, and how it is followed: what changed, from any number on."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from tests.gql_api.imports.test_over_http import TABLE, brought

ROWS = """query ($id: ID!, $after: String) { import(id: $id) { seq nextAt pausedCode
  plan { at count }
  rows(first: 2, after: $after) { edges { cursor node { line title stage position } }
    pageInfo { hasNextPage hasPreviousPage endCursor } }
  bad: rows(stages: [BAD]) { edges { node { line title listing { id } } } }
  some: rows(lines: [4]) { edges { node { line } } } } }"""


async def held(
    client: httpx.AsyncClient, count: int = 4, name: str = "Robe", **headers: str
) -> dict[str, Any]:
    """An import of so many held rows, and a bad one behind them."""
    rows = "".join(f"{name} {at};{at};Jolie;\n" for at in range(1, count + 1))
    table = (TABLE + rows + "Sans prix;-;Jolie;\n").encode()
    answer = await brought(client, "a.csv", table, **headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@asynccontextmanager
async def events(
    client: httpx.AsyncClient, import_id: str, after: int | None = None
) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
    """What a follower is told, with its number as `id`."""
    headers = {} if after is None else {"Last-Event-ID": str(after)}
    path = f"/vinted/imports/{import_id}/events"

    async def told(stream: httpx.Response) -> AsyncIterator[dict[str, Any]]:
        number = 0
        async for line in stream.aiter_lines():
            if line.startswith("id: "):
                number = int(line.removeprefix("id: "))
            if line.startswith("data: "):
                body = json.loads(line.removeprefix("data: "))
                assert body["seq"] == number
                yield body

    async with asyncio.timeout(30), client.stream("GET", path, headers=headers) as stream:
        assert stream.status_code == 200
        yield told(stream)


async def test_rows_are_told_page_by_page(client: httpx.AsyncClient) -> None:
    told = await held(client, count=54)
    assert [row["line"] for row in told["rows"]] == list(range(2, 52)), "the first page"
    path = f"/vinted/imports/{told['id']}"
    rest = (await client.get(path, params={"after": told["next"]})).json()
    assert [row["line"] for row in rest["rows"]] == list(range(52, 57)) and rest["next"] is None
    (bad,) = (await client.get(f"{path}?stage=bad")).json()["rows"]
    assert bad["title"] == "Sans prix" and bad["listing"] is None, "as it was typed"
    named = (await client.get(f"{path}?line=3,5&first=1")).json()
    assert [row["line"] for row in named["rows"]] == [3] and named["next"] == "3"
    for query in ("stage=none", "line=x", "first=101", "after=x"):
        refused = await client.get(f"{path}?{query}")
        assert refused.status_code == 400 and refused.json()["field"] == query.partition("=")[0]
    one = (await client.post(f"{path}/skip", json={"lines": [56, 55]})).json()
    assert [row["stage"] for row in one["rows"]] == ["skipped", "bad"], "the rows of the call"


async def test_a_check_tells_every_row_at_once(client: httpx.AsyncClient) -> None:
    rows = "".join(f"Robe {at};{at};Jolie;\n" for at in range(1, 121))
    answer = await brought(client, "a.csv", (TABLE + rows).encode(), query="?check=true")
    assert len(answer.json()["rows"]) == 120 and answer.json()["next"] is None


async def test_graphql_has_rows_as_a_connection(client: httpx.AsyncClient) -> None:
    told = await held(client)

    async def ask(after: str | None) -> dict[str, Any]:
        body = {"query": ROWS, "variables": {"id": told["id"], "after": after}}
        return dict((await client.post("/graphql", json=body)).json()["data"]["import"])

    found = await ask(None)
    assert [each["node"]["line"] for each in found["rows"]["edges"]] == [2, 3]
    page = found["rows"]["pageInfo"]
    assert page == {"hasNextPage": True, "hasPreviousPage": False, "endCursor": "3"}
    assert [each["node"] for each in found["bad"]["edges"]] == [
        {"line": 6, "title": "Sans prix", "listing": None}
    ]
    assert [each["node"]["line"] for each in found["some"]["edges"]] == [4]
    assert found["plan"] == [] and found["nextAt"] is None and found["pausedCode"] is None
    last = await ask("5")
    assert [each["node"]["line"] for each in last["rows"]["edges"]] == [6]
    assert last["rows"]["pageInfo"]["hasNextPage"] is False


async def test_the_order_of_approval_and_the_reason_of_a_pause_are_told(
    client: httpx.AsyncClient,
) -> None:
    # Other tests sign in on the account that is nobody's choice: this one never has.
    told = await held(client, count=3, name="Ordre", **{"X-Account": "never-signed-in"})
    path = f"/vinted/imports/{told['id']}"
    approved = (await client.post(f"{path}/approve", json={"lines": [4, 2]})).json()
    assert [row["line"] for row in approved["rows"]] == [2, 4]
    first, second = (row["position"] for row in approved["rows"])
    assert second < first, "line 4 was approved before line 2"
    assert approved["paused_code"] == "session_required" and approved["paused"]
    assert approved["next_at"] and sum(each["count"] for each in approved["plan"]) == 2
    await client.delete(path)


async def test_a_follower_is_told_what_changed_and_comes_back_where_it_was(
    client: httpx.AsyncClient,
) -> None:
    told = await held(client)
    path = f"/vinted/imports/{told['id']}"
    async with events(client, told["id"]) as coming:
        first = await anext(coming)
        assert first["rows"] == [] and first["counts"] == {"bad": 1, "held": 4}
        await client.post(f"{path}/skip", json={"lines": [3]})
        second = await anext(coming)
        assert [(row["line"], row["stage"]) for row in second["rows"]] == [(3, "skipped")]
        assert second["seq"] > first["seq"] and second["counts"]["held"] == 3
    await client.post(f"{path}/skip", json={"lines": [5]})
    async with events(client, told["id"], second["seq"]) as coming:
        again = await anext(coming)
        assert {5} <= {row["line"] for row in again["rows"]}, "what was missed"
        assert again["seq"] > second["seq"]
        await client.delete(path)
        last = await anext(coming)
        assert last["is_over"] and [row["line"] for row in last["rows"]] == [2, 4]
        assert [each async for each in coming] == [], "and then it ends"
    over = await client.get(f"{path}/events", headers={"Last-Event-ID": str(last["seq"])})
    assert over.status_code == 204, "an EventSource asks no more"
    async with events(client, told["id"], first["seq"]) as coming:
        assert [each["is_over"] async for each in coming] == [True], "who missed the end is told"
    bad = await client.get(f"{path}/events", headers={"Last-Event-ID": "x"})
    assert bad.status_code == 400


@pytest.mark.parametrize("count", [120])
async def test_many_rows_are_told_a_few_at_a_time(client: httpx.AsyncClient, count: int) -> None:
    told = await held(client, count=count)
    path = f"/vinted/imports/{told['id']}"
    async with events(client, told["id"]) as coming:
        await anext(coming)
        await client.delete(path)
        parts = [each async for each in coming]
    lines = [row["line"] for each in parts for row in each["rows"]]
    assert sorted(set(lines)) == list(range(2, count + 2))
    assert max(len(each["rows"]) for each in parts) <= 50
    numbers = [each["seq"] for each in parts]
    assert numbers == sorted(set(numbers)) and parts[-1]["is_over"]
