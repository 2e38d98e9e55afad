"""Receipts: what is written down of a publish whose fence was passed, and how it is checked.

Owns the members of a receipt, which are the documented JSON object, and its reading. Signatures
are `jws`' matter; when one is written, and where it is kept, `db.receipts`'. A receipt
holds digests and ids, and nothing of the listing's text.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from gql_api.domain.job import Job, Outcome, Picture, Result
from gql_api.domain.tenant import shown
from gql_api.security.jws import NotVerified, PublicKeys, Signer, members
from gql_api.security.keyring import KeyRing

PURPOSE: Final = "receipt"
KIND: Final = "fripier-receipt+jwt"
"""The `typ` of every receipt, so that no other signed text passes for one (RFC 8725, 3.11)."""
VERSION: Final = 1
_Outcome = Annotated[str, Field(json_schema_extra={"enum": [str(each) for each in Outcome]})]
"""What is written is one of these; what a later release has signed is read as well."""


def _doc(description: str) -> FieldInfo:
    found: FieldInfo = Field(description=description)
    return found


@dataclass(frozen=True, slots=True)
class PictureProof:
    """A picture, kept under /vinted/pictures/ by its id."""

    id: Annotated[str, _doc("Its id.")]
    sha256: Annotated[str, _doc("Digest of its bytes, in hex.")]


@dataclass(frozen=True, slots=True)
class JobNamed:
    """Whose publish it is."""

    id: Annotated[str, _doc("The job's id.")]
    account: Annotated[str, _doc("The account's name in Fripier.")]
    market: Annotated[str, _doc("The market's origin.")]
    preparation: Annotated[str, _doc("The job that was approved.")]
    revision: Annotated[int, _doc("Its revision.")]


@dataclass(frozen=True, slots=True)
class Content:
    """What was approved."""

    sha256: Annotated[str, _doc("Digest of the listing, in hex.")]
    photos: Annotated[tuple[str, ...], _doc("Digests of the photos, in order.")]


@dataclass(frozen=True, slots=True)
class Approval:
    """The yes."""

    by: Annotated[str | None, _doc("The caller's id; anonymous without keys.")]
    at: Annotated[datetime, _doc("When it was accepted.")]
    picture: Annotated[PictureProof | None, _doc("The form that was shown for it.")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the click."""

    at: Annotated[datetime, _doc("When that was stored.")]
    outcome: Annotated[_Outcome | None, _doc("How the job ended; null while it goes on.")]
    reason: Annotated[
        str | None, _doc("Refines the outcome, as captcha_or_verification does needs_manual.")
    ]
    listing_id: Annotated[str | None, _doc("The listing's id on the site.")]
    listing_url: Annotated[str | None, _doc("Its address.")]
    listing_urls: Annotated[tuple[str, ...], _doc("Every address of several.")]
    refused_fields: Annotated[tuple[str, ...], _doc("What the site refused.")]
    resolved_by: Annotated[str | None, _doc("Who said so, when it is a person's word.")]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The form before the click, and the page after it."""

    before: Annotated[PictureProof | None, _doc("The form just before.")]
    after: Annotated[PictureProof | None, _doc("The page after.")]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the receipt says."""

    version: Annotated[int, Field(json_schema_extra={"const": VERSION}), _doc("Of these members.")]
    jti: Annotated[str, _doc("The receipt's id: the job's, a dot, and the number.")]
    iat: Annotated[int, _doc("When it was signed, in seconds since 1970.")]
    number: Annotated[int, _doc("1, and one more each time a later word supersedes it.")]
    supersedes: Annotated[str | None, _doc("SHA-256 of the text of the receipt before, in hex.")]
    software: Annotated[str, _doc("What signed it.")]
    job: JobNamed
    content: Content
    approval: Approval
    fence_at: Annotated[datetime, _doc("When the click was let through.")]
    answer: Answer
    pictures: Pictures
    locator_pack: Annotated[
        str | None, _doc("SHA-256 of the file that added locators, in hex.")
    ] = None


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """A receipt with the text that is signed: a compact JWS."""

    text: str
    receipt: Receipt

    @classmethod
    def read(cls, text: str) -> "SignedReceipt":
        """A stored one, as it stands."""
        return cls(text, _receipt(members(text)))


@dataclass(frozen=True, slots=True)
class Passage:
    """What the fence knows of a publish: when it was passed, and the form just before."""

    at: datetime
    before: Picture | None


_adapter: Final = TypeAdapter(Receipt)


def signer(keys: KeyRing) -> Signer:
    """The signer of receipts, with a key of its own."""
    return Signer(keys, PURPOSE, kind=KIND)


def receipt_of(
    job: Job,
    prepared: Job,
    passage: Passage,
    at: datetime,
    *,
    number: int,
    before: str | None,
    locator_pack: str | None = None,
) -> Receipt:
    """The receipt of a publish with its result; `before` is the text of the one it supersedes."""
    approved = prepared.result or Result()
    result = job.result or Result()
    return Receipt(
        version=VERSION,
        jti=f"{job.id}.{number}",
        iat=int(at.timestamp()),
        number=number,
        supersedes=fingerprint(before) if before else None,
        software=f"fripier {version('fripier')}",
        job=JobNamed(job.id, shown(job.account), job.origin, prepared.id, prepared.revision),
        content=Content(
            prepared.listing.digest(), tuple(photo.digest for photo in prepared.listing.photos)
        ),
        approval=Approval(job.approved_by, job.created_at, _proof(approved.picture)),
        fence_at=passage.at,
        answer=_answer(result, at),
        pictures=Pictures(_proof(passage.before), _proof(result.picture)),
        locator_pack=locator_pack,
    )


def as_members(receipt: Receipt) -> dict[str, Any]:
    """The JSON object that is signed; times are RFC 3339 in UTC."""
    found: dict[str, Any] = _adapter.dump_python(receipt, mode="json")
    return found


def verify(text: str, keys: PublicKeys) -> SignedReceipt:
    """The receipt, when one of the keys signed exactly this text; else `NotVerified`."""
    return SignedReceipt(text, _receipt(keys.verify(text, KIND)))


def fingerprint(text: str) -> str:
    """How a later receipt names this one: SHA-256 over its text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def _receipt(found: dict[str, Any]) -> Receipt:
    try:
        return _adapter.validate_python(found)
    except ValidationError as error:
        raise NotVerified(
            "malformed", "It is signed, and does not have the members of a receipt."
        ) from error


def _answer(result: Result, at: datetime) -> Answer:
    return Answer(
        at=at,
        outcome=result.outcome,
        reason=result.reason,
        listing_id=result.listing_id,
        listing_url=result.listing_url,
        listing_urls=result.listing_urls,
        refused_fields=tuple(sorted(result.errors)),
        resolved_by=result.resolved_by,
    )


def _proof(picture: Picture | None) -> PictureProof | None:
    return PictureProof(picture.id, picture.digest) if picture else None
