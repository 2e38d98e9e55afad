"""What a job is in HTTP for the request that waited for it: 200, 202, a conflict or a failure."""

import asyncio
import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from starlette.requests import HTTPConnection, Request
from starlette.responses import FileResponse, JSONResponse, Response

from gql_api.domain.job import Job, JobState
from gql_api.errors import Conflict, NotFound, ServiceError
from gql_api.http import conditional
from gql_api.http.addresses import Media, reference
from gql_api.rest import bodies, models
from gql_api.rest.problems import RETRY_SECONDS, failure, render

_ENDED_EARLY: Final[Mapping[JobState, str]] = {
    JobState.CANCELLED: "The job was cancelled: prepare the listing again.",
    JobState.EXPIRED: "The job ended before it was confirmed: prepare the listing again.",
}


def address(connection: HTTPConnection, job: Job) -> str:
    return reference(connection, f"/vinted/jobs/{job.id}")


def still_running(request: Request, job: Job) -> Conflict:
    """The answer to a repeated key whose first request is not through."""
    return Conflict(
        "The request with this key is still running: follow the job, or repeat the call later.",
        code="idempotency_request_in_progress",
        retry_after=RETRY_SECONDS,
        members={"job_id": job.id, "location": address(request, job)},
    )


async def awaited(
    request: Request, job: Job, media: Media, picture: Path | None, replayed: bool = False
) -> Response:
    """The job's result, or where to find it when it goes on after the wait."""
    headers = {"Idempotent-Replayed": "true"} if replayed else {}
    if error := _failed(job, media):
        if not replayed:
            raise error
        # With this key it stays so: who sees that nothing was tried anew sends another one.
        response = render(request, error)
        response.headers.update(headers)
        return response
    if job.result is None:
        headers |= {"Location": address(request, job), "Retry-After": str(RETRY_SECONDS)}
        return JSONResponse(bodies.accepted(job), status_code=202, headers=headers)
    return JSONResponse(bodies.result(job, media, await encoded(picture)), headers=headers)


def _failed(job: Job, media: Media) -> ServiceError | None:
    """The error that a job is which came to no result."""
    if job.result is not None and job.result.problem is not None:
        taken = job.result.picture_id
        return failure(job.result.problem, job, media.picture(job.id, taken) if taken else None)
    if job.result is None and job.state in _ENDED_EARLY:
        members = {"job_id": job.id}
        return Conflict(_ENDED_EARLY[job.state], code=f"job_{job.state}", members=members)
    return None


async def encoded(picture: Path | None) -> str | None:
    """A picture as it stands in JSON."""
    if picture is None:
        return None
    return base64.b64encode(await asyncio.to_thread(picture.read_bytes)).decode("ascii")


def done() -> Response:
    return JSONResponse(models.Done(ok=True))


def tag(name: str) -> str:
    """The validator of what a name stands for, which never changes."""
    return f'"{name}"'


def image(request: Request, path: Path, name: str) -> Response:
    """A JPEG that the caller's own browser may keep, and asks for again before it shows it.

    What has a name never changes, so the name is its strong validator, on every machine.
    """
    headers = {"Cache-Control": "private, no-cache", "ETag": tag(name)}
    file = FileResponse(path, media_type="image/jpeg", headers=headers, stat_result=path.stat())
    return conditional.conditioned(request, file)


def passing_image(jpeg: bytes) -> Response:
    """A JPEG that is gone in a moment: nobody keeps it."""
    return Response(jpeg, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


def picture_id(job: Job) -> str:
    if job.result is None or job.result.picture_id is None:
        raise NotFound("This job has no picture: wait until its form is filled.")
    return job.result.picture_id
