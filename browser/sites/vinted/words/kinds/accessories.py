"""What sellers call shoes, bags, accessories and what cares for a body, in three languages.

Rows as in `clothes`.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_OF_ACCESSORIES: Final[Table] = {
    # Shoes
    "trainers": "sneakers, tennis, turnschuhe, sneaker, baskets, runners, "
    "sneakers femme, sportschuhe, nike air, air jordan, jordan 1, new balance, reebok classic, "
    "vans, converse, chucks, stan smith, af1, nb 550, sportswear shoes",
    "canvas trainers baskets toile stoffsneaker": "converse basses, chucks, baskets en toile, "
    "all stars, superga, bensimon, stoffschuhe, plimsolls, tennis toile, victoria schuhe, "
    "canvas shoes, novesta",
    "running course pied laufen laufschuhe": "chaussures de running, chaussures running, "
    "laufschuhe, running shoes, baskets running, brooks, asics gel, joggingschuhe, "
    "chaussures trail, trailrunning",
    "hiking boots shoes | walking hiking shoes | outdoor hiking | chaussures de "
    "marche et randonnée | chaussures de randonnée | extérieur et randonnée | wander "
    "und trekkingschuhe | wanderschuhe | outdoor wandern": "chaussures de rando, "
    "chaussures randonnée, chaussures de marche, wanderschuhe, wanderstiefel, trekkingschuhe, "
    "trekking schuhe, hiking boots, walking boots, walking shoes, lowa, meindl, rando",
    "football boots chaussures football fußballschuhe": "crampons, chaussures de foot, "
    "chaussures à crampons, fußballschuhe, fussballschuhe, stollenschuhe, football boots, "
    "soccer cleats, predator, mercurial, nockenschuhe, footy boots, footie boots, crampons foot, "
    "crampons de foot, crampons football, crampons vissés, crampons moulés, moulded studs, "
    "fußballschuh, stollenschuhe, nike tiempo, nike phantom, copa mundial, puma king",
    "indoor training shoes | indoor football shoes | chaussures de futsal | "
    "chaussures d intérieur | sport en intérieur | hallenschuhe | hallenfußballschuhe": ""
    "hallenschuhe, chaussures de salle, futsal, chaussures handball, indoor trainers, "
    "handballschuhe, turnschläppchen",
    "dance shoes chaussures danse tanzschuhe": "chaussons de danse, demi pointes, pointes, "
    "tanzschuhe, ballet shoes, ballettschuhe, spitzenschuhe, tap shoes, ballettschläppchen, "
    "chaussures danse, jazz shoes, irish dance shoes",
    "climbing bouldering shoes | chaussons d escalade | kletterschuhe": "chaussons d escalade, "
    "kletterschuhe, climbing shoes",
    "cycling shoes chaussures cyclisme radschuhe": "chaussures vélo, chaussures vtt, "
    "fahrradschuhe, rennradschuhe, cycling shoes, clip in shoes, spd shoes",
    "ski boots chaussures ski skischuhe": "chaussures de ski, skischuhe, skistiefel, ski boots",
    "snowboard boots snowboardboots": "boots de snow, snowboard boots, snowboardschuhe, "
    "boots snowboard",
    "ice skates patins glace schlittschuhe": "patins à glace, schlittschuhe, ice skates, "
    "eiskunstlaufschuhe",
    "roller skates inline patins roulettes rollers rollschuhe inlineskates": "rollers, "
    "roller quad, patins à roulettes, inliner, inlineskates, rollschuhe, rollerblades, "
    "roller skates, inline skates, quads",
    "golf shoes chaussures golfschuhe": "chaussures de golf, golfschuhe",
    "swimming water shoes chaussures eau wasserschuhe": "chaussons aquatiques, badeschuhe, "
    "wasserschuhe, aqua shoes, chaussures d eau, aquaschuhe, beach shoes",
    "motorcycle boots bottes moto motorradstiefel": "bottes de moto, motorradstiefel, "
    "motorcycle boots, bottes moto",
    "ankle boots bottines stiefeletten": "bottines, boots, low boots, stiefeletten, ankle boots, "
    "chelsea boots, bottines à talon, booties, stiefelette, bottine, santiags basses, dr martens, "
    "doc martens, ugg, uggs, ugg boots, timberland, schnürstiefel damen",
    "chelsea slip on boots": "chelsea boots, chelsea, boots chelsea, blundstone, dealer boots, "
    "bottines chelsea",
    "desert lace up boots bottines lacets schnürstiefel": "desert boots, clarks desert, red wing, "
    "timberland, timbs, dr martens, doc martens, schnürboots, lace up boots, chukka, "
    "chukka boots, bottines à lacets, work boots leather, wallabees",
    "combat boots rangers kampfstiefel": "rangers, boots rangers, dr martens, doc martens, "
    "combat boots, springerstiefel, biker boots, bikerboots, jadon, schnürboots",
    "cowboy boots bottes cowboystiefel": "santiags, santiag, bottes western, cowboystiefel, "
    "cowboy boots, western boots, westernstiefel, bottes santiags, tiags",
    "knee high boots bottes hautes kniehohe stiefel": "bottes, bottes cavalières, cavalières, "
    "bottes hautes, stiefel damen, lederstiefel, reitstiefel, knee high boots, riding boots, "
    "long boots, knee boots, reiterstiefel, langschaftstiefel",
    "over the knee boots cuissardes overknee stiefel": "cuissardes, overknees, overknee stiefel, "
    "thigh high boots, otk boots, over the knee",
    "wellington boots bottes pluie gummistiefel caoutchouc rain regenstiefel": "bottes de pluie, "
    "gummistiefel, wellies, wellingtons, hunter boots, rain boots, aigle bottes, "
    "bottes caoutchouc, regenstiefel, welly boots",
    "snow boots bottes neige schneestiefel": "après ski, moon boots, bottes de neige, "
    "winterstiefel, schneestiefel, snow boots, snowboots, bottes fourrées, "
    "winterschuhe gefüttert, thermostiefel",
    "work boots chaussures travail arbeitsschuhe": "chaussures de sécurité, sicherheitsschuhe, "
    "safety boots, arbeitsschuhe, steel toe boots, chaussures sécurité, safety shoes, kochschuhe",
    "sandals sandales sandalen": "sandales, nu pieds, spartiates, sandalen, sandaletten, "
    "gladiator sandals, birkenstock, birkenstocks, birkis, römersandalen, tevas, sandalettes",
    "flat sandals sandales plates flache sandalen": "sandales plates, spartiates, tropéziennes, "
    "flache sandalen, birkenstock, nu pieds plats",
    "slides claquettes badelatschen": "claquettes, claquette, badelatschen, adiletten, adilette, "
    "sliders, pool slides, badeschlappen, slides, badelatsche, schlappen",
    "flip flops tongs zehentrenner": "tongs, flip flops, havaianas, zehentrenner, tong",
    "heels strap shoes bride riemchenschuhe": "chaussures à brides, t bar heels, riemchenpumps, "
    "strappy heels",
    "wedges compensées keilabsatzschuhe": "compensées, chaussures compensées, "
    "sandales compensées, wedges, keilabsatz, wedge sandals, espadrilles compensées, keilsandalen",
    "court shoes escarpins pumps": "escarpins, pumps, talons aiguilles, stilettos, "
    "stiletto heels, court shoes, kitten heels, slingbacks, slingpumps",
    "high heels court shoes talons hauts escarpins pumps": "talons, chaussures à talons, "
    "high heels, stilettos, heels, louboutin, pigalle, talons hauts",
    "high heeled sandals sandales talons sandalen absatz": "sandales à talons, sandaletten, "
    "heeled sandals, absatzsandalen, sandalette mit absatz, block heel sandals",
    "clogs mules sabots pantoletten": "sabots, mules, clogs, crocs, pantoletten, "
    "birkenstock boston, boston birkenstock, mule, hausclogs",
    "slippers | chaussons | hausschuhe | house slippers | pantoufles": "chaussons, pantoufles, "
    "hausschuhe, slippers, charentaises, hüttenschuhe, puschen, house shoes, filzpantoffeln, "
    "pantoffeln, giesswein",
    "ballerinas ballerines": "ballerines, ballerinas, ballet flats, ballet pumps, repetto, "
    "ballerine",
    "mary janes": "babies, mary janes, salomés, mary jane, spangenschuhe",
    "boat shoes loafers moccasins chaussures bateau mocassins bootsschuhe mokassins": "mocassins, "
    "loafers, mokassins, bateau, chaussures bateau, bootsschuhe, slipper schuhe, penny loafers, "
    "tassel loafers, deck shoes, timberland bateau, moccasins, sebago, slip on loafers, weejuns",
    "lace up shoes lacets schnürschuhe": "derbies, derby, richelieu, chaussures à lacets, "
    "schnürschuhe, brogues, oxfords, lace ups, budapester, oxford schuhe",
    "oxfords richelieu oxford schuhe derbies derbys": "derbies, derby, richelieu, richelieus, "
    "brogues, oxfords, budapester, oxford shoes, lackschuhe, church s, chaussures de ville, "
    "businessschuhe, anzugschuhe, formal shoes",
    "espadrilles": "espadrilles, espadrille",
    "platform shoes plateforme plateauschuhe": "plateformes, chaussures plateforme, "
    "plateauschuhe, platforms, buffalo, plateau",
    "monk strap shoes boucles monkstraps": "monk strap, double monk, double boucle, monkstrap",
    # Bags and accessories
    "handbags sacs main handtaschen": "sac à main, handtasche, handbag, neverfull, speedy, "
    "sac cuir, henkeltasche, schultertasche klein, sac longchamp, le pliage, satchel bag, "
    "top handle bag, ledertasche",
    "shoulder bags bandoulière schultertaschen": "sac bandoulière, sac à bandoulière, sac besace, "
    "besace, sac porté croisé, porté croisé, bandoulière cuir, "
    "schultertasche, sac baguette, baguette bag, messenger bag, sling bag, camera bag leather, "
    "sac seau, bucket bag, beuteltasche, hobo bag, sac hobo, sac porté épaule, sac porté travers",
    "umhängetaschen | shoulder bags bandoulière": "umhängetasche, umhängetasche damen, crossbody, "
    "crossbody bag, cross body bag, crossbody tasche, cross body tasche, crossbodytasche, "
    "crossbag, cross over bag, sac crossbody",
    "other clothing andere kleidung autres vêtements": "kleiderpaket damen, kleidungspaket damen, "
    "klamottenpaket damen, damenkleidung paket, paket damenkleidung, lot vêtements femme, "
    "lot de vêtements femme, gros lot vêtements femme, womens clothes bundle, "
    "ladies clothes bundle, womens clothing bundle, ladies clothing bundle, "
    "bundle of womens clothes, bundle of ladies clothes",
    "backpacks sacs dos rucksäcke": "sac à dos, rucksack, backpack, kanken, eastpak, fjällräven, "
    "ryggsäck, wanderrucksack, sac a dos",
    "clutches pochettes": "pochette, pochette soirée, clutch, abendtasche, evening bag, "
    "sac de soirée, minaudière, clutch bag, unterarmtasche",
    "purses wallets | porte monnaie | geldbörsen | wallets | wallets purses | "
    "geldbörsen portemonnaies": "portefeuille, porte monnaie, portemonnaie, geldbeutel, "
    "geldbörse, brieftasche, purse, wallet, porte cartes, kartenetui, card holder, compagnon, "
    "money clip, portmonee, kartenhalter",
    "make up bags trousses maquillage kosmetiktaschen": "trousse de toilette, trousse maquillage, "
    "vanity, kosmetiktasche, kulturbeutel, kulturtasche, makeup bag, wash bag, toiletry bag, "
    "toilettentasche, beauty case, cosmetic bag",
    "tote bags | sacs fourre tout": "tote bag, cabas, sac cabas, shopper, tote, sac fourre tout, "
    "jutebeutel, stoffbeutel, stofftasche, shopper tasche, sac en toile, panier osier, "
    "strandtasche, beach bag, korbtasche, sac de plage, sac shopping, henkelkorb",
    "bum bags banane bauchtaschen": "banane, sac banane, bauchtasche, gürteltasche, bum bag, "
    "fanny pack, belt bag, waist bag, hip bag, sacoche ceinture",
    "satchels cartables umhängetaschen": "cartable cuir, satchel, cambridge satchel, "
    "umhängetasche, sacoche, serviette cuir, aktentasche, briefcase, laptop bag, laptoptasche, "
    "messenger, kuriertasche, porte document, porte documents, attaché case, sacoche homme, "
    "sacoche ordinateur",
    "holdalls | sacs polochon | reisetaschen | fourre tout": "sac de sport, sporttasche, "
    "sac de voyage, reisetasche, weekender, sac week end, duffle bag, duffel bag, gym bag, "
    "gym kit bag, holdall, sac polochon, weekend bag",
    "luggage suitcases sacs voyage bagages gepäck koffer": "valise, koffer, trolley, handgepäck, "
    "suitcase, cabin bag, hand luggage, bagage cabine, valise cabine, trolley koffer, samsonite, "
    "reisekoffer, rimowa, cabin case",
    "belts ceintures gürtel": "ceinture, gürtel, ledergürtel, belt, ceinture cuir, ceinturon, "
    "taillengürtel, leather belt",
    "scarves shawls knit écharpes maille strickschals": "écharpe, schal, scarf, snood, "
    "tour de cou, loop schal, loopschal, wollschal, strickschal, écharpe laine, knitted scarf, "
    "infinity scarf, neck warmer, schlauchschal, cheche",
    "head scarfs foulards kopftücher scarves": "foulard, carré de soie, carré hermès, seidentuch, "
    "halstuch, silk scarf, bandana, nickituch, kopftuch, headscarf, tuch",
    "shawls châles tücher oversized oversize écharpes": "étole, pashmina, châle, schultertuch, "
    "stola, wrap scarf, plaid écharpe, xxl schal",
    "caps casquettes": "casquette, cap, basecap, baseballkappe, baseball cap, new era, snapback, "
    "trucker cap, schirmmütze, kappe, flat cap, gavroche, schiebermütze, dad cap",
    "hats | chapeaux | hüte": "chapeau, hut, chapeau de paille, strohhut, sun hat, straw hat, "
    "fedora, bob, bucket hat, fischerhut, panama, borsalino, filzhut, sonnenhut, capeline, "
    "canotier, trilby",
    "warm hats | bonnets | mützen | winter hats | chapeaux d hiver | wintermützen": "bonnet, "
    "mütze, beanie, bobble hat, wollmütze, strickmütze, woolly hat, chapka, bommelmütze, "
    "bonnet laine, tuque, trapper hat, beanie mütze, knit hat",
    "berets bérets baskenmützen": "béret, baskenmütze, beret",
    "headbands bandeaux stirnbänder": "bandeau cheveux, stirnband, headband, serre tête, haarreif",
    "gloves gants handschuhe": "gants, handschuhe, gloves, mitaines, moufles, fäustlinge, "
    "mittens, lederhandschuhe, gants cuir, leather gloves",
    "hair accessories accessoires cheveux haaraccessoires": "barrette, pince à cheveux, chouchou, "
    "scrunchie, haarspange, haargummi, haarklammer, hair clip, hair claw, fascinator, serre tête, "
    "haarreif, diadème, tiara, haarband, perruque, perücke, wig, hair extensions, "
    "extensions cheveux",
    "umbrellas parapluies regenschirme": "parapluie, regenschirm, schirm, umbrella, ombrelle",
    "keyrings porte clés schlüsselanhänger": "porte clé, porte clés, schlüsselanhänger, keyring, "
    "keychain, bag charm, bijou de sac, grigri, labubu",
    "sunglasses lunettes soleil sonnenbrillen": "lunettes de soleil, sonnenbrille, ray ban, "
    "ray ban wayfarer, sunnies, sunglasses, oakley, ray ban aviator, lunette de soleil, "
    "clubmaster",
    "watches montres uhren": "montre, armbanduhr, uhr, watch, casio, g shock, swatch, herrenuhr, "
    "damenuhr, montre homme, montre femme, chronograph, seiko, tissot, flik flak, taucheruhr, "
    "automatikuhr",
    "earrings boucles oreilles ohrringe": "boucles d oreilles, créoles, puces, ohrringe, "
    "ohrstecker, creolen, hoops, studs, ear studs, hoop earrings, drop earrings, "
    "clous d oreilles, ear cuff, puces d oreilles, sterling silver hoops, ohrhänger, ohrclips, "
    "clip on earrings",
    "necklaces beads pendants colliers pendentifs ketten perlen anhänger": "collier, pendentif, "
    "kette, halskette, necklace, sautoir, chaîne en or, chaine, pendant, choker, "
    "ras de cou bijou, médaille, anhänger, perlenkette, goldkette, silberkette, locket, "
    "chain necklace, pearl necklace, croix pendentif, medaillon",
    "bracelets armbänder": "bracelet, jonc, gourmette, armband, armreif, bangle, "
    "pandora bracelet, bracelet jonc, manchette, pandora armband, charm pandora, pandora charm, "
    "charms, charm bracelet, armkette, bangles",
    "rings bagues ringe": "bague, alliance, chevalière, ring, siegelring, ehering, "
    "verlobungsring, engagement ring, signet ring, solitaire, wedding band, claddagh ring, "
    "silberring, goldring",
    "brooches broches broschen": "broche, brosche, brooch, pin s, pins, épingle, anstecker, "
    "anstecknadel, broche vintage",
    "anklets bracelets cheville fußkettchen": "bracelet de cheville, chaîne de cheville, "
    "fußkettchen, fusskettchen, anklet",
    "jewellery jewellry sets ensemble bijoux schmucksets": "parure, parure bijoux, schmuckset, "
    "jewellery set, ensemble bijoux",
    "other jewellery autres bijoux anderer schmuck": "lot de bijoux, bijoux fantaisie, "
    "modeschmuck konvolut, jewellery bundle, job lot jewellery, schmuck konvolut, piercing, "
    "piercings",
    "cufflinks boutons manchette manschettenknöpfe": "boutons de manchette, manschettenknöpfe, "
    "cufflinks, cuff links",
    "ties pocket squares cravates pochettes krawatten einstecktücher": "cravate, krawatte, tie, "
    "noeud papillon, fliege, bow tie, pochette costume, einstecktuch, pocket square, schlips, "
    "silk tie",
    # The body
    "perfume parfums parfum": "parfum, eau de parfum, eau de toilette, edp, edt, perfume, duft, "
    "flakon, parfüm, eau de cologne, miss dior, la vie est belle, black opium, chanel n 5, "
    "coco mademoiselle, body mist, brume parfumée, shalimar, angel mugler, j adore, good girl, "
    "libre ysl, baccarat rouge, flacon parfum, coffret parfum",
    "aftershave cologne parfums parfum": "sauvage, dior sauvage, bleu de chanel, one million, "
    "aftershave, after shave, rasierwasser, le male, acqua di gio, invictus, terre d hermès, "
    "eau de toilette homme, cologne, parfum homme",
    "make up maquillage": "rouge à lèvres, palette, fard à paupières, lidschatten, "
    "lidschattenpalette, fond de teint, mascara, lippenstift, lipstick, gloss, lip gloss, "
    "foundation, concealer, blush, highlighter, eyeshadow palette, eyeliner, poudre, puder, "
    "bronzer, primer, wimperntusche, anti cernes, kajal, setting powder, lip kit, "
    "charlotte tilbury, huda beauty, rouge a levre, lip liner, lip oil, contour",
    "face care soins visage gesichtspflege": "crème visage, sérum, serum, crème de jour, "
    "gesichtscreme, tagescreme, nachtcreme, moisturiser, face cream, cleanser, toner, "
    "masque visage, gesichtsmaske, crème hydratante, the ordinary, la roche posay, cerave, "
    "eye cream, augencreme, contour des yeux, démaquillant, abschminktücher, sunscreen face, spf, "
    "bartöl, beard oil, face mask, micellar water",
    "body care soins corps körperpflege": "crème corps, lait corporel, bodylotion, body lotion, "
    "duschgel, gel douche, gommage, body butter, body cream, peeling, huile corps, savon, seife, "
    "badesalz, bath bombs, bombe de bain, deo, déodorant, körpercreme, crème solaire, "
    "sonnencreme, sun cream, shower gel, rituals",
    "nail care manucure nagelpflege": "vernis, vernis à ongles, nagellack, nail polish, "
    "faux ongles, press on nails, gel nails, vernis semi permanent, uv nagellack, kunstnägel, "
    "gel polish, shellac",
    "hand care soin mains handpflege": "crème mains, handcreme, hand cream",
    "hair care soins cheveux haarpflege": "shampoing, shampoo, après shampoing, conditioner, "
    "spülung, masque cheveux, haarmaske, olaplex, haaröl, kérastase, hair oil, haarfarbe, "
    "coloration, hair mask, haarspray, wella",
    "make up tools accessoires maquillage zubehör": "pinceaux maquillage, pinceau, beautyblender, "
    "makeup brushes, make up pinsel, schminkpinsel, éponge maquillage, brush set, pinselset, "
    "miroir maquillage, wimpernzange, eyelash curler, faux cils, false lashes, künstliche wimpern",
    "hair styling tools accessoires soins capillaires haarstyling zubehör": "brosse à cheveux, "
    "haarbürste, hairbrush, tangle teezer, peigne, kamm, lockenwickler, bigoudis, hair rollers, "
    "bigoudi, heatless curls, bonnet satin",
    "beauty electronics électronique beauté elektronik": "lisseur, ghd, fer à lisser, glätteisen, "
    "steampod, sèche cheveux, fön, föhn, haartrockner, hairdryer, hair dryer, hair straighteners, "
    "straighteners, curling iron, lockenstab, boucleur, épilateur, epilierer, lumière pulsée, "
    "ipl, airwrap, dyson supersonic, babyliss, brosse soufflante, brosse chauffante, "
    "curling wand, warmluftbürste, lampe uv, led mask, foreo, oral b, brosse à dents électrique, "
    "zahnbürste elektrisch, braun silk epil, lampe uv ongles, waver, crimper",
    "face care tools accessoires soins visage zubehör gesichtspflege": "gua sha, jade roller, "
    "rouleau de jade, gesichtsbürste, facial brush",
    "shaving tools accessoires rasage rasierzubehör": "rasoir, tondeuse barbe, rasierer, "
    "bartschneider, beard trimmer, safety razor, rasierhobel, electric shaver, rasierapparat, "
    "philips oneblade, rasierpinsel, blaireau, tondeuse",
    "grooming kits coffrets pflegesets": "coffret homme, coffret barbe, pflegeset, gift set mens, "
    "geschenkset herren, beard kit",
}
