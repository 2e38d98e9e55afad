"""The scenes of every outcome, and of the reasons that refine one."""

import asyncio

from playwright.async_api import expect

from tests.console.gallery.scenes import scene
from tests.console.gallery.stage import Stage

LATE = {"publish_fault": "lost_answer", "publish_fault_times": 1, "wardrobe_held": True}
NEVER = {"publish_fault": "error_before", "publish_fault_times": 1}


@scene("outcome.prepared", how="A listing is prepared; every field is decided.")
async def prepared(stage: Stage) -> None:
    await stage.hoodie()
    await stage.open()


@scene("outcome.draft_saved", how="The same with `dry_run: false`: the site keeps the draft.")
async def draft_saved(stage: Stage) -> None:
    await stage.prepared(dry_run=False)
    await stage.open()


@scene("outcome.checked", how="The dry run of a publish.")
async def checked(stage: Stage) -> None:
    await stage.published((await stage.hoodie())["confirm_token"], dry_run=True)
    await stage.open()


@scene("outcome.published", how="The real publish, answered by the site.")
async def published(stage: Stage) -> None:
    await stage.published((await stage.prepared())["confirm_token"])
    await stage.open()


@scene(
    "outcome.needs_manual", "reason.captcha_or_verification",
    how="`challenge: datadome` on arrival at the sell page.",
)  # fmt: skip
async def needs_manual(stage: Stage) -> None:
    await stage.serving.faults(challenge="datadome")
    await stage.prepared()
    await stage.open()


@scene(
    "outcome.not_ready",
    "reason.form_changed",
    how="`price_as_zero`: the page was about to send another price than it shows.",
)
async def form_changed(stage: Stage) -> None:
    await stage.serving.faults(price_as_zero=True)
    await stage.published((await stage.prepared())["confirm_token"])
    await stage.open()


@scene("reason.questions", how="A hoodie without a size.")
async def questions(stage: Stage) -> None:
    await stage.hoodie(size=None)
    await stage.open()


@scene(
    "outcome.rejected_by_site", "reason.refused_by_site",
    how="`photo_error`: the site takes no photo, said before the click.",
)  # fmt: skip
async def refused_before(stage: Stage) -> None:
    await stage.serving.faults(photo_error=422)
    await stage.prepared()
    await stage.open()


@scene("outcome.held_for_review", how="`held_for_review`: taken, and not shown to others.")
async def held(stage: Stage) -> None:
    await stage.serving.faults(held_for_review=True)
    await stage.published((await stage.prepared())["confirm_token"])
    await stage.open()


@scene(
    "outcome.outcome_unknown", "reason.not_seen_yet",
    how="`publish_fault: lost_answer`, and the wardrobe does not show the listing yet.",
)  # fmt: skip
async def not_seen_yet(stage: Stage) -> None:
    await lost(stage)
    await stage.open()


@scene(
    "outcome.duplicated", how="`publish_fault: reset_after`: Chromium itself sends the call again."
)
async def duplicated(stage: Stage) -> None:
    token = (await stage.prepared())["confirm_token"]
    await stage.serving.faults(publish_fault="reset_after")
    await stage.published(token)
    await stage.open()


@scene("reason.rate_limited_by_site", how="`challenge: rate_limited`: the site's own 429.")
async def rate_limited(stage: Stage) -> None:
    await stage.serving.faults(challenge="rate_limited", retry_after=600)
    await stage.prepared()
    await stage.open()


@scene("reason.unknown_dialog", how="A card that speaks of money (`dialog_words`).")
async def unknown_dialog(stage: Stage) -> None:
    await stage.serving.faults(dialog="promotion", dialog_words="money")
    await stage.prepared()
    await stage.open()


@scene("reason.pay_wall", how="`dialog: paywall` over the sell page.")
async def pay_wall(stage: Stage) -> None:
    await stage.serving.faults(dialog="paywall")
    await stage.prepared()
    await stage.open()


@scene("reason.more_photos_wanted", how="`luxury_photos`: one photo of a luxury brand.")
async def more_photos(stage: Stage) -> None:
    await stage.serving.faults(luxury_photos=True)
    token = (await stage.hoodie(brand="Gucci", title="Hoodie Gucci"))["confirm_token"]
    await stage.published(token)
    await stage.open()


@scene(
    "reason.wardrobe_unreadable",
    how="The site goes down under the publish call (`hang_before`, then `site_down`).",
)
async def unreadable(stage: Stage) -> None:
    token = (await stage.prepared())["confirm_token"]
    await stage.serving.faults(publish_fault="hang_before", hang_seconds=60.0)
    body = {"confirm_token": token, "dry_run": False}
    publish = await stage.begun("/vinted/listings/publish", body)
    await stage.until(publish, lambda job: job["step"] in {"submit", "outcome", "look_up"})
    await stage.serving.faults(site_down=True)
    await stage.until(publish, lambda job: job["state"] == "done")
    await stage.open(publish)


@scene(
    "reason.similar_in_wardrobe",
    how="Two clicks on the same listing have no known end, and then one such listing comes up.",
)
async def similar(stage: Stage) -> None:
    listing = await lost(stage)
    first = stage.job_id
    again = (await stage.ask("/vinted/listings/prepare", listing)).json()
    await stage.serving.faults(**NEVER)
    await stage.published(again["confirm_token"])
    await stage.http.post(f"{stage.serving.market}/__standin__/wardrobe/release", json={})
    look = "mutation ($id: ID!) { lookAgain(input: {jobId: $id}) { __typename } }"
    async with asyncio.timeout(60):
        while (await stage.serving.job(first or ""))["reason"] != "similar_in_wardrobe":
            await stage.ask("/graphql", {"query": look, "variables": {"id": first}})
    await stage.open(first)


@scene(
    "reason.earlier_draft_unknown",
    how="A draft of what may be saved already (`draft_fault: error_before` the first time).",
)
async def earlier_draft(stage: Stage) -> None:
    await stage.serving.faults(draft_fault="error_before", draft_fault_times=1)
    listing = await stage.listing(dry_run=False)
    await stage.ask("/vinted/listings/prepare", listing)
    told = (await stage.ask("/vinted/listings/prepare", listing)).json()
    await stage.open(told["job_id"])


@scene(
    "reason.several_drafts",
    how="`draft_fault: lost_answer`, and two drafts that may be it (`twin`).",
)
async def several_drafts(stage: Stage) -> None:
    await stage.serving.faults(draft_fault="lost_answer", twin="draft")
    await stage.prepared(dry_run=False)
    await stage.open()


@scene("reason.found_in_wardrobe", how="`publish_fault: lost_answer`: found among the listings.")
async def found(stage: Stage) -> None:
    token = (await stage.prepared())["confirm_token"]
    await stage.serving.faults(publish_fault="lost_answer", publish_fault_times=1)
    await stage.published(token)
    await stage.open()


@scene("reason.confirmed_by_person", how="An unknown end, settled at the console by an address.")
async def confirmed(stage: Stage) -> None:
    await lost(stage)
    await stage.open()
    await stage.press("settle.there")
    address = f"{stage.serving.market}/items/123456789"
    await stage.page.get_by_label(stage.seller.say("settle.address")).fill(address)
    await stage.press("settle.send")
    await expect(stage.page.locator(".settle")).to_be_hidden()


@scene("reason.not_there_by_person", how="An unknown end, settled by “It is not there”.")
async def not_there(stage: Stage) -> None:
    await lost(stage)
    await stage.open()
    await stage.press("settle.not.there")
    await expect(stage.page.locator(".settle")).to_be_hidden()


async def lost(stage: Stage, **faults: object) -> dict[str, object]:
    """A click whose end is not known; the listing."""
    listing = await stage.listing()
    token = (await stage.ask("/vinted/listings/prepare", listing)).json()["confirm_token"]
    await stage.serving.faults(**(faults or LATE))
    told = await stage.published(token)
    assert told["outcome"] == "outcome_unknown", told
    await stage.http.delete(f"{stage.serving.market}/__standin__/faults")
    return listing
