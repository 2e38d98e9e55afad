"""`fripier bundle`: what helps to find out why a job failed, without words and secrets.

Reads the data folder, beside a running service too. Whatever it gathers is scanned for what is
known of the seller and the listing; when anything is found, nothing is written.
"""

import io
import json
import platform
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from browser.chromium.installer import find_chromium, version_of
from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.cli.database import require_database
from gql_api.domain.job import Job, JobEvent, Result
from gql_api.durable_files import write_durably
from gql_api.errors import ObjectMissing
from gql_api.media.page_snapshots import PageSnapshot, read_build
from gql_api.security.secret_scan import Leak, Secrets
from gql_api.settings import Settings, load_settings

_DIGEST_SHOWN: Final = 6
_FIXED: Final = (1980, 1, 1, 0, 0, 0)


class Leaking(Exception):
    """The bundle would give something away, so it is not written."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__("; ".join(map(str, leaks)))
        self.leaks = leaks


async def write(job_id: str, folder: Path) -> Path:
    """Write the bundle of a job into a folder, and say where; `Leaking`, `NotFound`."""
    settings = load_settings()
    core = build_core(settings, Role.ALL, settings.vinted_base_url)
    require_database(core)
    try:
        job = await core.stores.jobs.get(job_id)
        members = await gathered(core, job)
        if leaks := (await secrets_of(core, job)).leaks(members):
            raise Leaking(leaks)
    finally:
        await core.database.close()
    path = folder / f"fripier-bundle-{job.id[:8]}.zip"
    write_durably(path, zipped(members))
    return path


async def gathered(core: Core, job: Job) -> dict[str, bytes]:
    """The members of a bundle by their names."""
    result = job.result or Result()
    events = await core.stores.jobs.events_after(job.id, 0)
    build = await _build(core, result)
    told: dict[str, Any] = {
        "job.json": _outcome(job, result, build),
        "timings.json": _timings(events),
        "versions.json": await _versions(core.settings, core.marketplace.pack_digest),
    }
    members = {name: json.dumps(each, indent=1).encode() for name, each in told.items()}
    if build:
        members["skeleton.txt"] = "\n".join(build.elements).encode()
    return members


async def secrets_of(core: Core, job: Job) -> Secrets:
    """What is known of the seller and the listing, and must not be given away."""
    session = await core.vault.load(job.account)
    cookies = [cookie.value for cookie in session.open().cookies] if session else []
    photos = await core.stores.photos.find([photo.id for photo in job.listing.photos])
    result = job.result or Result()
    listing, amount = job.listing, f"{job.listing.price.amount:.2f}"
    names = [session.username if session else None, result.username]
    return Secrets(
        {
            "a cookie's value": cookies,
            "the title": [listing.title],
            "the description": listing.description.splitlines(),
            "the price": [amount, amount.replace(".", ",")],
            "the user name": [name for name in names if name],
            "the account's name": [] if job.account == "default" else [job.account],
            "a photo's name": [
                text for photo in photos.values() for text in (photo.filename, photo.id)
            ],
        }
    )


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The members as a zip file that tells no time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


async def _build(core: Core, result: Result) -> PageSnapshot | None:
    if result.build_id is None:
        return None
    try:
        return read_build((await core.media.pictures.build(result.build_id)).read_bytes())
    except ObjectMissing:
        return None


def _outcome(job: Job, result: Result, build: PageSnapshot | None) -> dict[str, Any]:
    return {
        "kind": job.kind,
        "state": job.state,
        "dry_run": job.dry_run,
        "revision": job.revision,
        "photos": len(job.listing.photos),
        "outcome": result.outcome,
        "reason": result.reason,
        "problem": result.problem and result.problem.code,
        "field": build and build.field,
        "tried": build and build.tried,
        "nearest": build and build.nearest,
        "ranks": {report.name: report.rank for report in result.fields},
    }


def _timings(events: tuple[JobEvent, ...]) -> list[dict[str, Any]]:
    """When each event was, in seconds since the first, with one decimal."""
    return [
        {
            "seconds": round((event.at - events[0].at).total_seconds(), 1),
            "state": event.state,
            "step": event.step,
            "percent": event.percent,
        }
        for event in events
    ]


async def _versions(settings: Settings, pack: str | None) -> dict[str, Any]:
    chromium = find_chromium(settings.chromium_path, headless=settings.headless)
    return {
        "fripier": version("fripier"),
        "python": platform.python_version(),
        "system": f"{sys.platform} {platform.machine()}",
        "playwright": version("playwright"),
        "chromium": await version_of(chromium) if chromium else None,
        "database": settings.database_url.partition(":")[0],
        "mock_mode": settings.mock_mode,
        "pacing": settings.pacing,
        "headless": settings.headless,
        "locator_pack": pack and pack[:_DIGEST_SHOWN],
    }
