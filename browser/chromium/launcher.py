"""Starting one Chromium: the arguments, the sandbox and the environment it gets.

The browser says what it is: nothing is added to Playwright's own arguments, nothing is patched.
When to start and to replace it belongs to `chromium`, by which driver to `drivers`, where to find
it to `installer`.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from browser.errors import BrowserCrashed
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserType

ARGUMENTS: Final[tuple[str, ...]] = ()
"""What is added to Playwright's own arguments: nothing, every addition measured made it slower."""

_LAUNCH_SECONDS: Final = 30.0
_PATIENCE_SECONDS: Final = 2 * _LAUNCH_SECONDS + 5
"""A driver that hangs does not keep its own time, and a launch may be tried in two ways."""
_VARIABLES: Final = re.compile(
    r"PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|TZ|TMPDIR|TMP|TEMP|DISPLAY|WAYLAND_DISPLAY"
    r"|(HTTP|HTTPS|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|(LC|LD|XDG|FONTCONFIG|NIX|LIBGL|DBUS)_\w+"
    r"|SYSTEMROOT|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAMFILES|PROGRAMDATA",
    re.IGNORECASE,
)


async def launch(chromium: BrowserType, executable: Path, *, headless: bool) -> Browser:
    """A running browser; raises BrowserCrashed when it does not start, or its driver hangs."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await _launch(chromium, executable, headless)
    except (Error, TimeoutError):
        raise BrowserCrashed(f"{executable.name} does not start") from None


async def _launch(chromium: BrowserType, executable: Path, headless: bool) -> Browser:
    """With the sandbox where the machine lets an ordinary user have one."""
    if not _may_sandbox():
        return await _launch_once(chromium, executable, headless, sandbox=False)
    try:
        return await _launch_once(chromium, executable, headless, sandbox=True)
    except Error:
        return await _launch_once(chromium, executable, headless, sandbox=False)


async def _launch_once(
    chromium: BrowserType, executable: Path, headless: bool, *, sandbox: bool
) -> Browser:
    # Signals are the service's: it drains first, and a killed Python takes the browser along.
    return await chromium.launch(
        executable_path=executable,
        headless=headless,
        args=ARGUMENTS,
        chromium_sandbox=sandbox,
        env=dict(environment(os.environ)),
        timeout=_LAUNCH_SECONDS * 1000,
        handle_sigint=False,
        handle_sigterm=False,
        handle_sighup=False,
    )


def environment(variables: Mapping[str, str]) -> Mapping[str, str]:
    """What a browser needs of our environment; the keys and addresses of the service stay here."""
    return {name: value for name, value in variables.items() if _VARIABLES.fullmatch(name)}


def _may_sandbox() -> bool:
    return not hasattr(os, "geteuid") or os.geteuid() != 0
