"""What sellers say that tells clothes of one branch apart, in three languages.

Rows as in `clothes`, for labels that had no names there, and more names for others.
"""

from typing import Final

from browser.sites.vinted.words.tables import Table

KINDS_OF_ONE_BRANCH: Final[Table] = {
    # Trousers, jeans, shorts
    "duffle coats dufflecoats": "manteau à brandebourgs, manteau brandebourgs, "
    "duffle coat femme, duffle coat homme, knebelmantel, toggle coat",
    "tunics tuniques tuniken": "tunique manches trois quarts, tunique femme, tunika damen, "
    "longtunika, tunique longue, long tunic",
    "straight leg trousers pantalons droits gerade hosen": "pantalon droit, gerade hose, "
    "straight leg trousers, straight trousers, pantalon coupe droite, hose gerader schnitt, "
    "gerade stoffhose, straight pants",
    "other trousers | autres pantalons | andere hosen": "pantalon velours, cordhose, "
    "pantalon côtelé, corduroy trousers, cords, cord trousers, paperbag hose, paperbag trousers, "
    "pantalon cargo femme, cargohose damen, cargo trousers womens, leinenhose, pantalon lin, "
    "linen trousers, schlupfhose, samthose, pantalon en velours",
    "maternity trousers pantalons maternité umstandshosen": "mama jeans, over the bump jeans, "
    "under the bump jeans, over the bump, under the bump, bump jeans, jean future maman, "
    "pantalon future maman, mama hose, umstandsjeans überbauch, schwangerschaftshose, "
    "schwangerschaftsjeans, mama leggings, legging maternité, jean enceinte, maternity trousers, "
    "pantalon femme enceinte, mama slim jeans, mama skinny jeans",
    "maternity dresses robes maternité umstandskleider": "robe femme enceinte, mama kleid, "
    "mama dress, bump dress, schwangerschaftskleid, stillkleid, nursing dress, robe allaitement, "
    "robe future maman",
    "maternity tops maternité umstandstops": "mama top, mama shirt, stilltop, still shirt, "
    "t shirt femme enceinte, schwangerschaftsshirt, haut femme enceinte, breastfeeding top, "
    "t shirt allaitement, stillpullover, pull allaitement",
    "maternity skirts jupes maternité umstandsröcke": "umstandsrock, jupe grossesse, "
    "maternity skirt, jupe de grossesse",
    "maternity coats jackets manteaux vestes maternité umstandsmäntel jacken": "umstandsjacke, "
    "tragejacke, manteau grossesse, manteau de grossesse, maternity coat, umstandsmantel, "
    "veste de portage, manteau de portage, babywearing coat, babywearing jacket, "
    "maternity jacket",
    "maternity swimwear beachwear maillots tenues plage maternité umstandsbademode": ""
    "maternity swimsuit, umstandsbadeanzug, umstandsbikini, maillot grossesse, "
    "maillot de bain grossesse, maternity bikini, umstandstankini",
    "maternity sleepwear tenues nuit maternité umstandsnachtwäsche": "stillnachthemd, "
    "pyjama grossesse, pyjama allaitement, nursing nightdress, maternity pyjamas, "
    "chemise de nuit allaitement, stillpyjama, maternity nightie",
    "maternity jumpsuits playsuits | combinaisons combi shorts maternité | umstandsjumpsuits": ""
    "umstandsjumpsuit, maternity jumpsuit, umstandslatzhose, salopette grossesse, "
    "maternity dungarees, salopette de grossesse, combinaison grossesse",
    "maternity shorts maternité umstandsshorts": "umstandsshorts, maternity shorts, "
    "short grossesse, short de grossesse",
    "high waisted jeans taille haute high waist": "mom fit jeans, tapered jeans, jean tapered, "
    "jean fuselé, karottenjeans, balloon jeans, jean balloon, jean slouchy, slouchy jeans, "
    "mom jeans damen, jean taille haute mom, high waist mom jeans, barrel jeans, jean tonneau, "
    "carrot jeans, paperbag jeans",
    "flared évasés schlagjeans jeans": "bootcut jeans, jean boot cut, flared jeans, "
    "wide leg jean, jean jambe large, jeans mit schlag, schlagjeans, jean évasée, flares, "
    "wide jeans, jean ample, jeans weites bein, palazzo jeans, kick flare jeans, skater jeans",
    "straight jeans gerade droits coupe droite fit": "jean droit homme, gerade jeans, "
    "regular jeans, jean regular fit, levis 505, levis 514, jeans gerader schnitt, "
    "relaxed jeans, relaxed fit jeans, loose fit jeans, jean loose, wrangler texas, "
    "carhartt jeans, baggy jeans, jean baggy, straight cut jeans, bootcut jeans herren",
    "slim fit jeans | jeans slim": "levis 512, levis 510, jean slim homme, slim tapered jeans, "
    "slim jeans herren, levi s 511, tapered fit jeans, slim taper",
    "skinny jeans": "super skinny jeans, jeans skinny fit, röhrenjeans damen, jean slim femme, "
    "leigh jeans, jamie jeans, joni jeans, super skinny, skinnies, jean slim push up",
    "ripped jeans troués zerrissene": "jean déchirés, zerrissene jeans, jean troué genoux, "
    "knee rip jeans, used look jeans, löcher jeans, jean destroyed, busted knee jeans",
    "knee length shorts longueur genou knielange": "bermuda, bermuda femme, knielange shorts, "
    "bermuda damen, bermuda shorts, cycliste, radlerhose, radler, cycling shorts, biker shorts",
    "high waisted shorts taille haute high waist": "short taille haute, high waist shorts, "
    "high waisted shorts, short plissé, paperbag shorts",
    "leather shorts cuir ledershorts": "short cuir, short simili cuir, short en cuir, "
    "ledershorts, leather shorts, kunstledershorts, faux leather shorts, short en simili",
    "lace shorts dentelle spitzenshorts": "short dentelle, spitzenshorts, lace shorts",
    "cargo shorts": "cargo shorts, short cargo, cargoshorts, bermuda cargo, cargohose kurz, "
    "kurze cargohose, short battle, bermuda battle",
    "other shorts | autres shorts | andere shorts": "short en lin, leinenshorts, linen shorts, "
    "short jersey, sweatshorts, sweat shorts, short molleton, short fluide, stoffshorts, "
    "jersey shorts",
    "chinos": "chino homme, chinohose herren, pantalon chino homme, dockers, stoffhose herren, "
    "pantalon toile homme, chino slim, slim chino",
    "cropped trousers pantacourts 7/8 hosen": "pantacourt homme, 3/4 hose, dreiviertelhose, "
    "3/4 trousers, capri pants, hose 3/4, pantalon 3/4",
    "tailored trousers pantalons ajustés costume anzughosen stoffhosen": "pantalon de ville, "
    "pantalon habillé homme, stoffhose grau, anzughose, bügelfaltenhose, pantalon classique, "
    "smart trousers, formal trousers, wollhose, bundfaltenhose herren, pantalon chic, "
    "pantalon carotte, cigarette pants, karottenhose, business trousers",
    "wide leg trousers pantalons jambes larges hosen weitem bein": "pantalon ample, "
    "pantalon jambe large, weite stoffhose, palazzo pants, palazzo trousers, flowy trousers, "
    "hose mit weitem bein, flared trousers, schlaghose, pantalon évasé, pantalon patte d eph, "
    "wide trousers, pantalon fluide large, culottes hose",
    "leggings": "thermoleggings, legging simili cuir, lederleggings, leather leggings, "
    "legging noir, baumwollleggings, legging coton, legging velours",
    "joggers jogging jogginghosen": "pantalon molleton, sweathose, jogging homme, "
    "pantalon jogging homme, jogginghose herren, cargo joggers, jogging nike, sweat pants",
    # Dresses and skirts
    "casual dresses casual freizeitkleider": "robe casual, freizeitkleid, casual dress, "
    "robe sweat, sweatkleid, jerseykleid, robe en jersey, jersey dress, robe t shirt longue, "
    "shirtkleid, sweater dress, robe décontractée, alltagskleid, robe polo, hoodie dress",
    "strapless dresses bretelles trägerlose": "robe bustier, bandeau kleid, bandeaukleid, "
    "bandeau dress, strapless dress, robe sans bretelles, robe bandeau, trägerloses kleid, "
    "bustierkleid, korsagenkleid",
    "backless dresses dos nu rückenfreie": "robe dos nu, rückenfreies kleid, backless dress, "
    "open back dress, robe dos ouvert",
    "other dresses autres robes andere kleider": "robe asymétrique, robe vintage",
    "midi dresses midikleider": "robe cache coeur, robe longueur genou, robe mi longue fleurie, "
    "midi wrap dress, shirt dress midi, hemdkleid, hemdblusenkleid, robe chemisier, "
    "robe boutonnée, kleid knielang, wadenlanges kleid, slip dress midi, satin midi dress",
    "mini dresses courtes minikleider": "robe mini, minikleid, robe moulante courte, "
    "bodycon mini dress, mini dress, smock dress, robe babydoll, skaterkleid, skater dress, "
    "tunikakleid, robe tunique, tunic dress, hängerkleid, swing dress, pinafore dress, "
    "robe chasuble, trägerrock kleid, dungaree dress, robe salopette",
    "long dresses longues maxikleider": "robe maxi, bohokleid, boho dress, robe bohème, "
    "maxi dress, kleid lang, langes sommerkleid, maxi sommerkleid, robe d été longue",
    "winter dresses hiver winterkleider": "robe hiver, wollkleid, wool dress, knitted dress, "
    "rollkragenkleid, robe col roulé, cordkleid, robe velours côtelé, cord dress, "
    "corduroy dress, robe tricot, strickkleid damen, knit midi dress, robe en velours",
    "summer dresses été sommerkleider": "robe lin, leinenkleid, linen dress, robe fleurie, "
    "blumenkleid, floral summer dress, spaghettikleid, robe plage, robe fines bretelles, "
    "robe en coton légère, leichtes kleid, musselinkleid, robe gaze de coton, cheesecloth dress",
    "evening dresses soirée abendkleider": "robe longue de soirée, cocktail long, "
    "abendkleid lang, robe satin longue, maxi evening dress, robe de gala, occasion dress, "
    "robe témoin, robe mariage invitée, robe demoiselle d'honneur, kleid für hochzeitsgäste",
    "party cocktail fêtes partykleider cocktailkleider": "robe paillettes, robe sequins, "
    "pailettenkleid, glitzerkleid, sequin mini dress, robe lamée, samtkleid, velvet dress, "
    "christmas party dress, silvesterkleid, robe nouvel an",
    "wedding dresses mariée brautkleider": "robe mariée, robe de mariage civil, "
    "brautkleid vintage, wedding gown, bridal dress",
    "formal work dresses chics business etuikleider": "robe portefeuille bureau, business kleid, "
    "bürokleid, robe tailleur, shift dress, robe crayon, robe droite, bodycon work dress, "
    "tailored dress, etui kleid",
    "high waisted skirts taille haute high waist röcke": "jupe taille haute, high waist rock, "
    "high waisted skirt",
    "a line skirts jupes trapèze linien röcke": "jupe trapèze, jupe évasée, a linien rock, "
    "a line skirt, a linie rock, jupe boutonnée, button front skirt, cordrock, jupe velours, "
    "jupe en velours côtelé, cord skirt, corduroy skirt",
    "skater skirts jupes patineuses skaterröcke": "jupe patineuse, skaterrock, skater skirt, "
    "circle skirt, tellerrock",
    "bodycon skirts jupes moulantes röcke": "jupe moulante, bodycon skirt, bodycon rock, "
    "tube skirt, jupe tube, schlauchrock",
    "tulip skirts jupes tulipe tulpenröcke": "jupe tulipe, tulpenrock, tulip skirt",
    "other skirts autres jupes andere röcke": "tüllrock, jupe en tulle, tulle skirt, jupe tulle, "
    "jupe cuir, jupe en cuir, jupe simili cuir, lederrock, leather skirt, kunstlederrock, "
    "faux leather skirt, jupe asymétrique, trachtenrock, jupe en simili",
    "midi skirts jupes mi longues midiröcke": "midi skirt, jupe satin, satin midi skirt, "
    "jupe fluide, wadenlanger rock, rock knielang, jupe longueur genou, slip skirt",
    "mini skirts jupes miniröcke": "mini skirt, short skirt, kurzer minirock, wickelminirock, "
    "jupette, mini jupe plissée",
    # Tops and jumpers
    "t shirts": "t shirt femme, tee shirt femme, t shirt damen, ladies t shirt, tshirt, "
    "tee shirt col v, t shirt basique, basic shirt damen, ladies tee",
    "short sleeved tops | blouses manches courtes | kurzarmtops": "blouse manches courtes, "
    "chemisier manches courtes, kurzarmbluse, short sleeve blouse, haut manches courtes, "
    "kurzarm bluse, short sleeve top, bluse kurzarm, top manches courtes, kurzärmelige bluse",
    "long sleeved tops | blouses manches longues | langarmtops": "blouse manches longues, "
    "chemisier manches longues, langarmbluse, long sleeve blouse, haut manches longues, "
    "long sleeve top, longsleeve damen, bluse langarm, langärmelige bluse, "
    "t shirt manches longues, langarmshirt damen, top manches longues",
    "¾ sleeve tops | blouses 3/4 | tops mit 3/4 arm": "blouse 3/4, haut manches 3/4, "
    "3/4 arm shirt, 3/4 sleeve top, manches 3/4, top manches 3/4, shirt 3/4 arm, "
    "three quarter sleeve top, tunique manches 3/4",
    "halterneck tops dos nu basques neckholder": "top dos nu, neckholder top, halterneck top, "
    "neckholder, halter top, halter neck top, dos nu top, top tour de cou, nackenträger top",
    "turtlenecks cols roulés rollkragenshirts": "sous pull, rollkragenshirt, turtleneck top, "
    "roll neck top, sous pull col roulé, polo neck top, feinrippshirt rollkragen, col roulé fin",
    "peplum tops schößchentops": "top peplum, peplum top, schößchentop, top à basque, "
    "schößchenbluse",
    "crop tops courts": "cropped top, cropped shirt, haut court, bustier top, bandeau top, "
    "corsetted top, corset, korsett, korsett top, bralette, top bustier, top corset, "
    "crop top manches longues",
    "camis trägertops vest tops débardeurs tanktops": "débardeur femme, "
    "top en dentelle bretelles, spaghetti top, satin cami, satin top träger, tanktop damen, "
    "vest top, ripptop, débardeur dentelle, top satin, seidentop, silk cami",
    "blouses blusen": "blusenshirt, tunique blouse, blouse bohème, boho bluse, blouse satin, "
    "satinbluse, satin blouse, blouse à volants, rüschenbluse, ruffle blouse, chiffonbluse, "
    "chiffon blouse, volantbluse, blouse fluide, peasant blouse, blouse fleurie, blouse brodée",
    "shirts chemises hemden": "chemise oversize, oversize bluse hemd, hemdbluse damen, "
    "hemd damen, chemise jean femme, jeanshemd damen, denim shirt womens, chemise blanche femme, "
    "linen shirt womens, karohemd damen, chemise à carreaux femme",
    "long jumpers sweats longs longpullover": "pull long, longpullover, long jumper, "
    "pull tunique, oversized long jumper, pull robe, tunic jumper",
    "¾ sleeve jumpers manche ¾ 3/4 arm pullover": "pull manches 3/4, pullover 3/4 arm, "
    "3/4 sleeve jumper",
    "knitted jumpers winter pulls hiver strickpullover": "pull femme, pull en maille, "
    "strickpullover damen, wollpulli, pull angora, mohairpullover, mohair jumper, pull rayé, "
    "ringelpullover, striped jumper, breton jumper, feinstrickpullover, feinstrick pullover, "
    "fine knit jumper, pull fin, lammwollpullover, lambswool jumper, merinopullover, "
    "merino jumper, pull mérinos, cashmere jumper, cashmere pullover, pull en cachemire, "
    "pull alpaga, alpaka pullover, weihnachtspullover, ugly christmas sweater, pull torsades, "
    "norwegian jumper, strickpulli damen, pull chaud",
    "chunky knit jumpers pulls hiver grobstrickpullover": "grobstrick pullover, grobstrick, "
    "pull grosse laine, chunky jumper, chunky knit jumper, pull en grosse maille, aran sweater, "
    "islandpullover, isländer, lopapeysa, norweger, norweger pullover, pull marin, "
    "seemannspullover, cable knit sweater, cable jumper, zopfmuster pullover, "
    "zopfstrickpullover, guernsey jumper",
    "jumpers pullover sweats": "strickpullover herren, wollpullover herren, pull homme, "
    "feinstrickpullover herren, cashmere jumper mens, troyer, troyer pullover, "
    "quarter zip jumper, quarter zip, half zip jumper, half zip, pull col zippé, "
    "pull camionneur, col camionneur, merinopullover herren, pull laine homme, "
    "lambswool jumper mens, pulli herren",
    "crew neck jumpers pulls ras cou rundhalspullover": "rundhalspullover, rundhals pullover, "
    "crewneck jumper, crew neck sweater, pull ras du cou, pull col rond homme",
    "v neck jumpers v ausschnitt pullover pulls col v sweats": "v ausschnitt pullover, "
    "pullover v ausschnitt, pull en v homme, v neck sweater mens, v pulli",
    "sleeveless jumpers pullunder": "pullunder herren, tank top laine homme, "
    "gilet sans manches laine, knitted vest mens, débardeur laine",
    "hoodies sweatshirts | sweats et sweats à capuche | pulls et pulls à capuche | pulls "
    "à capuche et sweatshirts | pulls et sweats": "crewneck sweatshirt, crewneck, "
    "sweat col rond, sweat ras du cou, pull à capuche, kapuzensweater, overhead hoodie, "
    "pullover hoodie, hoodie damen, sweat oversize, oversize hoodie, kapuzenpulli damen, "
    "rundhals sweatshirt, college sweatshirt, university sweatshirt, sweat molletonné",
    "zip through hoodies | pulls à capuche avec zip | hoodies mit reißverschluss": ""
    "zip up hoodie, zipped hoodie, zip through hoodie, hoodie mit reißverschluss, "
    "kapuzensweatjacke, sweat zippé à capuche, hoodie zip, gilet zippé, sweat à zip, zip hoody, "
    "zipper, full zip, sweatshirtjacke, trainingsjacke, veste de survêtement, track jacket, "
    "track top, tracktop, veste survêt, jacke mit kapuze sweat",
    "cardigans strickjacken": "gilet en laine, gilet mohair, cardigan long, strickcardigan, "
    "wollstrickjacke, kaschmir strickjacke, cashmere cardigan, gilet tricot, "
    "grobstrick cardigan, chunky cardigan, longcardigan, trachtenstrickjacke, aran cardigan, "
    "gilet grosse maille, gilet à boutons, strickweste",
    "waistcoats | gilets de costume": "gilet de costume, tweed waistcoat, anzugweste herren, "
    "weste damen, gilet tailleur, gilet sans manches tailleur",
    "print t shirts imprimés bedruckte": "tee shirt groupe, t shirt vintage, t shirt print, "
    "t shirt mit print, t shirt aufdruck, graphic t shirt, t shirt metal, metal shirt, "
    "tour shirt, merch shirt, t shirt manga, t shirt star wars, t shirt motif, logo tee, "
    "t shirt bedruckt, surf t shirt",
    "plain t shirts unis einfarbige": "t shirt basique homme, basic t shirt herren, "
    "t shirt schlicht, t shirt col v homme, v neck t shirt mens, plain white t shirt, "
    "tee shirt noir uni, heavyweight tee, t shirt blanc homme, henley shirt, henley",
    "sleeveless vests t shirts sans manches tanktops ärmellose": "tanktop herren, "
    "débardeur homme, mens vest, unterhemd, maillot de corps, tank homme, gym vest, stringer",
    "long sleeved t shirts manches longues langarmshirts": "longsleeve herren, "
    "langarmshirt herren, t shirt manches longues homme, long sleeve t shirt mens, "
    "long sleeve shirt herren, henley langarm, thermal top, waffle top",
    "polo shirts polos poloshirts": "polo homme, poloshirt herren, polo shirt mens, polo piqué, "
    "polo fred perry, piqué polo, polo manches longues, langarm polo, polo rayé",
    "plain shirts unies einfarbige chemises hemden": "chemise blanche homme, hemd herren, "
    "leinenhemd herren, linen shirt mens, chemise oxford, chemise col mao, chemise habillée, "
    "smokinghemd, chemise smoking, tuxedo shirt, tailored shirt, chemise slim, slim fit shirt, "
    "business hemd, weißes hemd, chemise cintrée, formal shirt, chemise de ville, grandad shirt, "
    "cordhemd, chemise velours, corduroy shirt, trachtenhemd weiß",
    "print shirts motifs gemusterte chemises hemden": "chemise fleurie, hawaii hemd, "
    "chemise hawaï, hemd gemustert, chemise à motifs, chemise wax, paisley shirt, "
    "chemise liberty, geblümtes hemd, short sleeve patterned shirt",
    "checked shirts carreaux karierte chemises hemden": "chemise flanelle, flanell hemd, "
    "karo hemd, lumberjack shirt, check shirt, tartan shirt, chemise carreau, hemd kariert, "
    "gingham shirt, chemise écossaise",
    "striped shirts rayures gestreifte chemises hemden": "hemd gestreift, chemise rayée homme, "
    "stripe shirt, chemise fines rayures, pinstripe shirt",
    "denim shirts jean jeanshemden": "jeanshemd herren, western shirt, westernhemd, "
    "chemise western, chemise denim, denim shirt mens",
    # Suits
    "suit sets | ensembles costume | anzüge": "zweiteiler, dreiteiler, anzug zweiteilig, "
    "2 piece suit, two piece suit, three piece suit, herrenanzug, costume deux pièces, "
    "costume trois pièces, costume complet homme, anzug komplett, smoking komplett, dinner suit, "
    "costume slim, slim fit suit, slim fit anzug, leinenanzug, linen suit, tweed suit, "
    "costume veste pantalon, suit jacket and trousers, sakko und hose, blazer et pantalon",
    "suit jackets blazers sakkos": "herrensakko, leinensakko, tweedsakko, cordsakko, "
    "veste de smoking, blazer homme, blazer herren, suit jacket, harris tweed jacket, "
    "harris tweed, sport jacket mens, veste tweed, veste croisée",
    "blazers": "blazer damen, blazer femme, ladies blazer, veste blazer femme, oversize blazer, "
    "blazer oversize, tweed blazer, veste en tweed, tweedblazer, longblazer, kurzblazer, "
    "jersey blazer, bouclé jacke, veste tailleur femme, checked blazer",
    "wedding suits mariage hochzeitsanzüge costumes": "costume marié, costume de marié, "
    "anzug hochzeit, bräutigamanzug, groom suit, grooms suit",
    "trouser suits ensembles tailleur pantalon hosenanzüge": "tailleur pantalon femme, "
    "hosenanzug damen, ladies trouser suit, pant suit, blazer and trousers set, costume femme, "
    "blazer und hose, ladies suit",
    "skirt suits jupes robes tailleurs kostüme": "tailleur jupe femme, kostüm damen, "
    "blazer und rock, blazer and skirt, skirt and jacket set, chanel style suit",
    # Coats and jackets
    "long coats overcoats manteaux longs pardessus lange mäntel überzieher": "manteau mi long, "
    "trenchmantel lang, longline coat, long wool coat, wollmantel lang, manteau long laine, "
    "kamelhaarmantel, camel coat, manteau droit long, duster coat, maxi wool coat",
    "oversized coats manteaux oversize mäntel": "manteau oversize, oversize mantel, "
    "oversized coat, manteau cocon, cocoon coat, cocoonmantel, kokonmantel",
    "winter coats manteaux hiver wintermäntel": "kurzmantel, manteau court, wollmantel damen, "
    "womens wool coat, walkmantel, lodenmantel, loden, manteau caban, manteau en drap de laine, "
    "bouclé mantel, manteau chaud femme, duffle",
    "wool coats laine wollmäntel": "lodenmantel herren, manteau laine homme, wollmantel herren, "
    "mens wool coat, manteau drap de laine, kurzmantel herren, wool overcoat",
    "padded coats manteaux rembourrés wattierte mäntel": "steppmantel, manteau matelassé, "
    "padded coat, wattierter mantel, manteau rembourré, steppmantel herren, quilted coat",
    "puffer jackets down doudounes daunenjacken duvet": "steppjacke damen, doudoune courte, "
    "doudoune à capuche, cropped puffer, puffer jacke, pufferjacke, pufferjacket, "
    "doudoune longue femme, daunenmantel damen, daunenparka, doudoune moncler, "
    "light down jacket, ultra light down, leichte daunenjacke, doudoune fine, "
    "doudoune sans capuche, wattierte jacke, padded jacket",
    "light jackets légères leichte jacken": "blouson léger, blouson toile, canvas jacket, "
    "cordjacke, veste velours, corduroy jacket, veste en velours, veste en tweed légère, "
    "cropped jacket, veste courte, blousonjacke, sommerblouson, leinenjacke, linen jacket, "
    "strickblazer jacke, übergangsjacke damen, übergangsjacke herren, frühlingsjacke",
    "harrington jackets vestes harrington jacken": "harrington, harrington jacke, "
    "harrington jacket, veste harrington, baracuta g9, blouson harrington",
    "windbreakers vent coupe windjacken": "coupe vent nike, windjacke damen, regenjacke, "
    "hardshell, hardshelljacke, funktionsjacke, gore tex jacke, goretex jacket, "
    "waterproof walking jacket, softshell jacke, softshell jacket, veste softshell, "
    "veste imperméable, veste de randonnée, wanderjacke, cagoule, kagoul, anorak, "
    "veste technique, hiking jacket, outdoor jacke, rain jacket",
    "denim jackets vestes jean jeansjacken": "veste jean oversize, jeansjacke oversize, "
    "levis trucker, trucker jacke, jeansjacke gefüttert, veste en jean sherpa, sherpa trucker",
    "fleece jackets polaires fleecejacken": "fleece jacke, polaire zippée, polaire homme, "
    "polaire femme, patagonia fleece, fleeceweste, quarter zip fleece, strickfleecejacke, "
    "strickfleece, sherpa fleece, veste sherpa, teddyjacke, teddy jacke, veste moumoute, "
    "borg jacket, veste teddy fausse fourrure, retro x",
    "faux fur coats fausse fourrure kunstfellmäntel": "manteau moumoute, teddy mantel, "
    "fellmantel damen, fellimitat jacke, kunstfelljacke, veste fourrure, faux fur jacket, "
    "manteau fausse fourrure léopard, lammfellmantel, shearling coat, peau lainée, lammfelljacke",
    "field utility jackets militaires utilitaires vestes": "waxjacke, wachsjacke herren, "
    "veste barbour, barbour jacke, barbour beaufort, barbour bedale, veste multipoches, "
    "veste kaki, military jacket, parka militaire, bw parka, feldjacke bundeswehr, arbeitsjacke, "
    "bleu de travail veste, worker jacke, detroit jacket, carhartt jacke, utility jacke, "
    "safari jacket",
    "shackets surchemises hemdjacken": "hemdjacke damen, shacket damen, overshirt herren, "
    "surchemise laine, wool overshirt, checked shacket, karo jacke, holzfällerjacke, "
    "surchemise homme, surchemise en jean, overshirt jacket",
    "bomber jackets blousons aviateur bomberjacken": "bomberjacke damen, bomber femme, "
    "blouson bomber, satin bomber, alpha industries, ma1, teddy fliegerjacke, aviator jacket, "
    "blousons",
    "leather jackets vestes cuir lederjacken": "blouson cuir homme, lederjacke herren, "
    "vintage leather jacket, veste cuir homme, lederblazer, leather blazer, veste simili, "
    "lederblouson, suedette jacket, wildleder jacke, veste suédine, veste en daim homme",
    "biker racer jackets perfectos blousons moto bikerjacken": "perfecto en cuir, "
    "biker lederjacke, leather biker jacket, biker jacket faux leather, bikerjacke kunstleder, "
    "perfecto daim, motorrad lederjacke, motorbike jacket",
    "ski snowboard jackets vestes skijacken snowboardjacken": "veste ski femme, skijacke damen, "
    "skijacke herren, manteau de ski, snowboard jacke, womens ski jacket, mens ski jacket, "
    "anorak de ski",
    "gilets body warmers | gilets et doudounes sans manches | westen": "daunenweste damen, "
    "steppweste damen, doudoune sans manche, gilet doudoune, fell weste, gilet fausse fourrure, "
    "faux fur gilet, outdoorweste, weste damen ärmellos gesteppt, quilted gilet, padded vest",
    "parkas": "parka femme, parka homme, parka damen, parka herren, winterparka damen, "
    "wintermantel mit kapuze, parka fausse fourrure, canada goose parka, mod parka",
    "trench coats trenchs trenchcoats": "trench femme, trench homme, trenchcoat damen, "
    "trench court, kurzer trench, mac jacket, mackintosh, trench beige",
    "peacoats cabans cabanjacken": "caban homme, caban femme, caban laine, wool peacoat, "
    "pea jacket, kolani, seemannsjacke",
    # Underwear, swimming, sport
    "bras soutiens gorge bhs": "soutien gorge push up, bh 75b, spitzen bh, lace bra, "
    "soutien gorge dentelle, bügelloser bh, balconette, plunge bra, strapless bra, bandeau bh, "
    "bustier dentelle lingerie, minimizer bh, underwired bra, non wired bra",
    "nightwear pyjamas tenues nuit nachtwäsche": "pyjama satin, satin pyjama, silk pyjamas, "
    "schlafanzug damen, pyjama pilou, pyjama short, kurzer pyjama, nachtkleid, negligé, "
    "negligee, fleece pjs, fleece pyjamas, womens pjs, pj set, pj bottoms, pyjama top, "
    "loungewear set, ensemble nuit, ensemble de nuit, hausanzug, pyjama polaire, night shirt, "
    "schlafanzughose, bas de pyjama, flannel pyjamas, teddy pyjama",
    "activewear skirts jupes sport sportbekleidung röcke": "tennisrock, jupe de tennis, "
    "tennis skirt, jupe tennis, golf skirt, laufrock, running skirt, skort tennis, padel skirt",
    "activewear dresses robes sport sportbekleidung kleider": "robe de tennis, tenniskleid, "
    "tennis dress, robe tennis, gym dress, sportkleid",
    "activewear outerwear vêtements sport vêtements extérieur sportbekleidung jacken mäntel": ""
    "laufjacke, running jacket, veste de running, veste running, coupe vent running, "
    "fahrradjacke, radjacke, cycling jacket, veste vélo, veste cycliste, trainingsjacke sport, "
    "sportjacke, gym jacket, veste de sport, cycling gilet, stadionjacke",
    "activewear hoodies sweatshirts | vêtements de sport sweats sweats à capuche | "
    "vêtements de sport pulls sweats | sportbekleidung hoodies sweatshirts": "sweat de sport, "
    "sport hoodie, training top half zip, gym hoodie, midlayer, laufpullover, trainingspullover, "
    "sweat entrainement, training sweatshirt, funktionspullover",
    "activewear trousers | vêtements de sport pantalons leggings | vêtements de sport "
    "pantalons | sportbekleidung hosen": "trainingshose, pantalon de sport, "
    "pantalon de randonnée, wanderhose, hiking trousers, walking trousers, zip off hose, "
    "trekkinghose, outdoorhose, pantalon rando, radlerhose gepolstert, bib shorts, "
    "cuissard vélo, cuissard long, reithose, jodhpurs, pantalon équitation, "
    "pantalon d'équitation, laufleggings, fitness leggings, legging fitness, legging yoga, "
    "sport leggings, sporttights, gym tights, capri sport, legging running femme, yoga trousers, "
    "leggings gymshark, leggings alo, lululemon leggings, lululemon align",
    "activewear tops t shirts | vêtements de sport hauts t shirts | vêtements de sport "
    "hauts tee shirts | sportbekleidung tops t shirts": "funktionsshirt damen, maillot de rugby, "
    "maillot vélo, maillot de vélo, fahrradtrikot, gym t shirt, running t shirt, running vest, "
    "débardeur sport, débardeur de sport, sport top, trikot heimtrikot, home shirt, away shirt, "
    "base layer, baselayer, thermal base layer, skiunterhemd, basketball jersey, "
    "basketballtrikot, maillot nba, nba jersey, maillot de basket, f1 shirt, compression top, "
    "t shirt technique, rash guard, lycra top, tennis shirt, polo de sport, sportpolo",
    "activewear shorts | vêtements de sport shorts | sportbekleidung shorts": ""
    "short running femme, laufshort, short basket, basketball shorts, cycling shorts, "
    "radlerhose sport, tennisshorts, short de tennis, rugby shorts, boxing shorts, mtb shorts, "
    "short vtt",
    "tracksuits survêtements trainingsanzüge": "ensemble survêt, survêtement complet, "
    "full tracksuit, trainingsanzug herren, jogging ensemble, ensemble de sport, shell suit, "
    "sweat et jogging ensemble, hoodie and joggers set, matching tracksuit, ensemble sport, "
    "gym set, fitness set, ensemble fitness, co ord gym set",
    "other activewear vêtements sport autres andere sportbekleidung": "kimono judo adulte, "
    "judoanzug erwachsene, karate gi, justaucorps femme, gymnastikanzug damen, leotard adult, "
    "neoprenanzug damen, wetsuit womens, combinaison néoprène femme, trisuit, ski unterwäsche, "
    "thermo unterwäsche set, skisuit womens, skianzug damen, combinaison de ski femme",
    "one pieces une pièce badeanzüge": "maillot de bain femme, badeanzug damen, swimsuit womens, "
    "sportbadeanzug, maillot natation, racing swimsuit, tummy control swimsuit, "
    "maillot une pièce natation, schwimmanzug damen",
    "bikinis tankinis deux pièces": "bikini damen, maillot triangle, maillot bandeau, "
    "triangel bikini, bandeau bikini, bas de bikini, haut de bikini, bikini bottoms, bikinihose, "
    "maillot 2 pièces, high waist bikini, push up bikini, bikini culotte",
    "swimwear maillots bain bademode": "short de bain homme, badehose herren, badeshorts herren, "
    "swim short, mens swim shorts, vilebrequin, boxer de bain, schwimmshorts, jammer",
}
