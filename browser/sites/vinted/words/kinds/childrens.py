"""What sellers call things for children, in three languages.

A row is all words of a label in every language, and what sellers say for it: evidence beside other
words. Which leaves of a page a row means is found in `browser.evidence.category.called`.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_FOR_CHILDREN: Final[Table] = {
    # Children's clothes
    "rompers combinaisons strampler": "strampler, strampelanzug, babygrow, babygros, barboteuse, "
    "romper, einteiler baby, sleepsuit, sleepsuits, overall baby, "
    "combinaison bébé, pilote bébé, baby romper, wollwalk overall",
    "grenouillères": "grenouillère, dors bien, dors biens, pyjama velours bébé",
    "bodysuits bodies bodys": "body bébé, bodies, bodys, langarmbody, wickelbody, kurzarmbody, "
    "babybody, vests baby, onesies, onesie baby, bodies manches courtes, baby vests, "
    "short sleeve vests, bodyvests",
    "dungarees | grenouillères | latzhosen | salopettes | jumpsuits dungarees | "
    "jumpsuits latzhosen": "salopette, latzhose, dungarees, salopette jean bébé, latzhose baby",
    "one piece pyjamas une pièce schlafoveralls": "pyjama dors bien, dors bien, surpyjama, "
    "onesie, schlafoverall, pyjama une pièce, combipyjama, sleepsuit, pyjama velours bébé",
    "two piece pyjamas deux pièces zweiteilige schlafanzüge": "pyjama, pyjama deux pièces, "
    "pyjama 2 pièces, schlafanzug, schlafanzug zweiteilig, pjs, pyjamas, pyjama enfant, "
    "pyjama set kids, schlafi",
    "nighties chemises nuit nachthemden": "chemise de nuit fille, nightie, nachthemd mädchen",
    "long sleeved tops | blouses manches longues | chemises manches longues | "
    "langarmtops": "t shirt manches longues, langarmshirt, longsleeve, long sleeve top, sous pull",
    "short sleeved tops | blouses manches courtes | chemises manches courtes | "
    "kurzarmtops": "kurzarmshirt",
    "snow suits sets combinaisons ensembles neige schneeanzüge": "combinaison de ski, "
    "combinaison ski, combi ski, combinaison pilote, schneeanzug, skianzug, snowsuit, "
    "schneeoverall, ski suit, all in one snow, pramsuit, puddle suit lined",
    "snow trousers pantalons neige schneehosen": "pantalon de ski, skihose, schneehose, "
    "ski pants, salopette de ski, ski trousers",
    "snow jackets coats vestes manteaux neige schneejacken": "veste de ski, skijacke, "
    "schneejacke, ski jacket, blouson de ski",
    "rain trousers pantalons pluie regenhosen": "matschhose, regenlatzhose, regenhose, "
    "buddelhose, pantalon de pluie, waterproof trousers, waterproof dungarees, puddle trousers",
    "rain suits sets combinaisons ensembles pluie regenanzüge": "matschanzug, regenoverall, "
    "puddle suit, puddlesuit, waterproof all in one, combinaison de pluie, matschoverall",
    "raincoats | imperméables | regenmäntel": "regenjacke, ciré, ciré enfant, k way enfant, "
    "imperméable, rain jacket, raincoat, matschjacke, pac a mac",
    "fleece jackets polaires fleecejacken": "fleecejacke, polaire, fleece, veste polaire",
    "puffer jackets doudounes daunenjacken": "doudoune, puffer, winterjacke, steppjacke, puffa, "
    "puffer coat, manteau chaud",
    "fancy dress costumes | déguisements | verkleidung kostüme": "déguisement, "
    "costume reine des neiges, elsa kleid, faschingskostüm, karnevalskostüm, kostüm, fancy dress, "
    "dressing up, princess dress up, spiderman costume, halloween costume, costume pirate, "
    "robe de princesse, prinzessinnenkleid, world book day, dress up, fasching, cape super héros",
    "formal wear special occasion clothing | tenues de soirée | festliche kleidung": ""
    "robe de cérémonie, robe cérémonie, costume cérémonie, costume enfant, communion dress, "
    "holy communion, communion suit, kommunionkleid, kommunionsanzug, christening gown, "
    "christening dress, taufkleid, taufanzug, robe de baptême, robe de communion, page boy suit, "
    "flower girl dress, blumenmädchenkleid, festkleid, festanzug, baptême, kilt",
    "swimming trunks maillots bain badehosen": "badehose, short de bain, maillot de bain, "
    "swim shorts, swimming trunks, uv shirt, t shirt anti uv, schwimmwindel, swim trunks, "
    "slip de bain",
    "one piece swimsuits maillot 1 pièce badeanzüge": "badeanzug, maillot de bain, swimsuit, "
    "swimming costume, maillot une pièce, uv anzug, swim suit, maillot 1 pièce",
    "bikinis tankinis maillot 2 pièces": "bikini, maillot deux pièces, tankini",
    "bathrobes peignoirs bademäntel": "bademantel, peignoir, sortie de bain, bathrobe, "
    "dressing gown, robe de chambre",
    "hook loop trainers scratch klettverschluss baskets sneaker": "baskets à scratch, "
    "baskets scratch, klettschuhe, velcro trainers, velcro runners, tennis à scratch, "
    "klettverschluss schuhe, sneaker klett, hook and loop, velcro shoes",
    "lace up trainers lacets schnürsneaker baskets": "baskets à lacets, converse enfant, "
    "tennis à lacets, turnschuhe schnüren",
    "baby shoes | chaussures bébé | babyschuhe": "chaussons bébé, chaussons cuir souple, "
    "krabbelschuhe, lauflernschuhe, babyschuhe, pre walkers, prewalkers, first shoes, crib shoes, "
    "baby booties, premiers pas, chaussures premiers pas, lederpuschen, robeez",
    "slippers | chaussons | hausschuhe | house slippers | pantoufles": "chaussons, hausschuhe, "
    "slippers, pantoufles, puschen",
    "ballerinas mary janes t bar shoes babies salomés riemchenschuhe ballerines": "ballerines, "
    "babies, salomés, mary janes, t bar shoes, ballerina",
    "formal special occasion shoes chaussures grandes occasions festliche": ""
    "chaussures de cérémonie, school shoes, communion shoes, chaussures vernies, lackschuhe, "
    "black school shoes",
    "football boots chaussures football fußballschuhe": "chaussures de foot enfant, crampons, "
    "fußballschuhe, football boots",
    "bags backpacks | sacs et sacs à dos | taschen rucksäcke": "sac à dos maternelle, "
    "kindergartenrucksack, kinderrucksack, sac à dos enfant, kids backpack, sac enfant, "
    "petit sac à dos",
    "school bags | cartables | schultaschen": "cartable, schulranzen, ranzen, schultasche, satch, "
    "scout ranzen, ergobag, tann s, school bag, schoolbag, cartable à roulettes, schulrucksack, "
    "mcneill",
    "school supplies fournitures scolaires schulbedarf": "trousse, trousse scolaire, "
    "federmäppchen, mäppchen, schultüte, pencil case, fournitures scolaires, etui schule, "
    "cahiers, lunch box, brotdose, boîte goûter, gourde enfant, federmappe",
    "hairbands hairclips bandeaux barrettes haarbänder haarspangen cheveux": "barrettes fille, "
    "haarspangen kinder, bandeau bébé, serre tête fille, hair bows, jojo bow, kids hair clips",
    "caps hats | casquettes chapeaux | caps hüte": "bonnet bébé, mütze kind, babymütze, "
    "sonnenhut kinder, chapeau de soleil, bonnet enfant, schirmmütze kinder, sun hat baby, "
    "kids hat, bob enfant",
    "scarves shawls | écharpes châles | schals tücher": "schlauchschal kinder, halstuch baby, "
    "snood enfant, écharpe enfant",
    "clothing bundles kleiderpakete other girls boys clothing autres housses "
    "vêtements": "lot de vêtements, lot vêtements, kleiderpaket, bekleidungspaket, "
    "paket kleidung, clothes bundle, baby clothes bundle, bundle of clothes, lot fille, "
    "lot garçon, lot habits, clothing bundle, job lot clothes, konvolut kleidung, lot bébé, "
    "vêtements bébé lot, kleidungspaket, klamottenpaket, kinderkleidung paket, babykleidung paket, "
    "baby bundle, baby boy bundle, baby girl bundle, boys bundle, girls bundle, kids bundle, "
    "boys clothes bundle, girls clothes bundle, kids clothes bundle, lot vêtements enfant, "
    "lot vêtements garçon, lot vêtements fille, lot vêtements bébé, gros lot garçon, "
    "gros lot fille",
    "sets ensembles": "ensemble bébé, zweiteiler baby, baby outfit, babyset, ensemble naissance, "
    "baby set, coffret naissance, 2 piece set baby, outfit set",
    "underwear culottes unterwäsche": "culottes fille, slips garçon, unterwäsche kinder, "
    "unterhemden, kids pants, boxers enfant",
    "tights leggings collants strumpfhosen": "collants bébé, strumpfhosen kinder, "
    "kinderstrumpfhose, tights girls",
    "boys girls activewear | filles garçons vêtements de sport | mädchen jungen "
    "sportbekleidung": "tutu danse, justaucorps, gymnastikanzug, leotard, ballettkleid, "
    "gym leotard, fußballtrikot kinder, maillot foot enfant, kimono judo, karate suit, judogi, "
    "judoanzug, karateanzug, ballet dress, jogging enfant ensemble",
    # Toys and care
    "soft toys stuffed animals animaux peluche kuscheltiere stofftiere kuschel": "peluche, "
    "peluches, kuscheltier, stofftier, teddybär, teddy, teddy bear, soft toy, cuddly toy, plush, "
    "plüschtier, steiff, jellycat, squishmallow, build a bear, ours en peluche, nounours, "
    "plushie, plüsch, ty beanie, bunny soft toy, squishmallows, pokemon peluche, peluche pokemon",
    "sleeping toys doudous einschlafspielzeug": "doudou, doudou plat, schmusetuch, schnuffeltuch, "
    "comforter, kuscheltuch, doudou lapin, doudou ours, spieluhr baby, schnuffeltier, "
    "nuby comforter, veilleuse peluche, ewan the dream sheep, comfort blanket",
    "construction toys jeux bauspielzeug blocks building": "lego, duplo, lego duplo, lego city, "
    "lego technic, lego friends, lego star wars, lego ninjago, lego creator, bausteine, "
    "klemmbausteine, briques, kapla, magformers, magna tiles, meccano, clics, mega bloks, "
    "lego set, lego minifig, lego harry potter, knex, bristle blocks, lego bundle, geomag, cobi, "
    "magnetbausteine, smartmax, bauklötze",
    "wooden toys | jouets en bois | holzspielzeug": "jouet en bois, holzspielzeug, train en bois, "
    "brio, holzeisenbahn, hape, wooden train, wooden toy, jouets en bois, holzpuzzle, "
    "steckpuzzle, motorikschleife, grimms regenbogen, circuit en bois, wooden blocks, janod",
    "dolls poupées puppen": "poupée, poupon, puppe, barbie, baby born, baby annabell, corolle, "
    "doll, reborn, monster high, poupée barbie, bratz, lol surprise, our generation, "
    "puppenkleidung, vêtements barbie, american girl, götz puppe, schildkröt, rainbow high, dolls",
    "action figures figurines actionfiguren toy figures playsets": "playmobil, figurine, figuren, "
    "schleich, action figure, action man, paw patrol, pat patrouille, funko, funko pop, "
    "figurine manga, tortues ninja, turtles, superhero figures, star wars figur, "
    "sylvanian families, bullyland, papo, figurine papo, dinosaur figures, transformers, "
    "marvel figurine, he man, masters of the universe, actionfigur, bandai, calico critters",
    "kids toys | enfants jouets | kinder spielzeug": "hot wheels, majorette, siku, matchbox, "
    "petites voitures, circuit voiture, carrera bahn, spielzeugautos, toy cars, "
    "voiture télécommandée, ferngesteuertes auto, rc auto, nerf, bruder, toupie beyblade, "
    "beyblade, playdoh, play doh, pâte à modeler, knete, aquabeads, bügelperlen, marionnettes, "
    "kasperlepuppen, toy bundle, spielzeugauto, garage jouet, parkgarage, dinosaures, "
    "remote control car, slime, fidget toys, pop it, toy garage, tractor toy, tracteur jouet",
    "toy cars": "hot wheels, matchbox, majorette, siku, toy cars, diecast cars, spielzeugautos",
    "remote control toys": "rc car, remote control car, ferngesteuertes auto, drone kids, "
    "voiture télécommandée",
    "foam blasters": "nerf, nerf gun, nerf guns",
    "fidget toys": "pop it, fidget spinner, fidget toy, fidgets",
    "interactive audio players | electronic games | jeux électroniques | "
    "elektronische spiele": "toniebox, tonie box, tonies, tonie, tonie figur, lunii, "
    "fabrique à histoires, tiptoi, vtech, storio, leapfrog, boîte à histoires, conteuse, yoto, "
    "yoto player, hörspielbox, tamagotchi, kidizoom, furby, vtech tablet, "
    "ordinateur enfant vtech, leappad, tiptoi stift, merlin conteuse, tigerbox",
    "educational toys games | jouets éducatifs | lernspielzeug lernspiele | "
    "educational games | jeux éducatifs | lernspiele | other educational toys": "montessori, "
    "jeu éducatif, lernspielzeug, lernspiel, cherche et trouve, loto, steckspiel, "
    "experimentierkasten, kosmos experimentierkasten, chemistry set, science kit, "
    "globe terrestre enfant, busy board, flash cards, formes à encastrer, sorting cube, "
    "nathan jeu, tableau enfant, magnettafel kinder",
    "board games | jeux de société | jeux de plateau | gesellschaftsspiele | "
    "brettspiele": "jeu de société, jeux de société, brettspiel, gesellschaftsspiel, board game, "
    "monopoly, catan, siedler von catan, cluedo, scrabble, trivial pursuit, risk, carcassonne, "
    "dixit, ticket to ride, zug um zug, kniffel, mensch ärgere dich nicht, codenames, "
    "labyrinth spiel, ravensburger labyrinth, escape game jeu, exit spiel, pictionary, "
    "jungle speed, time s up, les aventuriers du rail, schach, schachspiel, chess set, "
    "jeu d échecs, échecs, wingspan, azul, pandemic, operation game, guess who, qui est ce, "
    "docteur maboul, puissance 4, connect 4, backgammon, spiel des jahres, qwirkle, haba spiel, "
    "obstgarten, jeu de plateau, familienspiel, 7 wonders, kniffel spiel",
    "card games | jeux de cartes | kartenspiele": "uno, jeu de cartes, kartenspiel, skat, skyjo, "
    "phase 10, dobble, card game, exploding kittens, quartett, cards against humanity, bohnanza, "
    "wizard kartenspiel, 6 nimmt, love letter jeu, top trumps, tarot jeu, rommé, mille bornes, "
    "playing cards, tarot cards",
    "puzzles jigsaw puzzle": "puzzle, puzzles, puzzle 1000 pièces, ravensburger puzzle, jigsaw, "
    "jigsaw puzzle, puzzle 500, puzzle 1000 teile, 3d puzzle, puzzle enfant, kinderpuzzle, "
    "clementoni puzzle, jigsaws",
    "tile based games | jeux de tuiles | legespiele": "mahjong, domino, dominos, rummikub, "
    "triominos, rummy, okey",
    "brain teasers puzzles | casse têtes puzzles | knobelspiele puzzles": "rubik s cube, "
    "rubiks cube, zauberwürfel, casse tête, smartgames, iq puzzler, smart games, rush hour",
    "tabletop miniature gaming | jeux de figurines | tabletop miniaturen": "warhammer, "
    "warhammer 40k, games workshop, warhammer figurines, d d minis, dungeons and dragons, "
    "tabletop, heroquest, blood bowl, space marines",
    "rattles chew toys hochets anneaux rasseln beißspielzeug teethers": "hochet, "
    "anneau de dentition, beißring, rassel, greifling, rattle, teether, sophie la girafe, "
    "teething ring, oball, sensory toys baby",
    "musical toys jouets musicaux musikspielzeug instruments": "xylophone, boîte à musique, "
    "spieluhr, kinderkeyboard, kindergitarre, trommel kinder, piano enfant, tambour enfant, "
    "music toy, musikinstrumente kinder",
    "hanging mobiles": "mobile bébé, mobile musical, babymobile, cot mobile, mobile baby, "
    "projecteur veilleuse",
    "water toys games | jouets d eau | wasserspielzeug | bath toys | beach water toys": ""
    "jouet de bain, badespielzeug, sandspielzeug, bath toys, pistolet à eau, wasserpistole, "
    "seau et pelle, aquadoodle, paddling pool, planschbecken, jeux de plage, bath toy",
    "outdoor toys games | plein air | spielzeug für draußen": "trampolin, trampoline, toboggan, "
    "rutsche, sandkasten, cabane enfant, spielhaus, balançoire, schaukel, slide outdoor, "
    "cerf volant, playhouse, swing set, wasserbahn, bac à sable, bubble machine, drachen",
    "kitchen toys | jouets cuisine et dinette | spielküchen | toy kitchens": "dînette, "
    "cuisine enfant, cuisine en bois, spielküche, play kitchen, toy kitchen, kaufladen, "
    "marchande, kaufmannsladen, play food, kinderküche, tea set toy, mud kitchen, "
    "spielküche zubehör, caisse enregistreuse jouet",
    "play furniture | mobilier enfant jeux | spielmöbel": "puppenhaus, maison de poupée, "
    "dolls house, dollhouse, tipi enfant, spielzelt, play tent, kindertipi, établi enfant, "
    "werkbank kinder, barbie haus, maison barbie",
    "dollhouses": "dolls house, doll house, dollhouse, wooden dolls house, barbie dreamhouse",
    "push pull toys jouets tirer pousser schiebespielzeug ziehspielzeug schiebe": ""
    "chariot de marche, lauflernwagen, puppenwagen, poussette poupée, baby walker push, "
    "push along walker, dolls pram, nachziehtier, jouet à tirer, trotteur pousseur, dolls buggy, "
    "landau poupée, pousseur, wooden walker",
    "baby walkers trotteurs lauflernhilfen": "trotteur, trotteur bébé, lauflernhilfe, gehfrei, "
    "baby walker, youpala",
    "scooters trottinettes roller": "trottinette, trottinette enfant, roller kinder, "
    "kinderroller, micro scooter, micro trottinette, mini micro, kickboard, scooter kids, "
    "cityroller, globber, puky roller, stunt scooter",
    "tricycles dreiräder": "tricycle, dreirad, trike, smoby tricycle, puky dreirad",
    "bicycles bicyclettes fahrräder kids bikes": "vélo enfant, vélo fille, vélo garçon, "
    "kinderfahrrad, kinderrad, kids bike, draisienne, laufrad, balance bike, puky, woom, "
    "puky laufrad, strider, fahrrad 16 zoll, fahrrad 20 zoll, vélo 16 pouces, fahrrad 14 zoll, "
    "frog bike, islabike",
    "outdoor vehicles électriques pédales kinderfahrzeuge véhicules ride on": "porteur, "
    "bobby car, bobbycar, rutschauto, rutscher, voiture électrique enfant, ride on car, "
    "kart à pédales, trettraktor, tracteur à pédales, draisienne porteur, quad électrique enfant, "
    "go kart kids, elektroauto kinder, wheelybug, ride on, didicar",
    "sledges skis snowboards luges schlitten": "luge, schlitten, sledge, kinderski, skis enfant, "
    "bob, bobschlitten, toboggan neige, luge enfant, rodel",
    "bicycle seats trailers sièges vélo remorques fahrradsitze anhänger": "siège vélo enfant, "
    "siège vélo, porte bébé vélo, kindersitz fahrrad, fahrradsitz, fahrradanhänger, "
    "remorque vélo, bike seat child, bike trailer, hamax, thule chariot, römer jockey",
    "car chairs seats sièges auto autositze": "siège auto, cosy, cosi, maxi cosi, kindersitz, "
    "babyschale, autositz, car seat, booster seat, rehausseur, sitzerhöhung, reboarder, "
    "isofix base, isofix, carseat, nacelle auto, britax römer, sitzerhöhung auto, base isofix",
    "feeding high chairs hautes chaises hochstühle": "chaise haute, hochstuhl, tripp trapp, "
    "high chair, highchair, stokke, réhausseur de table, rehausseur chaise, ikea antilop, "
    "antilop, treppenhochstuhl, treppenhochstühl, booster seat feeding",
    "umbrella buggies poussettes cannes schirmbuggys": "poussette canne, buggy, yoyo, "
    "babyzen yoyo, yoyo babyzen, maclaren, reisebuggy, stroller, umbrella stroller, "
    "poussette compacte, poussette yoyo, schirmbuggy, cabin stroller",
    "universal buggies pushchairs poussettes polyvalentes kombikinderwagen": "kinderwagen, "
    "poussette, poussette combinée, poussette trio, poussette duo, landau, bugaboo, "
    "travel system, pram, pushchair, kombikinderwagen, bugaboo cameleon, bugaboo fox, "
    "cybex priam, emmaljunga, silver cross, icandy, joolz, hartan, uppababy vista, "
    "buggy pushchair",
    "buggies twins jumeaux poussettes zwillingsbuggys": "poussette double, double buggy, "
    "zwillingswagen, geschwisterwagen, twin pram, poussette jumeaux, double pram, twin buggy, "
    "geschwisterkinderwagen",
    "running sport buggies | poussettes sport | sport buggys": "jogger kinderwagen, "
    "thule urban glide, poussette 3 roues, running buggy, babyjogger, jogging stroller",
    "buggy accessories poussettes accessoires zubehör": "fußsack, chancelière, "
    "habillage pluie poussette, regenverdeck, regenschutz kinderwagen, buggy board, buggyboard, "
    "planche poussette, ombrelle poussette, pram footmuff, footmuff, cosytoes, raincover, "
    "rain cover pram, sonnensegel kinderwagen, wickeltasche kinderwagen, pram liner, kiddyboard, "
    "winterfußsack, nacelle poussette, babyschale adapter",
    "baby carriers wraps porte bébés écharpes portage babytragen tragetücher": "porte bébé, "
    "écharpe de portage, babytrage, tragetuch, trage, ergobaby, manduca, babybjörn trage, "
    "baby carrier, sling baby, ring sling, baby wrap, kraxe, love radius, bondolino, "
    "physiocarrier, didymos, rückentrage, moby wrap, sling bébé, caboo, babybjörn, mei tai, "
    "tragehilfe",
    "bouncers | babywippen | balançoires sauteuses": "transat, transat bébé, babywippe, wippe, "
    "bouncer, baby bouncer, babybjörn wippe, babybjorn transat, jumperoo, vibrating chair, "
    "fisher price transat",
    "swings balançoires schaukeln": "balancelle, babyschaukel, baby swing, balançoire bébé, "
    "mamaroo, 4moms",
    "playmats tapis éveil spielmatten baby gyms activity mats": "tapis d éveil, arche d éveil, "
    "spielbogen, spieldecke, krabbeldecke, activity gym, play mat, playmat, baby gym, "
    "activity mat, arche bébé, puzzlematte, play gym, tummy time mat",
    "playpens parcs laufställe": "parc bébé, laufstall, laufgitter, playpen, parc pliant, "
    "parc en bois, reisebett laufstall",
    "cots lits barreaux gitterbetten": "lit à barreaux, lit bébé, gitterbett, babybett, cot, "
    "cot bed, lit parapluie, reisebett, travel cot, kinderbett gitter, crib cot, "
    "lit de voyage bébé, cotbed",
    "cribs cradles bedside sleepers berceaux couffins wiegen": "berceau, couffin, moïse, "
    "beistellbett, stubenwagen, wiege, moses basket, bedside crib, next to me, next2me, cododo, "
    "lit cododo, babybay, snuzpod, bassinet, co sleeper, nestchen baby, cocoonababy, dockatot, "
    "babynest, sleepyhead",
    "toddler beds lits enfants kleinkindbetten": "lit enfant, kinderbett, hausbett, lit cabane, "
    "toddler bed, juniorbett, kids bed, lit évolutif",
    "changing pads tables matelas langer wickelauflagen wickeltische mats": "matelas à langer, "
    "plan à langer, table à langer, wickelauflage, wickelkommode, wickelunterlage, changing mat, "
    "changing table, wickeltisch, commode à langer",
    "baby changing bags wickeltaschen": "sac à langer, wickeltasche, changing bag, nappy bag, "
    "wickelrucksack, diaper bag, changing backpack",
    "nappies couches windeln": "couches, couches lavables, windeln, stoffwindeln, pampers, "
    "nappies, cloth nappies, reusable nappies, couche piscine, schwimmwindeln, diapers, "
    "hamac couches, lingettes lavables",
    "nappy waste containers poubelles couches windeleimer bins": "poubelle à couches, "
    "windeleimer, diaper genie, nappy bin, angelcare poubelle, sangenic, tommee tippee bin",
    "baby hygiene hygiène bébés babyhygiene bathing": "baignoire bébé, babybadewanne, "
    "badewannensitz, transat de bain, baby bath, bath seat, trousse de soin bébé, pflegeset baby, "
    "mouche bébé, anneau de bain, badeeimer, coupe ongles bébé, cape de bain, badethermometer, "
    "bath support, tummy tub, kapuzenhandtuch, hooded towel",
    "bath tubs seats": "baby bath, bath seat, tummy tub, bath support",
    "baby monitors babyphones": "babyphone, baby phone, écoute bébé, babyfon, baby monitor, "
    "babyphone vidéo, video baby monitor, angelcare, owlet",
    "breast pumps accessories | tire laits accessoires | milchpumpen zubehör | breast "
    "pumps": "tire lait, tire lait électrique, medela, medela swing, milchpumpe, breast pump, "
    "elvie, elvie pump, handmilchpumpe, momcozy, tire lait medela, haakaa",
    "sterilisers stérilisateurs sterilisatoren": "stérilisateur, stérilisateur biberons, "
    "vaporisator, sterilisator, steriliser, microwave steriliser, dampfsterilisator, "
    "bottle steriliser",
    "food heaters | chauffe biberons et chauffe plats | breiwärmer | bottle warmers": ""
    "chauffe biberon, flaschenwärmer, babykostwärmer, bottle warmer, babycook, béaba babycook, "
    "perfect prep, dampfgarer baby, robot bébé",
    "baby food blenders makers": "babycook, baby food maker, beaba babycook",
    "flasks bottle warmers | thermos et chauffe biberons | thermosflaschen "
    "flaschenwärmer | bottle warmers": "thermos bébé, chauffe biberon, flaschenwärmer, "
    "thermobehälter baby, bottle warmer",
    "thermometers scales thermomètres balances thermometer waagen": "thermomètre bébé, babywaage, "
    "pèse bébé, fieberthermometer, baby scales, thermomètre de bain, baby thermometer",
    "baby bottles biberons babyflaschen": "biberon, biberons, babyflasche, fläschchen, dr brown, "
    "mam flaschen, avent biberon, baby bottle, tommee tippee bottles, nuk flasche, "
    "trinkflasche baby, trinklernbecher, sippy cup, tasse d apprentissage",
    "pacifiers dummies soothers tétines schnuller": "tétine, sucette, tute, tututte, schnuller, "
    "nuckel, dummy, dummies, soother, pacifier, attache tétine, schnullerkette, dummy clip, "
    "attache sucette, schnullerhalter, bibs schnuller",
    "nursing feeding dishes | vaisselle pour enfant | stillen füttern schalen | cups "
    "dishes utensils plates bowls": "assiette bébé, kindergeschirr, kinderteller, baby plate, "
    "bol bébé, kids plate set, coffret repas bébé, weaning set, suction plate, teller kinder",
    "cutlery couverts besteck": "kinderbesteck, couverts bébé, kids cutlery, cuillère bébé, "
    "babylöffel, weaning spoons",
    "bibs | lätzchen": "bavoir, bavoirs, lätzchen, bibs, bib, bandana bib, sabberlätzchen, latz, "
    "bavoir bandana, dribble bibs, spucktuch, spucktücher, muslin, muslins, langes, mulltücher, "
    "burp cloth",
    "feeding pillows coussins allaitement stillkissen": "coussin d allaitement, stillkissen, "
    "nursing pillow, breastfeeding pillow, boppy, feeding pillow, theraline",
    "potties | töpfchen": "pot bébé, töpfchen, toilettentrainer, potty, réducteur toilette, "
    "réducteur de toilettes, marche pied bébé, toilet seat kids, potette, lerntöpfchen, "
    "wc sitz kinder, step stool",
    "sleeping bags sacs couchage schlafsäcke sleep sacks": "gigoteuse, turbulette, "
    "babyschlafsack, sommerschlafsack, winterschlafsack, grobag, gro bag, sleep sack, douillette, "
    "schlafsack alvi, ergopouch, schlafsack baby, baby sleeping bag, 2.5 tog, 1 tog",
    "blankets couvertures decken throws": "couverture bébé, babydecke, swaddle, "
    "lange emmaillotage, pucktuch, plaid bébé, kuscheldecke, baby blanket, cellular blanket, "
    "schmusedecke, cot blanket, einschlagdecke, pucksack, crochet blanket",
    "bedding linge lit bettwäsche sheets": "tour de lit, drap housse bébé, kinderbettwäsche, "
    "babybettwäsche, himmelbett, betthimmel, nestchen, gigoteuse et tour de lit, cot bedding, "
    "cot sheets, fitted sheet cot, ciel de lit, drap bébé, bettschlange, bumper cot, "
    "parure lit bébé, babybettwäsche set",
    "heating pads electric blankets | bouillottes | heizkissen heizdecken | heating "
    "pads hot water bottles": "bouillotte bébé, wärmekissen baby, bouillotte sèche, "
    "kirschkernkissen",
    "childproofing gates guards sécurité enfant schutzgitter": "barrière de sécurité, "
    "barrière escalier, treppenschutzgitter, türschutzgitter, stair gate, stairgate, baby gate, "
    "safety gate, barrière de lit, bettschutzgitter, bed guard, bed rail, rausfallschutz, "
    "cache prise, kindersicherung",
    "swimming equipment | équipements de natation | schwimmzubehör": "brassards, bouée, "
    "schwimmflügel, schwimmweste kinder, armbands, swim vest, bouée bébé, schwimmreifen, "
    "puddle jumper, schwimmgürtel, float suit, maillot flotteur",
}
