"""What things of a home, a garden, of pets and for small children are that no label names.

Rows as in `by_name`, written from the labels of the pages: evidence beside other words.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

KINDS_KEPT: Final = terms(
    {
        # Lights, decoration, storage
        "lamps table lighting": "bedside lamp, table lamp, desk lamp, lampe de chevet, "
        "lampe de bureau, lampe à poser, tischlampe, nachttischlampe, schreibtischlampe, lampe",
        "lamps floor lighting": "lampadaire, stehlampe, floor lamp, standing lamp, uplighter",
        "ceiling lights lighting": "suspension, plafonnier, deckenlampe, hängelampe, chandelier, "
        "pendant light, kronleuchter, lustre, ceiling light",
        "lampshades lighting": "abat jour, lampenschirm, lamp shade, lampshade",
        "lights string lighting": "guirlande lumineuse, lichterkette, fairy lights, string lights",
        "vases": "vase, soliflore, blumenvase, flower vase, bodenvase",
        "frames picture photo encadrements bilderrahmen": "cadre, photo frame, picture frame, "
        "cadre photo, bilderrahmen, pêle mêle, fotorahmen, rahmen",
        "wall mirrors miroirs muraux wandspiegel": "miroir, spiegel, wall mirror, mirror, "
        "wandspiegel, miroir soleil, full length mirror, psyché",
        "table mirrors miroirs tischspiegel": "miroir à poser, schminkspiegel, make up mirror, "
        "miroir grossissant, vanity mirror, kosmetikspiegel",
        "candles bougies kerzen": "bougie, bougie parfumée, duftkerze, scented candle, "
        "yankee candle, diptyque, candle, kerze, wax melt, teelichter",
        "holders candle bougeoirs kerzenständer": "bougeoir, photophore, chandelier table, "
        "teelichthalter, kerzenhalter, candlestick, candlesticks, windlicht, tealight holder, "
        "candelabra, photophores",
        "wall clocks horloges murales wanduhren": "horloge, pendule, wanduhr, wall clock, "
        "kuckucksuhr, cuckoo clock, horloge murale",
        "table clocks horloges tischuhren": "réveil, wecker, alarm clock, carriage clock, "
        "radio réveil, radiowecker, reisewecker",
        "storage baskets paniers rangement": "panier, corbeille, aufbewahrungskorb, wäschekorb, "
        "storage basket, panière, weidenkorb, wicker basket, laundry basket",
        "storage boxes boîtes boxen": "boîte de rangement, aufbewahrungsbox, storage box, "
        "boîte métal, blechdose, biscuit tin, tin box, boîte en bois, holzkiste, caisse",
        "jewellery organisers coffres bijoux schmuckaufbewahrung": "boîte à bijoux, "
        "jewellery box, schmuckkästchen, porte bijoux, schmuckständer, jewelry box, "
        "présentoir bijoux",
        "paintings wall decor": "oil painting, watercolour, tableau, aquarelle, ölgemälde, "
        "gemälde, toile peinte, painting, canvas art",
        "posters prints wall decor": "affiche, plakat, poster, art print, kunstdruck, wall art, "
        "lithographie, print framed",
        "tapestries hangings wandteppiche tapisseries": "macramé, makramee, tapisserie, "
        "wandbehang, tenture, wall hanging, tapestry",
        "sculptures figurines ornaments": "statuette, figurine porcelaine, porzellanfigur, "
        "skulptur, ornament, bibelot, statue, lladro, nutcracker, gartenzwerg",
        "christmas holiday decor tree": "christmas decorations, décoration de noël, "
        "weihnachtsdeko, boules de noël, christbaumkugeln, baubles, adventskalender, "
        "advent calendar, crèche de noël, weihnachtskugeln",
        "artificial plants flowers": "plante artificielle, kunstpflanze, fleurs séchées, "
        "faux plant, trockenblumen, fausse plante",
        # Textiles
        "duvetcover duvet covers housses couette bettbezüge": "bettdeckenbezug, duvet set double, "
        "housse couette, doona",
        "pillowcases taies oreiller kissenbezüge": "taie, taies, kopfkissenbezug, pillow case, "
        "pillowcase, taie d oreiller, kissenhüllen",
        "sheets draps bettlaken": "drap plat, spannbetttuch, spannbettlaken, fitted sheets, "
        "bettuch, leintuch, drap",
        "blankets couvertures decken": "plaid, wohndecke, kuscheldecke, throw, couverture, "
        "couvre lit, jeté de canapé, bedspread, steppdecke, quilt, dessus de lit, boutis, "
        "edredon, patchworkdecke, weighted blanket",
        "cushions coussins kissen décoratifs": "housse de coussin, coussin, sofakissen, "
        "scatter cushion, kissen, throw pillow, pouf coussin",
        "rugs tapis teppiche": "tapis, teppich, carpet, berbère, kelim, kilim, hochflor, "
        "runner rug, läufer, schaffell, sheepskin, peau de mouton",
        "doormats mats extérieur türmatten": "paillasson, fußmatte, doormat, tapis de bain, "
        "badematte, bath mat, fussmatte, badvorleger",
        "opaque curtains rideaux opaques vorhänge": "rideau, rideaux, vorhang, gardinen, curtain, "
        "curtains, verdunkelungsvorhang, blackout curtains, drapes, paire de rideaux",
        "sheer voilages transparente": "voilage, net curtain, gardine",
        "table linen linge tischwäsche": "nappe, tischdecke, tablecloth, set de table, placemats, "
        "serviettes en tissu, stoffservietten, napkins, chemin de table, tischläufer",
        "bath towels serviettes bain badetücher": "drap de bain, badetuch, duschtuch, bath sheet, "
        "saunatuch, serviette éponge, towel set, handtuchset, serviette de bain",
        "hand towels essuie mains handtücher": "handtuch, gästehandtuch, torchon, tea towel, "
        "geschirrtuch, tea towels, guest towel",
        "beach towels serviettes plage strandtücher": "fouta, serviette de plage, strandtuch, "
        "hamamtuch, beach towel, drap de plage",
        # Tableware and kitchen
        "dinner sets services geschirrsets table": "service de table, kaffeeservice, teeservice, "
        "service à thé, dinner set, tea set, porcelain set, geschirr, service complet, "
        "service vaisselle, speiseservice",
        "plates assiettes teller": "assiette, assiettes, teller, dessertteller, dinner plates, "
        "kuchenteller, plate, assiette plate, assiettes creuses, suppenteller, side plates",
        "bowls bols schüsseln": "bol, saladier, schale, schüssel, salatschüssel, bowl, "
        "müslischale, ramequin, salad bowl, schälchen, suppenschüssel, mixing bowl",
        "trays plateaux tabletts": "plateau, tablett, serving tray, servierplatte, plat de service",
        "cups mugs tasses tassen": "mug, tasse, becher, cup and saucer, teetasse, "
        "tasses à expresso, espressotassen, teacup, gobelet, kaffeetassen, tea cups, "
        "bols à oreilles",
        "coffeepots teapots cafetières théières teekannen": "cafetière, french press, moka, "
        "teekanne, théière, teapot, kaffeekanne, bodum, coffee pot, chemex",
        "jugs carafes krüge": "pichet, carafe, karaffe, krug, milk jug, jug, broc, decanter, "
        "wasserkaraffe, pitcher, bierkrug",
        "stemmed glasses verres pied stielgläser": "verre à vin, weinglas, wine glass, sektglas, "
        "flûtes, champagnergläser, gin glass, cocktailgläser, prosecco glasses",
        "tumblers verres eau trinkbecher": "verre, verres, wassergläser, whisky glasses, gobelet, "
        "trinkgläser, tumbler, verres à whisky, water glass, highball, shot glasses",
        "cutlery sets couverts bestecksets": "ménagère, besteck, couverts, cutlery set, "
        "silberbesteck, argenterie, silverware, canteen of cutlery",
        "spoons cuillères löffel": "cuillère, petites cuillères, löffel, teaspoon, teelöffel",
        "knives couteaux messer table": "couteau, couteaux, steak knives, küchenmesser, laguiole",
        "pans cookware": "frying pan, poêle, pfanne, skillet, wok, griddle pan, crêpière",
        "pots cookware": "saucepan, casserole, kochtopf, topf, cocotte, stock pot, marmite, "
        "dutch oven, faitout, bräter",
        "baking moulds trays": "cake tin, moule à gâteau, backform, springform, muffin tray, "
        "bundt, kuchenform, baking tray, tarte form",
        "chopping boards kitchen tools": "planche à découper, schneidebrett, chopping board",
        "food storage kitchen": "tupperware, frischhaltedosen, boîte hermétique, lunch box glass, "
        "bocaux, weckgläser, kilner jar, mason jars, vorratsdosen, bento",
        "kettles": "bouilloire, wasserkocher, kettle",
        "toasters": "grille pain, toaster",
        "blenders food processors": "mixeur, standmixer, nutribullet, smoothie maker, blender, "
        "hachoir, küchenmaschine, robot de cuisine, food processor, magimix, thermomix, "
        "kitchenaid, stand mixer, stabmixer, hand blender, mixeur plongeant",
        "coffee machines espresso": "machine à café, kaffeemaschine, senseo, nespresso machine, "
        "coffee maker, kaffeevollautomat, siebträger, cafetière électrique",
        "fryers": "friteuse, air fryer, heißluftfritteuse, ninja foodi, deep fryer",
        "electric grills": "raclette, appareil à raclette, croque monsieur, gaufrier, "
        "waffeleisen, waffle maker, plancha, sandwichmaker, sandwich toaster, panini press, "
        "crêpe maker",
        "vacuum cleaners": "aspirateur, staubsauger, hoover, dyson v8, roomba, henry hoover, "
        "saugroboter, robot vacuum, vacuum",
        "irons garment": "fer à repasser, bügeleisen, steam iron, defroisseur, dampfglätter, "
        "clothes steamer, centrale vapeur",
        "heaters fans air": "ventilateur, ventilator, radiateur, heizlüfter, heater, fan heater, "
        "dehumidifier, luftentfeuchter, purificateur, humidifier",
        # Furniture
        "furniture seating chairs": "armchair, fauteuil, sessel, stool, tabouret, hocker, "
        "barhocker, bar stool, rocking chair, schaukelstuhl, chaise, stuhl, dining chairs, "
        "esszimmerstuhl",
        "furniture sofas seating": "canapé, sofa, couch, sofabed, loveseat, chaise longue",
        "furniture tables desks": "coffee table, table basse, couchtisch, beistelltisch, "
        "side table, nachttisch, bedside table, table de chevet, schreibtisch, console table",
        "furniture storage": "commode, kommode, chest of drawers, buffet, sideboard, bookcase, "
        "bücherregal, bibliothèque, kallax, étagère, regal, shelving unit, schuhschrank, "
        "meuble à chaussures, tv unit, meuble tv",
        "furniture beds": "bed frame, bettgestell, sommier, matelas, mattress, matratze, headboard",
        # Garden and tools
        "planters pots garden outdoor": "jardinière, pot de fleurs, blumentopf, cache pot, "
        "übertopf, plant pot, planter, hanging basket",
        "garden outdoor furniture": "salon de jardin, gartenstuhl, deck chair, transat jardin, "
        "parasol, sonnenschirm, garden bench, sun lounger, liegestuhl",
        "grilling outdoor cooking": "barbecue, bbq, grill, gasgrill, weber, kamado, fire pit",
        "mowers garden power": "lawnmower, tondeuse à gazon, rasenmäher, strimmer, hedge trimmer, "
        "taille haie, heckenschere, leaf blower, débroussailleuse, chainsaw, tronçonneuse",
        "drills power tools drill": "perceuse, bohrmaschine, akkuschrauber, cordless drill, "
        "visseuse, schlagbohrer, combi drill, perforateur, impact driver",
        "saws power tools": "jigsaw tool, stichsäge, kreissäge, circular saw, scie sauteuse, "
        "scie circulaire, mitre saw, handsaw",
        "sanders power tools": "ponceuse, schleifmaschine, belt sander, palm sander, "
        "schwingschleifer",
        "hand tools": "marteau, hammer, screwdriver set, tournevis, schraubendreher, spanner, "
        "wrench, clé à molette, zange, pliers, werkzeug, socket set, caisse à outils",
        "ladders": "échelle, leiter, step ladder, escabeau",
        # Pets
        "dogs pet": "dog collar, dog lead, dog bed, laisse, hundeleine, hundebett, panier chien, "
        "hundehalsband, dog harness, hundegeschirr, dog crate, dog coat, manteau pour chien, "
        "puppy, labrador",
        "cats pet": "cat tree, arbre à chat, kratzbaum, litter box, katzenklo, litière, "
        "scratching post, griffoir, cat bed, katzenbett, cat carrier, kitten, katzentoilette",
        "fish aquariums pet": "aquarium, fish tank, aquarienfilter, bocal poisson",
        "small pets": "hamster cage, käfig, hamsterkäfig, guinea pig, hutch, meerschweinchen, "
        "rabbit cage, cage hamster, lapin cage",
        "birds pet": "bird cage, vogelkäfig, cage oiseau, volière, bird feeder, parrot",
        # For small children
        "bottles baby biberons babyflaschen": "biberon, biberons, babyflasche, bottles, "
        "baby bottle, tommee tippee bottles, dr brown, mam bottles, avent, nuk flaschen, "
        "tétine biberon",
        "pacifiers dummies soothers tétines schnuller": "sucette, tétine, schnuller, dummy, "
        "dummies, nuggi, attache tétine, schnullerkette, pacifier, soother",
        "bouncers balançoires babywippen": "transat, wippe, babywippe, baby bouncer, balancelle, "
        "relax bébé, babyschaukel, jumperoo, türhopser, baby swing",
        "carriers wraps porte bébés babytragen": "porte bébé, tragehilfe, babytrage, tragetuch, "
        "écharpe de portage, baby sling, ergobaby, babybjörn trage, baby carrier, manduca",
        "high chairs hautes hochstühle chair": "chaise haute, hochstuhl, high chair, highchair, "
        "tripp trapp, stokke, antilop",
        "cots beds lits kinderbetten kids": "lit bébé, babybett, cot, lit parapluie, reisebett, "
        "travel cot, berceau, wiege, beistellbett, moses basket, next to me, crib, cododo, "
        "stubenwagen, gitterbett, lit à barreaux, cot bed",
        "car seats sièges auto autositze": "siège auto, kindersitz, car seat, babyschale, cosi, "
        "rehausseur, booster, maxi cosi, sitzerhöhung",
        "changing bags wickeltaschen langer": "sac à langer, wickeltasche, changing bag, "
        "nappy bag, diaper bag, wickelrucksack",
        "changing langer wickel": "table à langer, wickeltisch, wickelauflage, changing mat, "
        "matelas à langer, changing table, plan à langer",
        "bath bathing badewannen baignoires": "baignoire bébé, babybadewanne, baby bath, "
        "bath seat, anneau de bain, badesitz, bath support, transat de bain",
        "playmats éveil activity spielmatten": "tapis d éveil, krabbeldecke, play mat, playmat, "
        "baby gym, spielbogen, arche d éveil, activity mat, play gym, spieldecke",
        "nappies couches windeln": "couche, couches lavables, pampers, windeln, stoffwindeln, "
        "cloth nappies, nappies, diapers, huggies",
        "bibs bavoirs lätzchen": "bavoir, bavoirs, lätzchen, bib, bibs, bandana bib, halstuch baby",
        "sterilisers stérilisateurs sterilisatoren": "stérilisateur, vaporisator, steriliser, "
        "sterilizer, sterilisator, dampfsterilisator",
        "warmers chauffe biberons flaschenwärmer": "chauffe biberon, flaschenwärmer, "
        "bottle warmer, babykostwärmer",
        "feeding pillows allaitement stillkissen": "coussin allaitement, stillkissen, "
        "nursing pillow, feeding pillow, coussin de maternité, pregnancy pillow",
        "blankets baby couvertures babydecken": "langes, mulltücher, spucktücher, muslins, "
        "swaddle, pucktuch, babydecke, couverture bébé, baby blanket, muslin",
        "gates barrières schutzgitter guards": "barrière de sécurité, treppenschutzgitter, "
        "stair gate, baby gate, safety gate, türgitter",
        "potties pots töpfchen": "pot bébé, töpfchen, potty, réducteur toilette, toilettensitz",
        "monitors babyphones baby": "babyphone, écoute bébé, baby monitor, babyfon, owlet, "
        "video monitor",
        "tents tunnels play": "tipi, play tent, spielzelt, tente de jeu, teepee, kinderzelt",
        "lunch boxes school": "lunchbox, brotdose, boîte à goûter, trinkflasche kinder, "
        "gourde enfant, kids water bottle, pencil case, trousse, federmappe, federmäppchen",
    }
)
