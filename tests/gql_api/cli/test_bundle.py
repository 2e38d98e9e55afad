"""A bug bundle helps and gives nothing away: what is planted is in none, or it is not written."""

import asyncio
import json
import os
import sys
import zipfile
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from browser.listing import Price
from browser.page.conditions import Timeouts
from browser.standin import Standin, serve_standin
from gql_api.bootstrap.container import Role, build_core
from gql_api.bootstrap.worker import Worker, build_worker
from gql_api.cli.bundle import gathered, secrets_of
from gql_api.cli.demo.photos import hoodie
from gql_api.domain.inputs import SessionInput
from gql_api.domain.job import Job, JobKind, JobState
from gql_api.listings.admission import new_job
from gql_api.security.secret_scan import Secrets
from gql_api.settings import load_settings
from tests.gql_api.workflows.bench import STAMP

COOKIE = "zq7Kp-planted-cookie-XW91"
LOGIN = "annemarie_lyon"
TITLE = "Vareuse brodée unique"
PHOTO = "vacances-a-biarritz.jpg"
VARIANTS = {
    "unchanged": {},
    "test ids renamed": {"renamed_testids": True},
    "test ids gone": {"strip_testids": True},
    "ids gone": {"strip_ids": True},
    "both gone": {"strip_testids": True, "strip_ids": True},
    "labels reworded": {"reworded": True},
    "buttons moved": {"buttons_moved": True},
    "in a shadow root": {"shadow_root": True},
    "a new required attribute": {"extra_attribute": True},
}


@dataclass(frozen=True)
class Scene:
    """A worker at a market, and a seller whose secrets are known."""

    worker: Worker
    market: Standin
    folder: Path

    async def failed(self, **faults: object) -> Job:
        """A preparation of a page that lacks its price field."""
        self.market.state.patch_faults({"gone_field": "price", **faults})
        core = self.worker.core
        photo = await core.media.intake.take(_chunks(hoodie(30)), PHOTO)
        await core.stores.photos.add(photo)
        listing = replace(
            STAMP,
            title=TITLE,
            description="Ma grand-mère l'a portée.\nUne seule fois.",
            price=Price(Decimal("83.70"), "EUR"),
            photos=(photo.file,),
            answers={},
        )
        made = new_job(JobKind.PREPARE, "default", core.market, listing, core.now())
        stored, _ = await core.stores.jobs.accept(made, key=None)
        await core.events.announce(stored.id, 0)
        async with asyncio.timeout(90), aclosing(core.events.watch(stored.id)) as told:
            async for _ in told:
                pass
        job = await core.stores.jobs.get(stored.id)
        assert job.state is JobState.FAILED, job.result
        return job


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    async with serve_standin() as market:
        market.state.members.add(COOKIE, LOGIN)
        env = {"DATA_DIR": str(folder), "VINTED_BASE_URL": market.url, "PACING": "off"}
        core = build_core(load_settings(env), Role.ALL, market.url)
        worker = build_worker(core, timeouts=Timeouts(element=3.0))
        await core.database.open()
        async with core.media.intake, worker.running():
            given = {"cookie": f"access_token_web={COOKIE}", "user_agent": "Mozilla/5.0 Chrome/156"}
            await worker.sessions.save(SessionInput.model_validate(given))
            yield Scene(worker, market, folder)
        core.broadcast.close()
        await core.database.close()


@pytest.fixture(scope="module")
async def seller(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with scene(tmp_path_factory.mktemp("bundles")) as found:
        yield found


async def _chunks(content: bytes) -> AsyncIterator[bytes]:
    yield content


@pytest.mark.parametrize("variant", VARIANTS)
async def test_the_bundle_of_a_changed_page_gives_nothing_away(seller: Scene, variant: str) -> None:
    seller.market.state.clear_faults()
    job = await seller.failed(**VARIANTS[variant])
    assert job.result and job.result.problem
    assert job.result.problem.code == "site_layout_changed"
    assert job.result.picture_id
    core = seller.worker.core
    members = await gathered(core, job)
    secrets = await secrets_of(core, job)
    assert secrets.leaks(members) == ()
    everything = b"".join(members.values()).decode().lower()
    for planted in (COOKIE, LOGIN, TITLE, "83.70", "83,70", "grand-mère", "biarritz"):
        assert planted.lower() not in everything

    told = json.loads(members["job.json"])
    assert (told["problem"], told["field"]) == ("site_layout_changed", "price")
    assert "id=price" in told["tried"]
    assert members["skeleton.txt"].decode().count("\n") > 50
    assert "textarea" in everything


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        (COOKIE, "a cookie's value"),
        (COOKIE.upper(), "a cookie's value"),
        (LOGIN, "the user name"),
        (TITLE, "the title"),
        ("Vareuse%20brod%C3%A9e%20unique", "the title"),
        ("Vareuse brod\\u00e9e unique", "the title"),
        ("Une seule fois.", "the description"),
        ("83,70", "the price"),
        ("83.70", "the price"),
        (PHOTO, "a photo's name"),
        ("item-7512400101", "a long number"),
    ],
)
async def test_what_is_planted_is_found_and_the_kind_is_told(
    seller: Scene, planted: str, kind: str
) -> None:
    found = (await _secrets(seller)).leaks({"skeleton.txt": f"div#{planted}[x]".encode()})
    assert [(leak.kind, leak.place) for leak in found] == [(kind, "skeleton.txt")]
    assert planted not in str(found[0])


async def _secrets(seller: Scene) -> Secrets:
    core = seller.worker.core
    jobs = await core.stores.jobs.list(
        account=None, kind=None, states=frozenset(), limit=1, start=None
    )
    if not jobs:
        jobs = (await seller.failed(),)
    return await secrets_of(core, jobs[0])


def test_a_short_secret_is_looked_for_as_a_whole_word() -> None:
    secrets = Secrets({"the user name": ["demo"]})
    assert secrets.leaks({"a": b"democratic"}) == ()
    assert [str(leak) for leak in secrets.leaks({"a": b"class=demo"})] == ["a holds the user name"]


async def test_the_command_writes_a_zip_beside_a_running_service_or_refuses(
    seller: Scene, tmp_path: Path
) -> None:
    seller.market.state.clear_faults()
    job = await seller.failed()
    assert job.result and job.result.build_id
    code, out = await _command(seller, job.id, tmp_path)
    assert code == 0, out
    (path,) = tmp_path.iterdir()
    with zipfile.ZipFile(path) as archive:
        names = {"job.json", "timings.json", "versions.json", "skeleton.txt"}
        assert set(archive.namelist()) == names
        assert json.loads(archive.read("versions.json"))["playwright"]
        assert json.loads(archive.read("timings.json"))[0]["seconds"] == 0
    path.unlink()

    # A build that somehow holds a secret keeps the bundle from being written.
    kept = await seller.worker.core.media.pictures.build(job.result.build_id)
    kept.write_text(kept.read_text().replace("textarea", f"textarea.{LOGIN}"))
    code, out = await _command(seller, job.id, tmp_path)
    assert code == 1
    assert "skeleton.txt holds the user name" in " ".join(out.split())
    assert LOGIN not in out
    assert not list(tmp_path.iterdir())


async def _command(seller: Scene, job_id: str, folder: Path) -> tuple[int, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "gql_api", "bundle", job_id),
        cwd=folder,
        env=kept | {"DATA_DIR": str(seller.folder), "VINTED_BASE_URL": seller.market.url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, out.decode()
