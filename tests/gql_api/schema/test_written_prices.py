"""Prices and moments over GraphQL: read as REST reads them, refused by name as a typed error."""

from typing import Any

import httpx
import pytest

PREPARE = """mutation($input: PrepareListingInput!) {
  prepareListing(input: $input) { __typename ... on Error { code field } }
}"""
SAVE = """mutation($input: SetSessionInput!) {
  setSession(input: $input) { __typename ... on Error { code field } }
}"""


async def _refused(client: httpx.AsyncClient, query: str, given: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post("/graphql", json={"query": query, "variables": {"input": given}})
    (result,) = answer.json()["data"].values()
    return dict(result)


@pytest.mark.parametrize("written", ["1.000", "1,000", "1_000", "٣٥", "1e2", "+35", "0035"])
async def test_what_is_no_certain_price_is_refused_by_name(
    client: httpx.AsyncClient, written: str
) -> None:
    given = {"title": "Hoodie", "price": written, "description": "Bon état"}
    refused = await _refused(client, PREPARE, given)
    assert (refused["__typename"], refused["field"]) == ("InvalidInputError", "price")


@pytest.mark.parametrize("written", ["35,50 €", "1 000", "1.000,50", 35.5])
async def test_a_price_may_be_written_as_people_do(
    client: httpx.AsyncClient, written: str | float
) -> None:
    given = {"title": "Hoodie", "price": written, "description": "Bon état", "account": "nobody"}
    refused = await _refused(client, PREPARE, given)
    assert refused["code"] == "session_required"


@pytest.mark.parametrize("written", ["20260501T120000Z", "2026-05-01", "2026-05-01 12:00:00Z"])
async def test_a_moment_is_one_of_rfc_3339(client: httpx.AsyncClient, written: str) -> None:
    given = {"cookie": "a=b", "userAgent": "Mozilla/5.0", "expiresAt": written}
    refused = await _refused(client, SAVE, given)
    assert (refused["__typename"], refused["field"]) == ("InvalidInputError", "expiresAt")
