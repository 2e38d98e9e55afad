"""Italian: what sellers write on vinted.it."""

from typing import Final

from browser.matching.text import HALF, Vocabulary
from browser.sites.vinted.words.tables import meanings, terms, words

_TERMS: Final = terms(
    {
        "women": "donna, donne",
        "men": "uomo, uomini",
        "kids": "bambini",
        "girl": "bambina, bambine, ragazza",
        "boy": "bambino, ragazzo",
        "baby": "neonato, neonata",
        "clothes": "abbigliamento, vestiti",
        "hoodie": "felpa con cappuccio, felpe con cappuccio",
        "sweat": "felpa, felpe",
        "jumper": "maglione, maglioni, maglioncino",
        "tshirt": "maglietta, magliette, t-shirt",
        "tank": "canotta, canottiera",
        "shirt": "camicia, camicie",
        "trousers": "pantalone, pantaloni",
        "shorts": "pantaloncini",
        "dress": "vestito, abito, abiti",
        "summer": "estivo, estiva, estivi, estate",
        "winter": "invernale, inverno",
        "evening": "sera",
        "wedding": "sposa",
        "long": "lungo, lunga, lunghi",
        "mini": "corto, corta, corti",
        "skirt": "gonna, gonne",
        "jacket": "giacca, giacche, giubbotto, giubbino",
        "coat": "cappotto, cappotti",
        "puffer": "piumino, piumini",
        "raincoat": "impermeabile",
        "leather": "pelle, cuoio",
        "swim": "costume da bagno",
        "socks": "calzini, calze",
        "bra": "reggiseno, reggiseni",
        "pyjama": "pigiama, pigiami",
        "shoes": "scarpa, scarpe",
        "trainers": "scarpe da ginnastica",
        "boots": "stivale, stivali",
        "ankleboots": "stivaletto, stivaletti",
        "sandals": "sandalo, sandali",
        "bag": "borsa, borse",
        "handbag": "borsa a mano",
        "backpack": "zaino, zaini",
        "shoulderbag": "borsa a tracolla, tracolla",
        "wallet": "portafoglio, portafogli",
        "cap": "cappellino",
        "hat": "cappello, cappelli",
        "belt": "cintura, cinture",
        "watch": "orologio, orologi",
        "sunglasses": "occhiali da sole",
        "earrings": "orecchino, orecchini",
        "necklace": "collana, collane",
        "ring": "anello, anelli",
        "bracelet": "braccialetto, bracciale, bracciali",
        "scarf": "sciarpa, sciarpe",
        "gloves": "guanto, guanti",
        "tie": "cravatta, cravatte",
    }
)
_CONDITIONS: Final = meanings(
    {
        "6": "nuovo con cartellino, con cartellino, c cartellino, c etichetta, con etichetta, con "
        "cartellini, con etichette, "
        "cartellino attaccato, sigillato",
        "1": "nuovo senza cartellino, senza cartellino, s cartellino, s etichetta, senza "
        "etichetta, senza etichette",
        "6 1": "cartellino, etichetta, nuovo, nuova, mai indossato, mai indossata, mai usato, "
        "mai usata, mai messo, mai messa",
        "2": "ottime, ottimo, ottima, come nuovo, come nuova, perfette, perfetto, perfetta, "
        "quasi nuovo, quasi nuova, pari al nuovo, eccellente, eccellenti, molto buono, molto "
        "buone, "
        "indossato una volta, indossata una volta, usato una volta, usata una volta, "
        "usato poco, poco usato, indossato poco, impeccabile, usato due volte, indossato due "
        "volte, indossata due volte, usato pochissimo, messo una volta, messa una volta",
        "3": "buone, buono, buona, usato ma in buone",
        "4": "discrete, discreto, discreta, usurato, usurata, rovinato, accettabile, "
        "soddisfacente, soddisfacenti, molto usato",
        "3 4": "segni di usura, macchia, buco, pallini",
        "2 3 4": "usato, usata, seconda mano, indossato",
    }
)
_COLORS: Final = meanings(
    {
        "1": "nero, nera, neri",
        "3": "grigio, grigia, grigio scuro, grigio chiaro, antracite",
        "12": "bianco, bianca",
        "20": "panna, crema, avorio, ecrù",
        "20 12": "bianco sporco",
        "4": "beige, sabbia",
        "4 2": "cammello, tortora",
        "2 4": "cuoio",
        "21": "albicocca, pesca",
        "11": "arancione, arancio",
        "22": "corallo, salmone",
        "7": "rosso, rossa",
        "23": "bordeaux, bordò, vinaccia, rosso bordeaux",
        "23 7": "rosso scuro",
        "5": "fucsia, magenta, rosa shocking",
        "24": "rosa, rosa chiaro, rosa antico, rosa cipria, cipria",
        "6": "viola, porpora",
        "25": "lilla, lavanda, glicine",
        "26": "azzurro, azzurra, celeste, blu chiaro",
        "9": "blu, blu elettrico, bluette, blu royal",
        "27": "blu scuro, blu notte, blu navy, blu marine",
        "9 27": "blu jeans",
        "17": "turchese",
        "17 10": "ottanio",
        "30": "menta, verde acqua, verde menta",
        "10 30": "verde chiaro",
        "10": "verde, verdi, verde smeraldo",
        "28": "verde scuro, verde bottiglia, verde bosco",
        "16": "cachi, kaki, verde militare, verde oliva, verde kaki",
        "2": "marrone, marroni, cioccolato, marrone scuro, testa di moro",
        "29": "senape, ocra, giallo senape",
        "8": "giallo, gialla",
        "13": "argento, argentato",
        "14": "oro, dorato, dorata",
        "15": "multicolore, multicolor, vari colori",
        "32": "trasparente",
    }
)

ITALIAN: Final = Vocabulary(
    "it",
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": meanings(
            {
                "44": "cotone",
                "43": "pelle, cuoio, vera pelle",
                "447": "ecopelle, finta pelle, similpelle",
                "46": "lana",
                "49": "seta",
                "146": "lino",
                "45": "poliestere",
                "48": "viscosa",
                "53": "elastan",
                "123": "cachemire, cashmere",
                "466": "velluto",
                "455": "pizzo",
                "445": "piuma",
            }
        ),
        "size": meanings({"none": "senza taglia, nessuna taglia, nessuna"}),
        "brand": meanings({"none": "senza marca, nessuna marca, nessuna"}),
    },
    terms=_TERMS,
    noise={
        "": words("il lo gli di del della da"),
        "category": words("con"),
        "condition": words("condizioni stato in"),
        "color": words("colore"),
        "size": words("taglia tg numero n"),
        "brand": words("marca"),
    },
    light={
        "color": words("chiaro chiara scuro scura mélange melangiato lucido lucida opaco opaca")
    },
    denials=words("non mai tra"),
    joiners=words("e o"),
    sizes={
        **dict.fromkeys(("e mezzo", "e mezza"), HALF),
        **dict.fromkeys(("taglia unica", "unica"), "one"),
        **{"piccola": "s", "piccolo": "s", "grande": "l"},
        **dict.fromkeys(("altro", "altra"), "other"),
        **dict.fromkeys(("neonato",), "newborn"),
        "prematuro": "preemie",
    },
    units={
        **dict.fromkeys(("anni", "anno"), "y"),
        **dict.fromkeys(("mesi", "mese"), "m"),
    },
    systems=("it",),
)
