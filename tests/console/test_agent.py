"""An agent prepares over stdio, and a person publishes at the link that it gives, or does not."""

from pathlib import Path

from playwright.async_api import expect

from tests.console.seller import at_the_console
from tests.e2e.serving import Serving
from tests.gql_api.mcp.agents import UNSURE, Agent, jpeg, over_stdio

PUBLISH = "/vinted/listings/publish"
TITLE = "Hoodie d’un agent"


async def test_a_person_publishes_what_an_agent_has_prepared(
    market: Serving, tmp_path: Path
) -> None:
    photo = jpeg(tmp_path / "front.jpg")
    before = len((await market.ledger())["items"])
    async with over_stdio(market.url, tmp_path) as agent:
        console = at_the_console(market.url)
        async with console as (seller, troubles):
            await seller.connect()
            job_id, link = await _prepared(agent, photo)
            assert link == f"{market.url}/fripier#/jobs/{job_id}"

            # Without keys nobody is told apart, but an agent's call says that it is one.
            yes = {"confirm_token": (await market.job(job_id))["confirm_token"], "dry_run": False}
            refused = await market.http.post(PUBLISH, json=yes, headers={"X-Agent": "mcp"})
            assert (refused.status_code, refused.json()["code"]) == (403, "missing_scope")

            await seller.page.goto(link)
            await seller.outcome("PREPARED")
            await expect(seller.page.locator(".job-side img").first).to_be_visible()
            looked = await agent.call("look_at_job", job_id=job_id)
            assert (looked["state"], looked.get("publishes")) == ("awaiting_confirmation", None)
            await seller.next_job("publish.opt.in")
            await seller.outcome("CHECKED")
            assert len((await market.ledger())["items"]) == before
            await seller.press("publish.real")

            # What is behind the question changes: the yes to the old picture is gone.
            corrected = await agent.call("correct_listing", job_id=job_id, price=350)
            await seller.page.reload()
            await expect(seller.page.get_by_text(seller.say("publish.changed"))).to_be_visible()
            press = seller.page.get_by_role("button", name=seller.say("publish.real"))
            await expect(press).to_have_count(0)
            await seller.page.get_by_role("link", name=seller.say("job.see")).click()
            await seller.outcome("PREPARED")
            await expect(seller.report("field.price")).to_contain_text("350")

            await seller.next_job("publish.opt.in")
            await seller.outcome("CHECKED")
            await seller.press("publish.real")
            await seller.next_job("publish.yes")
            await seller.outcome("PUBLISHED")
            assert troubles == []
        told = await agent.call("look_at_job", job_id=job_id, after=corrected["last_seq"])
        (publish,) = told["publishes"]
        assert publish["outcome"] == "published"
        assert publish["listing_url"].startswith(f"{market.market}/items/")
        heard = "".join(agent.heard)
    items = [each for each in (await market.ledger())["items"] if not each["draft"]]
    assert [each["title"] for each in items].count(TITLE) == 1
    for secret in ("confirm_token", "confirmToken", "fc_", "access_token"):
        assert secret not in heard


async def _prepared(agent: Agent, photo: Path) -> tuple[str, str]:
    """A preparation with a photo of this machine, after its question; and where it is decided."""
    assert (await agent.call("list_photo_files"))["files"] == [str(photo)]
    outside = await agent.refused("upload_photos", files=["/etc/hostname"])
    assert outside["field"] == "files"
    uploaded = await agent.call("upload_photos", files=["front.jpg", "none.jpg"])
    assert [each["file"] for each in uploaded["refused"]] == ["none.jpg"]
    photos = [each["id"] for each in uploaded["photos"]]
    asked = await agent.call("prepare_listing", **UNSURE | {"title": TITLE}, photos=photos)
    (question,) = asked["questions"]
    answers = {question["field"]: question["candidates"][0]["option_id"]}
    prepared = await agent.call("answer_questions", job_id=asked["job_id"], answers=answers)
    assert prepared["outcome"] == "prepared"
    waiting = await agent.call("ask_to_publish", job_id=asked["job_id"])
    return asked["job_id"], waiting["link"]
