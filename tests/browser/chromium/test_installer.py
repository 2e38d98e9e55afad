"""Finding a Chromium in the documented order, and getting one."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from browser.chromium import installer
from browser.chromium.installer import HINTS, find_chromium, install_chromium, version_of
from browser.errors import BrowserMissing


def executable(path: Path, text: str = "\x7fELF") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser; its search path is the folder `bin`."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setattr(installer, "_SYSTEM_FOLDERS", (tmp_path / "lib" / "chromium",))
    return tmp_path


def revision() -> str:
    found = installer._playwright_revision()
    assert found
    return found


def test_a_configured_file_wins(machine: Path) -> None:
    executable(machine / "bin" / "chromium")
    configured = executable(machine / "mine")
    assert find_chromium(configured) == configured


def test_a_configured_file_that_is_not_there_is_an_error_naming_it(machine: Path) -> None:
    executable(machine / "bin" / "chromium")
    with pytest.raises(BrowserMissing, match="nowhere"):
        find_chromium(machine / "nowhere")


def test_without_any_browser_nothing_is_found(machine: Path) -> None:
    assert find_chromium(None) is None


def test_the_order_of_the_ways(machine: Path) -> None:
    builds = machine / "playwright"
    ways = [
        machine / "bin" / "google-chrome-stable",
        machine / "bin" / "google-chrome",
        machine / "bin" / "chromium-browser",
        machine / "bin" / "chromium",
        machine / "bin" / "chromium-headless-shell",
        machine / "lib" / "chromium" / "chromium-headless-shell",
        builds / f"chromium-{revision()}" / "chrome-linux64" / "chrome",
        builds
        / f"chromium_headless_shell-{revision()}"
        / "chrome-headless-shell-linux64"
        / "chrome-headless-shell",
    ]
    for way in ways:
        executable(way)
        assert find_chromium(None) == way


def test_with_a_window_no_headless_shell_is_taken(machine: Path) -> None:
    executable(machine / "lib" / "chromium" / "chromium-headless-shell")
    executable(machine / "bin" / "chromium-headless-shell")
    assert find_chromium(None, headless=False) is None
    chromium = executable(machine / "bin" / "chromium")
    assert find_chromium(None, headless=False) == chromium


def test_behind_a_wrapper_script_the_binary_is_taken(machine: Path) -> None:
    executable(machine / "bin" / "chromium", "#!/bin/sh\nexec nothing\n")
    binary = executable(machine / "lib" / "chromium" / "chromium")
    assert find_chromium(None) == binary


def test_a_wrapper_script_without_a_known_binary_is_taken_as_it_is(machine: Path) -> None:
    wrapper = executable(machine / "bin" / "chromium", "#!/nix/store/bash\nexec nothing\n")
    assert find_chromium(None) == wrapper


def test_a_file_that_cannot_be_run_is_passed_over(machine: Path) -> None:
    executable(machine / "lib" / "chromium" / "chromium-headless-shell").chmod(0o644)
    assert find_chromium(None) is None


async def test_the_version_is_read_from_the_executable_itself(machine: Path) -> None:
    good = executable(machine / "good", "#!/bin/sh\necho Chromium 156.0.1.2 built on Debian\n")
    bad = executable(machine / "bad", "#!/bin/sh\nexit 127\n")
    assert await version_of(good) == "156.0.1.2"
    assert await version_of(bad) is None
    assert await version_of(machine / "nowhere") is None


async def test_the_first_way_that_leads_to_a_running_browser_is_taken(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = machine / "playwright" / f"chromium_headless_shell-{revision()}" / "linux"
    python = executable(
        machine / "python",
        f"#!/bin/sh\necho downloading\n/bin/mkdir -p {build}\n"
        f"printf '#!/bin/sh\\necho Chromium 1.2\\n' > {build}/chrome-headless-shell\n"
        f"/bin/chmod 755 {build}/chrome-headless-shell\n",
    )
    monkeypatch.setattr(sys, "executable", str(python))
    lines: list[str] = []
    assert await install_chromium(lines.append) == build / "chrome-headless-shell"
    assert lines == [f"$ {python} -m playwright install --only-shell chromium", "downloading"]


async def test_when_the_download_fails_the_systems_package_is_installed(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = machine / "lib" / "chromium" / "chromium-headless-shell"
    monkeypatch.setattr(sys, "executable", str(executable(machine / "no", "#!/bin/sh\nexit 1\n")))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    executable(
        machine / "bin" / "apt-get",
        f'#!/bin/sh\n[ "$1" = update ] && exit\n/bin/mkdir -p {shell.parent}\n'
        f"printf '#!/bin/sh\\necho Chromium 1.2\\n' > {shell}\n/bin/chmod 755 {shell}\n",
    )
    lines: list[str] = []
    assert await install_chromium(lines.append) == shell
    assert lines[1:] == [
        "$ apt-get update",
        "$ apt-get install -y chromium-headless-shell",
    ]


async def test_when_no_way_works_the_hints_are_given(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(executable(machine / "no", "#!/bin/sh\nexit 1\n")))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    lines: list[str] = []
    with pytest.raises(BrowserMissing) as raised:
        await install_chromium(lines.append)
    assert len(lines) == 1
    assert all(hint in str(raised.value) for hint in HINTS)


async def test_a_command_that_hangs_is_ended_with_all_it_started(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = machine / "pids"
    hangs = executable(
        machine / "hangs", f"#!/bin/sh\n/bin/sleep 60 &\necho $! $$ > {pids}\nwait\n"
    )
    monkeypatch.setattr(installer, "_VERSION_SECONDS", 0.5)
    assert await version_of(hangs) is None
    # They have their signal; a busy machine takes a moment to carry it out.
    async with asyncio.timeout(5):
        while [pid for pid in pids.read_text().split() if _lives(int(pid))]:
            await asyncio.sleep(0.02)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
