"""What tells shoes, bags, accessories and children's things of one branch apart, as sellers say it.

Rows as in `siblings`, in three languages.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

ACCESSORIES_OF_ONE_BRANCH: Final[Table] = {
    # Shoes
    "chelsea slip on boots": "chelsea boots herren, chelsea boots homme, mens chelsea boots, "
    "boots élastiquées, blundstones, dealer boots mens, rm williams",
    "elasticated ankle boots bottines élastique stiefeletten gummizug": "bottines élastiques, "
    "bottines à élastiques, boots à élastiques, stiefeletten mit gummizug",
    "ankle boots bottines stiefeletten": "bottines à talons, bottines femme, bottines cuir, "
    "chelsea boots damen, chelsea boots femme, stiefeletten damen, heeled ankle boots, "
    "heeled boots, block heel boots, sock boots, bottines chaussettes, cut out boots, "
    "bottines à lacets femme, lace up ankle boots, bottines plates, boots femme, "
    "stiefeletten mit absatz, schnürstiefeletten, wedge boots, bottines compensées, "
    "tamaris bottines",
    "mid calf boots bottes mi mollet halbhohe stiefel": "bottes mi mollet, mid calf boots, "
    "halbhohe stiefel, ugg classic short, bottes courtes, demi bottes, halbstiefel, ugg bottes",
    "knee high boots bottes hautes kniehohe stiefel": "stiefel kniehoch, bottes femme, "
    "bottes en cuir, bottes à talons, tall boots, reitstiefel damen, bottes d'équitation, "
    "kniestiefel, lederstiefel damen, heeled knee boots, bottes plates, stiefel mit absatz",
    "combat boots rangers kampfstiefel": "dr martens 1460, doc martens 1460, docs, "
    "doc martens boots, dr martens jadon, boots militaires, biker boots damen, boots motarde, "
    "bottines rock, schnürboots damen, chunky boots, martens boots, bundeswehrstiefel",
    "cowboy boots bottes cowboystiefel": "cowboystiefeletten, cowboy stiefel, "
    "westernstiefeletten, bottines western, bottines santiag, cowboy boot, western ankle boots, "
    "cowgirl boots",
    "desert lace up boots bottines lacets schnürstiefel": "schnürstiefel herren, boots homme, "
    "timberland boots, 6 inch boots, desertboots, boots cuir homme, brogue boots, "
    "schnürstiefeletten herren, mens lace up boots, mens leather boots, bottines homme, "
    "clarks desert boots, dr martens 1460 mens, red wing boots",
    "boots bottes stiefel": "stiefel herren, bottes homme, cowboystiefel herren, santiags homme, "
    "reitstiefel herren, mens cowboy boots, bottes western homme, bikerstiefel herren",
    "high top shoes chaussures montantes hohe schuhe": "chaussures montantes homme, "
    "hohe schuhe herren, high tops mens leather",
    "snow boots bottes neige schneestiefel": "moonboots, après skis, winterboots, sorel boots, "
    "sorel stiefel, fur lined boots, gefütterte stiefel, winterstiefel damen, bottes après ski",
    "strap shoes bride riemchenschuhe": "salomés à talons, riemchenpumps damen, "
    "chaussures à bride, mary jane heels, spangenpumps",
    "court shoes escarpins pumps": "escarpins vernis, lackpumps, pumps damen, kitten heel pumps, "
    "escarpins petits talons, slingback, slingback heels, slingbacks femme, spitze pumps, "
    "pointed heels, escarpins daim, escarpins bout pointu",
    "high heeled sandals sandales talons sandalen absatz": "sandales talons, sandale à talon, "
    "sandalette, riemchensandaletten, strappy sandals heels, platform sandals heels, "
    "riemchensandalen absatz, barely there heels, sandales à plateforme, heeled mules, "
    "mules à talons",
    "flat shoes | chaussures plates chaussures plates | flache schuhe": "chaussures plates, "
    "flache schuhe damen, flats, flat shoes womens",
    "ballerinas ballerines": "ballerines cuir, ballerinas damen, ballet pumps womens, "
    "ballet flat, slingback ballerinas, repetto cendrillon, ballerines repetto, mesh ballerinas",
    "boat shoes loafers moccasins chaussures bateau mocassins bootsschuhe mokassins": ""
    "mocassins femme, loafer damen, loafers damen, loafers femme, mocassins cuir, "
    "chunky loafers, mokassin, slipper damen leder, womens loafers, penny loafer, "
    "horsebit loafers, mocassins à franges, timberland boat shoes, sperry, "
    "chaussures bateau homme, bootsschuhe herren, mocassins homme, mens loafers, driving shoes, "
    "loafer herren",
    "slip on shoes | chaussures sans lacets": "slip on shoes mens, slipper herren leder, "
    "chaussures sans lacets homme",
    "lace up shoes lacets schnürschuhe": "derbies femme, schnürschuhe damen, brogues womens, "
    "derbies vernies, dr martens 1461, schnürhalbschuhe, halbschuhe, halbschuhe damen, "
    "oxfords femme, business schuhe herren, anzugschuhe herren, chaussures de ville homme, "
    "mens formal shoes",
    "oxfords richelieu oxford schuhe derbies derbys": "derbies homme, richelieu homme, "
    "mens brogues, oxford schuhe herren, derby schuhe, budapester herren, rahmengenäht, "
    "goodyear welted shoes, loake, brogue shoes, doc martens 1461",
    "espadrilles": "espadrilles femme, espadrilles damen, espadrilles homme, espadrij, "
    "castaner espadrilles, espadrilles toile",
    "clogs mules sabots pantoletten": "sabots cuir, holzclogs, swedish clogs, sabots suédois, "
    "clogs damen, crocs clogs, crocs classic, mules femme, pantoletten damen, mules cuir, "
    "birkenstock boston damen, clogs crocs, arizona pantoletten, pantolette",
    "flat sandals sandales plates flache sandalen": "birkenstock arizona, birkenstock gizeh, "
    "sandales cuir, ledersandalen, leather sandals, sandales birkenstock, "
    "riemchensandalen flach, trekkingsandalen, teva sandals, sandales de marche, "
    "flat sandals womens, salt water sandals, birkenstock mayari, birkenstock madrid, "
    "nu pieds cuir",
    "slides claquettes badelatschen": "claquettes homme, claquettes nike, adidas slides, "
    "nike slides, badelatschen herren, adiletten damen, fluffy slides, pool sliders, "
    "claquettes adidas, yeezy slides",
    "trainers": "baskets femme, baskets homme, sneaker damen, sneaker herren, mens trainers, "
    "womens trainers, adidas samba, adidas gazelle, gazelles, adidas superstar, nike dunk, "
    "dunk low, air max, air max 90, air force 1, new balance 574, new balance 530, "
    "vans old skool, converse chuck taylor, puma suede, adidas campus, onitsuka tiger, "
    "baskets blanches, veja, veja v 10, jordan 4, air jordan 1 mid, asics gel lyte, nike blazer, "
    "reebok club c, golden goose, adidas spezial, nike cortez, baskets montantes, "
    "high top trainers, stan smiths, yeezy 350, baskets cuir, superga, baskets compensées",
    "running shoes | trainers running | course | course à pied | chaussures de course | "
    "laufschuhe | laufen": "asics gel nimbus, asics gel kayano, gel nimbus, gel kayano, "
    "hoka clifton, hoka bondi, brooks ghost, saucony ride, nike pegasus, pegasus 39, "
    "salomon speedcross, trail running shoes, chaussures de trail, trailschuhe, "
    "laufschuhe damen, laufschuhe herren, on cloud, on cloudmonster, running homme, "
    "chaussures running femme, joggingschuhe, adidas ultraboost",
    "hiking boots shoes | walking hiking shoes | outdoor hiking | chaussures de marche et "
    "randonnée | chaussures de randonnée | extérieur et randonnée | wander und "
    "trekkingschuhe | wanderschuhe | outdoor wandern": "wanderschuhe damen, wanderschuhe herren, "
    "bergschuhe, bergstiefel, mountain boots, zustiegsschuhe, approach shoes, "
    "chaussures trekking, trekkingstiefel, walking boots womens, hiking shoes, merrell, "
    "salomon x ultra, salomon quest, chaussures montagne, goretex boots",
    "basketball shoes chaussures basket basketballschuhe": "basketballschuhe, "
    "chaussures de basket, basketball shoes, lebron 20, kyrie, kd 15, chaussures basketball",
    "tennis shoes chaussures tennis tennisschuhe": "tennisschuhe, chaussures de tennis, "
    "tennis shoes, court trainers tennis, asics gel resolution, padelschuhe, "
    "chaussures de padel, padel shoes, sandplatzschuhe",
    "slippers | chaussons | hausschuhe | house slippers | pantoufles": "chaussons femme, "
    "chaussons homme, hausschuhe damen, hausschuhe herren, mens slippers, slipper boots, "
    "hüttenschuhe filz, ugg slippers, ugg tasman, ugg hausschuhe, mules chaussons, "
    "moccasin slippers, ugg chaussons",
    # Bags and accessories
    "patterned embroidered bags ethniques traditionnels gemusterte bestickte taschen": ""
    "sac ethnique, sac brodé, bestickte tasche, embroidered bag, sac traditionnel, sac berbère, "
    "sac wayuu, mochila bag",
    "shoulder bags bandoulière schultertaschen": "umhängetasche leder, petit sac bandoulière, "
    "sac à bandoulière cuir, small crossbody bag, handytasche zum umhängen, mini bag, mini sac, "
    "saddle bag, sac épaule, shoulder bag leather, tasche mit kette, chain bag, sac chaîne, "
    "kettentasche, shoulder bag chain, half moon bag, sac demi lune, croissant bag, "
    "pochette bandoulière",
    "handbags sacs main handtaschen": "sac à main cuir, leder handtasche, leather handbag, "
    "sac cabas cuir femme, henkeltasche damen, bowling bag, sac bowling, top handle, "
    "sac vintage cuir, handtasche damen, sac lancel, michael kors bag, sac michael kors, "
    "doctor bag, lady bag",
    "tote bags | sacs fourre tout": "shopper bag, shopper damen, ledershopper, leather tote, "
    "canvas tote bag, grand cabas, sac cabas cuir, longchamp tote, einkaufstasche, panier plage, "
    "straw bag, sac en paille, korb tasche, basttasche, sac raphia, raffia bag, marc jacobs tote",
    "satchels cartables umhängetaschen": "sacoche cuir homme, leather satchel, "
    "cartable cuir homme, aktentasche leder, leather briefcase, umhängetasche herren, "
    "messenger bag mens, sacoche bandoulière homme, porte documents cuir, laptop messenger, "
    "pilotenkoffer",
    "holdalls | sacs polochon | reisetaschen | fourre tout": "sporttasche nike, "
    "sac de sport adidas, weekender leder, leather holdall, sac voyage cuir, travel bag, "
    "gym bag mens, duffel, reisetasche leder, seesack, sac marin",
    "luggage suitcases sacs voyage bagages gepäck koffer": "valise rigide, hartschalenkoffer, "
    "hard shell suitcase, valise samsonite, suitcase set, kofferset, carry on case, trolley bag, "
    "valise à roulettes, bagage à main, valise enfant, kinderkoffer, handgepäckkoffer, "
    "wheeled case, reisetrolley",
    "backpacks sacs dos rucksäcke": "sac à dos cuir, lederrucksack, leather backpack, "
    "laptop rucksack, laptop backpack, sac à dos ordinateur, mini backpack, mini rucksack, "
    "rolltop rucksack, daypack, eastpak padded, fjällräven kanken, kånken, herschel backpack",
    "purses wallets | porte monnaie | geldbörsen | wallets | wallets purses | geldbörsen "
    "portemonnaies": "portemonnaie damen, portefeuille cuir, leather wallet, porte carte, "
    "porte cartes cuir, kartenhülle, kartenmäppchen, geldbörse leder, coin purse, "
    "zip around purse, cardholder, long wallet, herren geldbörse, mens wallet, "
    "brieftasche herren, portefeuille homme, porte chéquier, passport holder, porte passeport",
    "make up bags trousses maquillage kosmetiktaschen": "trousse de maquillage, schminktasche, "
    "make up tasche, washbag, vanity case, beautycase, trousse toilette, necessaire",
    "scarves shawls knit écharpes maille strickschals knitted": "grosse écharpe, wolle schal, "
    "cashmere scarf, écharpe cachemire, kaschmirschal, wool scarf, chunky scarf, écharpe homme, "
    "herrenschal, tube scarf, schal damen, schal herren, football scarf",
    "oversized scarves shawls | large scarves shawls | écharpes oversize et châles | "
    "grandes echarpes et chèches | oversize schals tücher | große schals tücher": "chèche, "
    "chèche homme, xxl scarf, blanket scarf, oversize schal, grande écharpe, plaid scarf, "
    "poncho schal, deckenschal, pashmina schal, palituch, shemagh, keffiyeh",
    "head scarfs foulards kopftücher scarves": "foulard soie, silk scarf hermès, carré soie, "
    "seidenschal, silk square scarf, foulard femme, seidentuch vintage, bandana rouge, twilly, "
    "foulard carré",
    "warm hats | bonnets | mützen | winter hats | chapeaux d hiver | wintermützen": ""
    "bonnet carhartt, beanie carhartt, bonnet à pompon, mütze mit bommel, pudelmütze, fellmütze, "
    "strickmütze damen, wool hat, bobble hat womens, bonnet cachemire, schapka, ushanka, "
    "fisherman beanie, docker bonnet",
    "hats | chapeaux | hüte": "chapeau femme, cowboyhut, cowboy hat, chapeau de cowboy, "
    "chapeau melon, bowler hat, zylinder, top hat, anglerhut, bucket hat reversible, "
    "chapeau feutre, wollhut, filzhut damen, trilby hat, panama hat, trachtenhut, wedding hat",
    "caps casquettes": "casquette nike, cap new york yankees, ny cap, yankees cap, "
    "baseball kappe, 59fifty, 9forty, casquette new era, baker boy cap, bakerboy, ballonmütze, "
    "casquette gavroche, peaky blinders cap, tweed cap, schildmütze",
    "gloves gants handschuhe": "gants en cuir, lederhandschuhe damen, leather gloves womens, "
    "gants laine, skihandschuhe, ski gloves, gants de ski, strickhandschuhe, winterhandschuhe, "
    "moufles ski, motorradhandschuhe, gants moto, autofahrerhandschuhe, driving gloves",
    "hair accessories accessoires cheveux haaraccessoires": "haarklammern, haarspangen, "
    "headband barrette, claw clip, chouchous, scrunchies, peigne cheveux, haarkranz, "
    "hair slides, couronne fleurs, blumenkranz, haarschmuck, brauthaarschmuck, "
    "wedding headpiece, bibi mariage, fascinator hat",
    "necklaces beads pendants colliers pendentifs ketten perlen anhänger": "collier argent, "
    "collier plaqué or, collier perles, silver necklace, gold necklace, halskette silber, "
    "kette mit anhänger, pendentif or, pendentif argent, pearl necklace, statement kette, "
    "statement necklace, swarovski necklace, collier swarovski, herzkette, chaîne argent, "
    "pandora anhänger, pandora necklace, herrenkette, chaîne homme, ketting, cross necklace",
    "earrings boucles oreilles ohrringe": "boucles d'oreilles argent, silver earrings, "
    "gold earrings, perlenohrringe, pearl earrings, créoles or, creolen silber, ohrringe silber, "
    "clips oreilles, ohrclips vintage, clip on, statement earrings, swarovski earrings, "
    "dormeuses",
    "bracelets armbänder": "bracelet argent, silver bracelet, bracelet cuir, lederarmband, "
    "armband silber, tennis bracelet, bracelet perles, leather bracelet, pandora bracelets, "
    "bracelet homme, herrenarmband, cuff bracelet, armspange, charm bettelarmband, "
    "bettelarmband, gold bangle, silver bangle",
    "rings bagues ringe": "bague argent, bague or, silver ring, gold ring, ring silber, "
    "bague fantaisie, pandora ring, diamond ring, bague diamant, eternity ring, ring 925, "
    "mens ring, bague homme, trauring, eheringe, verlobungsring gold, bague solitaire",
    "watches montres uhren": "montre automatique, montre quartz, armbanduhr herren, "
    "armbanduhr damen, fossil watch, montre fossil, daniel wellington, michael kors watch, "
    "montre festina, automatic watch, chronographe, citizen eco drive, montre gousset, "
    "taschenuhr, pocket watch, omega seamaster, mondaine, ice watch, skagen watch, rolex",
    "belts ceintures gürtel": "ceinture cuir homme, ceinture femme, ledergürtel herren, "
    "gürtel damen, mens leather belt, leather belt mens, womens belt, ceinture levis, "
    "levis gürtel, waist belt, ceinture large, breiter gürtel, flechtgürtel, ceinture tressée, "
    "ceinture élastique",
    "ties pocket squares cravates pochettes krawatten einstecktücher": "cravate soie, "
    "seidenkrawatte, mens tie, silk ties, bowtie, noeud pap, krawatten set, cravate hermès, "
    "tie pin",
    "sunglasses lunettes soleil sonnenbrillen": "lunettes de soleil femme, "
    "lunettes de soleil homme, sonnenbrille damen, sonnenbrille herren, ray ban sunglasses, "
    "lunettes ray ban, gucci sunglasses, cat eye sunglasses, lunettes soleil, "
    "polarised sunglasses, pilotenbrille",
    # The body
    "perfume parfums parfum": "parfum femme, damenduft, damenparfum, womens perfume, "
    "eau de parfum femme, parfüm damen, miniatures parfum, perfume bottle, chanel chance, "
    "alien mugler, jo malone cologne, lancome la vie est belle, kayali, sol de janeiro mist, "
    "body spray, duftset, parfumminiaturen",
    "aftershave cologne parfums parfum": "herrenduft, herrenparfum, parfüm herren, "
    "mens aftershave, mens cologne, aftershave for men, boss bottled, hugo boss bottled, "
    "armani code homme, paco rabanne invictus, jean paul gaultier le male, creed aventus, "
    "tom ford oud wood, dior homme, versace eros, davidoff cool water, eau de toilette herren, "
    "ysl y, parfum pour homme",
    "body care tools accessoires soins corporels zubehör körperpflege": "massageroller, "
    "brosse corps, body brush, massagegerät, cellulite roller, dry brush, ventouses, "
    "brosse exfoliante, gant exfoliant, massagebürste",
    "nail care tools accessoires soins ongles zubehör nagelpflege": "nagelset, nagelfräser, "
    "ponceuse ongles, nail drill, maniküre set, kit manucure, nail file, lime à ongles, nail kit",
    # Children
    "one piece pyjamas une pièce schlafoveralls": "sleepsuit toddler, pyjama combinaison, "
    "onesie kids, fleece onesie, kids onesie, jumpsuit schlafanzug, schlafanzug einteiler, "
    "grenouillère pyjama, dors bien velours, sleepsuits, zip sleepsuit",
    "two piece pyjamas deux pièces zweiteilige schlafanzüge": "kids pyjamas, schlafanzug kinder, "
    "pyjama garçon, pyjama fille, boys pjs, girls pjs, christmas pyjamas, pyjama noël, "
    "schlafanzug junge, schlafanzug mädchen, long pyjamas, kurzer schlafanzug, short pyjamas",
    "baby shoes | chaussures bébé | babyschuhe": "lauflernschuhe, lauflernschuh, erste schuhe, "
    "first walkers, cruisers shoes, clarks first shoes, chaussons souples, krabbelpuschen, "
    "babyschühchen, chaussures premiers pas cuir, soft sole shoes, barfußschuhe baby, "
    "chaussures bébé cuir, baby trainers, baby converse",
    "formal special occasion shoes chaussures grandes occasions festliche": "school shoes boys, "
    "school shoes girls, clarks school shoes, kommunionschuhe, chaussures cérémonie, "
    "festliche schuhe, patent school shoes, chaussures de cérémonie garçon",
    "ballerinas mary janes t bar shoes babies salomés riemchenschuhe ballerines": ""
    "ballerinas mädchen, ballerines fille, girls mary janes, babies vernies, babies cuir, "
    "spangenschuhe mädchen, lackschuhe mädchen, t bar shoes girls, mary jane school shoes, "
    "lelli kelly",
    "slip on trainers baskets sans lacets": "slip on trainers kids, vans slip on enfant, "
    "slip ons kids, slip on sneaker kinder",
    "soft toys stuffed animals animaux peluche kuscheltiere stofftiere kuschel": ""
    "jellycat bunny, jellycat bashful bunny, bashful bunny, jellycat lapin, jellycat hase, "
    "lapin peluche, peluche lapin, plüschhase, stoffhase, stoffbär, ours peluche, plush toy, "
    "plushies, jellycat dragon, jellycat bear, squishmallow 30cm, nici, peluche licorne, "
    "peluche disney, disney plush, disney soft toy, kuschelhase, kuscheltiere, stofftiere, "
    "beanie babies, beanie baby, steiff teddy, steiff bär, ty plüsch, gund bear, peluche géante",
    "sleeping toys doudous einschlafspielzeug": "doudou plat lapin, doudou mouchoir, "
    "doudou souris, doudou chat, schmusetier, doudou et compagnie, doudou kaloo, doudou nattou, "
    "moulin roty doudou, schnuffeltuch hase, comfort blankie, blankie, baby comforter, "
    "einschlafhilfe, white noise toy",
    "dollhouses | play furniture | mobilier enfant jeux | spielmöbel | dolls poupées puppen": ""
    "barbie dreamhouse, dreamhouse, barbie traumvilla, maison de barbie, dolls house furniture",
    "kids toys | enfants jouets | kinder spielzeug": "lot de jouets, spielzeugpaket, "
    "konvolut spielzeug, toy bundle, job lot toys, spielzeug konvolut, jouets lot",
    "action figures figurines actionfiguren toy figures playsets": "playmobil set, "
    "playmobil lot, lot playmobil, playmobil konvolut, schleich pferde, schleich horses, "
    "schleich tiere, figurines schleich, schleich figuren, sylvanian, sylvanian family, "
    "figurines pat patrouille, paw patrol figuren, super wings, pj masks, gormiti, imaginext, "
    "wwe figures, star wars figures, dinosaurier figuren, dinosaurs figures",
    "construction toys jeux bauspielzeug blocks building": "lot lego, lego konvolut, lego 42, "
    "lego set complet, lego steine, duplo bausteine, duplo train, duplo eisenbahn, "
    "lego eisenbahn, vrac lego, lego vrac, lego minifigures, magnetic tiles, kapla planchettes, "
    "fischertechnik, lego duplo lot, lego duplo bundle, wooden blocks",
    "interactive audio players | electronic games | jeux électroniques | elektronische spiele": ""
    "tonies figuren, tonies konvolut, creative tonie, lunii ma fabrique, tiptoi starterset, "
    "bookii, tonie box starterset, vtech genius, vtech baby, kidi magic, kidicom, lernlaptop, "
    "lerncomputer, v tech",
    "twins clothing jumeaux vêtements pour kleidung für zwillinge": "twins outfits, "
    "matching twin outfits, zwillingskleidung, vêtements jumeaux",
    "cot mattresses | matelas pour lits à barreaux | gitterbettmatratzen": "matelas bébé 60x120, "
    "cot mattress, babymatratze, matelas lit bébé, gitterbettmatratze",
    "cribs cradles bedside sleepers berceaux couffins wiegen": "moses basket with stand, "
    "moses basket stand, chicco next to me, beistellbett babybay, lit cododo chicco, "
    "bedside cot, co sleeping crib, wiege holz, couffin moïse, berceau cododo, "
    "stubenwagen räder, bassinet stand, sleepyhead pod, babynestchen",
    "bouncers | babywippen | balançoires sauteuses": "transat babybjorn, babywippe babybjörn, "
    "baby bouncer chair, baby bjorn bouncer, bouncy chair, transat évolutif, rocker baby",
    "scooters trottinettes roller": "roller kinder micro, maxi micro, maxi micro deluxe, "
    "micro mini deluxe, trottinette 3 roues, trottinette oxelo, scooter 3 wheels, kids scooter",
    "bicycles bicyclettes fahrräder kids bikes": "woom 2, woom 3, woom 4, puky lr m, puky lr, "
    "vélo 14 pouces, vélo 20 pouces, btwin vélo enfant, kinderrad 16 zoll, laufrad holz, "
    "draisienne bois, balance bike kids, kids bicycle, girls bike, boys bike, 16 inch bike",
    "swimming equipment | équipements de natation | schwimmzubehör": "schwimmscheiben, "
    "schwimmweste, lunettes piscine enfant, swim ring, schwimmbrille kinder, kids goggles, "
    "frite piscine, bouée canard, swim float, kids float vest",
    "snow suits sets combinaisons ensembles neige schneeanzüge": "combi ski enfant, skioverall, "
    "ski overall, skianzug kinder, schneeoverall kinder, schneeanzug baby, combi ski, "
    "combi pilote, combinaison ski enfant, winteroverall, winter overall, overall winter baby, "
    "ensemble ski enfant, ensemble de ski, combi de ski, all in one snowsuit, lined snowsuit, "
    "baby snowsuit, combinaison neige, wagenanzug, kids ski suit, thermo overall",
    "puffer jackets doudounes daunenjacken": "doudoune fille, doudoune garçon, "
    "winterjacke kinder, girls puffer, boys puffer coat, winterjacke mädchen, winterjacke junge, "
    "padded coat girls, steppjacke kinder, daunenjacke kinder, doudoune enfant",
    "rain trousers pantalons pluie regenhosen": "matschhose gefüttert, buddelhose kinder, "
    "regenlatzhose kinder, pantalon de pluie enfant, rain trousers, matschlatzhose, puddle pants",
    "fancy dress costumes | déguisements | verkleidung kostüme": "costume enfant déguisement, "
    "déguisement princesse, déguisement super héros, piratenkostüm, polizei kostüm, hexenkostüm, "
    "einhorn kostüm, tierkostüm, cowboy kostüm kinder, ninja costume, batman costume, "
    "wonder woman costume, elsa dress, elsa costume, disney princess dress, déguisement fée, "
    "déguisement pirate, déguisement halloween enfant, prinzessin kostüm, kids halloween costume",
}
