"""What things to wear and to care for a body are that no label names: `PJs`, `Deck Shoes`, `debs`.

Rows as in `by_name`, written from the labels of the pages: evidence beside other words.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

KINDS_WORN: Final = terms(
    {
        # Clothes
        "nightwear pyjama pyjamas nachtwäsche nuit": "pj, pjs, pajamas, jammies, nuisette, "
        "chemise de nuit, schlafanzug, nachthemd, sleepwear, nightie, nighty, night dress, "
        "shorty de nuit, schlafshirt, schlafhose, pyjama set, pyjama short, pilou pilou, "
        "pyjashort, nightgown, sleep shirt, loungewear",
        "dressing gowns peignoirs morgenmäntel": "robe de chambre, bademantel, bathrobe, "
        "peignoir de bain, housecoat, hausmantel, peignoir, dressing gown",
        "prom bal abiballkleider evening soirée abendkleider dresses": "debs dress, debs, "
        "prom dress, ball gown, abiballkleid, robe de bal, ballkleid, evening gown, robe de gala, "
        "galakleid, formal gown, bridesmaid dress, robe demoiselle d honneur, brautjungfernkleid",
        "party cocktail fêtes cocktailkleider dresses": "party dress, sequin dress, "
        "robe à sequins, robe pailletée, paillettenkleid, robe de fête, partykleid, nye dress, "
        "going out dress, robe de cocktail, cocktailkleid",
        "wedding mariée brautkleider dresses": "bridal gown, hochzeitskleid, wedding gown, "
        "bridal dress, standesamtkleid",
        "midi dresses midikleider": "robe mi longue, knielang, knee length dress, "
        "mid length dress, robe midi, wadenlang, tea dress",
        "long dresses longues maxikleider": "floor length, bodenlang, robe maxi, boho maxi, "
        "maxi dress, maxikleid, robe longue",
        "mini dresses courtes minikleider": "robe courte, kurzes kleid, robe mini, short dress",
        "summer dresses été sommerkleider": "sundress, sun dress, robe d été, strandkleid, "
        "robe de plage, robe légère, beach dress",
        "formal work dresses chics etuikleider": "etuikleid, robe fourreau, shift dress, "
        "robe de bureau, office dress, bodycon work",
        "gilets warmers doudounes westen": "doudoune sans manches, veste sans manches, "
        "steppweste, daunenweste, sleeveless puffer, puffer vest, gilet sans manches, "
        "padded gilet, body warmer, fleeceweste, gilet matelassé",
        "puffer doudounes daunenjacken jackets": "doudoune, daunenjacke, steppjacke warm, puffa, "
        "padded jacket, down coat, daunenmantel, winterjacke",
        "biker perfectos bikerjacken leather": "blouson cuir, blouson en cuir, veste en cuir, "
        "lederjacke, perfecto cuir, moto jacket",
        "shackets surchemises hemdjacken": "overshirt, hemdjacke, chemise épaisse, lumberjack",
        "windbreakers vent windjacken": "coupe vent, windjacke, k way, kway, cagoule, "
        "windstopper, softshell, soft shell, softshelljacke, shell jacket, windbreaker",
        "winter coats hiver wintermäntel": "manteau chaud, wollmantel, manteau en laine, "
        "wool coat, warm coat, manteau d hiver, wintermantel",
        "overcoats pardessus überzieher": "crombie, chesterfield, pardessus, overcoat",
        "ski snowboard skijacken": "veste de ski, skijacke, anorak ski, skianzug, "
        "combinaison de ski, snow jacket, schneeanzug, snowsuit, pantalon de ski, skihose, "
        "salopettes ski",
        "knitted jumpers winter pulls hiver strickpullover": "pull en laine, pull laine, "
        "pull maille, pull tricot, wollpullover, wool jumper, knit jumper, knitwear, pull mohair, "
        "mohair, cashmere jumper, pull cachemire, kaschmirpullover, pull irlandais, norweger, "
        "norwegerpullover, christmas jumper, pull de noël, weihnachtspullover, lambswool",
        "cardigans strickjacken gilet": "cardigan, strickjacke, gilet en laine, gilet maille, "
        "gilet boutonné, cardi, strickmantel",
        "hoodies sweatshirts sweat": "sweater capuche, pull à capuche, kapuzenjacke, sweatjacke, "
        "sweat shirt, quarter zip sweat, half zip sweat, crew sweat, sweatshirt",
        "vest tops débardeurs tanktops": "caraco, marcel, trägertop, cami top, camisole, "
        "spaghetti top, spaghettiträger, muskelshirt, singlet, débardeur, tank top",
        "blouses blusen": "chemisier, tunikabluse, bluse, blouson fin, chemisier fleuri",
        "long sleeved longues langarmtops longsleeve": "sous pull, langarmshirt, longsleeve, "
        "t shirt manches longues, long sleeve top, rolli dünn, longshirt",
        "tshirt tops": "oberteil, shirt damen, marinière, ringelshirt, breton top",
        "shirts chemises hemden": "chemise, oberhemd, hemd, button down, flannel shirt, "
        "flanellhemd, chemise bûcheron, businesshemd, oxford shirt, liquette, chemise hawaïenne, "
        "hawaiihemd, hawaiian shirt",
        "joggers jogginghosen trousers": "survêt, bas de survêtement, trackpants, track bottoms, "
        "trainingshose, sweat pants",
        "tracksuits survêtements trainingsanzüge": "ensemble jogging, jogginganzug, trackie, "
        "survêtement complet, tracksuit set, ensemble survêtement, shell suit",
        "trousers pantalons hosen tailored": "pantalon de costume, anzughose, stoffhose, "
        "bügelfalte, dress trousers, slacks, pantalon tailleur, pantalon à pinces, suit trousers, "
        "smart trousers, cigarette trousers, pantalon cigarette, marlenehose, cordhose, "
        "corduroy trousers, pantalon velours",
        "wide leg larges weitem trousers": "palazzo, pantalon fluide, pantalon large, weite hose, "
        "culottes, culotte hose, schlaghose",
        "leggings": "treggings, collant sport, yoga pants, legging long, leggins, thermo leggings",
        "skinny jeans": "röhrenjeans, jean slim, jean moulant, jeggings, drainpipe",
        "flared jeans évasés schlagjeans": "bootcut, jean patte d eph, schlagjeans, bell bottom, "
        "jean bootcut, flare jeans",
        "straight jeans droits gerade": "jean droit, levi s 501, straight fit jeans, "
        "dad jeans, jean regular",
        "boyfriend jeans": "baggy jeans, jean baggy, jean boyfriend, loose fit jeans",
        "dungarees salopettes latzhosen": "latzhose, salopette, overall jean, bib overall, "
        "latzrock, pinafore",
        "jumpsuits combinaisons": "combi pantalon, combipantalon, overall damen, boiler suit, "
        "catsuit, romper long",
        "playsuits combishorts": "combishort, combi short, playsuit, romper suit",
        "trouser suits tailleur hosenanzüge": "tailleur pantalon, hosenanzug, pantsuit, "
        "trouser suit, costume femme",
        "suits costumes anzüge": "costume homme, costume 2 pièces, costume 3 pièces, "
        "3 piece suit, two piece suit, tuxedo, tux, anzug, sakko und hose, konfirmationsanzug, "
        "communion suit",
        "blazers blazer sakkos": "veste de costume, sakko, veste tailleur, suit jacket, jackett, "
        "sport coat, tweed jacket",
        "waistcoats westen suit": "gilet de costume, anzugweste, waistcoat",
        "bikinis tankinis pièces": "maillot 2 pièces, maillot deux pièces, two piece swim, "
        "maillot de bain deux pièces, bikini, tankini, bikinihose, bikini top, triangle bikini",
        "swim badehosen shorts bain": "short de bain, maillot de bain homme, badehose, "
        "badeshorts, swimming trunks, boardshort, slip de bain, swim shorts, swimming shorts, "
        "trunks",
        "bras bhs": "push up, bralette, triangle bh, sport brassière, nursing top, bustier, "
        "balconnet, corbeille, bügel bh, soutiens gorge",
        "panties culottes slips": "tanga, thong, knickers, unterhose damen, boxer femme, culotte, "
        "shorty dentelle, briefs ladies",
        "shapewear gaines": "body shaper, gaine amincissante, miederhose, spanx, waist trainer, "
        "bauchweg, corset, korsett",
        "tights collants strumpfhosen": "collant, strumpfhose, pantyhose, dim up, halterlose, "
        "stockings, bas autofixants, feinstrumpfhose",
        "socks chaussettes socken": "kniestrümpfe, mi bas, knee socks, socquettes, trainer socks, "
        "sneakersocken, wollsocken, chaussette",
        "boxers caleçons boxershorts underwear": "boxer homme, caleçon, boxershorts, "
        "boxer shorts, slip homme, men s briefs, unterhosen herren, retroshorts",
        "maternity maternité grossesse umstandsmode umstands": "de grossesse, grossesse, "
        "femme enceinte, umstands, schwangerschaft, maternity, pregnancy",
        "maternity trousers umstandshosen pantalons": "jean de grossesse, umstandsjeans, "
        "maternity jeans, pantalon de grossesse, over bump jeans, umstandshose, jean grossesse",
        "maternity dresses robes umstandskleider": "robe de grossesse, umstandskleid, "
        "maternity dress, robe d allaitement, stillkleid, nursing dress",
        "maternity tops umstandstops": "haut de grossesse, umstandsshirt, stillshirt, "
        "t shirt d allaitement, nursing top, maternity top",
        "costumes special outfits tenues kostüme": "cosplay, déguisement adulte, "
        "faschingskostüm damen, kostüm damen, halloween costume, fancy dress costume, "
        "oktoberfest, burlesque, tenue de danse, lederhose tracht, trachten",
        "ponchos capes": "poncho, cape laine, umhang, strickponcho",
        "kimonos": "kimono long, kimono plage, kimono cardigan",
        "tunics tuniques tuniken": "tunique longue, longbluse, kaftan, caftan, robe tunique",
        "skirts jupes röcke": "jupon, tutu, tüllrock, jupe en tulle, tulle skirt, wickelrock, "
        "jupe portefeuille, kilt, jupe short, skort",
        "midi skirts midiröcke longues": "jupe mi longue, jupe midi, midirock, slip skirt, "
        "satin skirt, jupe satinée, satinrock, knielanger rock",
        # Shoes
        "boat loafers bateau mocassins bootsschuhe": "deck shoes, boat shoes, docksides, sebago, "
        "sperry, topsider, penny loafers, mocassin, mokassins, tods, driving shoes",
        "loafers mocassins mokassins slipper": "loafer, mocassins, college schuhe, "
        "derbies mocassins, slipper leder",
        "lace formal lacets schnürschuhe richelieu oxfords": "derby, derbies, brogues, richelieu, "
        "budapester, oxfords, schnürer, business schuhe, chaussures de ville, "
        "chaussures habillées, dress shoes, school shoes black, anzugschuhe",
        "trainers baskets sneaker": "tennis blanches, turnschuhe, runners, sneakers, basket, "
        "sneaker, kicks, high tops, hi tops, baskets montantes, plateforme baskets, "
        "freizeitschuhe",
        "running course laufschuhe": "running shoes, laufschuhe, jogging shoes, trail, "
        "trail running, chaussures running, chaussures de running",
        "walking hiking randonnée wanderschuhe": "wanderschuhe, wanderstiefel, "
        "chaussures de marche, chaussures de rando, chaussures de randonnée, hiking boots, "
        "walking boots, trekking, salomon, merrell, meindl, lowa, trekkingschuhe",
        "football fußballschuhe": "crampon, chaussures de football, fussballschuhe, "
        "football boots, studs boots, moulded boots, hallenschuhe, futsal",
        "ankle bottines stiefeletten boots": "boots femme, bottine, stiefelette, chelsea boots, "
        "santiag, low boots, booties, chelsea, desert boots, clarks desert",
        "combat rangers kampfstiefel boots": "rangers, bikerboots, biker boots, springerstiefel, "
        "jadon boots, army boots, doc martens boots",
        "cowboy bottes cowboystiefel boots": "santiags, western boots, westernstiefel, "
        "cowboy boots, cowboystiefel",
        "knee bottes kniehohe stiefel": "bottes cavalières, bottes hautes, reitstiefel, "
        "knee high boots, langschaftstiefel, cuissardes, overknees",
        "wellies pluie gummistiefel": "bottes de pluie, gummistiefel, wellington boots, "
        "wellingtons, hunter wellies, aigle bottes, rain boots, bottes en caoutchouc",
        "snowboots neige schneestiefel": "après ski, apres ski, winterstiefel, bottes de neige, "
        "schneestiefel, snow boots, bottes fourrées, winterschuhe, moonboots",
        "court escarpins pumps heels": "escarpins, pumps, stilettos, court shoes, high heels, "
        "talons aiguilles, stiletto, kitten heels, slingbacks, abendschuhe, brautschuhe",
        "wedges compensées keilabsatzschuhe": "espadrilles compensées, keilabsatz, wedges, "
        "semelle compensée, wedge sandals",
        "espadrilles": "espadrille, espadrilles plates, castaner",
        "ballerinas ballerines": "ballerine, ballet flats, ballet pumps, mary janes, mary jane, "
        "flats, ballerinas, repetto",
        "slippers chaussons hausschuhe": "pantoufles, charentaises, puschen, hausschuhe, "
        "house slippers, mules chaussons, uggs slippers, filzpantoffeln, chaussons",
        "flip flops tongs zehentrenner": "tong, havaianas, flip flops, zehensandalen, flipflops",
        "slides badelatschen claquettes": "claquettes, adiletten, badeschuhe, sliders, "
        "badelatschen, slides, adilette, aqua shoes",
        "clogs sabots mules pantoletten": "crocs, sabots en bois, clogs, mules, crocband",
        # Bags and accessories
        "backpacks dos rucksäcke": "rucksack, sac à dos, backpack, eastpak, fjällräven kanken, "
        "kanken, daypack, wanderrucksack, back pack",
        "clutches pochettes": "pochette, clutch, minaudière, abendtasche, evening bag, "
        "pochette soirée, sac pochette",
        "bum bananes bauchtaschen": "sac banane, banane, bauchtasche, bum bag, fanny pack, "
        "gürteltasche, hip bag, belt bag",
        "wallets purses portefeuilles geldbörsen": "portefeuille, portemonnaie, geldbeutel, "
        "geldbörse, brieftasche, purse, wallet, porte monnaie, kartenetui, card holder, compagnon",
        "suitcases luggage valises koffer gepäck": "trolley, koffer, valise cabine, carry on, "
        "reisekoffer, cabin case, samsonite, handgepäck, hand luggage, bagage cabine",
        "holdalls travel voyage reisetaschen": "reisetasche, weekender, duffel bag, sac week end, "
        "sporttasche, gym bag, sac de sport, holdall, duffle bag",
        "laptop briefcases serviettes aktentaschen": "aktentasche, laptoptasche, briefcase, "
        "porte documents, sacoche ordinateur, laptop bag, serviette cuir, attaché case",
        "belts ceintures gürtel": "ceinture, gürtel, belt, ledergürtel, ceinturon",
        "sunglasses soleil sonnenbrillen": "lunettes de soleil, sonnenbrille, ray ban, wayfarer, "
        "aviators, shades, sunnies, lunettes, rayban",
        "watches montres uhren": "montre, uhr, armbanduhr, wristwatch, swatch, fossil, casio, "
        "seiko, watch, chronographe, chronograph, daniel wellington",
        "rings bagues ringe": "bague, alliance, ehering, chevalière, solitaire, siegelring, "
        "verlobungsring, wedding band",
        "bracelets armbänder": "bracelet, armband, armreif, gourmette, jonc, bangle, "
        "pandora bracelet, charm bracelet, bettelarmband",
        "brooches broches broschen": "broche, brosche, brooch, pin badge, anstecker, épingle",
        "hats chapeaux hüte": "bucket hat, fischerhut, panama, fedora, sonnenhut, "
        "chapeau de paille, strohhut, straw hat, capeline, béret, baskenmütze, beret, sun hat",
        "caps casquettes caps": "casquette, basecap, snapback, baseball cap, schirmmütze, "
        "trucker cap, new era",
        "winter beanies bonnets mützen": "bonnet, mütze, beanie, bobble hat, strickmütze, "
        "wollmütze, chapka, woolly hat, bonnet laine, bommelmütze",
        "scarves foulards tücher écharpes": "foulard, carré soie, halstuch, seidentuch, écharpe, "
        "cheche, headscarf, bandana, tuch, silk scarf, pashmina schal, tour de cou, snood",
        "gloves gants handschuhe": "moufles, mitaines, fäustlinge, mittens, gant, fingerless, "
        "skihandschuhe",
        "ties cravates krawatten": "cravate, krawatte, necktie, slips cravate",
        "umbrellas parapluies regenschirme": "parapluie, regenschirm, schirm, umbrella, brolly",
        "hair cheveux haarschmuck": "serre tête, haarreif, headband, haarspange, scrunchie, "
        "bandeau cheveux, haargummi, fascinator, headpiece, diadème, tiara, bibi mariage",
        "keyrings porte clés schlüsselanhänger": "porte clé, porte clés, schlüsselanhänger, "
        "key ring, keychain, bijou de sac, taschenanhänger, bag charm",
        # Beauty
        "makeup maquillage": "palette yeux, lidschatten, rouge à lèvre, lippenstift, lipstick, "
        "foundation, concealer, blush, bronzer, highlighter, eyeshadow palette, mascara, poudre, "
        "setting powder, urban decay, huda beauty, charlotte tilbury",
        "perfume parfums parfum": "eau de toilette, eau de parfum, edt, edp, flacon, parfum, "
        "body mist, brume parfumée, cologne, fragrance, zadig this is her, idôle",
        "face facecare visage gesichtspflege": "sérum, gesichtscreme, moisturiser, moisturizer, "
        "crème de jour, cleanser, toner, gesichtsmaske, the ordinary, cerave, la roche posay, "
        "tagescreme, face mask, skincare set, retinol",
        "body bodycare corps körperpflege": "bodylotion, body lotion, lait corps, duschgel, "
        "shower gel, body butter, scrub, gommage, körperöl, bath bomb, rituals set, body scrub",
        "hair haircare cheveux haarpflege": "shampooing, haaröl, conditioner, haarkur, shampoo, "
        "perruque, wig, perücke, extensions, olaplex, hair oil, brosse à cheveux, hairbrush",
        "nail ongles nagelpflege": "vernis, nagellack, nail polish, gel nails, nagelset, "
        "uv lampe nägel, lampe uv ongles, press on nails, faux ongles",
        "beauty tools outils pinceaux pinsel": "pinceau, pinselset, make up brushes, brush set, "
        "jade roller, gua sha, lockenwickler, curlers, wimpernzange",
    }
)
