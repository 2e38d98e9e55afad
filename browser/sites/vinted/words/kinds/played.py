"""What things to play, read, hear, switch on and do sport with are that no label names.

Rows as in `by_name`, written from the labels of the pages: evidence beside other words.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

KINDS_PLAYED: Final = terms(
    {
        # Consoles and their games
        "3ds 2ds nintendo console": "ds lite, nintendo ds, dsi, 3ds xl, new 3ds, 2ds xl, nds",
        "boy game nintendo": "gameboy advance, game boy color, gba sp, gameboy color, gba",
        "wii nintendo": "wii u, wii fit, wiimote, wii sports, balance board",
        "switch nintendo": "switch lite, switch oled, joy con, joycons, pro controller switch, "
        "nintendo switch",
        "older nintendo anciennes ältere": "nes, snes, n64, super nintendo, gamecube, "
        "nintendo 64, super nes",
        "sega retro": "mega drive, megadrive, dreamcast, master system, game gear, sega saturn",
        "playstation older anciennes ältere": "ps1, psx, ps2, ps vita, psp, ps3",
        "game games jeux spiele video": "jeu ps4, jeu ps5, jeu switch, jeu xbox, jeu wii, "
        "ps4 spiel, ps5 spiel, switch spiel, xbox game, ps4 game, wii spiel, ds game, jeu ds, "
        "pc game, the witcher 3, battlefield, forza, halo, tomb raider, sonic, gran turismo, "
        "need for speed, wwe 2k, rayman, crash bandicoot, ratchet, kirby, metroid, donkey kong, "
        "pikmin, mario party, ring fit, fortnite, skyrim, fallout, far cry, diablo",
        # Electronics
        "phones téléphones handys mobile": "smartphone, portable android, handy, mobile phone, "
        "téléphone portable, samsung s10, samsung s9, samsung a52, iphone se, iphone xr, "
        "iphone 11, iphone 13, iphone 14, iphone 8, galaxy s10, honor, oppo, realme, motorola, "
        "klapphandy",
        "computers ordinateurs computer": "desktop, tour gamer, laptop, notebook, macbook, "
        "chromebook, ordinateur, rechner, unité centrale, mini pc, all in one pc, écran pc, "
        "monitor, clavier, tastatur, keyboard mechanical, souris, mouse wireless, imac, nas, "
        "disque dur, festplatte, ssd, graphics card, carte graphique, grafikkarte, router, webcam",
        "tablets tablettes": "tablette, tablet, kindle fire, ipad pro, galaxy tab, fire hd",
        "wearables connectés": "montre connectée, smartwatch, fitnesstracker, activity tracker, "
        "fitbit charge, apple watch, mi band, garmin forerunner, fitness armband",
        "cameras appareils photo kameras": "appareil photo, kamera, reflex, spiegelreflexkamera, "
        "digicam, argentique, film camera, objectif, objektiv, lens, camescope, camcorder, "
        "tripod, stativ, trépied, dslr, polaroid, gopro hero, kompaktkamera, bridge camera, drone",
        "audio": "lautsprecher, bluetooth speaker, casque, kopfhörer, earphones, earbuds, "
        "soundbar, barre de son, platine, turntable, plattenspieler, chaîne hifi, stereoanlage, "
        "ampli, verstärker, amplifier, walkman, mp3 player, lecteur mp3, ipod, discman, headset, "
        "in ear, lecteur cd, cd player, microphone, mikrofon",
        "tv télévision television": "téléviseur, fernseher, smart tv, chromecast, fire tv stick, "
        "apple tv, remote control tv, télécommande, beamer, projecteur, projector, fire stick",
        "beauty electronics beauté elektronik": "sèche cheveux, haartrockner, föhn, lisseur, "
        "glätteisen, hair straighteners, curling iron, lockenstab, épilateur, epilierer, ipl, "
        "rasierapparat, shaver, brosse à dents électrique, hair clippers, tondeuse cheveux, "
        "brosse soufflante, hair dryer, ghd, airwrap, lampe uv, foreo",
        "electronics accessories accessoires elektronikzubehör": "coque, handyhülle, chargeur, "
        "ladegerät, netzteil, power bank, câble usb, ladekabel, phone case, screen protector, "
        "support téléphone, handyhalterung, adapter, sd karte, clé usb, usb stick, dock",
        "accessories accessoires consoles video": "manette, controller, ladestation, "
        "charging dock, headset gaming, volant jeu, casque gaming, lenkrad, sacoche switch, "
        "housse switch, switch case, switch tasche, nunchuk, câble console, ladekabel switch",
        # Books, music, films
        "crime thrillers policiers krimis": "polar, krimi, thriller, agatha christie, enquête, "
        "ermittler, kommissar, detective novel, whodunit, jussi adler olsen, henning mankell, "
        "simenon, maigret, camilla läckberg, john grisham, michael connelly, sherlock holmes, "
        "freida mcfadden, karin slaughter, donna leon, patricia cornwell, tana french, bussi, "
        "franck thilliez, maxime chattam, robert galbraith, ruth ware, paula hawkins",
        "romance liebesromane": "colleen hoover, romance, liebesroman, after tome, "
        "nicholas sparks, jojo moyes, it ends with us, new adult, ali hazelwood, emily henry, "
        "ana huang, fifty shades, cinquante nuances, twisted, bridgerton, captive tome, "
        "cecelia ahern",
        "science fiction fantasy fantastique": "game of thrones, trône de fer, "
        "seigneur des anneaux, lord of the rings, herr der ringe, fantasy, dune, le sorceleur, "
        "terry pratchett, robin hobb, fondation asimov, brandon sanderson, fourth wing, acotar, "
        "twilight, hunger games, star wars roman, der hobbit, throne of glass, tribute von panem",
        "contemporary contemporaine gegenwartsliteratur": "marie ndiaye, delphine de vigan, "
        "haruki murakami, ken follett, elena ferrante, leïla slimani, david nicholls, juli zeh, "
        "normal people, kazuo ishiguro, ian mcewan, zadie smith, goncourt, matt haig, "
        "sebastian fitzek roman, maggie o farrell, claire keegan, colm toibin, roy jacobsen, "
        "paula mclain, eleanor oliphant, where the crawdads sing",
        "classical classique klassiker literature": "zola, proust, flaubert, madame bovary, "
        "les fleurs du mal, candide, l étranger, la peste, die verwandlung, dickens, jane eyre, "
        "the great gatsby, 1984, animal farm, don quichotte, bel ami, frankenstein, dracula, "
        "oscar wilde, dorian gray, james joyce, ulysses, dubliners",
        "poetry poésie lyrik theatre": "poèmes, gedichte, poems, recueil, theaterstück, molière, "
        "pièce de théâtre, shakespeare, anthology, seamus heaney, yeats, racine, rilke",
        "manga mangas comics": "manga, one piece, naruto, bleach, fairy tail, attaque des titans, "
        "attack on titan, death note, spy x family, chainsaw man, tokyo ghoul, sailor moon",
        "comics bd graphic bandes dessinées": "bd, bande dessinée, album bd, astérix, tintin, "
        "lucky luke, spirou, gaston, dc comics, batman, graphic novel, comicheft, micky maus, "
        "largo winch, blacksad, titeuf, cédric, schtroumpfs, garfield, beano, 2000 ad",
        "children kids enfants kinder young readers": "livre enfant, album illustré, kinderbuch, "
        "picture book, livre pour enfant, bilderbuch, martine, oui oui, bibi blocksberg, "
        "die drei fragezeichen, roald dahl, matilda, hungry caterpillar, "
        "chenille qui fait des trous, raupe nimmersatt, petit ours brun, p tit loup, "
        "max und moritz, geronimo stilton, diary of a wimpy kid, david walliams, horrid henry, "
        "room on the broom, peppa pig book, monsieur madame, mr men, gruffalo, narnia, "
        "percy jackson, club des cinq, fantômette",
        "cooking cuisine kochen food": "recettes, kochbuch, cookbook, livre de cuisine, backbuch, "
        "recipes, pâtisserie livre, cyril lignac, nigella lawson, thermomix kochbuch, mary berry, "
        "cuisine facile, ottolenghi simple, jamie oliver",
        "travel voyage reisen reise": "guide de voyage, reiseführer, routard, lonely planet, "
        "travel guide, atlas routier, carte michelin, rough guide, baedeker, wanderführer",
        "biographies biography mémoires biografien": "autobiographie, biography, memoir, "
        "biografie, autobiography, michelle obama, steve jobs, mémoires de, "
        "tagebuch der anne frank, journal anne frank",
        "history histoire geschichte": "seconde guerre mondiale, zweiter weltkrieg, world war, "
        "napoleon, sapiens, histoire de france, weltgeschichte, irish history, mittelalter",
        "health wellbeing santé bien gesundheit": "développement personnel, self help, ratgeber, "
        "yoga livre, méditation, nutrition, régime, les quatre accords toltèques, "
        "miracle morning, abnehmen, psychologie, the secret, atomic habits, mindfulness book",
        "school scolaires schulbücher study manuels textbooks": "annales bac, manuel scolaire, "
        "schulbuch, leaving cert, junior cert, textbook, cahier d activités, workbook, "
        "vokabelheft, bescherelle, arbeitsheft, abiturtraining, gcse revision, lehrbuch, "
        "study guide, ielts, duden grammatik, cours de droit",
        "reference référence nachschlagewerke": "dictionnaire, wörterbuch, dictionary, larousse, "
        "petit robert, duden, encyclopédie, lexikon, encyclopedia, atlas, pons",
        "crafts loisirs créatifs basteln hobbies": "livre tricot, knitting book, häkelbuch, "
        "bastelbuch, livre couture, jardinage livre, gardening book, gartenbuch, "
        "crochet patterns, coloriage adulte, malbuch",
        "business economics économie wirtschaft": "père riche père pauvre, rich dad poor dad, "
        "marketing livre, börse, entrepreneur, investing, management, bourse",
        "religion spirituality spiritualité": "bible, bibel, tarot, coran, koran, gebetbuch, "
        "missel, astrologie, prayer book, tarotkarten, runes",
        "science nature wissenschaft": "oiseaux guide, pilze bestimmen, birdwatching, astronomie, "
        "stephen hawking, brief history of time, plantes guide",
        "family famille familie parenting": "grossesse livre, j attends un enfant, "
        "what to expect, erziehung, éducation bienveillante, babybuch",
        "humour humor": "blagues, witze, joke book, cartoon",
        "sports sport books": "biographie footballeur, football annual, yoga handbuch, rugby book",
        "arts kunst books": "catalogue exposition, ausstellungskatalog, art book, "
        "photographie livre, bildband, taschen kunst, livre d art, beau livre",
        "cds cd music": "album cd, cd, hörspiel, maxi single cd, compilation cd, hörbuch cd, "
        "best of cd, coffret cd, now that s what i call music",
        "vinyl vinyles": "vinyle, 33t, 33 tours, 45 tours, lp, schallplatte, record, 12 inch, "
        "langspielplatte, vinyl lp",
        "cassettes kassetten": "k7 audio, kassette, cassette tape, musikkassette, "
        "hörspiel kassette, audio cassette",
        "dvd": "film dvd, dvd box, coffret dvd, staffel, saison dvd, box set dvd, disney dvd",
        "blu ray": "bluray, blu ray, 4k uhd, steelbook",
        # Games and toys
        "boardgame board plateau brettspiele société gesellschaftsspiele": "jeu de société, "
        "brettspiel, board game, gesellschaftsspiel, monopoly, scrabble, cluedo, risk, "
        "qui est ce, guess who, mensch ärgere dich nicht, catan, siedler, échecs, chess set, "
        "schach, schachspiel, backgammon, ludo, trivial pursuit, dixit, labyrinthe, "
        "das verrückte labyrinth, carcassonne, 7 wonders, pandemic, cranium, kinderspiel haba, "
        "docteur maboul, puissance 4, connect 4, bataille navale, battleship, petits chevaux",
        "card cartes kartenspiele games": "jeu de cartes, kartenspiel, card game, uno, skip bo, "
        "phase 10, skyjo, exploding kittens, dobble, top trumps, quartett, mille bornes, "
        "cards against humanity, 6 nimmt, rommé, skat, halli galli",
        "jigsaw puzzle puzzles": "puzzle, ravensburger puzzle, 1000 teile puzzle, jigsaw, "
        "puzzle 1000 pièces, puzzel, 3d puzzle, holzpuzzle, puzzle bois, floor puzzle",
        "brain teasers knobelspiele": "rubik s cube, rubiks cube, zauberwürfel, casse tête, "
        "escape game, exit das spiel, smart games, unlock, sudoku, rush hour",
        "stacking balancing empilement": "jenga, tour infernale, stapelturm, wackelturm",
        "tabletop miniature figurines": "warhammer, 40k, age of sigmar, miniatures, d d, "
        "donjons et dragons, space marines",
        "tile based tuiles legespiele": "dominos, mahjong, rummikub, rummy, triominos, qwirkle, "
        "azul, kingdomino",
        "single trading cards unité einzelne": "carte pokémon, pokemon karte, carte holo, holo, "
        "psa, graded card, fullart, ultra rare, secret rare, carte rare",
        "lots": "job lot, joblot, job lots, bulk lot",
        "lots trading cards": "pokemon cards job lot, pokemon job lot, "
        "job lot cards, bulk cards, lot de cartes, kartensammlung, "
        "card lot, pokemon bundle, cards lot, lot cartes, cards job lot",
        "stamps timbres briefmarken": "timbre, timbres, briefmarke, stamp collection, "
        "briefmarkensammlung, philatélie, stamp album, briefmarkenalbum, first day cover",
        "coins": "pièce de monnaie, münze, münzen, coin, pièces euros, 2 euro münze, old pennies, "
        "sixpence, shilling, silver coin, gedenkmünze, proof set",
        "banknotes": "billet de banque, geldschein, banknote, pound note, £1 note, £5 note, "
        "£10 note, pound notes, old note, punt note, irish note, bank note, paper money",
        "postcards": "carte postale, postkarte, postcard, cartes postales anciennes, ansichtskarte",
        "construction blocks building bauspielzeug": "lego, duplo, meccano, kapla, playmais, "
        "knex, k nex, magnetic tiles, magnettiles, briques, bausteine, geomag, fischertechnik, "
        "smartmax, clipo, cobi",
        "figures figurines actionfiguren": "figurine, playmobil, schleich, action figure, funko, "
        "star wars figur, dragon ball figurine, papo, power rangers, ninja turtles, "
        "tortues ninja, batman figurine, sylvanian families, my little pony, bayala, petshop, "
        "littlest pet shop, maileg",
        "dolls poupées puppen": "poupée, poupon, barbie, puppe, baby doll, puppenkleidung, "
        "vêtements poupée, corolle, our generation, monster high, american girl, reborn, "
        "lol surprise, babypuppe, dolls pram, puppenwagen, poussette poupée",
        "dollhouses dollhouse puppenhäuser": "maison de poupée, puppenhaus, doll house, "
        "dolls house, maison barbie",
        "soft toys peluche stofftiere kuscheltiere": "peluche, doudou lapin, kuscheltier, teddy, "
        "plüschtier, cuddly toy, jellycat, nici, plush, plüsch, ours en peluche, build a bear, "
        "stofftier, squishmallow, ty beanie, beanie boo",
        "rattles chew hochets rasseln teethers": "hochet, anneau de dentition, beißring, rassel, "
        "sophie la girafe, teether, teething ring, greifling, babyspielzeug greifen",
        "wooden bois holzspielzeug": "jouet en bois, holzspielzeug, holzeisenbahn, train en bois, "
        "wooden train set, brio, janod, hape, grimms, melissa and doug, kugelbahn, circuit bois",
        "kitchen cuisine dinette spielküchen toy": "dînette, dinette, cuisine enfant, spielküche, "
        "kinderküche, play kitchen, tea set toy, kaufladen, marchande, play food, spielküche holz",
        "musical musicaux musikspielzeug toys": "xylophone, boîte à musique, spieluhr, tambourin, "
        "kinder keyboard, kindergitarre, trommel kinder, musical toy, glockenspiel",
        "electronic électroniques elektronische games toys": "tamagotchi, furby, vtech, leapfrog, "
        "toniebox, storio, tonies, kidizoom, robot jouet, karaoke kids, tiptoi stift",
        "educational éducatifs lernspielzeug": "montessori, lernspielzeug, jeu éducatif, stem, "
        "experimentierkasten, science kit, chimie kit, lernuhr, globe enfant, puzzle alphabet, "
        "sorting toy, boîte à formes, steckspiel, motorikschleife, activity cube",
        "outdoor plein draußen toys": "trampoline, toboggan, rutsche, slide garden, "
        "balançoire jardin, sandkasten, bac à sable, sandspielzeug, nerf, cerf volant, drachen, "
        "kite, swing garden, water pistol, pistolet à eau, schaukel garten, bubbles machine",
        "cars trains vehicles toy": "voiture télécommandée, rc car, ferngesteuertes auto, "
        "hot wheels, matchbox, majorette, siku, bruder, circuit voiture, carrera, carrera bahn, "
        "petite voiture, train set, tracteur jouet, spielzeugauto, diecast, scalextric, "
        "modelleisenbahn, märklin, hornby, corgi",
        "balance bikes bicyclettes fahrräder kids": "draisienne, laufrad, balance bike, "
        "vélo enfant 16 pouces, kinderfahrrad, kids bike, puky rad, vélo 14 pouces, 16 zoll, "
        "20 zoll",
        "scooters trottinettes roller": "trottinette, roller kinder, scooter, tretroller, "
        "stunt scooter, city roller, microscooter",
        "dress costumes déguisements verkleidungen": "déguisement, kostüm kinder, "
        "faschingskostüm, fancy dress, princess dress up, verkleidung, robe reine des neiges, "
        "elsa kleid, costume pirate, superhero costume",
        # Sport and hobby
        "tennis rackets raquettes tennisschläger racquets": "raquette de tennis, tennisschläger, "
        "tennis racket, babolat, wilson blade, head radical, pure drive, pure aero, "
        "tennis racquet",
        "badminton rackets raquettes badmintonschläger": "raquette de badminton, "
        "badmintonschläger, yonex, federball, federballschläger, badminton set",
        "table tennis bats": "raquette ping pong, tischtennisschläger, table tennis bat, ping pong",
        "city ville cityräder bikes": "vélo, fahrrad, bike, vélo hollandais, hollandrad, "
        "damenrad, herrenrad, bicycle, vtc, citybike, dutch bike, vélo de ville, ladies bike",
        "mountain bikes": "vtt, mountainbike, mtb",
        "road bikes": "vélo de route, rennrad, road bike, racer bike, racing bike",
        "electric bikes": "vélo électrique, e bike, ebike, pedelec, electric bike",
        "bike helmets casques vélo fahrradhelme": "casque vélo, fahrradhelm, cycling helmet, "
        "bike helmet, kinderhelm, casque enfant vélo",
        "accessories cycling": "fahrradschloss, antivol, bike lock, fahrradtasche, sacoche vélo, "
        "pannier, bike light, fahrradlicht, pompe à vélo, luftpumpe",
        "dumbbells kettlebells weights strength": "haltère, haltères, hanteln, hantelset, "
        "weights set, kettlebell, kurzhantel, weight plates, barbell",
        "yoga mats": "tapis de yoga, yogamatte, yoga mat, gymnastikmatte, fitnessmatte",
        "exercise bikes machines": "vélo d appartement, heimtrainer, spin bike, treadmill, "
        "tapis de course, laufband, crosstrainer, rameur, rowing machine, elliptique",
        "tents camping": "tente, zelt, tent, tente 2 secondes, wurfzelt, pop up tent",
        "sleeping camping bags": "duvet camping, sac de couchage, schlafsack, sleeping bag adult",
        "fishing rods": "canne à pêche, angelrute, fishing rod, moulinet, angelrolle, fishing reel",
        "skis ski downhill": "skis, ski alpin, carving ski, carvingski, bâtons de ski, skistöcke",
        "skates roller ice": "rollers, inliner, inline skates, patins à glace, schlittschuhe, "
        "ice skates, roller skates, rollschuhe, patins à roulettes, quad skates",
        "skateboards": "skateboard, longboard, penny board, waveboard",
        "riding hats equestrian": "bombe équitation, reithelm, riding hat, casque équitation",
        "horse equestrian saddles tack": "selle cheval, sattel, saddle, trense, bridle, "
        "tapis de selle, schabracke, longe, pferdedecke, horse rug, licol, halfter",
        "wetsuits": "combinaison surf, neoprenanzug, wetsuit, combinaison néoprène",
        "swim goggles swimming": "lunettes de natation, schwimmbrille, swimming goggles, palmes, "
        "flossen, masque plongée, taucherbrille, snorkel set",
        "golf clubs": "club de golf, golfschläger, golf irons, putter, driver golf, golf set",
        "boxing gloves": "gants de boxe, boxhandschuhe, boxing gloves",
        "footballs football": "ballon de foot, fußball ball, football ball size 5",
        "guitars guitar instruments": "guitare, gitarre, ukulele, guitare sèche, acoustic guitar, "
        "e gitarre, bass guitar, konzertgitarre, electric guitar",
        "keyboards pianos instruments": "clavier yamaha, synthétiseur, e piano, piano numérique, "
        "digital piano, keyboard casio, synthesizer",
        "wind instruments recorders": "flûte à bec, blockflöte, recorder, tin whistle, querflöte, "
        "clarinette, klarinette, saxophone, trompette, trumpet, flute, harmonica",
        "drums percussion": "batterie musique, schlagzeug, drum kit, cajon, djembe, bodhran",
        "violins string instruments": "violon, geige, violin, violoncelle, cello, fiddle",
        "yarn wool knitting": "pelote de laine, wollknäuel, yarn, balls of wool, "
        "laine à tricoter, strickwolle, cotton yarn",
        "needles knitting hooks crochet": "aiguilles à tricoter, stricknadeln, knitting needles, "
        "crochet hook, häkelnadel",
        "fabric sewing": "coupon de tissu, fat quarters, stoffpaket, metre of fabric, stoffreste",
        "sewing machines": "machine à coudre, nähmaschine, sewing machine, overlock, singer",
        "sewing patterns": "patron couture, schnittmuster, sewing pattern, knitting pattern",
        "paints painting": "peinture acrylique, acrylfarben, acrylic paint, aquarellfarben, "
        "watercolour set, ölfarben, oil paints, gouache",
        "beads jewellery making": "perles à enfiler, perlen basteln, beads, seed beads",
    }
)
