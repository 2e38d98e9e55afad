"""The browsers that a service has, for those who kill them."""

from pathlib import Path

import psutil


def browsers(pid: int) -> list[psutil.Process]:
    """The browsers below a process, without their own children."""
    found = []
    for each in psutil.Process(pid).children(recursive=True):
        try:
            command = each.cmdline()
        except psutil.NoSuchProcess:
            continue  # gone since, or a zombie
        program = Path(command[0]).name if command else ""
        if "chrom" in program and not any(word.startswith("--type=") for word in command):
            found.append(each)
    return found
