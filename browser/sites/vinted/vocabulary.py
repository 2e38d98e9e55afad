"""What sellers' everyday words mean on Vinted, per language: tables only.

Ids are the site's and the same in every language, so another language's words help where those of
the page's own say nothing. Comparing belongs to `browser.matching`.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from browser.wording import Vocabulary

Table = Mapping[str, str]
"""An option's ids, separated by spaces, to the phrases that mean it, separated by commas. Phrases
with several ids are ambiguous and ask."""

_ROOTS: Final = {
    "women": "femme",
    "woman": "femme",
    "ladies": "femme",
    "damen": "femme",
    "frau": "femme",
    "men": "homme",
    "man": "homme",
    "mens": "homme",
    "herren": "homme",
    "mann": "homme",
    "kids": "enfant",
    "kid": "enfant",
    "children": "enfant",
    "kinder": "enfant",
}
_GARMENTS: Final = {
    "t shirt": "tshirt",
    "tee shirt": "tshirt",
    "sweat shirt": "sweat",
    "sweatshirt": "sweat",
    "pull over": "pull",
    "pullover": "pull",
    "blue jean": "jean",
    "survet": "survetement",
}


def _meanings(table: Table) -> Mapping[str, tuple[str, ...]]:
    return {
        phrase.strip(): tuple(ids.split())
        for ids, phrases in table.items()
        for phrase in phrases.split(",")
    }


_FRENCH: Final = Vocabulary(
    "fr",
    meanings={
        "condition": _meanings(
            {
                "6": "neuf avec étiquette, étiqueté, avec étiquette, neuf emballé, "
                "neuf sous emballage",
                "1": "neuf sans étiquette, sans étiquette",
                "1 6": "neuf, neuve, jamais porté, jamais utilisé, jamais mis, état neuf",
                "2": "très bon, tbe, excellent, comme neuf, quasi neuf, presque neuf, parfait, "
                "impeccable, peu porté, très peu porté, porté une fois, nickel",
                "3": "bon, bonne, be, bon usage, porté quelques fois, bon général",
                "4": "satisfaisant, moyen, passable, usé, usagé, porté plusieurs fois, abîmé",
                "3 4": "correct, porté, convenable",
                "3 2 4": "occasion, d'occasion, seconde main",
            }
        ),
        "color": _meanings(
            {
                "1": "noir",
                "3": "gris, gris clair, gris foncé, gris anthracite, anthracite, gris chiné",
                "12": "blanc, blanche",
                "20": "crème, écru, ivoire",
                "20 12": "blanc cassé",
                "4": "beige, sable",
                "4 2": "taupe, camel",
                "21": "abricot, pêche",
                "11": "orange",
                "22": "corail, saumon",
                "7": "rouge, rouge vif",
                "23": "bordeaux, lie de vin",
                "7 23": "rouge foncé",
                "5": "fuchsia, rose fuchsia, rose vif, rose fluo, magenta",
                "24": "rose, rose pâle, rose clair, rose poudré, vieux rose",
                "6": "violet, prune, aubergine",
                "25": "lila, lilas, lavande, parme",
                "25 6": "mauve",
                "26": "bleu clair, bleu ciel, bleu pâle",
                "9": "bleu, bleu roi, bleu électrique",
                "27": "marine, bleu marine, bleu nuit",
                "27 9": "bleu foncé, bleu jean, denim",
                "17": "turquoise, bleu turquoise",
                "17 9": "bleu canard, bleu pétrole",
                "30": "menthe, vert menthe, vert d'eau",
                "10": "vert, vert pomme",
                "30 10": "vert clair, vert pastel",
                "28": "vert foncé, vert sapin, vert bouteille",
                "16": "kaki, vert kaki, vert olive, olive",
                "2": "marron, brun, chocolat, marron foncé",
                "29": "moutarde, jaune moutarde, ocre",
                "8": "jaune, jaune fluo",
                "13": "argenté, argent",
                "14": "doré, or",
                "15": "multicolore, bariolé, plusieurs couleurs, toutes couleurs",
                "32": "transparence, transparent, translucide",
            }
        ),
        "parcel_size": _meanings(
            {
                "1": "petit, petite, s, enveloppe, petit colis",
                "2": "moyen, moyenne, m, boîte à chaussures, moyen colis",
                "3": "grand, grande, l, gros, carton, carton de déménagement, grand colis",
            }
        ),
        "material": _meanings(
            {
                "44": "coton",
                "43": "cuir, cuir véritable",
                "447": "cuir synthétique, simili cuir, similicuir, simili, faux cuir, skaï",
                "46": "laine",
                "46 121": "laine mérinos",
                "303": "denim, jean",
                "53": "élasthanne, spandex, lycra",
                "48": "viscose",
                "446": "fausse fourrure",
                "120": "polaire",
                "445": "duvet",
            }
        ),
        "brand": {
            **_meanings(
                {
                    "none": "sans marque, aucune, aucune marque, pas de marque, inconnue, "
                    "non précisée"
                }
            ),
            "h et m": ("H&M",),
            "tnf": ("The North Face",),
            "north face": ("The North Face",),
            "ck": ("Calvin Klein",),
            "ysl": ("Yves Saint Laurent",),
            "lv": ("Louis Vuitton",),
            "jp gaultier": ("Jean Paul Gaultier",),
        },
        "category": _meanings(
            {
                "267 196 1550 1672": "hoodie, sweat à capuche",
            }
        ),
    },
    rewrites=_ROOTS | _GARMENTS,
    noise={
        "": frozenset({"de", "du", "des", "d", "le", "la", "les", "l", "et", "en", "pour", "à"}),
        "condition": frozenset({"état", "condition", "général"}),
        "color": frozenset({"couleur"}),
        "material": frozenset({"matière", "matériau", "100"}),
        "parcel_size": frozenset({"format", "colis", "taille"}),
        "size": frozenset({"taille", "pointure", "t"}),
        "brand": frozenset({"marque"}),
    },
    joiners=frozenset({"et", "ou"}),
    sizes={
        "taille unique": "one",
        "unique": "one",
        "tu": "one",
        "universel": "one",
        "universelle": "one",
        "petit": "s",
        "moyen": "m",
        "grand": "l",
        "très grand": "xl",
        "autre": "other",
    },
)

_ENGLISH: Final = Vocabulary(
    "en",
    meanings={
        "condition": _meanings(
            {
                "6": "new with tags, with tags, bnwt, nwt, new in box, bnib",
                "1": "new without tags, without tags, nwot, bnwot, new no tags",
                "1 6": "new, brand new, unworn, never worn, never used",
                "2": "very good, excellent, like new, as new, mint, perfect, nearly new, worn once",
                "3": "good, used good",
                "4": "satisfactory, fair, poor, well worn, worn out",
                "3 4": "ok, okay, decent, acceptable",
                "3 2 4": "used, second hand, pre owned, preloved",
            }
        ),
        "color": _meanings(
            {
                "1": "black",
                "3": "grey, gray, light grey, dark grey, charcoal",
                "12": "white",
                "20": "cream, ivory, ecru",
                "20 12": "off white",
                "4": "beige, sand",
                "4 2": "tan, camel, taupe",
                "21": "apricot, peach",
                "11": "orange",
                "22": "coral, salmon",
                "7": "red",
                "23": "burgundy, maroon, wine",
                "5": "pink, hot pink, fuchsia, magenta",
                "24": "rose, light pink, pale pink",
                "6": "purple, violet, plum",
                "25": "lilac, lavender, mauve",
                "26": "light blue, sky blue, baby blue",
                "9": "blue, royal blue",
                "27": "navy, navy blue",
                "27 9": "dark blue, denim",
                "17": "turquoise, teal",
                "30": "mint, mint green",
                "10": "green",
                "28": "dark green, forest green, bottle green",
                "16": "khaki, olive, olive green",
                "2": "brown, chocolate",
                "29": "mustard, ochre",
                "8": "yellow",
                "13": "silver",
                "14": "gold, golden",
                "15": "multi, multicolour, multicolor, multicoloured, various",
                "32": "clear, transparent",
            }
        ),
        "parcel_size": _meanings(
            {
                "1": "small, s, envelope",
                "2": "medium, m, shoebox, shoe box",
                "3": "large, big, l, moving box",
            }
        ),
        "material": _meanings(
            {
                "44": "cotton",
                "43": "leather",
                "447": "faux leather, fake leather, synthetic leather, vegan leather",
                "46": "wool",
                "121": "merino",
                "49": "silk",
                "146": "linen",
                "303": "denim",
                "53": "elastane, spandex, lycra",
                "123": "cashmere",
                "466": "velvet",
                "298": "suede",
                "120": "fleece",
            }
        ),
        "brand": _meanings({"none": "no brand, unbranded, none, without brand, no name"}),
    },
    rewrites=_ROOTS | {"t shirt": "tshirt", "tee shirt": "tshirt", "tee": "tshirt"},
    noise={
        "": frozenset({"the", "a", "of", "for", "and", "in"}),
        "condition": frozenset({"condition", "state"}),
        "color": frozenset({"colour", "color"}),
        "parcel_size": frozenset({"parcel", "package", "size"}),
        "size": frozenset({"size", "sz"}),
        "brand": frozenset({"brand"}),
    },
    joiners=frozenset({"and", "or"}),
    sizes={
        "one size": "one",
        "os": "one",
        "onesize": "one",
        "extra small": "xs",
        "small": "s",
        "medium": "m",
        "large": "l",
        "extra large": "xl",
        "other": "other",
    },
)

_GERMAN: Final = Vocabulary(
    "de",
    meanings={
        "condition": _meanings(
            {
                "6": "neu mit Etikett, mit Etikett, originalverpackt, ovp",
                "1": "neu, neu ohne Etikett, ungetragen",
                "2": "sehr gut, wie neu, neuwertig, ausgezeichnet, einmal getragen",
                "3": "gut, guter, gute",
                "4": "zufriedenstellend, akzeptabel, stark getragen",
                "3 4": "in Ordnung, ok",
                "3 2 4": "gebraucht, getragen",
            }
        ),
        "color": _meanings(
            {
                "1": "schwarz",
                "3": "grau, hellgrau, dunkelgrau, anthrazit",
                "12": "weiß",
                "20": "creme, elfenbein",
                "4": "beige, sand",
                "21": "aprikose",
                "11": "orange",
                "22": "korallenrot, koralle, lachs",
                "7": "rot",
                "23": "burgunderrot, bordeaux, weinrot",
                "5": "pink",
                "24": "rose, rosa, rosé",
                "6": "lila, violett",
                "25": "flieder, lavendel",
                "26": "hellblau, himmelblau",
                "9": "blau, königsblau",
                "27": "marineblau, dunkelblau, navy",
                "17": "türkis, petrol",
                "30": "mintgrün, mint",
                "10": "grün",
                "28": "dunkelgrün, tannengrün",
                "16": "khaki, oliv",
                "2": "braun",
                "29": "senffarben, senf, senfgelb",
                "8": "gelb",
                "13": "silber",
                "14": "gold",
                "15": "bunt, mehrfarbig",
                "32": "klar, durchsichtig, transparent",
            }
        ),
        "parcel_size": _meanings(
            {
                "1": "klein, s, umschlag",
                "2": "mittel, m, schuhkarton",
                "3": "groß, l, umzugskarton",
            }
        ),
        "material": _meanings(
            {
                "44": "baumwolle",
                "43": "leder",
                "447": "kunstleder",
                "46": "wolle",
                "49": "seide",
                "146": "leinen",
                "123": "kaschmir",
                "53": "elasthan",
            }
        ),
        "brand": _meanings({"none": "ohne Marke, keine, keine Marke, no name"}),
    },
    rewrites=_ROOTS | {"t shirt": "tshirt"},
    noise={
        "": frozenset({"der", "die", "das", "für", "und", "ein", "eine"}),
        "condition": frozenset({"zustand"}),
        "color": frozenset({"farbe"}),
        "parcel_size": frozenset({"paket", "größe"}),
        "size": frozenset({"größe", "gr"}),
        "brand": frozenset({"marke"}),
    },
    joiners=frozenset({"und", "oder"}),
    sizes={"einheitsgröße": "one", "andere": "other"},
)

_ALL: Final = MappingProxyType({words.language: words for words in (_FRENCH, _ENGLISH, _GERMAN)})


@cache
def vocabulary_for(language: str | None) -> Vocabulary:
    """The words of a page's language (ISO 639), with those of the others behind them.

    An unknown language gets them all, French first.
    """
    own = _ALL.get(language or "", _FRENCH)
    return own.backed_by(*(other for other in _ALL.values() if other is not own))
