"""What running text says of a category's other attributes: storage, platform, SIM lock, length, …

Each kind of attribute has a reader; which code of a marketplace is of which kind its vocabulary
says. A reader gives words that an option's label has, or the text for a field that is typed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from browser.evidence.mentions import Mention, Passage
from browser.listing import EvidenceSource, Option
from browser.matching.folding import fold

Reader = Callable[[Passage], Iterator[Mention]]

_CAPACITY: Final = re.compile(r"(?<![\d.,])(\d{1,4}) ?(go|gb|gigas?|giga|g|to|tb)\b(?! ?/ ?s)")
_RAM_AFTER: Final = re.compile(r"^\s?(?:de |of )?(?:ram|ddr\d?|arbeitsspeicher|memoire vive)")
_STORED_AFTER: Final = re.compile(r"^\s?(?:de |of )?(?:ssd|hdd|stockage|storage|speicher|rom)")
_MOST_RAM: Final = 64
_LEAST_STORAGE: Final = 16
_UNLOCKED: Final = re.compile(
    r"\b(?:debloquee?|desimlockee?|tous? operateurs?|toutes operateurs|unlocked|sim ?free|"
    r"ohne sim ?-?lock|simlock ?frei|simlockfrei|entsperrt|libre de operador|sbloccato|simlockvrij|"
    r"bez simlocka)\b"
)
_LOCKED: Final = re.compile(
    r"\b(?:bloquee? (?:sur |operateur |sfr|orange|bouygues|free)|locked to|network locked|"
    r"mit sim ?-?lock)\b"
)
_PLATFORMS: Final[Mapping[str, str]] = {
    "ps5": "PlayStation 5",
    "playstation 5": "PlayStation 5",
    "play station 5": "PlayStation 5",
    "ps4": "PlayStation 4",
    "playstation 4": "PlayStation 4",
    "play station 4": "PlayStation 4",
    "ps3": "PlayStation 3",
    "playstation 3": "PlayStation 3",
    "ps2": "PlayStation 2",
    "playstation 2": "PlayStation 2",
    "ps1": "PlayStation",
    "psx": "PlayStation",
    "psone": "PlayStation",
    "playstation 1": "PlayStation",
    "ps vita": "PS Vita",
    "psp": "PSP",
    "switch 2": "Nintendo Switch 2",
    "nintendo switch 2": "Nintendo Switch 2",
    "switch": "Nintendo Switch",
    "nintendo switch": "Nintendo Switch",
    "xbox series x": "Xbox Series X",
    "xbox series": "Xbox Series X",
    "series x": "Xbox Series X",
    "xbox one": "Xbox One",
    "xbox 360": "Xbox 360",
    "wii u": "Wii U",
    "wii": "Wii",
    "gamecube": "GameCube",
    "game cube": "GameCube",
    "n64": "Nintendo 64",
    "nintendo 64": "Nintendo 64",
    "snes": "Super Nintendo",
    "super nintendo": "Super Nintendo",
    "nes": "NES",
    "3ds": "Nintendo 3DS",
    "nintendo 3ds": "Nintendo 3DS",
    "nintendo ds": "Nintendo DS",
    "ds lite": "Nintendo DS",
    "gba": "Game Boy Advance",
    "game boy advance": "Game Boy Advance",
    "gameboy advance": "Game Boy Advance",
    "game boy color": "Game Boy Color",
    "gameboy color": "Game Boy Color",
    "game boy": "Game Boy",
    "gameboy": "Game Boy",
    "dreamcast": "Sega Dreamcast",
    "sega saturn": "Sega Saturn",
    "mega drive": "Sega Mega Drive",
    "megadrive": "Sega Mega Drive",
    "master system": "Sega Master System",
    "game gear": "Game Gear",
    "steam deck": "Steam Deck",
    "psvr": "PlayStation VR",
    "amiga": "Amiga",
    "c64": "Commodore 64",
    "pc": "PC",
}
_RATING: Final = re.compile(r"\b(?:pegi|age rating|rated) ?:?(?:age )?(\d{1,2})\b")
_LENGTHS: Final[Mapping[str, str]] = {
    "mini": r"\bmini(?!mum|mal|on)\w{0,6}\b|\bminirock\b|\bcourte\b|\bcourt\b",
    "midi": r"\bmidi\w{0,5}\b|\bmi[- ]?longue?\b|\bmi[- ]?mollet\b|\bknee[- ]length\b|"
    r"\bknielang\w*|\bsous le genou\b|\bau genou\b|\bwadenlang\w*",
    "maxi": r"\bmaxi\w{0,5}\b|(?<!mi )(?<!mi-)\blongue?\b(?! ?manche)|\bbodenlang\w*|"
    r"\bankle[- ]length\b|\blanger? rock\b|\blong\b(?! ?-?(?:sleeve|manche))",
}
_LANGUAGES: Final[Mapping[str, str]] = {
    "french": r"\b(?:en |langue )?francaise?s?\b|\bin french\b|\bfranzosisch\w*",
    "english": r"\b(?:en |langue )?anglaise?s?\b|\bin english\b|\benglisch\w*|\benglish\b",
    "german": r"\b(?:en |langue )?allemande?s?\b|\bin german\b|\bdeutsche?[nrs]?\b",
    "spanish": r"\bespagnole?s?\b|\bin spanish\b|\bspanisch\w*|\bespanol\b",
    "italian": r"\bitalienne?s?\b|\bin italian\b|\bitalienisch\w*|\bitaliano\b",
}
_FROM_A_LANGUAGE: Final = re.compile(
    r"(?:traduite? (?:de |d')(?:l')?|translated from |aus dem |apprendre (?:l')?|learn |lernen? |"
    r"methode (?:d')?|dictionnaire |dictionary |worterbuch |auteur |autor |author |"
    r"pressage |presse |musee |cuisine )$"
)
_DEPARTMENTS: Final[Mapping[str, str]] = {
    "women": r"\b(?:femmes?|dames?|women'?s?|woman'?s?|ladies|damen|frauen|donna|mujer)\b",
    "men": r"\b(?:hommes?|men'?s?|man'?s|herren|manner|uomo|hombre)\b",
    "kids": r"\b(?:enfants?|filles?|garcons?|kids?|girls?|boys?|kinder|madchen|jungen)\b",
}
_OF_SOMEBODY: Final = re.compile(r"\b(?:ma|mon|sa|son|ta|ton|my|his|her|meine[rnm]?|seine[rnm]?) $")
_CHARGED: Final = re.compile(
    r"\b(?:avec|with|mit|inkl\.?|inklusive|including|plus|et|und|and|incl) (?:\w+ ){0,3}"
    r"(?:chargeur|charger|ladegerat|netzteil|plug)\b|\b(?:chargeur|charger|ladegerat|netzteil) "
    r"(?:ist )?(?:fourni|inclus|compris|included|dabei|vorhanden|inkl)"
)
_UNCHARGED: Final = re.compile(
    r"\b(?:sans|without|ohne|no|kein|pas de) (?:\w+ ){0,2}"
    r"(?:chargeur|charger|ladegerat|netzteil)\b|"
    r"\b(?:chargeur|charger|ladegerat|netzteil) (?:is |ist |\w+ )?(?:not included|non fourni|"
    r"non inclus|fehlt|missing|nicht dabei|pas fourni)"
)
_BARE_STORAGE: Final = re.compile(r"(?<![\w.,-])(?:16|32|64|128|256|512)(?= *(?:$|[.,;!\n)]))")
_PHONE_WORDS: Final = re.compile(
    r"\b(?:iphone|galaxy|pixel|smartphone|telephone|handy|phone|"
    r"ipad|tablet\w*)\b"
)
_ISBN: Final = re.compile(r"(?<!\d)(97[89](?:[ -]?\d){10})(?![\d-])")
_ISBN_GROUPS: Final[Mapping[str, str]] = {
    "2": "french",
    "0": "english",
    "1": "english",
    "3": "german",
    "84": "spanish",
    "88": "italian",
}
"""The language areas behind the prefix 978 (ISO 2108, ranges of the International ISBN Agency)."""
_ISBN_10: Final = re.compile(r"\bisbn(?:-?10)?[ :.]{0,3}((?:\d[ -]?){9}[\dx])\b")
_PHONES: Final = re.compile(
    r"\b(?:(iphone) ?(\d{1,2}|x[sr]?|se)((?: (?:pro|max|mini|plus))*)|"
    r"(galaxy) ?((?:s|a|z ?fold ?|z ?flip ?|note ?)\d{1,3}\w?)((?: (?:ultra|plus|fe))*)|"
    r"(pixel) ?(\d{1,2}a?)((?: (?:pro|xl))*)|(airpods)( ?(?:pro|max|\d))?(?: ?\d)?())\b"
)
_AUDIO: Final = re.compile(
    r"\b(?:(?:flip|charge|clip|xtreme|pulse|boombox|partybox|tune|wave|live) ?\d{1,4}(?:nc|bt)?|"
    r"w[fh]-?\d{3,4}x?\w*|soundlink \w+|quietcomfort \d+|momentum \d|tour one m\d|"
    r"(?:emberton|acton|kilburn|stanmore|woburn|tufton|minor|major|monitor) (?:[iv]{1,3}|\d)|"
    r"soundcore \w+ ?\d?|wonderboom ?\d?|megaboom ?\d?|boom ?\d|"
    r"galaxy (?:buds|watch|tab) ?\w{0,3}|freebuds ?\w*|redmi (?:note )?\d+\w?|mi \d+\w?|"
    r"kindle (?:paperwhite|oasis|voyage|scribe)(?: \d+)?|hero ?\d{1,2})\b"
)
"""Models by their makers' names for them: JBL, Sony, Bose, Sennheiser, Marshall (shops, 2026)."""
_MADE_FOR: Final = re.compile(r"\b(?:compatible|pour|for|fur|coque|case|hulle|housse|cover)\b")
_AGES: Final = re.compile(
    r"\b(?:des|ab|a partir de|from|ages?|aged)(?: (?:les|le|age|ans))? (\d{1,2})(?:\+| ?-? ?)?"
    r"(?:ans|jahren?|years?|yrs?|mois|months?|monaten?)|\b(\d{1,2}) ?\+ ?(?:ans|years|jahre)"
)
_MONTHS_IN_A_YEAR: Final = 12
_SIDES: Final[Mapping[str, str]] = {
    "width": r"\b(?:largeur|width|breite|larghezza|ancho|breedte|szerokosc)\b",
    "length": r"\b(?:longueur|length|lange|lunghezza|largo|lengte|dlugosc)\b",
}
_SIDE_VALUE: Final = (
    r"(?: totale| dos| epaules)? ?[:=]? ?(?:env(?:iron)?\.? |ca\.? )?(\d{1,3}) ?cm\b"
)


def _capacities(passage: Passage) -> Iterator[tuple[int, str, re.Match[str], bool | None]]:
    """Amount, unit, match, and whether it is said to be working memory."""
    for found in _CAPACITY.finditer(passage.plain):
        after = passage.plain[found.end() :][:20]
        ram = True if _RAM_AFTER.match(after) else False if _STORED_AFTER.match(after) else None
        yield int(found[1]), "tb" if found[2] in {"to", "tb"} else "gb", found, ram


def _storage(passage: Passage) -> Iterator[Mention]:
    for amount, unit, found, ram in _capacities(passage):
        if ram is not True and (ram is False or amount >= _LEAST_STORAGE or unit == "tb"):
            yield _mention(passage, f"{amount} {unit}", found)
    if not _PHONE_WORDS.search(passage.plain) and passage.source is EvidenceSource.TITLE:
        return
    for bare in _BARE_STORAGE.finditer(passage.plain):
        # `Samsung Galaxy S21. 128`: where the category asks for the storage, that is what it is.
        yield _mention(passage, f"{bare[0]} gb", bare)


def _memory(passage: Passage) -> Iterator[Mention]:
    every = list(_capacities(passage))
    for amount, unit, found, ram in every:
        small = len(every) > 1 and amount == min(one[0] for one in every) and amount <= _MOST_RAM
        if unit == "gb" and (ram or (ram is None and small)):
            yield _mention(passage, f"{amount} {unit}", found)


def _sim(passage: Passage) -> Iterator[Mention]:
    for found in _UNLOCKED.finditer(passage.plain):
        yield _mention(passage, "unlocked|debloque|ohne sim lock", found)
    for found in _LOCKED.finditer(passage.plain):
        yield _mention(passage, "locked to a network|bloque operateur|mit sim lock", found)


def _platform(passage: Passage) -> Iterator[Mention]:
    words, position = passage.words, 0
    while position < len(words):
        for length in (3, 2, 1):
            name = _PLATFORMS.get(" ".join(words[position : position + length]))
            if name and not (name == "PC" and not passage.tokens[position].shouted):
                said = passage.said(position, min(position + length, len(words)))
                yield Mention.of(passage, name, said)
                position += length - 1
                break
        position += 1


def _rating(passage: Passage) -> Iterator[Mention]:
    for found in _RATING.finditer(passage.plain):
        yield _mention(passage, f"pegi {found[1]}", found)


def _by_pattern(table: Mapping[str, str], guard: re.Pattern[str] | None = None) -> Reader:
    patterns = {name: re.compile(pattern) for name, pattern in table.items()}

    def read(passage: Passage) -> Iterator[Mention]:
        for name, pattern in patterns.items():
            for found in pattern.finditer(passage.plain):
                before = passage.plain[max(0, found.start() - 24) : found.start()]
                if guard is None or not guard.search(before):
                    yield _mention(passage, name, found)

    return read


def _language(passage: Passage) -> Iterator[Mention]:
    """The language that is named, else the one of the area in which the book was published."""
    named = list(_by_pattern(_LANGUAGES, _FROM_A_LANGUAGE)(passage))
    yield from named
    for found in _ISBN.finditer(passage.plain) if not named else ():
        digits = re.sub(r"[ -]", "", found[1])
        for group, language in _ISBN_GROUPS.items():
            if digits.startswith(f"978{group}"):
                yield _mention(passage, language, found, span=1)


def _charger(passage: Passage) -> Iterator[Mention]:
    without = list(_UNCHARGED.finditer(passage.plain))
    for found in without:
        yield _mention(passage, "no|non|nein", found)
    for found in _CHARGED.finditer(passage.plain) if not without else ():
        yield _mention(passage, "yes|oui|ja", found)


def _isbn(passage: Passage) -> Iterator[Mention]:
    for pattern in (_ISBN, _ISBN_10):
        for found in pattern.finditer(passage.plain):
            yield _mention(passage, re.sub(r"[ -]", "", found[1]).upper(), found, span=1)


def _model(passage: Passage) -> Iterator[Mention]:
    if passage.source is EvidenceSource.TITLE:
        yield from _speakers(passage)
    for found in _PHONES.finditer(passage.plain):
        if not _MADE_FOR.search(passage.plain[: found.start()]):
            parts = [part.strip() for part in found.groups() if part and part.strip()]
            names = {"iphone": "iPhone", "airpods": "AirPods"}
            words = " ".join(parts).split()
            named = [names.get(words[0], words[0].capitalize()), *map(_cased, words[1:])]
            yield _mention(passage, " ".join(named), found)


def _speakers(passage: Passage) -> Iterator[Mention]:
    for found in _AUDIO.finditer(passage.plain):
        if not _MADE_FOR.search(passage.plain[: found.start()]):
            yield _mention(passage, passage.written(*found.span()), found)


def _cased(word: str) -> str:
    return (
        word.upper()
        if any(sign.isdigit() for sign in word) or len(word) <= 2
        else word.capitalize()
    )


def _age(passage: Passage) -> Iterator[Mention]:
    for found in _AGES.finditer(passage.plain):
        number = int(found[1] or found[2])
        months = re.search(r"mois|month|monat", found[0])
        yield _mention(passage, f"{number}m" if months else f"{number}y", found)


def _side(name: str) -> Reader:
    pattern = re.compile(_SIDES[name] + _SIDE_VALUE)

    def read(passage: Passage) -> Iterator[Mention]:
        for found in pattern.finditer(passage.plain):
            yield _mention(passage, found[1], found)

    return read


_READERS: Final[Mapping[str, Reader]] = {
    "storage": _storage,
    "memory": _memory,
    "sim": _sim,
    "platform": _platform,
    "rating": _rating,
    "length": _by_pattern(_LENGTHS),
    "language": _language,
    "charger": _charger,
    "department": _by_pattern(_DEPARTMENTS, _OF_SOMEBODY),
    "isbn": _isbn,
    "model": _model,
    "age": _age,
    "width_cm": _side("width"),
    "length_cm": _side("length"),
}
_NUMBER: Final = re.compile(r"\d+")
_WORDS_OF: Final[Mapping[str, str]] = {
    "women": "femmes|femme|women|damen|donna|mujer",
    "men": "hommes|homme|men|herren|uomo|hombre",
    "kids": "enfants|enfant|kids|children|kinder|bambini|ninos",
    "maxi": "maxi|longue|lang|long|larga|lunga",
    "french": "francais|french|franzosisch|frances|francese|frans|francuski",
    "english": "anglais|english|englisch|ingles|inglese|engels|angielski",
    "german": "allemand|german|deutsch|aleman|tedesco|duits|niemiecki",
    "spanish": "espagnol|spanish|spanisch|espanol|spagnolo|spaans|hiszpanski",
    "italian": "italien|italian|italienisch|italiano|italiaans|wloski",
}


def read_attribute(kind: str, passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """What the texts say of an attribute of a kind, each value once; the title's first."""
    reader = _READERS.get(kind)
    if reader is None:
        return ()
    found = [mention for passage in passages for mention in reader(passage)]
    return tuple({mention.words: mention for mention in reversed(found)}.values())[::-1]


def option_for(mention: Mention, kind: str, options: Sequence[Option]) -> Option | None:
    """The option whose label says what a mention says; None where it is not offered."""
    if kind == "age":
        return _aged(mention.words, options)
    if kind in {"storage", "memory"}:
        return next((one for one in options if _amount(one.label) == _amount(mention.words)), None)
    wanted = {fold(word) for word in _WORDS_OF.get(mention.words, mention.words).split("|")}
    return next((one for one in options if fold(one.label) in wanted), None)


def _amount(text: str) -> tuple[int, str] | None:
    found = _CAPACITY.search(" ".join(fold(text)))
    return (int(found[1]), "tb" if found[2] in {"to", "tb"} else "gb") if found else None


def _aged(words: str, options: Sequence[Option]) -> Option | None:
    """The span of years that an age is in, the one that begins with it before the others."""
    months = int(words[:-1]) * (1 if words.endswith("m") else _MONTHS_IN_A_YEAR)
    fits: list[tuple[int, Option]] = []
    for option in options:
        numbers = [int(one) for one in _NUMBER.findall(option.label)]
        unit = 1 if re.search(r"mois|month|monat", option.label.casefold()) else _MONTHS_IN_A_YEAR
        low = numbers[0] * unit if numbers else 0
        high = numbers[1] * unit if len(numbers) > 1 else 10**6
        if numbers and low <= months < high:
            fits.append((low, option))
    return max(fits, key=lambda one: one[0])[1] if fits else None


def _mention(passage: Passage, words: str, found: re.Match[str], span: int = 0) -> Mention:
    return Mention.of(passage, words, passage.written(*found.span(span)))
