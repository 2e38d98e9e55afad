"""What sellers call things for the home, electronics, hobbies and sports, in three languages.

A row is all words of a label in every language, and what sellers say for it: evidence beside other
words. Which leaves of a page a row means is found in `browser.evidence.category.called`.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_AT_HOME: Final[Table] = {
    # The home, in all languages
    "bedding sets parures lit bettwäsche": "parure de lit, parure de couette, bettwäsche, "
    "bettwäsche set, bedding set, duvet set, bettgarnitur, bettwäsche 135x200, "
    "housse de couette et taies, bed set, bettzeug, bed linen set, parure couette",
    "duvet covers housses couette bettbezüge": "housse de couette, bettbezug, duvet cover, "
    "quilt cover, deckenbezug",
    "pillowcases taies oreiller kissenbezüge": "taie d oreiller, taies, kissenbezug, "
    "kopfkissenbezug, pillowcase, pillow case, kissenhülle",
    "sheets draps bettlaken": "drap housse, drap plat, drap, spannbettlaken, spannbetttuch, "
    "bettlaken, fitted sheet, flat sheet, laken, bed sheet",
    "blankets couvertures decken": "plaid, couverture, decke, tagesdecke, wolldecke, jeté de lit, "
    "dessus de lit, couvre lit, throw, throw blanket, bedspread, wool blanket, kuscheldecke, "
    "boutis, couette, kuscheldecken, fleecedecke, quilt, heizdecke, patchwork quilt, "
    "jeté de canapé",
    "cushions coussins décoratifs kissen": "coussin, housse de coussin, kissen, sofakissen, "
    "cushion, cushion cover, dekokissen, zierkissen, pouf coussin, kissenhüllen, scatter cushion",
    "opaque curtains drapes rideaux blickdichte vorhänge": "rideau, rideaux, rideaux occultants, "
    "vorhang, vorhänge, gardinen, verdunklungsvorhang, curtains, blackout curtains, "
    "double rideaux, gardine, paire de rideaux, lined curtains",
    "sheer curtains drapes voilages transparente vorhänge": "voilage, voilages, store, stores, "
    "net curtains, voile curtains, scheibengardine",
    "rugs | petits tapis | teppiche": "tapis, teppich, tapis berbère, läufer, rug, perserteppich, "
    "carpet, teppichläufer, tapis persan, sheepskin rug, peau de mouton, schaffell, "
    "hochflorteppich, orientteppich",
    "doormats floor mats | tapis d extérieur | fuß türmatten": "paillasson, fußmatte, türmatte, "
    "doormat, tapis de bain, badematte, bath mat, fussmatte",
    "table linen linge tischwäsche tablecloths": "nappe, tischdecke, tablecloth, chemin de table, "
    "tischläufer, serviettes de table, servietten stoff, napkins, set de table, torchon, "
    "geschirrtuch, tea towel, tischset, sets de table, stoffservietten, nappe enduite, "
    "table runner, placemats, geschirrtücher, torchons",
    "tapestries wall hangings tapisseries décoratives wandteppiche wandbehänge": "tapisserie, "
    "wandteppich, tenture, macramé, tapestry, wandbehang, wall hanging",
    "bath towels serviettes bain badetücher": "serviette de bain, drap de bain, badetuch, "
    "duschtuch, bath towel, bath sheet, saunatuch, towel set, handtuchset",
    "beach towels serviettes plage strandtücher": "serviette de plage, strandtuch, beach towel, "
    "fouta, drap de plage",
    "hand towels | essuie mains | handtücher": "handtuch, handtücher, serviette de toilette, "
    "gästehandtuch, gant de toilette, hand towel, waschlappen, gästehandtücher",
    "cutlery sets | sets de couverts | bestecksets": "ménagère, besteck, besteckset, couverts, "
    "cutlery, canteen of cutlery, ménagère argent, essbesteck, flatware",
    "table knives | couteaux de table | tafelmesser": "couteau, couteaux, messer, steak knives, "
    "steakmesser, laguiole, kitchen knife, küchenmesser, messerblock, couteau de cuisine",
    "spoons cuillères löffel": "cuillère, petites cuillères, löffel, teelöffel, spoon, teaspoons, "
    "kaffeelöffel",
    "dinner sets services table geschirrsets": "service de table, service vaisselle, geschirr, "
    "geschirrset, dinner set, dinner service, kaffeeservice, service à thé, service à café, "
    "teeservice, tea set, porzellan service, vaisselle, tafelservice, lot de vaisselle, "
    "china tea set, speiseservice, service porcelaine",
    "bowls bols schüsseln": "bol, saladier, schüssel, schale, bowl, coupelle, ramequin, "
    "salatschüssel, müslischale, ramequins, obstschale, salad bowl, lot de bols, pyrex bowl, "
    "cul de poule",
    "plates assiettes teller": "assiette, assiettes, teller, plate, plates, plat à tarte, "
    "dessous de plat, kuchenteller, assiettes creuses, wandteller, cake stand, suppenteller, "
    "plat de service, dessertteller",
    "trays plateaux tabletts": "plateau, tablett, tray, serviertablett, plateau de service, "
    "serving tray",
    "cups mugs tasses café tassen becher": "mug, mugs, tasse, tasses, becher, kaffeetasse, "
    "cup and saucer, cups, kaffeebecher, teetasse, stanley cup, thermobecher, tumbler cup, "
    "espressotassen, cup, travel mug, starbucks mug, mug disney, sammeltasse, tasses à café, "
    "kaffeetassen, bol breton, starbucks tasse, gobelet isotherme",
    "coffeepots coffee pots teapots cafetières théières kaffeekannen teekannen kaffee "
    "kannen": "théière, cafetière, teekanne, kaffeekanne, teapot, cafetière italienne, "
    "french press, cafetiere, bialetti, moka pot, espressokocher, thermoskanne, kettle stove, "
    "cafetière à piston, coffee pot",
    "jugs carafes krüge": "carafe, pichet, krug, karaffe, jug, pitcher, wasserkaraffe, decanter, "
    "pichet en grès, milk jug, bierkrug",
    "stemmed glasses verres pied stielgläser": "verres à vin, weingläser, wine glasses, "
    "flûtes à champagne, coupes champagne, sektgläser, champagne flutes, champagne glasses, "
    "weinglas, gin glasses, verre à pied, verre à vin, verres à pied, römergläser, "
    "crystal glasses",
    "tumblers verres eau trinkbecher": "verre, verres, gläser, wassergläser, bierglas, "
    "whiskygläser, whiskey glasses, tumblers, pint glass, pint glasses, chope, bierkrug glas, "
    "verres duralex, verre à bière, verres moutarde, longdrinkgläser, water glasses",
    "drinkware sets | sets de verres | gläsersets": "set de verres, gläserset, glas set, "
    "lot de verres, service de verres, set of glasses",
    "candles bougies kerzen": "bougie, bougie parfumée, kerze, duftkerze, yankee candle, "
    "scented candle, candle, diptyque, teelichter, bougies, jo malone candle, fondants parfumés, "
    "wachs",
    "candle holders bougeoirs kerzenständer": "bougeoir, chandelier, photophore, kerzenständer, "
    "kerzenhalter, teelichthalter, candle holder, candlestick, windlicht, candelabra, lanterne, "
    "photophores, kerzenleuchter, tealight holder, candlesticks",
    "table clocks horloges tischuhren": "réveil, wecker, alarm clock, pendulette, "
    "horloge de table, tischuhr, radiowecker, carriage clock, radio réveil, mantel clock",
    "wall clocks horloges murales wanduhren": "horloge, horloge murale, wanduhr, wall clock, "
    "pendule, kuckucksuhr, coucou horloge, cuckoo clock, küchenuhr",
    "picture photo frames encadrements bilderrahmen fotorahmen": "cadre, cadre photo, "
    "bilderrahmen, fotorahmen, photo frame, picture frame, poster encadré, rahmen, cadre photos, "
    "pêle mêle",
    "posters prints paintings wall decor": "poster, affiche, tableau, toile, peinture, "
    "lithographie, bild, gemälde, kunstdruck, art print, painting, print, leinwand",
    "wall mirrors miroirs muraux wandspiegel": "miroir, miroir mural, wandspiegel, spiegel, "
    "miroir soleil, wall mirror, miroir rotin, mirror, garderobenspiegel, miroir doré",
    "table mirrors | miroirs de table | tischspiegel": "miroir de table, miroir grossissant, "
    "kosmetikspiegel, schminkspiegel, vanity mirror, tischspiegel",
    "baskets paniers rangement": "panier, corbeille, korb, aufbewahrungskorb, panier en osier, "
    "basket, wäschekorb, panier à linge, laundry basket, storage basket, corbeille osier, "
    "flechtkorb, manne osier, wicker basket",
    "boxes boîtes boxen": "boîte, boîte de rangement, boîte métal, aufbewahrungsbox, box, "
    "blechdose, storage box, tin box, dose, boîte à thé, keksdose, bonbonnière, "
    "aufbewahrungsboxen, coffret bois, vorratsdosen, tupperware, tupperware dose",
    "jewellery organisers coffres bijoux schmuckaufbewahrung": "boîte à bijoux, coffret à bijoux, "
    "porte bijoux, schmuckkästchen, schmuckkasten, jewellery box, schmuckständer, jewelry box, "
    "boîte bijoux, arbre à bijoux",
    "make up organisers rangements maquillage organizer": "rangement maquillage, "
    "make up organizer, kosmetik organizer, makeup organiser",
    "clothes bags hangers protections vêtements cintres kleidersäcke bügel": "cintres, "
    "kleiderbügel, housse vêtement, kleidersack, coat hangers, hangers, housse costume, "
    "cintres bois, garment bag",
    "vases vasen": "vase, blumenvase, soliflore, bodenvase, glass vase, vase céramique, "
    "flower vase",
    "display shelves étagères murales wandregale": "étagère, étagère murale, wandregal, regal, "
    "floating shelf, setzkasten, wall shelf",
    # Electronics of the small list
    "phones | téléphones | handys | mobile phones": "iphone, iphone 11, iphone 12, iphone 13, "
    "iphone 14, iphone 15, iphone se, iphone xr, iphone x, samsung galaxy, galaxy s21, "
    "galaxy s22, galaxy s23, galaxy a52, galaxy a54, téléphone portable, téléphone, smartphone, "
    "handy, portable samsung, xiaomi, redmi note, google pixel, pixel 7, oneplus, huawei p30, "
    "nokia, fairphone, mobile phone, motorola moto, oppo, honor, nokia 3310, iphone 8, "
    "seniorenhandy, sony xperia, téléphone à clapet, iphone 13 pro, iphone 7",
    "mobile phone cases | electronics accessories | accessoires électroniques | "
    "elektronikzubehör": "coque, coque iphone, coque téléphone, coque samsung, "
    "coque de téléphone, étui téléphone, handyhülle, handyhüllen, iphone hülle, "
    "schutzhülle handy, phone case, iphone case, phone cover, coque silicone, samsung hülle, "
    "casetify, hülle iphone, hülle samsung, magsafe case, handycase",
    "mobile phone screen protectors | electronics accessories | accessoires "
    "électroniques | elektronikzubehör": "verre trempé, protection écran, panzerglas, "
    "panzerfolie, screen protector, schutzfolie, displayschutz, protège écran",
    "chargers | cables | electronics accessories | accessoires électroniques | "
    "elektronikzubehör": "chargeur, câble, ladegerät, ladekabel, charger, netzteil, "
    "chargeur iphone, câble usb, usb c kabel, hdmi kabel, câble hdmi, usb c charger, magsafe, "
    "chargeur sans fil, wireless charger, lightning cable, hdmi cable, usb cable, "
    "adaptateur secteur, chargeur macbook",
    "power banks | electronics accessories | accessoires électroniques | "
    "elektronikzubehör": "powerbank, power bank, batterie externe, externer akku",
    "memory cards | usb flash drives | external hard drives | electronics accessories "
    "| accessoires électroniques | elektronikzubehör": "clé usb, usb stick, disque dur externe, "
    "externe festplatte, carte sd, speicherkarte, external hard drive, hard drive, ssd, micro sd, "
    "festplatte, memory card, sd karte",
    "keyboards | mice | electronics accessories | accessoires électroniques | "
    "elektronikzubehör": "clavier, souris, tastatur, maus, computermaus, keyboard, "
    "mechanische tastatur, souris logitech, mouse logitech, webcam, gaming maus, clavier gamer, "
    "gaming tastatur, gaming keyboard, gaming mouse",
    "tablet cases folios | electronics accessories | accessoires électroniques | "
    "elektronikzubehör": "housse ipad, ipad hülle, ipad case, coque ipad, housse tablette, "
    "tablet hülle, kindle case, kindle hülle, apple pencil, étui ipad, étui kindle, étui liseuse",
    "cameras digital caméras appareils photo accessoires kameras zubehör": "appareil photo, "
    "appareil photo numérique, kamera, digitalkamera, camera, digital camera, canon eos, nikon d, "
    "nikon coolpix, polaroid, instax mini, instax, gopro, fujifilm, lumix, objectif, objektiv, "
    "argentique, appareil photo argentique, analogkamera, spiegelreflexkamera, sony alpha, "
    "camescope, camcorder, trépied, stativ, canon powershot, powershot, ixus, dashcam, reflex, "
    "canon ixus, olympus, kodak, tripod, drone dji, drohne, lens, sony cybershot, cybershot, "
    "sofortbildkamera, caméscope, webcam hd, lens canon, objectif canon",
    "computers laptops ordinateurs computer": "ordinateur portable, ordinateur, pc portable, "
    "laptop, notebook, macbook, macbook air, macbook pro, chromebook, thinkpad, imac, pc gamer, "
    "gaming pc, écran pc, monitor, bildschirm, imprimante, drucker, printer, carte graphique, "
    "grafikkarte, ordi, hp pavilion, surface pro, écran ordinateur, tour pc, mac mini, routeur, "
    "wlan router, fritzbox, gtx, rtx, scanner, moniteur, asus vivobook, lenovo ideapad, "
    "dell latitude",
    "tablets | tablettes": "ipad, ipad air, ipad mini, ipad pro, tablette, tablette samsung, "
    "galaxy tab, tablet, kindle, kobo, liseuse, tolino, ebook reader, e reader, e book reader, "
    "fire tablet, kindle paperwhite, amazon fire, tablette lenovo, huawei mediapad, liseuse kobo, "
    "ereader",
    "audio headphones kopfhörer": "airpods, airpods pro, écouteurs, casque audio, "
    "casque bluetooth, kopfhörer, headphones, earbuds, earphones, enceinte bluetooth, enceinte, "
    "lautsprecher, bluetooth lautsprecher, bluetooth box, speaker, bluetooth speaker, jbl, "
    "jbl flip, marshall enceinte, chaîne hifi, stereoanlage, platine vinyle, plattenspieler, "
    "turntable, record player, radio, autoradio, barre de son, soundbar, ampli hifi, mp3 player, "
    "lecteur mp3, ipod, walkman, lecteur cd, cd player, casque bose, sony wh, beats, galaxy buds, "
    "kopfhoerer, casque sans fil, discman, soundcore, ipod nano, jbl charge, marshall speaker, "
    "sonos, alexa echo, echo dot, verstärker, poste radio, ghettoblaster, dab radio, ipod touch, "
    "wh 1000xm4",
    "tv télévision televisions streaming": "télé, télévision, téléviseur, fernseher, smart tv, "
    "chromecast, fire tv stick, apple tv, fernbedienung, télécommande, vidéoprojecteur, beamer, "
    "projector, lecteur dvd, dvd player, lecteur blu ray, fire stick, firestick, receiver, "
    "tv box, magnétoscope, vcr, blu ray player, roku, dvd spieler",
    "wearables smartwatches objets connectés": "apple watch, montre connectée, smartwatch, "
    "fitbit, garmin, galaxy watch, garmin forerunner, bracelet connecté, fitness tracker, "
    "fitnesstracker, mi band, huawei watch, garmin venu, xiaomi band, airtag, smart watch, "
    "apple watch se, garmin fenix, fitbit charge, oura ring",
    # What only the longer English list has
    "= kettles": "wasserkocher, bouilloire, kettle",
    "= toasters": "toaster, grille pain",
    "= microwaves": "microwave, micro ondes, mikrowelle",
    "= fryers": "air fryer, airfryer, friteuse, heißluftfritteuse, deep fat fryer, "
    "ninja air fryer, actifry, chip pan",
    "= electric grills griddles": "panini press, george foreman, raclette, appareil à raclette, "
    "sandwich toaster, toastie maker, waffle maker, gaufrier, waffeleisen, plancha",
    "= juicers": "juicer, centrifugeuse, entsafter, presse agrumes, juice extractor",
    "= speciality small kitchen appliances": "rice cooker, slow cooker, bread maker, "
    "bread machine, yaourtière, ice cream maker, food dehydrator, pressure cooker, instant pot, "
    "steamer electric, popcorn maker, crock pot, soup maker, sorbetière, egg boiler, "
    "cuiseur vapeur",
    "= coffee machines": "coffee machine, nespresso, machine à café, kaffeemaschine, senseo, "
    "tassimo, dolce gusto, pod machine, filter coffee machine, kaffeevollautomat",
    "= espresso machines": "espresso machine, sage barista, delonghi dedica",
    "= coffee grinders": "coffee grinder, moulin à café, kaffeemühle",
    "= milk frothers": "milk frother, mousseur à lait, milchaufschäumer",
    "= blenders": "nutribullet, smoothie maker, blender, ninja blender, mixer standmixer",
    "= immersion blenders": "hand blender, stick blender, stabmixer, mixeur plongeant",
    "= stand mixers": "kitchenaid, kenwood chef, stand mixer, robot pâtissier, küchenmaschine",
    "= hand mixers": "hand mixer, electric whisk, handmixer, batteur électrique",
    "= food processors": "food processor, magimix, thermomix, robot de cuisine, mini chopper",
    "= soda makers": "sodastream, soda stream",
    "= vacuum cleaners vacuums": "hoover, aspirateur, staubsauger, vacuum, henry hoover, "
    "dyson v8, dyson v10, dyson v11, shark vacuum, roomba, robot vacuum, handheld vacuum, "
    "cordless vacuum, saugroboter, dyson vacuum, robot hoover",
    "= irons": "steam iron, iron, fer à repasser, bügeleisen",
    "= clothes steamers": "clothes steamer, garment steamer, défroisseur",
    "= ironing boards": "ironing board, planche à repasser, bügelbrett",
    "= drying racks": "clothes horse, clothes airer, airer, wäscheständer",
    "= heaters radiators": "heater, electric heater, oil heater, radiateur, heizlüfter, "
    "fan heater, oil filled radiator",
    "= fans": "fan, ventilateur, ventilator, tower fan, desk fan",
    "= humidifiers": "humidifier, humidificateur, luftbefeuchter",
    "= dehumidifiers": "dehumidifier, luftentfeuchter, déshumidificateur",
    "= air purifiers": "air purifier, luftreiniger",
    "= pots": "saucepan, saucepans, casserole, cast iron pot, le creuset casserole, cocotte, "
    "kochtopf, topf, stockpot, le creuset, le creuset pot, casserole dish, dutch oven",
    "= pans": "frying pan, pan, poêle, pfanne, wok, skillet, griddle pan, crêpière, tefal pan",
    "= cookware bakeware sets": "pan set, pots and pans, set of saucepans, saucepan set, "
    "batterie de cuisine, topfset",
    "= baking moulds": "cake tin, cake tins, baking tin, moule à gâteau, backform, muffin tin, "
    "bundt tin, loaf tin, springform, moule, cookie cutters, silicone mould",
    "= oven roasting dishes": "roasting tin, pyrex dish, baking dish, lasagne dish, auflaufform, "
    "plat à gratin, pie dish",
    "= chopping boards": "chopping board, planche à découper, schneidebrett, cutting board",
    "= kitchen scales": "kitchen scales, balance de cuisine, küchenwaage",
    "= food storage": "tupperware, lunchbox, kilner jar, storage jars, bento, food containers, "
    "mason jars, bread bin, biscuit tin",
    "= cooking utensils": "utensils, spatula, whisk, ladle, rolling pin, utensil set",
    "= bar tools": "cocktail shaker, hip flask, cocktail set, corkscrew, bottle opener, "
    "tire bouchon",
    "= colanders sieves strainers": "colander, sieve, passoire, sieb",
    "= salt pepper sets": "salt and pepper, salt shaker, pepper mill, pepper grinder, salière",
    "= serving dishes": "cake stand, serving platter, gravy boat, butter dish, soup tureen, "
    "cheese board",
    "= sugar bowls milk jugs": "sugar bowl, milk jug, creamer",
    "= coasters": "coasters, coaster set",
    "= table lamps": "lampe de table, lampe, table lamp, bedside lamp, desk lamp, "
    "lampe de chevet, tischlampe, lava lamp, lampe de bureau, schreibtischlampe, nachttischlampe, "
    "lampe à poser, tiffany lamp, bedside lamps",
    "= floor lamps": "floor lamp, standard lamp, stehlampe, lampadaire",
    "= ceiling lights": "chandelier, pendant light, ceiling light, suspension, deckenlampe, "
    "lustre, kronleuchter, hängelampe, light fitting",
    "= string lights": "fairy lights, lichterkette, guirlande lumineuse",
    "= lampshades": "lampshade, lamp shade, abat jour, lampenschirm",
    "= night lights": "night light, nachtlicht",
    "= ornaments": "ornament, ornaments, figurine porcelain, china figurine, lladro, trinket",
    "= sculptures figurines": "figurine, statue, sculpture, porcelain figurine, bust, belleek, "
    "statuette, buddha statue, royal doulton lady",
    "= paintings": "oil painting, watercolour, painting, canvas painting, gemälde",
    "= posters prints": "poster, art print, framed print, print, affiche, movie poster",
    "= artificial flowers": "artificial flowers, silk flowers, fake flowers, dried flowers, "
    "kunstblumen",
    "= artificial plants": "fake plant, artificial plant, kunstpflanze",
    "= aroma diffusers": "diffuser, aroma diffuser, essential oil diffuser",
    "= wax melts": "wax melts, wax burner",
    "= tree decorations": "baubles, christmas baubles, christmas tree decorations, "
    "christbaumschmuck, boules de noël, weihnachtskugeln",
    "= holiday decor": "christmas decorations, halloween decorations, christmas tree, "
    "easter decorations, weihnachtsdeko, nutcracker, advent calendar, nativity set",
    "= party decorations": "balloons, party decorations, birthday decorations, cake topper, "
    "bunting party",
    "= gift wrap bags": "gift bags, wrapping paper",
    "= cards envelopes": "greeting cards, birthday cards, christmas cards, invitations",
    "= storage trunks chests": "trunk, blanket box, ottoman storage, malle, truhe, chest",
    "= chests drawers": "chest of drawers, drawers, commode, kommode, malm",
    "= wardrobes": "wardrobe, armoire, kleiderschrank, pax",
    "= bookcases": "bookcase, bookshelf, bibliothèque, bücherregal, billy",
    "= desks work tables": "desk, bureau, schreibtisch, writing desk, standing desk, computer desk",
    "= bedside tables": "bedside table, nightstand, table de chevet, nachttisch, bedside locker, "
    "bedside cabinet",
    "= coffee tables": "coffee table, table basse, couchtisch",
    "= dining tables": "dining table, kitchen table, table à manger, esstisch",
    "= dining chairs": "dining chairs, kitchen chairs, chaise, esszimmerstuhl, dining chair",
    "= desk chairs": "office chair, desk chair, gaming chair, chaise de bureau, bürostuhl",
    "= armchairs": "armchair, fauteuil, sessel, wingback chair",
    "= sofas chaise longues": "sofa, couch, canapé, sofa bed, settee, corner sofa",
    "= footstools pouffes": "footstool, pouffe, pouf, hocker",
    "= stools": "bar stools, stool, tabouret, barhocker",
    "= bean bag chairs": "bean bag, beanbag, sitzsack",
    "= rocking chairs gliders": "rocking chair, fauteuil à bascule, schaukelstuhl, nursing chair, "
    "glider chair",
    "= dressing tables": "dressing table, vanity table, coiffeuse, schminktisch",
    "= shoe racks cabinets": "shoe rack, meuble à chaussures, schuhregal",
    "= coat racks": "coat stand, coat rack, portemanteau, garderobe",
    "= clothes racks": "clothes rail, portant, kleiderstange, clothes rack",
    "= sideboards": "sideboard, buffet, anrichte, dresser",
    "= shelves": "ikea kallax, kallax",
    "= trolleys carts": "bar cart, trolley, servierwagen, raskog",
    "= bed frames headboards": "bed frame, headboard, tête de lit, bettgestell, double bed, "
    "single bed",
    "= outdoor chairs": "garden chair, deckchair, deck chair, sun lounger, gartenstuhl, "
    "garden chairs",
    "= outdoor tables": "garden table, patio table, gartentisch",
    "= hammocks": "hammock, hamac, hängematte",
    "= barbecues": "bbq, barbecue, weber grill, grill, gas bbq",
    "= flower pots": "plant pot, flower pot, cache pot, blumentopf, plant pots, terracotta pots, "
    "übertopf, planter pot",
    "= watering cans": "watering can, arrosoir, gießkanne",
    "= garden hoses": "hose, garden hose, gartenschlauch",
    "= lawn mowers": "lawnmower, lawn mower, tondeuse à gazon, rasenmäher, strimmer mower",
    "= hedge trimmers": "hedge trimmer, taille haie, heckenschere",
    "= pressure washers": "karcher, kärcher, pressure washer, power washer",
    "= bird feeders": "bird feeder, mangeoire",
    "= garden parasols umbrellas": "parasol, garden umbrella, sonnenschirm",
    "= garden sculptures statues": "garden gnome, garden statue, gartenzwerg",
    "= pruning shears": "secateurs, pruning shears, sécateur, gartenschere",
    "= drill drivers": "drill, cordless drill, perceuse, visseuse, akkuschrauber, bohrmaschine, "
    "makita drill, dewalt drill, combi drill",
    "= circular saws": "circular saw, scie circulaire, handkreissäge",
    "= jig saws": "jigsaw tool, scie sauteuse, stichsäge",
    "= orbital sanders": "sander, ponceuse, exzenterschleifer, orbital sander",
    "= angle grinders": "angle grinder, meuleuse, winkelschleifer",
    "= rotary tools": "dremel",
    "= hand tool sets": "tool set, tool kit, werkzeugkoffer, caisse à outils complète, toolkit",
    "= sockets socket sets": "socket set, ratchet set, steckschlüsselsatz",
    "= screwdrivers": "screwdriver, screwdriver set, tournevis, schraubendreher",
    "= wrenches": "spanner, spanners, clé à molette, adjustable spanner, spanner set",
    "= hammers": "hammer, marteau",
    "= tool boxes": "toolbox, boîte à outils, werkzeugkiste, tool box",
    "= ladders": "ladder, échelle, leiter, stepladder",
    "= security cameras": "security camera, ring camera, caméra de surveillance",
    "= video doorbells": "ring doorbell, video doorbell",
    "= smart lights bulbs": "philips hue, smart bulb",
    "= smart thermostats": "nest thermostat",
    "= notebooks writing pads": "notebook paper, carnet, notizbuch, moleskine, journal notebook, "
    "bullet journal",
    "= planners personal organisers": "planner, filofax, agenda, kalender, diary planner",
    "= pens": "fountain pen, stylo plume, füller, montblanc pen, parker pen, ballpoint pen, lamy",
    "= pencil cases": "pencil case, trousse, federmäppchen",
    "= calculators": "calculator, calculatrice, taschenrechner, casio calculator, ti 83, "
    "scientific calculator",
    "= typewriters": "typewriter, machine à écrire, schreibmaschine",
    "= laminators": "laminator",
    "= paper shredders": "shredder, paper shredder",
    "= dogs beds": "dog bed, panier chien, hundebett",
    "= dogs coats jackets": "dog coat, dog jacket, manteau chien, hundemantel",
    "= dogs jumpers": "dog jumper, dog sweater",
    "= dogs collars": "dog collar, collier chien, hundehalsband",
    "= dogs harnesses": "dog harness, harnais chien, hundegeschirr, julius k9",
    "= dogs leads": "dog lead, dog leash, laisse, hundeleine",
    "= dogs crates carriers": "dog crate, dog cage, hundebox, cage chien",
    "= dogs travel carriers": "dog carrier, hundetasche",
    "= dogs bowls": "dog bowl, hundenapf",
    "= cats beds": "cat bed, panier chat, katzenbett",
    "= cats scratchers": "cat tree, scratching post, arbre à chat, kratzbaum, griffoir, "
    "cat scratcher",
    "= cats litter boxes": "litter tray, litter box, bac à litière, katzenklo",
    "= cats hard carriers": "cat carrier, caisse de transport, transportbox, pet carrier, cat box",
    "= small pets habitats accessories": "hamster cage, rabbit hutch, guinea pig cage, "
    "hamsterkäfig, hutch, cage hamster, cage lapin",
    "= fish aquarium equipment": "aquarium, fish tank, aquarium filter",
    "= birds cages accessories": "bird cage, cage oiseau, vogelkäfig, budgie cage",
    "= reptiles terrarium equipment": "vivarium, terrarium, heat lamp reptile",
    "= laptops": "laptop, macbook, notebook computer, chromebook, thinkpad, ordinateur portable, "
    "dell latitude, hp laptop, lenovo laptop",
    "= desktop computers": "desktop pc, gaming pc, tower pc, imac, mac mini",
    "= mobile phones": "iphone, smartphone, samsung galaxy, mobile phone, android phone, nokia, "
    "google pixel, redmi note",
    "= tablets": "ipad, galaxy tab, fire tablet, samsung tablet",
    "= e readers": "kindle, kobo, kindle paperwhite, e reader, ereader",
    "= headphones earbuds": "airpods, headphones, earphones, earbuds, beats, galaxy buds, "
    "sony headphones, bose headphones, wireless headphones, airpods pro",
    "= portable speakers": "bluetooth speaker, jbl flip, jbl charge, portable speaker, ue boom",
    "= smart speakers": "alexa, echo dot, google home, amazon echo, homepod, echo show, "
    "google nest mini",
    "= portable radios": "dab radio, roberts radio, portable radio, transistor radio",
    "= turntables": "record player, turntable, platine vinyle, plattenspieler",
    "= mp3 players": "ipod, mp3 player, ipod nano, ipod shuffle, ipod classic",
    "= handheld cassette players": "walkman",
    "= handheld cd players": "discman",
    "= soundbars": "soundbar, sound bar",
    "= digital cameras": "digital camera, canon powershot, dslr, canon eos, nikon d, "
    "sony cybershot, lumix, mirrorless camera",
    "= film cameras": "film camera, 35mm camera, slr camera, point and shoot film, olympus trip",
    "= instant cameras": "polaroid, instax, instax mini, instant camera",
    "= action cameras": "gopro, action camera, gopro hero",
    "= video cameras": "camcorder, handycam",
    "= lenses": "camera lens, canon lens, nikon lens, 50mm lens",
    "= tripods monopods": "tripod, gorillapod",
    "= camera drones": "drone, dji mini, dji",
    "= hair straighteners": "ghd, ghd straighteners, hair straightener, straighteners, lisseur, "
    "flat iron",
    "= hair dryers": "hair dryer, hairdryer, dyson supersonic",
    "= hair curlers": "curling tongs, curling wand, curling iron, lockenstab, hot rollers, "
    "heated rollers",
    "= other hairstyling tools": "airwrap, dyson airwrap, hot air brush, crimper",
    "= electric toothbrushes": "electric toothbrush, oral b, sonicare",
    "= epilators ipl": "epilator, silk epil, ipl, braun ipl",
    "= electric razors": "electric shaver, electric razor, philips shaver",
    "= massage guns": "massage gun, theragun",
    "= smartwatches": "apple watch, smartwatch, smart watch, galaxy watch, garmin, huawei watch",
    "= fitness trackers": "fitbit, fitness tracker, mi band, whoop",
    "= gps satellite navigation devices": "sat nav, satnav, tomtom",
    "= televisions": "tv, smart tv, television, lg tv, samsung tv",
    "= projectors": "projector, beamer",
    "= streaming devices": "firestick, fire stick, chromecast, roku, apple tv, fire tv stick",
    "= monitors": "monitor, computer screen, pc monitor, gaming monitor",
    "= keyboards": "keyboard, mechanical keyboard, gaming keyboard",
    "= mice": "gaming mouse, wireless mouse, computer mouse, logitech mouse",
    "= routers": "wifi router, router",
    "= inkjet printers": "printer, inkjet printer, hp printer, epson printer",
    "= external hard drives": "external hard drive, portable hard drive",
    "= usb flash drives": "usb stick, memory stick, usb drive",
    "= graphics cards": "graphics card, gpu, rtx, gtx",
    # Hobbies and sports of the longer list
    "= acoustic guitars": "acoustic guitar, yamaha f310, steel string guitar, westerngitarre, "
    "guitare acoustique, folk guitar",
    "= classical guitars": "classical guitar, guitare classique, konzertgitarre, "
    "nylon string guitar, spanish guitar",
    "= electric guitars": "electric guitar, fender stratocaster, stratocaster, telecaster, "
    "guitare électrique, e gitarre, les paul, squier strat",
    "= bass guitars": "bass guitar, guitare basse, e bass",
    "= guitar amps": "guitar amp, ampli guitare, practice amp, marshall amp",
    "= electronic keyboards": "casio keyboard, yamaha keyboard, keyboard piano, music keyboard, "
    "electric keyboard",
    "= digital pianos": "digital piano, piano numérique, e piano",
    "= violins": "violin, violon, geige, fiddle",
    "= ukuleles": "ukulele, ukulélé",
    "= recorders": "recorder, flûte à bec, blockflöte",
    "= musical whistles": "tin whistle, penny whistle",
    "= flutes": "flute, querflöte, flûte traversière",
    "= clarinets": "clarinet",
    "= trumpets": "trumpet, trompette",
    "= saxophones": "saxophone",
    "= harmonicas": "harmonica, mundharmonika",
    "= accordions": "accordion, accordéon, concertina, akkordeon",
    "= drum kits": "drum kit, drum set, batterie, schlagzeug",
    "= bodhrans": "bodhran",
    "= microphones": "microphone, blue yeti, karaoke mic, condenser microphone",
    "= sheet music songbooks": "sheet music, songbook, partition, noten, music book, piano book, "
    "notenheft",
    "= music stands": "music stand, notenständer, pupitre",
    "= coins": "coin, coins, pièce de monnaie, münze, commemorative coin, 50p, 2 euro coin, "
    "gold sovereign, münzen",
    "= banknotes": "banknote, billet, geldschein, old bank notes, pound note",
    "= lots sets coins": "coin collection, coin set, münzsammlung",
    "= medals tokens": "medal, médaille militaire, orden",
    "= postcards": "postcard, postcards, carte postale, cartes postales, postkarte, "
    "ansichtskarten, postkarten",
    "= sports memorabilia": "signed jersey, signed football shirt, match programme, "
    "programme football, match ticket",
    "= film tv memorabilia": "film prop, movie memorabilia",
    "= music memorabilia": "concert ticket, tour programme",
    "= yarn": "wool yarn, pelote, laine à tricoter, wolle, sockenwolle, knitting wool, "
    "balls of wool, yarn bundle",
    "= fabric": "fabric, tissu, stoff, fabric bundle, fat quarters",
    "= sewing machines": "sewing machine, machine à coudre, nähmaschine, singer sewing machine, "
    "overlocker",
    "= knitting needles": "knitting needles, aiguilles à tricoter, stricknadeln",
    "= sewing patterns": "sewing pattern, schnittmuster, patron couture",
    "= tabletop miniature gaming": "warhammer, warhammer 40k, games workshop, space marines",
    "= board games": "board game, monopoly, cluedo, scrabble, catan, ticket to ride, chess set",
    "= puzzles": "jigsaw, jigsaw puzzle, 1000 piece puzzle, ravensburger",
    "= exercise bikes": "exercise bike, spin bike, vélo d appartement, heimtrainer, peloton",
    "= treadmills": "treadmill, laufband, tapis de course",
    "= rowing machines": "rowing machine, rameur, concept 2",
    "= dumbbells": "dumbbells, haltères, hanteln, hand weights, kurzhanteln",
    "= kettlebells": "kettlebell",
    "= resistance bands": "resistance bands, élastiques musculation, fitnessband",
    "= yoga mats": "yoga mat, tapis de yoga, yogamatte, exercise mat",
    "= foam rollers": "foam roller, faszienrolle",
    "= exercise balls": "gym ball, swiss ball, gymnastikball, yoga ball",
    "= mini trampolines": "rebounder, mini trampoline",
    "= skipping ropes": "skipping rope, corde à sauter, springseil",
    "= tents": "tent, tente, zelt, 2 man tent, 4 man tent, pop up tent, tente 2 secondes, "
    "quechua tent",
    "= sleeping bags camping": "sleeping bag, schlafsack, sac de couchage",
    "= sleeping mats": "camping mat, isomatte, roll mat, self inflating mat",
    "= camping air mattresses": "air bed, airbed, luftmatratze, blow up bed",
    "= camping chairs": "camping chair, campingstuhl, folding camp chair",
    "= camping stoves": "camping stove, campingkocher, réchaud, trangia",
    "= coolers": "cool box, cooler, glacière, kühlbox, cool bag",
    "= headlamps": "head torch, headlamp, frontale, stirnlampe",
    "= torches": "torch, lampe de poche, taschenlampe, flashlight",
    "= binoculars scopes": "binoculars, jumelles, fernglas",
    "= trekking backpacks": "hiking backpack, trekkingrucksack, sac à dos rando, osprey backpack",
    "= trekking poles": "walking poles, trekking poles, hiking poles, bâtons de marche, "
    "wanderstöcke",
    "= water bottles": "water bottle, gourde, trinkflasche, chilly bottle",
    "= fishing rods": "fishing rod, canne à pêche, angelrute",
    "= fishing reels": "fishing reel, moulinet, angelrolle",
    "= swim goggles": "swimming goggles, lunettes de natation, schwimmbrille, goggles speedo",
    "= snorkelling sets": "snorkel set, masque tuba, schnorchelset",
    "= fins flippers": "flippers, palmes, flossen",
    "= wetsuits": "wetsuit, combinaison néoprène, neoprenanzug, shorty wetsuit, kids wetsuit",
    "= surfboards": "surfboard, planche de surf, foamie",
    "= personal flotation devices": "life jacket, buoyancy aid, gilet de sauvetage, schwimmweste",
    "= stand up inflatable paddle boards": "sup board, paddle board, stand up paddle",
    "= footballs": "football ball, ballon de foot, fußball",
    "= football goalkeeper gloves": "goalkeeper gloves, goalie gloves, gants de gardien, "
    "torwarthandschuhe",
    "= football shin guards": "shin pads, shin guards, protège tibias, schienbeinschoner",
    "= rugby balls": "rugby ball, ballon de rugby",
    "= hurling camogie sticks": "hurley, hurl, hurls, camogie stick",
    "= hurling camogie helmets": "hurling helmet",
    "= sliotars": "sliotar",
    "= cricket bats": "cricket bat",
    "= field hockey sticks": "hockey stick",
    "= tennis racquets": "tennis racket, tennis racquet, babolat",
    "= badminton rackets": "badminton racket",
    "= squash racquets": "squash racket",
    "= padel racquets": "padel racket, raquette padel, padelschläger",
    "= table tennis bats": "table tennis bat, ping pong bat, tischtennisschläger",
    "= golf clubs": "golf clubs, golf club, golf irons, driver golf, putter, golf set, "
    "clubs de golf, golfschläger",
    "= golf bags": "golf bag",
    "= golf balls": "golf balls",
    "= riding hats": "riding hat, bombe équitation, reithelm, riding helmet",
    "= horse saddles": "saddle, selle, sattel",
    "= horse rugs sheets": "horse rug, pferdedecke, couverture cheval, turnout rug",
    "= saddle cloths pads": "saddle pad, tapis de selle, schabracke",
    "= body protectors": "body protector",
    "= bridles": "bridle, trense",
    "= skateboards": "skateboard, skate",
    "= longboards": "longboard",
    "= scooters": "scooter, stunt scooter, micro scooter",
    "= boxing martial arts gloves": "boxing gloves, gants de boxe, boxhandschuhe",
    "= downhill skis": "skis, ski alpin",
    "= snowboards": "snowboard",
    "= ski goggles": "ski goggles, masque de ski, skibrille",
    "= winter sports helmets": "ski helmet, casque de ski, skihelm",
    "= sledging": "sledge, toboggan, luge, sled",
    "= dartboards": "dartboard, dart board",
    "= darts": "darts set",
    "= table football tables": "babyfoot, table football, foosball",
    "= outdoor trampolines": "trampoline",
    "= bike locks": "bike lock, antivol, fahrradschloss",
    "= bike lights": "bike light, bike lights",
    "= saddles bike": "bike saddle, bike seat adult",
    "= panniers bike bags": "pannier, panniers",
    "= bike pumps": "bike pump",
    "= indoor cycling trainers": "turbo trainer",
    "= buggies pushchairs": "pram, buggy, pushchair, stroller, travel system, bugaboo",
    "= car seats": "car seat, baby car seat, maxi cosi",
    "= booster seats": "booster seat car",
    "= high chairs": "high chair, highchair, tripp trapp, antilop",
    "= baby gates guards": "stair gate, baby gate",
    "= muslins burp cloths": "muslin, muslins, burp cloth",
    "= dummies soothers": "dummy, dummies, soother",
    "= baby bottles": "baby bottles, tommee tippee bottles",
    "= breast pumps": "breast pump, medela, elvie",
    "= swaddles": "swaddle, swaddles",
    "= sleep sacks wearable blankets": "gro bag, grobag, sleep sack, baby sleeping bag",
    "= cots": "cot, cot bed, travel cot",
    "= bedside sleepers": "next to me, bedside crib, snuzpod",
    "= baby gyms activity mats": "play gym, baby gym, activity gym",
    "= play tents tunnels": "teepee, play tent, tipi",
    "= toy kitchens": "play kitchen, toy kitchen, wooden kitchen",
    "= toy food cookware dishes": "play food, toy tea set",
    "= doll clothes accessories": "barbie clothes, dolls clothes, baby born clothes",
    "= dress up": "princess dress up, superhero costume kids",
    "= audio player media": "tonies, tonie, yoto cards, tonie figure",
    "= stem science toys": "science kit, chemistry set, microscope kids",
    "= craft kits": "craft kit",
    "= trains toy": "brio train, thomas tank, toy train, train set",
    "= slime putty": "slime",
    "= sports toys": "swingball, totem tennis",
    "= sandpits water tables": "sand pit, sandpit, water table",
    "= beach water toys": "paddling pool, water gun",
}
