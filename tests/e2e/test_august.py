"""Six things that the page of August asks about in its own way, sold over REST."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from gql_api.cli.demo.photos import hoodie

from .serving import HOODIE, Serving, serving

NOTHING: Mapping[str, Any] = {"brand": None, "size": None, "color": None}


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600"}
    async with serving(tmp_path_factory.mktemp("august"), **env) as served:
        yield served


@pytest.fixture
async def served(shared: Serving) -> Serving:
    """The service on a market as new."""
    await shared.http.post(f"{shared.market}/__standin__/reset")
    assert (await shared.sign_in()).json()["state"] == "valid"
    return shared


async def _sold(served: Serving, prepared: dict[str, Any]) -> dict[str, Any]:
    assert prepared["outcome"] == "prepared", prepared
    published = (await served.publish(prepared["confirm_token"])).json()
    assert published["outcome"] == "published", published
    (item,) = [each for each in (await served.ledger())["items"] if not each["draft"]]
    assert str(item["id"]) == published["listing_id"]
    return dict(item)


async def _listed(served: Serving, **listing: Any) -> dict[str, Any]:
    photo = await served.upload(hoodie(30))
    return await _sold(served, await served.prepare(photos=[photo], **NOTHING, **listing))


async def test_a_phone_is_asked_for_storage_lock_and_model_and_published(served: Serving) -> None:
    phone = {
        **NOTHING,
        "title": "Téléphone",
        "description": "Fonctionne",
        "brand": "Apple",
        "color": "noir",
        "photos": [await served.upload(hoodie(30))],
        "answers": {"category": "3565"},
    }
    asked = await served.prepare(**phone)
    assert asked["outcome"] == "not_ready"
    questions = {each["field"]: each for each in asked["draft_context"]["questions"]}
    assert {"internal_memory_capacity", "sim_lock", "model"} <= set(questions)
    first = {field: each["candidates"][0]["option_id"] for field, each in questions.items()}
    phone["answers"] = {"category": "3565", **first}
    job_id = asked["draft_context"]["job_id"]
    item = await _sold(served, await served.prepare(**phone, job_id=job_id))
    assert item["catalog_id"] == 3565
    for code in ("internal_memory_capacity", "sim_lock"):
        assert [str(each) for each in item["attributes"][code]] == [first[code]]


async def test_a_book_is_published_with_its_number(served: Serving) -> None:
    answers = {"category": "5425", "isbn": "9782723488525"}
    item = await _listed(served, title="Manga", description="Lu une fois", answers=answers)
    assert (item["catalog_id"], item["isbn"]) == (5425, "9782723488525")
    assert (item["size_id"], item["condition_id"]) == (None, 3)


async def test_a_skirt_is_asked_for_its_length(served: Serving) -> None:
    skirt = {
        **HOODIE,
        "title": "Jupe",
        "description": "Portée une fois",
        "size": "M",
        "photos": [await served.upload(hoodie(30))],
        "answers": {"category": "199"},
    }
    asked = await served.prepare(**skirt)
    assert asked["outcome"] == "not_ready", asked
    (question,) = asked["draft_context"]["questions"]
    assert question["field"] == "skirt_length"
    length = question["candidates"][0]["option_id"]
    skirt["answers"] = {"category": "199", "skirt_length": length}
    item = await _sold(
        served, await served.prepare(**skirt, job_id=asked["draft_context"]["job_id"])
    )
    assert item["catalog_id"] == 199
    assert [str(each) for each in item["attributes"]["skirt_length"]] == [length]


async def test_a_stamp_needs_its_condition_alone(served: Serving) -> None:
    item = await _listed(
        served, title="Timbre", description="Non oblitéré", answers={"category": "4889"}
    )
    assert (item["catalog_id"], item["condition_id"], item["size_id"]) == (4889, 3, None)


@pytest.mark.parametrize(
    ("title", "leaf", "parcel", "more"),
    [
        ("Assiette", 1960, 8, {"brand": "Sans marque", "color": "noir"}),
        ("Poussette", 1612, 12, {"brand": "Sans marque"}),
    ],
)
async def test_the_home_has_parcels_of_its_own(
    served: Serving, title: str, leaf: int, parcel: int, more: dict[str, Any]
) -> None:
    photo = await served.upload(hoodie(30))
    answers = {"category": str(leaf), "parcel_size": str(parcel)}
    listing = {**NOTHING, **more, "title": title, "description": title, "answers": answers}
    item = await _sold(served, await served.prepare(photos=[photo], **listing))
    assert (item["catalog_id"], item["package_size_id"]) == (leaf, parcel)
