"""What ends a start: one line with its cure, exit code 2, and nothing opened or made before."""

import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gql_api.bootstrap.market import standin
from gql_api.cli import application
from gql_api.cli.ports import bound
from gql_api.durable_files import hold, lock_of
from gql_api.security.keyring import new_secret
from gql_api.settings import SettingsError
from tests.gql_api.logs import restored

NOBODY = 65_534


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A start in this process leaves the process as it was."""
    for name in list(os.environ):
        if name not in {"PATH", "HOME", "LANG"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("MOCK_MODE", "true")
    monkeypatch.setenv("PORT", "0")
    mask = os.umask(0)
    os.umask(mask)
    with restored():
        yield
    os.umask(mask)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        yield Path(name)


@contextmanager
def nobody() -> Iterator[None]:
    """As a user without rights, where the tests run as one with all of them."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield int(other.getsockname()[1])


def _refusal(**env: object) -> str:
    """The line that a start ends with; it is the only one."""
    given = {name: str(value) for name, value in env.items()}
    result = CliRunner().invoke(application, ["serve"], env=given)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


def test_a_busy_port_is_said_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with taken_port() as port:
        said = _refusal(PORT=port, DATA_DIR=folder)
    assert re.match(rf"PORT: {port} of 127\.0\.0\.1 is in use .* choose another port", said)
    assert not folder.exists()


def test_the_command_itself_ends_so(tmp_path: Path) -> None:
    """With its real exit code, on stderr, and no traceback."""
    with taken_port() as port:
        ended = subprocess.run(
            (sys.executable, "-m", "gql_api", "serve"),
            env={"PATH": os.environ["PATH"], "MOCK_MODE": "true", "PORT": str(port),
                 "DATA_DIR": str(tmp_path / "data")},
            capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
        )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (2, "")
    (line,) = ended.stderr.splitlines()
    assert line.startswith(f"PORT: {port} ")


def test_an_address_of_another_machine_and_an_unknown_name(tmp_path: Path) -> None:
    others = {"DATA_DIR": tmp_path / "data", "ALLOW_ANONYMOUS": "true", "SECRET_KEY": new_secret()}
    said = _refusal(HOST="203.0.113.7", **others)
    assert said.startswith("HOST: 203.0.113.7 is no address of this machine. ")
    said = _refusal(HOST="no such host", **others)
    assert said.startswith("HOST: no such host is not known here. ")
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(
    int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text() or 0) <= 80
    if sys.platform == "linux"
    else True,
    reason="low ports are for everybody here",
)
def test_a_port_for_root_alone() -> None:
    with nobody(), pytest.raises(SettingsError, match=r"^PORT: 80 is not for this user.*1024"):
        bound("127.0.0.1", 80)


def test_every_address_of_a_name_is_bound_at_one_port() -> None:
    sockets = bound("localhost", 0)
    try:
        assert len({each.getsockname()[1] for each in sockets}) == 1
    finally:
        for each in sockets:
            each.close()


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        said = _refusal(DATA_DIR=folder)
        assert said == f"DATA_DIR: {tmp_path}/data is a file, not a folder. Name a folder."
    assert (tmp_path / "data").read_text() == "mine"


def test_a_data_folder_of_another_user(open_folder: Path) -> None:
    with nobody():
        said = _refusal(DATA_DIR=open_folder / "data")
    assert said.startswith(f"DATA_DIR: this user may not write in {open_folder}. ")
    assert "chown" in said
    assert list(open_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["session.enc", "fripier.db"])
def test_a_file_of_another_user(open_folder: Path, name: str) -> None:
    (open_folder / name).touch(0o600)
    open_folder.chmod(0o777)
    with nobody():
        if os.geteuid() != NOBODY:
            (open_folder / name).chmod(0)
        said = _refusal(DATA_DIR=open_folder)
    assert re.match(rf"[A-Z_]+: this user may not read and write \S+/{name}\. .*chown", said)
    assert [each.name for each in open_folder.iterdir()] == [name]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"garbage", "is damaged and was left as it is. Restore it from a backup"),
     (b'{"format": 1}', "is damaged and was left as it is. Restore it from a backup"),
     (None, "is not a file. Move it away, or name another path.")],
)  # fmt: skip
def test_a_vault_that_cannot_be_read(tmp_path: Path, content: bytes | None, said: str) -> None:
    vault = tmp_path / "session.enc"
    vault.mkdir() if content is None else vault.write_bytes(content)
    assert f"SESSION_STORE_PATH: {vault} {said}" in _refusal(DATA_DIR=tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["session.enc"]


def test_a_folder_in_which_another_one_works(tmp_path: Path) -> None:
    handle = hold(lock_of(tmp_path / "fripier.db"))
    assert handle is not None
    try:
        ended = subprocess.run(
            (sys.executable, "-m", "gql_api", "serve"),
            env={"PATH": os.environ["PATH"], "MOCK_MODE": "true", "PORT": "0",
                 "DATA_DIR": str(tmp_path), "LOG_LEVEL": "error"},
            capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
        )  # fmt: skip
    finally:
        os.close(handle)
    *_, line = ended.stderr.splitlines()
    assert line == f"Another Fripier works in {tmp_path}. Stop it first, or set DATA_DIR."
    assert ended.returncode == 2 and "Traceback" not in ended.stderr


async def test_a_port_of_the_stand_in_that_was_taken_meanwhile() -> None:
    with taken_port() as port, pytest.raises(SettingsError, match=rf"port {port} .* Start again"):
        async with standin(f"http://127.0.0.1:{port}"):
            raise AssertionError("it was served")


def test_a_bad_setting(tmp_path: Path) -> None:
    said = _refusal(PORT="abc", DATA_DIR=tmp_path / "data")
    assert said.startswith("PORT: must be a whole number. Expected: ")
    assert not (tmp_path / "data").exists()
