"""Over HTTP: null is not given, answers name any field, and what one account's refusal taught is
asked of another, which cannot see whose it was."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.sell_form import CUSTOM_OPTION
from browser.standin import Standin, serve_standin
from gql_api.domain.inputs import PrepareInput, read
from gql_api.listings.admission import listing_of
from tests.gql_api.serving import served

SESSION = {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"}
LISTING: dict[str, Any] = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
}
OPTIONAL = (
    *("brand", "size", "condition", "color", "category_hint", "photos", "material", "parcel_size"),
    *("unisex", "answers", "dry_run", "account", "market", "job_id"),
)
PREPARE = """mutation($input: PrepareListingInput!) { prepareListing(input: $input) {
  __typename ... on Error { code field message }
} }"""


REPORTS = """query($id: ID!) { job(id: $id) { result { fields {
  name assumed reason evidence { source words }
} } } }"""
OPTIONS = """query($job: ID!, $field: String!, $text: String!, $first: Int!) {
  options(jobId: $job, field: $field, text: $text, first: $first) { optionId label }
}"""


@pytest.fixture
async def market() -> AsyncIterator[Standin]:
    async with serve_standin() as standin:
        standin.state.patch_faults({"cookie_banner": False})
        yield standin


@pytest.fixture
async def seller(tmp_path: Path, market: Standin) -> AsyncIterator[httpx.AsyncClient]:
    settings = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
    async with (
        served(tmp_path, **settings) as base,
        httpx.AsyncClient(base_url=base, timeout=130) as client,
    ):
        for account in ("one", "two"):
            saved = await client.post("/vinted/auth/session", json=SESSION | {"account": account})
            assert saved.json()["authenticated"]
        yield client


async def prepared(seller: httpx.AsyncClient, account: str, **more: Any) -> dict[str, Any]:
    answer = await seller.post(
        "/vinted/listings/prepare", json=LISTING | {"account": account} | more
    )
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_a_refusal_is_asked_beforehand_of_another_account_that_cannot_see_whose(
    seller: httpx.AsyncClient, market: Standin, photo: bytes
) -> None:
    taken = await seller.post("/vinted/photos/upload", files={"file": ("a.jpg", photo)})
    market.state.patch_faults({"publish_errors": [{"field": "material", "value": "manque"}]})
    first = await prepared(seller, "one", photos=[taken.json()["photo"]])
    yes = {"confirm_token": first["confirm_token"], "dry_run": False}
    refused = (await seller.post("/vinted/listings/publish", json=yes)).json()
    assert refused["outcome"] == "rejected_by_site"
    market.state.patch_faults({"publish_errors": []})

    asked = await prepared(seller, "two", title="Another hoodie")
    assert asked["outcome"] == "not_ready"
    (question,) = asked["draft_context"]["questions"]
    assert (question["field"], question["reason"]) == ("material", "nothing was said")
    assert question["candidates"]
    assert first["job_id"] not in str(asked)
    assert "manque" not in str(asked)
    await require_searchable(seller, asked["draft_context"]["job_id"], question)
    answers = {"material": question["candidates"][0]["option_id"]}
    told = await prepared(seller, "two", title="Another hoodie", answers=answers)
    assert told["outcome"] == "prepared"


async def test_what_the_title_says_is_assumed_and_told_with_its_words(
    seller: httpx.AsyncClient,
) -> None:
    said = {"title": "Hoodie Diesel noir taille L", "description": "Bon état, coton"}
    bare = dict.fromkeys(("brand", "size", "condition", "color"))
    answer = await seller.post(
        "/vinted/listings/prepare",
        json=LISTING | said | bare | {"account": "one"},
        headers={"Accept-Language": "fr"},
    )
    context = answer.json()["draft_context"]
    assert (answer.json()["outcome"], context["questions"]) == ("prepared", [])
    told = {each["name"]: each for each in context["fields"]}
    assert {
        name: (field["chosen"], field["evidence"])
        for name, field in told.items()
        if field["assumed"]
    } == {
        "brand": ("Diesel", [{"source": "title", "words": "Diesel"}]),
        "size": ("L", [{"source": "title", "words": "taille L"}]),
        "condition": ("Bon état", [{"source": "description", "words": "Bon état"}]),
        "color": ("Noir", [{"source": "title", "words": "noir"}]),
        "material": ("Coton", [{"source": "description", "words": "coton"}]),
    }
    assert told["brand"]["reason"] == "dit dans le titre"
    assert (told["title"]["assumed"], told["title"]["evidence"]) == (False, [])
    asked = {"query": REPORTS, "variables": {"id": context["job_id"]}}
    found = (await seller.post("/graphql", json=asked)).json()["data"]["job"]["result"]["fields"]
    brand = next(each for each in found if each["name"] == "brand")
    assert (brand["assumed"], brand["reason"]) == (True, "said in the title")
    assert brand["evidence"] == [{"source": "TITLE", "words": "Diesel"}]


async def require_searchable(
    seller: httpx.AsyncClient, job_id: str, question: dict[str, Any]
) -> None:
    """A question's list is searched over both transports, and what was not read is named."""
    named = {"field": question["field"], "text": "lai", "first": 5}
    rest = await seller.get(f"/vinted/jobs/{job_id}/options", params=named)
    over_rest = [each["option_id"] for each in rest.json()["options"]]
    given = {"job": job_id, **named}
    asked = {"query": OPTIONS, "variables": given}
    found = (await seller.post("/graphql", json=asked)).json()["data"]["options"]
    assert over_rest == [each["optionId"] for each in found]
    assert found[0]["label"] == "Laine"
    assert question["option_count"] >= len(question["candidates"])

    gone = await seller.get(f"/vinted/jobs/{job_id}/options", params={"field": "isbn"})
    assert (gone.status_code, gone.json()["code"], gone.json()["field"]) == (
        *(409, "options_not_read", "field"),
    )
    unread = {"query": OPTIONS, "variables": given | {"field": "isbn"}}
    (error,) = (await seller.post("/graphql", json=unread)).json()["errors"]
    assert error["extensions"]["code"] == "options_not_read"
    unnamed = await seller.get(f"/vinted/jobs/{job_id}/options")
    assert (unnamed.status_code, unnamed.json()["field"]) == (400, "field")


def test_null_is_not_given() -> None:
    nothing = read(PrepareInput, LISTING | dict.fromkeys(OPTIONAL))
    required = {name: LISTING[name] for name in ("title", "price", "description")}
    assert nothing == read(PrepareInput, required)
    assert nothing.dry_run is True


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        ({"size": 38}, "38"),
        ({"size": 38.5}, "38.5"),
        ({"color": ["noir", "blanc"]}, "noir, blanc"),
        ({"color": []}, ""),
    ],
)
def test_a_size_may_be_a_number_and_colours_a_list(given: dict[str, Any], read_as: str) -> None:
    (name,) = given
    assert getattr(read(PrepareInput, LISTING | given), name) == read_as


def test_an_answer_may_be_a_text_a_number_or_a_mark() -> None:
    given = {"isbn": "9782070360245", "model": 12, "ai_photo": True, "unisex": False, "size": None}
    assert read(PrepareInput, LISTING | {"answers": given}).answers == {
        "isbn": "9782070360245",
        "model": "12",
        "ai_photo": "yes",
        "unisex": "no",
    }


def test_an_unknown_brand_that_is_meant_is_answered_in_advance() -> None:
    given = read(PrepareInput, LISTING | {"brand_is_custom": True})
    listing = listing_of(given, {}, "EUR")
    assert listing.answers == {"brand": CUSTOM_OPTION}
    given = read(PrepareInput, LISTING | {"brand_is_custom": True, "answers": {"brand": "Diesel"}})
    assert listing_of(given, {}, "EUR").answers == {"brand": "Diesel"}


async def test_graphql_takes_null_where_a_member_is_optional(client: httpx.AsyncClient) -> None:
    names = ("brand", "size", "color", "photos", "answers", "dryRun", "waitSeconds", "account")
    required = {name: LISTING[name] for name in ("title", "price", "description")}
    given = {"query": PREPARE, "variables": {"input": required | dict.fromkeys(names)}}
    await client.delete("/vinted/auth/session")
    told = (await client.post("/graphql", json=given)).json()
    # Read as it was sent: what it lacks is a session.
    assert told["data"]["prepareListing"]["code"] == "session_required", told
