"""Whose name a text holds: the brands that a title names, and the hashtags below a description.

Only names that are no ordinary word, by the house that they belong to, so that a line beside its
brand is one brand. Which brand an item has is decided by `browser.matching.brands`.

The site hides a listing in which several brands are named or whose hashtags mislead, and says that
naming another brand than the item's own may have it deleted: vinted.co.uk/help/62 and
vinted.com/help/307, its own pages, read second-hand on 2026-11-29, M.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from browser.listing import Advice, FieldName, Listing
from browser.messages import Message

_HOUSES: Final = (
    *(r"zara(?: home| basic| kids)?", r"h ?(?:&|et|and|und) ?m(?: divided)?", "primark", "kiabi"),
    *("bershka", "stradivarius", r"pull ?(?:&|et|and|und|n) ?bear", "massimo dutti", "uniqlo"),
    *("shein", "pimkie", "jennyfer", "camaieu", "promod", "cache cache", "etam", "naf ?naf"),
    *("bonobo", "celio", "tommy (?:hilfiger|jeans)", "(?:polo )?ralph lauren", "lacoste"),
    *("hollister", "abercrombie(?: & fitch)?", "superdry", "topshop", "new look", "river island"),
    *("dorothy perkins", "miss selfridge", "boohoo", "pretty ?little ?thing", "missguided"),
    *("vero moda", "tally weijl", "tom tailor", r"s\. ?oliver", "marc o ?'? ?polo", "ted baker"),
    *("hugo boss", r"scotch ?& ?soda", "karen millen", r"jack ?& ?jones", "brandy melville"),
    *("vertbaudet", "tape a l'? ?oeil", "du pareil au meme|dpam", "sergent major", "cyrillus"),
    *("petit bateau", "catimini", "okaidi|obaibi", "jacadi", "gemo", "ikks", "sezane", "desigual"),
    *("levi'?s(?: strauss)?", "wrangler", "lee cooper", "pepe jeans", "g-?star(?: raw)?"),
    *("calvin klein(?: jeans)?", "(?:emporio |giorgio )?armani(?: exchange| jeans)?", "carhartt"),
    *("michael kors", "longchamp", "the kooples", "comptoir des cotonniers", "claudie pierlot"),
    *("zadig ?(?:&|et) ?voltaire", "isabel marant", "gerard darel", r"ba ?& ?sh", "jacquemus"),
    *("(?:air )?jordan|nike(?: air)?(?: jordan)?", "adidas(?: originals)?", "reebok", "asics"),
    *("new balance", "under armour", "the north face", "umbro", "ellesse", "le coq sportif"),
    *("fred perry", "stone island", "napapijri", "quiksilver", "billabong", "rip curl", "o'neill"),
    *("(?:dr|doc)\\.? ?martens", "timberland", "birkenstock", "skechers", "geox", "kickers"),
    *("decathlon|quechua|domyos|kipsta|tribord|nabaiji|kalenji|fouganza|b'?twin|wed'?ze|artengo",),
    *("gucci", "prada", "louis vuitton", "chanel", "(?:christian )?dior", "hermes", "balenciaga"),
    *("fendi", "givenchy", "versace", "burberry", "moncler", "(?:yves )?saint laurent|ysl"),
    *("kenzo", "moschino", r"dolce ?(?:&|et|and) ?gabbana", "dsquared2?", "bottega veneta"),
    *("swarovski", "ray-?ban", "tamaris", "san marina", "minelli"),
)
"""The most worn names of the site's brand list and of shops of luxury, without accents. Shops that
sell others' brands, and figures that are printed on them, are left out."""
_ORDINARY: Final = ("Mango", "Diesel", "Puma", "Esprit", "Converse", "Champion", "Morgan")
"""Words too: brands only where they are written with a capital beside small letters."""

_NAMED: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<h{number}>{name})' for number, name in enumerate(_HOUSES))})(?!\w)",
    re.I,
)
_NAMED_SO: Final = re.compile(rf"\b(?:{'|'.join(_ORDINARY)})\b")
_FITS: Final = re.compile(
    r"\b(?:compatible|fits?|passend|passt|adapte\w*|pour|for|fur)\b(?!\W+(?:femme|homme|fille|"
    r"garcon"
    r"|enfant|bebe|dame|wom[ae]n|m[ae]n|girl|boy|kid|bab|damen|herren|kinder))(?:\W+\w+){0,2}\W+$",
    re.I,
)
"""What is sold fits something of that name, and is not of it; for whom it is says nothing."""
_BEFORE: Final = 60
_TOGETHER: Final = re.compile(r"\s[x×]\s|\bcollab(?:oration)?\b|\bfeat\b", re.I)
"""Made by both: `H&M x Mugler`."""
_SEVERAL_THINGS: Final = re.compile(
    r"\b(?:lots?|bundles?|job ?lots?|konvolute?|\w*paket|assortiment|"
    r"(?:[2-9]|[1-9]\d) ?(?:pieces?|pcs|teile|stuck|items|articles|x)|"
    r"x ?(?:[2-9]|[1-9]\d))\b",
    re.I,
)
"""Several things at once, of which each may have its own brand: `Bundle x5`, `Kleiderpaket`."""
_HASHTAG: Final = re.compile(r"#(\w+)")
_STRING_IN_TITLE: Final = 2
_STRING: Final = 8
"""How many hashtags are too many is not published: tools for the site set four to forty (2025, L),
sellers up to four in the listings that this was tried on. The number is ours."""


def advise(listing: Listing) -> Iterator[Advice]:
    """What is said of names in the title and of hashtags."""
    yield from _brands(listing)
    yield from _hashtags(FieldName.TITLE, listing.title, _STRING_IN_TITLE)
    yield from _hashtags(FieldName.DESCRIPTION, listing.description, _STRING)
    own = {house for house, _ in houses(f"{listing.title} {listing.brand}")}
    tags = " ".join(_HASHTAG.findall(listing.description))
    others = [name for house, name in houses(tags) if own and house not in own]
    if others:
        detail = Message(
            "Hashtags name another brand ({brands}): the site hides listings whose hashtags "
            "mislead.",
            brands=", ".join(others),
        )
        yield Advice("misleading_hashtags", FieldName.DESCRIPTION, detail)


def houses(text: str) -> list[tuple[str, str]]:
    """The houses that a text names, each once, with the words that name it."""
    plain = _plain(text)
    found = [(_house(match), match) for match in _NAMED.finditer(plain)]
    if plain.upper() != plain:
        found += [(match[0], match) for match in _NAMED_SO.finditer(plain)]
    found.sort(key=lambda each: each[1].start())
    meant = [each for each in found if not _FITS.search(_before(plain, each[1]))]
    return list({house: (house, match[0]) for house, match in reversed(meant)}.values())[::-1]


def _before(text: str, match: re.Match[str]) -> str:
    """The words just before it; a text may hold thousands of names."""
    return text[max(0, match.start() - _BEFORE) : match.start()]


def _house(match: re.Match[str]) -> str:
    return str(match.lastgroup)


def _brands(listing: Listing) -> Iterator[Advice]:
    if _TOGETHER.search(listing.title) or _SEVERAL_THINGS.search(_plain(listing.title)):
        return
    named = dict(houses(listing.title))
    # A brand of the brand's own field counts where it is nothing but one that is known.
    own = houses(listing.brand)
    if len(own) == 1 and own[0][1] == _plain(listing.brand).strip():
        named.setdefault(*own[0])
    if len(named) > 1:
        detail = Message(
            "Several brands are named ({brands}): the site hides such listings. Name the item's "
            "own alone.",
            brands=", ".join(named.values()),
        )
        yield Advice("several_brands", FieldName.TITLE, detail)


def _hashtags(name: FieldName, text: str, most: int) -> Iterator[Advice]:
    if len(_HASHTAG.findall(text)) >= most:
        detail = Message(
            "The {name} holds a string of hashtags: the site hides listings whose hashtags "
            "mislead. Leave those that say what the item is.",
            name=name,
        )
        yield Advice("hashtags", name, detail)


def _plain(text: str) -> str:
    """The text without accents, in one kind of apostrophe, as long as nothing else is changed."""
    signs = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "'"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
