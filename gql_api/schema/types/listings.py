"""What is sold, as it is given and as it is shown, and how the form was filled."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Self

import strawberry

from browser import listing as values
from gql_api.db.photos import ListedPhoto
from gql_api.domain.pagination import cursor
from gql_api.listings import check as checks
from gql_api.media.photos import StoredPhoto
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.errors import InputProblem
from gql_api.schema.resolvers import field
from gql_api.schema.types.aliases import Advice
from gql_api.schema.types.by_name import by_name
from gql_api.schema.types.enums import EvidenceSource
from gql_api.schema.types.page_info import PageInfo
from gql_api.schema.types.scalars import CurrencyCode
from gql_api.texts import say


@strawberry.type(description="A price; exact, never a float.")
class Price:
    amount: Decimal = strawberry.field(description="At most two decimals.")
    currency: CurrencyCode = strawberry.field(description="The market's currency.")

    @classmethod
    def of(cls, price: values.Price) -> Self:
        return cls(amount=price.amount, currency=CurrencyCode(price.currency))


@strawberry.type(description="A photo as it is kept: upright, without metadata, a JPEG.")
class Photo:
    id: strawberry.ID = strawberry.field(description="Name it so in `photos`.")
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")
    digest: str = strawberry.field(description="SHA-256 of the kept bytes, in hex.")
    kept: strawberry.Private[StoredPhoto | None] = None

    @field("The name it came with; null when it came without, or is gone.")
    async def filename(self, info: Info) -> str | None:
        return (found.filename or None) if (found := await self._found(info)) else None

    @field("In bytes; null when it is gone.")
    async def size(self, info: Info) -> int | None:
        return found.size if (found := await self._found(info)) else None

    async def _found(self, info: Info) -> StoredPhoto | None:
        """The photo as it was kept: the same wherever it is asked for, in a listing too."""
        return self.kept or await info.context.photos.load(self.id)

    @field("Where it can be seen.")
    def url(self, info: Info) -> str:
        return info.context.media.photo(self.id)

    @classmethod
    def of(cls, photo: StoredPhoto) -> Self:
        return by_name(cls, photo, kept=photo)

    @classmethod
    def of_listing(cls, photo: values.PhotoFile) -> Self:
        return by_name(cls, photo, kept=None)


@strawberry.type(description="A photo at its place in a list.")
class PhotoEdge:
    cursor: str = strawberry.field(description="Opaque; give it as `after`.")
    node: Photo = strawberry.field(description="The photo.")
    used_by: list[strawberry.ID] = strawberry.field(
        description="Jobs that show it and are not over, newest first; they keep it from deletion."
    )

    @classmethod
    def of(cls, photo: ListedPhoto) -> Self:
        return cls(
            cursor=cursor(photo),
            node=Photo.of(photo),
            used_by=[strawberry.ID(each) for each in photo.used_by],
        )


@strawberry.type(description="Photos, newest first.")
class PhotoConnection:
    edges: list[PhotoEdge] = strawberry.field(description="The photos of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")

    @classmethod
    def of(cls, photos: Sequence[ListedPhoto], first: int, after: str | None) -> Self:
        edges = [PhotoEdge.of(photo) for photo in photos[:first]]
        return cls(edges=edges, page_info=PageInfo.of(edges, photos, first, after))


@strawberry.type(description="An answer that the seller gave for a field.")
class Answer:
    field: str = strawberry.field(description="The field.")
    value: str = strawberry.field(description="An option's id, or a text.")


@strawberry.input(description="A listing in the seller's words, and what to do with it.")
class PrepareListingInput:
    title: str = strawberry.field(description="1 to 100 characters.")
    price: Decimal = strawberry.field(description="In the market's currency, as in 35 or '35.50'.")
    description: str = strawberry.field(description="1 to 2000 characters.")
    brand: str | None = strawberry.field(default=None, description="As in `Diesel`.")
    brand_is_custom: bool | None = strawberry.field(
        default=None, description="True says that a brand which the site does not know is meant."
    )
    size: str | None = strawberry.field(default=None, description="As in `L`.")
    condition: str | None = strawberry.field(default=None, description="As in `bon`.")
    color: str | None = strawberry.field(default=None, description="Up to two, as in `noir`.")
    colors: list[str] | None = strawberry.field(
        default=None, description="The same as a list: send one of the two."
    )
    category_hint: str | None = strawberry.field(
        default=None, description="As in `Homme > Sweats`."
    )
    photos: list[strawberry.ID] | None = strawberry.field(
        default_factory=list, description="Uploaded photos, in order."
    )
    material: str | None = strawberry.field(default=None, description="As in `coton`.")
    parcel_size: str | None = strawberry.field(
        default=None, description="The recommended one when it is left out."
    )
    unisex: bool | None = strawberry.field(default=None, description="Whether it is for everyone.")
    answers: list[inputs.AnswerInput] | None = strawberry.field(
        default_factory=list,
        description="Choices that win over the words, for any field that the page can have.",
    )
    dry_run: bool | None = strawberry.field(
        default=True, description="False also saves the draft on the site."
    )
    account: str | None = strawberry.field(default=None, description=inputs.ACCOUNT)
    market: str | None = strawberry.field(default=None, description=inputs.MARKET)
    job_id: strawberry.ID | None = strawberry.field(
        default=None, description="Corrects that preparation: same draft, new token."
    )
    wait_seconds: int | None = strawberry.field(default=0, description=inputs.WAIT)
    idempotency_key: str | None = strawberry.field(default=None, description=inputs.KEY)


@strawberry.type(description="What the seller wants to sell, in the seller's own words.")
class Listing:
    id: strawberry.ID = strawberry.field(
        description="The job's id, a dot, and the revision: another one with each correction."
    )
    title: str = strawberry.field(description="The title.")
    description: str = strawberry.field(description="The description.")
    price: Price = strawberry.field(description="The price.")
    category_hint: str = strawberry.field(description="The category, as in `Homme > Sweats`.")
    brand: str = strawberry.field(description="The brand; empty for none.")
    size: str = strawberry.field(description="The size.")
    condition: str = strawberry.field(description="The condition.")
    color: str = strawberry.field(description="Up to two colours.")
    material: str | None = strawberry.field(description="The material.")
    parcel_size: str | None = strawberry.field(description="The parcel size.")
    unisex: bool | None = strawberry.field(description="Whether it is for everyone.")
    photos: list[Photo] = strawberry.field(description="The photos, in order.")
    answers: list[Answer] = strawberry.field(description="Answers that win over the words.")
    advice: list[Advice] = strawberry.field(
        description="What to look at, said when it was accepted: before anything is filled."
    )

    @classmethod
    def of(cls, listing: values.Listing, id: strawberry.ID) -> Self:
        return by_name(
            cls,
            listing,
            id=id,
            price=Price.of(listing.price),
            category_hint=listing.category,
            photos=[Photo.of_listing(photo) for photo in listing.photos],
            answers=[Answer(field=name, value=text) for name, text in listing.answers.items()],
            advice=[Advice.of(each) for each in listing.advice],
        )


@strawberry.type(description="What is to be said of a listing before it is prepared.")
class ListingCheck:
    advice: list[Advice] = strawberry.field(
        description="What to look at, in the order of the form; nothing about what is wrong."
    )
    problems: list[InputProblem] = strawberry.field(
        description="Every input for which `prepareListing` would refuse it; empty for none."
    )

    @classmethod
    def of(cls, check: checks.ListingCheck) -> Self:
        return cls(
            advice=[Advice.of(each) for each in check.advice],
            problems=[InputProblem.of(each) for each in check.problems],
        )


@strawberry.type(description="An option of the site that may fit the seller's words.")
class Candidate:
    option_id: strawberry.ID = strawberry.field(description="The site's id; answer with it.")
    label: str = strawberry.field(description="As the site shows it.")
    parents: list[str] = strawberry.field(description="Where it stands, root first.")
    score: float = strawberry.field(description="How well it fits, from 0 to 1.")
    reason: str = strawberry.field(description="Why it may fit.")

    @classmethod
    def of(cls, ranked: values.RankedOption) -> Self:
        return cls(
            option_id=strawberry.ID(ranked.option.id),
            label=ranked.option.label,
            parents=list(ranked.option.parents),
            score=ranked.score,
            reason=say(ranked.reason),
        )


@strawberry.type(description="Words of the listing that decided a field.")
class Evidence:
    source: EvidenceSource = strawberry.field(description="Where they stand.")
    words: str = strawberry.field(description="As they are written there.")

    @classmethod
    def of(cls, evidence: values.Evidence) -> Self:
        return by_name(cls, evidence)


@strawberry.type(description="A field as it was filled and read back.")
class FieldReport:
    name: str = strawberry.field(description="The field, as in `brand`.")
    asked: str | None = strawberry.field(description="The seller's words.")
    chosen: str | None = strawberry.field(description="What the form shows.")
    option_id: strawberry.ID | None = strawberry.field(description="The chosen option's id.")
    score: float = strawberry.field(description="How sure the choice is, from 0 to 1.")
    reason: str = strawberry.field(description="Why it was chosen.")
    alternatives: list[Candidate] = strawberry.field(description="The next best options.")
    rank: int = strawberry.field(
        description="Which locator found it, from 0; a higher one says that the page has changed."
    )
    evidence: list[Evidence] = strawberry.field(
        description="The words of the listing that decided, or that contradict each other."
    )
    assumed: bool = strawberry.field(
        description="Whether nothing was given for it, and title or description decided: show it."
    )

    @classmethod
    def of(cls, report: values.FieldReport) -> Self:
        return by_name(
            cls,
            report,
            evidence=[Evidence.of(each) for each in report.evidence],
            option_id=strawberry.ID(report.option_id) if report.option_id else None,
            reason=say(report.reason),
            alternatives=[Candidate.of(each) for each in report.alternatives],
        )


@strawberry.type(description="A field that the seller's words do not decide.")
class Question:
    field: str = strawberry.field(description="The field to answer.")
    label: str | None = strawberry.field(description="What the page calls it, where it says so.")
    asked: str | None = strawberry.field(description="The seller's words.")
    reason: str = strawberry.field(description="Why it is asked.")
    candidates: list[Candidate] = strawberry.field(
        description="Every option of a list of up to 40, else the eight likeliest; best first."
    )
    option_count: int | None = strawberry.field(
        description="How many options were read of the list: search them with `options`. Null "
        "where there is no list."
    )
    categories: list[strawberry.ID] = strawberry.field(
        description="Ids of the candidates of the question about the category for which this one "
        "counts: it is asked ahead, and an answer to it counts if one of them is chosen in the "
        "same call. Empty: whatever the category."
    )

    @classmethod
    def of(cls, question: values.Question) -> Self:
        return by_name(
            cls,
            question,
            reason=say(question.reason),
            candidates=[Candidate.of(each) for each in question.candidates],
            categories=[strawberry.ID(each) for each in question.categories],
        )


@strawberry.type(description="What the site says about a field.")
class SiteMessage:
    field: str = strawberry.field(description="The field.")
    message: str = strawberry.field(description="The site's own words.")
