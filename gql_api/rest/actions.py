"""What each REST route does: input, service call, output.

Which statuses and members an answer has is fixed in `answers` and `bodies`; errors are rendered
by `problems`, around every route.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gql_api import wire
from gql_api.edge import caller, public_base
from gql_api.errors import ServiceError
from gql_api.inputs import (
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
    read,
)
from gql_api.jobs import Job
from gql_api.rest import answers, bodies, receipts, requests, streams, suggestions
from gql_api.service import Accepted, ListingService

WAIT_SECONDS: Final = 120


class Actions:
    """The actions of the REST transport over one service."""

    def __init__(self, service: ListingService) -> None:
        self._service = service

    async def save_session(self, request: Request) -> Response:
        given = read(SessionInput, await requests.json_object(request))
        return JSONResponse(bodies.session_saved(await self._service.save_session(given)))

    async def forget_session(self, request: Request) -> Response:
        forgotten = await self._service.forget_session(requests.account(request))
        return answers.done(forgotten=forgotten)

    async def check_session(self, request: Request) -> Response:
        found = await self._service.check_session(requests.account(request))
        return JSONResponse(bodies.session_checked(found))

    async def upload_photo(self, request: Request) -> Response:
        async with requests.files(request, "file") as (upload, *_):
            stored = await self._service.upload_photo(wire.chunks(upload), upload.filename)
        return answers.done(photo=bodies.photo(stored, public_base(request)))

    async def ingest(self, request: Request) -> Response:
        async with requests.files(request, "files", "file") as uploads:
            stored = [
                await self._service.upload_photo(wire.chunks(upload), upload.filename)
                for upload in uploads
            ]
        base = public_base(request)
        return answers.done(photos=[bodies.photo(each, base) for each in stored])

    async def photo(self, request: Request) -> Response:
        photo_id = request.path_params["id"]
        return answers.image(request, await self._service.photo_file(photo_id), photo_id)

    async def delete_photo(self, request: Request) -> Response:
        await self._service.delete_photo(request.path_params["id"])
        return answers.done()

    async def prepare(self, request: Request) -> Response:
        given = read(PrepareInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        return await self._awaited(request, await self._service.prepare(given, key=key))

    async def publish(self, request: Request) -> Response:
        given = read(PublishInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        accepted = await self._service.publish(given, by=caller(request).id, key=key)
        return await self._awaited(request, accepted)

    async def answer(self, request: Request) -> Response:
        given = read(AnswersInput, await requests.json_object(request))
        job = await self._service.answer(request.path_params["id"], given.answers)
        return await self._awaited(request, Accepted(job, replayed=False))

    async def resolve(self, request: Request) -> Response:
        given = read(ResolveInput, await requests.json_object(request))
        job = await self._service.resolve(
            request.path_params["id"],
            by=caller(request).id,
            there=given.there,
            address=given.address,
        )
        return self._whole(request, job)

    async def job(self, request: Request) -> Response:
        return self._whole(request, await self._service.job(request.path_params["id"]))

    async def cancel(self, request: Request) -> Response:
        return self._whole(request, await self._service.cancel(request.path_params["id"]))

    async def events(self, request: Request) -> Response:
        job = await self._service.job(request.path_params["id"])
        return streams.events(self._service, job, requests.event_number(request))

    async def job_picture(self, request: Request) -> Response:
        job = await self._service.job(request.path_params["id"])
        picture_id = answers.picture_id(job)
        return answers.image(request, await self._service.picture(picture_id), picture_id)

    async def picture(self, request: Request) -> Response:
        picture_id = request.path_params["id"]
        return answers.image(request, await self._service.picture(picture_id), picture_id)

    async def receipt(self, request: Request) -> Response:
        found = await self._service.receipts.of(request.path_params["id"])
        return receipts.answer(request, found)

    async def receipt_keys(self, request: Request) -> Response:
        return receipts.keys(request, self._service.receipts.keys)

    async def aliases(self, request: Request) -> Response:
        found = await self._service.aliases.of(requests.account(request))
        return answers.done(aliases=[bodies.alias(each) for each in found])

    async def forget_alias(self, request: Request) -> Response:
        await self._service.aliases.forget(request.path_params["id"])
        return answers.done()

    async def suggest(self, request: Request) -> Response:
        typed = suggestions.typed(request)
        return suggestions.suggested(await self._service.suggestions.suggest(typed))

    async def markets(self, request: Request) -> Response:
        return suggestions.markets(self._service.capabilities().markets)

    async def health(self, request: Request) -> Response:
        found = await self._service.health()
        return JSONResponse(bodies.health(found, self._service.capabilities()))

    async def ready(self, request: Request) -> Response:
        found = await self._service.health()
        body = bodies.health(found, self._service.capabilities())
        return JSONResponse(body, status_code=200 if found.ok else 503)

    async def stats(self, request: Request) -> Response:
        return JSONResponse(bodies.stats(await self._service.stats()))

    async def _awaited(self, request: Request, accepted: Accepted) -> Response:
        if accepted.replayed and accepted.job.is_active:
            raise answers.still_running(accepted.job)
        preferred = requests.preferred_wait(request, WAIT_SECONDS)
        seconds = WAIT_SECONDS if preferred is None else preferred
        job = await self._service.wait(accepted, seconds)
        answer = await answers.awaited(job, await self._picture(job), accepted.replayed)
        if preferred is not None:
            answer.headers["Preference-Applied"] = f"wait={preferred}"
        return answer

    async def _picture(self, job: Job) -> Path | None:
        with suppress(ServiceError):  # the result counts, its picture is an extra
            return await self._service.picture(answers.picture_id(job))
        return None

    def _whole(self, request: Request, job: Job) -> Response:
        return JSONResponse(bodies.whole_job(job, public_base(request)))
