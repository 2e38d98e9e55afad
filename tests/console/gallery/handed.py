"""The scenes of answers that no call of the console meets: a real call gets them.

The console sends well-formed calls of its own, through a browser. What only other callers can meet
(bytes that are no HTTP, documents that are too deep, keys of idempotency) is asked for here as they
would, and handed on to the console as it was answered.
"""

import asyncio
import signal
import tempfile
from pathlib import Path
from typing import Any

import httpx

from gql_api.app import create_app
from gql_api.http.connection import Bounds
from gql_api.settings import load_settings
from tests.console.gallery.outcomes import lost
from tests.console.gallery.scenes import scene
from tests.console.gallery.stage import Answer, Stage
from tests.e2e.serving import LISTING, serving
from tests.edge.raw import Raw, request
from tests.gql_api.inside import inside
from tests.gql_api.notices.browsers import NOWHERE, Browser

PREPARE = "/vinted/listings/prepare"
PUBLISH = "/vinted/listings/publish"
LOOK_AGAIN = """mutation ($id: ID!) {
  result: lookAgain(input: {jobId: $id}) { ... on MutationError { code message } }
}"""
SUBSCRIBE = """mutation ($input: SubscribePushInput!) {
  result: subscribePush(input: $input) {
    ... on SubscribePushSuccess { device { id } } ... on MutationError { code message } }
}"""
UNSUBSCRIBE = """mutation ($input: UnsubscribePushInput!) {
  result: unsubscribePush(input: $input) { __typename }
}"""
EXAMINE = "mutation { result: runDoctor(input: {}) { ... on MutationError { code message } } }"
JSON = {"Content-Type": "application/json"}


async def graphql(stage: Stage, query: str, **variables: Any) -> httpx.Response:
    return await stage.ask("/graphql", {"query": query, "variables": variables})


async def bytes_for(url: str, sent: bytes) -> Answer:
    """The answer to bytes as they are."""
    line = await Raw.to(url)
    await line.send(sent)
    found = await line.answer()
    await line.close()
    return Answer(found.status, found.fields, found.body)


@scene(
    "code.malformed_json", handed=True, how="`{` as the body of `POST /vinted/listings/prepare`."
)
async def malformed_json(stage: Stage) -> None:
    await stage.hand_on(await stage.http.post(PREPARE, content="{", headers=JSON))


@scene("code.malformed_form", handed=True, how="A multipart form without an end.")
async def malformed_form(stage: Stage) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'
    answer = await stage.http.post("/vinted/photos/upload", content=body, headers=headers)
    await stage.hand_on(answer)


@scene(
    "code.preflight_required",
    handed=True,
    how="A multipart GraphQL request as a plain form sends it.",
)
async def preflight_required(stage: Stage) -> None:
    parts = {"operations": (None, '{"query": "{ __typename }"}'), "map": (None, "{}")}
    await stage.hand_on(await stage.http.post("/graphql", files=parts))


@scene("code.operation_too_large", handed=True, how="A selection of 64 levels.")
async def operation_too_large(stage: Stage) -> None:
    chain = "{ preparation " * 60 + "{ id }" + "}" * 60
    await stage.hand_on(
        await graphql(stage, f"{{ jobs(first: 1) {{ edges {{ node {chain} }} }} }}")
    )


@scene("code.idempotency_key_invalid", handed=True, how="A key of 300 characters.")
async def key_invalid(stage: Stage) -> None:
    await stage.hand_on(await stage.ask(PREPARE, LISTING, **{"Idempotency-Key": "k" * 300}))


@scene("code.idempotency_key_reused", handed=True, how="The same key for another listing.")
async def key_reused(stage: Stage) -> None:
    await stage.ask(PREPARE, await stage.listing(), **{"Idempotency-Key": "one"})
    await stage.hand_on(
        await stage.ask(PREPARE, await stage.listing(), **{"Idempotency-Key": "one"})
    )


@scene(
    "code.idempotency_request_in_progress",
    handed=True,
    how="The same key while its first request runs.",
)
async def key_in_progress(stage: Stage) -> None:
    listing = await stage.listing()
    await stage.serving.faults(slow_api=1.5)
    key = {"Idempotency-Key": "two", "Prefer": "wait=0"}
    job_id = (await stage.ask(PREPARE, listing, **key)).json()["job_id"]
    answer = await stage.ask(PREPARE, listing, **{"Idempotency-Key": "two"})
    await stage.serving.faults(slow_api=0.0)
    await stage.until(job_id, lambda job: job["state"] not in {"queued", "running"})
    await stage.hand_on(answer)


@scene("code.confirm_token_invalid", handed=True, how="A token that is none of the service's.")
async def confirm_token_invalid(stage: Stage) -> None:
    await stage.hand_on(await stage.ask(PUBLISH, {"confirm_token": "abc", "dry_run": True}))


@scene(
    "code.confirm_token_expired", service="open for a second", handed=True,
    how="A yes after its end (`CONFIRM_TTL_SECONDS=1`); the console shows such a job as ended.",
)  # fmt: skip
async def confirm_token_expired(stage: Stage) -> None:
    told = await stage.prepared()
    await stage.until(stage.job_id or "", lambda job: job["state"] == "expired")
    body = {"confirm_token": told["confirm_token"], "dry_run": True}
    await stage.hand_on(await stage.ask(PUBLISH, body))


@scene(
    "code.unknown_market",
    handed=True,
    how="A session for `market: example.com`; the console offers only markets there are.",
)
async def unknown_market(stage: Stage) -> None:
    await stage.hand_on(await stage.serving.sign_in(market="example.com"))


@scene("code.not_found", handed=True, how="`GET /vinted/nothing`.")
async def not_found(stage: Stage) -> None:
    await stage.hand_on(await stage.http.get("/vinted/nothing"))


@scene(
    "code.receipt_not_found",
    handed=True,
    how="The receipt of a job that clicked nothing; the console links only receipts there are.",
)
async def receipt_not_found(stage: Stage) -> None:
    await stage.prepared()
    await stage.hand_on(await stage.http.get(f"/vinted/jobs/{stage.job_id}/receipt"))


@scene("code.picture_not_found", handed=True, how="A picture that there never was.")
async def picture_not_found(stage: Stage) -> None:
    await stage.hand_on(await stage.http.get("/vinted/pictures/nothing"))


@scene("code.method_not_allowed", handed=True, how="`PUT /vinted/jobs`.")
async def method_not_allowed(stage: Stage) -> None:
    await stage.hand_on(await stage.http.put("/vinted/jobs"))


@scene("code.not_acceptable", handed=True, how="`Accept: image/png` for a list of jobs.")
async def not_acceptable(stage: Stage) -> None:
    await stage.hand_on(await stage.http.get("/vinted/jobs", headers={"Accept": "image/png"}))


@scene("code.body_too_large", handed=True, how="4 MB of JSON.")
async def body_too_large(stage: Stage) -> None:
    body = b'{"title": "' + b"a" * 4_000_000 + b'"}'
    await stage.hand_on(await stage.http.post(PREPARE, content=body, headers=JSON))


@scene("code.unsupported_media_type", handed=True, how="A listing as `text/plain`.")
async def unsupported_media_type(stage: Stage) -> None:
    headers = {"Content-Type": "text/plain"}
    await stage.hand_on(await stage.http.post(PREPARE, content="{}", headers=headers))


@scene("code.malformed_request", handed=True, how="A request with two Host fields.")
async def malformed_request(stage: Stage) -> None:
    sent = b"GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"
    await stage.hand_on(await bytes_for(stage.serving.url, sent))


@scene("code.request_timeout", handed=True, how="A head that stops in the middle.")
async def request_timeout(stage: Stage) -> None:
    line = await Raw.to(stage.serving.url)
    await line.send(b"GET /vinted/jobs HTTP/1.1\r\nHost:")
    async with asyncio.timeout(30):
        head = b""
        while b"\r\n\r\n" not in head:
            head += await line.some()
    status = int(head.split(b" ", 2)[1])
    body = head.partition(b"\r\n\r\n")[2] + await line.rest()
    await line.close()
    await stage.hand_on(Answer(status, {"content-type": "application/problem+json"}, body))


@scene("code.request_target_too_long", handed=True, how="An address of 70 KB.")
async def target_too_long(stage: Stage) -> None:
    sent = b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"
    await stage.hand_on(await bytes_for(stage.serving.url, sent))


@scene("code.request_head_too_large", handed=True, how="120 fields before the body.")
async def head_too_large(stage: Stage) -> None:
    fields = b"".join(b"X-%d: a\r\n" % number for number in range(120))
    sent = b"GET /health HTTP/1.1\r\nHost: a\r\n" + fields + b"\r\n"
    await stage.hand_on(await bytes_for(stage.serving.url, sent))


@scene(
    "code.precondition_failed", handed=True, how="`If-Match` with the validator of another answer."
)
async def precondition_failed(stage: Stage) -> None:
    headers = {"If-Match": '"another"'}
    await stage.hand_on(await stage.http.get("/openapi.json", headers=headers))


@scene("code.range_not_satisfiable", handed=True, how="A range behind the end of a photo.")
async def range_not_satisfiable(stage: Stage) -> None:
    photo = await stage.serving.upload(await stage.jpeg())
    headers = {"Range": "bytes=99999999-"}
    await stage.hand_on(await stage.http.get(f"/vinted/photos/{photo}", headers=headers))


@scene("code.method_not_implemented", handed=True, how="`BREW /vinted/jobs`.")
async def method_not_implemented(stage: Stage) -> None:
    await stage.hand_on(await stage.http.request("BREW", "/vinted/jobs"))


@scene("code.transfer_coding_unknown", handed=True, how="`Transfer-Encoding: gzip, chunked`.")
async def transfer_coding_unknown(stage: Stage) -> None:
    sent = (
        b"POST /vinted/listings/prepare HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
    )
    await stage.hand_on(await bytes_for(stage.serving.url, sent))


@scene("code.http_version_unsupported", handed=True, how="A request line that says HTTP/3.7.")
async def http_version(stage: Stage) -> None:
    sent = b"GET /health HTTP/3.7\r\nHost: a\r\n\r\n"
    await stage.hand_on(await bytes_for(stage.serving.url, sent))


@scene(
    "code.too_many_connections",
    handed=True,
    how="A fifth connection to a service that takes four, all of which wait.",
)
async def too_many_connections(stage: Stage) -> None:
    fields = ["Content-Type: application/json", "Content-Length: 40", "Expect: 100-continue"]
    with tempfile.TemporaryDirectory() as folder:
        async with inside(Path(folder), Bounds(connections=4)) as service:
            waiting = [await Raw.to(service.url) for _ in range(4)]
            for each in waiting:
                await each.send(request("POST /graphql HTTP/1.1", fields))
                assert (await each.answer()).status == 100
            answer = await bytes_for(service.url, request())
            for each in waiting:
                await each.close()
    await stage.hand_on(answer)


@scene(
    "code.too_many_streams", service="one stream a caller", handed=True,
    how="A second stream of events (`STREAMS_PER_CALLER=1`); to the console its line is cut.",
)  # fmt: skip
async def too_many_streams(stage: Stage) -> None:
    listing = await stage.listing()
    await stage.serving.faults(slow_api=1.5)
    job_id = await stage.begun(PREPARE, listing)
    path = f"/vinted/jobs/{job_id}/events"
    async with stage.http.stream("GET", path):
        answer = await stage.http.get(path)
    await stage.serving.faults(slow_api=0.0)
    await stage.hand_on(answer)


@scene("code.too_many_devices", handed=True, how="An eleventh browser is subscribed to Web Push.")
async def too_many_devices(stage: Stage) -> None:
    told = []
    for number in range(11):
        given = Browser(f"{NOWHERE}{number}").given
        told.append(await graphql(stage, SUBSCRIBE, input=given))
    for each in told[:10]:
        device_id = each.json()["data"]["result"]["device"]["id"]
        await graphql(stage, UNSUBSCRIBE, input={"id": device_id})
    await stage.hand_on(told[10])


@scene(
    "code.host_not_allowed",
    handed=True,
    how="`Host: evil.example`: no page of ours is opened there.",
)
async def host_not_allowed(stage: Stage) -> None:
    headers = {"Host": "evil.example"}
    await stage.hand_on(await stage.http.get("/vinted/jobs", headers=headers))


@scene(
    "code.origin_not_allowed",
    handed=True,
    how="`Origin: https://evil.example`: another page than the console.",
)
async def origin_not_allowed(stage: Stage) -> None:
    headers = {"Origin": "https://evil.example"}
    await stage.hand_on(await stage.http.post(PREPARE, json={}, headers=headers))


@scene(
    "code.wrong_account",
    handed=True,
    how="A yes given for another account; the console names a job's own.",
)
async def wrong_account(stage: Stage) -> None:
    token = (await stage.prepared())["confirm_token"]
    body = {"confirm_token": token, "dry_run": True, "account": "second"}
    await stage.hand_on(await stage.ask(PUBLISH, body))


@scene(
    "code.not_a_preparation",
    handed=True,
    how="A correction of a publish; the console corrects its preparation.",
)
async def not_a_preparation(stage: Stage) -> None:
    told = await stage.published((await stage.prepared())["confirm_token"], dry_run=True)
    await stage.hand_on(
        await stage.ask(PREPARE, await stage.listing(photo=False, job_id=told["job_id"]))
    )


@scene(
    "code.job_cancelled",
    handed=True,
    how="A job is cancelled while `POST /vinted/listings/prepare` waits for it.",
)
async def job_cancelled(stage: Stage) -> None:
    listing = await stage.listing()
    await stage.serving.faults(slow_api=1.5)
    waiting = asyncio.create_task(stage.ask(PREPARE, listing))
    job_id = await _newest(stage, "running")
    await stage.http.delete(f"/vinted/jobs/{job_id}")
    await stage.hand_on(await waiting)


async def _newest(stage: Stage, state: str) -> str:
    async with asyncio.timeout(60):
        while True:
            jobs = (await stage.http.get("/vinted/jobs", params={"state": state})).json()["jobs"]
            if jobs:
                return str(jobs[0]["job_id"])
            await asyncio.sleep(0.1)


@scene(
    "code.options_not_read",
    handed=True,
    how="The options of a field that the form has not; the console asks for its questions'.",
)
async def options_not_read(stage: Stage) -> None:
    await stage.prepared(photo=False)
    query = 'query ($id: ID!) { options(jobId: $id, field: "isbn", text: "a") { optionId } }'
    await stage.hand_on(await graphql(stage, query, id=stage.job_id))


@scene(
    "code.unavailable",
    handed=True,
    how="“Look it up once more” while four jobs work in the browser.",
)
async def unavailable(stage: Stage) -> None:
    await lost(stage)
    unknown = stage.job_id
    accounts = [f"a{number}" for number in range(4)]
    for each in accounts:
        await stage.serving.sign_in(account=each)
    await stage.serving.faults(slow_api=3.0)
    jobs = [
        await stage.begun(PREPARE, await stage.listing(photo=False, account=each))
        for each in accounts
    ]
    for each in jobs:
        await stage.until(each, lambda job: job["state"] == "running")
    answer = await graphql(stage, LOOK_AGAIN, id=unknown)
    await stage.serving.faults(slow_api=0.0)
    await stage.hand_on(answer)


@scene(
    "code.not_running",
    handed=True,
    how="An application that was only mounted answers; it has no page of ours.",
)
async def not_running(stage: Stage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(load_settings({"DATA_DIR": folder, "MOCK_MODE": "true"}))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=stage.serving.url) as mounted:
            answer = await mounted.post(PREPARE, json={})
    await stage.hand_on(answer)


@scene(
    "code.stopping",
    handed=True,
    how="A session is looked at while its service is told to stop, and the site is slow.",
)
async def stopping(stage: Stage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with serving(Path(folder)) as other:
            await other.sign_in()
            await other.faults(slow_pages=60.0)
            asked = asyncio.create_task(other.http.get("/vinted/auth/check"))
            await asyncio.sleep(2)
            other.process.send_signal(signal.SIGTERM)
            answer = await asked
    await stage.hand_on(answer)


@scene(
    "code.examined_today",
    handed=True,
    how="A second examination of the sell page within the day; the console starts none.",
)
async def examined_today(stage: Stage) -> None:
    await graphql(stage, EXAMINE)
    await stage.hand_on(await graphql(stage, EXAMINE))
