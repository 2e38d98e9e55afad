"""The page of the gallery: what there is to see, how each came about, and what has no screen.

The pictures of outcomes and reasons are kept beside it; those of the codes are made on demand: they
differ in their words alone, and would make every change of the console a large one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from tests.console.gallery.scenes import Scene
from tests.console.gallery.unseen import UNSEEN

FOLDER: Final = Path(__file__).parents[3] / "docs" / "gallery"
PICTURES: Final = FOLDER / "screens"
PAGE: Final = FOLDER / "README.md"
_HEAD: Final = """\
# The console's screens

Every outcome, every reason and every problem code as the seller sees it on a phone. Each is a real
answer: the tests drive `fripier serve` and the stand-in market with its switches, open the console
in a real Chromium, and prove that the answer came and that its words are on the screen.

    uv run python -m tests.console.gallery                  # all of them, into docs/gallery/screens
    uv run python -m tests.console.gallery reason- --language fr --dark --into /tmp/screens

The pictures of outcomes and reasons are kept here; those of the codes, which differ in their words
alone, are made by this command. No picture is compared in CI. A test holds that nothing which the
product can say is left out of this page, and plays some of the scenes; by hand
`pytest -m campaign tests/console` plays all of them in each language. The command writes this page.
"""
_SHOWN: Final = """\
“Handed on” says that the console's own calls cannot meet this answer: a real call got it, and the
console was given it in place of the answer to a press on “Prepare”.
"""


def kept(scene: Scene) -> bool:
    """Whether its picture is kept in the repository."""
    return not scene.name.startswith("code-")


def page(scenes: Iterable[Scene]) -> str:
    """The whole page."""
    every = list(scenes)
    unseen = [(f"`{_bare(each)}`", why) for each, why in UNSEEN.items()]
    parts = [
        _HEAD,
        _part("Outcomes", "outcome", every),
        _part("Reasons", "reason", every),
        _part("Problem codes", "code", every, _SHOWN),
        "## Without a screen\n\n" + _table(("What", "Why"), unseen),
    ]
    return "\n".join(parts)


def _part(title: str, kind: str, scenes: Sequence[Scene], lead: str = "") -> str:
    named = [(saying, each) for each in scenes for saying in each.shows]
    rows = sorted(
        ((_bare(saying), each) for saying, each in named if saying.startswith(f"{kind}.")),
        key=lambda row: row[0],
    )
    cells = [(f"`{name}`", _how(each), _picture(name, each)) for name, each in rows]
    between = f"{lead}\n" if lead else ""
    table = _table(("What", "How it came about", "Screen"), cells)
    return f"## {title}\n\n{between}{table}"


def _how(scene: Scene) -> str:
    return f"{scene.how} Handed on." if scene.handed else scene.how


def _picture(name: str, scene: Scene) -> str:
    file = f"screens/{scene.name}.png"
    return f'<img src="{file}" width="240" alt="{name}">' if kept(scene) else f"`{scene.name}`"


def _bare(saying: str) -> str:
    return saying.partition(".")[2]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def write(scenes: Iterable[Scene]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(scenes), "utf-8")
