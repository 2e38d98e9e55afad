"""Which things are kinds of which, in every language: concepts to the wider ones.

A wider name beside its kind says nothing more (`veste blazer`), and it stands for the kind where a
page has no name for that. Phrases that name the concepts belong to the modules of the languages.
"""

from typing import Final

from browser.sites.vinted.words.tables import words

KINDS: Final = {
    kind: tuple(wider.split())
    for wider, kinds in {
        # Clothes
        "jacket": "blazer bomber biker fleece windbreaker varsity lightjacket",
        "jacket coat": "puffer parka peacoat raincoat",
        "coat": "trench duffle",
        "gilet jacket puffer": "bodywarmer",
        "shirt jacket": "shacket",
        "gilet jumper": "cardigan",
        "sweat jumper": "hoodie",
        "tshirt shortsleeve": "polo",
        "shortsleeve": "tshirt",
        "trousers": "jean jogger legging chino harem",
        "dress": "lbd",
        "panties underwear": "thong shorty",
        "underwear": "bra boxers panties",
        "nightwear pyjama": "nightdress negligee",
        "nightwear": "pyjama",
        "tights": "stockings",
        "jumpsuit": "romper",
        "ladysuit": "suit",
        "pareo": "coverup",
        # Shoes
        "ankleboots boots shoes": "chelsea",
        "boots shoes": "ankleboots wellies overknee kneeboots snowboots",
        "shoes": "boots trainers sandals ballerinas loafers slippers workshoes rollers iceskates",
        "heels shoes": "courtshoes",
        "sandals shoes": "slides flipflops",
        "slippers shoes": "houseslippers",
        # Bags and accessories
        "bag": "backpack handbag shoulderbag bumbag tote clutch travelbag changingbag holdall",
        "travelbag bag": "luggage",
        "luggage travelbag bag": "suitcase",
        "wallet": "cardholder",
        "jewellery": "ring bracelet necklace earrings jewelleryset",
        "hat": "beanie",
        "tie": "bowtie",
        "hairaccessory": "hairclip",
        # Beauty
        "aftershave": "perfume",
        # Home, children, media
        "softtoy": "comforter",
        "audio": "headphones speaker",
        "computer": "laptop",
        "accessory": "controller",
    }.items()
    for kind in kinds.split()
}
EVERYDAY: Final = words("chair table bed shelf pillow wardrobe bicycle bin nightdress chelsea")
"""Things that anybody has: nobody's in particular, unless it is said whose."""
FEATURES: Final = words(
    "vneck crewneck longsleeve shortsleeve highwaist lowwaist slim skinny straight flared wide "
    "long mid mini striped checked plain print pleated quilted velcro laced backless"
)
"""How a thing is made: it may be left over where no option beside it is told apart by it."""
