"""What each REST route does: input, service call, output.

Which statuses and members an answer has is fixed in `responses` and `models`; errors are rendered
by `problems`, around every route.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from browser.messages import Message
from gql_api.domain.caller import Scope
from gql_api.domain.input_types import DEFAULT_ACCOUNT
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
from gql_api.errors import InvalidInput, PhotoTooLarge, RateLimited, ServiceError, Unavailable
from gql_api.http import conditional, parsing
from gql_api.http.addresses import Media, public_base
from gql_api.http.middleware import expected
from gql_api.media.photo_limits import MAX_UPLOAD_TOTAL_BYTES
from gql_api.media.photos import StoredPhoto
from gql_api.rest import (
    bodies,
    models,
    monitoring,
    photo_models,
    receipts,
    requests,
    responses,
    streams,
    suggestions,
)
from gql_api.rest.console_session import SignIn
from gql_api.service.jobs import Accepted
from gql_api.service.service import Service
from gql_api.sessions.service import SessionStatus

WAIT_SECONDS: Final = 120

Input = TypeVar("Input", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Call:
    """One request, with the service as its caller has it."""

    request: Request
    service: Service
    streaming: streams.Streaming
    console: SignIn

    @property
    def id(self) -> str:
        found: str = self.request.path_params["id"]
        return found

    @property
    def account(self) -> str:
        """The account that a request without a body is about."""
        return requests.account(self.request)

    @property
    def media(self) -> Media:
        service = self.service
        return Media(public_base(self.request), service.address, service.brief_address)

    async def read(self, model: type[Input]) -> Input:
        return read(model, await requests.json_object(self.request))


async def save_session(call: Call) -> Response:
    saved = await call.service.sessions.save(await call.read(SessionInput))
    screenshot = await _screenshot(call, saved)
    return JSONResponse(bodies.session_saved(saved, call.media, screenshot))


async def forget_session(call: Call) -> Response:
    account = await requests.account_somewhere(call.request)
    forgotten = await call.service.sessions.forget(account)
    return JSONResponse(models.Forgotten(ok=True, forgotten=forgotten))


async def forget_account(call: Call) -> Response:
    account = parsing.account_name(call.request.path_params["account"])
    forgotten = await call.service.sessions.forget_account(account)
    return JSONResponse(models.ForgottenAccount(ok=True, account=account, forgotten=forgotten))


async def check_session(call: Call) -> Response:
    return await _known(call, await call.service.sessions.check(call.account))


async def resume_account(call: Call) -> Response:
    given = await call.read(AccountInput)
    return await _known(call, await call.service.sessions.resume(given.account or DEFAULT_ACCOUNT))


async def _known(call: Call, found: SessionStatus) -> Response:
    screenshot = await _screenshot(call, found)
    return JSONResponse(bodies.session_checked(found, call.media, screenshot))


async def _screenshot(call: Call, session: SessionStatus) -> str | None:
    """What the session met; what is known of it counts without."""
    if session.picture_id is None:
        return None
    with suppress(ServiceError):
        return await responses.encoded(await call.service.photos.picture(session.picture_id))
    return None


async def look_at_console(call: Call) -> Response:
    return await call.console.look(call.request)


async def sign_in(call: Call) -> Response:
    return await call.console.begin(call.request)


async def sign_out(call: Call) -> Response:
    return await call.console.end(call.request)


async def upload_photo(call: Call) -> Response:
    async with requests.files(call.request, "file") as (upload, *others):
        if others:
            raise InvalidInput("Send one photo here: several go to /ingest/upload.", field="file")
        stored = await _stored(call, upload)
    return JSONResponse(photo_models.UploadedPhoto(ok=True, photo=bodies.photo(stored, call.media)))


async def ingest(call: Call) -> Response:
    photos: list[photo_models.Photo] = []
    refusals: list[ServiceError] = []
    refused: list[photo_models.RefusedPhoto] = []
    async with requests.files_so_far(call.request, "files", "file") as (uploads, unread):
        for index, upload in enumerate(uploads):
            try:
                photos.append(bodies.photo(await _stored(call, upload), call.media))
            except Exception as error:
                refusals.append(_of_one_file(error))
                refused.append(bodies.refused_photo(index, upload.filename, refusals[-1]))
    if unread:
        name = unread.file.filename if unread.file else None
        refusals.append(_too_much())
        refused.append(bodies.refused_photo(len(uploads), name, refusals[-1]))
    if not photos:
        raise _all_refused(refusals, refused)
    return JSONResponse(photo_models.UploadedPhotos(ok=not refused, photos=photos, refused=refused))


def _too_much() -> PhotoTooLarge:
    """Why the file in which the bound of all together lies was not read, nor any after it."""
    return PhotoTooLarge(
        Message(
            "All files together may have {limit:,} bytes: this one and what came after it were not "
            "read. Send them in a request of their own.",
            limit=MAX_UPLOAD_TOTAL_BYTES,
        ),
        field="files",
    )


def _of_one_file(error: Exception) -> ServiceError:
    """Why one file was not taken, also by a mistake of ours; raises what is said of the call."""
    if isinstance(error, ServiceError) and not isinstance(
        error, InvalidInput | RateLimited | Unavailable
    ):
        raise error
    return expected(error)


def _all_refused(
    refusals: list[ServiceError], refused: list[photo_models.RefusedPhoto]
) -> ServiceError:
    """What is wrong with all, as it is with the photos alone, else as the first other one says."""
    said = next((each for each in refusals if not isinstance(each, InvalidInput)), None)
    said = said or next((each for each in refusals if not isinstance(each, PhotoTooLarge)), None)
    said = said or refusals[0]
    said.members |= {"photos": [], "refused": refused}
    return said


async def _stored(call: Call, upload: UploadFile) -> StoredPhoto:
    return await call.service.photos.upload(upload.file, upload.filename)


async def photo(call: Call) -> Response:
    return responses.image(call.request, await call.service.photos.file(call.id), call.id)


async def photos(call: Call) -> Response:
    first, start = requests.page(call.request)
    found = await call.service.photos.list(limit=first + 1, start=start)
    return JSONResponse(bodies.photos(found, first, call.media))


async def delete_photo(call: Call) -> Response:
    if not conditional.CHANGES.isdisjoint(call.request.headers.keys()):
        call.service.caller.require(Scope.PREPARE)
        await call.service.photos.get(call.id)  # what is not there is said first
        conditional.require_fitting(call.request, responses.tag(call.id))
    await call.service.photos.delete(call.id)
    return responses.done()


async def check_listing(call: Call) -> Response:
    data = await requests.json_object(call.request)
    return JSONResponse(bodies.listing_check(await call.service.listings.check(data)))


async def prepare(call: Call) -> Response:
    given = await call.read(PrepareInput)
    key = requests.idempotency_key(call.request)
    return await awaited(call, await call.service.listings.prepare(given, key=key))


async def publish(call: Call) -> Response:
    given = await call.read(PublishInput)
    key, by = requests.idempotency_key(call.request), call.service.caller.id
    return await awaited(call, await call.service.listings.publish(given, by=by, key=key))


async def answer(call: Call) -> Response:
    given = await call.read(AnswersInput)
    job = await call.service.listings.answer(call.id, given.answers)
    return await awaited(call, Accepted(job, replayed=False))


async def resolve(call: Call) -> Response:
    given, by = await call.read(ResolveInput), call.service.caller.id
    job = await call.service.jobs.resolve(call.id, by=by, there=given.there, address=given.address)
    return _whole(call, job)


async def jobs(call: Call) -> Response:
    first, start = requests.page(call.request)
    found = await call.service.jobs.list(
        account=requests.named_account(call.request),
        states=requests.states(call.request),
        limit=first + 1,
        start=start,
    )
    return JSONResponse(bodies.jobs(found, first, call.media))


async def job(call: Call) -> Response:
    return _whole(call, await call.service.jobs.get(call.id))


async def cancel(call: Call) -> Response:
    return _whole(call, await call.service.jobs.cancel(call.id))


async def events(call: Call) -> Response:
    job = await call.service.jobs.get(call.id)
    after = requests.event_number(call.request)
    jobs = call.service.jobs
    pictured = requests.flag(call.request, "pictures")
    watched = jobs.watch_live(job.id, after) if pictured else jobs.watch(job.id, after)
    return streams.events(call.request, job, after, watched, rules=call.streaming, media=call.media)


async def job_picture(call: Call) -> Response:
    job = await call.service.jobs.get(call.id)
    picture_id = responses.picture_id(job)
    return responses.image(call.request, await call.service.photos.picture_of(job), picture_id)


async def picture(call: Call) -> Response:
    return responses.image(call.request, await call.service.photos.picture(call.id), call.id)


async def live_picture(call: Call) -> Response:
    return responses.passing_image((await call.service.jobs.live_picture(call.id)).jpeg)


async def receipt(call: Call) -> Response:
    return receipts.answer(call.request, await call.service.jobs.receipts_of(call.id))


async def receipt_keys(call: Call) -> Response:
    return receipts.keys(call.request, call.service.jobs.receipt_keys)


async def aliases(call: Call) -> Response:
    found = await call.service.listings.aliases(call.account)
    return JSONResponse(models.Aliases(ok=True, aliases=[bodies.alias(each) for each in found]))


async def forget_alias(call: Call) -> Response:
    await call.service.listings.forget_alias(call.id)
    return responses.done()


async def suggest(call: Call) -> Response:
    typed = suggestions.typed(call.request)
    return suggestions.suggested(await call.service.listings.suggest(typed))


async def options(call: Call) -> Response:
    asked = suggestions.searched(call.request)
    return suggestions.options(await call.service.jobs.options_of(call.id, *asked))


async def markets(call: Call) -> Response:
    return suggestions.markets(call.service.status.capabilities().markets)


async def health(call: Call) -> Response:
    found = await call.service.status.health()
    return JSONResponse(bodies.health(found, call.service.status.capabilities()))


async def ready(call: Call) -> Response:
    return monitoring.ready(await call.service.status.monitor.readiness())


async def stats(call: Call) -> Response:
    return JSONResponse(monitoring.stats(await call.service.status.stats()))


async def metrics(call: Call) -> Response:
    return await monitoring.metrics(call.service.status.monitor, call.request)


async def awaited(call: Call, accepted: Accepted) -> Response:
    preferred = requests.preferred_wait(call.request, WAIT_SECONDS)
    usual = 0 if accepted.replayed else WAIT_SECONDS
    job = await call.service.jobs.wait(accepted, usual if preferred is None else preferred)
    if accepted.replayed and job.is_active:
        raise responses.still_running(call.request, job)
    picture = await _picture(call, job)
    answer = await responses.awaited(call.request, job, call.media, picture, accepted.replayed)
    if preferred is not None:
        answer.headers["Preference-Applied"] = f"wait={preferred}"
    return answer


async def _picture(call: Call, job: Job) -> Path | None:
    with suppress(ServiceError):  # the result counts, its picture is an extra
        return await call.service.photos.picture_of(job)
    return None


def _whole(call: Call, job: Job) -> Response:
    return JSONResponse(bodies.whole_job(job, call.media))
