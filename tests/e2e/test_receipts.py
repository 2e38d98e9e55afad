"""A publish gives a receipt, and anybody with the public key can check it without a secret."""

import asyncio
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from gql_api.cli.demo.photos import hoodie

from .serving import HOODIE, Serving, serving

KEYS = {name: f"{name}-of-the-test-0123456789" for name in ("first", "second")}
"""The keys of two callers."""
PUBLISH = """mutation($token: String!) { publishListing(
  input: {confirmToken: $token, dryRun: false, waitSeconds: 120}) {
    ... on PublishListingSuccess { job { id result { outcome } receipt {
      text number supersedes approval { by } answer { outcome listingId } pictureAfter { url } } } }
    ... on Error { code message } } }"""


def _caller(key: str) -> str:
    """The name that access gives to a key."""
    return f"key-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600"}
    keys = ",".join(KEYS.values())
    async with serving(tmp_path_factory.mktemp("receipts"), API_KEYS=keys, **env) as served:
        served.http.headers["X-API-Key"] = KEYS["first"]
        yield served


@pytest.fixture
async def served(shared: Serving) -> Serving:
    """The service on a market as new."""
    await shared.http.post(f"{shared.market}/__standin__/reset")
    assert (await shared.sign_in()).json()["state"] == "valid"
    return shared


async def _get(served: Serving, path: str, accept: str = "*/*") -> httpx.Response:
    answer = await served.http.get(path, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    return answer


async def _receipt(served: Serving, job_id: str) -> dict[str, Any]:
    return dict((await _get(served, f"/vinted/jobs/{job_id}/receipt")).json())


async def _published(served: Serving) -> dict[str, Any]:
    """The answer to a publish of a listing with a photo, and what was prepared for it."""
    photo = await served.upload(hoodie(30))
    prepared = await served.prepare(**(HOODIE | {"photos": [photo]}))
    answer = (await served.publish(prepared["confirm_token"])).json()
    return {**answer, "photo": photo, "prepared": prepared}


def _verify(*arguments: str | Path, given: str | None = None) -> tuple[int, str, str]:
    """The command in a process that knows no secret: its exit code and what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    run = subprocess.run(
        (sys.executable, "-m", "gql_api", "receipt", "verify", *map(str, arguments)),
        input=given,
        check=False,
        text=True,
        capture_output=True,
        env=kept,
        timeout=60,
    )
    return run.returncode, run.stdout, run.stderr


async def _verified(*arguments: str | Path, given: str | None = None) -> tuple[int, str, str]:
    return await asyncio.to_thread(lambda: _verify(*arguments, given=given))


async def test_a_receipt_says_what_was_published_and_when(served: Serving) -> None:
    start = datetime.now(UTC)
    done = await _published(served)
    end = datetime.now(UTC)
    assert done["outcome"] == "published", done
    members = (await _receipt(served, done["job_id"]))["members"]
    photo = hashlib.sha256((await _get(served, f"/vinted/photos/{done['photo']}")).content)
    assert members["content"]["photos"] == [photo.hexdigest()]
    # As docs/receipts.md says it, written anew.
    content: dict[str, Any] = {
        **{name: HOODIE[name] for name in ("title", "description", "brand", "size")},
        **{name: HOODIE[name] for name in ("condition", "color")},
        **dict.fromkeys(("material", "parcel_size", "unisex")),
        "category": HOODIE["category_hint"],
        "price": "35.00 EUR",
        "answers": {},
        "photos": [photo.hexdigest()],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert members["content"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    approval, answer = members["approval"], members["answer"]
    assert approval["by"] == _caller(KEYS["first"])
    times = [approval["at"], members["fence_at"], answer["at"]]
    moments = [start, *map(datetime.fromisoformat, times), end]
    assert moments == sorted(moments) and len(set(moments)) == len(moments)
    assert members["job"]["preparation"] == done["prepared"]["draft_context"]["job_id"]
    assert (answer["outcome"], answer["resolved_by"]) == ("published", None)
    assert answer["listing_id"] == done["listing_id"]
    assert answer["listing_url"] == done["listing_url"]
    shown, before, after = approval["picture"], *members["pictures"].values()
    # An unchanged page is not pictured again before its click; a changed one is.
    assert before == shown or not set(before.values()) & set(shown.values())
    assert not set(after.values()) & {*before.values(), *shown.values()}
    for proof in (shown, before, after):
        picture = (await _get(served, f"/vinted/pictures/{proof['id']}")).content
        assert picture.startswith(b"\xff\xd8")
        assert hashlib.sha256(picture).hexdigest() == proof["sha256"]


async def test_the_command_checks_it_without_a_secret(served: Serving, tmp_path: Path) -> None:
    done = await _published(served)
    path = f"/vinted/jobs/{done['job_id']}/receipt"
    answer, text = tmp_path / "answer.json", tmp_path / "receipt.jws"
    answer.write_bytes((await _get(served, path)).content)
    text.write_bytes((await _get(served, path, accept="application/jose")).content)
    address = f"{served.url}/.well-known/jwks.json"
    async with httpx.AsyncClient() as anybody:
        published = await anybody.get(address)
        same = await anybody.get(json.loads(answer.read_text())["keys_url"])
    assert published.headers["content-type"] == "application/jwk-set+json"
    assert published.json() == same.json()
    keys = tmp_path / "keys.json"
    keys.write_bytes(published.content)

    code, out, _ = await _verified(answer, "--key", address, "--json")
    assert (code, json.loads(out)["members"]["answer"]["outcome"]) == (0, "published")
    header, _, signature = text.read_text().split(".")
    code, _, said = await _verified("-", "--key", keys, given=f"{header}.e30.{signature}")
    assert code == 1 and "the text was changed" in said


async def test_the_caller_is_noted_on_every_transport(served: Serving) -> None:
    """GraphQL over HTTP and over a socket; the caller prepared nothing."""
    headers = {"X-API-Key": KEYS["second"]}

    async def token() -> str:
        return str(
            (await served.prepare(photos=[await served.upload(hoodie(30))]))["confirm_token"]
        )

    body = {"query": PUBLISH, "variables": {"token": await token()}}
    answer = (await served.http.post("/graphql", json=body, headers=headers)).json()
    by_http = answer["data"]["publishListing"]["job"]
    url = f"{served.url.replace('http', 'ws')}/graphql"
    async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": headers}))
        payload = {"query": PUBLISH, "variables": {"token": await token()}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
        while (message := json.loads(await socket.recv()))["type"] != "next":
            continue
    by_socket = message["payload"]["data"]["publishListing"]["job"]
    for job in (by_http, by_socket):
        assert job["result"]["outcome"] == "PUBLISHED", job
        assert job["receipt"]["approval"]["by"] == _caller(KEYS["second"])
        assert job["receipt"]["text"] == (await _receipt(served, job["id"]))["receipt"]
        assert (await _get(served, job["receipt"]["pictureAfter"]["url"])).content


async def test_a_persons_word_adds_a_receipt(served: Serving) -> None:
    prepared = await served.prepare(photos=[await served.upload(hoodie(30))])
    blocked = {"challenge": "hard_block", "challenge_at": "navigation"}
    await served.faults(publish_fault="error_before", publish_fault_times=1, **blocked)
    unknown = (await served.publish(prepared["confirm_token"])).json()
    assert unknown["outcome"] == "outcome_unknown", unknown
    first = await _receipt(served, unknown["job_id"])
    assert first["members"]["answer"]["outcome"] == "outcome_unknown"
    resolve = f"/vinted/jobs/{unknown['job_id']}/resolve"
    await served.http.post(resolve, json={"there": False}, headers={"X-API-Key": KEYS["second"]})
    second = await _receipt(served, unknown["job_id"])
    assert second["superseded"] == [first["receipt"]]
    said = second["members"]
    assert said["answer"]["reason"] == "not_there_by_person"
    assert said["answer"]["resolved_by"] == _caller(KEYS["second"])
    assert said["supersedes"] == hashlib.sha256(first["receipt"].encode()).hexdigest()


async def test_what_clicked_nothing_has_no_receipt(served: Serving) -> None:
    prepared = await served.prepare(photos=[await served.upload(hoodie(30))])
    checked = (await served.publish(prepared["confirm_token"], dry_run=True)).json()
    for job_id in (prepared["draft_context"]["job_id"], checked["job_id"]):
        answer = await served.http.get(f"/vinted/jobs/{job_id}/receipt")
        assert (answer.status_code, answer.json()["code"]) == (404, "receipt_not_found")
    query = "query($id: ID!) { job(id: $id) { receipt { text } receipts { text } } }"
    body = {"query": query, "variables": {"id": checked["job_id"]}}
    answer = await served.http.post("/graphql", json=body)
    assert answer.json()["data"]["job"] == {"receipt": None, "receipts": []}
    keys = await served.http.post("/graphql", json={"query": "{ receiptKeys { kid crv x } }"})
    (published,) = (await _get(served, "/vinted/receipts/jwks.json")).json()["keys"]
    (shown,) = keys.json()["data"]["receiptKeys"]
    assert shown.items() <= published.items()
