"""What sellers call things for the home and electronics, in three languages.

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
}
