"""The mutations: input, service call, output. Refusals become results in `errors`."""

from typing import Annotated

import strawberry

from gql_api.domain.inputs import (
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
    read,
)
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.devices import DeviceMutations
from gql_api.schema.drafting import DraftingMutations
from gql_api.schema.errors import Failure
from gql_api.schema.imports import ImportMutations
from gql_api.schema.resolvers import Given, mutation, union
from gql_api.schema.types.doctor import DoctorReport
from gql_api.schema.types.jobs import Job
from gql_api.schema.types.listings import Photo, PrepareListingInput
from gql_api.schema.types.status import Session
from gql_api.service.jobs import Accepted


@strawberry.type(description="The session is kept. See its state: the site may want a person.")
class SetSessionSuccess:
    session: Session = strawberry.field(description="What is known of it.")


@strawberry.type(description="The session is gone.")
class ForgetSessionSuccess:
    account: str = strawberry.field(description="The account.")
    forgotten: bool = strawberry.field(description="False when there was none.")
    session: Session = strawberry.field(description="What is known of it now: `ABSENT`.")


@strawberry.type(description="The challenge is solved: the account works again.")
class ResumeAccountSuccess:
    session: Session = strawberry.field(description="What is known of its session.")


@strawberry.type(description="Nothing of the account is left.")
class ForgetAccountSuccess:
    account: str = strawberry.field(description="The account.")
    forgotten: bool = strawberry.field(description="False when there was nothing of it.")
    session: Session = strawberry.field(description="What is known of its session now: `ABSENT`.")


@strawberry.type(description="The alias is forgotten.")
class ForgetAliasSuccess:
    id: strawberry.ID = strawberry.field(description="Its former id.")


@strawberry.type(description="The photo is kept.")
class UploadPhotoSuccess:
    photo: Photo = strawberry.field(description="The photo.")


@strawberry.type(description="The photo is gone.")
class DeletePhotoSuccess:
    id: strawberry.ID = strawberry.field(description="The photo that was deleted.")


@strawberry.type(description="The preparation was accepted.")
class PrepareListingSuccess:
    job: Job = strawberry.field(description="The job, with its result if that came in time.")
    replayed: bool = strawberry.field(description="Whether an earlier call is repeated.")


@strawberry.type(description="The publish was accepted.")
class PublishListingSuccess:
    job: Job = strawberry.field(description="The job, with its result if that came in time.")
    replayed: bool = strawberry.field(description="Whether an earlier call is repeated.")


@strawberry.type(description="The answers were taken; the preparation goes on.")
class AnswerQuestionsSuccess:
    job: Job = strawberry.field(description="The job, with its result if that came in time.")


@strawberry.type(description="The job is cancelled.")
class CancelJobSuccess:
    job: Job = strawberry.field(description="The job.")


@strawberry.type(description="The unknown outcome is settled.")
class ResolveJobSuccess:
    job: Job = strawberry.field(description="The job.")


@strawberry.type(description="The wardrobe was looked at. See the job: it may not be there.")
class LookAgainSuccess:
    job: Job = strawberry.field(description="The job, with what is known now.")


@strawberry.type(description="The sell page was walked over.")
class RunDoctorSuccess:
    report: DoctorReport = strawberry.field(description="What was found.")


SetSessionResult = Annotated[SetSessionSuccess | Failure, union("SetSessionResult")]
ForgetSessionResult = Annotated[ForgetSessionSuccess | Failure, union("ForgetSessionResult")]
ResumeAccountResult = Annotated[ResumeAccountSuccess | Failure, union("ResumeAccountResult")]
ForgetAccountResult = Annotated[ForgetAccountSuccess | Failure, union("ForgetAccountResult")]
ForgetAliasResult = Annotated[ForgetAliasSuccess | Failure, union("ForgetAliasResult")]
UploadPhotoResult = Annotated[UploadPhotoSuccess | Failure, union("UploadPhotoResult")]
DeletePhotoResult = Annotated[DeletePhotoSuccess | Failure, union("DeletePhotoResult")]
PrepareListingResult = Annotated[PrepareListingSuccess | Failure, union("PrepareListingResult")]
PublishListingResult = Annotated[PublishListingSuccess | Failure, union("PublishListingResult")]
AnswerQuestionsResult = Annotated[AnswerQuestionsSuccess | Failure, union("AnswerQuestionsResult")]
CancelJobResult = Annotated[CancelJobSuccess | Failure, union("CancelJobResult")]
RunDoctorResult = Annotated[RunDoctorSuccess | Failure, union("RunDoctorResult")]
LookAgainResult = Annotated[LookAgainSuccess | Failure, union("LookAgainResult")]
ResolveJobResult = Annotated[ResolveJobSuccess | Failure, union("ResolveJobResult")]


@strawberry.type(description="What can be changed.")
class Mutation(ImportMutations, DraftingMutations, DeviceMutations):
    @mutation("Looks at a pasted session on the site and keeps it.")
    async def set_session(
        self, info: Info, input: Given[inputs.SetSessionInput]
    ) -> SetSessionResult:
        given = read(SessionInput, inputs.given(input))
        return SetSessionSuccess(
            session=Session.of(await info.context.service.sessions.save(given))
        )

    @mutation("Deletes an account's session for good.")
    async def forget_session(
        self, info: Info, input: Given[inputs.ForgetSessionInput]
    ) -> ForgetSessionResult:
        account = inputs.account(input.account)
        sessions = info.context.service.sessions
        forgotten = await sessions.forget(account)
        left = Session.of(await sessions.status(account))
        return ForgetSessionSuccess(account=account, forgotten=forgotten, session=left)

    @mutation("Says that a challenge is solved: looks once, and ends the rest if it is.")
    async def resume_account(
        self, info: Info, input: Given[inputs.ResumeAccountInput]
    ) -> ResumeAccountResult:
        account = inputs.account(input.account)
        found = await info.context.service.sessions.resume(account)
        return ResumeAccountSuccess(session=Session.of(found))

    @mutation("Forgets everything of an account: session, jobs, receipts, pictures and photos.")
    async def forget_account(
        self, info: Info, input: Given[inputs.ForgetAccountInput]
    ) -> ForgetAccountResult:
        account = inputs.account(input.account)
        sessions = info.context.service.sessions
        forgotten = await sessions.forget_account(account)
        left = Session.of(await sessions.status(account))
        return ForgetAccountSuccess(account=account, forgotten=forgotten, session=left)

    @mutation("Walks over the sell page, saves nothing there, and says what has changed.")
    async def run_doctor(self, info: Info, input: Given[inputs.RunDoctorInput]) -> RunDoctorResult:
        account = inputs.account(input.account)
        report = await info.context.service.status.examine(account, force=bool(input.force))
        return RunDoctorSuccess(report=DoctorReport.of(report))

    @mutation("Forgets what words came to before: from now on they are asked about again.")
    async def forget_alias(
        self, info: Info, input: Given[inputs.ForgetAliasInput]
    ) -> ForgetAliasResult:
        await info.context.service.listings.forget_alias(input.id)
        return ForgetAliasSuccess(id=input.id)

    @mutation("Takes a photo in, upright and without its metadata.")
    async def upload_photo(
        self, info: Info, input: Given[inputs.UploadPhotoInput]
    ) -> UploadPhotoResult:
        service = info.context.service
        stored = await service.photos.upload(input.file.file, input.file.filename)
        return UploadPhotoSuccess(photo=Photo.of(stored))

    @mutation("Deletes a photo that no open job needs.")
    async def delete_photo(
        self, info: Info, input: Given[inputs.DeletePhotoInput]
    ) -> DeletePhotoResult:
        await info.context.service.photos.delete(input.id)
        return DeletePhotoSuccess(id=input.id)

    @mutation("Fills the form in the browser and stops before the last click.")
    async def prepare_listing(
        self, info: Info, input: Given[PrepareListingInput]
    ) -> PrepareListingResult:
        given = read(PrepareInput, inputs.given(input) | {"answers": inputs.answers(input.answers)})
        seconds, key = inputs.seconds(input.wait_seconds), inputs.key(input.idempotency_key)
        accepted = await info.context.service.listings.prepare(given, key=key)
        job = await info.context.service.jobs.wait(accepted, seconds)
        return PrepareListingSuccess(job=Job.of(job), replayed=accepted.replayed)

    @mutation("Publishes what was approved, or checks whether it could.")
    async def publish_listing(
        self, info: Info, input: Given[inputs.PublishListingInput]
    ) -> PublishListingResult:
        given = read(PublishInput, inputs.given(input))
        seconds, key = inputs.seconds(input.wait_seconds), inputs.key(input.idempotency_key)
        accepted = await info.context.service.listings.publish(
            given, by=info.context.caller, key=key, queue_for_slot=True
        )
        job = await info.context.service.jobs.wait(accepted, seconds)
        return PublishListingSuccess(job=Job.of(job), replayed=accepted.replayed)

    @mutation("Answers a preparation's questions and goes on with it.")
    async def answer_questions(
        self, info: Info, input: Given[inputs.AnswerQuestionsInput]
    ) -> AnswerQuestionsResult:
        given = read(AnswersInput, {"answers": inputs.answers(input.answers)})
        seconds = inputs.seconds(input.wait_seconds)
        job = await info.context.service.listings.answer(input.job_id, given.answers)
        return AnswerQuestionsSuccess(
            job=Job.of(await info.context.service.jobs.wait(Accepted(job, replayed=False), seconds))
        )

    @mutation("Stops a job before its click.")
    async def cancel_job(self, info: Info, input: Given[inputs.CancelJobInput]) -> CancelJobResult:
        return CancelJobSuccess(job=Job.of(await info.context.service.jobs.cancel(input.job_id)))

    @mutation("Looks an unknown outcome up on the site once more; never clicks.")
    async def look_again(self, info: Info, input: Given[inputs.LookAgainInput]) -> LookAgainResult:
        return LookAgainSuccess(
            job=Job.of(await info.context.service.jobs.look_again(input.job_id))
        )

    @mutation("Settles an outcome that Fripier could not learn.")
    async def resolve_job(
        self, info: Info, input: Given[inputs.ResolveJobInput]
    ) -> ResolveJobResult:
        given = read(ResolveInput, inputs.found(input))
        job = await info.context.service.jobs.resolve(
            input.job_id, by=info.context.caller, there=given.there, address=given.address
        )
        return ResolveJobSuccess(job=Job.of(job))
