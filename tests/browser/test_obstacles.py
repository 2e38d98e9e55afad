"""A challenge stops the job wherever it comes, and nothing that looks like one does."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Route

from browser.errors import AccountMismatch, BrowserError, ChallengeRequired, SessionExpired
from browser.fence import Before
from browser.form.outcome import SubmissionOutcome
from browser.form.wardrobe_checks import sought
from browser.listing import Listing, ObstacleKind, SessionState
from browser.page.screenshot import MOST_BYTES
from browser.site import OwnItem, Wardrobe
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.category_tree import asked_tree
from browser.sites.vinted.wardrobe_matcher import search
from browser.standin.state import Item
from tests.browser.seller import Shop

KINDS = [
    "datadome",
    "hard_block",
    "cloudflare",
    "human_check",
    "recaptcha",
    "hcaptcha",
    "turnstile",
    "arkose",
    "verification",
    "phone_verification",
    "login_wall",
    "rate_limit",
    "non_json",
    "binary",
]
BEFORE = ["navigation", "after_photos", "after_category"]


FRENCH = {"fr": "Ta session a été bloquée", "fr_formal": "Votre session a été bloquée"}


def is_screen(picture: bytes | None) -> bool:
    """A JPEG that is as large as a screen, and small enough to be sent."""
    if picture is None or len(picture) > MOST_BYTES:
        return False
    with Image.open(BytesIO(picture)) as shown:
        return shown.format == "JPEG" and shown.size == (1280, 900)


def asked_after(shop: Shop) -> list[str]:
    """What the site was asked for after it showed its obstacle, page furniture aside."""
    rows = shop.standin.state.ledger.since("challenge")
    return [row.kind for row in rows if row.kind != "asset"]


def stopped(kind: str) -> type[BrowserError]:
    return SessionExpired if kind == "login_wall" else ChallengeRequired


@pytest.mark.parametrize("place", BEFORE)
@pytest.mark.parametrize("kind", KINDS)
async def test_a_challenge_before_the_form_is_full_stops_the_job(
    wide: Shop, plain: Listing, kind: str, place: str
) -> None:
    wide.faults(challenge=kind, challenge_at=place)
    listing = plain if place == "after_photos" else replace(plain, photos=())
    with pytest.raises(stopped(kind)):
        await wide.prepare(listing)
    assert wide.nothing_published
    await wide.no_tab_left()


async def test_bytes_in_place_of_the_page_are_an_answer_that_nobody_expects(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(challenge="binary", challenge_at="navigation")
    with pytest.raises(ChallengeRequired) as met:
        await wide.prepare(replace(plain, photos=()))
    assert met.value.obstacle.kind is ObstacleKind.UNEXPECTED_ANSWER
    assert asked_after(wide) == []


@pytest.mark.parametrize("kind", KINDS)
async def test_a_challenge_beside_the_full_form_is_seen_before_the_click(
    wide: Shop, plain: Listing, kind: str
) -> None:
    form = await wide.parked(plain)
    wide.faults(challenge=kind, challenge_at="before_publish")
    with pytest.raises(stopped(kind)):
        async with form.page.expect_request("**/pricing_suggestions"):
            await form.form.content.type_price(plain.price)
        await wide.submit(form, plain)
    assert wide.nothing_published


@pytest.mark.parametrize("kind", KINDS)
async def test_a_challenge_as_the_answer_to_the_click_is_known_not_to_have_published(
    wide: Shop, plain: Listing, kind: str
) -> None:
    form = await wide.parked(plain)
    wide.faults(challenge=kind, challenge_at="after_publish")
    submission = await wide.submit(form, plain)
    assert submission.outcome is SubmissionOutcome.NEEDS_MANUAL
    assert submission.refused
    assert submission.clicked
    assert submission.picture
    assert wide.nothing_published


@pytest.mark.parametrize("words", FRENCH)
@pytest.mark.parametrize("place", BEFORE)
async def test_a_french_block_is_pictured_and_nothing_more_is_asked(
    wide: Shop, plain: Listing, place: str, words: str
) -> None:
    beside = await wide.parked(plain)
    wide.faults(challenge="hard_block", challenge_at=place, block_words=words)
    with pytest.raises(ChallengeRequired) as caught:
        await wide.prepare(plain)
    obstacle = caught.value.obstacle
    assert (obstacle.kind, obstacle.heading) == (ObstacleKind.BLOCKED, FRENCH[words])
    assert is_screen(caught.value.picture)
    assert beside.page.is_closed()
    assert "who" not in asked_after(wide)
    assert "wardrobe" not in asked_after(wide)
    await wide.no_tab_left()


@pytest.mark.parametrize("words", FRENCH)
async def test_a_french_block_beside_the_full_form_is_pictured_and_nothing_more_is_asked(
    wide: Shop, plain: Listing, words: str
) -> None:
    form = await wide.parked(plain)
    wide.faults(challenge="hard_block", challenge_at="before_publish", block_words=words)
    async with form.page.expect_request("**/pricing_suggestions"):
        with suppress(ChallengeRequired):  # the page may show it before the price is read back
            await form.form.content.type_price(plain.price)
    with pytest.raises(ChallengeRequired) as caught:
        await wide.submit(form, plain)
    obstacle = caught.value.obstacle
    assert (obstacle.kind, obstacle.heading) == (ObstacleKind.BLOCKED, FRENCH[words])
    assert is_screen(caught.value.picture)
    assert form.page.is_closed()
    assert not {"who", "wardrobe", "publish"} & set(asked_after(wide))
    assert wide.nothing_published


@pytest.mark.parametrize("words", FRENCH)
async def test_a_french_block_at_the_click_leaves_one_reading_of_the_wardrobe(
    wide: Shop, plain: Listing, words: str
) -> None:
    form = await wide.parked(plain)
    wide.faults(challenge="hard_block", challenge_at="after_publish", block_words=words)
    submission = await wide.submit(form, plain)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert submission.obstacle is not None
    assert submission.obstacle.kind is ObstacleKind.BLOCKED
    assert submission.obstacle.heading == FRENCH[words]
    assert submission.picture
    assert form.page.is_closed()
    assert asked_after(wide).count("wardrobe") <= 1
    assert "who" not in asked_after(wide)


async def test_decoys_on_ordinary_pages_do_not_stop_anything(either: Shop, plain: Listing) -> None:
    either.faults(decoys=True, cookie_banner=True, cookie_banner_delay=0.2)
    assert (await either.sell(plain)).outcome is SubmissionOutcome.PUBLISHED


@pytest.mark.parametrize("fault", ["header_login", "other_account"])
async def test_nothing_is_filled_on_the_page_of_another_account(
    wide: Shop, plain: Listing, fault: str
) -> None:
    wide.faults(**{fault: "somebody-else"})
    with pytest.raises(AccountMismatch):
        await wide.prepare(plain)
    assert not wide.standin.state.photos
    assert not wide.standin.state.ledger.attempts


async def test_a_valid_session_is_named(wide: Shop) -> None:
    check = await wide.driver.check_session(wide.seller)
    assert (check.state, check.username) == (SessionState.VALID, "demo")
    assert check.user_id


@pytest.mark.parametrize("guest_token", [False, True])
async def test_a_guest_is_not_a_session(wide: Shop, guest_token: bool) -> None:
    wide.faults(guest_token=guest_token)
    wide.standin.state.members.expire("demo", refresh_too=True)
    assert (await wide.driver.check_session(wide.seller)).state is SessionState.EXPIRED


async def test_a_challenge_or_a_dead_site_says_nothing_about_the_session(wide: Shop) -> None:
    wide.faults(challenge="datadome", challenge_at="navigation")
    assert (await wide.driver.check_session(wide.seller)).state is SessionState.CHALLENGED
    wide.faults(challenge="none", site_down=True)
    assert (await wide.driver.check_session(wide.seller)).state is SessionState.UNKNOWN


async def test_a_session_is_checked_without_a_name_to_compare(wide: Shop, plain: Listing) -> None:
    nameless = replace(wide, seller=replace(wide.seller, username=None))
    assert (await nameless.prepare(replace(plain, photos=()))).username == "demo"


async def test_a_challenge_that_the_wardrobe_meets_is_told_beside_what_was_published(
    wide: Shop, plain: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, beside = await wide.parked(plain), await wide.parked(plain)
    state, store = wide.standin.state, wide.standin.state.store

    def store_and_block_from_now_on(item: Item) -> Item:
        wide.faults(challenge="non_json", challenge_at="navigation")
        return store(item)

    monkeypatch.setattr(state, "store", store_and_block_from_now_on)
    submission = await wide.submit(form, plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.obstacle is not None
    assert submission.obstacle.kind is ObstacleKind.UNEXPECTED_ANSWER
    assert beside.page.is_closed()
    assert asked_after(wide).count("wardrobe") <= 1


REFUSED_AND_ASKED = """addEventListener("click", async (event) => {
  event.stopImmediatePropagation();
  await fetch("/api/v2/guarded", { method: "POST" }).then((answer) => answer.text());
  document.body.insertAdjacentHTML("beforeend",
    "<div role=dialog style=position:fixed;inset:0>New</div>");
}, { capture: true })"""


async def test_a_challenge_under_a_dialog_after_the_click_is_told_as_the_challenge(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)
    answer = {"status": 403, "content_type": "application/json", "body": '{"code": 115}'}
    await form.page.route("**/api/v2/guarded", lambda route: route.fulfill(**answer))
    await form.page.evaluate(REFUSED_AND_ASKED)
    submission = await wide.submit(form, plain)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert submission.obstacle is not None
    assert submission.obstacle.kind is ObstacleKind.VERIFICATION
    assert form.page.is_closed()
    assert wide.nothing_published


GUARDED = {
    "status": 403,
    "content_type": "application/json",
    "body": '{"url": "https://geo.captcha-delivery.com/captcha/?cid=1"}',
}


async def test_a_challenge_at_an_item_s_text_ends_the_asking(wide: Shop, plain: Listing) -> None:
    tab = (await wide.parked(plain)).form.tab
    asked: list[str] = []

    async def guard(route: Route) -> None:
        asked.append(route.request.url)
        await route.fulfill(**GUARDED)

    await tab.page.route("**/api/v2/item_upload/items/*", guard)
    rows = [OwnItem(id_, f"/items/{id_}", plain.title, plain.price) for id_ in ("7", "8")]
    before = Before("1", frozenset(), None)
    wanted = sought(plain, datetime.now(UTC), before)
    with pytest.raises(ChallengeRequired):
        await search(tab, Wardrobe(tuple(rows)), wanted)
    assert len(asked) == 1


async def test_a_challenge_at_the_category_tree_ends_the_asking(wide: Shop, plain: Listing) -> None:
    tab = (await wide.parked(plain)).form.tab
    await tab.page.route("**/api/v2/item_upload/catalogs", lambda route: route.fulfill(**GUARDED))
    with pytest.raises(ChallengeRequired):
        await asked_tree(tab, Answers(tab.page))
