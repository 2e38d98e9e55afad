"""Receipts: what is written down of a publish whose fence was passed, and how it is checked.

Owns the members of a receipt, which are the documented JSON object, and its reading. Signatures
are `jws`' matter; when one is written, and where it is kept, `db.receipts`'. A receipt
holds digests and ids, and nothing of the listing's text.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from gql_api.domain.job import Job, Picture, Result
from gql_api.domain.tenant import shown
from gql_api.security.jws import NotVerified, PublicKeys, Signer, members
from gql_api.security.keyring import KeyRing

PURPOSE: Final = "receipt"
KIND: Final = "fripier-receipt+jwt"
"""The `typ` of every receipt, so that no other signed text passes for one (RFC 8725, 3.11)."""
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class PictureProof:
    """A kept picture; `sha256` is over the bytes of its JPEG, in hex."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class JobNamed:
    """Whose publish it is: `preparation` at `revision` is what was approved."""

    id: str
    account: str
    market: str
    preparation: str
    revision: int


@dataclass(frozen=True, slots=True)
class Content:
    """Digests of what was approved: the listing's, and the photos' in their order, in hex."""

    sha256: str
    photos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """The yes: `by` is the caller's id, `anonymous` without keys, null when not recorded."""

    by: str | None
    at: datetime
    picture: PictureProof | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the click, and since when it is known.

    `refused_fields` names what the site refused; its words are left out. `resolved_by` is there
    when it is a person's word and not the site's.
    """

    at: datetime
    outcome: str | None
    reason: str | None
    listing_id: str | None
    listing_url: str | None
    listing_urls: tuple[str, ...]
    refused_fields: tuple[str, ...]
    resolved_by: str | None


@dataclass(frozen=True, slots=True)
class Pictures:
    """The form before the click and the page after it; null where none could be taken."""

    before: PictureProof | None
    after: PictureProof | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The signed members. `supersedes` is the SHA-256 of the text of the job's receipt before.

    `locator_pack` is the SHA-256 of the file that added locators to those of the release.
    """

    version: int
    jti: str
    iat: int
    number: int
    supersedes: str | None
    software: str
    job: JobNamed
    content: Content
    approval: Approval
    fence_at: datetime
    answer: Answer
    pictures: Pictures
    locator_pack: str | None = None


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
