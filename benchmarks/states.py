"""How much of what sellers say about the state of a thing is read, and how much of that is right.

    uv run python -m benchmarks.states [--unread GRADE]

`benchmarks/states` holds, in French, English and German, pieces of descriptions each with the grade
that it means: the site's number, and 0 for what says nothing of the state. Who wrote them
(30 November 2026) saw neither code nor listings. A piece is read alone here, as a description of
one clause; `--unread` prints those of a grade in which nothing is found, for more words.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from browser.evidence.condition_reader import WORDS, Grade, read_condition
from browser.evidence.mentions import Passage
from browser.listing import EvidenceSource

PIECES: Final = Path(__file__).parent / "states"
NUMBERS: Final = {
    Grade.TAGGED: "6",
    Grade.NEW: "1",
    Grade.VERY_GOOD: "2",
    Grade.GOOD: "3",
    Grade.WORN: "4",
}
NONE: Final = "0"
_BY_WORDS: Final = {words: NUMBERS[grade] for grade, words in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Piece:
    """What somebody wrote, the grade that it means, and the one that is read in it."""

    language: str
    text: str
    meant: str
    read: str

    @property
    def is_right(self) -> bool:
        return self.read == self.meant


def pieces() -> Iterator[Piece]:
    """Each piece as it is read; 0 where nothing is, or several grades are."""
    for path in sorted(PIECES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            meant, text = line.split("\t")
            yield Piece(path.stem, text, meant, _read(text))


def _read(text: str) -> str:
    found = read_condition([Passage(EvidenceSource.DESCRIPTION, text)])
    grades = {_BY_WORDS[mention.words] for mention in found.mentions}
    return grades.pop() if len(grades) == 1 and not found.against else NONE


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--unread", choices=sorted(NUMBERS.values()))
    given = parser.parse_args()
    every = list(pieces())
    if given.unread:
        for one in every:
            if one.meant == given.unread and one.read == NONE:
                print(one.language, one.text, sep="\t")
        return
    counted = Counter((one.meant, one.read) for one in every)
    columns = (*NUMBERS.values(), NONE)
    print("| meant, read as |", " | ".join(columns), "| right of what is read |")
    print("| --- |", " | ".join("---" for _ in columns), "| --- |")
    for meant in columns:
        row = [counted[meant, read] for read in columns]
        decided = sum(row[:-1])
        share = f"{100 * counted[meant, meant] / decided:.1f} %" if meant != NONE else ""
        print(f"| {meant} |", " | ".join(map(str, row)), f"| {share} |")


if __name__ == "__main__":
    main()
