"""What everybody knows by a name of its own: `Air Force 1` are trainers, `Galaxy S21` is a phone.

Only evidence beside other words: a name decides nothing alone, since `sac Lego` is a bag.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

PRODUCTS: Final = terms(
    {
        "trainers shoes": "air force, air force 1, air max, air jordan, jordan 1, jordan 4, dunk "
        "low, cortez, stan smith, superstar, samba, gazelle, campus 00s, spezial, yeezy, "
        "ultraboost, chuck taylor, all star, old skool, vans, veja, gel kayano, nb 530, nb 574, "
        "nb 550, huarache, vapormax, puma suede, onitsuka tiger, fila disruptor, blazer mid",
        "boots ankleboots": "dr martens, doc martens, docs martens, 1460, jadon",
        "snowboots": "moon boot, moon boots, sorel",
        "sandals slippers": "birkenstock, arizona birkenstock, gizeh",
        "phone": "iphone, galaxy s, galaxy a, galaxy s20, galaxy s21, galaxy s22, galaxy s23, "
        "galaxy s24, galaxy note, galaxy z flip, samsung galaxy, google pixel, pixel 6, pixel 7, "
        "redmi, xiaomi, huawei p30, oneplus, nokia, fairphone",
        "computer laptop": "macbook, macbook air, macbook pro, imac, thinkpad, ideapad, "
        "chromebook, dell xps, surface pro, zenbook, vivobook, notebook, ordi portable, pc "
        "portable",
        "tablet": "ipad, ipad air, ipad mini, galaxy tab",
        "wearables smartwatch": "apple watch, fitbit, garmin, galaxy watch, montre connectée",
        "headphones audio": "airpods, airpods pro, galaxy buds, jbl, bose, sennheiser, beats, "
        "soundlink, marshall, wh 1000xm4, earpods",
        "camera": "canon eos, nikon, gopro, instax, polaroid, fujifilm, lumix, olympus",
        "switch game": "mario kart, animal crossing, zelda, smash bros, pokemon violet, pokemon "
        "ecarlate, pokemon scarlet, splatoon, super mario, luigi s mansion",
        "ps4 game": "uncharted, horizon zero dawn, bloodborne",
        "console": "nintendo switch oled, playstation 5 console, xbox series, steam deck, wii, ds "
        "lite",
        "construction toys blocks": "lego, duplo, lego technic, lego city, lego friends, lego "
        "star wars, kapla, magformers, geomag, clics",
        "figures toys": "playmobil, funko pop, sylvanian, schleich, paw patrol, pat patrouille, "
        "action man, hot wheels, transformers",
        "doll": "barbie, monster high, corolle, baby born, poupée lol, bratz, polly pocket",
        "electronic toys games": "tonie, tonies, toniebox, tonie box, vtech, lunii, tiptoi, "
        "leapfrog, storio, fabrique à histoires",
        "boardgame": "monopoly, catan, uno, scrabble, dixit, cluedo, risk, trivial pursuit, les "
        "aventuriers du rail, dobble, codenames, carcassonne, kniffel",
        "trading cards": "pokemon, pokémon, dracaufeu, charizard, glurak, pikachu, yu gi oh, "
        "magic mtg, panini, booster, carte pokemon",
        "jigsaw": "ravensburger, puzzle 1000, puzzle 500",
        "science fiction fantasy books": "harry potter, seigneur des anneaux, lord of the rings, "
        "game of thrones, dune, hunger games, sci fi, fantasy roman",
        "romance books": "colleen hoover, dark romance, liebesroman, after anna todd, new romance",
        "manga comics": "one piece, naruto, demon slayer, dragon ball, jujutsu kaisen, my hero "
        "academia",
        "comics": "asterix, astérix, tintin, lucky luke, gaston lagaffe, lustiges taschenbuch",
        "buggy twinstroller": "yoyo babyzen, bugaboo, cybex, maxi cosi, kinderwagen, poussette "
        "canne",
        "baby bouncer": "transat bébé, babybjorn, wippe, babywippe",
        "babycarrier": "ergobaby, manduca, écharpe de portage, tragetuch, babytrage",
        "leather jacket biker": "perfecto, perfecto cuir",
        "raincoat raincoats imperméables regenmäntel": "ciré, friesennerz, regenjacke, regenmantel, "
        "imperméable, k way, rain jacket, raincoat, ostfriesennerz",
        "haircare beauty electronics": "dyson airwrap, babyliss, ghd, lisseur, glätteisen, airwrap",
        "kitchen cups mugs": "mug, tasse, becher, stanley cup, tumbler",
    }
)
