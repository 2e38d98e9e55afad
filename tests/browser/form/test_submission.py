"""The click and what comes after it: known, or said to be unknown, and never done twice."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, Request, Route

from browser.errors import AccountMismatch, SiteUnreachable, UnknownDialog
from browser.fence import Before
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing, Option
from browser.sell_form import Shown
from browser.site import LookUp
from browser.sites.vinted.fields.parcels import ParcelPicker
from browser.standin import FieldError
from browser.standin.state import Item
from tests.browser.seller import Shop, photos

DIALOG = """() => document.body.insertAdjacentHTML("beforeend",
  "<div role=dialog style=position:fixed;inset:0>New</div>")"""
CHANGE = """(milliseconds) => setTimeout(() => {
  const title = Object.assign(document.querySelector("#title"), {value: "Something else"});
  title.dispatchEvent(new Event("input", {bubbles: true}));
}, milliseconds)"""


def clicks(shop: Shop) -> int:
    """Publish calls that reached the site."""
    kinds = {"publish", "completion"}
    return sum(attempt.kind in kinds for attempt in shop.standin.state.ledger.attempts)


@pytest.mark.parametrize("after", ["member_modal", "item_page", "stay_modal"])
async def test_success_is_the_site_s_answer_whatever_the_page_does_next(
    wide: Shop, plain: Listing, after: str
) -> None:
    # The wardrobe would take longer than we wait: only the answer itself can tell.
    wide.faults(publish_outcome=after, wardrobe_delay=60.0)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_id == str(wide.item.id)
    assert submission.listing_url == f"{wide.standin.url}/items/{wide.item.id}"
    assert clicks(wide) == 1


async def test_what_a_session_carries_stays_on_its_host_where_another_one_takes_over(
    wide: Shop, plain: Listing
) -> None:
    """The account's country host may take over after a publish, and nobody is signed in there."""
    wide.faults(publish_outcome="other_host")
    form = await wide.parked(plain)
    told: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname == "localhost":
            told.append(request.headers.get("x-anon-id", ""))

    form.page.on("request", note)
    submission = await wide.submit(form, plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_url == f"{wide.standin.url}/items/{wide.item.id}"
    cookies = await form.page.context.cookies(wide.standin.url)
    (own,) = (cookie["value"] for cookie in cookies if cookie["name"] == "anon_id")
    assert told
    assert own not in told


async def test_the_fence_stands_between_the_comparison_and_the_click(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)

    async def closed_fence(before: Before) -> None:
        raise PermissionError("not now")

    with pytest.raises(PermissionError):
        await wide.submit(form, plain, closed_fence)
    assert clicks(wide) == 0
    assert (await wide.submit(form, plain)).outcome is SubmissionOutcome.PUBLISHED


async def test_a_form_that_changed_since_the_yes_is_not_clicked(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    await form.page.locator("#title").fill("Something else")
    submission = await wide.submit(form, plain)
    assert (submission.outcome, submission.clicked) == (SubmissionOutcome.NEEDS_MANUAL, False)
    assert set(submission.errors) == {"title"}
    assert clicks(wide) == 0


COVER = """(milliseconds) => {
  const cover = document.createElement("div");
  cover.style = "position: fixed; inset: 0; z-index: 999";
  document.body.append(cover);
  if (milliseconds) setTimeout(() => cover.remove(), milliseconds);
}"""


async def test_a_button_under_something_unknown_is_left_to_a_person(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)
    await form.page.evaluate(COVER, 0)

    async def passed(before: Before) -> None:
        raise AssertionError("the fence was passed")

    with pytest.raises(UnknownDialog):
        await wide.submit(form, plain, passed)
    assert clicks(wide) == 0


async def test_a_button_is_pressed_once_nothing_lies_over_it(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    await form.page.evaluate(COVER, 1500)
    assert (await wide.submit(form, plain)).outcome is SubmissionOutcome.PUBLISHED
    assert clicks(wide) == 1


async def test_a_button_that_moves_while_the_fence_is_passed_is_pressed_where_it_is(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)

    async def moving(before: Before) -> None:
        await form.page.evaluate(
            "document.querySelector('main').style.paddingTop = innerHeight / 3 + 'px'"
        )

    assert (await wide.submit(form, plain, moving)).outcome is SubmissionOutcome.PUBLISHED
    assert clicks(wide) == 1


async def test_what_comes_over_the_button_while_the_fence_is_passed_is_not_pressed(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)

    async def covering(before: Before) -> None:
        await form.page.evaluate(COVER, 0)
        await form.page.evaluate(
            "addEventListener('mousedown', () => { document.title = 'pressed'; }, true)"
        )

    submission = await wide.submit(form, plain, covering)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert await form.page.title() != "pressed"
    assert clicks(wide) == 0


async def test_a_form_that_changes_while_its_button_is_covered_is_not_clicked(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)
    # The page itself changes the form just before it takes the cover away.
    await form.page.evaluate(CHANGE, 1400)
    await form.page.evaluate(COVER, 1500)
    submission = await wide.submit(form, plain)
    assert (submission.clicked, submission.refused) == (False, False)
    assert set(submission.errors) == {"title"}


async def test_a_form_that_changes_while_the_fence_is_passed_is_not_clicked(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)

    async def changing(before: Before) -> None:
        await form.page.locator("#title").fill("Something else")

    submission = await wide.submit(form, plain, changing)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert (submission.reason, set(submission.errors)) == ("form_changed", {"title"})
    assert clicks(wide) == 0


async def test_a_press_on_publish_outside_a_submission_cannot_leave_the_browser(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)
    await form.page.get_by_test_id("upload-form-save-button").click()
    await form.page.wait_for_selector("[role=alert]")
    assert clicks(wide) == 0


async def test_fields_that_the_site_rejects_are_named(wide: Shop, plain: Listing) -> None:
    wide.faults(publish_errors=(FieldError("title", "no"), FieldError("catalog_id", "no")))
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.REJECTED_BY_SITE
    assert set(submission.errors) == {"title", "category"}
    assert clicks(wide) == 1


async def test_a_listing_without_photos_is_rejected_by_the_site(wide: Shop, plain: Listing) -> None:
    bare = replace(plain, photos=())
    submission = await wide.submit(await wide.parked(bare), bare)
    assert set(submission.errors) == {"photos"}


async def test_a_price_that_the_page_loses_never_leaves_the_browser(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(price_as_zero=True)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert (submission.reason, submission.held_back) == ("form_changed", True)
    assert (submission.clicked, submission.refused) == (False, True)
    assert set(submission.errors) == {"price"}
    assert submission.picture
    assert clicks(wide) == 0


TAMPER = """() => {{
  const write = JSON.stringify;
  JSON.stringify = (body, ...more) => {{
    const item = body?.item ?? body?.draft;
    if (item) {{ {change}; }}
    return write(body, ...more);
  }};
}}"""
"""The page itself sends something else than it shows."""


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("item.package_size_id = null", "parcel_size"),
        ("delete item.price", "price"),
        ("item.assigned_photos.pop()", "photos"),
        ("body.push_up = true", "paid_option"),
        ("for (const key in body) delete body[key]", "request"),
    ],
)
async def test_what_the_page_would_send_otherwise_than_it_shows_is_held_back(
    wide: Shop, hoodie: Listing, change: str, name: str
) -> None:
    form = await wide.parked(hoodie)
    await form.page.evaluate(TAMPER.format(change=change))
    submission = await wide.submit(form, hoodie)
    assert (submission.reason, submission.held_back) == ("form_changed", True)
    assert set(submission.errors) == {name}
    assert clicks(wide) == 0


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("item.catalog_id += 1", "category"),
        ("item.assigned_photos.reverse()", "photos"),
    ],
)
async def test_choices_and_photos_are_compared_with_those_that_were_made(
    wide: Shop, plain: Listing, folder: Path, change: str, name: str
) -> None:
    form = await wide.prepare(two := replace(plain, photos=photos(folder, 2)))
    await form.page.evaluate(TAMPER.format(change=change))
    submission = await wide.submit(form, two)
    assert (submission.held_back, set(submission.errors)) == (True, {name})
    assert wide.nothing_published


async def test_a_parcel_that_the_page_has_preselected_is_chosen_anew(
    wide: Shop, plain: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's own choice may show and never reach what it sends."""
    pressed, press = [], ParcelPicker.press

    async def noted(picker: ParcelPicker, option: Option) -> Shown:
        pressed.append(option.id)
        return await press(picker, option)

    monkeypatch.setattr(ParcelPicker, "press", noted)
    wide.faults(parcel_preselected=True)
    form = await wide.prepare(plain)
    other, *last = pressed
    assert set(last) == {form.reading.values["parcel_size"]} != {other}


async def test_a_form_that_was_filled_sends_nothing_that_cannot_be_compared(
    wide: Shop, hoodie: Listing
) -> None:
    submission = await wide.sell(hoodie)
    assert (submission.outcome, submission.uncertain) == (SubmissionOutcome.PUBLISHED, ())


async def test_a_member_that_is_missing_is_told_and_does_not_stop(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.prepare(plain)
    await form.page.evaluate(TAMPER.format(change="delete item.currency"))
    submission = await wide.submit(form, plain)
    assert submission.uncertain == ("currency",)
    assert not submission.held_back


@pytest.mark.parametrize("fault", ["lost_answer", "error_after", "hang"])
async def test_an_item_whose_answer_is_lost_is_found_in_the_wardrobe(
    wide: Shop, plain: Listing, fault: str
) -> None:
    wide.faults(publish_fault=fault, hang_seconds=600.0, wardrobe_delay=0.5)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_id == str(wide.item.id)
    assert clicks(wide) <= 1


@pytest.mark.parametrize("fault", ["error_before", "reset_before", "hang_before"])
async def test_an_item_that_is_nowhere_is_unknown_and_never_tried_again(
    wide: Shop, plain: Listing, fault: str
) -> None:
    wide.faults(publish_fault=fault, hang_seconds=600.0)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN
    assert not submission.refused
    assert submission.answered is (fault == "error_before")
    assert wide.nothing_published


@pytest.mark.parametrize("cut", [0, 1], ids=["every answer lost", "the last one answered"])
async def test_every_copy_that_the_browser_sent_by_itself_is_told(
    wide: Shop, plain: Listing, cut: int
) -> None:
    wide.faults(publish_fault="reset_after", publish_fault_times=cut, wardrobe_delay=0.5)
    submission = await wide.sell(plain)
    items = wide.standin.state.live_items
    assert len(items) > 1, "Chromium has not sent it again"
    assert submission.outcome is SubmissionOutcome.DUPLICATED
    told = {address.rpartition("/")[2].partition("-")[0] for address in submission.addresses}
    assert told == {str(item.id) for item in items}
    assert submission.listing_url in submission.addresses


async def test_a_refusal_of_the_second_call_does_not_hide_that_the_first_was_taken(
    wide: Shop, plain: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, store = wide.standin.state, wide.standin.state.store

    def store_and_refuse_from_now_on(item: Item) -> Item:
        if not item.draft:
            wide.faults(challenge="rate_limit", challenge_at="after_publish")
        return store(item)

    wide.faults(publish_fault="reset_after")
    monkeypatch.setattr(state, "store", store_and_refuse_from_now_on)
    submission = await wide.sell(plain)
    assert clicks(wide) > 1, "Chromium has not sent it again"
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.PUBLISHED, False)
    assert submission.listing_id == str(wide.item.id)


async def test_an_older_twin_is_not_taken_for_the_new_item(wide: Shop, plain: Listing) -> None:
    await wide.submit(await wide.parked(plain), plain)
    wide.faults(publish_fault="error_before")
    submission = await wide.sell(plain)
    assert submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN


@pytest.mark.parametrize("after", ["member_modal", "stay_modal"])
async def test_an_item_that_is_held_back_is_told_as_that(
    wide: Shop, plain: Listing, after: str
) -> None:
    wide.faults(held_for_review=True, publish_outcome=after)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.HELD_FOR_REVIEW
    assert submission.listing_id == str(wide.item.id)


async def test_a_session_that_ends_with_the_click_has_not_published(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(unauthorized_at="publish")
    submission = await wide.submit(await wide.parked(plain), plain)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert submission.reason == "session_expired"


async def test_an_address_that_was_withdrawn_is_no_word_about_its_caller(
    wide: Shop, plain: Listing
) -> None:
    """Withdrawn addresses answer 404 with a page (2026-08-05); who is signed in is not known."""
    form = await wide.parked(plain)

    async def withdrawn(route: Route) -> None:
        await route.fulfill(status=404, content_type="text/html", body="<h1>404</h1>")

    await form.page.route("**/api/v2/users/current", withdrawn)
    with pytest.raises(SiteUnreachable):
        await wide.driver.review(form, form.reading)


async def test_a_click_that_is_swallowed_is_known_to_have_done_nothing(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)
    await swallow_clicks(form.page)
    submission = await wide.submit(form, plain)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert submission.reason == "not_sent"
    assert wide.nothing_published


async def test_a_call_to_an_address_that_nobody_knows_is_looked_up(
    wide: Shop, plain: Listing
) -> None:
    """The site may move its call any day: then the page goes on, and nothing was seen to leave."""
    form = await wide.prepare(plain)
    old, new = "/api/v2/item_upload/items", "/svc-item-upload/items"

    async def passed_on(route: Route) -> None:
        answer = await route.fetch(url=route.request.url.replace(new, old))
        await route.fulfill(response=answer)

    await form.page.route(f"**{new}", passed_on)
    await form.page.evaluate(
        "([old, moved]) => { const before = fetch; window.fetch = (to, more) =>"
        " before(String(to).replace(old, moved), more); }",
        [old, new],
    )
    submission = await wide.submit(form, plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert (submission.reason, submission.listing_id) == ("found_in_wardrobe", str(wide.item.id))


async def swallow_clicks(page: Page) -> None:
    await page.evaluate(
        "addEventListener('click', (event) => event.stopImmediatePropagation(), {capture: true})"
    )


async def test_a_dialog_over_the_form_is_seen_before_the_click(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    await form.page.evaluate(DIALOG)
    with pytest.raises(UnknownDialog):
        await wide.submit(form, plain)
    assert clicks(wide) == 0


async def test_a_dialog_over_the_form_is_seen_by_the_comparison_too(
    wide: Shop, plain: Listing
) -> None:
    """A dry run ends there: it must not call a form ready that a publish would leave alone."""
    form = await wide.parked(plain)
    assert await wide.driver.review(form, form.reading) == ()
    await form.page.evaluate(DIALOG)
    with pytest.raises(UnknownDialog):
        await wide.driver.review(form, form.reading)


async def test_an_answer_that_broke_off_is_a_lost_one(wide: Shop, plain: Listing) -> None:
    wide.faults(publish_fault="lost_answer", wardrobe_delay=60.0)
    submission = await wide.submit(await wide.parked(plain), plain)
    assert submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN
    assert not submission.answered


async def test_a_tab_that_dies_after_the_click_raises_nothing(wide: Shop, plain: Listing) -> None:
    wide.faults(publish_fault="hang", hang_seconds=600.0)
    form = await wide.parked(plain)
    dying: list[asyncio.Task[None]] = []

    def die(request: Request) -> None:
        if request.url.endswith("/completion"):
            dying.append(asyncio.ensure_future(form.page.close()))

    form.page.on("request", die)
    submission = await wide.submit(form, plain)
    await asyncio.gather(*dying)
    assert submission.outcome is SubmissionOutcome.OUTCOME_UNKNOWN
    assert not await wide.driver.is_open(form)


async def test_a_look_up_finds_what_is_for_sale_and_changes_nothing(
    wide: Shop, plain: Listing
) -> None:
    await wide.submit(await wide.parked(plain), plain)
    before = Before(str(wide.item.owner_id), frozenset())
    seen = await look_up(wide, plain, before)
    assert [item.id for item in seen.found] == [str(wide.item.id)]
    other = replace(plain, title="Jupe", price=replace(plain.price, amount=Decimal("3.00")))
    assert (await look_up(wide, other, before)).reason == "not_seen_yet"
    assert clicks(wide) == 1


async def look_up(shop: Shop, listing: Listing, before: Before | None) -> LookUp:
    since = datetime.now(UTC) - timedelta(seconds=1)
    return await shop.driver.look_up(shop.seller, listing, since=since, before=before)


async def test_a_later_look_tells_an_older_twin_from_the_new_item(
    wide: Shop, plain: Listing
) -> None:
    await wide.submit(await wide.parked(plain), plain)
    older = wide.item
    remembered: list[Before] = []

    async def fence(before: Before) -> None:
        remembered.append(before)

    wide.faults(publish_fault="error_before", publish_fault_times=1)
    form = await wide.parked(plain)
    await wide.submit(form, plain, fence)
    (before,) = remembered
    assert before == Before(str(older.owner_id), before.known, form.draft_id)
    assert str(older.id) in (before.known or ())
    assert (await look_up(wide, plain, before)).reason == "not_seen_yet"
    # Without the memory of what was there, nobody can tell, and nothing is proved.
    unsure = await look_up(wide, plain, None)
    assert (unsure.found, unsure.reason != "not_seen_yet") == ((), True)
    assert [item.id for item in unsure.similar] == [str(older.id)]
    await wide.submit(form, plain)
    found = (await look_up(wide, plain, before)).found
    assert [item.id for item in found] == [form.draft_id]


async def test_what_resembles_the_item_is_neither_it_nor_a_proof_that_it_is_not_there(
    wide: Shop, plain: Listing
) -> None:
    for changed in (
        replace(plain, title="DISQUE, de Barbara!", price=replace(plain.price, amount=Decimal(9))),
        replace(plain, description="Something else"),
        replace(plain, title="Another"),
    ):
        wide.standin.state.items.clear()
        await wide.submit(await wide.parked(changed), changed)
        before = Before(str(wide.item.owner_id), frozenset())
        seen = await look_up(wide, plain, before)
        assert (seen.found, len(seen.similar)) == ((), 1)


async def test_a_wardrobe_of_many_pages_is_read_to_its_end(wide: Shop, plain: Listing) -> None:
    state = wide.standin.state
    owner = state.members.sessions["demo"].account
    await wide.submit(await wide.parked(plain), plain)
    for number in range(200):
        state.store(replace(state.new_item(owner, "EUR", draft=False), title=f"Book {number}"))
    seen = await look_up(wide, plain, Before(str(owner.id), frozenset()))
    assert (len(seen.found), seen.complete) == (1, True)


async def test_nobody_elses_wardrobe_proves_anything(wide: Shop, plain: Listing) -> None:
    with pytest.raises(AccountMismatch):
        await look_up(wide, plain, Before("another member", frozenset()))
