"""The state of a thing by the wear that a text describes, where it names no grade.

What people take such words for was counted over eleven batches (decisions 0047 and 0052): what is
broken, or has several holes or stains, is the lowest grade, one mark of the surface good, no flaw
at all very good. How often a thing was worn belongs to `condition_reader`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from browser.evidence.mentions import Mention, Passage
from browser.evidence.wear_words import (
    BESIDE_IT,
    BROKEN,
    COUNTED,
    FLAWLESS,
    HEDGE,
    HOLES,
    INNOCENT,
    MEANT,
    MISSING,
    PACKAGE,
    RUINED,
    SCRATCHES,
    SMALL,
    SOFT,
    STRONG,
)
from browser.listing import EvidenceSource


class Wear(IntEnum):
    """What a description of wear amounts to, the worst first."""

    BROKEN = 1
    OPEN = 2
    """Some of it, and people do not agree on what it makes of the thing."""
    TORN = 3
    LIGHT = 4
    MARKED = 5
    """Of the surface, and called small."""
    NONE = 6


_NO: Final = re.compile(
    r"\b(?:kaum|hardly|scarcely|"
    r"sans|pas|aucune?s?|jamais|ni|no|not|never|without|free of|keine?[nrs]?|ohne|"
    r"nicht|nie|nix|nothing|nichts|rien|nor|neither|sin|ningun\w*|senza|nessun\w*|geen|zonder|bez|"
    r"non|isn't|aren't|weder)\b"
)
_SENTENCE: Final = re.compile(
    r"[.;!?\n()]|\b(?:mais|but|aber|sauf|except|juste|nur|just|hormis|bis auf|sinon|only|"
    r"apart from|"
    r"seulement|a part|until|though)\b"
)
_LISTED: Final = re.compile(r"\s*(?:or|ou|oder|et|and|und|noch|ni|nor|weder|no|[\w'-]+)?\s*")
"""What may stand between the commas of a denial: `keine Löcher, Flecken`."""
_DENIED_AFTER: Final = re.compile(r"^ (?:nichts|nothing|rien|nix|keine?r?|pas|plus)\b")
_HEDGED: Final = re.compile(rf"\b{HEDGE}(?: [\w'-]+){{0,3}} ?$")
_HEDGE_WITHIN: Final = re.compile(rf"\b{HEDGE}\b")
_HEDGED_AFTER: Final = re.compile(rf"^(?: [\w'-]+){{0,2}} {HEDGE}\b")

_STOPS: Final = ".!?;\n"
_PAST_USE: Final = (BROKEN, RUINED)
_PLAIN_FLAWS: Final = re.compile(
    r"\b(?:trous?|taches?|accrocs?|defauts?|bouloches?|holes?|stains?|rips?|tears?|marks?|bobbles?|"
    r"snags|damage|locher\w*|loch|flecken|fleck|risse|mangel|kratzer|rayures?|eclats?|fissures?|"
    r"scuffs|scratches|bobbling|pulls|fading|chips|cracks|whitening|creases|macken|knicke|abrieb|"
    r"pilling|knotchen|ziehfaden|haarrisse|dellen|verfarbung\w*)\b"
)


def described(passages: Sequence[Passage], *, often: bool) -> tuple[Wear, Mention] | None:
    """The worst that the texts describe, with its words; None where they describe nothing.

    Sellers who name a grade call a thing good as often as satisfactory where it has one hole alone,
    or marks of the surface and was used `often`: those are open. One hole beside marks is
    satisfactory, several marks are good: so in all 10 and all 6 of thirteen batches.
    """
    found = [one for passage in passages for one in _found(passage)]
    if not found:
        return None
    wear, mention = min(found, key=lambda one: one[0])
    others = [one for one, _ in found if one is not Wear.MARKED]
    alone = others == [wear]
    is_open = (wear is Wear.TORN and alone and not often) or (wear is Wear.LIGHT and often)
    return (Wear.OPEN if is_open else wear), mention


def flaws(passages: Sequence[Passage], *, small: bool = True) -> Iterator[Mention]:
    """The flaws that the texts name, none of which a new thing has; without `small` marks or not.

    Those are of the surface, and called small.
    """
    for passage in passages:
        for wear, mention in _found(passage):
            if wear is not Wear.NONE and (small or wear is not Wear.MARKED):
                yield mention


def denies_flaws(passages: Sequence[Passage]) -> bool:
    """Whether it is said that some flaw is not there: `no rips or stains`."""
    return any(denied(passages, _PLAIN_FLAWS, HOLES, SCRATCHES))


def denied(passages: Sequence[Passage], *patterns: re.Pattern[str]) -> Iterator[Mention]:
    """The flaws that are said not to be there; without `patterns` those by their plain names."""
    for passage in passages:
        for pattern in patterns or (_PLAIN_FLAWS,):
            for match in pattern.finditer(passage.plain):
                if _is_denied(passage.plain, match):
                    yield _mention(passage, match)


def _found(passage: Passage) -> Iterator[tuple[Wear, Mention]]:
    text = FLAWLESS.sub(_blank, INNOCENT.sub(_blank, passage.plain))
    titled = passage.source is EvidenceSource.TITLE
    below = () if titled else (RUINED, HOLES, SCRATCHES, SOFT)
    for pattern in (BROKEN, MISSING, *below):
        for match in pattern.finditer(text):
            wear = _weighed(pattern, text, match)
            inside = pattern not in _PAST_USE and _NO.search(match[0])
            if wear and not (inside or _is_denied(text, match) or _is_anothers(text, match)):
                yield wear, _mention(passage, match)
                if wear is Wear.TORN and COUNTED.search(_around(text, match)):
                    yield wear, _mention(passage, match)
    for match in FLAWLESS.finditer(passage.plain):
        yield Wear.NONE, _mention(passage, match)


def _weighed(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> Wear | None:
    """What the words of one kind amount to at a place."""
    if pattern in _PAST_USE:
        return Wear.BROKEN
    before = text[max(0, match.start() - 40) : match.start()]
    around = _around(text, match)
    several = pattern is HOLES and COUNTED.search(around) and not SMALL.search(around)
    if not several and _is_hedged(text, match):
        return Wear.MARKED if pattern in {SOFT, SCRATCHES} else Wear.LIGHT
    if pattern is SOFT:
        return None
    if STRONG.search(before):
        return Wear.OPEN
    if pattern is SCRATCHES or PACKAGE.search(before):
        return Wear.LIGHT
    return Wear.TORN


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 24) : match.end()]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """`pas de tache`, `no holes, stains or rips`, `fehlt nichts`: none is there."""
    if _DENIED_AFTER.search(text[match.end() :][:10]):
        return True
    *parts, last = _SENTENCE.split(text[max(0, match.start() - 60) : match.start()])[-1].split(",")
    while not _NO.search(last):
        if not parts or not _LISTED.fullmatch(last) or _HEDGE_WITHIN.search(last):
            return False
        last = parts.pop()
    return True


def _is_anothers(text: str, match: re.Match[str]) -> bool:
    """Whether wear was made so, or is of what comes with the thing."""
    begin = max(text.rfind(sign, 0, match.start()) for sign in _STOPS)
    ends = [at for sign in _STOPS if (at := text.find(sign, match.end())) >= 0]
    sentence = text[begin + 1 : min(ends, default=len(text))]
    return bool(MEANT.search(sentence) or BESIDE_IT.search(sentence))


def _is_hedged(text: str, match: re.Match[str]) -> bool:
    if _HEDGE_WITHIN.search(match[0]):
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_HEDGED.search(before) or _HEDGED_AFTER.search(text[match.end() :][:30]))


def _mention(passage: Passage, match: re.Match[str]) -> Mention:
    return Mention.of(passage, match[0].strip(), passage.written(*match.span()))
