"""What holds in every language: concepts that need care, colours within colours, names of brands.

Which phrases name a concept or a colour belongs to the modules of the languages.
"""

from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.brands.makers import MAKERS, WORDED_MAKERS
from browser.sites.vinted.words.brands.names import (
    ATTRIBUTES,
    DEVICE_MAKERS,
    KNOWN,
    KNOWN_BY,
    LICENCES,
    LINES,
    SHOPS,
    UNREAD,
    WORDED,
    listed,
)
from browser.sites.vinted.words.kinds.accessories import KINDS_OF_ACCESSORIES
from browser.sites.vinted.words.kinds.accessory_siblings import ACCESSORIES_OF_ONE_BRANCH
from browser.sites.vinted.words.kinds.alike import ALIKE
from browser.sites.vinted.words.kinds.by_name import KINDS_BY_NAME
from browser.sites.vinted.words.kinds.childrens import KINDS_FOR_CHILDREN
from browser.sites.vinted.words.kinds.clothes import KINDS_OF_CLOTHES
from browser.sites.vinted.words.kinds.english_goods import KINDS_OF_ENGLISH_GOODS
from browser.sites.vinted.words.kinds.household import KINDS_AT_HOME
from browser.sites.vinted.words.kinds.kept import KINDS_KEPT
from browser.sites.vinted.words.kinds.leisure import KINDS_FOR_LEISURE
from browser.sites.vinted.words.kinds.played import KINDS_PLAYED
from browser.sites.vinted.words.kinds.relations import EVERYDAY, FEATURES, KINDS, STAND_INS
from browser.sites.vinted.words.kinds.siblings import KINDS_OF_ONE_BRANCH
from browser.sites.vinted.words.kinds.worn import KINDS_WORN
from browser.sites.vinted.words.people import (
    ABSENCES,
    ADD_ONS,
    AUDIENCE_BRANDS,
    BESIDES,
    BY,
    DEVICES,
    EITHER_SEX,
    EVENTS,
    FROM_AGE,
    GIVERS,
    PEOPLE_IN_NAMES,
    PLATFORMS,
    PRESUMED,
    PURPOSES,
    RELATIVES,
    SET_APART,
)
from browser.sites.vinted.words.products import PRODUCTS
from browser.sites.vinted.words.size_lists import SIZE_LISTS
from browser.sites.vinted.words.size_words import SIGNS, SIZED, UNITS
from browser.sites.vinted.words.tables import names, rows, words

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
        "Esprit": "edc by esprit, esprit collection, esprit casual",
        "Tom Tailor": "tom tailor denim",
        "adidas": "adi",
        "The Kooples": "kooples",
        "Dior": "christian dior",
        "Converse": "converse all star",
        "Sandro": "sandro paris",
        "Stradivarius": "stradi",
        "La Halle": "la halle aux vêtements",
        "Petit Bateau": "petit bat",
        "Vans": "vans off the wall",
        "Decathlon": "décat",
        "Naf Naf": "nafnaf",
        "Sergent Major": "sergent maj",
        "ba&sh": "bash, ba sh",
        "Polo Ralph Lauren": "polo rl",
    }
)
_NO_BRAND: Final = dict.fromkeys(
    (
        *("fait main", "fait maison", "fait à la main", "cousu main", "tricoté main", "artisanal"),
        *("sans étiquette de marque", "pas d'étiquette", "marque inconnue", "sans nom"),
        *("handmade", "hand made", "homemade", "home made", "no label", "no labels", "unlabelled"),
        *("without label", "generic", "self made", "hand knitted", "no make", "non branded"),
        *("handgemacht", "handarbeit", "selbstgemacht", "selbst gemacht", "selbst genäht"),
        *("selbstgenäht", "selbstgestrickt", "selbst gestrickt", "ohne label", "markenlos"),
        *("kein label", "unbekannte marke", "keine angabe", "ohne markenangabe"),
        *("hecho a mano", "artesanal", "sin etiqueta de marca", "marca desconocida"),
        *("no tiene marca", "fatto a mano", "fatta a mano", "artigianale", "marca sconosciuta"),
        *("handgemaakt", "zelfgemaakt", "zelf gemaakt", "merkloos", "onbekend merk"),
        *("ręcznie robione", "handmade", "ręczna robota", "rękodzieło", "marka nieznana"),
        *("générique", "sans logo", "pas de marque visible", "sans marque apparente", "unknown"),
        *("n a", "keine marke", "no brand name", "pas de marque", "aucune marque connue"),
        *("sans marque visible", "marque non visible", "keine sichtbare marke", "no visible brand"),
    ),
    ("none",),
)
_ADDITIONS: Final = words(
    "denim jeanswear sport sportswear paris london milano berlin collection basic basics woman "
    "women man men femme homme damen herren studio premium vintage original originals limited "
    "edition curve petite plus tall maternity officiel official authentic authentique vrai line "
    "label brand junior underwear bodywear swim swimwear active activewear performance conscious "
    "weekend trf footwear france usa company co the by de trend young"
)
"""What may stand beside a brand's name without making it another brand."""

GENERAL: Final = Vocabulary(
    "",
    people=frozenset({"women", "men", "kids", "girl", "boy", "baby"}),
    narrower={"kids": frozenset({"girl", "boy", "baby"})},
    kinds=KINDS,
    stand_ins=STAND_INS,
    everyday=EVERYDAY,
    features=FEATURES,
    brands=frozenset(_BRANDS.split(", ")),
    alike=ALIKE,
    called=rows(
        KINDS_OF_CLOTHES,
        KINDS_OF_ACCESSORIES,
        KINDS_FOR_CHILDREN,
        KINDS_FOR_LEISURE,
        KINDS_AT_HOME,
        KINDS_OF_ENGLISH_GOODS,
        KINDS_OF_ONE_BRANCH,
        ACCESSORIES_OF_ONE_BRANCH,
    ),
    products={**KINDS_WORN, **KINDS_KEPT, **KINDS_PLAYED, **PRODUCTS, **KINDS_BY_NAME},
    relatives=RELATIVES,
    givers=GIVERS,
    by=BY,
    audience_brands=AUDIENCE_BRANDS,
    from_age=FROM_AGE,
    events=EVENTS,
    either_sex=EITHER_SEX,
    people_in_names=PEOPLE_IN_NAMES,
    besides=BESIDES,
    purposes=PURPOSES,
    absences=ABSENCES,
    presumed=PRESUMED,
    platforms=PLATFORMS,
    set_apart=SET_APART,
    add_ons=ADD_ONS,
    devices=DEVICES,
    known_brands=KNOWN | MAKERS | listed(),
    worded_brands=WORDED | WORDED_MAKERS,
    unread_brands=UNREAD,
    licences=LICENCES,
    shops=SHOPS,
    brand_lines=LINES,
    known_by=KNOWN_BY,
    device_makers=DEVICE_MAKERS,
    attributes=ATTRIBUTES,
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
            **dict.fromkeys(("121", "123"), ("46", "456")),
            **dict.fromkeys(("44", "46", "152"), ("456",)),
            **dict.fromkeys(("447", "305", "298"), ("43",)),
            "299": ("466",),
            "303": ("44",),
        },
    },
    meanings={"brand": {**_OTHER_NAMES, **_NO_BRAND, "no name": ("none", "NoName")}},
    light={
        "brand": _ADDITIONS,
        "material": words("mit avec with con met"),
        "color": words(
            "fleuri fleurie fleuris fleurs floral flowers flowery geblümt geblümte Blumen flores "
            "fiori bloemen imprimé gestreept a rayas righe tons ton tones nuances degradé dégradé"
        ),
        "condition": words(
            "mais encore portable portables mettable wearable still but aber noch tragbar quand "
            "même malgré overall sonst sinon juste just nur très plutôt rather eher ziemlich quite "
            "pero aún todavía ma ancora maar nog ale jeszcze plus very sehr bien lavé gewaschen "
            "washed propre clean sauber"
        ),
    },
    noise={"size": SIZED},
    sizes=SIGNS,
    units=UNITS,
    size_lists=SIZE_LISTS,
)
