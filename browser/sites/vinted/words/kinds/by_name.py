"""What things are that no label names: `Krimi Taschenbuch`, `switch game`, `sterling silver hoops`.

Each row is words of the labels in every language, and the words that sellers say for it. Like
`products` it is evidence beside other words and decides nothing alone; only those of its words that
a page has count.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

KINDS_BY_NAME: Final = terms(
    {
        # Electronics
        "mobile cases accessory electronics électroniques elektronikzubehör": "coque, coques, "
        "étui, étuis, coque téléphone, handyhülle, handyhüllen, hülle, schutzhülle, handycase, "
        "phone case, phone cases, iphone case, iphone hülle, coque iphone, coque samsung, "
        "samsung case, verre trempé, panzerglas, screen protector, popsocket",
        "chargers cables accessory electronics électroniques elektronikzubehör": "chargeur, "
        "chargeurs, ladegerät, netzteil, charger, câble, ladekabel, usb cable, powerbank, "
        "power bank, batterie externe, adaptateur",
        "accessory controllers": "manette, manettes, gamepad, joycon, joy con, joy cons, joystick, "
        "controller, volant, lenkrad, xbox controller, ps4 controller, ps5 controller",
        "computer laptop laptops": "dell, lenovo, asus, acer, hp pavilion, ordi, pc gamer, "
        "gaming pc, ultrabook, elitebook, latitude, portátil",
        "printers": "imprimante, drucker, epson, printer",
        "audio headphones": "écouteurs, casque audio, kopfhörer, earbuds, earphones, enceinte, "
        "lautsprecher, bluetooth box, speaker, soundbar, platine vinyle, plattenspieler, hifi",
        "beauty electronics beauté électronique elektronik hair": "lisseur, sèche cheveux, fön, "
        "haartrockner, hair dryer, straighteners, curling tongs, lockenstab, épilateur, epilator, "
        "rasoir électrique, rasierer, electric toothbrush, elektrische zahnbürste, tondeuse",
        "e readers ereaders e-readers": "kindle, kobo, liseuse, tolino, ebook reader, e reader",
        # Media
        "vinyl vinyles vinyls": "45 tours, 45t, 33t, 33 tours, 78 tours, vinyle, vinyles, record, "
        "records, maxi single, lp, lps, doppel lp, picture disc, schallplatte, schallplatten, ep",
        "cd cds": "cd, cds, album cd, hörspiel, hörbuch, maxi cd",
        "dvd": "dvd, dvds, coffret dvd, dvd box, film dvd, saison",
        "books livres bücher literature littérature literatur fiction belletristik": "paperback, "
        "taschenbuch, gebundene ausgabe, gebunden, hardcover, hardback, livre de poche, broché, "
        "roman, romans, novel, novels, buch, livre, book",
        "crime thrillers policiers krimis books literature fiction": "polar, polars, krimi, "
        "krimis, "
        "thriller, roman policier, policier, crime novel, crime fiction, agatha christie, "
        "fred vargas, thilliez, joël dicker, harlan coben, dan brown, richard osman, ian rankin, "
        "lee child, fitzek, nele neuhaus, jo nesbo, läckberg, millenium, grangé, stephen king, "
        "mary higgins clark, bernard minier, musso, psychothriller, whodunnit, gone girl",
        "classical classique klassiker literature littérature literatur fiction": "jane austen, "
        "stendhal, zola, balzac, victor hugo, flaubert, maupassant, camus, molière, shakespeare, "
        "dickens, brontë, goethe, schiller, kafka, dostoïevski, tolstoï, orwell, thomas mann, "
        "penguin classics, folio classique, reclam, roman classique, germinal, les misérables, "
        "wuthering heights, pride and prejudice, steinbeck, hemingway, alice walker, virginia "
        "woolf",
        "contemporary contemporaine gegenwartsliteratur fiction": "marc levy, virginie grimaldi, "
        "sally rooney, jojo moyes, murakami, houellebecq, amélie nothomb, elena ferrante, "
        "anna gavalda, khaled hosseini, paulo coelho, margaret atwood, mélissa da costa, "
        "valérie perrin, guillaume musso, alice walker",
        "science fiction fantasy fantastique books": "tolkien, frank herbert, asimov, pratchett, "
        "sanderson, eragon, le sorceleur, the witcher, hobbit, narnia, dune, sarah j maas, acotar",
        "romance liebesromane books": "colleen hoover, liebesroman, dark romance, new romance, "
        "harlequin, mills and boon, after, bridgerton, romance",
        "children kids enfants kinder books": "petit nicolas, petit prince, max et lili, roald "
        "dahl, "
        "gruffalo, der kleine prinz, conni, gregs tagebuch, wimpy kid, julia donaldson, dr seuss, "
        "cabane magique, j aime lire, mortelle adèle, t choupi, astrid lindgren, pippi, wieso "
        "weshalb warum, bilderbuch, kinderbuch, album jeunesse, livre jeunesse, picture book, "
        "livre enfant, children s book, kids book, vorlesebuch, was ist was, harry potter, tintin "
        "petit, enid blyton, david walliams, peter rabbit",
        "comics bd graphic novels": "astérix, tintin, lucky luke, bande dessinée, gaston, spirou, "
        "comic, marvel comics, batman comic, lustiges taschenbuch, blake et mortimer, thorgal",
        "cooking cuisine food drink essen kochen": "kochbuch, kochbücher, backbuch, cookbook, "
        "recettes, livre de cuisine, livre de recettes, jamie oliver, ottolenghi, simplissime, "
        "nigella, thermomix rezepte, cookery book, recipe book, recipes",
        "travel voyage reise": "guide du routard, routard, lonely planet, reiseführer, travel "
        "guide, "
        "guide de voyage, guide michelin",
        "textbooks study manuels lehrbücher scolaires schulbücher": "manuel scolaire, annales, "
        "schulbuch, textbook, gcse, a level, revision guide, bescherelle, cahier d exercices, "
        "abitur",
        "biographies biography biografien": "biographie, autobiographie, autobiography, memoir, "
        "mémoires, biografie, becoming",
        "health wellbeing santé bien être gesundheit": "développement personnel, self help, "
        "ratgeber, "
        "yoga buch, méditation livre, mindfulness",
        "mangas manga comics": "manga, mangas, one piece tome, naruto tome, tome manga",
        "boardgame board plateau brettspiele games jeux": "jeu de plateau, jeux de plateau, "
        "jeu de société, brettspiel, board game, boardgame, gesellschaftsspiel, ticket to ride, "
        "siedler von catan, azul, les aventuriers du rail, time s up, mensch ärgere dich nicht",
        "card games cartes kartenspiele": "skip bo, uno, jeu de cartes, kartenspiel, card game, "
        "tarot, "
        "7 familles, dobble, poker",
        "jigsaw puzzle puzzles": "1000 pièces, 500 pièces, 1000 teile, 500 teile, 2000 teile, "
        "1000 pieces, 500 pieces, 1000 piece, 500 piece, 2000 pièces, 1500 pièces",
        "single trading cards cartes collectionner sammelkarten unité einzelne": "carte pokémon, "
        "pokemon karte, pokemon card, carte yu gi oh, carte magic, panini carte, holo, charizard, "
        "dracaufeu, glurak, match attax",
        "game games jeux spiele": "fifa, fc 24, fc 25, call of duty, gta, gta 5, assassin s creed, "
        "god of war, spider man, horizon, red dead redemption, minecraft, sims, elden ring, cod, "
        "the last of us, hogwarts legacy, just dance, f1 23, nba 2k, resident evil, cyberpunk",
        # Toys and children
        "soft toys stuffed animals peluche stofftiere": "jellycat, teddy, teddy bear, nounours, "
        "ours, "
        "kuscheltier, kuscheltiere, stofftier, plüschtier, peluche, peluches, squishmallow, "
        "squishmallows, plushie, plush, cuddly toy, stuffed animal, steiff",
        "comforter doudous schmusetücher": "doudou, doudous, schmusetuch, comforter, schnuffeltuch",
        "blocks building toys construction bauspielzeug": "lego, duplo, playmais, kapla, "
        "magformers, "
        "mega bloks, bausteine, lego technic, lego star wars, lego city, lego friends, meccano, "
        "lego duplo, lego ninjago, lego harry potter, bauklötze",
        "figures actionfiguren figurines": "actionfigur, action figure, figurine, figur, funko "
        "pop, "
        "schleich, sylvanian, playmobil, marvel figur, star wars figur, paw patrol, transformers",
        "dolls poupées puppen doll": "poupée, poupon, puppe, barbie, baby born, doll, corolle, "
        "lol, "
        "monster high, bratz, baby annabell, american girl",
        "toykitchen kitchens cuisine dinette toy": "dînette, cuisine enfant, kinderküche, "
        "spielküche, "
        "play kitchen, toy kitchen, marchande, kaufladen, wooden kitchen, cuisine en bois",
        "wooden toys bois holzspielzeug": "brio, holzeisenbahn, jouet en bois, wooden train, "
        "wooden blocks, train en bois, haba, holzpuzzle",
        "toy cars vehicles trucks": "petite voiture, majorette, hot wheels, matchbox, "
        "spielzeugauto, "
        "bruder, siku, tractopelle, camion jouet, dickie",
        "interactive audio players electronic toys électroniques elektronisches": "toniebox, "
        "tonie box, tonies, tonie, vtech, lunii, tiptoi, storypod, yoto, fabrique à histoires",
        "bikes bicyclettes fahrräder balance": "draisienne, laufrad, balance bike, vélo enfant, "
        "kinderfahrrad, kids bike, strider, puky, vélo fille, vélo garçon, woom",
        "scooters trottinettes roller": "trottinette, trotinette, trottinettes, scooter, "
        "tretroller, "
        "cityroller, micro scooter, mini micro, patinette",
        "tricycles dreiräder": "tricycle, dreirad, trike",
        "umbrella buggies cannes buggys buggy": "poussette canne, maclaren, yoyo, babyzen, "
        "reisebuggy, umbrella fold, pushchair umbrella, stroller, pockit",
        "buggies pushchairs polyvalentes kinderwagen buggy": "bugaboo, cybex, kinderwagen, pram, "
        "pushchair, landau, trio, joie, icandy, silver cross",
        "car seats sièges auto autositze kindersitze": "siège auto, cosy, kindersitz, babyschale, "
        "car seat, rehausseur, booster seat, maxi cosi, isofix, römer, britax",
        "baby monitors babyphones": "babyphone, babyphones, baby monitor, angelcare, babyfon",
        "sleeping bags couchage schlafsäcke sleep sacks": "gigoteuse, turbulette, babyschlafsack, "
        "grobag, sleep sack, baby sleeping bag",
        "rompers combinaisons strampler romper": "babygro, babygros, baby gro, baby grow, "
        "babygrow, "
        "sleepsuit, sleepsuits, strampler, strampelanzug, onesie, barboteuse, "
        "combinaison bébé, einteiler baby",
        "school bags cartables scolarité schultaschen": "cartable, cartable cp, schulranzen, "
        "ranzen, "
        "school bag, schultasche, satch, ergobag, scout ranzen, tann s",
        "rain trousers pantalons pluie regenhosen": "matschhose, matschhosen, regenhose, "
        "buddelhose, "
        "pantalon de pluie, rain trousers, waterproof trousers",
        "fancy dress costumes déguisements verkleidungen": "déguisement, verkleidung, fasching, "
        "faschingskostüm, karneval, kostüm, fancy dress, costume fille, world book day, halloween",
        # Clothes, shoes and bags
        "shoulder bags bandoulière umhängetaschen shoulderbag": "umhängetasche, crossbody, "
        "cross body, porté croisé, sac bandoulière, messenger bag, schultertasche, camera bag, "
        "besace",
        "tote totebag fourre tout shopper": "cabas, shopper, fourre tout, tote bag, tote, "
        "longchamp "
        "pliage, le pliage, shopping bag, einkaufstasche",
        "handbag handbags main handtaschen": "sac à main, handtasche, speedy, neverfull, handbag, "
        "henkeltasche, purse bag",
        "clogs mules sabots pantoletten": "crocs, clogs, sabot, sabots, pantoletten, mules, "
        "clog, holzclogs",
        "sandals sandales sandalen": "birkenstock, arizona, nu pieds, riemchensandalen, "
        "sandalette, "
        "sandaletten, teva",
        "laced boots lacets schnürstiefel ankleboots": "timberland, red wing, boots à lacets, "
        "lace up boots, schnürboots, dr martens, doc martens, docs",
        "football shoes fußballschuhe boots": "crampons, chaussures de foot, fußballschuhe, "
        "football boots, stollenschuhe, astro turf, predator, mercurial",
        "running shoes course laufschuhe": "running, laufschuhe, running shoes, chaussures de "
        "course, "
        "gel nimbus, gel kayano, pegasus, brooks ghost, saucony, hoka",
        "sport activewear": "running shorts, gym leggings, gym shorts, laufhose, tights running, "
        "sporthose, sportshirt, trikot, maillot de foot, maillot football, football shirt, "
        "jersey, gymshark, trainingsanzug, domyos, kalenji, under armour, radhose, cycliste, "
        "yogahose, brassière de sport, sport bh, sports bra",
        "print printed imprimés bedruckte": "bandshirt, band t shirt, band tee, graphic tee, "
        "t shirt imprimé, motivshirt, logo t shirt, rammstein, metallica, acdc, nirvana",
        "joggers jogging trousers": "tracksuit bottoms, sweatpants, jogginghose, joggers, bas de "
        "jogging, pantalon de jogging, trackies",
        "winter knitted hiver strickpullover grobstrick jumper": "grobstrick, grobstrickpullover, "
        "gros tricot, grosse maille, chunky knit, cable knit, strickpulli, strickpullover, pull "
        "torsadé, aran jumper, zopfmuster",
        "hoodies hoodie": "sweat à capuche, kapuzenpulli, kapuzenpullover, hoody, hoodie",
        "dress": "dirndl, trachtenkleid, maxikleid, skater dress, wrap dress, robe portefeuille",
        "swim swimsuit onepiece pièce": "maillot une pièce, maillot de bain 1 pièce, badeanzug, "
        "one piece swimsuit, swimming costume, cossie",
        "bra soutien gorge": "soutif, soutien gorge, bh, bra, push up bh, wonderbra, balconette",
        "peacoat cabans": "caban, peacoat, cabanjacke, pea coat",
        "biker perfectos jacket": "perfecto, bikerjacke, biker jacket, blouson motard",
        "perfume parfums parfum women": "la vie est belle, coco mademoiselle, j adore, black "
        "opium, "
        "la petite robe noire, chanel n 5, miss dior, flower by kenzo, lancome tresor, alien "
        "mugler, "
        "daisy marc jacobs, si armani, good girl",
        "perfume parfums parfum men": "sauvage dior, bleu de chanel, one million, le male, "
        "invictus, acqua di gio, boss bottled, aftershave, after shave, eau de cologne homme",
        "earrings boucles oreilles ohrringe": "créoles, creolen, hoops, hoop earrings, ohrstecker, "
        "ohrhänger, studs, puces d oreilles, ear studs, drop earrings",
        "necklace colliers ketten": "collier, kette, halskette, sautoir, pendentif, necklace, "
        "choker",
        "scarves scarf écharpes schals": "schal, snood, chèche, étole, tube scarf, loop schal",
        # Home
        "dinner sets dinnerset table geschirrsets": "kaffeeservice, tafelservice, service à café, "
        "service à thé, tea set, coffee set, dinner service, service de table, ménagère vaisselle, "
        "geschirrset, kaffeegeschirr, service porcelaine",
        "beddingset bedding sets parures lit bettwäsche": "bettwäsche, bettwäscheset, parure de "
        "lit, "
        "parure, linge de lit, bed set, bedding set, duvet set, housse de couette et taies",
        "duvetcover duvet covers housses couette bettbezüge": "housse de couette, bettbezug, "
        "duvet cover",
        "sheets draps bettlaken": "drap housse, draps, spannbettlaken, laken, fitted sheet, sheet",
        "cushions coussins kissen": "cushion cover, cushion covers, housse de coussin, coussin, "
        "dekokissen, zierkissen, scatter cushion, kissenhülle",
        "blankets couvertures decken": "plaid, plaids, wolldecke, kuscheldecke, throw, tagesdecke",
        "rugs tapis teppiche": "teppich, tapis berbère, rug, läufer",
        "coffee pots teapots théières cafetières teekannen": "théière, teekanne, kaffeekanne, "
        "teapot, "
        "cafetière italienne, bialetti, coffee pot",
        "cups mugs tasses tassen cup": "mug, mugs, becher, tasse, kaffeebecher, coffee mug",
        "stemmed glasses verres pied stielgläser": "verres à vin, weingläser, sektgläser, wine "
        "glasses, "
        "flûtes à champagne, champagne glasses, coupes",
        "frames encadrements bilderrahmen picture": "cadre photo, bilderrahmen, cadre, photo frame",
        # What only the newer English page has leaves for
        "cookware pans": "saucepan, frying pan, casserole dish, le creuset, cocotte, wok, topf, "
        "pfanne, poêle, dutch oven",
        "fryers": "air fryer, airfryer, deep fat fryer, heißluftfritteuse, friteuse",
        "coffee espresso machines": "nespresso, dolce gusto, tassimo, delonghi, coffee machine",
        "hurling sticks": "hurley, hurl, sliotar, camogie",
        "dogs pet": "dog, dogs, puppy, pup, hund, hunde, chien, chiot",
        "cats pet": "cat, cats, kitten, katze, chat, chaton",
        "dumbbells weight strength": "dumbbell, dumbbells, hanteln, haltères, kettlebell",
        "tents camping": "tent, zelt, tente, camping tent",
        "guitars guitar instruments": "guitar, gitarre, guitare, ukulele, fender, yamaha guitar",
        "drill power tools": "bohrmaschine, perceuse, cordless drill, akkuschrauber, makita, bosch",
        "wool yarn": "pelote, pelotes, strickwolle, yarn, double knit, dk wool, aran wool, "
        "stylecraft",
        "sewing machines": "machine à coudre, nähmaschine, sewing machine, singer",
    }
)
