"""The scenes of what could not be carried out: the site, the browser, the service's own parts."""

import asyncio
import json
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from playwright.async_api import expect

from tests.console.gallery.refusals import refused
from tests.console.gallery.scenes import scene
from tests.console.gallery.stage import Stage
from tests.console.seller import file
from tests.e2e.disks import limit_files


async def failed(stage: Stage, **switches: object) -> None:
    """A preparation that fails by these switches, on the screen."""
    await stage.serving.faults(**switches)
    await ended(stage, await stage.begun("/vinted/listings/prepare", await stage.listing()))


async def ended(stage: Stage, job_id: str) -> None:
    await stage.until(job_id, lambda job: job["state"] == "failed")
    await stage.open(job_id)
    await expect(stage.page.locator(".result.bad")).to_be_visible()


@scene("code.site_unreachable", how="`site_down`: every page answers 503.")
async def site_unreachable(stage: Stage) -> None:
    await failed(stage, site_down=True)


@scene("code.site_layout_changed", how="`missing_field: title`.")
async def site_layout_changed(stage: Stage) -> None:
    await failed(stage, missing_field="title")


@scene("code.site_timeout", how="`hanging_paths`: the list of brands never comes.")
async def site_timeout(stage: Stage) -> None:
    await stage.serving.faults(hanging_paths=["*brands*"])
    told = await stage.hoodie()
    await ended(stage, stage.job_id or told["job_id"])


@scene("code.account_mismatch", how="`header_login`: the page shows another member.")
async def account_mismatch(stage: Stage) -> None:
    await failed(stage, header_login="someone-else")


@scene(
    "code.deadline", service="a minute for a job",
    how="`JOB_DEADLINE_MINUTES=1`, a slow site (`slow_api`), and two jobs before this one.",
)  # fmt: skip
async def deadline(stage: Stage) -> None:
    await stage.serving.faults(slow_api=9.0)
    for _ in range(3):
        last = await stage.begun("/vinted/listings/prepare", await stage.listing(photo=False))
    await ended(stage, last)


@scene(
    "code.browser_missing", service="browser taken away",
    how="The Chromium of `CHROMIUM_PATH` is taken away while the service runs.",
)  # fmt: skip
async def browser_missing(stage: Stage) -> None:
    listing = await stage.listing()
    (stage.serving.folder / "chromium").unlink()
    for process in browsers(stage):
        os.kill(process, signal.SIGKILL)
    await ended(stage, await stage.begun("/vinted/listings/prepare", listing))


@scene("code.browser_crashed", how="Chromium is killed under a job, each time that it begins.")
async def browser_crashed(stage: Stage) -> None:
    await stage.serving.faults(slow_api=1.0)
    job_id = await stage.begun("/vinted/listings/prepare", await stage.listing())

    async def kill() -> None:
        while True:
            job = await stage.serving.job(job_id)
            if job["state"] == "running" and job.get("step"):
                for process in browsers(stage):
                    os.kill(process, signal.SIGKILL)
            await asyncio.sleep(0.3)

    killing = asyncio.create_task(kill())
    try:
        await stage.until(job_id, lambda job: job["state"] == "failed")
    finally:
        killing.cancel()
    await ended(stage, job_id)


def browsers(stage: Stage) -> list[int]:
    """The browsers that the service has started: its own children's children included."""
    parents: dict[int, tuple[int, str]] = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                words = (each / "stat").read_text()
                parent = int(words.rpartition(")")[2].split()[1])
                parents[int(each.name)] = (parent, (each / "cmdline").read_text())
            except OSError:
                continue  # it has ended meanwhile
    found, todo = [], [stage.serving.process.pid]
    while todo:
        above = todo.pop()
        for process, (parent, line) in parents.items():
            if parent == above:
                todo.append(process)
                if "chrom" in line and "--type=" not in line and "--headless" in line:
                    found.append(process)
    return found


@scene(
    "code.storage_unavailable", service="damage",
    how="A photo is sent while the service may write no file (`RLIMIT_FSIZE`).",
)  # fmt: skip
async def storage_unavailable(stage: Stage) -> None:
    await stage.goto()
    photo = file("front.jpg", await stage.jpeg())
    pid = stage.serving.process.pid
    assert pid is not None
    limit_files(pid, 100)
    try:
        await stage.seller.choose(photo)
        await refused(stage)
    finally:
        limit_files(pid, -1)


@scene(
    "code.text_not_typable", service="damage",
    how="A line break is put into the stored title of a job that waits for an answer, as older "
    "releases took it; then the question is answered.",
)  # fmt: skip
async def text_not_typable(stage: Stage) -> None:
    told = await stage.hoodie(size=None)
    _rewrite(stage, stage.job_id or "", "title", json.dumps("Hoodie\nDiesel"))
    (asked,) = told["draft_context"]["questions"]
    answers = {asked["field"]: asked["candidates"][0]["option_id"]}
    path = f"/vinted/jobs/{stage.job_id}/answers"
    await stage.ask(path, {"answers": answers}, Prefer="wait=0")
    await ended(stage, stage.job_id or "")


def _rewrite(stage: Stage, job_id: str, member: str, text: str) -> None:
    """Put a text into what is stored of a job's listing."""
    with closing(sqlite3.connect(stage.serving.folder / "fripier.db")) as database, database:
        database.execute(
            "update runs set listing = json_set(listing, ?, json(?)) where job_id = ?",
            (f"$.{member}", text, job_id),
        )


@scene(
    "code.storage_damaged",
    service="a store of photos",
    how="The store (`STORAGE_URL`) holds another file than the photo that was kept there.",
)
async def storage_damaged(stage: Stage) -> None:
    listing = await stage.listing()
    for kept in stage.serving.folder.rglob("*.jpg"):
        if kept.is_relative_to(stage.serving.folder / "store"):
            kept.write_bytes(b"another")
        else:
            kept.unlink()
    await ended(stage, await stage.begun("/vinted/listings/prepare", listing))


@scene(
    "code.internal", service="damage",
    how="What is stored of a job cannot be read any more: nothing that the service knows of.",
)  # fmt: skip
async def internal(stage: Stage) -> None:
    await stage.prepared()
    _rewrite(stage, stage.job_id or "", "title", "17")
    await stage.goto(f"#/jobs/{stage.job_id}")
    await refused(stage)
    _rewrite(stage, stage.job_id or "", "title", '"Timbre"')


@scene("code.vault_damaged", service="damage", how="The file of the sessions is no JSON any more.")
async def vault_damaged(stage: Stage) -> None:
    await with_vault(stage, lambda _: "not what was written")


@scene("code.vault_key_mismatch", service="damage", how="The stored session names another key.")
async def vault_key_mismatch(stage: Stage) -> None:
    def another(text: str) -> str:
        told = json.loads(text)
        for entry in told["entries"].values():
            entry["key"] = "another"
        return json.dumps(told)

    await with_vault(stage, another)


@scene("code.vault_unusable", service="damage", how="A folder stands where the file should be.")
async def vault_unusable(stage: Stage) -> None:
    vault = stage.serving.folder / "session.enc"
    kept = vault.rename(vault.with_suffix(".kept"))
    vault.mkdir()
    try:
        await stage.goto()
        await refused(stage)
    finally:
        vault.rmdir()
        kept.rename(vault)


async def with_vault(stage: Stage, change: Callable[[str], str]) -> None:
    """The console, opened while the file of the sessions is another one."""
    vault = stage.serving.folder / "session.enc"
    kept = vault.read_text()
    vault.write_text(change(kept))
    try:
        await stage.goto()
        await refused(stage)
    finally:
        vault.write_text(kept)
