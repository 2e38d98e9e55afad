"""The inputs of the mutations, but for a listing's, which stands beside the type that shows it.

They are read by the models of `domain/inputs`, which say what is wrong.
Where a model gives the better error, the type here is weak on purpose.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final

import strawberry
from starlette.datastructures import UploadFile

from browser.messages import Message
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.inputs import PASTE
from gql_api.errors import InvalidInput
from gql_api.http import parsing

MAX_WAIT_SECONDS: Final = 120
_OF_THE_TRANSPORT: Final = frozenset({"wait_seconds", "idempotency_key"})
ACCOUNT: Final = "The account; `default` when it is left out."
MARKET: Final = "The market's host; the service's own when it is left out."
WAIT: Final = "Holds the answer until the outcome, for 0 to 120 seconds."
KEY: Final = "A repeated call with this key replays the first one; send a UUID."


def given(source: object) -> dict[str, Any]:
    """The members of an input that a model is to read; what was left out is left out."""
    members = {each.name: getattr(source, each.name) for each in fields(source)}  # type: ignore[arg-type]
    return {
        name: value
        for name, value in members.items()
        if value is not None and name not in _OF_THE_TRANSPORT
    }


def seconds(wait_seconds: int | None) -> int:
    """The time that an answer may be held; null means not at all."""
    wait_seconds = wait_seconds or 0
    if not 0 <= wait_seconds <= MAX_WAIT_SECONDS:
        raise InvalidInput(
            Message("{field}: from 0 to {most}", field="wait_seconds", most=MAX_WAIT_SECONDS),
            field="wait_seconds",
        )
    return wait_seconds


def account(named: str | None) -> str:
    """The account that is meant; null means the default one."""
    return DEFAULT_ACCOUNT if named is None else parsing.account_name(named)


def only(named: str | None) -> str | None:
    """The account that a list is of; null means every one."""
    return None if named is None else parsing.account_name(named)


def key(idempotency_key: str | None) -> str | None:
    """The key of a call that may be repeated."""
    return parsing.checked_key(idempotency_key)


@strawberry.input(description="A seller's session, as pasted from the browser.")
class SetSessionInput:
    cookie: str = strawberry.field(description=PASTE)
    user_agent: str | None = strawberry.field(
        default=None,
        description="The user agent of the same browser; the paste's own when it is left out.",
    )
    expires_at: datetime | None = strawberry.field(
        default=None, description="After this the session counts as expired."
    )
    account: str | None = strawberry.field(default=None, description=ACCOUNT)
    market: str | None = strawberry.field(default=None, description=MARKET)


@strawberry.input(description="The account whose session is forgotten.")
class ForgetSessionInput:
    account: str | None = strawberry.field(default="default", description="The account.")


@strawberry.input(description="The account whose challenge a person has solved.")
class ResumeAccountInput:
    account: str | None = strawberry.field(default="default", description="The account.")


@strawberry.input(description="The account that is forgotten.")
class ForgetAccountInput:
    account: str = strawberry.field(description="The account, which has to be named.")


@strawberry.input(description="For which account the sell page is walked over.")
class RunDoctorInput:
    account: str | None = strawberry.field(default="default", description="The account.")
    force: bool | None = strawberry.field(
        default=False, description="True walks although it was done within the last day."
    )


@strawberry.input(description="A photo.")
class UploadPhotoInput:
    file: UploadFile = strawberry.field(description="A JPEG, PNG, WebP, GIF, HEIC or AVIF.")


@strawberry.input(description="The photo to delete.")
class DeletePhotoInput:
    id: strawberry.ID = strawberry.field(description="The photo.")


@strawberry.input(description="An answer to a question, or a choice made in advance.")
class AnswerInput:
    field: str = strawberry.field(description="The field, as in `size`.")
    value: str = strawberry.field(description="An option's id, or a text.")


@strawberry.input(description="A yes to what was prepared.")
class PublishListingInput:
    confirm_token: str = strawberry.field(description="The token of the preparation.")
    dry_run: bool | None = strawberry.field(
        default=True, description="True checks everything and does not click."
    )
    account: str | None = strawberry.field(
        default=None, description="When given, it must be the preparation's."
    )
    wait_seconds: int | None = strawberry.field(default=0, description=WAIT)
    idempotency_key: str | None = strawberry.field(default=None, description=KEY)


@strawberry.input(description="Answers to the questions of a preparation.")
class AnswerQuestionsInput:
    job_id: strawberry.ID = strawberry.field(description="The preparation.")
    answers: list[AnswerInput] = strawberry.field(description="One for each field.")
    wait_seconds: int | None = strawberry.field(default=0, description=WAIT)


@strawberry.input(description="The job to cancel.")
class CancelJobInput:
    job_id: strawberry.ID = strawberry.field(description="A job before its click.")


@strawberry.input(description="The alias to forget.")
class ForgetAliasInput:
    id: strawberry.ID = strawberry.field(description="The alias.")


@strawberry.input(one_of=True, description="What a person found: exactly one of these.")
class FindingInput:
    address: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The listing's page, as in `https://www.vinted.fr/items/123456789`.",
    )
    not_there: bool | None = strawberry.field(
        default=strawberry.UNSET, description="True: the listing is not on the site."
    )


@strawberry.input(description="What a person found on the site after an unknown outcome.")
class ResolveJobInput:
    job_id: strawberry.ID = strawberry.field(description="A job with OUTCOME_UNKNOWN.")
    finding: FindingInput | None = strawberry.field(
        default=None, description="What was found; left out only beside the older `there`."
    )
    there: bool | None = strawberry.field(
        default=None,
        description="Whether the listing is on the site.",
        deprecation_reason="Use `finding`. Goes away after 2027-06-30.",
    )
    address: str | None = strawberry.field(
        default=None,
        description="Its page, when it is.",
        deprecation_reason="Use `finding`. Goes away after 2027-06-30.",
    )


@strawberry.input(description="Which click is looked up once more.")
class LookAgainInput:
    job_id: strawberry.ID = strawberry.field(description="A job with OUTCOME_UNKNOWN.")


def found(source: ResolveJobInput) -> dict[str, Any]:
    """What the person found, as the model reads it, from the newer member or the older two."""
    finding = source.finding
    if finding is None and source.there is None:
        raise InvalidInput("Send the listing's address, or notThere: true.", field="finding")
    if finding is None:
        return given(source)
    if source.there is not None or source.address is not None:
        raise InvalidInput("Send the finding alone.", field="finding")
    if finding.address:
        return {"there": True, "address": finding.address}
    if finding.not_there:
        return {"there": False}
    raise InvalidInput("Send the listing's address, or notThere: true.", field="finding")


def answers(listed: list[AnswerInput] | None) -> dict[str, str]:
    """The answers by field, each of which is answered once."""
    found: dict[str, str] = {}
    for answer in listed or ():
        if answer.field in found:
            raise InvalidInput("answers: answer each field once", field="answers")
        found[answer.field] = answer.value
    return found
