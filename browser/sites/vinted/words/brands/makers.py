"""Names of makers by what they make, for running text: what the site's best known list lacks.

Names of makers are facts of the world (their own shops and catalogues, seen up to 2026). Those of
`makers.tsv` were written down by people who saw no listing of ours (1 December 2026), `A` where one
is also a word, a place or somebody's name. What such a name needs to count belongs to
`browser.evidence`.
"""

from importlib import resources
from typing import Final

_CLOTHES: Final = """
    Dunnes Stores, O'Neills, Dubarry, Avoca, Portwest, Mountain Warehouse, Crew Clothing, Weird
    Fish, Lands' End, Cotton Traders, Bonmarché, Damsel in a Dress, Jacques Vert, Kaliko, Windsmoor,
    Viyella, Per Una, Ghost London, Nobody's Child, & Other Stories, Arket, Vivienne Westwood,
    Alexander McQueen, Stella McCartney, Ganni, Samsøe Samsøe, Acne Studios, Filippa K, Tiger of
    Sweden, Baum und Pferdgarten, Stine Goya, Day Birger, By Malene Birger, Bruuns Bazaar, Selected
    Femme, Selected Homme, Jack & Jones, YAS, Noisy May, JDY, Jacqueline de Yong, Mamalicious, Only
    & Sons, Fransa, Soyaconcept, Numph, Part Two, InWear, Bitte Kai Rand, Cinque, Drykorn, Rich &
    Royal, Key Largo, Blind Date, Luisa Cerano, Riani, Steilmann, Basler, Frank Walder, Lecomte,
    Samoon, Via Appia, Kenny S., Multiblu, Angelo Litrico, Westbury, Peek & Cloppenburg, Montego,
    McNeal, Tom Tailor Denim, Mavi, LTB, Herrlicher, Cross Jeans, Hattric, Gardeur, Bruno Banani,
    Daniel Hechter, Pierre Balmain, Balmain, Chloé, See by Chloé, Saint Laurent, Loewe, Bottega
    Veneta, Miu Miu, Salvatore Ferragamo, Tod's, Hogan, Max & Co, Marella, Pennyblack, Marina
    Rinaldi, Luisa Spagnoli, Twinset, Patrizia Dini, Piazza Italia, Benetton, United Colors of
    Benetton, Stefanel, Gutteridge, Brunello Cucinelli, Etro, Missoni, Blumarine, Philipp Plein,
    Stone Island, C.P. Company, Armani Exchange, Armani Jeans, EA7, Cerruti, Ermenegildo Zegna,
    Canali, Hackett, Charles Tyrwhitt, T.M. Lewin, Thomas Pink, Hawes & Curtis, Ben Sherman,
    Gabicci, Weekend Offender, Pretty Green, Lambretta, Penfield, Aquascutum, Jack Wills, J.Crew,
    Banana Republic, Old Navy, Tommy Jeans, Nautica, Eddie Bauer, L.L.Bean, Marmot, Dynafit,
    Montane, Ronhill, Eider, Lafuma, Musto, Henri Lloyd, Marinepool, Guy Cotten, Cotélac, Antonelle,
    Georges Rech, Morgan de Toi, Mado et les Autres, Sarah Pacini, Oska, Rundholz, Marithé François
    Girbaud, Jean Paul Gaultier, Christian Lacroix, Cacharel, Nina Ricci, Lanvin, Courrèges, Pleats
    Please, Issey Miyake, Comme des Garçons, Yohji Yamamoto, Y-3, A.P.C., Ami Paris, Maison Kitsuné,
    Maison Margiela, Jacquemus, Balzac Paris, Iro, Zapa, Paule Ka, Swildens, Leon & Harper,
    Essentiel Antwerp, Denham, Kings of Indigo, Nudie Jeans, Cheap Monday, Dr. Denim, Deeluxe, Japan
    Rags, Tiffosi, Lion of Porches, Women'secret, Pedro del Hierro, Bimba y Lola, El Ganso, Silbon,
    Custo Barcelona, Skunkfunk, Lola Casademunt, Surkana, Hoss Intropia, Uterqüe, Purificación
    García, Loavies, Costes, Sissy-Boy, Zeeman, Wibra, Hema, WE Fashion, Vingino, Petrol Industries,
    PME Legend, Cast Iron, No-Nonsense, Claudia Sträter, Summum, Zizzi, Yours Clothing, Simply Be,
    Lovedrobe, Joe Browns, Roman Originals, Little Mistress, Chi Chi London, Jarlo, Adrianna Papell,
    Blue Vanilla, Motel Rocks, Jaded London, House of CB, Oh Polly, Club L London, Rebellious
    Fashion, I Saw It First, Missy Empire, Femme Luxe, Lasula, Public Desire, Koi Footwear,
    Killstar, Banned Apparel, Hell Bunny, Collectif, Lindy Bop, Dolls Kill, Disturbia, Iron Fist,
    Carhartt WIP, Stüssy, HUF, Thrasher, Santa Cruz, Off-White, Fear of God, Trapstar, Corteiz,
    Hoodrich, Montirex, Nicce, Sik Silk, Gym King, Sergio Tacchini, Le Shark, Diadora, Errea,
    Macron, Canterbury, Under Armor, Castore, Karrimor, Alpine Pro, Northland, Killtec, Ziener,
    Bogner Fire & Ice, Descente, Kjus, Phenix, Poivre Blanc, Degré 7, Fusalp, Woolrich, Parajumpers,
    Canada Goose, K-Way, Save the Duck, Pyrenex, Jott, Just Over The Top, Le Chameau, Ariat, Pikeur,
    Eskadron, Horze, Kingsland, Equiline, Cavallo, Loesdau, Harry's Horse, Horseware, Hunkydory, Odd
    Molly, Gudrun Sjödén
"""
_UNDERWEAR: Final = """
    Sloggi, Playtex, Wonderbra, Lejaby, Maison Lejaby, Le Bourget, Wolford, Kunert, Nur Die, Elbeo,
    Skiny, Speidel, Con-ta, Hanro, Zimmerli, Marie Jo, PrimaDonna, Elomi, Curvy Kate, Gossard, Boux
    Avenue, Bluebella, Agent Provocateur, La Perla, Savage X Fenty, Skims, Spanx, Miraclesuit,
    Seafolly, Watercult, Sunflair, Olaian, Eres, RougeGorge, Orcanta, Athena, Hom, Björn Borg, Happy
    Socks, Achile, Kindy, Bleuforêt, Emma Jane, Isabella Oliver, JoJo Maternity, Envie de Fraise,
    Love2wait, Christoff, 9 Fashion, Happymum
"""
_SHOES: Final = """
    Buffalo London, Fretz Men, Josef Seibel, Waldläufer, Semler, Hassia, Finn Comfort, Meindl,
    Hanwag, La Sportiva, Salomon, Altra, On Running, Topo Athletic, Skechers, Kangaroos, K-Swiss,
    Etnies, DC Shoes, Heelys, Emu Australia, Bearpaw, Sorel, Moon Boot, Kamik, Bisgaard, Naturino,
    Primigi, Falcotto, Garvalín, Biomecanics, Pablosky, Conguitos, GBB, Babybotte, Mod'8, Little
    Mary, Lelli Kelly, Livie & Luca, Stride Rite, Robeez, Easy Peasy, Inch Blue, Pediped,
    Vivobarefoot, Be Lenka, Leguano, Teva, Chaco, Ipanema, Grendha, Fitflop, Padders, Van Dal,
    Rohde, Romika, Berkemann, Scholl, Dr. Scholl's, Cosyfeet, Loake, Church's, Grenson, Cheaney,
    Crockett & Jones, Base London, Kurt Geiger, KG Kurt Geiger, Carvela, Dune London, Office London,
    Irregular Choice, Ruby Shoo, Moshulu, Demonia, New Rock, T.U.K., Grinders, Solovair, Blundstone,
    R.M. Williams, Chippewa, Caterpillar, CAT Footwear, Unisa, Hispanitas, Pikolinos, El
    Naturalista, Lodi, Castañer, Pretty Ballerinas, Repetto, Ippon Vintage, Schmoove, Kost, TBS,
    Dorking, Fluchos, Laura Vita, Felmini, Jhay, Mjus, A.S.98, Airstep, Neosens, Chie Mihara, Sacha
    Shoes, Sam Edelman, Nine West, Stuart Weitzman, Jimmy Choo, Christian Louboutin, Manolo Blahnik,
    Giuseppe Zanotti, Golden Goose, Philippe Model, Axel Arigato, Filling Pieces, Common Projects,
    Autry, Novesta, Natural World, Onitsuka Tiger, Dockers by Gerli, Dockers, Bullboxer, PS Poelman,
    5th Avenue, Claudia Ghizzani, Walkx, Footflexx, Bärenschuhe
"""
_BABY_AND_KIDS: Final = """
    Kinderkraft, Lionelo, Bebetto, Hauck, Peg Perego, Inglesina, Foppapedretti, Brevi, Chipolino,
    Lorelli, Bébé 9, Renolux, Nania, Safety 1st, Bambisol, Tineo, Doomoo, Delta Baby, Babybjörn,
    Ergobaby, Tula, Manduca, Boba, Didymos, Fidella, Hoppediz, Love Radius, Je Porte Mon Bébé,
    Quinny, Mutsy, Joolz, Emmaljunga, Teutonia, Gesslein, Hartan, ABC Design, Recaro, Casualplay,
    Jané, Silver Cross, Mamas & Papas, iCandy, Cosatto, Phil & Teds, Mountain Buggy, Baby Jogger,
    UPPAbaby, Egg Stroller, Venicci, Oyster Babystyle, Britax, Besafe, Axkid, Klippan, Axiss,
    Besrey, Bumbleride, Snuz, SnuzPod, Tutti Bambini, Sleepyhead, DockATot, Ewan the Dream Sheep,
    Love to Dream, Grobag, Gro Company, Ergopouch, Alvi, Träumeland, Zöllner, Julius Zöllner, Roba,
    Pinolino, Paidi, Schardt, Geuther, Reer, Rotho Babydesign, Luvable Friends, Bébé-Jou, Luma,
    Ewers, Angelcare, Nanit, Elvie, Ameda, Ardo, Nuby, Munchkin, Dr. Brown's, Frigg, Natursutten,
    Difrax, Bébisol, Luc et Léa, Remond, Tigex, Dbb Remond, Thermobaby, OK Baby, Skip Hop,
    Infantino, Lamaze, Playgro, Taf Toys, Tiny Love, Bright Starts, Baby Einstein, Little Tikes,
    Step2, Ecoiffier, Cotoons, Clementoni, Vulli, Sophie la Girafe, Lilliputiens, Ebulobo, Les
    Déglingos, Doudou & Compagnie, Histoire d'Ours, Mailou Tradition, Ajena, Anna Club Plush, Nici,
    Nicotoy, Simba Toys, Teddy Hermann, Kösen, Käthe Kruse, Die Spiegelburg, Spiegelburg,
    Coppenrath, Lässig, Laessig, Done by Deer, Liewood, Konges Sløjd, Cam Cam Copenhagen, That's
    Mine, Fabelab, Nobodinoz, Little Dutch, Jollein, Koeka, Meyco, Trois Kilos Sept, BabyCalin,
    Domiva, P'tit Basile, Kadolis, Petite Alouette, Petit Béguin, Kidkanaï, Prénatal, Mayoral, Tuc
    Tuc, Boboli, Losan, Gocco, Neck & Neck, Nícoli, Pusblu, Baby Club, Here & There, Dopodopo, Blue
    Seven, DPAM, TAO, Orchestra Premaman, Prémaman, Cadet Rousselle, Miniman, Mini Mignon,
    Billieblush, Little Marc Jacobs, Boss Kids, Carrément Beau, IKKS Junior, Trois Pommes, Bengy,
    Clayeux, Tartine et Chocolat, Baby Dior, Emile et Rose, Mintini, Little Nutmeg, Blade & Rose,
    Frugi, Piccalilly, Toby Tiger, Maxomorra, Duns Sweden, Småfolk, Villervalla, Geggamoja, KappAhl,
    Kaxs, Me Too, Hust & Claire, Minymo, Mikk-Line, Ticket to Heaven, Didriksons, Isbjörn
    of Sweden, Hatley, Muddy Puddles, Grass & Air, Kidorca, Playshoes, Trollkids, Affenzahn,
    Ergobag, McNeill, Step by Step, DerDieDas, School-Mood, Coocazoo, Herlitz, Bodypack, Poids
    Plume, Caramel & Cie, Jeune Premier, Trunki, Littlelife, Smiggle, Little People, Carter's,
    OshKosh, OshKosh B'gosh, Gymboree, The Children's Place, Cat & Jack, Rocha Little, Rocha.John
    Rocha, Baker by Ted Baker, Angel's Face, Little Eleven Paris, Yumi Girl, David Charles
"""
_TOYS: Final = """
    Mega Bloks, Meccano, Geomag, Magformers, Magna-Tiles, Kapla, Plus-Plus, K'nex, Sylvanian
    Families, Calico Critters, Li'l Woodzeez, Polly Pocket, My Little Pony, Littlest Pet Shop,
    Monster High, Bratz, Zapf, Zapf Creation, Corolle, Götz, Our Generation, American Girl, Nenuco,
    Famosa, Pinypon, Barriguitas, Schildkröt, Papo, Safari Ltd, Bullyland, Collecta, Breyer,
    Beyblade, Bakugan, Tamagotchi, Furby, Hatchimals, LOL Surprise, Enchantimals, Cry Babies, Imc
    Toys, Spin Master, Jakks Pacific, Moose Toys, Mga Entertainment, Zuru, Playskool, Tomy, Tomica,
    Takara Tomy, Majorette, Norev, Dinky Toys, Maisto, Bburago, Burago, Scalextric, Hornby,
    Bachmann, Jouef, Piko, Roco, Faller, Kibri, Revell, Airfix, Tamiya, Italeri, Traxxas, Silverlit,
    Hexbug, Anki, Sphero, Wowwee, Nikko, Jamara, Dickie Toys, Big Bobby Car, Bobby Car, Gowi, Theo
    Klein, Klein Toys, Small Foot, Legler, Goki, Eichhorn, Nic Toys, Ostheimer, Grimm's, Grapat,
    Plan Toys, Le Toy Van, Tender Leaf Toys, Bigjigs, Orange Tree Toys, Tidlo, Pintoy, Indigo Jamm,
    Vilac, Oxybul, Oxybul Éveil et Jeux, Éveil et Jeux, Fnac Éveil, Lansay, Buki, Sentosphère,
    Aladine, SES Creative, Joustra, Dujardin, Gigamic, Iello, Matagot, Days of Wonder, Blue Orange,
    Cocktail Games, Schmidt Spiele, Zoch, Pegasus Spiele, Queen Games, Piatnik, Trefl, Educa, King
    Puzzles, Castorland, Heye, Eurographics, Wasgij, Gibsons, Falcon de Luxe, House of Puzzles,
    Waddingtons, Drumond Park, Orchard Toys, Galt Toys, Crayola, Faber-Castell, Stabilo, Edding,
    Maped, Staedtler, Pelikan, Parker Pen, Montblanc, Games Workshop, Warhammer, Magic the
    Gathering, Wizards of the Coast, Yu-Gi-Oh!, Topps, Upper Deck, Banpresto, Bandai Namco, Good
    Smile Company, Figma, Kotobukiya, NECA, McFarlane Toys, Bookii, Leapfrog, Yoto, Lunii, Ma
    Fabrique à Histoires, Beanie Boos, Squishmallows, Build-A-Bear, Keel Toys, Aurora World, Wild
    Republic, Russ Berrie, Me to You
"""
_ELECTRONICS: Final = """
    Samsung, Apple, Realme, ZTE, TCL, Alcatel, Wiko, BlackBerry, HTC, CAT Phones, Doro, Gigaset,
    Siemens, AEG, Grundig, Telefunken, Thomson, Blaupunkt, Medion, Terratec, Hama, Anker, Soundcore,
    Eufy, Ugreen, Belkin, Spigen, Otterbox, Rhinoshield, Ringke, Mophie, TP-Link, Netgear, AVM,
    Fritz!Box, D-Link, Linksys, SanDisk, Western Digital, Seagate, HyperX, SteelSeries, Roccat,
    Turtle Beach, Astro Gaming, Thrustmaster, Nacon, Hori, 8BitDo, PowerA, PDP, Sega, Atari,
    Amstrad, Nanoleaf, Sonos, Bang & Olufsen, B&O, Harman Kardon, AKG, Audio-Technica, Shure,
    Beyerdynamic, Skullcandy, Jabra, Plantronics, Urbanista, Happy Plugs, Ultimate Ears, Denon,
    Onkyo, Technics, JVC, Aiwa, Sanyo, Hitachi, Pentax, Leica, Minolta, Konica Minolta, Kodak, Agfa,
    Rollei, Praktica, Zenit, Tamron, Manfrotto, Lowepro, Insta360, Kobo, Tolino, PocketBook, Wacom,
    Suunto, Coros, Amazfit, Withings, Redmi, Poco, Lexmark, Epson, Kyocera, Elgato, Blue Yeti,
    Epiphone, Ibanez, Korg, Squier, Behringer, Focusrite, Line 6, Arlo, Netatmo, Roku, Fire TV
    Stick, Meta Quest, GHD, Cloud Nine, Remington, Oral-B, Sonicare, Foreo, Silk'n, Calor, Beurer,
    Medisana, Omron, Laifen
"""
_HOME: Final = """
    Ibena, Irisette, Bassetti, Fleuresse, Biberna, Traumschlaf, Kneer, Erwin Müller, Dormisette,
    Kaeppel, Schlafgut, Möve, Moeve, Cawö, Vossen, Villeroy, Essenza Home, Sylvie Thiriez, Yves
    Delorme, Descamps, Jalla, Carré Blanc, Anne de Solène, Olivier Desforges, Blanc Cerise, François
    Hans, Essix, Madura, Linvosges, Becquet, Tradilinge, AM.PM, Gifi, Zodio, Alinéa, Conforama, But
    Meubles, Bloomingville, House Doctor, Hübsch, Ferm Living, Muuto, Normann Copenhagen, Georg
    Jensen, Rosti, Stelton, Iittala, Marimekko, Arabia Finland, Royal Copenhagen, Kähler,
    Holmegaard, Lene Bjerre, Greengate, Miss Étoile, Broste Copenhagen, Madam Stoltz, Sass & Belle,
    Laura Ashley, John Lewis, Orla Kiely, Sanderson, Bedeck, Catherine Lansfield, Silentnight,
    Slumberdown, Dorma, Emma Mattress, Brabantia, Joseph Joseph, Oxo, Zyliss, Pampered Chef, Mason
    Cash, Nigella Lawson, Jamie Oliver, Cuisinart, Breville, Russell Hobbs, Morphy Richards, Gaggia,
    Saeco, Bialetti, Senseo, Tassimo, Nescafé Dolce Gusto, Melitta, Unold, Rommelsbacher, Magimix,
    Vorwerk, SEB, Lagostina, Cristel, De Buyer, Mauviel, Beka, Arthur Price, Guy Degrenne, Degrenne,
    Opinel, Sabatier, Victorinox, Fissler, Silit, Rösle, Berndes, Gefu, Leifheit, Wenko, Emsa, Alfi,
    Hydro Flask, Chilly's, Sigg, Dopper, Camelbak, Contigo, Arcoroc, Duralex, Arcopal, Baccarat,
    Lalique, Cristal d'Arques, Saint-Louis, Bernardaud, Haviland, HB Quimper, Vallauris,
    Sarreguemines, Revol, Emile Henry, Kaiser Porzellan, KPM, Arzberg, Thomas Porzellan, Seltmann
    Weiden, Eschenbach, Kahla, Goebel, Lladró, Nachtmann, Schott Zwiesel, Riedel, Spiegelau,
    Ritzenhoff, Koziol, Blomus, Asa Selection, Cilio, Royal Doulton, Royal Albert, Royal Worcester,
    Aynsley, Belleek, Waterford, Galway Crystal, Newbridge, Poole Pottery, Hornsea, Moorcroft,
    Beswick, Bunnykins, Burleigh, Churchill China, Johnson Brothers, Whittard, Fortnum & Mason,
    WoodWick, Partylite, Bougie La Française, Durance, Diptyque, Bath & Body Works, Bolsius, Kringle
    Candle, Village Candle, Søstrene Grene, Nanu-Nana, Kare Design, Lampe Berger, Gardena, Stihl,
    Husqvarna, Einhell, Ryobi, DeWalt, Black & Decker, Metabo, Festool, Dremel, Parkside, Bissell,
    Numatic, Henry Hoover, Miele, iRobot, Roborock, Tineco, Ecovacs, Polti, Vileda, DMC, Bergère de
    France, Lang Yarns, Schachenmayr, Rico Design, Sirdar, King Cole, Debbie Bliss, Patons, Cricut,
    Silhouette Cameo, Pfaff, Janome, Bernina, Husqvarna Viking, Stampin' Up, Tim Holtz
"""
_SPORT: Final = """
    Callaway, TaylorMade, Titleist, Ping, Cobra Golf, FootJoy, Galvin Green, Inesis, Kuikma,
    Tecnifibre, Völkl, Dalbello, Tecnica, Dynastar, K2, Smith Optics, Cébé, Julbo, Bollé, POC, Sweet
    Protection, Dainese, Dakine, Rome Snowboards, Lib Tech, Ride Snowboards, Northwave, Mavic,
    Fizik, Cannondale, Orbea, Lapierre, MBK, Kross, KTM, Ghost Bikes, Woom, Early Rider, Islabikes,
    Frog Bikes, Hoy Bikes, Apollo Bikes, Abus, Lazer, Castelli, Gore Wear, Gore Bike Wear, Assos,
    Rapha, Endura, Altura, Pearl Izumi, Van Rysel, Triban, Roces, Powerslide, Oxelo, Razor Scooter,
    Stiga, Joola, Cornilleau, Donic, Tibhar, Andro, Victor Sports, Li-Ning, Perfly, Sondico,
    Uhlsport, Reusch, Select Sport, Derbystar, Spalding, And1, Grays, Venum, Hayabusa, Leone 1947,
    Metal Boxe, RDX, Fairtex, Bad Boy, Tatami Fightwear, Danrho, Kwon, Capezio, Sansha, Wear Moi,
    Freed of London, Gaynor Minden, TYR, Zone3, Cressi, Scubapro, Beuchat, Aqua Lung, C-Skins, Gul,
    Subea, Itiwit, Simond, Solognac, Geologic, Caperlan, Jobe, Red Paddle, Intex, Bestway, Petzl,
    Black Diamond, Beal, Edelrid, Campingaz, Outwell, Vango, Easy Camp, Robens, MSR, Therm-a-Rest,
    Sea to Summit, Exped, Tatonka, Ferrino, Cotswold, Gelert, Hi Gear, Eurohike, Peter Storm,
    Hi-Tec, Daiwa, Abu Garcia, Fox International, Equithème, USG, Waldhausen, Kerbl, Kavalkade,
    Mountain Horse, Tredstep, Mark Todd, Weatherbeeta, LeMieux, Sprenger, Passier, Stübben, Chiba,
    Roeckl, Level Gloves, Barts, Skins Compression, 2XU, Compressport, CEP, Bv Sport, Rehband,
    Casall, Manduka, Yogistar, Bowflex, Kettler, TRX, Theraband, Blackroll
"""
_BEAUTY: Final = """
    L'Oréal Paris, Maybelline New York, Rimmel, Rimmel London, Bourjois, Gemey, NYX, e.l.f.,
    Catrice, Manhattan Cosmetics, Trend It Up, P2 Cosmetics, Alverde, Balea, Isana, Rival de Loop,
    Cien, Lavera, Weleda, Dr. Hauschka, Annemarie Börlind, Sante Naturkosmetik, Kneipp, Eucerin, La
    Roche-Posay, Avène, Bioderma, Uriage, SVR, CeraVe, The Ordinary, Paula's Choice, Drunk Elephant,
    Glossier, Huda Beauty, Anastasia Beverly Hills, Too Faced, Kylie Cosmetics, Rare Beauty, Pat
    McGrath, Natasha Denona, Jeffree Star, Morphe, Makeup Revolution, Revolution Beauty, Sleek
    Makeup, Barry M, No7, Soap & Glory, Sanctuary Spa, The Body Shop, Body Shop, Lush Cosmetics,
    Elemis, Liz Earle, Neom, Molton Brown, L'Occitane, Crabtree & Evelyn, Helena Rubinstein,
    Biotherm, Shiseido, Kiehl's, Aveda, Kérastase, Redken, Wella, Schwarzkopf, Olaplex, Moroccanoil,
    Pantene, Tangle Teezer, Mixa, Gillette, Wilkinson, L'Artisan Parfumeur, Serge Lutens, Annick
    Goutal, Goutal, Byredo, Le Labo, Maison Francis Kurkdjian, Parfums de Marly, Penhaligon's, Acqua
    di Parma, Bvlgari, Bulgari, Cartier, Azzaro, Rochas, Davidoff, Narciso Rodriguez, Viktor & Rolf,
    Carolina Herrera, Elie Saab, Lolita Lempicka, Van Cleef & Arpels, Elizabeth Arden, Laura
    Mercier, Smashbox, Sol de Janeiro, Glow Recipe, Cosrx, Laneige, Innisfree, Missha, Tony Moly,
    Beauty of Joseon, Dr.Jart+, Aroma-Zone, Cattier, Melvita, Sanoflore, Klorane, Ducray, René
    Furterer, Leonor Greyl, Essie, OPI, Sally Hansen, Mavala, Semilac, Neonail, Gelish, Peggy Sage,
    Real Techniques, Zoeva, Ecotools, Tweezerman, Mason Pearson, Avon, Oriflame, Mary Kay, Adopt',
    Réserve Naturelle, Fragonard, Roger & Gallet, Mustela, Biolane, Bepanthen, Penaten, Bübchen,
    Johnson's Baby
"""
_WATCHES_BAGS_JEWELS: Final = """
    Ice-Watch, Rosefield, Olivia Burton, Accurist, Sekonda, Lorus, Timex, Orient Watch, Invicta,
    Rolex, Omega Watches, Tag Heuer, Longines, Breitling, Certina, Mido, Rado, Junghans, Laco,
    Jacques Lemans, Lip Montres, Yema, Maurice Lacroix, Baume & Mercier, Thomas Sabo, Dyrberg/Kern,
    Engelsrufer, Xenox, Clogau, Links of London, Annie Haak, Chlobo, Missoma, Monica Vinader, Astrid
    & Miyu, Mejuri, Agatha, Les Néréides, Gas Bijoux, Histoire d'Or, Julien d'Orcel, Mauboussin, Les
    Georgettes, Cleor, Majorica, Uno de 50, Aristocrazy, Brosway, Morellato, Christ Schmuck, Amor
    Schmuck, Ti Sento, Buddha to Buddha, Tiffany & Co., Texier, Mila Louise, Mandarina Duck,
    American Tourister, JanSport, Sandqvist, Strellson, Porsche Design, Golla, Vera Bradley, Jane
    Shilton, Modalu, Osprey London, Dune Bags, Paul's Boutique, Yoshi, Radley London, Lulu Guinness,
    Kate Spade New York, Marc by Marc Jacobs, The Cambridge Satchel Company, Cambridge Satchel,
    Polène, Goyard, Moynat, Delvaux, Hedgren, Oilily, Misako, Bimba & Lola, Carpisa, Piquadro,
    Coccinelle, Braccialini, Borbonese, Trussardi, Gattinoni, Persol, Le Specs, Quay Australia,
    Komono, Izipizi, Vuarnet, Fielmann, Apollo Optik, Atol, Krys, Afflelou, Silhouette Brillen,
    Vogue Eyewear, Stetson, Mayser, Kangol, Brixton, 47 Brand, Mitchell & Ness, Isotoner, Knirps,
    Codello, Passigatti, Fraas, Love Moschino, Versace Jeans, Versace Jeans Couture, Just Cavalli,
    Lancetti
"""
_PETS: Final = """
    Ruffwear, Ferplast, Hurtta, Beaphar, Royal Canin, Zolux, Savic, Rogz, Petsafe, Catit, Eheim,
    Fluval, Zooplus
"""
_OTHERS: Final = """
    5.10.15, 7 For All Mankind, Accessoire Diffusion, Acquaverde, Afibel, AG Jeans, Almsach, Alo
    Yoga, Alpha Industries, Appolia, Artemide, Asolo, Athleta, Auerhahn, Baldessarini, Barbour
    International, Bay Keramik, Beddinghouse, Bellybutton, Belstaff, Benvenuto, Berchet, Bergans,
    Bering, Bexley, Bic, Bing & Grøndahl, Bobbies, Boden Mini, Bodum, Bopy, Brompton, Brora, Bruno
    Saint Hilaire, Caithness Glass, Campagnolo, Carl Gross, Carstens Tönnieshof, Casa Moda,
    Cellularline, Celtic & Co, Christofle, Citizens of Humanity, Clarice Cliff, Cleptomanicx, Cluse,
    Coccodrillo, Columbia, Cool Club, Cosilana, Cosmoparis, Covalliero, Dartington Crystal, Daxon,
    Devold, Digel, Digoin Sarreguemines, Dolce Gusto, Dümler & Breiden, Edinburgh Crystal, Elten,
    Emeibaby, Emerica, Engbers, Ercuis, Eva Solo, Ewa i Walla, Fashion Nova, Feiyue, Fermob,
    Fischertechnik, Fiskars, Florence & Fred, Floris van Bommel, Fly London, Françoise Saget,
    Friesland Porzellan, Galt, Gamewright, Geospirit, Gien, Girlfriend Collective, Gray-Nicolls,
    Gustavsberg, Haakaa, Haix, Hammerschmid, Hans im Glück, Harry Hall, Heschung, Hessnatur, Hewlett
    Packard, HKliving, Hobbs London, Holztiger, Hornsea Pottery, Hurley, Hush Puppies, HV Polo, Ib
    Laursen, Icebreaker, Instant Pot, Iriedaily, J Brand, J.M. Weston, Jacques Britt, Jasba, Jb
    Martin, Jean Marc Philippe, Kartell, Kask, Khujo, Kieffer, Killah, Kimadi, Kokua, Kookaburra,
    Kosta Boda, Krüger Buam, Krüger Madl, La Redoute Intérieurs, Lamy, Le Glazik,
    Leatherman, Lexar, Ligne Roset, Lillebaby, LNDR, Lodenfrey, Louis Poulsen, Marantz, Marvelis,
    Mellow Yellow, Melvin & Hamilton, Mepal, Moby Wrap, Muck Boot, Musier, Naketano, Nixon, Noa Noa,
    Noris, Norrøna, Numworks, Orrefors, Ortlieb, Paraboot, Patagonia, Peak Performance, Peuterey,
    Pinokio, PlasmaCar, Polaroid, Pom d'Api, Páramo, Ragwear, reMarkable, Rich & Skinny, Roche
    Bobois, Rock & Republic, Rolly Toys, Romwe, Rosti Mepal, Roy Robson, Royal Mer, Ruscha, RVCA,
    Réalisation Par, Rörstrand, Rützou, Salewa, Salt & Pepper, Sanetta, Satch, Sauthon, Scarlett
    Roos, Scarpa, Scheurich, Schockemöhle, Schott NYC, Seasalt Cornwall, Sebra, Selecta,
    Simplehuman, SmartGames, SmartMax, Smartwool, Smyk, Space Cowboys, Spieth & Wensky, Steuler,
    Stockerpoint, Tenson, Tetra, Texas Instruments, The Gro Company, ThinkFun, Tinycottons,
    Tricker's, Trixie, True Religion, Tunturi, Ty, Un Deux Trois, Vitra, Voigtländer, Vuori, Wahoo,
    Waterford Crystal, Wellensteyn, Wenger, Wilvorst, Wrap London, Wächtersbach, Zaful, Zeiss
"""
_WORDED: Final = """
    Alpina, Altesse, Amigo, Anita, Apostrophe, Aussie, Autograph, Bach, Barker, Bavaria, Bell,
    Bellamy, Bianca, Bibs, Bloch, Brother, Buff, Burlington, Butlers, Calliope, Cameleon,
    Camper, Candide, Canyon, Carlton, Carson, Casa, Celine, Christy, Coleman, Commodore, Concord,
    Corgi, Corsair, Creed, Crucial, Cube, Daum, Dents, Depot, Doppler, Dove, Dreams, Drops,
    Eminence, Esteban, Estella, Evans, Expresso, Faith, Fantasie, Farah, Fischer, Freitag, Freya,
    Gallus, Ganter, Giant, Gilbert, Gill, Gipsy, Gitane, Globe, Goliath, Habitat, Hamilton,
    Hartford, Hay, Heller, Hermann, Honor, Hoover, Hotter, Hourglass, Huber, Jumbo, Jura, Karlie,
    Katana, Katia, Kenner, Kiddy, Kilian, Kingston, Kobold, Kong, Laguiole, Leonardo, Lilith,
    Limoges, Lloyd, Lollipops, Longwy, Maestro, Mares, Masai, Matchbox, Melissa, Merc, Millet,
    Minton, Nash, Nathan, Ninja, Nitro, Nomination, Nordica, Oakwood, Obey, Oculus, Olympus,
    Origins, Osiris, Owlet, Palace, Palmers, Palomino, Panache, Pavers, Phyto, Pilgrim, Pioneer,
    Police, Precis, Primus, Pulsar, Quimper, Rab, Rabe, Rains, Raleigh, Redback, Reef, Reminiscence,
    Rice, Rotary, Rotate, Rowan, Salamander, Salter, Saltwater, Scalpers, Schmidt, Schott, Scott,
    Scout, Seraphine, Severin, Shark, Sharp, Sherpa, Shires, Sigma, Singer, Sioux, Solido,
    Specialized, Spectra, Spyder, Staccato, Stanley, Starboard, Steps, Supermom, Sycomore, Tarte,
    Teufel, Thomas, Tiffany, Timezone, Totes, Trek, Trespass, Trust, Typology, Ultimo, Valentino,
    Vax, Viking, Vivo, Wader, Waterman, Weekday, Weill, Wheat, Wildling, Winterling, Wolverine,
    Wonders, Yeti, Zippy
"""


def _names(*tables: str) -> frozenset[str]:
    parts = (part for table in tables for part in table.split(","))
    return frozenset(name for part in parts if (name := " ".join(part.split())))


def _written_down() -> dict[str, bool]:
    """The names of the table, to whether each is also a word."""
    held = resources.files(__package__).joinpath("makers.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in held.splitlines())
    return {name: kind == "A" for name, kind in rows}


_TABLE: Final = _written_down()
MAKERS: Final = _TABLE.keys() | _names(
    *(_CLOTHES, _UNDERWEAR, _SHOES, _BABY_AND_KIDS, _TOYS, _ELECTRONICS, _HOME, _SPORT, _BEAUTY),
    *(_WATCHES_BAGS_JEWELS, _PETS, _OTHERS, _WORDED),
)
"""Names that are found in running text, where they stand as a name."""
WORDED_MAKERS: Final = _names(_WORDED) | {name for name, worded in _TABLE.items() if worded}
"""Those of them that are words of a language, or of people: read from their place and case."""
