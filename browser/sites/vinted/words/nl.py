"""Dutch: what sellers write on vinted.nl and .be."""

from typing import Final

from browser.matching.text import HALF, Vocabulary
from browser.sites.vinted.words.tables import meanings, terms, words

_TERMS: Final = terms(
    {
        "women": "dames, vrouw, vrouwen",
        "men": "heren, man, mannen",
        "kids": "kinderen, kind",
        "girl": "meisje, meisjes",
        "boy": "jongen, jongens",
        "clothes": "kleding, kleren",
        "hoodie": "trui met capuchon, capuchontrui",
        "jumper": "trui, truien",
        "cardigan": "vest, vesten",
        "shirt": "overhemd, overhemden",
        "jean": "spijkerbroek, spijkerbroeken",
        "trousers": "broek, broeken",
        "shorts": "korte broek",
        "dress": "jurk, jurken, jurkje",
        "summer": "zomer",
        "winter": "winter",
        "wedding": "trouw",
        "skirt": "rok, rokken",
        "jacket": "jas, jassen, jasje",
        "coat": "mantel",
        "leather": "leren, leer",
        "swim onepiece": "badpak",
        "socks": "sokken",
        "shoes": "schoen, schoenen",
        "boots": "laars, laarzen",
        "ankleboots": "enkellaars, enkellaarsjes",
        "sandals": "sandaal, sandalen",
        "bag": "tas, tassen",
        "handbag": "handtas, handtassen",
        "backpack": "rugzak, rugzakken, rugtas",
        "wallet": "portemonnee",
        "cap": "pet, petten",
        "beanie": "muts, mutsen",
        "belt": "riem, riemen",
        "watch": "horloge, horloges",
        "sunglasses": "zonnebril, zonnebrillen",
        "earrings": "oorbel, oorbellen",
        "necklace": "ketting, kettingen",
        "scarf": "sjaal, sjaals",
        "gloves": "handschoenen",
    }
)
_CONDITIONS: Final = meanings(
    {
        "6": "nieuw met prijskaartje, met prijskaartje, m kaartje, met kaartje, met labels, met "
        "label, "
        "kaartje er nog aan, in verpakking",
        "1": "nieuw zonder prijskaartje, zonder prijskaartje, zonder kaartje, zonder label, "
        "zonder labels",
        "6 1": "prijskaartje, kaartje, label, labels, nieuw, nieuwe, nooit gedragen, ongedragen, "
        "niet gedragen, ongebruikt, nooit gebruikt",
        "2": "heel goed, heel goede, zeer goed, zeer goede, erg goed, erg goede, als nieuw, "
        "zgan, z g a n, "
        "zo goed als nieuw, zgan, z g a n, bijna nieuw, perfect, perfecte, uitstekend, "
        "uitstekende, "
        "één keer gedragen, 1 keer gedragen, 2 keer gedragen, 1x gedragen, paar keer gedragen, "
        "nauwelijks gedragen, weinig gedragen, amper gedragen, één keer gebruikt, 1 keer gebruikt, "
        "1x gebruikt, nauwelijks gebruikt, weinig gebruikt, paar keer gebruikt",
        "3": "goed, goede",
        "4": "redelijk, redelijke, versleten, veelgebruikt, voldoende, matig, matige, "
        "veel gedragen, slecht, slechte",
        "3 4": "gebruikssporen, vlek, vlekje, gaatje",
        "2 3 4": "gebruikt, gedragen, tweedehands",
    }
)
_COLORS: Final = meanings(
    {
        "1": "zwart, zwarte",
        "3": "grijs, grijze, donkergrijs, lichtgrijs, antraciet",
        "12": "wit, witte",
        "20": "crème, ecru, ivoor, crèmewit, crèmekleurig, roomwit",
        "20 12": "gebroken wit, off white",
        "4": "beige, zand",
        "4 2": "camel, taupe",
        "2 4": "cognac",
        "21": "abrikoos, perzik",
        "11": "oranje",
        "22": "koraal, zalm, zalmroze",
        "7": "rood, rode, felrood",
        "23": "bordeaux, bordeauxrood, wijnrood",
        "23 7": "donkerrood, donker rood",
        "5": "fuchsia, felroze, fuchsiaroze",
        "24": "roze, lichtroze, oudroze, zachtroze",
        "6": "paars, paarse, donkerpaars, violet",
        "25": "lila, lavendel, lichtpaars",
        "26": "licht blauw, lichtblauw, lichtblauwe, hemelsblauw, babyblauw",
        "9": "blauw, blauwe, kobaltblauw, koningsblauw, felblauw",
        "27": "donker blauw, donkerblauw, donkerblauwe, marineblauw, marine, navy",
        "9 27": "spijkerblauw",
        "17": "turquoise, turkoois",
        "17 9": "petrol",
        "30": "mint, mintgroen",
        "10 30": "lichtgroen, licht groen",
        "10": "groen, groene, felgroen, smaragdgroen",
        "28": "donker groen, donkergroen, donkergroene, flessengroen",
        "16": "kaki, khaki, legergroen, olijfgroen, olijf",
        "2": "bruin, bruine, donkerbruin, chocolade",
        "29": "mosterd, mosterdgeel, oker, okergeel",
        "8": "geel, gele",
        "13": "zilver, zilveren, zilverkleurig",
        "14": "goud, gouden, goudkleurig",
        "15": "meerkleurig, bont, veelkleurig, multicolor, multi",
        "32": "transparant, doorzichtig",
    }
)

DUTCH: Final = Vocabulary(
    "nl",
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": meanings(
            {
                "44": "katoen",
                "43": "leer, echt leer",
                "447": "imitatieleer, kunstleer, nepleer",
                "46": "wol",
                "49": "zijde",
                "146": "linnen",
                "48": "viscose",
                "53": "elastaan",
                "123": "kasjmier",
                "466": "fluweel",
                "299": "ribstof, corduroy",
                "455": "kant",
                "445": "dons",
            }
        ),
        "size": meanings({"none": "geen maat, zonder maat, geen"}),
        "brand": meanings({"none": "geen merk, zonder merk, geen"}),
    },
    terms=_TERMS,
    noise={
        "": words("het een voor van"),
        "condition": words("staat in conditie het is"),
        "color": words("kleur"),
        "size": words("maat mt schoenmaat"),
        "brand": words("merk"),
    },
    light={"color": words("licht donker gemêleerd gemêleerde")},
    denials=words("niet geen nooit tussen"),
    joiners=words("en of"),
    compounds=words(
        "dames heren meisjes jongens baby zomer winter trouw jurk jas trui broek rok schoenen "
        "laarzen leren regen"
    ),
    sizes={
        "en een half": HALF,
        **dict.fromkeys(("één maat",), "one"),
        **dict.fromkeys(("anders", "overig"), "other"),
        **dict.fromkeys(("pasgeboren", "pasgeborene"), "newborn"),
        "prematuur": "preemie",
    },
    units={
        **dict.fromkeys(("jaar", "jr"), "y"),
        **dict.fromkeys(("maanden", "maand", "mnd"), "m"),
    },
    systems=("eu",),
)
