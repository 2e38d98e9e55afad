"""What is sold, as far as the site's own rules forbid it: imitations, opened cosmetics, and more.

The rules are published (vinted.co.uk/help/62 and /catalog-rules, vinted.com/catalog-rules; read
second-hand on 2026-11-29, M); the words for it in French, English and German are ours. They see
what is plain and leave the rest: a word that is also a colour, a cut, a fabric or a toy says
nothing. What a thing is, is read off title and category alone, since a description tells of homes
without tobacco as well.
"""

import re
from collections.abc import Iterator
from typing import Final

from browser.listing import Advice, FieldName, Listing
from browser.matching.folding import Words, fold
from browser.messages import Message
from browser.sites.vinted.listing_lint.brands import houses

_TOLD_OF: Final = frozenset(
    fold(
        "livre livres roman bd manga mangas dvd cd vinyle film book books novel comic buch bucher "
        "magazine affiche poster"
    )
)
"""What is about a thing and is none."""

_DENIALS: Final = frozenset(
    fold(
        "pas aucun aucune jamais ni non sans not no never nor kein keine keinen nicht nie ohne "
        "attention gare contre anti beware against vor achtung eviter"
    )
)
_REACH: Final = 3

# --- words of imitation

_MATERIALS: Final = frozenset(
    fold(
        "cuir daim fourrure mouton soie laine cachemire bois marbre pierre pierres perle perles "
        "diamant or argent velours lin rotin ecaille croco crocodile python serpent peau jean "
        "fleur fleurs plante bijou bijoux leather suede fur wool silk wood pearl pearls marble "
        "stone gold silver snake denim flower flowers plant jewellery jewelry leder pelz fell "
        "holz seide wolle perlen schmuck nail nails lash lashes eyelash eyelashes tan tattoo "
        "tattoos pocket pockets snow plug plugs piercing piercings collar"
    )
)
"""What is imitated, and is fake, without anybody being deceived."""
_OFFICIAL: Final = frozenset(
    fold(
        "maillot maillots jersey shirt trikot kit margiela airsoft film figurine baguette epee "
        "casque miniature maquette modele model avion voiture wand sword prop statue musee museum"
    )
)
"""What its makers call a replica."""
_NO_HARM: Final = {
    **dict.fromkeys(
        fold(
            "contrefacon contrefacons falschung falschungen gefalscht counterfeit counterfeits "
            "plagiat plagiate knockoff knockoffs nachgemacht"
        ),
        frozenset[str](),
    ),
    **dict.fromkeys(fold("replica replicas replique repliques replika"), _OFFICIAL),
    **dict.fromkeys(fold("fake fakes"), _MATERIALS),
    **dict.fromkeys(fold("dupe dupes"), frozenset({"etre", "soyez", "suis", "pas"})),
}
"""Words of imitation, and beside what each says nothing of the kind."""
_OF_A_BRAND: Final = dict.fromkeys(
    fold("imitation imitations copie kopie nachahmung copy"), _MATERIALS
)
"""Those that count only where a brand's name stands beside them."""
_IMITATING: Final = _NO_HARM | _OF_A_BRAND
_NEAR: Final = 4
_BEFORE: Final = 60

# --- cosmetics

_COSMETICS: Final = re.compile(
    r"\b(?:parfums?|eau de (?:toilette|parfum|cologne)|perfumes?|fragrance|after ?shave|mascara"
    r"|eye ?liner|fond de teint|anti cernes|(?:rouge|gloss) a levres|fards? a (?:paupieres|joues)"
    r"|palette (?:de )?(?:maquillage|fards)|vernis a ongles|serum(?: visage)?|shampoo?ings?|shampoo"
    r"|creme (?:de jour|de nuit|visage|mains|corps|hydratante|solaire|anti rides?)|demaquillant"
    r"|autobronzant|lait corporel|lipstick|lip gloss|concealer|eye ?shadow|nail (?:polish|varnish)"
    r"|(?:face|hand|body|night|day|eye) cream|body lotion|hair conditioner|lippenstift"
    r"|wimperntusche|lidschatten|nagellack|(?:gesichts|hand|nacht|tages|sonnen)creme)\b"
)
_AROUND_COSMETICS: Final = re.compile(
    r"\b(?:trousses?|sacs?|vanity|boites?|etuis?|pochettes?|organi[sz]\w+|rangement|bags?|cases?"
    r"|pouch|tasche\w*|miroirs?|mirror|spiegel|pinceaux?|brush\w*|pinsel|tables?|tisch\w*|coiffeuse"
    r"|vides?|empty|leer\w*|bougies?|candles?|kerzen?|diffuseur|diffuser|interieur|voiture|poupees?"
    r"|jouets?|toys?|spielzeug|miniatures?|support|presentoir|porte|chien|dog|hund)\b"
)
_OPENED: Final = re.compile(
    r"(?<!\bj )(?<!\bl )(?<!\bn )"
    r"\b(?:ouverte?s?|entamee?s?|utilisee?s?|testee?s?|presque (?:pleine?|complet)|a moitie"
    r"|opened|used|swatched|tested|tried|(?:half|nearly|almost) full|\d+ ?(?:left|remaining)"
    r"|geoffnet|angebrochen|benutzt|getestet|ausprobiert|gebraucht|(?:halb|fast|noch) ?voll)\b"
)

# --- forbidden goods

_FORBIDDEN: Final = re.compile(
    r"\b(?:"
    # medicine, vitamins and food supplements
    r"medicaments?|complements? alimentaires?|food supplements?|dietary supplements?"
    r"|nahrungserganzung\w*|medikamente?|doliprane|ibuprofen\w*|paracetamol|whey"
    r"|vitamines? (?:en )?(?:gelules?|comprimes?)|vitamin (?:tablets?|capsules?|tabletten|kapseln)"
    # food and drink
    r"|lait infantile|(?:infant|baby) formula|bouteilles? de (?:vin|champagne|whisky|rhum|vodka)"
    r"|bottles? of (?:wine|champagne|whisky|rum|vodka)"
    # drugs, tobacco, what it is smoked with
    r"|cigarettes? electroniques?|e cigarettes?|e ?liquides?|e ?liquids?|vapes?|vapoteuses?"
    r"|puffs? jetables?|paquets? de (?:cigarettes?|tabac)|cartouches? de cigarettes?"
    r"|tabac a (?:rouler|chicha)|zigaretten|cigars?|cigares?|chichas?|narguiles?|shishas?"
    # samples
    r"|(?:testeurs?|testers?|echantillons?) (?:de )?(?:parfums?|maquillage|perfumes?)"
    r"|parfums? (?:testeurs?|testers?)|perfumes? (?:testers?|samples?)|parfumproben?"
    # furs, reptiles, ivory
    r"|vraie fourrure|fourrure veritable|veritable fourrure|(?:real|genuine) fur|echtpelz"
    r"|fourrure (?:de )?(?:vison|renard|lapin|chinchilla)|echter pelz"
    r"|(?:manteau|veste|etole|col) (?:en |de )?vison"
    r"|(?:mink|fox fur|rabbit fur) (?:coat|stole|jacket)|nerz(?:mantel|jacke|kragen)"
    r"|(?:python|crocodile|lezard|alligator|serpent|ivoire) veritable|ivoire d elephant"
    r"|(?:real|genuine) (?:python|crocodile|alligator|snakeskin|ivory)|echtes elfenbein"
    r"|echtes? (?:krokodil|schlangen|python)leder"
    # weapons
    r"|poings? americains?|couteaux? papillon|cran d arret|bombes? lacrymogenes?|tasers?"
    r"|brass knuckles|butterfly knife|pepper spray|schlagring|butterflymesser|pfefferspray"
    # uniforms and signs
    r"|uniforme (?:de )?(?:police|gendarmerie|gendarme)|polizeiuniform|police uniform"
    r"|croix gammee|swastika|hakenkreuz|insignes? nazis?"
    # eyes
    r"|lentilles de contact|contact lens(?:es)?|kontaktlinsen"
    r")\b"
)
_NOT_MEANT: Final = re.compile(
    r"\b(?:deguisements?|costumes?|jouets?|toys?|spielzeug|kinder\w*|playmobil|lego|imprimee?s?"
    r"|motifs?|effet|facon|prints?|style|look|fauss?e?s?|faux|fake|simili|synthetique|imitation"
    r"|kunst\w*|etuis?|boites?|box|bo[xî]|pilulier|porte|support|vides?|empty|leer\w*|sacs?|bags?|sachet"
    r"|verres?|glass(?:es)?|glaser|t ?shirts?|tshirts?|poster|tasses?|mugs?|coupe|presentoir|cases?"
    r"|pochettes?|trousses?|shaker|doseur|cendrier|ashtray|ouvre|tire|bouchon|chaussettes?|socks?"
    r"|miniatures?)\b"
)


def advise(listing: Listing) -> Iterator[Advice]:
    """What is said of a thing that the site does not want."""
    thing = fold(f"{listing.title} {listing.category}")
    if _TOLD_OF.isdisjoint(thing):
        yield from _imitation(listing)
        yield from _opened_cosmetics(listing, " ".join(thing))
        yield from _forbidden(" ".join(thing))


def _imitation(listing: Listing) -> Iterator[Advice]:
    title = fold(listing.title)
    for name, text in (
        (FieldName.TITLE, listing.title),
        (FieldName.DESCRIPTION, listing.description),
    ):
        words = fold(text)
        places = (place for place in range(len(words)) if _imitates(words, place, title))
        found = next(places, None)
        if found is not None:
            detail = Message(
                "The {name} speaks of an imitation ({words}): the site deletes imitations, and "
                "listings that read like one.",
                name=name,
                words=words[found],
            )
            yield Advice("imitation", name, detail)


def _imitates(words: Words, place: int, title: Words) -> bool:
    harmless = _IMITATING.get(words[place])
    if harmless is None or _is_denied(words, place):
        return False
    near = words[max(0, place - _NEAR) : place + _NEAR + 1]
    if not harmless.isdisjoint((*near, *(title if harmless is _OFFICIAL else ()))):
        return False
    return words[place] in _NO_HARM or bool(houses(" ".join(near)))


def _is_denied(words: Words, place: int) -> bool:
    return not _DENIALS.isdisjoint(words[max(0, place - _REACH) : place])


def _opened_cosmetics(listing: Listing, thing: str) -> Iterator[Advice]:
    if not _COSMETICS.search(thing) or _AROUND_COSMETICS.search(thing):
        return
    said = " ".join(fold(f"{listing.title} . {listing.description}"))
    for opened in _OPENED.finditer(said):
        before = tuple(said[max(0, opened.start() - _BEFORE) : opened.start()].split())
        if not _is_denied((*before, opened[0]), len(before)):
            detail = Message(
                "This reads like an opened cosmetic or perfume ({words}): the site deletes what is "
                "not in its sealed packaging.",
                words=opened[0],
            )
            yield Advice("opened_cosmetics", FieldName.CATEGORY, detail)
            return


def _forbidden(thing: str) -> Iterator[Advice]:
    found = _FORBIDDEN.search(thing)
    if found and not _NOT_MEANT.search(thing):
        detail = Message(
            "This reads like something that the site's rules forbid to sell ({words}): it may be "
            "deleted.",
            words=found[0],
        )
        yield Advice("forbidden_goods", FieldName.CATEGORY, detail)
