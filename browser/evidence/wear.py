"""The state of a thing by the wear that a text describes, where it names no grade.

What independent writers take such words for was counted over ten batches (decision 0047): a broken
screen is the lowest grade, small wear is good, no flaw at all is very good; a hole, a stain, wear
that nobody calls small is a question. How often a thing was worn belongs to `condition_reader`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from browser.evidence.mentions import Mention, Passage


class Wear(IntEnum):
    """What a description of wear amounts to, the worst first."""

    BROKEN = 1
    OPEN = 2
    """There is some, and writers do not agree on what it makes of the thing."""
    LIGHT = 3
    NONE = 4


_NO: Final = (
    r"(?:sans|pas d[e'] ?|pas|aucune?s?|jamais|ni|no|not|never|without|free of|keine?[nrs]?|ohne|"
    r"nicht|nie|nix|sin|ningun\w*|senza|nessun\w*|geen|zonder|bez|non|isn't|aren't)"
)
_DENIED: Final = re.compile(
    rf"\b{_NO}\b(?:(?!\b(?:mais|but|aber|sauf|except|juste|nur|just|hormis|bis auf)\b)[^.;!?\n])*$"
)
_DENIED_AFTER: Final = re.compile(r"^ (?:nichts|nothing|rien|nix|keine?r?)\b")
_HEDGE: Final = (
    r"(?:un peu|tout petits?|legere?s?|legerement|petite?s?|micro|quelques|infimes?|minimes?|"
    r"minuscules?|discrete?s?|a peine|little|slight\w*|small|tiny|minor|light\w*|a bit|bit of|"
    r"a few|few|couple of|faint|hairline|some|barely|starting to|leicht\w*|klein\w*|etwas|"
    r"bisschen|bissl|bissel|bissi|minimal\w*|wenig\w*|winzig\w*|paar|einige|dezent\w*|mini)"
)
_HEDGED: Final = re.compile(rf"\b{_HEDGE}(?: [\w'-]+){{0,3}} ?$")
_HEDGED_AFTER: Final = re.compile(rf"^(?: [\w'-]+){{0,2}} {_HEDGE}\b")
_SCREEN: Final = r"(?:ecran|vitre|display|screen|glas|glass|bildschirm|touchscreen|verre|dalle)\w*"
_CRACKED: Final = (
    r"(?:fissur\w*|fele\w*|casse\w*|brise\w*|gerissen\w*|gesprungen\w*|kaputt\w*|zersprungen\w*|"
    r"riss\w*|sprung|cracked|cracks?|smashed|broken|shattered)"
)
_BROKEN: Final = re.compile(
    rf"\b{_SCREEN}(?: (?!{_NO}\b)[\w'-]+){{0,4}} {_CRACKED}\b|"
    rf"\b{_CRACKED}(?: [\w'-]+){{0,5}} (?:l')?{_SCREEN}\b|"
    r"\bdisplayriss\b|\bglasbruch\b|\ba reparer\b|\bpour pieces\b|\bfor (?:parts|spares)\b|"
    r"\bspares (?:or|and|&) repairs?\b|\bdefekt\w*|\bhors service\b|\ben panne\b|"
    r"\b(?:not|doesn't|no longer) (?:working|works?|turn on)\b|"
    r"\bne (?:fonctionne|marche) (?:pas|plus)\b|"
    r"\b(?:funktioniert|geht|lauft) (?:nicht|nicht mehr)\b|\bdrift\w*\b"
)
_HOLES: Final = re.compile(
    r"\b(?:trous?|trouee?s?|holes?|loch|locher\w*|stain\w*|taches?|tachee?s?|fleck\w*|dechir\w+|"
    r"rip|rips|ripped|torn|tear|riss|risse|eingerissen\w*|gerissen\w*|cassee?s?|broken|kaputt\w*|"
    r"gebrochen\w*|recous\w+|repare\w*|mended|geflickt\w*|lache|going thin|worn (?:right |all )?"
    r"through|durchgescheuert\w*|durchgewetzt\w*|percee?s?|rost\w*|rouille\w*|rust\w*)\b|"
    r"\b(?:missing|fehlt|fehlen|manquante?s?|manque)\b(?! de )"
)
_SCRATCHES: Final = re.compile(
    r"\b(?:rayures?|rayee?s?|eraflures?|erafle\w*|griffures?|scratch\w*|scuff\w*|kratzer\w*|"
    r"schramme\w*|aufgeraut\w*|angeraut\w*|verkratzt\w*|zerkratzt\w*|frottements?|bouloch\w*|"
    r"bobbl\w*|pilling|pilled|knotchen|macken?|"
    r"dellen?|eclats?|ebrechure\w*|chip|chips|chipped|abgeplatzt\w*|abplatzer\w*|ecaille\w*|"
    r"elimee?s?|rapee?s?|abgewetzt\w*|ausgefranst\w*|fray\w*|effiloche\w*|decolor\w+|ausgeblichen\w*|"
    r"verblichen\w*|verfarb\w*|abimee?s?|damaged|beschadigt\w*|ring wear|peel\w*|mucky|grubby|"
    r"lost a few|rissig\w*|ternie?s?|tarnish\w*|traces? de|deutliche \w+)\b"
)
_SOFT: Final = re.compile(
    r"\b(?:marques?|marquee?s?|traces?|marks?|marked|spuren|\w+spuren|wear|worn|usee?s?|usure|"
    r"abgenutzt\w*|abgelaufen\w*|delavee?s?|faded|fading|verwaschen\w*|plis?|knicke?|creas\w+|"
    r"lustree?s?|gelb|vergilbt\w*|yellow\w*|jaunie?s?|jauni|greyed|dirty|schmutzig\w*|verschmutzt\w*|"
    r"pull|pulls|snags?|accrocs?|filee?s?|ziehfaden|dents?|bent|ausgeleiert\w*|ausgebeult\w*|"
    r"stretched|cracked)\b"
)
"""Words for wear that are others as well, so only where they are hedged."""
_FLAWLESS: Final = re.compile(
    r"\b(?:aucun|sans|pas de|zero) (?:petit )?defauts?\b|\bras\b|\brien a signaler\b|"
    r"\b(?:no|without) (?:any )?(?:flaws?|faults?|defects?|damage)\b|\bflawless\b|"
    r"\b(?:keine|ohne) (?:mangel|makel|fehler|schaden|gebrauchsspuren|tragespuren)\b|\bmakellos\w*|"
    r"\bmangelfrei\w*|\b(?:barely|hardly|scarcely|not) a mark\b|\bno (?:signs|marks) of wear\b|"
    r"\b(?:wie am ersten tag|comme au premier jour)\b"
)


def described(passages: Sequence[Passage]) -> tuple[Wear, Mention] | None:
    """The worst that the texts describe, with its words; None where they describe nothing."""
    found = [one for passage in passages for one in _found(passage)]
    return min(found, key=lambda one: one[0]) if found else None


def _found(passage: Passage) -> Iterator[tuple[Wear, Mention]]:
    text = _FLAWLESS.sub(lambda found: " " * len(found[0]), passage.plain)
    for pattern, wear, hedged in (
        (_BROKEN, Wear.BROKEN, Wear.BROKEN),
        (_HOLES, Wear.OPEN, Wear.OPEN),
        (_SCRATCHES, Wear.OPEN, Wear.LIGHT),
        (_SOFT, None, Wear.LIGHT),
    ):
        for match in pattern.finditer(text):
            said = hedged if _is_hedged(text, match) else wear
            if said and not _is_denied(text, match):
                yield said, _mention(passage, match)
    for match in _FLAWLESS.finditer(passage.plain):
        yield Wear.NONE, _mention(passage, match)


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """`pas de tache`, `fehlt nichts`: none is there."""
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_DENIED.search(before) or _DENIED_AFTER.search(text[match.end() :][:10]))


def _is_hedged(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_HEDGED.search(before) or _HEDGED_AFTER.search(text[match.end() :][:30]))


def _mention(passage: Passage, match: re.Match[str]) -> Mention:
    return Mention.of(passage, match[0], passage.written(*match.span()))
