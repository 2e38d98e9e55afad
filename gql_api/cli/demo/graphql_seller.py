"""A seller's front end over GraphQL: mutations by HTTP, progress by graphql-transport-ws."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import httpx
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from gql_api.cli.demo.seller import DemoFailed, Sold

_JOB: Final = """
fragment Shown on Job {
  id
  lastSeq
  state
  pictureUrl
  result {
    outcome
    reason
    confirmToken
    listingId
    listingUrl
    fields { name asked chosen score }
    problem { code message }
  }
}
"""
UPLOAD: Final = """
mutation Upload($input: UploadPhotoInput!) {
  uploadPhoto(input: $input) {
    ... on UploadPhotoSuccess { photo { id } }
    ... on Error { code message field }
  }
}
"""
PREPARE: Final = (
    """
mutation Prepare($input: PrepareListingInput!) {
  prepareListing(input: $input) {
    ... on PrepareListingSuccess { job { ...Shown } }
    ... on Error { code message field }
  }
}
"""
    + _JOB
)
PUBLISH: Final = (
    """
mutation Publish($input: PublishListingInput!) {
  publishListing(input: $input) {
    ... on PublishListingSuccess { job { ...Shown } }
    ... on Error { code message field }
  }
}
"""
    + _JOB
)
JOB: Final = "query Job($id: ID!) { job(id: $id) { ...Shown } }" + _JOB
PROGRESS: Final = """
subscription Progress($jobId: ID!) {
  listingProgress(jobId: $jobId) {
    jobId seq state percent step done total outcome
  }
}
"""


@dataclass
class GraphqlSeller:
    """Calls `/graphql` on one service."""

    http: httpx.AsyncClient

    async def upload(self, photos: Sequence[bytes]) -> list[str]:
        """Upload photos as multipart requests; their ids, in order."""
        ids = []
        for number, photo in enumerate(photos, 1):
            response = await self.http.post(
                "/graphql",
                data={
                    "operations": json.dumps(
                        {"query": UPLOAD, "variables": {"input": {"file": None}}}
                    ),
                    "map": json.dumps({"0": ["variables.input.file"]}),
                },
                files={"0": (f"hoodie-{number}.jpg", photo, "image/jpeg")},
                headers={"GraphQL-Require-Preflight": "1"},
            )
            ids.append(_member(response, "uploadPhoto")["photo"]["id"])
        return ids

    async def prepare(self, photos: Sequence[str]) -> Mapping[str, Any]:
        """Start a preparation; the job, at once."""
        listing = {
            "title": "Sweat à capuche Diesel",
            "description": "Porté quelques fois, très confortable.",
            "price": "42.50",
            "brand": "Diesel",
            "size": "M",
            "condition": "très bon",
            "color": "gris",
            "categoryHint": "Homme > Sweats",
            "photos": list(photos),
        }
        return await self._mutate(PREPARE, "prepareListing", listing)

    async def publish(self, token: str) -> Mapping[str, Any]:
        """Say yes, and mean it; the job, at once."""
        given = {"confirmToken": token, "dryRun": False}
        return await self._mutate(PUBLISH, "publishListing", given)

    async def job(self, job_id: str) -> Mapping[str, Any]:
        """The job as it stands."""
        body = {"query": JOB, "variables": {"id": job_id}}
        return _member(await self.http.post("/graphql", json=body), "job")

    async def progress(self, job_id: str) -> AsyncIterator[Mapping[str, Any]]:
        """The job's events from its first one to its outcome."""
        url = str(self.http.base_url.copy_with(scheme="ws", path="/graphql"))
        protocol = Subprotocol("graphql-transport-ws")
        async with connect(url, subprotocols=[protocol]) as socket:
            await socket.send(json.dumps({"type": "connection_init"}))
            subscribe = {"query": PROGRESS, "variables": {"jobId": job_id}}
            await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": subscribe}))
            async for text in socket:
                message = json.loads(text)
                if message["type"] == "next":
                    yield message["payload"]["data"]["listingProgress"]
                elif message["type"] in ("complete", "error"):
                    return

    async def everything(self, ready: asyncio.Event) -> AsyncIterator[Mapping[str, Any]]:
        """The events of every job from now on, over the older socket; `ready` once it listens."""
        url = str(self.http.base_url.copy_with(scheme="ws", path="/ws"))
        async with connect(url) as socket:
            ready.set()
            async for text in socket:
                yield json.loads(text)

    async def _mutate(self, query: str, name: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        body = {"query": query, "variables": {"input": given}}
        job: Mapping[str, Any] = _member(await self.http.post("/graphql", json=body), name)["job"]
        return job


def sold(job: Mapping[str, Any]) -> Sold:
    """What a publish job sold."""
    result = job["result"] or {}
    if result.get("outcome") != "PUBLISHED":
        raise DemoFailed(f"the publish ended as {job['state']}: {result}")
    return Sold("GraphQL", result["listingId"], result["listingUrl"])


def _member(response: httpx.Response, name: str) -> Mapping[str, Any]:
    answer = response.json()
    member: Mapping[str, Any] = (answer.get("data") or {}).get(name) or {}
    if answer.get("errors") or not member or "code" in member:
        raise DemoFailed(f"{name} answered {answer.get('errors') or member}")
    return member
