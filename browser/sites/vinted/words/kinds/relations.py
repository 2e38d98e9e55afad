"""Which things are kinds of which, in every language, and what else is general about concepts.

Phrases that name the concepts belong to the modules of the languages; comparing them belongs to
`browser.matching.matcher`.
"""

from collections.abc import Mapping
from typing import Final

from browser.sites.vinted.words.tables import words


def _kinds(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Each kind with its wider concepts, from wider ones with their kinds."""
    return {kind: tuple(wider.split()) for wider, kinds in table.items() for kind in kinds.split()}


KINDS: Final = _kinds(
    {
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
        "trousers": "jean jogger chino harem legging",
        "legging trousers": "jegging",
        "dress": "lbd",
        "panties underwear": "thong shorty",
        "underwear": "bra boxers panties",
        "nightwear pyjama": "nightdress negligee",
        "nightwear": "pyjama",
        "tights": "stockings",
        # Shoes
        "ankleboots boots shoes": "chelsea",
        "boots shoes": "ankleboots wellies overknee kneeboots snowboots",
        "shoes": "boots trainers sandals ballerinas loafers slippers workshoes rollers iceskates",
        "heels shoes": "courtshoes highheels",
        "sandals shoes": "slides flipflops",
        "slippers shoes": "houseslippers",
        # Bags and accessories
        "bag": "backpack handbag shoulderbag bumbag tote clutch changingbag holdall travelbag",
        "luggage travelbag bag": "suitcase",
        "wallet": "cardholder",
        "jewellery": "ring bracelet necklace earrings jewelleryset",
        "hat": "beanie",
        "tie": "bowtie",
        # Children and leisure
        "softtoy": "comforter",
        "computer": "laptop",
        "chair": "highchair",
    }
)
"""The wider names that say nothing more beside a kind's own: `veste blazer`."""

STAND_INS: Final = _kinds(
    {
        "trousers": "jean jogger",
        "legging": "jegging",
        "panties": "thong shorty",
        "underwear": "boxers",
        "nightwear pyjama": "nightdress negligee",
        "nightwear": "pyjama",
        "tights": "stockings",
        "jumpsuit": "romper",
        "pareo": "coverup",
        "suit": "ladysuit",
        "gilet": "cardigan",
        "ankleboots": "chelsea",
        "heels": "highheels",
        "bag": "backpack handbag shoulderbag bumbag tote clutch",
        "travelbag": "luggage",
        "luggage travelbag": "suitcase",
        "wallet": "cardholder",
        "jewellery": "ring bracelet necklace earrings jewelleryset",
        "tie": "bowtie",
        "hat": "beanie",
        "hairaccessory": "hairclip",
        "aftershave": "perfume",
        "softtoy": "comforter",
        "audio": "headphones speaker",
        "computer": "laptop",
        "accessory": "controller",
    }
)
"""The concept that stands for a thing where a page has no name for that, the nearest first."""

EVERYDAY: Final = words(
    "chair table bed shelf pillow wardrobe bicycle bin nightdress chelsea luggage bowtie"
)
"""Things that anybody has: nobody's in particular, unless it is said whose."""

FEATURES: Final = words(
    "vneck crewneck longsleeve shortsleeve highwaist lowwaist slim skinny straight flared wide "
    "long mid mini striped checked plain print pleated quilted velcro laced backless"
)
"""How a thing is made: it may be left over where no option beside it is told apart by it."""
