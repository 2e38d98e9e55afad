"""English: what sellers write on vinted.co.uk, .ie and .com, and many elsewhere.

The things that categories are named after are in `terms_en`.
"""

from typing import Final

from browser.matching.text import HALF, Vocabulary
from browser.sites.vinted.words.tables import meanings, usual, words
from browser.sites.vinted.words.terms_en import TERMS
from browser.sites.vinted.words.things.en import THINGS

_LIGHT_WEAR: Final = (
    "light wear, slight wear, minor wear, light signs of wear, "
    "slight signs of wear, minor signs of wear, small signs of wear, "
    "few signs of wear, normal signs of wear, minimal signs of wear, "
    "light bobbling, slight bobbling, some bobbling, bit of bobbling, "
    "slightly bobbly, bit bobbly, little bobbling, slight pilling, "
    "light scratches, few scratches, small scratch, minor scratches"
)
_CONDITIONS: Final = meanings(
    {
        "6": "new with tags, with tags, with tag, tags still on, tags on, tags attached, has tags, "
        "still tagged, bnwt, nwt, new in box, in box, boxed, w tags, bnib, nib, in original "
        "packaging, still in packaging, "
        "sealed, tags still attached, tag still attached, with the tags, in packaging",
        "1": "new without tags, without tags, nwot, bnwot, new no tags, no tags, without tag, "
        "with out tags, w o tags, wo tags, tags removed, "
        "tag removed, tags cut off, tag cut off, without box, no box, no packaging",
        "6 1": "never been worn, tried on, tried on once, only tried on, tag, tags, new, brand "
        "new, unworn, never worn, never used, unused, not worn",
        "2": "very good, v good, vgc, v g c, vgood, vg, worn 3 times, very good used condition, "
        "excellent, euc, like new, "
        "as new, as good as new, good as new, mint, immaculate, perfect, pristine, flawless, "
        "no flaws, without flaws, no marks, no defects, nearly new, almost new, worn once, worn "
        "twice, only worn once, worn a couple of times, "
        "worn 1 time, worn 2 times, used once, used twice, only used once, hardly used, "
        "barely used, rarely used, used a couple of times, hardly worn, barely worn, rarely "
        "worn, great",
        "3": "good, used good, good used, guc, worn a few times",
        "4": "satisfactory, fair, poor, well worn, worn out, heavily worn, worn several times, "
        "well loved, well used, heavily used, needs repair, for parts, broken, damaged, bad",
        "3 4": f"{_LIGHT_WEAR}, "
        "ok, okay, decent, acceptable, reasonable, signs of wear, some wear, bobbling, "
        "small stain, stain, stains, hole, holes, flaw, flaws, bobbly, bobbles, bobbled, pilling, "
        "mark, marks, scuff, scuffs, scuffed, faded, wear and tear, ripped, torn, scratch, "
        "scratches, scratched",
        "2 3": "gently used, lightly used, lightly worn",
        "2 3 4": "used, second hand, pre owned, preloved, pre loved, worn",
    }
)
_USUAL: Final = {
    "condition": usual(
        {
            "1": "never been worn, unworn, never worn, never used, unused, not worn",
            "3": _LIGHT_WEAR,
        }
    )
}
_COLORS: Final = meanings(
    {
        "1": "black, jet black, off black",
        "3": "grey, gray, light grey, dark grey, light gray, dark gray, charcoal, slate, "
        "gunmetal, grey marl, heather grey, slate grey",
        "12": "white",
        "20": "cream, ivory, ecru",
        "20 12": "off white",
        "4": "beige, sand, stone",
        "4 2": "camel, taupe, mushroom, latte",
        "2 4": "tan, cognac, caramel",
        "20 4": "champagne",
        "4 24": "nude",
        "21": "apricot, peach",
        "11": "orange",
        "11 2": "rust, copper, bronze, terracotta",
        "22": "coral, salmon, coral pink",
        "7": "red, bright red, cherry red, scarlet",
        "23": "burgundy, maroon, wine, wine red, oxblood, claret, bordeaux",
        "23 7": "dark red",
        "5": "pink, hot pink, bright pink, fuchsia, fuschia, fushia, magenta, neon pink, "
        "cerise, raspberry",
        "24": "rose, light pink, dusky pink, pale pink, baby pink, dusty pink, blush, "
        "blush pink, pastel pink",
        "6": "purple, violet, plum, dark purple, aubergine",
        "25": "lilac, lavender, light purple",
        "25 6": "mauve",
        "26": "light blue, sky blue, baby blue, pale blue, powder blue, ice blue",
        "9": "blue, royal blue, cobalt, cobalt blue, electric blue, bright blue, cornflower blue",
        "27": "navy, navy blue, midnight blue",
        "27 9": "dark blue, indigo",
        "9 27": "denim, denim blue",
        "17": "turquoise, aqua",
        "17 10": "teal",
        "30": "mint, mint green",
        "10 30": "light green, pale green, pastel green, sage, sage green, pistachio",
        "10": "green, bright green, emerald, emerald green, lime green",
        "28": "dark green, forest green, bottle green, racing green, hunter green",
        "16": "khaki, olive, olive green, army green, khaki green",
        "2": "brown, chocolate, chocolate brown, dark brown, light brown, mocha, chestnut, "
        "coffee brown, tortoiseshell",
        "29": "mustard, mustard yellow, ochre",
        "8": "yellow, bright yellow, light yellow, lemon, neon yellow",
        "13": "silver, silvery",
        "14": "gold, golden, brass",
        "13 14 3": "metallic",
        "14 24": "rose gold, rosegold",
        "15": "multi, multicolour, multicolor, multicoloured, multicolored, multi coloured, "
        "multi colour, multi color, various, rainbow, colourful, multi colour print",
        "32": "clear, transparent, see through",
        "3 13": "pewter",
        "4 20": "oatmeal, oat, biscuit",
        "4 3": "greige",
        "17 26": "duck egg, duck egg blue",
        "9 3": "blue grey, slate blue",
    }
)
_MATERIALS: Final = meanings(
    {
        "468": "steel, stainless steel",
        "149": "acrylic",
        "122": "alpaca",
        "461": "silver, sterling silver, 925 silver",
        "123": "cashmere",
        "301": "rubber",
        "44": "cotton, waxed cotton",
        "43": "leather, real leather, genuine leather",
        "447": "faux leather, fake leather, synthetic leather, vegan leather, pu leather, "
        "pleather, pu",
        "305": "patent leather, patent",
        "298": "suede, nubuck",
        "303": "denim",
        "455": "lace",
        "445": "down, feather",
        "446": "faux fur, fake fur",
        "451": "flannel",
        "46": "wool, lambswool",
        "440": "bamboo",
        "467": "wood, wooden",
        "442": "cardboard",
        "443": "ceramic, stoneware, earthenware",
        "448": "felt",
        "454": "jute",
        "302": "latex",
        "152": "mohair",
        "449": "foam",
        "444": "muslin, chiffon",
        "463": "straw",
        "458": "paper",
        "462": "stone",
        "459": "porcelain, china, bone china, fine china",
        "460": "rattan, wicker",
        "470": "silicone",
        "464": "tulle",
        "465": "tweed",
        "452": "glass, crystal",
        "146": "linen",
        "456": "mesh",
        "121": "merino, merino wool",
        "457": "metal",
        "52": "nylon, polyamide",
        "178": "neoprene",
        "453": "gold",
        "177": "plush",
        "300": "plastic, pvc",
        "120": "fleece",
        "45": "polyester, poly",
        "311": "satin",
        "226": "sequin, sequins",
        "49": "silk",
        "441": "canvas",
        "466": "velvet",
        "299": "corduroy, cord",
        "48": "viscose, rayon",
        "53": "elastane, spandex, lycra, elasthane",
    }
)

ENGLISH: Final = Vocabulary(
    "en",
    usual=_USUAL,
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": _MATERIALS,
        "parcel_size": meanings(
            {
                "1": "small, s, envelope",
                "2": "medium, m, shoebox, shoe box",
                "3": "large, big, l, moving box",
            }
        ),
        "size": meanings({"none": "no size, without size, none, n a, not applicable"}),
        "brand": meanings(
            {
                "none": "no brand, unbranded, none, without brand, made by me, made by my nan, "
                "made by my gran, made by my mum, hand knitted, hand sewn, hand crocheted, "
                "home made, homemade"
            }
        ),
    },
    terms={**TERMS, **THINGS},
    noise={
        "": words("the a of for and in my"),
        "category": words("with s"),
        "condition": words(
            "condition state the a of in only item is it see photo photos pic pics picture pictures"
        ),
        "color": words("colour color coloured colored"),
        "material": words("material 100"),
        "parcel_size": words("parcel package size"),
        "size": words("size sz mens womens men women"),
        "brand": words("brand"),
    },
    light={
        "category": words(
            "black white grey gray blue red pink green yellow beige brown navy khaki purple orange "
            "burgundy leather wool cotton linen silk velvet satin lace denim striped checked plain "
            "print printed floral vintage bundle new oversized size years nice lovely cute warm "
            "light plus curve tall hooded elegant sexy trendy modern classic basic retro comfy "
            "soft embroidered "
            "leopard camo boho quality mom fitted loose ribbed good condition beautiful stylish "
            "small big "
            "rabbit bunny bear unicorn elephant giraffe fox panda koala dinosaur monkey "
            "sheep owl tiger lion star stars heart hearts"
        ),
        "color": words(
            "light dark pale bright plain matt matte shiny faded neon pastel and with stripe "
            "striped stripes dots dotted check checked marl melange "
            "heather heathered "
            "print printed pattern"
        ),
        "material": words(
            "real pure organic recycled blend mix mixed mostly genuine new soft thick thin warm "
            "fine washed brushed stretchy heavy light lovely cosy"
        ),
    },
    denials=words("not no never between except or isn don v"),
    joiners=words("and or n"),
    sizes={
        **dict.fromkeys(
            (
                "one size",
                "one size fits all",
                "one size fits most",
                "os",
                "o s",
                "onesize",
                "one",
                "universal",
            ),
            "one",
        ),
        **{"extra small": "xs", "small": "s", "medium": "m", "large": "l", "extra large": "xl"},
        "and a half": HALF,
        **{"x large": "xl", "x small": "xs", "xx large": "2xl"},
        **dict.fromkeys(("other", "others"), "other"),
        **dict.fromkeys(("newborn", "newborns", "new born", "nb"), "newborn"),
        **dict.fromkeys(("preemie", "preemies", "premature"), "preemie"),
    },
    units={
        **dict.fromkeys(("years", "year", "yrs", "yr", "y", "years old"), "y"),
        **dict.fromkeys(("months", "month", "mths", "mth", "mos", "m"), "m"),
    },
    systems=("uk",),
)
