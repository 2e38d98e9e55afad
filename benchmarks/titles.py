"""Makes the table of titles that `browser.evidence.category.taught` reads, and says how good it is.

    uv run python -m benchmarks.titles          # writes browser/evidence/category/taught.bin
    uv run python -m benchmarks.titles --score  # of the listings that nobody taught it

`benchmarks/titles` holds, for each language, ten titles for each category of the site, half of them
with a clause of a description, below the category's id: tab, title, tab, clause. Who wrote them
(30 November 2026) saw the paths of the categories, and neither code nor listings. `en_paths` has
eight for each category that only the English site's newer tree has.
"""

import argparse
import math
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from browser.evidence.category.taught import (
    LANGUAGES,
    MOST,
    TABLE,
    Table,
    Taught,
    marks,
    named,
    number_of,
)
from browser.listing import Option
from tests.matching.forms import UK, categories
from tests.matching.listing_scoring import ASK, cases

TITLES: Final = Path(__file__).parent / "titles"
BATCHES: Final = tuple(f"b{number}" for number in range(1, 13))
NEWER: Final = "en_paths"
"""Titles for the categories that only the English site's newer tree has, by their paths."""
LEAST: Final = 2
"""What was used for one title alone says nothing of the next one, and is half of the table."""
TEMPERS: Final = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)


def trees() -> Iterator[tuple[Sequence[Option | None], ...]]:
    """Each category as the tree of each language has it; the newer one's in English alone."""
    by_language = [{option.id: option for option in categories(each)} for each in LANGUAGES]
    for id_ in sorted(by_language[0], key=int):
        yield tuple(tree[id_] for tree in by_language)
    newer = {path for path, _ in _titles(NEWER)}
    for option in categories(UK):
        if " > ".join(_path(option)) in newer:
            yield tuple(option if each == "en" else None for each in LANGUAGES)


def taught(every: Sequence[Sequence[Option | None]]) -> Iterator[tuple[int, str]]:
    """Each category's place with a text that means it: titles with their clauses, and its paths."""
    known = {option.id: at for at, each in enumerate(every) for option in each if option}
    for name in (*LANGUAGES, NEWER):
        yield from ((known[id_], text) for id_, text in _titles(name))
    for at, each in enumerate(every):
        for option in filter(None, each):
            yield at, " ".join(_path(option))


def _titles(name: str) -> Iterator[tuple[str, str]]:
    """A category's id or path, which has a line of its own, with each title below it."""
    category = ""
    for line in (TITLES / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith("\t"):
            yield category, line[1:].replace("\t", " . ")
        else:
            category = line


def make() -> Table:
    """Count how often each mark is used for each category."""
    every = [*trees()]
    used: dict[int, Counter[int]] = defaultdict(Counter)
    for at, text in taught(every):
        for mark in {*map(number_of, marks(text))}:
            used[mark][at] += 1
    kept = sorted(mark for mark, counted in used.items() if counted.total() >= LEAST)
    totals = [0] * len(every)
    begins, entries, counts = array("I", [0]), array("H"), bytearray()
    for mark in kept:
        for category, count in sorted(used[mark].items()):
            entries.append(category)
            counts.append(min(count, MOST))
            totals[category] += count
        begins.append(len(entries))
    return Table(
        made_of=fingerprint(),
        ids=array("I", map(_id, every)),
        paths=array("Q", (named(_path(one)) if one else 0 for each in every for one in each)),
        ends=array("Q", (named(_end(one)) if one else 0 for each in every for one in each)),
        totals=array("I", totals),
        marks=array("I", kept),
        begins=begins,
        categories=entries,
        counts=bytes(counts),
    )


def fingerprint() -> int:
    """The CRC-32 of the titles that a table is made of."""
    names = (*LANGUAGES, NEWER)
    return zlib.crc32(b"".join((TITLES / f"{name}.tsv").read_bytes() for name in names))


def _id(each: Sequence[Option | None]) -> int:
    """The site's number of a category; 0 where only its path is known."""
    return int(next((one.id for one in each if one and one.id.isdecimal()), "0"))


def _path(option: Option) -> Sequence[str]:
    return (*option.parents, option.label)


def _end(option: Option) -> Sequence[str]:
    return (*option.parents[:1], option.label)


def score(known: Table) -> Iterator[str]:
    """How often the likeliest one is right, by these words alone, and how likely it should be."""
    pages = {page: Taught(categories(page), known) for page in ("fr", "en", "de", "uk")}
    first: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    lost: Counter[float] = Counter()
    for batch in BATCHES:
        for case in cases(batch):
            wanted = case.expected["category"].split("|")
            if ASK in wanted or case.set_aside:
                continue
            said, page = case.listing, pages[case.page]
            texts = ((f"{said.category} {said.title} {said.brand}", 1.0), (said.description, 0.4))
            chances = page.chances(*texts)[-1]
            ids = [option.id for option in categories(case.page)]
            right = [at for at, id_ in enumerate(ids) if id_ in wanted and at in page.known]
            tried[case.page] += 1
            first[case.page] += chances.first in right
            if right and chances.first is not None:
                logs = [chances.logs[at] for at in page.known]
                for temper in TEMPERS:
                    whole = math.log(sum(math.exp(each * 4 / temper) for each in logs))
                    best = max(chances.logs[at] for at in right) * 4 / temper
                    lost[temper] += whole - best
    for page_, count in sorted(tried.items()):
        yield f"{page_}: {len(pages[page_].known)} known, {first[page_]} of {count} right"
    yield "loss by temper: " + ", ".join(f"{at}: {lost[at] / tried.total():.3f}" for at in TEMPERS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--score", action="store_true")
    made = make()
    if parser.parse_args().score:
        print(*score(made), sep="\n")
        return
    TABLE.write_bytes(made.packed())
    print(
        f"{TABLE.name}: {TABLE.stat().st_size} bytes; {len(made.marks)} marks, "
        f"{len(made.categories)} entries"
    )


if __name__ == "__main__":
    main()
