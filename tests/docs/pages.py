"""The documents as data: their code blocks, tables, links and what they call by name."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_OWN = [page for page in DOCS.rglob("*.md") if "node_modules" not in page.parts]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *_OWN])

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)$", re.M | re.S)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_COMMAND = re.compile(r"\bfripier ((?:secret |receipt |phrases )?[a-z]+)\b")


def blocks(page: Path, info: str) -> list[str]:
    """The code blocks of a page whose fence says `info`, in order."""
    found = _BLOCK.finditer(page.read_text("utf-8"))
    return [match["body"] for match in found if match["info"].strip() == info]


def links(page: Path) -> list[Path]:
    """The files that a page links to."""
    return [page.parent / target for target in _LINK.findall(page.read_text("utf-8"))]


def commands(page: Path) -> set[str]:
    """The commands of `fripier` that a page names in code."""
    text = page.read_text("utf-8")
    code = [match["body"] for match in _BLOCK.finditer(text)] + re.findall(r"`([^`\n]+)`", text)
    return {name for each in code for name in _COMMAND.findall(each)}


def rows(page: Path) -> Iterator[list[str]]:
    """The cells of every row of a page's tables whose first cell is a name in code."""
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def name(cell: str) -> str:
    """The name that a cell holds in code."""
    return cell.strip().strip("|").strip().strip("`")
