"""One preparation sent over REST and over GraphQL: what each says of it, in one shape.

GraphQL keeps its named types, so the same input is written there as its schema has it: colours as
`colors`, answers as a list, photos by their ids.
"""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Self

import httpx
from strawberry.utils.str_converters import to_camel_case, to_snake_case

LISTING: Final[Mapping[str, Any]] = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
}
ASYNC: Final = {"Prefer": "respond-async", "Content-Type": "application/json"}
PREPARE: Final = """mutation($input: PrepareListingInput!) { prepareListing(input: $input) {
  __typename ... on PrepareListingSuccess { job { id } }
  ... on Error { code field message } } }"""
UNDERSTOOD: Final = (
    *("title", "description", "price", "brand", "size", "condition", "color", "category_hint"),
    *("material", "parcel_size", "unisex", "answers", "photos"),
)


@dataclass(frozen=True)
class Verdict:
    """What was understood of an input, or why it was refused; `typed` is GraphQL's own error."""

    status: int
    code: str | None = None
    field: str | None = None
    understood: Mapping[str, Any] | None = None
    typed: bool = True
    detail: str = ""

    @property
    def said(self) -> tuple[Any, ...]:
        """What both transports have to agree on."""
        return self.code, self.field, self.understood


@dataclass(frozen=True)
class Both:
    """The two transports of one service."""

    client: httpx.AsyncClient

    @classmethod
    @asynccontextmanager
    async def at(cls, base: str) -> AsyncIterator[Self]:
        async with httpx.AsyncClient(base_url=base, timeout=30) as client:
            yield cls(client)

    async def rest(self, given: Mapping[str, Any]) -> Verdict:
        return await self.rest_text(json.dumps(given).encode())

    async def rest_text(self, body: bytes) -> Verdict:
        answer = await self.client.post("/vinted/listings/prepare", content=body, headers=ASYNC)
        found = answer.json()
        if answer.status_code == 202:
            return await self._understood(found["job_id"])
        field = _top(found.get("field"))
        return Verdict(answer.status_code, found["code"], field, detail=found["detail"])

    async def graphql(self, given: Mapping[str, Any]) -> Verdict:
        variables = {"input": as_graphql(given)}
        return await self.graphql_text(json.dumps({"query": PREPARE, "variables": variables}))

    async def graphql_text(self, body: str | bytes) -> Verdict:
        headers = {"Content-Type": "application/json"}
        answer = await self.client.post("/graphql", content=body, headers=headers)
        found = answer.json()
        if found.get("errors"):
            told = found["errors"][0].get("extensions", {})
            field, detail = _top(told.get("field")), found["errors"][0]["message"]
            return Verdict(answer.status_code, told.get("code"), field, typed=False, detail=detail)
        result = found["data"]["prepareListing"]
        if "job" in result:
            return await self._understood(result["job"]["id"])
        field = _top(result["field"])
        return Verdict(answer.status_code, result["code"], field, detail=result["message"])

    async def _understood(self, job_id: str) -> Verdict:
        listing = (await self.client.get(f"/vinted/jobs/{job_id}")).json()["listing"]
        await self.client.delete(f"/vinted/jobs/{job_id}")
        return Verdict(200, understood={name: listing[name] for name in UNDERSTOOD})


def as_graphql(given: Mapping[str, Any]) -> dict[str, Any]:
    """The input as a front end writes it for the schema."""
    found = {to_camel_case(name): value for name, value in given.items()}
    if isinstance(given.get("color"), list):
        found["colors"] = found.pop("color")
    if isinstance(answers := given.get("answers"), dict):
        found["answers"] = [{"field": name, "value": each} for name, each in answers.items()]
    if isinstance(photos := given.get("photos"), list):
        found["photos"] = [
            each["temp_id"] if isinstance(each, dict) and "temp_id" in each else each
            for each in photos
        ]
    return found


def _top(field: str | None) -> str | None:
    """The member that a field is in, by REST's name for it."""
    if field is None:
        return None
    name = to_snake_case(field.removeprefix("input.").partition(".")[0])
    return "color" if name == "colors" else name
