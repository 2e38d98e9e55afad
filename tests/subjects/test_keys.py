"""`fripier keys`, and a service on a public address that starts with a managed key alone."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from typer.testing import CliRunner

from gql_api.app import create_app
from gql_api.auth.api_keys import is_key
from gql_api.cli import keys
from gql_api.cli.application import application
from gql_api.security.keyring import new_secret
from gql_api.settings import SettingsError, load_settings


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    for name in [each for each in os.environ if each in {"API_KEYS", "DATABASE_URL"}]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return Run()


class Run:
    """The command line in this process."""

    def __call__(self, *arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(application, ["keys", *arguments])
        assert done.exit_code == code, done.output
        return done.stdout.strip()


def test_a_key_is_printed_once_and_listed_without_its_secret(run: Run) -> None:
    key = run("create", "laptop", "--scope", "prepare", "--scope", "admin", "--expires", "90d")
    run("create", "phone", "--scope", "read", "--subject", "anna")
    assert is_key(key)
    laptop, phone = json.loads(run("list", "--json"))
    assert (laptop["name"], laptop["scopes"], laptop["state"]) == (
        "laptop",
        "prepare admin",
        "good",
    )
    assert key.startswith(laptop["key"].rstrip("…")) and laptop["expires_at"] != "never"
    assert (phone["subject"], phone["expires_at"]) == ("anna", "never")
    assert key not in run("list") and "laptop" in run("list")


def test_a_key_is_revoked_by_name_or_id_and_its_name_is_free_again(run: Run) -> None:
    run("create", "laptop", "--scope", "read")
    run("revoke", "laptop")
    run("revoke", "laptop", code=2)
    run("create", "laptop", "--scope", "read")
    run("create", "laptop", "--scope", "read", code=2)
    first, second = json.loads(run("list", "--json"))
    run("revoke", next(each["id"] for each in (first, second) if each["state"] == "good"))
    assert {each["state"] for each in json.loads(run("list", "--json"))} == {"revoked"}


@pytest.mark.parametrize(
    "wrong",
    [
        ["laptop"],
        ["laptop", "--scope", "everything"],
        ["../laptop", "--scope", "read"],
        ["laptop", "--scope", "read", "--expires", "soon"],
        ["laptop", "--scope", "read", "--expires", "2020-01-01"],
        ["laptop", "--scope", "read", "--subject", " "],
    ],
)
def test_what_cannot_be_read_makes_no_key(run: Run, wrong: Sequence[str]) -> None:
    run("create", *wrong, code=2)
    assert json.loads(run("list", "--json")) == []


def _exposed(folder: Path, **more: str) -> Starlette:
    given = {"HOST": "0.0.0.0", "DATA_DIR": str(folder), "SECRET_KEY": new_secret(), **more}
    return create_app(load_settings(given))


async def _status(app: Starlette, key: str = "") -> int:
    """What /stats answers to somebody on another machine."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://192.168.1.7:5000") as client:
        return (await client.get("/stats", headers=headers)).status_code


async def test_a_public_address_needs_somebody_who_may_call(tmp_path: Path) -> None:
    closed = _exposed(tmp_path)
    with pytest.raises(SettingsError, match="fripier keys create"):
        async with closed.router.lifespan_context(closed):
            raise AssertionError("it started open")


def test_the_command_refuses_to_serve_open_on_a_public_address(tmp_path: Path) -> None:
    env = {
        name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}
    } | {"HOST": "0.0.0.0", "DATA_DIR": str(tmp_path), "SECRET_KEY": new_secret(), "PORT": "0"}
    serve = [sys.executable, "-m", "gql_api", "serve"]
    done = subprocess.run(serve, env=env, capture_output=True, timeout=60, check=False)
    said = " ".join(done.stderr.decode().split())
    assert done.returncode == 2 and "fripier keys create" in said and "Traceback" not in said


async def test_with_a_managed_key_it_starts_and_revoking_it_opens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    key = (await keys.create("laptop", ["read"])).secret
    app = _exposed(tmp_path, MOCK_MODE="true", PORT="0")
    async with app.router.lifespan_context(app):
        assert await _status(app, key) == 200
        assert await _status(app) == 401
    await keys.revoke("laptop")
    again = _exposed(tmp_path, MOCK_MODE="true", PORT="0")
    async with again.router.lifespan_context(again):
        assert [await _status(again), await _status(again, key)] == [401, 401]
