"""Finding a Chromium on this machine, and getting one when there is none.

Looking is a few file tests and starts nothing. Getting one is for `fripier demo`, which shows each
command. Launching belongs to `chromium`.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from browser.errors import BrowserMissing
from browser.messages import Message

HINTS: Final = (
    "playwright install --with-deps --only-shell chromium",
    "apt-get install -y chromium-headless-shell",
    "set CHROMIUM_PATH to a Chromium or Google Chrome that is already there",
)
"""The ways to get a Chromium, a line each."""

_SYSTEM_FOLDERS: Final = (Path("/usr/lib/chromium"), Path("/usr/lib64/chromium-browser"))
_SHELL_NAMES: Final = ("chromium-headless-shell",)
_FULL_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_DOWNLOAD_SECONDS: Final = 600.0
_VERSION_SECONDS: Final = 15.0
_END_SECONDS: Final = 5.0

Report = Callable[[str], None]


def find_chromium(configured: Path | None, *, headless: bool = True) -> Path | None:
    """The executable to launch, or None when there is none.

    In this order: the configured one; Playwright's own; the system's headless shell; the names
    under which Chromium is found on `PATH`. Raises BrowserMissing when a configured file is not
    there.
    """
    if configured is not None:
        if not configured.is_file():
            raise BrowserMissing(
                Message("CHROMIUM_PATH names {path}, which is not there", path=configured)
            )
        return configured
    candidates = (*_playwright_builds(headless), *_system_builds(headless))
    return next((path for path in candidates if os.access(path, os.X_OK)), None)


def hints() -> str:
    """What to tell a person who has no Chromium."""
    return Message("no Chromium was found; one of these gets it:\n{ways}", ways="\n".join(HINTS))


async def install_chromium(report: Report) -> Path:
    """Get a Chromium and return its executable; `report` is given a line at a time.

    Playwright's own download first, then, for root on a machine with apt-get, the system's
    package. Raises BrowserMissing when no way led to a Chromium that runs.
    """
    for command in _ways():
        report("$ " + " ".join(command))
        await _run(command, report)
        found = find_chromium(None)
        if found is not None and await version_of(found) is not None:
            return found
    raise BrowserMissing(hints())


async def version_of(executable: Path) -> str | None:
    """The version that an executable says it has, or None when it does not run."""
    lines: list[str] = []
    try:
        code = await _run((str(executable), "--version"), lines.append, seconds=_VERSION_SECONDS)
    except OSError:
        return None
    words = " ".join(lines).split()
    return next((word for word in words if word[:1].isdigit()), "unknown") if code == 0 else None


def _ways() -> Iterator[tuple[str, ...]]:
    yield (sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        yield ("apt-get", "update")
        yield ("apt-get", "install", "-y", "chromium-headless-shell")
        yield ("apt-get", "install", "-y", "chromium")


async def _run(
    command: Sequence[str], report: Report, *, seconds: float = _DOWNLOAD_SECONDS
) -> int | None:
    """Run a command and report its output; None when it took too long and was ended."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        start_new_session=True,
    )
    assert process.stdout is not None  # noqa: S101 - it was asked for as a pipe
    try:
        async with asyncio.timeout(seconds):
            async for line in process.stdout:
                report(line.decode(errors="replace").rstrip())
            return await process.wait()
    except TimeoutError:
        report(f"given up after {seconds:g} s")
        return None
    finally:
        if process.returncode is None:
            await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """End a command with everything that it started; a package manager may tidy up first."""
    if not hasattr(os, "killpg"):
        process.kill()
        await process.wait()
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(TimeoutError):
            async with asyncio.timeout(_END_SECONDS):
                await process.wait()
                return


def _system_builds(headless: bool) -> Iterator[Path]:
    if headless:
        for folder in _SYSTEM_FOLDERS:
            yield folder / "chromium-headless-shell"
    for name in (*_SHELL_NAMES, *_FULL_NAMES) if headless else _FULL_NAMES:
        if found := shutil.which(name):
            yield _behind_wrapper(Path(found))


def _behind_wrapper(found: Path) -> Path:
    """The binary that a distribution's shell script starts: ending the script would not end it."""
    with found.open("rb") as file:
        if file.read(2) != b"#!":
            return found
    binaries = (folder / found.name for folder in _SYSTEM_FOLDERS)
    return next((path for path in binaries if path.is_file()), found)


def _playwright_builds(headless: bool) -> Iterator[Path]:
    """Where Playwright puts the builds that belong to its own version."""
    revision = _playwright_revision()
    if revision is None:
        return
    folder = _playwright_folder()
    if headless:
        shell = folder / f"chromium_headless_shell-{revision}"
        yield from sorted(shell.glob("*/*headless-shell*"))
        yield from sorted(shell.glob("*/headless_shell*"))
    full = folder / f"chromium-{revision}"
    for pattern in ("*/chrome", "*/chrome.exe", "*/*.app/Contents/MacOS/*"):
        yield from sorted(full.glob(pattern))


def _playwright_revision() -> str | None:
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return None
    listing = Path(spec.origin).parent / "driver" / "package" / "browsers.json"
    builds = json.loads(listing.read_text(encoding="utf-8"))["browsers"]
    return next((str(build["revision"]) for build in builds if build["name"] == "chromium"), None)


def _playwright_folder() -> Path:
    configured = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if configured:
        return Path(configured)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path.home() / "AppData" / "Local" / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"
