"""What each REST route does: input, service call, output.

Which statuses and members an answer has is fixed in `answers` and `models`; errors are rendered
by `problems`, around every route.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gql_api.domain.inputs import (
    AccountInput,
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
    read,
)
from gql_api.domain.job import Job
from gql_api.errors import InvalidInput, ServiceError
from gql_api.http import parsing
from gql_api.http.middleware import Media, caller, public_base
from gql_api.rest import answers, bodies, machines, models, receipts, requests, streams, suggestions
from gql_api.service.jobs import Accepted
from gql_api.service.listings import DEFAULT_ACCOUNT
from gql_api.service.service import Service
from gql_api.sessions.service import SessionStatus

WAIT_SECONDS: Final = 120


class Actions:
    """The actions of the REST transport over one service."""

    def __init__(self, service: Service, streaming: streams.Streaming) -> None:
        self._service = service
        self._streaming = streaming

    def _of(self, request: Request) -> Service:
        """The service as the caller of a request has it."""
        return self._service.of(caller(request))

    def _media(self, request: Request) -> Media:
        return Media(public_base(request), self._of(request).address)

    async def save_session(self, request: Request) -> Response:
        given = read(SessionInput, await requests.json_object(request))
        saved = await self._of(request).sessions.save(given)
        screenshot = await self._screenshot(request, saved)
        return JSONResponse(bodies.session_saved(saved, self._media(request), screenshot))

    async def forget_session(self, request: Request) -> Response:
        forgotten = await self._of(request).sessions.forget(requests.account(request))
        return JSONResponse(models.Forgotten(ok=True, forgotten=forgotten))

    async def forget_account(self, request: Request) -> Response:
        account = parsing.account_name(request.path_params["account"])
        forgotten = await self._of(request).sessions.forget_account(account)
        return JSONResponse(models.ForgottenAccount(ok=True, account=account, forgotten=forgotten))

    async def check_session(self, request: Request) -> Response:
        found = await self._of(request).sessions.check(requests.account(request))
        return await self._known(request, found)

    async def resume_account(self, request: Request) -> Response:
        given = read(AccountInput, await requests.json_object(request))
        found = await self._of(request).sessions.resume(given.account or DEFAULT_ACCOUNT)
        return await self._known(request, found)

    async def _known(self, request: Request, found: SessionStatus) -> Response:
        screenshot = await self._screenshot(request, found)
        return JSONResponse(bodies.session_checked(found, self._media(request), screenshot))

    async def _screenshot(self, request: Request, session: SessionStatus) -> str | None:
        """What the session met; what is known of it counts without."""
        if session.picture_id is None:
            return None
        with suppress(ServiceError):
            return await answers.encoded(await self._of(request).photos.picture(session.picture_id))
        return None

    async def upload_photo(self, request: Request) -> Response:
        async with requests.files(request, "file") as (upload, *others):
            if others:
                raise InvalidInput(
                    "Send one photo here: several go to /ingest/upload.", field="file"
                )
            stored = await self._of(request).photos.upload(parsing.chunks(upload), upload.filename)
        photo = bodies.photo(stored, self._media(request))
        return JSONResponse(models.UploadedPhoto(ok=True, photo=photo))

    async def ingest(self, request: Request) -> Response:
        async with requests.files(request, "files", "file") as uploads:
            stored = [
                await self._of(request).photos.upload(parsing.chunks(upload), upload.filename)
                for upload in uploads
            ]
        media = self._media(request)
        photos = [bodies.photo(each, media) for each in stored]
        return JSONResponse(models.UploadedPhotos(ok=True, photos=photos))

    async def photo(self, request: Request) -> Response:
        photo_id = request.path_params["id"]
        return answers.image(request, await self._of(request).photos.file(photo_id), photo_id)

    async def delete_photo(self, request: Request) -> Response:
        await self._of(request).photos.delete(request.path_params["id"])
        return answers.done()

    async def prepare(self, request: Request) -> Response:
        given = read(PrepareInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        return await self._awaited(
            request, await self._of(request).listings.prepare(given, key=key)
        )

    async def publish(self, request: Request) -> Response:
        given = read(PublishInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        accepted = await self._of(request).listings.publish(given, by=caller(request).id, key=key)
        return await self._awaited(request, accepted)

    async def answer(self, request: Request) -> Response:
        given = read(AnswersInput, await requests.json_object(request))
        job = await self._of(request).listings.answer(request.path_params["id"], given.answers)
        return await self._awaited(request, Accepted(job, replayed=False))

    async def resolve(self, request: Request) -> Response:
        given = read(ResolveInput, await requests.json_object(request))
        job = await self._of(request).jobs.resolve(
            request.path_params["id"],
            by=caller(request).id,
            there=given.there,
            address=given.address,
        )
        return self._whole(request, job)

    async def job(self, request: Request) -> Response:
        return self._whole(request, await self._of(request).jobs.get(request.path_params["id"]))

    async def cancel(self, request: Request) -> Response:
        return self._whole(request, await self._of(request).jobs.cancel(request.path_params["id"]))

    async def events(self, request: Request) -> Response:
        job = await self._of(request).jobs.get(request.path_params["id"])
        after = requests.event_number(request)
        watched = self._of(request).jobs.watch(job.id, after)
        return streams.events(request, job, after, watched, self._streaming)

    async def job_picture(self, request: Request) -> Response:
        job = await self._of(request).jobs.get(request.path_params["id"])
        picture_id = answers.picture_id(job)
        return answers.image(request, await self._of(request).photos.picture_of(job), picture_id)

    async def picture(self, request: Request) -> Response:
        picture_id = request.path_params["id"]
        return answers.image(
            request, await self._of(request).photos.picture(picture_id), picture_id
        )

    async def receipt(self, request: Request) -> Response:
        found = await self._of(request).jobs.receipts_of(request.path_params["id"])
        return receipts.answer(request, found)

    async def receipt_keys(self, request: Request) -> Response:
        return receipts.keys(request, self._of(request).jobs.receipt_keys)

    async def aliases(self, request: Request) -> Response:
        found = await self._of(request).listings.aliases(requests.account(request))
        aliases = [bodies.alias(each) for each in found]
        return JSONResponse(models.Aliases(ok=True, aliases=aliases))

    async def forget_alias(self, request: Request) -> Response:
        await self._of(request).listings.forget_alias(request.path_params["id"])
        return answers.done()

    async def suggest(self, request: Request) -> Response:
        typed = suggestions.typed(request)
        return suggestions.suggested(await self._of(request).listings.suggest(typed))

    async def markets(self, request: Request) -> Response:
        return suggestions.markets(self._of(request).status.capabilities().markets)

    async def health(self, request: Request) -> Response:
        found = await self._of(request).status.health()
        return JSONResponse(bodies.health(found, self._of(request).status.capabilities()))

    async def ready(self, request: Request) -> Response:
        found = await self._service.status.monitor.readiness()
        return machines.ready(found)

    async def stats(self, request: Request) -> Response:
        return JSONResponse(machines.stats(await self._of(request).status.stats()))

    async def metrics(self, request: Request) -> Response:
        return await machines.metrics(self._service.status.monitor, request)

    async def _awaited(self, request: Request, accepted: Accepted) -> Response:
        if accepted.replayed and accepted.job.is_active:
            raise answers.still_running(accepted.job)
        preferred = requests.preferred_wait(request, WAIT_SECONDS)
        seconds = WAIT_SECONDS if preferred is None else preferred
        job = await self._of(request).jobs.wait(accepted, seconds)
        picture = await self._picture(request, job)
        answer = await answers.awaited(job, self._media(request), picture, accepted.replayed)
        if preferred is not None:
            answer.headers["Preference-Applied"] = f"wait={preferred}"
        return answer

    async def _picture(self, request: Request, job: Job) -> Path | None:
        with suppress(ServiceError):  # the result counts, its picture is an extra
            return await self._of(request).photos.picture_of(job)
        return None

    def _whole(self, request: Request, job: Job) -> Response:
        return JSONResponse(bodies.whole_job(job, self._media(request)))
