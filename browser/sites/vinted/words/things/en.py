"""More things that English-speaking sellers and pages name: home, children, leisure and the body.

Clothes, shoes and bags are in `terms_en`; comparing belongs to `browser.matching.matcher`.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

THINGS: Final = terms(
    {
        # Words that are no others, whose stems are the same: a card is no cardi
        "card": "card, cards",
        "basket": "basket, baskets",
        "matt": "matte",
        "well": "well",
        "betty": "betty",
        "scratch": "scratch, scratches, scratched",
        # Clothes, shoes and bags
        "trousersuit": "trouser suit, trouser suits, pant suit, pantsuit, trousers suit",
        "skirtsuit": "skirt suit, skirt suits",
        "fancydress": "costumes & special outfits, fancy dress outfit",
        "skijacket": "ski jacket, ski jackets, ski coat, ski & snowboard jackets, "
        "snow jackets & coats, snowboard jacket",
        "snowsuit": "snowsuit, snowsuits, snow suit, snow suits & sets, ski suit",
        "rainsuit": "rainsuit, rain suit, rain suits & sets, puddle suit",
        "lightjacket": "light jacket, light jackets, lightweight jacket, spring jacket",
        "varsity": "varsity jacket, varsity jackets, letterman jacket, college jacket",
        "nightwear": "nightwear",
        "nightdress": "nightdress, nightdresses, nightgown, nightie, nighties, night dress",
        "negligee women": "negligee, babydoll, chemise nightwear",
        "thong": "thong, thongs, g string",
        "stockings": "stockings, hold ups",
        "shapewear": "shapewear, girdle",
        "coverup": "beach dress, beach cover up, cover-up",
        "pareo": "sarong, sarongs, pareo, cover-ups & sarongs",
        "bra maternity": "nursing bra, nursing bras, breastfeeding bra, breastfeeding bras, "
        "pregnancy & breastfeeding bras, maternity nursing bra",
        "romper": "romper, rompers",
        "kneeboots": "knee-high boots, knee high boots, knee high boot",
        "snowboots": "snow boots, snow boot, moon boots",
        "workshoes": "work boots, work boot, safety boots, safety shoes, work shoes",
        "rollers": "roller skates, inline skates, rollerblades, roller skates & inline skates, "
        "roller blades",
        "luggage": "luggage",
        "suitcase": "suitcase, suitcases, cabin bag, trolley case",
        "holdall": "holdall, holdalls, duffel bag, duffle bag, weekend bag, weekender",
        "changingbag": "changing bag, changing bags, baby changing bag, baby changing bags, "
        "nappy bag, diaper bag",
        "cardholder": "card holder, cardholder",
        # Beauty
        "facecare": "face care, facial care, skincare, skin care, face cream, moisturiser, "
        "moisturizer, face serum, face mask, cleanser, face moisturiser",
        "bodycare": "body care, body lotion, body cream, body butter, shower gel, body scrub, "
        "body wash",
        "handcare": "hand care, hand cream",
        "haircare": "hair care, haircare, shampoo, conditioner, hair mask, hair oil",
        "vase": "vase, vases",
        "makeup": "make-up, makeup, cosmetics",
        "makeup women": "lipstick, lipsticks, lip gloss, mascara, foundation, eyeshadow, "
        "eyeshadow palette, eye shadow, blusher, eyeliner, concealer, make-up palette",
        "nailcare women": "nail polish, nail varnish, gel polish, false nails, nail care",
        "shaving": "shaving tools, razor, razors, shaver, shaving",
        "makeup accessory": "make-up tools, make-up brush, make-up brushes, makeup brush, "
        "makeup brushes",
        # Accessories
        "accessory": "accessory, accessories",
        "hairaccessory": "hair accessory, hair accessories",
        "hairclip": "hair clip, hair clips, hairclip, hairclips, hair slide, hair slides, "
        "scrunchie, scrunchies, hair tie, hair ties, barrette",
        "headband": "headband, headbands, hairband, hairbands, hair band, alice band",
        "anklet": "anklet, anklets, ankle bracelet",
        "jewelleryset": "jewellery set, jewellery sets, jewellry sets, jewelry set",
        "pendant": "pendant, pendants",
        "necklace": "necklace, necklaces, choker, chokers",
        "ring": "ring, rings, signet ring, engagement ring",
        "shawl": "shawl, shawls, stole, pashmina",
        "bowtie": "bow tie, bow ties, bowtie, dickie bow",
        # Children
        "buggy": "buggy, buggies, pushchair, pushchairs, stroller, strollers, pram, prams",
        "umbrellabuggy": "umbrella buggy, umbrella buggies, umbrella stroller, "
        "umbrella strollers, umbrella pushchair",
        "twinstroller": "buggies for twins, double buggy, twin buggy, double pushchair, "
        "twin pushchair, double pram, twin pram, double stroller",
        "sleepingbag": "sleeping bag, sleeping bags, grobag",
        "changingtable": "changing table, changing mat, changing pad, changing pads & tables",
        "childgate": "childproofing gates & guards, stair gate, stairgate, safety gate, baby gate",
        "potty": "potty, potties",
        "breastpump": "breast pump, breast pumps",
        "steriliser": "steriliser, sterilisers, sterilizer, bottle steriliser",
        "bottle": "baby bottle, baby bottles",
        "feedingpillow": "feeding pillow, feeding pillows, nursing pillow, breastfeeding pillow",
        "babycarrier": "baby carrier, baby carriers, baby sling, baby wrap, baby carriers & wraps",
        "playmat": "playmat, playmats, play mat",
        "playpen": "playpen, playpens",
        "bouncer": "bouncer, bouncers, baby bouncer",
        "bib": "bib, bibs, baby bib",
        "bicycle": "bicycle, bicycles",
        "bicycle kids": "kids bike, children's bike, childs bike, boys bike, girls bike, "
        "kids bicycle",
        "playkitchen": "play kitchen, toy kitchen, kitchen toys",
        "boardgame": "board game, board games",
        "jigsaw": "jigsaw, jigsaws, jigsaw puzzle, jigsaw puzzles",
        # Home
        "frame": "picture frame, photo frame, picture frames, photo frames, picture & photo frames",
        "chair": "chair, chairs",
        "table": "table, tables",
        "shelf": "shelf, shelves",
        "bed": "bed, beds",
        "pillow": "pillow, pillows",
        "wardrobe": "wardrobe, wardrobes",
        "cushion": "cushion, cushions, throw pillow, decorative cushion, scatter cushion",
        "sheet": "sheet, sheets, bed sheet, bed sheets, fitted sheet, fitted sheets, flat sheet",
        "beddingset": "bedding set, bedding sets, bed set",
        "bathtowel": "bath towel, bath towels, bath sheet",
        "beachtowel": "beach towel, beach towels",
        "tablelinen": "table linen, tablecloth, tablecloths, table cloth, table runner",
        "dinnerset": "dinner set, dinner sets, dinner service, crockery set",
        "stemglass": "stemmed glasses, wine glass, wine glasses, champagne flutes, "
        "champagne flute, champagne glasses",
        "cup": "cup, cups, mug, mugs, cups & mugs, coffee mug, coffee mugs, coffee cup, "
        "coffee cups, tea cup, tea cups, teacup",
        "curtain": "curtain, curtains, drape, drapes",
        "sheercurtain": "sheer curtains, net curtains, voile curtains, sheer curtains & drapes",
        "blackoutcurtain": "blackout curtains, opaque curtains & drapes, black out curtains",
        "jewellerybox": "jewellery box, jewellery boxes, jewelry box, jewellery organisers, "
        "jewellery organiser",
        "pillowcase": "pillowcase, pillowcases, pillow case, pillow cases",
        "candleholder": "candle holder, candle holders, candlestick, candlesticks",
        "clock": "clock, clocks",
        "hanger": "hanger, hangers, coat hanger, coat hangers",
        # Leisure
        "controller": "controller, controllers, joypad",
        "gameboy": "game boy, gameboy",
        "console": "console, consoles",
        "oldxbox": "older xbox, xbox 360",
        "oldplaystation": "older playstation, ps1, ps2, ps3, psp, playstation 1, playstation 2, "
        "playstation 3, ps vita",
        "oldnintendo": "older nintendo, nintendo 64, n64, gamecube, super nintendo, snes",
        "dvd": "dvd, dvds",
        "cd": "cd, cds, music cd",
        "vhs": "vhs, video cassette, vhs tape, vhs tapes",
        "vinyl": "vinyl, vinyl record, vinyl records, vinyls, lp, lps",
        "phone": "phone, phones, mobile phone, mobile phones, cell phone, smartphone, "
        "smartphones, iphone, iphones",
        "computer": "computer, computers, desktop pc, desktop computer",
        "laptop": "laptop, laptops, macbook, notebook computer",
        "audio": "audio",
        "headphones": "headphones, headphone, earphones, earbuds, airpods",
        "speaker": "bluetooth speaker, bluetooth speakers, speaker, speakers, soundbar, sound bar",
        "tv": "tv, tvs, television, televisions, smart tv",
        "tablet": "tablet, tablets, ipad, ipads",
        "camera": "cameras & accessories, camera, cameras, digital camera, film camera, "
        "instant camera, polaroid camera",
        "citybike": "city bike, city bikes",
        "badmintonracket": "badminton racket, badminton rackets, badminton racquet",
    }
)
