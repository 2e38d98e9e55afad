"""What sellers call books, music, films and games, in three languages.

A row is all words of a label in every language, and what sellers say for it: evidence beside other
words. Which leaves of a page a row means is found in `browser.evidence.category.called`.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_FOR_LEISURE: Final[Table] = {
    # Books, films, music
    "crime thrillers policiers krimis thriller": "polar, roman policier, krimi, provinzkrimi, "
    "regionalkrimi, thriller, psychothriller, detective novel, crime novel, whodunnit, policier, "
    "rita falk, sebastian fitzek, fitzek, agatha christie, maxime chattam, bernard minier, "
    "franck thilliez, lee child, jack reacher, ian rankin, stephen king, jo nesbo, "
    "karin slaughter, camilla läckberg, tana french, richard osman, harlan coben, "
    "michael connelly, nele neuhaus, donna leon, charlotte link, jean christophe grangé, "
    "michel bussi, mary higgins clark, joël dicker, freida mcfadden, la femme de ménage, "
    "the housemaid, girl on the train, gone girl, stieg larsson, simon beckett, andreas gruber, "
    "krimi taschenbuch, val mcdermid, john grisham, dan brown, da vinci code, sherlock holmes, "
    "james patterson",
    "fantasy science fiction fantastique": "roman fantasy, fantasy roman, science fiction roman, "
    "harry potter, seigneur des anneaux, herr der ringe, lord of the rings, hobbit, "
    "game of thrones, trône de fer, throne of glass, sarah j maas, acotar, fourth wing, "
    "iron flame, brandon sanderson, terry pratchett, discworld, eragon, dune roman, isaac asimov, "
    "the witcher, sorceleur, twilight, hunger games, tribute von panem, percy jackson, "
    "cornelia funke, tintenherz, leigh bardugo, six of crows, pierre bottero, fondation asimov, "
    "sci fi novel, romantasy, ready player one, wheel of time, la passe miroir",
    "romance liebesromane": "romance, liebesroman, new romance, dark romance, colleen hoover, "
    "colleen, it ends with us, jamais plus, after anna todd, anna todd, calendar girl, "
    "nicholas sparks, danielle steel, harlequin, mills and boon, bridgerton, mona kasten, "
    "jojo moyes, me before you, avant toi, cecelia ahern, ana huang, twisted love, elle kennedy, "
    "icebreaker, captive sarah rivens, rosamunde pilcher, romance novel, chick lit, "
    "morgane moncomble, jenny colgan, sophie kinsella",
    "contemporary fiction contemporaine gegenwartsliteratur": "roman contemporain, roman, romans, "
    "guillaume musso, marc levy, musso, virginie grimaldi, mélissa da costa, valérie perrin, "
    "changer l eau des fleurs, amélie nothomb, houellebecq, sally rooney, normal people, "
    "elena ferrante, murakami, haruki murakami, paulo coelho, l alchimiste, isabel allende, "
    "delphine de vigan, leila slimani, roman taschenbuch, gegenwartsroman, daniel kehlmann, "
    "juli zeh, novel paperback, booker prize, prix goncourt, goncourt, khaled hosseini, "
    "historischer roman, ken follett, ken follet, donna tartt, eleanor oliphant, "
    "seven husbands of evelyn hugo, taylor jenkins reid, marian keyes, agnès martin lugand, "
    "aurélie valognes, raphaëlle giordano, gilles legardinier, tatiana de rosnay, "
    "where the crawdads sing",
    "classical literature littérature classique klassiker classics": "classique, stendhal, zola, "
    "germinal, victor hugo, les misérables, balzac, flaubert, madame bovary, maupassant, bel ami, "
    "albert camus, l étranger, molière, jane austen, pride and prejudice, dickens, "
    "charles dickens, shakespeare, goethe, faust, schiller, kafka, die verwandlung, thomas mann, "
    "buddenbrooks, dostoïevski, dostojewski, tolstoi, guerre et paix, orwell, 1984 orwell, "
    "wuthering heights, jane eyre, penguin classics, reclam, reclamheft, dubliners, "
    "ulysses james joyce, great gatsby, of mice and men, to kill a mockingbird, moby dick, "
    "frankenstein, dracula, oscar wilde, dorian gray, hemingway, le petit prince, fontane, "
    "effi briest",
    "poetry drama poésie théâtre lyrik theater": "poésie, recueil de poèmes, gedichte, "
    "gedichtband, poetry, poems, rupi kaur, baudelaire, les fleurs du mal, pièce de théâtre, "
    "rilke, seamus heaney, play script",
    "humour humor": "livre humour, witze, humor buch, joke book, humour book, ralf schmitz",
    "comics graphic novels bandes dessinées bd romans graphiques": "bd, bande dessinée, comic, "
    "comics, astérix, asterix, tintin, tim und struppi, lucky luke, lustiges taschenbuch, "
    "graphic novel, gaston lagaffe, spirou, boule et bill, titeuf, largo winch, thorgal, "
    "blake et mortimer, marvel comic, batman comic, les schtroumpfs, les profs, donald duck, "
    "micky maus, beano annual, tome bd, xiii bd, persepolis, mortelle adèle, roman graphique, "
    "heartstopper, garfield, calvin and hobbes, intégrale bd, blacksad, gregs tagebuch comic",
    "manga mangas": "manga, mangas, one piece, naruto, dragon ball, demon slayer, jujutsu kaisen, "
    "my hero academia, death note, attaque des titans, attack on titan, fairy tail, tokyo ghoul, "
    "bleach, one punch man, hunter x hunter, chainsaw man, spy x family, blue lock, haikyuu, "
    "sailor moon manga, fullmetal alchemist, shonen, shojo, detektiv conan, detective conan, "
    "tome manga, webtoon, solo leveling, berserk manga, tokyo revengers, black clover",
    "kids and young adults kids | enfants et jeunes adultes enfants | jeunesse "
    "enfants | young readers children | jugend kinder | kids and young adults "
    "children": "livre enfant, livres enfant, livre jeunesse, album jeunesse, kinderbuch, "
    "kinderbücher, bilderbuch, bilderbücher, vorlesebuch, erstleser, picture book, "
    "children s book, kids book, childrens books, roald dahl, matilda, julia donaldson, gruffalo, "
    "le gruffalo, max et lili, j aime lire, david walliams, petit ours brun, tchoupi, t choupi, "
    "le petit nicolas, bibliothèque rose, club des cinq, die drei fragezeichen, "
    "das magische baumhaus, conni buch, pixi, pixi buch, leo lausemaus, was ist was, wimmelbuch, "
    "janosch, astrid lindgren, pippi langstrumpf, enid blyton, famous five, horrid henry, "
    "diary of a wimpy kid, gregs tagebuch, journal d un dégonflé, dog man, chair de poule, "
    "max und moritz, raupe nimmersatt, tiptoi buch, cherche et trouve livre, kididoc, imagier, "
    "dr seuss, peter rabbit, beatrix potter, jacqueline wilson, warrior cats, "
    "schule der magischen tiere, bibi und tina, räuber hotzenplotz, otfried preußler, "
    "michael ende, momo, biff and chip, la cabane magique, martine livre, tom gates",
    "babies bébés babys toddlers tout petits kleinkinder books": "livre bébé, livre tissu, "
    "livre cartonné, stoffbuch, pappbilderbuch, pappbuch, board book, board books, fühlbuch, "
    "baby book, cloth book, livre sonore, soundbuch, badebuch, touchy feely, that s not my, "
    "ces n est pas mon, badebücher, bath book",
    "young adults | teenagers | adolescents | jeunes adultes | jugendbücher | "
    "jugendliche": "jugendbuch, jugendroman, roman ado, young adult, ya novel, roman adolescent, "
    "teen novel, john green, the fault in our stars, divergente, divergent, maze runner, "
    "labyrinthe, heartless, tschick, percy jackson, hunger games, one of us is lying, "
    "à comme association, cherub",
    "cooking cuisine kochen food drink boissons essen trinken cookbooks": "livre de cuisine, "
    "livre cuisine, kochbuch, kochbücher, backbuch, cookbook, cookery book, recipe book, "
    "recettes, jamie oliver, ottolenghi, thermomix kochbuch, mary berry, livre recettes, "
    "livre de recettes, nigella, livre thermomix, rezeptbuch, cyril lignac, baking book, "
    "livre pâtisserie",
    "biographies memoirs mémoires biografien biography": "biographie, autobiographie, biografie, "
    "autobiography, memoir, michelle obama becoming, becoming, spare prince harry, "
    "steve jobs biographie, autobiografie, témoignage, mémoires, memoiren, anne frank, biography",
    "health wellbeing santé bien être gesundheit wohlbefinden": "développement personnel, "
    "livre développement personnel, self help, selbsthilfe, ratgeber gesundheit, atomic habits, "
    "ernährungsbuch, yoga livre, méditation, livre régime, diätbuch, ernährung, "
    "psychologie livre, diet book, achtsamkeit, les quatre accords toltèques, mindfulness, "
    "the power of now, das kind in dir muss heimat finden, the secret, rhonda byrne, "
    "accords toltèques, men are from mars, psychology book",
    "history histoire geschichte": "livre histoire, geschichtsbuch, weltkrieg buch, history book, "
    "seconde guerre mondiale livre, sapiens, world war book, irish history, ww2 book",
    "business economics | business finance | économie affaires | économie finance | "
    "wirtschaft | wirtschaft finanzen": "rich dad poor dad, père riche père pauvre, finanzbuch, "
    "livre bourse, marketing buch, business book, entrepreneur livre, finanzratgeber, "
    "investing book",
    "arts entertainment divertissement kunst unterhaltung": "livre d art, kunstbuch, "
    "bildband kunst, art book, beau livre, fotobuch bildband, livre photographie, "
    "coffee table book, livre mode, bildband, fashion book, photography book, livre cinéma, "
    "vogue book",
    "travel voyages reisen voyage reise": "guide du routard, guide de voyage, reiseführer, "
    "lonely planet, travel guide, guide voyage, marco polo reiseführer, dumont reiseführer, "
    "livre voyage, routard, baedeker, reisebuch",
    "science nature wissenschaft natur": "livre nature, naturbuch, livre animaux, "
    "stephen hawking, pflanzenbuch, tierbuch, livre jardinage, nature book, bird book, "
    "astronomie livre, guide oiseaux, brief history of time",
    "religion spirituality spiritualité spiritualität": "bible, bibel, livre spiritualité, coran, "
    "koran, tarot livre, oracle, cartes oracle, holy bible, gebetbuch, prayer book, "
    "esoterik buch, oracle cards, buddhismus",
    "family parenting parentalité famille familie eltern": "livre grossesse, "
    "schwangerschaftsbuch, erziehungsratgeber, parenting book, j attends un bébé, "
    "livre éducation positive, baby led weaning, hebammen buch, j élève mon enfant, "
    "pregnancy book",
    "crafts decoration hobbies diy loisirs créatifs création bricolage basteln deko "
    "hobby heimwerken passions": "livre tricot, livre couture, strickbuch, nähbuch, bastelbuch, "
    "häkelbuch, coloriage adulte, livre coloriage, malbuch erwachsene, knitting book, "
    "crochet book, livre bricolage, colouring book, livre crochet, gartenbuch, sewing book, "
    "livre loisirs créatifs, burda, strickzeitschrift, pattern book",
    "school books | livres scolaires | schulbücher | study materials textbooks | "
    "manuels et supports d étude | lehrbücher lernmaterial": "manuel scolaire, schulbuch, "
    "cahier de vacances, annales bac, arbeitsheft, übungsheft, textbook, revision guide, "
    "leaving cert, junior cert, leaving cert papers, gcse, a level, annabac, bescherelle, "
    "lehrbuch, klausurtraining, abitur, past papers, fachbuch, livre médecine, livre droit, "
    "code civil, medical textbook, langenscheidt, méthode assimil, assimil, cours de, "
    "vokabeltrainer, exam papers, uni buch, concours livre, prépa, grammaire anglaise, "
    "fiches de révision, stark abitur, matheheft",
    "reference | reference books | nachschlagewerke | livre de référence | ouvrages "
    "de référence": "dictionnaire, wörterbuch, lexikon, dictionary, encyclopédie, encyclopedia, "
    "larousse, petit robert, duden, atlas, enzyklopädie, brockhaus, guinness world records, "
    "oxford dictionary, thesaurus",
    "politics society politique société politik gesellschaft": "livre politique, "
    "livre sociologie, politik buch, politics book, philosophie livre, philosophie, "
    "philosophy book, féminisme, feminism book, nietzsche, sachbuch politik",
    "computers technology tech informatique technologie informatik technik": "livre informatique, "
    "programmieren buch, python book, coding book, it fachbuch, c programming book, "
    "excel pour les nuls",
    "sports non fiction sachbücher sport": "livre sport, fußballbuch, livre foot, sport book, "
    "livre football, livre musculation",
    "other non fiction sachbücher andere autre": "sachbuch, non fiction book, documentaire livre",
    "magazines": "magazine, zeitschrift, zeitschriften, magazines, vogue, national geographic, "
    "annual, revue, revues",
    "other literature fiction autre littérature andere literatur belletristik": "lot de livres, "
    "lot livres, bücherpaket, büchersammlung, book bundle, bücher konvolut, bundle of books, "
    "lot de romans, books job lot, bücher paket, livre de poche",
    "vinyl vinyles": "vinyle, vinyles, disque vinyle, 33 tours, 45 tours, 33t, 45t, schallplatte, "
    "schallplatten, lp, lps, vinyl record, records, record, vinyl lp, disque 33 tours, "
    "maxi 45 tours, picture disc, langspielplatte, 7 inch single, 12 inch, double vinyle, "
    "vinyl record lp",
    "cds cd": "cd, cds, album cd, cd album, hörspiel cd, hörbuch, audiobook, livre audio, "
    "cd single, kinderhörspiel, audio cd, musik cd, coffret cd, kpop album, photocard, bts album",
    "cassettes kassetten": "cassette audio, kassette, kassetten, mc kassette, musikkassette, "
    "hörspielkassette, cassette tape, k7, k7 audio, tapes, hörspiel kassette",
    "dvd dvds": "dvd, dvds, coffret dvd, dvd box, dvd film, série dvd, staffel dvd, dvd boxset, "
    "film dvd, intégrale dvd, saison dvd, dvd box set",
    "blu ray": "blu ray, bluray, blu ray film, 4k blu ray, blue ray, steelbook, 4k uhd, blu rays",
    "vhs": "vhs, cassette vhs, videokassette, k7 vidéo, vhs kassette, vhs tape, cassette vidéo",
    # Games machines
    "electronics video games consoles | électronique jeux vidéo consoles | elektronik "
    "videospiele konsolen": "console de jeux, jeu vidéo, konsole, spielkonsole",
    "nintendo switch games jeux spiele": "jeu switch, jeux switch, switch spiel, switch game, "
    "mario kart 8, mario kart 8 deluxe, animal crossing, zelda breath of the wild, "
    "tears of the kingdom, super smash bros, smash bros, pokemon écarlate, pokémon violet, "
    "pokémon épée, splatoon, mario odyssey, super mario odyssey, luigi s mansion 3, "
    "just dance switch, ring fit adventure, super mario party, mario party switch, "
    "pokemon arceus, kirby switch, nintendo switch game, switch games, mario wonder, "
    "nintendo switch spiel, jeu nintendo switch, pokemon karmesin, pokemon shield, pokemon sword",
    "nintendo switch consoles konsolen": "nintendo switch oled, switch oled, switch lite, "
    "nintendo switch lite, console switch, switch konsole, nintendo switch konsole, "
    "console nintendo switch, switch console",
    "nintendo switch accessories accessoires": "joycon, joy con, joy cons, manette switch, "
    "switch pro controller, pro controller, dock switch, pochette switch, housse switch, "
    "switch tasche, switch case, switch controller, joy con grip, station d accueil switch, "
    "ladegerät switch, switch hülle, manette pro switch, switch lenkrad",
    "playstation 5 games jeux spiele": "jeu ps5, ps5 spiel, ps5 game, jeux ps5, ps5 games, "
    "ps5 spiele, spider man 2 ps5, god of war ragnarok, elden ring ps5, hogwarts legacy ps5, "
    "ea fc 24 ps5, fc 25 ps5, fifa 23 ps5",
    "playstation 5 consoles konsolen": "console ps5, ps5 konsole, ps5 slim, ps5 digital, "
    "ps5 console, playstation 5 slim, ps5 disc edition",
    "playstation 5 accessories accessoires": "manette ps5, dualsense, ps5 controller, "
    "dualsense edge, support ps5, pulse 3d, ps5 headset, dualsense controller, façade ps5",
    "playstation 4 games jeux spiele": "jeu ps4, ps4 spiel, ps4 game, jeux ps4, ps4 games, "
    "ps4 spiele, gta 5 ps4, last of us ps4, horizon zero dawn, uncharted 4, bloodborne, fifa ps4, "
    "red dead redemption 2 ps4, call of duty ps4, spider man ps4",
    "playstation 4 consoles konsolen": "console ps4, ps4 konsole, ps4 slim, ps4 pro, ps4 console, "
    "ps4 500gb, ps4 1tb",
    "playstation 4 accessories accessoires": "manette ps4, dualshock 4, ps4 controller, "
    "dualshock, support ps4, ps4 manette, ps4 headset",
    "older playstation games jeux spiele anciennes ältere": "jeu ps3, jeu ps2, jeu ps1, "
    "ps3 spiel, ps2 spiel, ps1 spiel, ps3 game, ps2 game, ps1 game, jeu psp, psp game, "
    "jeu ps vita, jeux ps2, jeux ps3, ps2 games, ps3 games, psp spiel, crash bandicoot ps1, "
    "final fantasy vii ps1, jeux ps1, ps1 games, singstar",
    "older playstation consoles konsolen anciennes ältere": "console ps3, ps2 konsole, "
    "ps3 konsole, console ps2, psp konsole, ps vita konsole, ps1 konsole, console psp, ps vita, "
    "psp, playstation 1, playstation 2, ps2 slim, ps3 slim, ps one, psx, playstation portable, "
    "console ps1, playstation 3",
    "older playstation accessories accessoires anciennes ältere": "manette ps3, manette ps2, "
    "ps2 controller, ps3 controller, memory card ps2, carte mémoire ps2, ps move, buzzer ps2, "
    "dualshock 3, ps1 controller, singstar mikrofone",
    "xbox series games jeux spiele": "jeu xbox series x, xbox series x game, xbox series spiel, "
    "starfield, forza horizon 5",
    "xbox series consoles konsolen": "xbox series s, xbox series x, console xbox series s, "
    "xbox series konsole",
    "xbox series accessories accessoires": "manette xbox series, xbox series controller",
    "xbox one games jeux spiele": "jeu xbox one, xbox one spiel, xbox one game, xbox one games, "
    "jeux xbox one, halo 5, forza horizon 4, sea of thieves",
    "xbox one consoles konsolen": "console xbox one, xbox one konsole, xbox one s, xbox one x, "
    "xbox one console",
    "xbox one accessories accessoires": "manette xbox one, xbox one controller, xbox controller, "
    "manette xbox, kinect xbox one, xbox elite controller",
    "older xbox games jeux spiele anciennes ältere": "jeu xbox 360, xbox 360 spiel, "
    "xbox 360 game, xbox 360 games, jeux xbox 360, halo 3, gears of war, kinect sports",
    "older xbox consoles konsolen anciennes ältere": "xbox 360 konsole, console xbox 360, "
    "xbox 360 slim, xbox 360 console, xbox 360 elite",
    "older xbox accessories accessoires anciennes ältere": "manette xbox 360, "
    "xbox 360 controller, kinect, kinect xbox 360",
    "nintendo wii u games jeux spiele": "jeu wii, jeux wii, wii spiel, wii game, wii games, "
    "wii sports, mario kart wii, wii spiele, just dance wii, wii fit, jeu wii u, wii party, "
    "new super mario bros wii, super mario galaxy, mario galaxy, wii fit plus",
    "nintendo wii u consoles konsolen": "console wii, wii konsole, nintendo wii, wii u konsole, "
    "wii console, wii mini, wii u console, pack wii, wii blanche",
    "nintendo wii u accessories accessoires": "manette wii, wiimote, nunchuk, wii remote, "
    "balance board, wii balance board, wii fernbedienung, wii controller, volant wii, "
    "wii motion plus",
    "nintendo 3ds 2ds games jeux spiele": "jeu 3ds, jeux 3ds, 3ds spiel, 3ds game, 3ds games, "
    "pokemon soleil, pokémon lune, animal crossing new leaf, tomodachi life, 3ds spiele, "
    "pokemon x, pokémon y, mario kart 7, pokemon ultra",
    "nintendo 3ds 2ds consoles konsolen": "nintendo 3ds, 3ds xl, new 3ds, nintendo 2ds, 2ds xl, "
    "console 3ds, 3ds konsole, nintendo 3ds xl, new 3ds xl, new nintendo 3ds, nintendo 2ds xl, "
    "2ds konsole, nintendo 2ds konsole",
    "nintendo 3ds 2ds accessories accessoires": "chargeur 3ds, 3ds ladekabel, housse 3ds, "
    "3ds case, étui 3ds",
    "game boy nintendo games jeux spiele": "jeu gameboy, jeu game boy, gameboy spiel, "
    "cartouche game boy, cartouche gameboy, "
    "game boy spiel, tetris gameboy, pokemon rouge, pokemon jaune, pokemon red, gameboy game, "
    "pokemon gelbe edition, pokemon blaue edition, pokemon rote edition, super mario land, "
    "jeu gba, jeu game boy advance, gba game, gba spiel, pokemon émeraude, pokemon smaragd, "
    "pokemon emerald, pokemon version jaune, jeux game boy, pokemon crystal",
    "game boy nintendo consoles konsolen": "gameboy, game boy, game boy color, gameboy color, "
    "game boy advance, gameboy advance, gameboy advance sp, game boy advance sp, gba sp, "
    "game boy pocket, console game boy, gameboy konsole, gba, gameboy classic",
    "game boy nintendo accessories accessoires": "link kabel gameboy, câble link, gameboy tasche",
    "older nintendo games jeux spiele anciennes ältere": "jeu ds, jeux ds, nintendo ds spiel, "
    "ds game, ds spiel, nintendogs, jeu gamecube, gamecube spiel, gamecube game, n64 spiel, "
    "jeu n64, n64 game, snes spiel, jeu super nintendo, snes game, jeu nes, nes spiel, nes game, "
    "super mario 64, jeu nintendo ds, mario kart ds, ocarina of time, pokemon diamant, "
    "pokemon perl, pokemon platin, nintendo ds game, pokemon soulsilver, pokemon heartgold, "
    "ds games, ds spiele, docteur kawashima, super mario bros 3, pokemon diamond, "
    "pokemon platine, jeux nes, jeux super nintendo",
    "older nintendo consoles konsolen anciennes ältere": "nintendo ds, ds lite, nintendo ds lite, "
    "dsi, nintendo dsi, gamecube, nintendo 64, n64, super nintendo, snes, console nes, "
    "nintendo nes, nes classic, snes mini, nes mini, gamecube konsole, game cube, console ds, "
    "nintendo ds konsole, dsi xl, n64 konsole, snes konsole, super nes, game and watch, "
    "game watch",
    "older nintendo accessories accessoires anciennes ältere": "manette n64, manette gamecube, "
    "n64 controller, snes controller, gamecube controller, manette super nintendo, "
    "n64 expansion pak, memory card gamecube, chargeur ds, super game boy, ladegerät ds",
    "sega games jeux spiele": "jeu megadrive, mega drive spiel, megadrive game, dreamcast game, "
    "sonic megadrive, jeu master system, jeu dreamcast, jeu mega drive, "
    "sonic the hedgehog mega drive, saturn game, game gear game",
    "sega consoles konsolen": "megadrive, mega drive, sega mega drive, dreamcast, master system, "
    "game gear, sega saturn, sega megadrive, mega drive konsole",
    "sega accessories accessoires": "manette megadrive, mega drive controller, manette sega",
    "virtual reality games réalité virtuelle jeux spiele": "psvr spiel, jeu psvr",
    "virtual reality consoles réalité virtuelle konsolen": "oculus quest, meta quest, "
    "oculus quest 2, meta quest 2, meta quest 3, casque vr, vr brille, psvr, playstation vr, "
    "vr headset, psvr2",
    "pc games jeux spiele": "jeu pc, pc spiel, pc game, sims 4, jeux pc, les sims, sims 3, "
    "pc spiele, cd rom jeu, pc cd rom, die sims, age of empires pc, world of warcraft, "
    "jeu pc big box",
    "trading single cards cartes collectionner unité einzelne sammelkarten": "carte pokemon, "
    "cartes pokemon, pokemon karte, pokemon karten, pokemon cards, pokemon card, carte pokémon, "
    "dracaufeu, charizard, glurak, pikachu karte, yu gi oh karten, yugioh, carte yu gi oh, "
    "magic karten, mtg, carte magic, panini sticker, panini bilder, carte panini, match attax, "
    "topps, topps karten, booster pokemon, display pokemon, etb pokemon, one piece card, lorcana, "
    "display booster, pokemon etb, carte dragon ball, pokemon sammlung, card binder pokemon, "
    "ultra rare pokemon, psa 10, topps match attax, adrenalyn",
    "stamps timbres briefmarken": "timbre, timbres, briefmarke, briefmarken, briefmarkensammlung, "
    "stamp, collection de timbres, ersttagsbrief, postage stamps, first day cover, fdc, "
    "stamp album, briefmarkenalbum, album timbres, stamp collection",
    "tennis rackets raquettes tennisschläger racquets": "raquette de tennis, raquette tennis, "
    "tennisschläger, tennis racket, babolat, tennisracket, wilson racket, babolat pure drive",
    "badminton rackets raquettes badmintonschläger": "raquette badminton, raquette de badminton, "
    "badmintonschläger, federballschläger, badminton set, badminton racket, yonex",
    "bike helmets casques vélo fahrradhelme": "casque de vélo, casque vélo, fahrradhelm, "
    "bike helmet, cycling helmet, casque enfant vélo, kinderhelm, kinderfahrradhelm, helmet bike, "
    "radhelm, uvex helm, abus helm",
    "city bikes vélos ville cityräder": "vélo, vélo de ville, fahrrad, damenrad, damenfahrrad, "
    "herrenrad, city bike, town bike, stadtrad, cityrad, stadtfahrrad, step through bike, "
    "vélo hollandais, hollandrad, citybike, vtc, dutch bike, "
    "vélo électrique, e bike, herrenfahrrad, ladies bike, vélo pliant, faltrad, klapprad, vtt, "
    "mountainbike, rennrad, vélo de route",
    "mountain bikes": "vtt, mountainbike, mountain bike, mtb",
    "road bikes": "rennrad, road bike, racing bike, vélo de course",
    "folding bikes": "brompton, folding bike, faltrad",
    "balance bikes": "balance bike, strider bike, laufrad",
}
