"""What a score is worth: the share of right options in five bands of it, for each field.

Of phrases and of whole listings with the category given; of a question it is the score of the
option that stands first. What nobody expects an answer to counts in no band.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from browser.listing import FieldName, RankedOption
from browser.matching.matcher import choose
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching import listing_scoring, scoring
from tests.matching.forms import language_of

BANDS: Final = 5
ENOUGH: Final = 20
"""Fewer cases say nothing of a band, and stand in brackets."""
_COMMON: Final = frozenset({FieldName.BRAND, FieldName.SIZE, FieldName.COLOR, FieldName.MATERIAL})


@dataclass(slots=True)
class Band:
    """Scores of a band, and whether each was right."""

    scores: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The mean of the scores, in percent."""
        return 100 * sum(self.scores) / len(self.scores)

    @property
    def share(self) -> float:
        """The share that is right, in percent."""
        return 100 * sum(self.right) / len(self.right)


def bands(batches: Sequence[str]) -> Mapping[tuple[str, str], Mapping[int, Band]]:
    """The bands of each kind of text and each field, those of all fields under `all`."""
    found: dict[tuple[str, str], dict[int, Band]] = defaultdict(lambda: defaultdict(Band))
    for kind, name, score, right in _scored(batches):
        shown = name if name in _COMMON | {FieldName.CONDITION} else "others"
        for key in ((kind, shown), (kind, "all")):
            band = found[key][min(int(score * BANDS), BANDS - 1)]
            band.scores.append(score)
            band.right.append(right)
    return found


def table(batches: Sequence[str]) -> str:
    """Score against share right, as a Markdown table; a band without cases is empty."""
    tops = [f"{100 * band // BANDS} to {100 * (band + 1) // BANDS}" for band in range(BANDS)]
    lines = [f"| | field | {' | '.join(tops)} |", "|" + " --- |" * (BANDS + 2)]
    for (kind, name), each in sorted(bands(batches).items()):
        cells = (_cell(each[band]) if band in each else "" for band in range(BANDS))
        lines.append(f"| {kind} | {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(band: Band) -> str:
    said = f"{band.score:.0f}: {band.share:.0f} % of {len(band.right)}"
    return said if len(band.right) >= ENOUGH else f"({said})"


def _scored(batches: Sequence[str]) -> Iterator[tuple[str, str, float, bool]]:
    for name in batches:
        yield from (("phrases", *each) for each in _of_phrases(name))
        yield from (("listings", *each) for each in _of_listings(name))


def _of_phrases(batch: str) -> Iterator[tuple[str, float, bool]]:
    for case in scoring.batch(batch):
        wanted = case.expected - {scoring.ASK}
        values = () if case.field == FieldName.CATEGORY else scoring.values_of(case)
        if wanted and len(values) == 1 and "open" not in wanted:
            words = vocabulary_for(language_of(case.page))
            offered = scoring.offered_for(case)
            choice = choose(values[0], offered, vocabulary=words, kind=case.field)
            best = choice.option or next(iter(choice.alternatives), None)
            if best:
                yield case.field, best.score, best.option.id in wanted


def _of_listings(batch: str) -> Iterator[tuple[str, float, bool]]:
    for case in listing_scoring.cases(batch):
        for answer in listing_scoring.answers(case, given_category=True):
            best = _only(answer)
            if best and answer.expected not in {listing_scoring.ASK, listing_scoring.OPEN}:
                yield answer.field, best.score, answer.is_expected(best.option)


def _only(answer: listing_scoring.Answer) -> RankedOption | None:
    if len(answer.choices) != 1:
        return None
    choice = answer.choices[0]
    return choice.option or next(iter(choice.alternatives), None)
