"""What holds in every language: concepts that need care, colours within colours, names of brands.

Which phrases name a concept or a colour belongs to the modules of the languages.
"""

from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.kinds import EVERYDAY, FEATURES, KINDS, STAND_INS
from browser.sites.vinted.words.products import PRODUCTS
from browser.sites.vinted.words.tables import names

_BRANDS: Final = (
    "Zara, H&M, Kiabi, Nike, adidas, Bershka, Primark, Mango, Shein, Pimkie, Pull & Bear, "
    "Stradivarius, Camaïeu, Jennyfer, Levi's, Okaïdi, Promod, Vertbaudet, Tommy Hilfiger, "
    "Ralph Lauren, Polo Ralph Lauren, Sergent Major, Cache Cache, Petit Bateau, Decathlon, IKKS, "
    "Puma, Etam, New Look, Naf Naf, Lacoste, Obaïbi, Hollister, Desigual, Vero Moda, S.Oliver, "
    "La Redoute, Tally Weijl, Calvin Klein, Superdry, Catimini, Bonobo, Kaporal, Celio, Quechua, "
    "Diesel, Abercrombie & Fitch, Pepe Jeans, Undiz, Timberland, Topshop, Reebok, River Island, "
    "Tom Tailor, Massimo Dutti, Hugo Boss, G-Star, Burberry, Michael Kors, "
    "Comptoir des Cotonniers, Sandro, Springfield, Geox, Carhartt, New Balance, Pandora, "
    "Cyrillus, Liu Jo, The North Face, Kenzo, Brandy Melville, Dr. Martens, Tamaris, "
    "Giorgio Armani, Emporio Armani, Calzedonia, Ellesse, Gucci, Scotch & Soda, Asics, "
    "The Kooples, "
    "Uniqlo, Dolce & Gabbana, Ray-Ban, Longchamp, Urban Outfitters, Zadig & Voltaire, "
    "Le Coq Sportif, Napapijri, Dior, Swarovski, Yves Rocher, Louis Vuitton, Victoria's Secret, "
    "Claudie Pierlot, Birkenstock, Prada, Yves Saint Laurent, American Vintage, Rip Curl, "
    "Chanel, "
    "DKNY, Dsquared2, Fred Perry, Billabong, Versace, Moschino, Damart, O'Neill, Moncler, "
    "Marc Jacobs, Isabel Marant, Eden Park, Karl Lagerfeld, Max Mara, Hermès, Balenciaga, "
    "Givenchy, "
    "Wrangler, Jack & Jones, Salomon, Columbia, Patagonia, Stone Island, Jacadi, Absorba"
)
"""Names that sellers write among the words of a category, and that name no thing there."""

_OTHER_NAMES: Final = names(
    {
        "H&M": "hm, h et m, h and m",
        "C&A": "ca, c et a",
        "The North Face": "tnf, north face",
        "Calvin Klein": "ck",
        "Yves Saint Laurent": "ysl, yves st laurent, saint laurent",
        "Louis Vuitton": "lv, vuitton",
        "Jean Paul Gaultier": "jp gaultier, jpg, gaultier",
        "Levi's": "levi strauss, levi, levi s",
        "Dr. Martens": "doc martens, docs, doc marten",
        "New Balance": "nb",
        "Zadig & Voltaire": "zadig, zadig voltaire",
        "G-Star": "g star raw, gstar raw, g star",
        "Abercrombie & Fitch": "abercrombie, a and f, af",
        "Du Pareil au Même": "dpam",
        "Tape à l'Oeil": "tao, t a o",
        "Comptoir des Cotonniers": "cdc",
        "Dolce & Gabbana": "d g, dg, dolce gabbana",
        "Hugo Boss": "boss",
        "Victoria's Secret": "vs",
        "Pull & Bear": "pull bear",
        "Jack & Jones": "jack jones",
        "Le Temps des Cerises": "ltc",
        "Ray-Ban": "rayban, ray ban",
        "U.S. POLO ASSN.": "us polo, uspa",
        "Massimo Dutti": "massimo",
        "adidas": "adi",
        "The Kooples": "kooples",
        "Dior": "christian dior",
        "Converse": "converse all star",
        "Sandro": "sandro paris",
    }
)

GENERAL: Final = Vocabulary(
    "",
    people=frozenset({"women", "men", "kids", "girl", "boy", "baby"}),
    narrower={"kids": frozenset({"girl", "boy", "baby"})},
    kinds=KINDS,
    stand_ins=STAND_INS,
    everyday=EVERYDAY,
    features=FEATURES,
    brands=frozenset(_BRANDS.split(", ")),
    products=PRODUCTS,
    vague=frozenset(
        {"gilet", "top", "bag", "shoes", "clothes", "other", "jewellery", "comics", "tennis"}
    ),
    marked=frozenset({"maternity", "sport", "other"}),
    wider={
        "color": {
            **dict.fromkeys(("26", "27", "17"), ("9",)),
            **dict.fromkeys(("28", "30", "16"), ("10",)),
            "5": ("24",),
            "24": ("5",),
            "25": ("6",),
            "23": ("7",),
            "22": ("7", "11", "24"),
            "29": ("8",),
            "20": ("12", "4"),
            "14": ("8",),
            "13": ("3",),
        },
        "material": {
            "121": ("46",),
            "123": ("46",),
            **dict.fromkeys(("447", "305", "298"), ("43",)),
            "299": ("466",),
            "303": ("44",),
        },
    },
    meanings={"brand": _OTHER_NAMES},
)
