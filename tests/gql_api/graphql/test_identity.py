"""What has an `id` says the same of itself wherever it is asked for, as caches expect."""

import json
from collections.abc import Iterator
from typing import Any

import httpx

ACCOUNT = "identity"
UPLOAD = """mutation($file: Upload!) { uploadPhoto(input: {file: $file}) {
  ... on UploadPhotoSuccess { photo { ...P } }
} } fragment P on Photo { __typename id filename size width height digest }"""
SAVE = """mutation { setSession(input: {account: "identity", cookie: "access_token_web=demo",
  userAgent: "Mozilla/5.0"}) { ... on SetSessionSuccess { session { __typename id account } } } }"""
PREPARE = """mutation($photo: ID!) { prepareListing(input: {account: "identity", title: "Pull",
  price: "12", description: "Bon", photos: [$photo]}) { ... on PrepareListingSuccess {
  job { __typename id listing { __typename id title photos { ...P } } } } } }
  fragment P on Photo { __typename id filename size width height digest }"""
ALL = """query($photo: ID!, $job: ID!) {
  photo(id: $photo) { ...P }
  photos { edges { node { ...P } } }
  job(id: $job) { __typename id listing { __typename id title photos { ...P } } }
  session(account: "identity") { __typename id account }
  accounts { __typename id account }
} fragment P on Photo { __typename id filename size width height digest }"""
FORGET = """mutation { forgetAccount(input: {account: "identity"}) {
  ... on ForgetAccountSuccess { session { id state } } } }"""


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for each in value.values():
            yield from _things(each)
    if isinstance(value, list):
        for each in value:
            yield from _things(each)


def _plain(thing: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in thing.items() if not isinstance(each, dict | list)}


async def _ask(client: httpx.AsyncClient, query: str, **variables: str) -> Any:
    answer = await client.post("/graphql", json={"query": query, "variables": variables})
    told = answer.json()
    assert "errors" not in told, told
    return told["data"]


async def _uploaded(client: httpx.AsyncClient, photo: bytes) -> Any:
    form = {
        "operations": json.dumps({"query": UPLOAD, "variables": {"file": None}}),
        "map": '{"0": ["variables.file"]}',
    }
    told = await client.post(
        "/graphql",
        data=form,
        files={"0": ("coat.jpg", photo)},
        headers={"GraphQL-Require-Preflight": "1"},
    )
    return told.json()["data"]["uploadPhoto"]["photo"]


async def test_one_thing_says_the_same_everywhere(client: httpx.AsyncClient, photo: bytes) -> None:
    uploaded = await _uploaded(client, photo)
    assert (uploaded["filename"], uploaded["size"] > 0) == ("coat.jpg", True)
    saved = await _ask(client, SAVE)
    prepared = await _ask(client, PREPARE, photo=uploaded["id"])
    job = prepared["prepareListing"]["job"]["id"]
    shown = await _ask(client, ALL, photo=uploaded["id"], job=job)
    known: dict[tuple[str, str], dict[str, Any]] = {}
    met = [_plain(each) for each in _things([uploaded, saved, prepared, shown])]
    for thing in met:
        assert known.setdefault((thing["__typename"], thing["id"]), thing) == thing
    assert len(known) < len(met)
    assert {kind for kind, _ in known} == {"Photo", "Session", "Job", "Listing"}
    left = await _ask(client, FORGET)
    assert left["forgetAccount"]["session"] == {"id": ACCOUNT, "state": "ABSENT"}
