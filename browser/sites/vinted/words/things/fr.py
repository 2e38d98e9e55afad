"""More things that French sellers and pages name: for the home, children, leisure and the body.

Clothes, shoes and bags are in `terms_fr`; comparing belongs to `browser.matching.matcher`.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

THINGS: Final = terms(
    {
        # Beauty
        "facecare": "soin visage, soins visage, soin du visage, soins du visage, crème visage, "
        "crème pour le visage, crème de jour, crème de nuit, crème hydratante visage, "
        "sérum visage, sérum, masque visage, nettoyant visage, démaquillant, lotion visage, "
        "crème anti-rides, contour des yeux",
        "bodycare": "soin corps, soins corps, soin du corps, soins du corps, crème corps, "
        "crème pour le corps, lait corporel, lait corps, crème hydratante corps, gel douche, "
        "gommage corps, gommage, huile corps, beurre corporel",
        "handcare": "soin mains, soins mains, soins des mains, crème mains, crème pour les mains",
        "haircare": "soin cheveux, soins cheveux, soin capillaire, soins capillaires, shampoing, "
        "shampooing, après-shampoing, après-shampooing, masque cheveux, masque capillaire, "
        "huile cheveux",
        "vase": "vase, vases",
        "makeup": "maquillage, make-up, cosmétiques, cosmétique",
        "makeup women": "rouge à lèvres, rouges à lèvres, gloss, mascara, fond de teint, "
        "fard à paupières, fards à paupières, fard à joues, eyeliner, palette maquillage, "
        "palette de maquillage, crayon yeux, crayon à lèvres, crayon à sourcils",
        "nailcare women": "vernis à ongles, vernis ongles, vernis à ongle, manucure, "
        "vernis semi-permanent, faux ongles",
        "shaving": "accessoires de rasage, accessoire de rasage, rasoir, rasoirs, rasage, "
        "mousse à raser",
        "makeup accessory": "pinceau maquillage, pinceaux maquillage, pinceau de maquillage, "
        "pinceaux de maquillage, éponge maquillage",
        # Accessories
        "accessory": "accessoire, accessoires",
        "hairaccessory": "accessoires pour cheveux, accessoire pour cheveux, accessoires cheveux, "
        "accessoire cheveux",
        "hairclip": "barrette, barrettes, barrettes cheveux, pince à cheveux, pinces à cheveux, "
        "pince cheveux, chouchou, chouchous, chouchou cheveux, élastique cheveux, "
        "élastiques cheveux",
        "anklet": "bracelet de cheville, bracelets de cheville, chaîne de cheville, "
        "bracelet cheville",
        "jewelleryset": "ensemble de bijoux, ensembles de bijoux, parure bijoux, parure de bijoux, "
        "ensemble bijoux",
        "shawl": "châle, châles, étole, étoles, pashmina",
        "bowtie": "noeud papillon, noeuds papillon, noeud pap",
        "cardholder": "porte-cartes, porte-carte",
        "luggage": "bagage, bagages, bagage cabine",
        "suitcase": "valise, valises, valise cabine",
        "holdall": "sac polochon, sacs polochon",
        "travelbag": "sac de voyage, sacs de voyage, sac voyage, sac week-end",
        "changingbag": "sac à langer, sacs à langer",
        # Children
        "buggy": "poussette, poussettes, landau, landaus",
        "umbrellabuggy": "poussette canne, poussettes-cannes, poussette-canne",
        "twinstroller": "poussettes pour jumeaux, poussette double, poussette jumeaux, "
        "poussette pour jumeaux",
        "sleepingbag": "sac de couchage, sacs de couchage, gigoteuse, gigoteuses, turbulette, "
        "turbulettes",
        "romper": "barboteuse, barboteuses",
        "changingtable": "table à langer, tables à langer, plan à langer, matelas à langer",
        "childgate": "sécurité enfant à la maison, barrière de sécurité, barrières de sécurité, "
        "barrière escalier, barrière bébé, barrière de sécurité enfant, barrière de porte",
        "potty": "potties, potty, pot bébé, pot pour bébé, pot d'apprentissage",
        "breastpump": "tire-lait, tire-laits, tire lait",
        "steriliser": "stérilisateur, stérilisateurs, stérilisateur biberon, "
        "stérilisateur biberons, stérilisateur de biberons",
        "bottle": "biberon, biberons",
        "feedingpillow": "coussin d'allaitement, coussins d'allaitement, coussin allaitement, "
        "coussin maternité",
        "bra maternity": "soutien-gorge allaitement, soutien-gorge d'allaitement, "
        "soutiens-gorge d'allaitement, soutif allaitement",
        "babycarrier": "porte-bébé, porte-bébés, porte bébé, écharpe de portage, "
        "écharpes de portage, porte-bébés & écharpes de portage",
        "playmat": "tapis d'éveil, tapis éveil, tapis de jeu bébé",
        "playpen": "parc bébé, parcs bébé, parc, parcs",
        "carsunshade": "pare-soleil voiture, pare-soleils voiture, pare soleil voiture, "
        "pare-soleils voiture & autres",
        "bicycle": "bicyclette, bicyclettes",
        "bicycle kids": "vélo enfant, vélo pour enfant, vélo fille, vélo garçon, vélos enfant",
        "dollhouse": "maison de poupée, maison poupée, maisons de poupée",
        "playkitchen": "jouets cuisine et dinette, dînette, dînettes, cuisine enfant, "
        "cuisine jouet, cuisine pour enfant",
        "boardgame": "jeu de société, jeux de société",
        "boxset": "coffret, coffrets",
        # Home
        "frame": "encadrement, encadrements, cadre photo, cadres photo, cadre photos, "
        "cadres photos",
        "chair": "chaise, chaises",
        "table": "table, tables",
        "shelf": "étagère, étagères",
        "bed": "lit, lits",
        "bin": "poubelle, poubelles",
        "pillow": "oreiller, oreillers",
        "wardrobe": "garde-robe, garde-robes, armoire, armoires",
        "cushion": "coussin, coussins, coussin décoratif, coussins décoratifs",
        "sheet": "drap, draps, drap housse, draps housses, drap plat",
        "bathtowel": "serviette de bain, serviettes de bain, drap de bain, draps de bain, "
        "serviette de toilette, serviettes de toilette",
        "beachtowel": "serviette de plage, serviettes de plage, drap de plage, draps de plage",
        "tablelinen": "linge de table, nappe, nappes, chemin de table",
        "dinnerset": "service de table, services de table, service à vaisselle, "
        "service vaisselle, service d'assiettes",
        "stemglass": "verre à pied, verres à pied, verre à vin, verres à vin, "
        "flûte à champagne, flûtes à champagne, coupe à champagne, coupes à champagne",
        "sheercurtain": "voilage, voilages, rideau voilage, rideaux voilage, rideaux voilages",
        "blackoutcurtain": "rideaux opaques, rideau opaque, rideaux occultants, rideau occultant",
        "jewellerybox": "coffre à bijoux, coffres à bijoux, boîte à bijoux, boîtes à bijoux, "
        "coffret à bijoux, porte-bijoux",
        "clock": "horloge, horloges, pendule, pendules",
        "hanger": "cintre, cintres",
        "decoration": "décoration, décorations, déco",
        # Leisure
        "danceshoes": "chaussures de danse, chaussure de danse, chaussons de danse, "
        "chausson de danse, demi-pointes",
        "controller": "manette, manettes, joystick, joysticks",
        "gameboy": "game boy, gameboy",
        "console": "console, consoles",
        "xbox": "xbox",
        "oldxbox": "anciennes xbox, xbox 360",
        "oldplaystation": "anciennes playstation, ps1, ps2, ps3, psp, playstation 1, "
        "playstation 2, playstation 3, ps vita",
        "oldnintendo": "anciennes nintendo, nintendo 64, n64, gamecube, super nintendo, snes",
        "dvd": "dvd, dvds",
        "cd": "cd, cds, cd audio, cds audio, cd musique",
        "vhs": "vhs, cassette vidéo, cassettes vidéo, k7 vidéo",
        "phone": "téléphone, téléphones, téléphone portable, téléphones portables, smartphone, "
        "smartphones, iphone, iphones",
        "computer": "ordinateur, ordinateurs, pc fixe, ordinateur fixe, ordinateur de bureau, pc "
        "de bureau",
        "laptop": "ordinateur portable, ordinateurs portables, pc portable, macbook",
        "audio": "audio",
        "headphones": "casque audio, casques audio, casque bluetooth, casque sans fil, "
        "casque anti-bruit, écouteur, écouteurs, écouteurs sans fil, airpods",
        "speaker": "enceinte bluetooth, enceintes bluetooth, enceinte portable, "
        "enceinte connectée, haut-parleur, haut-parleurs, barre de son",
        "tv": "télévision, télévisions, téléviseur, téléviseurs, télé, tv, smart tv",
        "tablet": "tablette, tablettes, tablette tactile, ipad, ipads",
        "camera": "appareils photo & accessoires, appareil photo, appareils photo, "
        "appareil photo numérique, appareil photo argentique, appareil photo instantané, "
        "appareil photo reflex, polaroid",
        "citybike": "vélo de ville, vélos de ville, vélo ville",
        "badmintonracket": "raquette de badminton, raquettes de badminton, raquette badminton",
        "tennisracket": "raquette de tennis, raquettes de tennis, raquette tennis",
        "bikehelmet": "casque de vélo, casques de vélo, casque vélo",
    }
)
