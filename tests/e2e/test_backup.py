"""The backup of docs/operations.md, made word for word while the service works, and restored."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from browser.standin import serve_standin
from gql_api.cli.demo.photos import hoodie
from tests.docs.pages import DOCS, blocks
from tests.postgres import address_of, fresh, postgres_server

from .serving import LISTING, serving

BLOCKS = blocks(DOCS / "operations.md", "sh")


def _run(title: str, **variables: str) -> None:
    """One block of the page, by its first line."""
    (block,) = [each for each in BLOCKS if each.startswith(f"# {title}")]
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block], env=os.environ | variables, check=True
    )


def _rotate(data: Path) -> str:
    """What the command says."""
    command = [sys.executable, "-m", "gql_api", "secret", "rotate"]
    env = os.environ | {"DATA_DIR": str(data)}
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stderr


async def test_a_restored_folder_has_the_job_the_session_and_the_open_question(
    tmp_path: Path,
) -> None:
    data, backup, keys, restored = (tmp_path / name for name in ("d", "backup", "keys", "new"))
    keys.mkdir()
    names = {"TO": str(backup), "KEYS": str(keys)}
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(data, **env) as first:
            await first.sign_in()
            photo = await first.upload(hoodie(30))
            prepared = await first.prepare(photos=[photo])
            published = (await first.publish(prepared["confirm_token"])).json()
            parked = await first.prepare(photos=[photo], title="Another stamp")
            busy = asyncio.create_task(first.prepare(photos=[photo], title="A third stamp"))
            await asyncio.to_thread(_run, "backup, into", DATA=str(data), **names)
            await asyncio.to_thread(_run, "backup of the key", DATA=str(data), **names)
            await busy
            await first.kill()
        assert not (backup / "secret.key").exists()
        _run("restore, into", DATA=str(restored), **names)
        _run("restore of the key", DATA=str(restored), **names)
        async with serving(restored, **env) as second:
            assert (await second.job(published["job_id"]))["outcome"] == "published"
            assert (await second.http.get("/vinted/auth/check")).json()["authenticated"] is True
            assert (await second.http.get(f"/vinted/photos/{photo}")).status_code == 200
            yes = (await second.publish(parked["confirm_token"])).json()
            assert yes["outcome"] == "published", yes
        assert sorted(item.title for item in market.state.live_items) == [
            "Another stamp",
            LISTING["title"],
        ]


async def test_a_new_key_in_front_of_the_old_one_opens_and_signs(tmp_path: Path) -> None:
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env) as first:
            await first.sign_in()
            photo = await first.upload(hoodie(30))
            prepared = await first.prepare(photos=[photo])
        old = (tmp_path / "secret.key").read_text().strip()
        await asyncio.to_thread(_run, "a new key", DATA=str(tmp_path))
        new, _, behind = (tmp_path / "secret.key").read_text().strip().partition(",")
        assert behind == old and (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
        assert "1 stored session(s)" in await asyncio.to_thread(_rotate, tmp_path)
        async with serving(tmp_path, **env) as second:
            yes = (await second.publish(prepared["confirm_token"])).json()
            assert yes["outcome"] == "published", yes
        (tmp_path / "secret.key").write_text(f"{new}\n")
        async with serving(tmp_path, **env) as third:
            assert (await third.http.get("/health")).json()["key"] is True
            assert (await third.http.get("/vinted/auth/check")).json()["authenticated"] is True
            gone = await third.publish(prepared["confirm_token"])
            assert gone.json()["code"] == "confirm_token_invalid"


@pytest.mark.campaign
async def test_a_restored_postgresql_has_the_job_and_the_session(tmp_path: Path) -> None:
    with postgres_server() as server:
        address = address_of(server)
        names = {"TO": str(tmp_path), "PATH": f"{server.bin_path}{os.pathsep}{os.environ['PATH']}"}
        with fresh(address) as database, fresh(address) as other:
            async with serve_standin() as market:
                env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
                async with serving(tmp_path / "d", DATABASE_URL=database, **env) as first:
                    await first.sign_in()
                    photo = await first.upload(hoodie(30))
                    prepared = await first.prepare(photos=[photo])
                    await asyncio.to_thread(
                        _run, "backup of PostgreSQL", DATABASE_URL=_plain(database), **names
                    )
                _run("restore of PostgreSQL", DATABASE_URL=_plain(other), **names)
                async with serving(tmp_path / "d", DATABASE_URL=other, **env) as second:
                    yes = (await second.publish(prepared["confirm_token"])).json()
                    assert yes["outcome"] == "published", yes


def _plain(address: str) -> str:
    """The address as PostgreSQL's own tools take it."""
    return address.replace("+psycopg", "")
