"""What each tool takes: an unknown member is refused by name, for an agent may have made it up.

Bounds and cures of a listing's members are the API's, which reads them again.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from gql_api.domain.inputs import Input

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,100}$")]
Wait = Annotated[int, Field(ge=0, le=110)]
Answers = dict[str, str]
WAIT = "How many seconds to wait for the result. Call look_at_job when it is not there by then."
ACCOUNT = "Which of the seller's accounts; else default."


class Arguments(Input):
    """The arguments of a call."""

    model_config = ConfigDict(extra="forbid")


class Nothing(Arguments):
    """No argument at all."""


class _Words(Arguments):
    """A listing's members that may be left out, in the seller's own words."""

    category_hint: str | None = Field(None, description="As in Homme > Sweats.")
    brand: str | None = Field(None, description="As in Diesel.")
    brand_is_custom: bool | None = Field(
        None, description="True only after the seller said that a brand the site lacks is meant."
    )
    size: str | None = Field(None, description="As in L.")
    condition: str | None = Field(None, description="As in bon, or very good.")
    color: str | None = Field(None, description="One or two, as in noir.")
    material: str | None = Field(None, description="As in coton.")
    parcel_size: str | None = Field(None, description="Else the recommended one.")
    unisex: bool | None = Field(None, description="Whether it is for everyone.")
    photos: list[Id] | None = Field(
        None, description="Ids of photos that Fripier keeps, in order; the first is the cover."
    )
    answers: Answers | None = Field(
        None, description="Field to option id or text, for any field that the form can have."
    )


class Prepare(_Words):
    """A listing to prepare."""

    title: str = Field(description="At most 100 characters.")
    price: str | int | float = Field(description="In the market's currency, as in 35 or '35.50'.")
    description: str = Field(description="At most 2000 characters.")
    account: str | None = Field(None, description=ACCOUNT)
    market: str | None = Field(None, description="The market's host; else the service's own.")
    wait_seconds: Wait = Field(40, description=WAIT)


class Correct(_Words):
    """What is to change in a preparation; what is left out stays."""

    job_id: Id = Field(description="The preparation.")
    title: str | None = Field(None, description="At most 100 characters.")
    price: str | int | float | None = Field(None, description="As in 35 or '35.50'.")
    description: str | None = Field(None, description="At most 2000 characters.")
    wait_seconds: Wait = Field(40, description=WAIT)


class Look(Arguments):
    """Which job, and what is known of it."""

    job_id: Id = Field(description="The job.")
    after: int = Field(0, ge=0, description="The last_seq of the newest answer about this job.")
    wait_seconds: Wait = Field(0, description=WAIT)


class Answer(Arguments):
    """Answers to the questions of a preparation."""

    job_id: Id = Field(description="The preparation.")
    answers: Answers = Field(min_length=1, description="Field to option_id or text.")
    wait_seconds: Wait = Field(40, description=WAIT)


class OneJob(Arguments):
    """Which job is meant."""

    job_id: Id = Field(description="The job.")


class Jobs(Arguments):
    """Which jobs are listed."""

    account: str | None = Field(None, description="Of this account alone.")
    state: (
        Literal[
            "queued", "running", "waiting_for_slot", "awaiting_answers", "awaiting_confirmation",
            "done", "failed", "cancelled", "expired",
        ]
        | None
    ) = Field(None, description="In this state alone.")  # fmt: skip
    first: int = Field(10, ge=1, le=50, description="How many, newest first.")


class Suggest(Arguments):
    """What a text may be among a field's options."""

    field: Id = Field(
        description="category, brand, color, condition or size; with job_id any field of its form."
    )
    text: str = Field(max_length=200, description="What the seller says.")
    job_id: Id | None = Field(None, description="Search the list that this job's form has shown.")
    category_id: Id | None = Field(None, description="Needed for sizes without a job.")
    market: str | None = Field(None, description="The market's host; else the service's own.")


class Account(Arguments):
    """Which account is meant."""

    account: str = Field("default", max_length=64, description="The account.")
    check: bool = Field(False, description="True asks the site, once.")


class Photos(Arguments):
    """How many photos are listed."""

    first: int = Field(20, ge=1, le=100, description="How many, newest first.")


class Files(Arguments):
    """Photos on this machine."""

    files: list[str] = Field(
        min_length=1, max_length=20, description="Paths inside the folders, in order."
    )
