"""The scenes of refusals that a press at the console itself meets."""

import asyncio
import struct
import zlib

from playwright.async_api import Route, expect

from tests.console.gallery.outcomes import lost
from tests.console.gallery.scenes import scene
from tests.console.gallery.stage import Stage
from tests.console.seller import file

SLOW = {"slow_api": 1.5}


async def refused(stage: Stage, *, milliseconds: float | None = None) -> None:
    notice = stage.page.locator("main .notice.bad").first
    await expect(notice).to_be_visible(timeout=milliseconds)


async def listed(stage: Stage, **words: str) -> None:
    """A listing is written and sent at the console."""
    await stage.goto()
    await stage.seller.write(**{"field.title": stage.title(), **words})
    await stage.press("prepare")
    await refused(stage)


async def unheard(stage: Stage) -> None:
    """From now on the page hears nothing new of its job, as on a slow line."""

    async def hold(route: Route) -> None:
        if "FollowedJob" not in (route.request.post_data or ""):
            await route.fallback()

    await stage.page.route("**/graphql", hold)


async def approving(stage: Stage) -> str:
    """A preparation on the screen, of which this page hears no more; its token."""
    token = str((await stage.prepared())["confirm_token"])
    await stage.open()
    await expect(stage.page.locator(".result-lead h2")).to_be_visible()
    await unheard(stage)
    return token


@scene("code.invalid_input", how="A price that is none, sent from the form.")
async def invalid_input(stage: Stage) -> None:
    await listed(stage, **{"field.price": "abc"})


@scene("code.photo_not_found", how="The photo is deleted elsewhere before the listing is sent.")
async def photo_not_found(stage: Stage) -> None:
    await stage.goto()
    await stage.seller.choose(file("front.jpg", await stage.jpeg()))
    await expect(stage.page.locator(".photo img")).to_be_visible()
    told = (await stage.http.get("/vinted/photos")).json()
    photo = told["photos"][0]
    assert (await stage.http.delete(f"/vinted/photos/{photo['temp_id']}")).status_code < 300
    await stage.seller.write()
    await stage.press("prepare")
    await refused(stage)


@scene("code.photo_too_large", how="A PNG of more pixels than its format may have.")
async def photo_too_large(stage: Stage) -> None:
    await stage.goto()
    await stage.seller.choose(file("poster.png", _png(60_000, 60_000), "image/png"))
    await refused(stage)


@scene("code.photo_unsupported", how="A text is chosen as a photo.")
async def photo_unsupported(stage: Stage) -> None:
    await stage.goto()
    await stage.seller.choose(file("notes.txt", b"no photo at all", "text/plain"))
    await refused(stage)


@scene("code.photo_corrupt", how="A JPEG that is cut off.")
async def photo_corrupt(stage: Stage) -> None:
    await stage.goto()
    content = await stage.jpeg()
    await stage.seller.choose(file("front.jpg", content[: len(content) // 2]))
    await refused(stage)


@scene("code.photo_in_use", how="A photo is removed while, elsewhere, a job has begun to use it.")
async def photo_in_use(stage: Stage) -> None:
    listing = await stage.listing()
    await stage.goto("#/accounts")
    summary = stage.page.locator(".held details").first.locator("summary")
    await summary.click()
    await stage.ask("/vinted/listings/prepare", listing)
    await stage.page.locator(".gallery button").first.click()
    await refused(stage)


@scene("code.alias_not_found", how="An answer that was forgotten elsewhere is forgotten again.")
async def alias_not_found(stage: Stage) -> None:
    told = await stage.hoodie(condition="chouette")
    (asked,) = told["draft_context"]["questions"]
    answers = {asked["field"]: asked["candidates"][0]["option_id"]}
    await stage.ask(f"/vinted/jobs/{told['job_id']}/answers", {"answers": answers})
    await stage.goto("#/accounts")
    await stage.page.locator(".held details").nth(1).locator("summary").click()
    for alias in (await stage.http.get("/vinted/aliases")).json()["aliases"]:
        await stage.http.delete(f"/vinted/aliases/{alias['id']}")
    await stage.page.locator(".aliases button").first.click()
    await refused(stage)


@scene("code.job_not_found", how="A job is cancelled whose account was deleted elsewhere.")
async def job_not_found(stage: Stage) -> None:
    await stage.serving.sign_in(account="other")
    told = await stage.prepared(account="other")
    await stage.open(told["job_id"])
    await unheard(stage)
    assert (await stage.http.delete("/vinted/accounts/other")).status_code < 300
    await stage.press("cancel")
    await refused(stage)


@scene("code.session_malformed", how="Something else than a session is pasted.")
async def session_malformed(stage: Stage) -> None:
    await pasted(stage, "my password is hunter2")


@scene("code.session_expired", how="A session is pasted that the site treats as a guest's.")
async def session_expired(stage: Stage) -> None:
    await pasted(stage, "access_token_web=of-last-year")


@scene(
    "code.no_worker",
    service="no worker",
    how="A session is pasted where an API process runs and no worker (`--role api`).",
)
async def no_worker(stage: Stage) -> None:
    await pasted(stage, "access_token_web=demo", milliseconds=120_000)


async def pasted(stage: Stage, text: str, *, milliseconds: float | None = None) -> None:
    await stage.goto("#/connect")
    await stage.page.get_by_label(stage.seller.say("connect.paste")).fill(text)
    await stage.press("connect.save")
    await refused(stage, milliseconds=milliseconds)


@scene("code.wrong_market", how="A request to another market is pasted (“Copy as cURL”).")
async def wrong_market(stage: Stage) -> None:
    await pasted(stage, "curl 'https://www.vinted.de/' -H 'Cookie: access_token_web=demo'")


@scene("code.session_required", how="A listing is sent for an account without a session.")
async def session_required(stage: Stage) -> None:
    await stage.goto()
    await stage.page.evaluate("localStorage.setItem('fripier.account', 'second')")
    try:
        await listed(stage)
    finally:
        await stage.page.evaluate("localStorage.removeItem('fripier.account')")


@scene("code.cooling_down", how="“It is solved” is pressed while the captcha still stands.")
async def cooling_down(stage: Stage) -> None:
    await stage.serving.faults(challenge="datadome")
    await stage.prepared()
    await stage.open()
    await stage.press("resume")
    await refused(stage)


@scene(
    "code.account_cooling_down", service="a rest after a challenge",
    how="A listing is sent while the account rests (`COOLDOWN_MINUTES=60`).",
)  # fmt: skip
async def account_cooling_down(stage: Stage) -> None:
    await stage.serving.faults(challenge="datadome")
    await stage.prepared()
    await listed(stage)


@scene("code.content_changed", how="A yes is given to what was corrected elsewhere meanwhile.")
async def content_changed(stage: Stage) -> None:
    await approving(stage)
    listing = await stage.listing(job_id=stage.job_id)
    await stage.ask("/vinted/listings/prepare", listing)
    await stage.press("publish.opt.in")
    await refused(stage)


@scene("code.preparation_cancelled", how="A yes is given to what was cancelled elsewhere.")
async def preparation_cancelled(stage: Stage) -> None:
    await approving(stage)
    await stage.http.delete(f"/vinted/jobs/{stage.job_id}")
    await stage.press("publish.opt.in")
    await refused(stage)


@scene("code.publish_in_progress", how="A yes is given a second time while the first is at work.")
async def publish_in_progress(stage: Stage) -> None:
    token = await approving(stage)
    await stage.serving.faults(publish_fault="hang", hang_seconds=6.0)
    body = {"confirm_token": token, "dry_run": False}
    publish = await stage.begun("/vinted/listings/publish", body)
    await stage.press("publish.opt.in")
    await refused(stage)
    await stage.until(publish, lambda job: job["state"] == "done")


@scene("code.already_published", how="A yes is given that was used elsewhere.")
async def already_published(stage: Stage) -> None:
    token = await approving(stage)
    await stage.serving.publish(token)
    await stage.press("publish.opt.in")
    await refused(stage)


@scene("code.confirm_token_used", how="A yes is given whose listing the site has refused.")
async def confirm_token_used(stage: Stage) -> None:
    token = await approving(stage)
    await stage.serving.faults(publish_errors=[{"field": "title", "value": "Titre refusé"}])
    await stage.serving.publish(token)
    await stage.press("publish.opt.in")
    await refused(stage)


@scene("code.outcome_unknown", how="A yes is given whose first click has no known end.")
async def outcome_unknown(stage: Stage) -> None:
    token = await approving(stage)
    await stage.serving.faults(
        publish_fault="lost_answer", publish_fault_times=1, wardrobe_held=True
    )
    await stage.serving.publish(token)
    await stage.press("publish.opt.in")
    await refused(stage)


@scene(
    "code.daily_budget_reached", service="one listing a day",
    how="The second real publish of the day (`DAILY_LISTINGS=1`).",
)  # fmt: skip
async def daily_budget(stage: Stage) -> None:
    await stage.serving.publish((await stage.prepared())["confirm_token"])
    told = await stage.published((await stage.prepared())["confirm_token"], dry_run=True)
    await stage.open(told["job_id"])
    await stage.press("publish.real")
    await stage.press("publish.yes")
    await refused(stage)


@scene(
    "code.rate_limited", service="one preparation a minute",
    how="A second listing within the minute (`PREPARES_PER_MINUTE=1`).",
)  # fmt: skip
async def rate_limited(stage: Stage) -> None:
    await stage.prepared(photo=False)
    await listed(stage)


@scene(
    "code.account_busy", service="one job in the queue",
    how="A second listing while one is at work (`MAX_QUEUED_PER_ACCOUNT=1`).",
)  # fmt: skip
async def account_busy(stage: Stage) -> None:
    listing = await stage.listing()
    await stage.serving.faults(**SLOW)
    await stage.begun("/vinted/listings/prepare", listing)
    await listed(stage)


@scene(
    "code.publish_disabled", service="no publishing",
    how="`PUBLISH_ENABLED=false`: the console offers the dry run alone; the call answers this.",
)  # fmt: skip
async def publish_disabled(stage: Stage) -> None:
    token = (await stage.prepared())["confirm_token"]
    told = await stage.published(token, dry_run=True)
    answer = (await stage.serving.publish(token)).json()
    stage.said[answer["code"]] = stage.seller.say("code.publish_disabled")
    await stage.open(told["job_id"])


@scene("code.job_running", how="A correction is sent while another one is at work.")
async def job_running(stage: Stage) -> None:
    told = await stage.prepared()
    await stage.goto(f"#/jobs/{told['job_id']}/correct")
    await expect(stage.page.locator("form.sell")).to_be_visible()
    listing = await stage.listing(job_id=told["job_id"])
    await stage.serving.faults(**SLOW)
    await stage.begun("/vinted/listings/prepare", listing)
    await stage.press("correct.send")
    await refused(stage)
    await finished(stage, told["job_id"])


async def finished(stage: Stage, job_id: str) -> None:
    await stage.serving.faults(slow_api=0.0)
    await stage.until(job_id, lambda job: job["state"] not in {"queued", "running"})


@scene("code.job_over", how="A job is cancelled that was cancelled elsewhere.")
async def job_over(stage: Stage) -> None:
    await approving(stage)
    await stage.http.delete(f"/vinted/jobs/{stage.job_id}")
    await stage.press("cancel")
    await refused(stage)


@scene("code.too_late_to_cancel", how="A publish is cancelled after its click (`hang`).")
async def too_late(stage: Stage) -> None:
    token = str((await stage.prepared())["confirm_token"])
    await stage.serving.faults(publish_fault="hang", hang_seconds=8.0)
    body = {"confirm_token": token, "dry_run": False}
    publish = await stage.begun("/vinted/listings/publish", body)
    await stage.open(publish)
    async with asyncio.timeout(60):
        while not (await stage.serving.ledger())["items"][-1:]:
            await asyncio.sleep(0.1)
    await stage.until(publish, lambda job: job["step"] in {"submit", "outcome", "look_up"})
    await stage.press("cancel")
    await refused(stage)


@scene("code.not_unknown", how="A look is asked for at what was settled elsewhere.")
async def not_unknown(stage: Stage) -> None:
    await lost(stage)
    await stage.open()
    await expect(stage.page.locator(".settle")).to_be_visible()
    await unheard(stage)
    await stage.ask(f"/vinted/jobs/{stage.job_id}/resolve", {"there": False})
    await stage.press("look.again")
    await refused(stage)


def _png(width: int, height: int) -> bytes:
    """The head of a picture that is larger than it may be."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
