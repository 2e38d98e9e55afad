"""What a seller does, the same over REST and over GraphQL, on the stand-in market."""

import io
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.behaviour.clients import Checked, Client, Refused
from tests.behaviour.prepared import PLAIN, Preparation, Unclear

EXAMPLE: dict[str, Any] = {
    "title": "Hoodie Diesel",
    "price": "35",
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
    "dry_run": True,
}
"""The contract's example."""


@pytest.fixture
async def listing(client: Client, seller: str, new_photo: Callable[[], bytes]) -> dict[str, Any]:
    """A plain listing with a photo, of an account with a session."""
    return PLAIN | {"account": seller, "photos": [await client.upload(new_photo())]}


async def _refused(code: str, call: Any, field: str | None = None) -> None:
    with pytest.raises(Refused) as refused:
        await call
    assert refused.value.code == code
    if field:
        assert refused.value.field == field


async def test_a_session_is_saved_checked_and_forgotten(client: Client, account: str) -> None:
    assert (await client.check(account)).state == "absent"
    cookie = "access_token_web=demo; datadome=abc; cf_clearance=def"
    saved = await client.save_session(cookie, account)
    assert (saved.state, saved.authenticated, saved.account) == ("valid", True, account)
    assert {"datadome", "cf_clearance"} <= set(saved.dropped)
    assert saved.source == "cookie_header"
    checked = await client.check(account)
    assert checked.authenticated and checked.username == saved.username
    assert await client.forget(account) is True
    assert await client.forget(account) is False
    assert (await client.check(account)).state == "absent"


async def test_a_refused_session_leaves_the_stored_one(client: Client, seller: str) -> None:
    await _refused("session_expired", client.save_session("access_token_web=old", seller))
    assert (await client.check(seller)).authenticated


@pytest.mark.parametrize("cookie", ["no cookie at all", "{}", "a=b"])
async def test_a_malformed_session_is_refused(client: Client, account: str, cookie: str) -> None:
    with pytest.raises(Refused) as refused:
        await client.save_session(cookie, account)
    assert (refused.value.code, refused.value.field) == ("session_malformed", "cookie")


PASTES = {
    "curl": """curl '{market}/api/v2/users/current' \\
  -H 'accept: application/json' \\
  -b $'datadome=x\\u0021; access_token_web=demo' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0'""",
    "fetch": """fetch("{market}/", {{"headers": {{"cookie": "datadome=x; access_token_web=demo",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0"}}}});""",
    "json_object": """{{"access_token_web": "demo", "datadome": "x",
  "cookie": "datadome=x; access_token_web=demo",
  "user_agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0"}}""",
}


@pytest.mark.parametrize("source", PASTES)
async def test_a_session_is_pasted_as_a_request_with_its_user_agent(
    client: Client, account: str, market: str, source: str
) -> None:
    paste = PASTES[source].format(market=market)
    saved = await client.save_session(paste, account, **{client.AGENT: None})
    assert (saved.state, saved.source, saved.dropped) == ("valid", source, ("datadome",))


async def test_a_user_agent_is_asked_for_where_the_paste_holds_none(
    client: Client, account: str
) -> None:
    save = client.save_session("access_token_web=demo", account, **{client.AGENT: None})
    await _refused("invalid_input", save, "user_agent")


async def test_a_request_to_another_market_is_never_sent_here(client: Client, account: str) -> None:
    paste = "curl 'https://www.vinted.fr/' -b 'access_token_web=demo'"
    await _refused("wrong_market", client.save_session(paste, account))


async def test_without_a_session_nothing_is_prepared(client: Client, account: str) -> None:
    await _refused("session_required", client.prepare(EXAMPLE | {"account": account}))


async def test_a_listing_is_prepared_checked_and_published(
    client: Client, listing: dict[str, Any]
) -> None:
    prepared = await client.prepare(
        EXAMPLE | {name: listing[name] for name in ("account", "photos")}
    )
    assert prepared.outcome == "prepared" and prepared.confirm_token
    assert prepared.fields["brand"] == "Diesel" and prepared.fields["condition"] == "Bon état"
    assert (await client.picture(prepared.job_id)).startswith(b"\xff\xd8")
    checked = await client.publish(prepared.confirm_token, dry_run=True)
    assert (checked.outcome, checked.dry_run, checked.listing_id) == ("checked", True, None)
    published = await client.publish(prepared.confirm_token, dry_run=False)
    assert published.outcome == "published" and published.listing_id and published.listing_url
    async with httpx.AsyncClient() as visitor:
        page = await visitor.get(published.listing_url, follow_redirects=True)
    assert page.status_code == 200 and "Hoodie Diesel" in page.text


async def test_a_token_publishes_once(client: Client, listing: dict[str, Any]) -> None:
    token, key = (await client.prepare(listing)).confirm_token or "", listing["account"]
    first = await client.publish(token, dry_run=False, key=key)
    assert (first.outcome, first.replayed) == ("published", False)
    again = await client.publish(token, dry_run=False, key=key)
    assert (again.replayed, again.listing_id) == (True, first.listing_id)
    await _refused("idempotency_key_reused", client.publish(token, dry_run=True, key=key))
    with pytest.raises(Refused) as refused:
        await client.publish(token, dry_run=False, key=f"{key}-2")
    assert refused.value.code in {"already_published", "confirm_token_used"}


async def test_the_same_key_replays_a_preparation(client: Client, preparation: Preparation) -> None:
    first, key = preparation.answer, preparation.key
    again = await client.prepare(preparation.listing, key=key)
    assert again.replayed and not first.replayed
    assert (again.job_id, again.confirm_token) == (first.job_id, first.confirm_token)
    other = preparation.listing | {"title": "Another"}
    await _refused("idempotency_key_reused", client.prepare(other, key=key))


async def test_events_are_gapless_and_end_with_the_outcome(
    client: Client, preparation: Preparation
) -> None:
    job = preparation.answer
    events = await client.events(job.job_id)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert [event.percent for event in events] == sorted(event.percent for event in events)
    assert events[-1].outcome == "prepared"
    assert {"photos", "title", "category", "price"} <= {event.step for event in events}
    late = await client.events(job.job_id, after=events[2].seq)
    assert late == events[3:]
    assert await client.events(job.job_id, after=events[-1].seq) == []


async def test_unclear_words_come_back_as_questions(client: Client, unclear: Unclear) -> None:
    asked, answered = unclear.asked, unclear.answered
    assert asked.outcome == "not_ready" and asked.confirm_token is None
    assert "category" in asked.questions
    assert answered.outcome == "prepared" and answered.confirm_token
    # Another picture: a page that shows the first one would not load it again from its address.
    assert asked.picture_url and answered.picture_url != asked.picture_url
    assert (await client.job(asked.job_id)).picture_url == answered.picture_url


@pytest.fixture
def skirt(listing: dict[str, Any]) -> dict[str, Any]:
    """A skirt of which nothing is said but that."""
    return listing | {
        "title": "Jupe Promod",
        "description": "Vendue car trop petite.",
        "category_hint": "Femme > Jupes",
        "condition": "",
    }


async def test_all_questions_come_at_once_and_are_answered_in_one_call(
    client: Client, skirt: dict[str, Any]
) -> None:
    asked = await client.prepare(skirt)
    likeliest = asked.questions["category"][:3]
    assert asked.outcome == "not_ready"
    assert asked.counting["category"] == [] and asked.counting["condition"] == likeliest
    answers = {name: offered[0] for name, offered in asked.questions.items()}
    # The questions of one field are told apart by their categories; the last one is the client's.
    answers["category"] = asked.counting["size"][0]
    answered = await client.answer(asked.job_id, answers)
    assert (answered.outcome, answered.questions) == ("prepared", {})


async def test_a_brand_that_was_not_read_is_searched_while_the_form_waits(
    client: Client, listing: dict[str, Any]
) -> None:
    job = await client.prepare(EXAMPLE | {name: listing[name] for name in ("account", "photos")})
    assert job.outcome == "prepared"
    assert "River Island" in await client.options(job.job_id, "brand", "River Island")
    assert (await client.job(job.job_id)).state == "awaiting_confirmation"
    await client.cancel(job.job_id)
    # What was found is kept; what was not is asked of no page.
    assert "River Island" in await client.options(job.job_id, "brand", "River Island")
    await _refused("options_not_read", client.options(job.job_id, "brand", "qqqq"), "field")


async def test_answers_in_case_of_other_categories_are_dropped(
    client: Client, skirt: dict[str, Any]
) -> None:
    asked = await client.prepare(skirt)
    other = asked.questions["category"][4]
    answered = await client.answer(asked.job_id, {"category": other, "condition": "3"})
    assert answered.outcome == "not_ready"
    assert answered.counting["condition"] == []
    again = await client.prepare(
        skirt | {"job_id": asked.job_id, "answers": {"category": other, "condition": "3"}}
    )
    assert "condition" not in again.questions


async def test_an_answer_is_remembered_until_it_is_forgotten(
    client: Client, unclear: Unclear
) -> None:
    seller = unclear.listing["account"]
    await client.cancel(unclear.answered.job_id)
    known = await client.aliases(seller)
    assert [alias[:2] for alias in known.values()] == [("category", "zzz yyy")]

    again = await client.prepare(unclear.listing | {"category_hint": "ZZZ, yyy"})
    assert again.outcome == "prepared"
    assert again.fields["category"] == unclear.answered.fields["category"]
    await client.cancel(again.job_id)

    (alias_id,) = known
    await client.forget_alias(alias_id)
    await _refused("alias_not_found", client.forget_alias(alias_id))
    assert await client.aliases(seller) == {}
    assert (await client.prepare(unclear.listing)).outcome == "not_ready"


async def test_what_to_look_at_is_said_with_the_preparation(preparation: Preparation) -> None:
    assert preparation.answer.advice == ("contact_data",)
    assert preparation.answer.outcome == "prepared"


async def test_a_listing_is_checked_before_it_is_prepared(
    client: Client, account: str, preparation: Preparation
) -> None:
    """By the rules of the preparation: it says the same, also of an account without a session."""
    calls = preparation.listing
    assert await client.check_listing(calls) == Checked(("contact_data",), ())
    bare = calls | {"account": f"{account}-without-session", "photos": []}
    assert await client.check_listing(bare) == Checked(("no_photo", "contact_data"), ())
    half = calls | {"title": "", "price": "", "photos": ["none"]}
    checked = await client.check_listing(half)
    assert checked.wrong == ("title", "price", "photos.0")
    assert checked.advice == ("contact_data",)  # what is right is advised on all the same
    await _refused("invalid_input", client.prepare(half), "title")
    gone = calls | {"photos": ["none"]}
    assert await client.check_listing(gone) == Checked(("contact_data",), ("photos.0",))
    await _refused("photo_not_found", client.prepare(gone), "photos.0")
    many = calls | {"photos": [f"{number}" for number in range(40)]}
    assert (await client.check_listing(many)).wrong == ("photos",)
    await _refused("invalid_input", client.prepare(many), "photos")
    elsewhere = calls | {"market": "www.example.org"}
    assert await client.check_listing(elsewhere) == Checked(("contact_data",), ("market",))
    await _refused("unknown_market", client.prepare(elsewhere), "market")


async def test_what_the_photos_show_is_said_with_the_preparation(
    client: Client, listing: dict[str, Any], new_photo: Callable[[], bytes]
) -> None:
    empty, pixel, strip = (
        Image.new("RGB", (900, 700), "teal"),
        Image.new("RGB", (1, 1)),
        Image.linear_gradient("L").resize((2000, 400)),
    )
    made = [new_photo(), *map(_png, (empty, pixel, strip)), new_photo()]
    photos = [await client.upload(each, f"{number}.png") for number, each in enumerate(made, 1)]
    title = "Timbres Gucci et Prada, imitation Gucci"
    prepared = await client.prepare(listing | {"title": title, "photos": photos})
    assert prepared.outcome == "prepared"  # advice refuses nothing
    assert prepared.advice == (
        "photo_of_one_color",
        "photo_too_small",
        "photo_of_another_shape",
        "description_short",
        "several_brands",
        "imitation",
    )


def _png(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


async def test_a_correction_voids_the_old_token_and_a_cancellation_the_new_one(
    client: Client, listing: dict[str, Any]
) -> None:
    first = await client.prepare(listing)
    second = await client.prepare(listing | {"price": "30", "job_id": first.job_id})
    assert second.job_id == first.job_id and second.confirm_token != first.confirm_token
    with pytest.raises(Refused):
        await client.publish(first.confirm_token or "", dry_run=True)
    checked = await client.publish(second.confirm_token or "", dry_run=True)
    assert checked.outcome == "checked"

    (photo,) = listing["photos"]
    await _refused("photo_in_use", client.delete_photo(photo))
    cancelled = await client.cancel(second.job_id)
    assert cancelled.state == "cancelled"
    with pytest.raises(Refused):
        await client.publish(second.confirm_token or "", dry_run=False)
    await _refused("job_over", client.cancel(second.job_id))
    await client.delete_photo(photo)
    await _refused("photo_not_found", client.delete_photo(photo))


async def test_a_draft_is_saved_and_published(client: Client, listing: dict[str, Any]) -> None:
    saved = await client.prepare(listing | {"dry_run": False})
    assert saved.outcome == "draft_saved" and saved.draft_id
    assert saved.draft_id in (saved.preview_url or "")
    published = await client.publish(saved.confirm_token or "", dry_run=False)
    assert published.outcome == "published"


async def test_an_unknown_photo_is_named(client: Client, preparation: Preparation) -> None:
    with pytest.raises(Refused) as refused:
        await client.prepare(preparation.listing | {"photos": ["0" * 32]})
    assert (refused.value.field or "").startswith("photos")


async def test_only_an_unknown_outcome_is_resolved(
    client: Client, preparation: Preparation
) -> None:
    await _refused("not_unknown", client.resolve(preparation.answer.job_id, there=False))


async def test_what_is_not_there_is_not_found(client: Client) -> None:
    for call in (client.job, client.cancel, client.events):
        await _refused("job_not_found", call("nope"))


async def test_forged_tokens_are_refused(client: Client) -> None:
    for token in ("x", "fc_" + "A" * 200):
        await _refused(
            "confirm_token_invalid", client.publish(token, dry_run=False), field="confirm_token"
        )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"price": "0"}, "price"),
        ({"price": "12.345"}, "price"),
        ({"description": ""}, "description"),
        ({"category_hint": "x" * 201}, "category_hint"),
        ({"account": "../x"}, "account"),
    ],
)
async def test_a_wrong_field_is_named(client: Client, wrong: dict[str, str], field: str) -> None:
    await _refused("invalid_input", client.prepare(EXAMPLE | wrong), field=field)


async def test_a_key_is_at_most_255_characters(client: Client, preparation: Preparation) -> None:
    await _refused("idempotency_key_invalid", client.prepare(preparation.listing, key="x" * 256))


async def test_a_file_that_is_no_photo_is_refused(client: Client) -> None:
    await _refused("photo_unsupported", client.upload(b"only text", "a.jpg"))
