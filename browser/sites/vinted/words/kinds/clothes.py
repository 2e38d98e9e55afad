"""What sellers call clothes, in three languages.

A row is all words of a label in every language, and what sellers say for it: evidence beside other
words. Which leaves of a page a row means is found in `browser.evidence.category.called`.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_OF_CLOTHES: Final[Table] = {
    # Women's and men's clothes
    "slim fit jeans | jeans slim": "slim fit jeans, slim jeans, slim fit, 511, levis 511",
    "skinny jeans": "jean skinny, jegging, skinny jean, röhrenjeans, röhre, jean moulant, "
    "slim fit jeans damen, jean push up",
    "straight jeans gerade droits coupe droite": "501, levis 501, jean droit, "
    "dad jeans, straight leg jeans, jean coupe droite, jean regular, "
    "regular fit jeans, straight cut, 514, 505, ribcage straight",
    "flared évasés schlagjeans jeans": "jean flare, flare jeans, bootcut, jean bootcut, "
    "boot cut jeans, jean patte d eph, jean pattes d eph, pattes d éléphant, bell bottoms, "
    "wide leg jeans, jean large, jean wide leg, jean évasé, schlaghose, weite jeans, "
    "baggy jeans damen",
    "boyfriend jeans": "jean boyfriend, boyfriend jean, jean girlfriend, girlfriend jeans",
    "ripped troués jeans": "jean troué, jean déchiré, distressed jeans, destroyed jeans, "
    "jean destroy, zerrissene jeans, ripped jean",
    "cropped courts 7/8 jeans": "jean 7/8, jean 7 8, cropped jean, ankle jeans, jean court, "
    "capri jeans",
    "high waisted taille haute high waist jeans": "jean mom, mom jean, mom jeans, mom fit, "
    "jean taille haute, high waist jean, "
    "high rise jeans, jean high waist, hochgeschnittene jeans",
    "leggings": "legging, jeggings, tregging, treggings, caleçon long, leggins, thermo leggings, "
    "legging push up",
    "skinny trousers pantalons skinny hosen": "pantalon slim, pantalon skinny, röhrenhose, "
    "slim trousers",
    "leather trousers pantalons cuir lederhosen": "pantalon simili cuir, pantalon cuir, "
    "pantalon en cuir, lederhose damen, kunstlederhose, leather trousers, faux leather trousers, "
    "leather pants, legging cuir",
    "tailored trousers pantalons ajustés stoffhosen": "pantalon tailleur, pantalon cigarette, "
    "pantalon habillé, pantalon fluide, pantalon à pinces, pantalon droit, stoffhose, "
    "bundfaltenhose, anzughose damen, cigarette trousers, work trousers, dress pants, "
    "office trousers, slacks, smart trousers, business hose",
    "wide leg trousers pantalons jambes larges hosen weitem bein": "pantalon large, "
    "pantalon palazzo, palazzo, palazzohose, pantalon flare, wide leg, wide leg trousers, "
    "weite hose, schlaghose stoff, culotte hose, jupe culotte longue, marlenehose, marlene hose",
    "cropped trousers chinos pantalons courts 7/8 hosen": "pantacourt, corsaire, capri, "
    "caprihose, 7/8 hose, pantalon 7/8, chino, chinos, pantalon chino, chinohose, cropped pants",
    "harem pants sarouels haremshosen": "sarouel, pantalon bouffant, aladinhose, pumphose damen, "
    "haremshose, harem trousers, hippie pants, pantalon thaï",
    "joggers jogging jogginghosen": "jogginghose, bas de jogging, bas de survêtement, "
    "pantalon de jogging, pantalon jogging, trackpants, track pants, tracksuit bottoms, trackies, "
    "sweatpants, trainingshose, jogpant, jogger, pantalon survêtement, bas de training, "
    "bas survet",
    "tracksuits survêtements trainingsanzüge": "survêtement, survet, jogging complet, "
    "ensemble jogging, ensemble survêtement, tracksuit, trainingsanzug, training adidas, "
    "training complet, jogginganzug, trackie, sweat suit, survet complet",
    "cargo trousers pantalons cargo cargohosen": "pantalon cargo, cargohose, cargo pants, "
    "combat trousers, treillis, pantalon treillis",
    "chinos": "chino, pantalon chino, chinohose, chino trousers",
    "shorts denim jean jeansshorts": "short en jean, short jean, jeansshorts, jeansshort, "
    "denim shorts, hot pants, hotpants, mini short jean, jorts",
    "cropped trousers pantacourts 7/8 hosen": "pantacourt, corsaire, bermuda long, caprihose",
    "short chino shorts": "bermuda, short chino, chino shorts, bermudas, bermudashorts",
    "mini dresses courtes minikleider": "robe courte, robe patineuse, skater dress, minikleid, "
    "robe t shirt, t shirt dress, tshirtkleid, mini robe, bodycon dress, robe moulante",
    "midi dresses midikleider": "robe portefeuille, wrap dress, wickelkleid, robe chemise, "
    "shirt dress, blusenkleid, hemdblusenkleid, tea dress, slip dress, robe trapèze, "
    "a linien kleid, midikleid, robe mi longue",
    "long dresses longues maxikleider": "maxi robe, robe bohème longue, maxikleid, abaya, "
    "robe kaftan, caftan, kaftan, robe longue, langes kleid, bodenlanges kleid",
    "summer dresses été sommerkleider": "robe d été, sommerkleid, sundress, robe fleurie légère, "
    "robe à bretelles, trägerkleid, robe bain de soleil",
    "winter dresses hiver winterkleider": "robe pull, pullkleid, strickkleid, robe en laine, "
    "jumper dress, knit dress, sweater dress, robe en maille, winterkleid, pulloverkleid",
    "formal work dresses chics business etuikleider": "robe de bureau, robe habillée, "
    "robe fourreau, etuikleid, pencil dress, businesskleid, work dress, robe droite habillée",
    "party cocktail fêtes partykleider cocktailkleider": "robe de cocktail, robe cocktail, "
    "cocktailkleid, partykleid, party dress, robe de fête, robe à sequins, sequin dress, "
    "paillettenkleid, robe réveillon, glitter dress, going out dress",
    "evening dresses soirée abendkleider": "robe de soirée, robe soirée, abendkleid, "
    "evening gown, ball gown, robe de gala, debs dress, black tie dress, robe invitée mariage, "
    "wedding guest dress, robe demoiselle d honneur, bridesmaid dress, brautjungfernkleid",
    "wedding dresses mariée brautkleider": "robe de mariée, brautkleid, hochzeitskleid, "
    "bridal gown, wedding dress, wedding gown, robe mariage civil, standesamtkleid",
    "little black dresses petites robes noires kleine schwarze": "petite robe noire, lbd, "
    "kleines schwarzes, das kleine schwarze",
    "denim dresses jean jeanskleider": "robe en jean, jeanskleid, denim dress, robe salopette jean",
    "costumes special outfits tenues particulières besondere kostüme vêtements "
    "spécialisés": "dirndl, dirndlkleid, trachtenkleid, déguisement, déguisement adulte, "
    "costume halloween, halloween costume, karnevalskostüm, faschingskostüm, "
    "faschingskostüm herren, cosplay, cosplay kostüm, kilt, sari, kimono traditionnel, qipao, "
    "hen party outfit, fancy dress, trachtenlederhose, trachtenhose, trachtenhemd, "
    "blouse de travail, blouse médicale, arbeitskleidung, workwear, uniform, uniforme, "
    "tenue infirmière, kochjacke, latzhose arbeit, bleu de travail, scrubs",
    "mini skirts jupes miniröcke": "mini jupe, minirock, jupe courte, kurzer rock, skort, "
    "jupe short, skater skirt short, tennis skirt",
    "midi skirts jupes mi longues midiröcke": "jupe midi, jupe mi longue, midirock, "
    "jupe portefeuille, wickelrock, satin skirt, jupe satinée, satinrock",
    "maxi skirts jupes longues maxiröcke": "jupe longue, maxirock, langer rock, maxi jupe, "
    "jupe bohème, boho skirt, jupe gitane",
    "pencil skirts jupes crayon bleistiftröcke": "jupe crayon, jupe tailleur, jupe droite, "
    "bleistiftrock, pencil skirt, bürorock",
    "pleated skirts jupes plissées faltenröcke": "jupe plissée, faltenrock, plisseerock, "
    "plissérock, kilt skirt, pleated skirt",
    "denim skirts jupes jean jeansröcke": "jupe en jean, jupe jean, jeansrock, denim skirt",
    "camis trägertops vest tops débardeurs tanktops": "caraco, top à fines bretelles, "
    "top bretelles, cami, camisole, spaghettitop, trägertop, strappy top, nuisette top, tank top, "
    "débardeur, singlet",
    "crop tops courts": "crop top, bustier, brassière top, bralette top, top court, bandeau top, "
    "tube top, bauchfreies top, bustier top, corset top, korsage, corsage",
    "blouses blusen": "chemisier, blouse, bluse, blouse en soie, seidenbluse, tunika bluse, "
    "schluppenbluse, blouse dentelle, spitzenbluse, blouse col lavallière, pussy bow blouse, "
    "top dentelle",
    "shirts chemises hemden": "chemise en lin, leinenhemd, chemise blanche, hemd, hemdbluse, "
    "oxford shirt, work shirt, chemise femme",
    "plain shirts unies einfarbige chemises hemden": "chemise unie, chemise blanche, "
    "chemise homme, chemise lin, chemise en lin, oberhemd, businesshemd, leinenhemd, dress shirt, "
    "white shirt, oxford shirt, plain shirt, chemise cintrée, slim fit hemd, hemd weiß",
    "checked shirts carreaux karierte chemises hemden": "chemise à carreaux, chemise carreaux, "
    "karohemd, holzfällerhemd, flanellhemd, flannel shirt, checked shirt, plaid shirt, "
    "chemise bûcheron, chemise vichy, kariertes hemd",
    "print shirts motifs gemusterte chemises hemden": "chemise hawaïenne, hawaiihemd, "
    "hawaiian shirt, chemise à fleurs, chemise imprimée, patterned shirt, chemise à pois, "
    "floral shirt",
    "striped shirts rayures gestreifte chemises hemden": "chemise rayée, chemise à rayures, "
    "streifenhemd, striped shirt, gestreiftes hemd",
    "denim shirts jean jeanshemden": "chemise en jean, chemise jean, jeanshemd, denim shirt",
    "polo shirts polos poloshirts": "polo, poloshirt, polo manches courtes, polo lacoste, "
    "polo ralph lauren, polohemd",
    "print t shirts imprimés bedruckte": "t shirt imprimé, tee shirt imprimé, graphic tee, "
    "band tee, band t shirt, tour t shirt, bandshirt, fanshirt, logo t shirt, t shirt logo, "
    "motivshirt, printshirt, tee shirt groupe",
    "plain t shirts unis einfarbige": "t shirt uni, tee shirt uni, basic t shirt, basicshirt, "
    "plain tee, t shirt blanc, plain t shirt",
    "striped t shirts rayures gestreifte": "marinière, breton top, t shirt rayé, ringelshirt, "
    "streifenshirt, striped tee, tee shirt rayé",
    "long sleeved t shirts manches longues langarmshirts": "t shirt manches longues, "
    "langarmshirt, longsleeve, long sleeve tee, tee shirt manches longues, long sleeve top herren",
    "sleeveless vests t shirts sans manches tanktops ärmellose": "débardeur, marcel, "
    "muscle shirt, tank top, tanktop, singlet, vest top, achselshirt, muskelshirt",
    "tunics tuniques tuniken": "tunique, tunika, longbluse, tunic top, kaftan top",
    "bodysuits bodys": "body, body string, bodysuit, body dentelle, body manches longues",
    "off the shoulder tops épaules découvertes schulterfreie": "top épaules nues, bardot top, "
    "carmenbluse, carmen shirt, off shoulder top, top bardot",
    "hoodies sweatshirts | sweats et sweats à capuche | pulls et pulls à capuche | "
    "pulls à capuche et sweatshirts | pulls et sweats": "hoodie, sweat à capuche, "
    "kapuzenpullover, kapuzenpulli, sweat, sweatshirt, sweater, kapuzensweatshirt, "
    "crewneck sweat, sweat à col rond, hoody, college pullover, sweat capuche, sweat shirt, "
    "jumper with hood",
    "zip through hoodies | pulls à capuche avec zip | hoodies mit reißverschluss | "
    "zip through hoodies sweaters": "sweat zippé, gilet à capuche, veste sweat, kapuzenjacke, "
    "sweatjacke, zip hoodie, zip up hoodie, full zip hoodie, zipper hoodie, hoodie zippé",
    "cardigans strickjacken": "gilet en maille, gilet long, gilet boutonné, cardigan, cardi, "
    "strickjacke, strickmantel, grobstrickjacke, gilet laine, gilet femme, long cardigan, "
    "waterfall cardigan",
    "knitted jumpers winter pulls hiver strickpullover": "pull en laine, pull maille, "
    "pull cachemire, pull mohair, wollpullover, kaschmirpullover, strickpulli, "
    "grobstrickpullover, cable knit jumper, chunky knit, aran jumper, aran sweater, pull torsadé, "
    "zopfpullover, pull irlandais, norwegerpullover, fair isle jumper, cashmere sweater, "
    "wool sweater, knit sweater, pull tricot, pull grosse maille, pull doux, strick pulli, "
    "christmas jumper, pull de noël",
    "chunky knit jumpers pulls hiver grobstrickpullover": "pull grosse maille, grobstrickpulli, "
    "norwegerpullover, troyer, aran jumper, cable knit jumper, fisherman jumper, "
    "fair isle jumper, chunky knit, pull irlandais, zopfpullover, pull torsadé, pull camionneur, "
    "pull laine, wollpullover, wool jumper",
    "turtleneck jumpers pulls col roulé rollkragenpullover": "pull col roulé, sous pull, "
    "rollkragenpulli, rolli, rollneck, roll neck jumper, polo neck jumper, pull à col roulé, "
    "turtle neck, cowl neck jumper, pull col montant, stehkragenpullover",
    "v neck jumpers | v ausschnitt pullover | pulls col v | sweats à col v": "pull col v, "
    "v neck jumper, v neck sweater, v pullover, pull en v",
    "crew neck jumpers pulls ras cou rundhalspullover": "pull col rond, pull ras de cou, "
    "rundhalspulli, crew neck jumper, round neck jumper",
    "sleeveless jumpers pullunder": "pull sans manches, pullunder, sweater vest, knitted vest, "
    "débardeur en laine, slipover, tank top laine",
    "boleros boléros": "boléro, bolero, bolerojäckchen, shrug, cache coeur",
    "waistcoats | gilets de costume": "gilet de costume, anzugweste, gilet costume, waistcoat, "
    "weste, gilet sans manches habillé",
    "kimonos": "kimono, kimono jacket, veste kimono",
    "blazers suit jackets sakkos": "blazer, veste de tailleur, veste tailleur, veste de costume, "
    "veste costume, sakko, jackett, blazer croisé, sports jacket, tweed jacket, sports coat, "
    "smoking jacket, trachtenjanker, janker, veste blazer, dinner jacket",
    "suit sets | ensembles costume | anzüge": "costume, costume complet, costume 2 pièces, "
    "costume 3 pièces, costume homme, anzug, anzug herren, zweiteiler anzug, dreiteiliger anzug, "
    "suit, 3 piece suit, 2 piece suit, tuxedo, smoking, smoking homme, mens suit, business anzug",
    "suit trousers pantalons costume anzughosen": "pantalon de costume, anzughose, suit trousers, "
    "pantalon costume",
    "wedding suits mariage hochzeitsanzüge costumes": "costume mariage, costume de mariage, "
    "hochzeitsanzug, wedding suit, bräutigam anzug",
    "trouser suits ensembles tailleur pantalon hosenanzüge": "tailleur pantalon, hosenanzug, "
    "pantsuit, trouser suit, ensemble tailleur, ensemble blazer pantalon",
    "skirt suits jupes robes tailleurs kostüme rock": "tailleur jupe, kostüm mit rock, "
    "skirt suit, ensemble jupe veste",
    "leather jackets vestes cuir lederjacken": "veste en cuir, veste cuir, blouson cuir, "
    "blouson en cuir, lederjacke, leather jacket, kunstlederjacke, veste simili cuir, "
    "faux leather jacket, veste daim, wildlederjacke, suede jacket, veste en daim",
    "biker racer jackets perfectos blousons moto bikerjacken": "perfecto, perfecto cuir, "
    "perfecto simili, biker jacke, bikerjacke, biker jacket, moto jacket, motorradjacke, "
    "veste moto, blouson moto",
    "denim jackets vestes jean jeansjacken": "veste en jean, veste jean, jeansjacke, jean jacket, "
    "denim jacket, trucker jacket, veste trucker, sherpa denim",
    "bomber jackets blousons aviateur bomberjacken": "bomber, blouson, teddy bomber, bomberjacke, "
    "fliegerjacke, blouson aviateur, flight jacket, ma 1, pilotenjacke",
    "puffer jackets down doudounes daunenjacken duvet": "doudoune, doudoune légère, daunenjacke, "
    "steppjacke daunen, puffer, puffa, puffer coat, puffa jacket, winterjacke, daunenmantel, "
    "doudoune longue, parka doudoune, down coat, nuptse, wattierte jacke",
    "quilted jackets matelassées steppjacken": "veste matelassée, steppjacke, quilted jacket, "
    "übergangsjacke gesteppt, padded jacket light",
    "light jackets légères leichte jacken": "veste légère, veste mi saison, übergangsjacke, "
    "sommerjacke, spring jacket, summer jacket, light jacket, veste en lin, jacke dünn, "
    "coach jacket, veste",
    "fleece jackets polaires fleecejacken": "polaire, veste polaire, fleecejacke, fleece, "
    "quarter zip fleece, fleecepullover, teddy fleece, half zip fleece, pull polaire, "
    "gilet polaire",
    "field utility jackets militaires utilitaires vestes": "veste militaire, veste saharienne, "
    "saharienne, army jacket, field jacket, feldjacke, wax jacket, waxed jacket, wachsjacke, "
    "barbour, m65, utility jacket, veste de travail, chore jacket, worker jacket, veste chasse, "
    "veste cirée",
    "shackets surchemises hemdjacken": "surchemise, overshirt, hemdjacke, shacket, veste chemise, "
    "lumber jacket",
    "varsity jackets universitaires collegejacken": "teddy, veste teddy, collegejacke, "
    "varsity jacket, baseball jacket, letterman, college jacke, blouson teddy",
    "windbreakers vent coupe windjacken": "coupe vent, k way, kway, windbreaker, windjacke, "
    "softshell, softshelljacke, cagoule, outdoorjacke, regenjacke leicht, goretex jacke, "
    "veste gore tex",
    "ski snowboard jackets vestes skijacken snowboardjacken": "veste de ski, skijacke, "
    "snowboardjacke, blouson de ski, ski jacket, anorak ski, snow jacket, veste ski, skianzug, "
    "combinaison de ski, pantalon de ski, skihose, salopettes, ski pants",
    "gilets body warmers | gilets et doudounes sans manches | westen": "doudoune sans manches, "
    "bodywarmer, body warmer, steppweste, daunenweste, gilet sans manches matelassé, "
    "puffer gilet, padded gilet, gilet matelassé, fleeceweste, jagdweste, gilet fourrure, "
    "fellweste",
    "capes ponchos": "poncho, cape, capa, poncho laine",
    "long coats overcoats manteaux longs pardessus lange mäntel überzieher": "manteau long, "
    "langer mantel, long coat, maxi coat, maxi mantel, pardessus, overcoat, crombie, chesterfield",
    "winter coats manteaux hiver wintermäntel": "manteau d hiver, manteau en laine, "
    "manteau laine, wollmantel, wool coat, manteau chaud, wintermantel, teddy coat, "
    "manteau doudou, teddymantel, alpaca coat, manteau bouclette",
    "wool coats laine wollmäntel": "manteau en laine, manteau laine, wollmantel, wool coat, "
    "caban laine",
    "trench coats trenchs trenchcoats": "trench, imper, trenchcoat, trench coat, gabardine, "
    "mac coat, burberry trench",
    "parkas": "parka, parka fourrure, parka à capuche, fishtail parka, parka d hiver, winterparka",
    "peacoats cabans cabanjacken": "caban, cabanjacke, pea coat, peacoat, reefer jacket, "
    "caban marin",
    "duffle coats dufflecoats": "duffle coat, duffel coat, dufflecoat, duffle",
    "raincoats imperméables regenmäntel": "ciré, ciré jaune, regenmantel, friesennerz, "
    "imperméable, rain mac, pac a mac, raincoat, rain coat, regenjacke, waterproof jacket, "
    "ostfriesennerz",
    "faux fur coats fausse fourrure kunstfellmäntel": "manteau fausse fourrure, manteau fourrure, "
    "kunstfellmantel, pelzmantel, fur coat, faux fur coat, kunstpelz, veste fausse fourrure, "
    "fellmantel, fellimitat",
    "jumpsuits combinaisons": "combinaison, combinaison pantalon, jumpsuit, overall damen, "
    "einteiler, boiler suit, boilersuit, combi pantalon, hosenoverall, salopette femme, catsuit",
    "playsuits combi shorts": "combishort, combi short, playsuit, short overall, romper damen",
    "bras soutiens gorge bhs": "soutien gorge, soutif, bh, bra, push up bh, wonderbra, sport bh, "
    "t shirt bra, bralette, brassière dentelle, balconnet, nursing bra, bügel bh, triangle bra",
    "panties | culottes | slips": "culotte, string, tanga, slip damen, thong, knickers, briefs, "
    "boxer femme, shorty, pantys, unterhose damen, pants ladies, panty",
    "sets ensembles lingerie": "ensemble lingerie, parure lingerie, lingerie set, dessous set, "
    "wäscheset, bra and knickers set, parure soutien gorge",
    "nightwear pyjamas tenues nuit nachtwäsche": "pyjama, pyjama femme, nuisette, "
    "chemise de nuit, nachthemd, schlafanzug, pyjama set, pjs, nightie, nightdress, pijama, "
    "schlafshirt, pilou, pyjashort, schlafhose, nightshirt, pyjama bottoms",
    "dressing gowns peignoirs morgenmäntel": "robe de chambre, peignoir, bademantel, "
    "morgenmantel, dressing gown, bathrobe, housecoat, satin robe, déshabillé",
    "tights stockings collants strumpfhosen strümpfe": "collant, collants, bas, bas autofixants, "
    "strumpfhose, strümpfe, halterlose, tights, stockings, hold ups, jambières, stulpen, wolford, "
    "kniestrümpfe damen",
    "socks chaussettes socken": "chaussettes, socken, strümpfe herren, mi bas, socquettes, "
    "sneakersocken, stricksocken, wollsocken, socks, paire de chaussettes",
    "shapewear gaines": "gaine, gaine amincissante, spanx, shapewear, figurformend, miederhose, "
    "corset gainant, waist trainer",
    "lingerie accessories accessoires wäsche": "porte jarretelles, jarretelle, strumpfgürtel, "
    "suspender belt, strumpfband, garter, nipple covers, cache tétons",
    "one pieces une pièce badeanzüge": "maillot de bain une pièce, maillot une pièce, "
    "maillot 1 pièce, badeanzug, swimsuit, one piece swimsuit, swimming costume, schwimmanzug, "
    "trikini, maillot de bain 1 pièce, bathing suit, swim suit",
    "bikinis tankinis deux pièces": "bikini, maillot deux pièces, maillot de bain 2 pièces, "
    "maillot de bain deux pièces, tankini, bikini set, bikinioberteil, bas de maillot, "
    "haut de maillot, bikini top",
    "cover ups sarongs paréos strandkleider": "paréo, robe de plage, strandkleid, sarong, "
    "beach cover up, strandtuch zum binden, tunique de plage",
    "swimwear maillots bain bademode": "short de bain, badeshorts, badehose, "
    "maillot de bain homme, swim shorts, swimming trunks, boardshort, boardshorts, swim trunks, "
    "schwimmhose, slip de bain, speedos, board shorts",
    "pants boxers | sous vêtements | slips boxershorts": "boxer, boxers, caleçon, slip homme, "
    "boxershorts, boxershort, unterhose, unterhosen herren, retroshorts, mens briefs, "
    "mens underwear, caleçons, boxer briefs, retropants, jockstrap",
    "ponchos": "poncho homme",
    "sports bras brassières bhs": "brassière de sport, brassière sport, soutien gorge sport, "
    "sport bh, sports bra, sport bustier",
    "activewear trousers | vêtements de sport pantalons leggings | vêtements de sport "
    "pantalons | sportbekleidung hosen": "legging de sport, legging sport, sportleggings, "
    "yogahose, yoga leggings, gym leggings, running tights, lauftights, laufhose, "
    "gymshark leggings, yoga pants, cuissard, collant running, sporthose, radhose, "
    "legging running, cycling shorts padded, workout leggings",
    "activewear tops t shirts | vêtements de sport hauts t shirts | vêtements de "
    "sport hauts tee shirts | sportbekleidung tops t shirts": "t shirt de sport, t shirt running, "
    "maillot running, sportshirt, laufshirt, trainingsshirt, gym top, running top, dri fit, "
    "maillot de foot, trikot, fußballtrikot, football shirt, football jersey, maillot cycliste, "
    "radtrikot, cycling jersey, sporttop, funktionsshirt, rugby shirt, gaa jersey, "
    "jersey football, maillot psg, maillot om, maillot équipe",
    "activewear shorts | vêtements de sport shorts | sportbekleidung shorts": "short de sport, "
    "sportshorts, running shorts, gym shorts, short running, laufshorts, short de foot, "
    "fußballhose, football shorts",
    "maternity trousers pantalons maternité umstandshosen": "pantalon de grossesse, "
    "jean de grossesse, jean grossesse, jean maternité, pantalon grossesse, umstandshose, "
    "umstandsjeans, maternity jeans, maternity leggings, legging grossesse, umstandsleggings",
    "maternity dresses robes maternité umstandskleider": "robe de grossesse, robe grossesse, "
    "umstandskleid, maternity dress, robe maternité",
    "maternity tops maternité umstandstops": "t shirt grossesse, top allaitement, "
    "haut de grossesse, umstandsshirt, stillshirt, nursing top, maternity top, haut allaitement, "
    "umstandsbluse",
    "pregnancy breastfeeding bras soutiens gorge grossesse allaitement umstands still "
    "bhs": "soutien gorge allaitement, still bh, nursing bra, stillbh",
    "pregnancy postpartum belts | ceintures grossesse et post natales | umstands "
    "rückbildungsgürtel | pregnancy support belts": "ceinture de grossesse, bauchband, "
    "bauchgurt schwangerschaft, belly band, bandeau grossesse",
}
