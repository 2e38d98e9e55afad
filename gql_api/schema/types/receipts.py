"""The types of a receipt: what is signed of a publish, and the keys that check it."""

from datetime import datetime
from typing import Self

import strawberry

from gql_api.domain import receipt as values
from gql_api.schema.context import Info
from gql_api.schema.resolvers import field
from gql_api.schema.types.by_name import by_name
from gql_api.schema.types.enums import Outcome
from gql_api.security.jws import PublicKeys


@strawberry.type(description="A kept picture that a receipt names.")
class ReceiptPicture:
    id: strawberry.ID = strawberry.field(description="Opaque.")
    sha256: str = strawberry.field(description="Digest of the JPEG's bytes, in hex.")

    @field("Where it can be seen.")
    def url(self, info: Info) -> str:
        return info.context.media.kept_picture(self.id)

    @classmethod
    def of(cls, proof: values.PictureProof | None) -> Self | None:
        return cls(id=strawberry.ID(proof.id), sha256=proof.sha256) if proof else None


@strawberry.type(description="Digests of what was approved.")
class ReceiptContent:
    sha256: str = strawberry.field(description="Of the listing, its photos included, in hex.")
    photos: list[str] = strawberry.field(description="Of each photo, in order, in hex.")


@strawberry.type(description="The yes.")
class ReceiptApproval:
    by: str | None = strawberry.field(
        description="The caller's id, `anonymous` without keys; null where it was not recorded."
    )
    at: datetime = strawberry.field(description="When it was accepted.")
    picture: ReceiptPicture | None = strawberry.field(
        description="The filled form that was shown for it."
    )


@strawberry.type(description="What became of the click.")
class ReceiptAnswer:
    at: datetime = strawberry.field(description="When that was stored.")
    outcome: Outcome | None = strawberry.field(description="How it ended.")
    reason: str | None = strawberry.field(description="Refines the outcome.")
    listing_id: str | None = strawberry.field(description="The listing's id on the site.")
    listing_url: str | None = strawberry.field(description="The listing's page.")
    listing_urls: list[str] = strawberry.field(
        description="Every address when the site stored more than one."
    )
    refused_fields: list[str] = strawberry.field(description="The fields that the site refused.")
    resolved_by: str | None = strawberry.field(
        description="Who said so, when it is a person's word and not the site's."
    )

    @classmethod
    def of(cls, answer: values.Answer) -> Self:
        return by_name(cls, answer, outcome=Outcome(answer.outcome) if answer.outcome else None)


@strawberry.type(description="The signed receipt of a publish. Only `text` is proved: check it.")
class Receipt:
    text: str = strawberry.field(description="What is signed: a compact JWS (RFC 7515).")
    id: strawberry.ID = strawberry.field(description="The job's id, a dot, and the number.")
    number: int = strawberry.field(description="1, and one more with each later word.")
    supersedes: str | None = strawberry.field(
        description="SHA-256 of the text of the job's receipt before, in hex."
    )
    software: str = strawberry.field(description="What signed it.")
    locator_pack: str | None = strawberry.field(
        description="SHA-256 of the file that added locators, in hex; null without one."
    )
    account: str = strawberry.field(description="The account.")
    market: str = strawberry.field(description="The market's origin.")
    preparation: strawberry.ID = strawberry.field(description="The job that was approved.")
    revision: int = strawberry.field(description="The revision of it.")
    content: ReceiptContent = strawberry.field(description="What was approved.")
    approval: ReceiptApproval = strawberry.field(description="Who said yes, and when.")
    fence_at: datetime = strawberry.field(description="When the click was let through.")
    answer: ReceiptAnswer = strawberry.field(description="What became of the click.")
    picture_before: ReceiptPicture | None = strawberry.field(
        description="The form just before the click."
    )
    picture_after: ReceiptPicture | None = strawberry.field(
        description="The page after the click; null where none could be taken."
    )

    @classmethod
    def of(cls, signed: values.SignedReceipt) -> Self:
        found = signed.receipt
        return by_name(
            cls,
            found,
            text=signed.text,
            id=strawberry.ID(found.jti),
            account=found.job.account,
            market=found.job.market,
            preparation=strawberry.ID(found.job.preparation),
            revision=found.job.revision,
            content=ReceiptContent(sha256=found.content.sha256, photos=list(found.content.photos)),
            approval=ReceiptApproval(
                by=found.approval.by,
                at=found.approval.at,
                picture=ReceiptPicture.of(found.approval.picture),
            ),
            answer=ReceiptAnswer.of(found.answer),
            picture_before=ReceiptPicture.of(found.pictures.before),
            picture_after=ReceiptPicture.of(found.pictures.after),
        )


@strawberry.type(description="A public key (RFC 8037) that receipts are checked with.")
class ReceiptKey:
    kid: str = strawberry.field(description="Its id in a receipt: its thumbprint (RFC 7638).")
    kty: str = strawberry.field(description="Always `OKP`.")
    crv: str = strawberry.field(description="Always `Ed25519`.")
    x: str = strawberry.field(description="The key, in base64url.")

    @classmethod
    def all(cls, keys: PublicKeys) -> list[Self]:
        return [
            cls(kid=key["kid"], kty=key["kty"], crv=key["crv"], x=key["x"])
            for key in keys.jwks()["keys"]
        ]
