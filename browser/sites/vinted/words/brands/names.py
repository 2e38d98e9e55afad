"""Names of brands for running text: names that the first list lacks, lines, licences, products.

Names of makers are facts of the world (their own shops, seen up to 2026); those that are options
of the site in so many letters and no brands (`Sport`, `cuir`) are from the site's list of March
2022 (market.md). Which of them a listing means belongs to `browser.evidence`.
"""

import json
from collections.abc import Mapping
from importlib import resources
from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(name for part in text.split(",") if (name := part.strip()))


def listed() -> frozenset[str]:
    """The names of the brands that the site lists most: `catalogue`'s, which reads these words."""
    held = resources.files("browser.sites.vinted").joinpath("catalogue", "brands.json")
    return frozenset(row["name"] for row in json.loads(held.read_text("utf-8")))


KNOWN: Final = _names(
    "The White Company, Red Herring, Blue Inc, Blue Zoo, Pink Clove, Minelli, "
    "Babyzen, Maclaren, Amazon, Yonex, Redskins, Tann's, Le Creuset, Peugeot, Btwin, Bébé "
    "Confort, Römer, Britax Römer, Globber, Under Armour, Jack Wolfskin, Tchibo, Lowa, Fossil, "
    "Philips, Philips Avent, Krüger, Head, Dell, Wilson, Marks & Spencer, Julius K9, Strider, "
    "Kosmos, Ravensburger, Villeroy & Boch, Puky, Kickers, Ted Baker, Denby, Red Wing, Crocs, "
    "Bosch, Makita, Lenovo, Panini, Noukie's, Babolat, Uvex, Superfit, Lupilu, Dunelm, George, "
    "Tower, Jellycat, Stylecraft, Everlast, Slazenger, Lyle & Scott, Chicco, Bugaboo, Cybex, "
    "Maxi-Cosi, Stokke, Joie, Nuna, Thule, Graco, Fisher-Price, Hape, Janod, Djeco, Smoby, "
    "Schleich, Tonies, Toniebox, Haba, Siku, Bruder, Brio, Steiff, Sigikid, Sterntaler, "
    "Playmobil, Hasbro, Mattel, Bandai, Funko, Asmodee, Hot Wheels, Nerf, Play-Doh, Melissa & "
    "Doug, Micro, Hudora, Sony, Microsoft, Xiaomi, Huawei, Google, OnePlus, Oppo, Motorola, "
    "Nokia, LG, Bose, JBL, Beats, Sennheiser, Marshall, Garmin, Fitbit, Polar, GoPro, DJI, Canon, "
    "Nikon, Fujifilm, Panasonic, Logitech, Razer, HP, Asus, Acer, MSI, Toshiba, Fairphone, "
    "TomTom, Casio, Seiko, Citizen, Tissot, Daniel Wellington, Michel Herbelin, Festina, Skagen, "
    "Guy Laroche, Ikea, Maisons du Monde, Zara Home, H&M Home, Alessi, WMF, Tefal, Moulinex, "
    "Krups, Dyson, Rowenta, Kärcher, Nespresso, De'Longhi, KitchenAid, Smeg, Kenwood, Tupperware, "
    "Pyrex, Luminarc, Staub, Zwilling, Rosenthal, Meissen, Hutschenreuther, Spode, Portmeirion, "
    "Wedgwood, Cath Kidston, Emma Bridgewater, Yankee Candle, Rituals, Guerlain, Lancôme, "
    "Clinique, Estée Lauder, Nars, Charlotte Tilbury, Fenty Beauty, Kiko, Nivea, Garnier, "
    "Maybelline, Benefit, Urban Decay, Caudalie, Clarins, Nuxe, Mugler, Thierry Mugler, Paco "
    "Rabanne, Hugo, Jo Malone, Bobbi Brown, Decathlon, Domyos, Kipsta, Quechua, Forclaz, "
    "Rockrider, Tarmak, Artengo, Rossignol, Atomic, Burton, Oakley, Giro, Shimano, Dunlop, "
    "Adidas, Speedo, Arena, Zoggs, Mizuno, Brooks, Saucony, Hoka, On, Hoka One One, Merrell, "
    "Keen, Mammut, Arc'teryx, Haglöfs, Fjällräven, Vaude, Deuter, Osprey, Eastpak, Herschel, "
    "Kånken, Samsonite, Delsey, Rimowa, Lowe Alpine, Berghaus, Craghoppers, Regatta, Helly "
    "Hansen, Barbour, Hunter, Joules, Seasalt, FatFace, White Stuff, Boden, Mini Boden, JoJo "
    "Maman Bébé, Mothercare, M&Co, Matalan, TU, F&F, Nutmeg, Peacocks, Dorothy Perkins, Wallis, "
    "Monsoon, Phase Eight, Hobbs, LK Bennett, Reiss, Whistles, AllSaints, Jigsaw, Toast, Finery, "
    "Oliver Bonas, Coast, Quiz, Sosandar, Oasis, PrettyLittleThing, Boohoo, In The Style, "
    "Gymshark, Lululemon, Sweaty Betty, Fabletics, Ann Summers, Triumph, Chantelle, Aubade, "
    "Simone Pérèle, Passionata, Hunkemöller, Schiesser, Mey, Calida, Falke, Hudson, Comma, Gerry "
    "Weber, Taifun, Betty Barclay, Marc O'Polo, Opus, Street One, Cecil, Bonita, Ulla Popken, "
    "Sheego, Marc Cain, Brax, Mac Jeans, Rosner, Camel Active, Bugatti, Olymp, Eterna, "
    "Seidensticker, Walbusch, Engelbert Strauss, Adelheid, Deerberg, Rieker, Remonte, Ecco, Ara, "
    "Paul Green, Peter Kaiser, Högl, Caprice, Jana, Legero, Ricosta, Elefanten, Däumling, "
    "Richter, Bobux, Start-Rite, Pololo, Name It, Topomini, Topolino, Kids Only, Jako-o, Finkid, "
    "Pure Pure, Disana, Engel Natur, Reima, Lego Wear, Color Kids, CeLaVi, Pepco, Ernsting's "
    "Family, Impidimpi, Alive, Kuniboo, Tom Joule, Polarn O. Pyret, Joha, Mini Rodini, Bobo "
    "Choses, Bonton, Cyrillus, Jacadi, Natalys, Bout'Chou, Kimbaloo, Absorba, Moulin Roty, Kaloo, "
    "Doudou et Compagnie, Nattou, Sucre d'Orge, Grain de Blé, La Compagnie des Petits, Z, "
    "Kitchoun, Okaïdi, Jean Bourget, Lili Gaufrette, 3 Pommes, Marèse, Berlingot, Noukies, Dodie, "
    "Béaba, Badabulle, Babymoov, Red Castle, Aden + Anais, Lansinoh, Medela, Tommee Tippee, Mam, "
    "Nuk, Suavinex, Damart, Blancheporte, Christine Laure, Burton of London, Armand Thiery, "
    "Father & Sons, Devianne, Balsamik, Sessùn, Sézane, Rouje, Bash, Gérard Darel, 1.2.3, Maison "
    "123, Tara Jarmon, Agnès b., Lacoste, Aigle, Saint James, Armor Lux, Petit Bateau, Le Slip "
    "Français, Faguo, Veja, Palladium, Méduse, Bensimon, Spring Court, Victoria, Mephisto, Arche, "
    "André, Bocage, Jonak, San Marina, Heyraud, Eram, Texto, Besson, Xti, Buffalo, Steve Madden, "
    "Guess, Coach, Kate Spade, Furla, Lancel, Le Tanneur, Lancaster, Vanessa Bruno, Sac à Main, "
    "Mac Douglas, Arthur & Aston, Hexagona, David Jones, Paquetage, Desigual, Kipling, Radley, "
    "Mulberry, Aspinal, Fiorelli, Liebeskind, Bree, Picard, George Gina & Lucy, Aigner, Joop!, "
    "Bogner, Escada, Strenesse, Hallhuber, Mango, Massimo Dutti, Tally Weijl, Zero, Hummel, "
    "Kempa, Erima, Jako, Trigema, Ortovox, Schöffel, Maier Sports, CMP, Odlo, Craft, Icepeak, "
    "McKinley, Crivit, Ergee, Livergy, Esmara, Pepperts, Up2Fashion, Crane, Yamaha, Fender, "
    "Gibson, Roland, Hohner, Stagg, Glénat, Carrera, Märklin, Trix, Fleischmann"
)
"""Names that are no words of a language, or are named here only to be searched."""

WORDED: Final = _names(
    "Mango, ONLY, GUESS, Next, GAP, Esprit, Morgan, Jules, Orchestra, Diesel, Vans, Champion, "
    "Burton, Replay, Garcia, Victoria, Oasis, Warehouse, Review, Bench, Buffalo, Mustang, Lee, "
    "Papaya, Palladium, Apple, Jordan, Texto, Salsa, MAC, COS, TEX, Mim, DIM, Vila, Joules, "
    "Aigle, Complices, edc, Firefly, Lotto, Moa, Gant, Pieces, Object, Head, George, TU, Polar, "
    "Arena, Beats, Marshall, Coach, Arche, Comma, Opus, Hunter, Toast, Coast, Quiz, Zero, "
    "Mey, Hudson, Jana, Caprice, Staub, Citizen, Canon, Keen, Elefanten, Triumph, Mam, Picard, "
    "Carrera, Hobbs, Nutmeg, Benefit, Osprey, Regatta, Bonita, Ara, Name It, Boden, Gabor, La "
    "Halle, Cecil, Bonobo, Terranova, Chipie, Shana, ALDO, Reserved, Tribord, Brice, One step, "
    "Strider, Roland, Jako, Giro, Atomic, Cache Cache, Crane, Aigner, Bree, Finery, Pinko, "
    "Motivi, Joie, Claire's, Multiples, Superga, Pandora, Accessorize, Dunelm, Speedo, Amazon, "
    "Nuna, Color Kids, Le Tanneur, Le Temps des Cerises, "
    "Abus, Adopt', Bad Boy, Cast Iron, Contigo, Calor, Grinders, HUF, Jigsaw, Kids Only, "
    "Li-Ning, Méduse, Me Too, Möve, No Excuse, Part Two, Poco, Prénatal, reMarkable, Supreme, "
    "Twinset, Whistles, Easy Peasy, Blind Date, CoolCat, Fishbone, Altra, Faller, Summum"
)
"""Names that are words of a language, or of people: read from their place and case."""

UNREAD: Final = _names(
    "Mickey Mouse, Nickelodeon, Star Wars, Vintage, Boutique Indépendante, UNKNOWN, NoName, cuir, "
    "Sport, Fashion, Fait-Maison, Fait main, Je sais plus, marque inconnue, inconnu, Ne sais pas, "
    "Denim, WOMAN, Made in italy, 123, Vera Pelle, alive, Bebe, Multiples, Z, On, Sac à Main, ici "
    "et maintenant, Sans marque, Essentiel, U Collection, Inside, Blanco, K Woman, cks, Micro, "
    "Hugo, DC, bel air, See U Soon, Alive, Craft, Influx, Imperial, Tower, Rainbow, "
    "Element, Engel, Richter, Bruder"
)
"""Options of the list, and names, that are never meant as a brand in running text."""

LICENCES: Final = _names("Disney, Pokémon, Marvel, Hello Kitty, Barbie, Diddl, Warhammer")
"""Names of what is pictured: the maker counts before them."""

SHOPS: Final = _names(
    "Zalando, Galeries Lafayette, Sephora, Go Sport, Amazon, Auchan, Monoprix, El Corte Inglés, 3 "
    "Suisses, Marionnaud, Douglas, Intersport, Carrefour, Lidl, Aldi"
)
"""Shops that sell other brands, too: in a description only what stands behind a word for brand."""
LINES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("Quechua", "Domyos", "Nabaiji", "Kipsta", "Kalenji", "Tribord", "Wed'ze", "Btwin"),
            *(
                "Fouganza",
                "Forclaz",
                "Rockrider",
                "Tarmak",
                "Artengo",
                "Kuikma",
                "Inesis",
                "Olaian",
            ),
            *("Solognac", "Simond", "Triban", "Van Rysel", "Oxelo", "Subea", "Itiwit", "Perfly"),
            *("Caperlan", "Geologic"),
        ),
        "Decathlon",
    ),
    "H&M Divided": "H&M",
    "Polo Ralph Lauren": "Ralph Lauren",
    "TEX": "Carrefour",
    "Tom Tailor Denim": "Tom Tailor",
    "Topomini": "Ernsting's family",
    "Topolino": "Ernsting's family",
    "Gina Benotti": "Ernsting's family",
    "Nutmeg": "Morrisons",
    "In Extenso": "Auchan",
    "Jordan": "Nike",
    "Emporio Armani": "Giorgio Armani",
    "Philips Avent": "Philips",
    "edc": "Esprit",
    **dict.fromkeys(
        ("Esmara", "Lupilu", "Crivit", "Livergy", "Pepperts", "Parkside", "Cien"), "Lidl"
    ),
    **dict.fromkeys(("Yessica", "Clockhouse", "Canda", "Palomino", "Angelo Litrico"), "C&A"),
    **dict.fromkeys(("Westbury", "Baby Club", "Here & There"), "C&A"),
    **dict.fromkeys(("Per Una", "Autograph", "Rosie"), "Marks & Spencer"),
    "Atmosphere": "Primark",
    "Lego Duplo": "Lego",
    "Redmi": "Xiaomi",
    "Armani Exchange": "Giorgio Armani",
    "Armani Jeans": "Giorgio Armani",
    "Tommy Jeans": "Tommy Hilfiger",
    "Love Moschino": "Moschino",
    "Carhartt WIP": "Carhartt",
    "Sonicare": "Philips",
    "Tissaia": "E.Leclerc",
}
"""A line to the brand that it is one of: named together, the line is meant."""

KNOWN_BY: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("iPhone", "iPad", "MacBook", "MacBook Air", "MacBook Pro", "AirPods", "iMac", "iPod"),
            "Apple Watch",
        ),
        "Apple",
    ),
    **dict.fromkeys(
        (
            *("Air Force 1", "Air Force One", "Air Max", "AF1", "Nike Air", "Nike Tech"),
            *("Nike Dunk", "Nike Air Max", "Nike Air Force"),
        ),
        "Nike",
    ),
    **dict.fromkeys(("Stan Smith", "Stan Smiths"), "adidas"),
    **dict.fromkeys(("Samsung Galaxy", "Galaxy S21", "Galaxy S22", "Galaxy S20"), "Samsung"),
    **dict.fromkeys(("Levi's 501", "Levis 501"), "Levi's"),
    **dict.fromkeys(("Dr Martens", "Doc Martens", "Docs"), "Dr. Martens"),
    **dict.fromkeys(
        (
            *("Nintendo Switch", "Nintendo DS", "Nintendo 3DS", "Super Nintendo", "Joy-Con"),
            *("Mario Kart 8", "Luigi's Mansion 3", "Wii Fit", "Super Mario Odyssey", "Splatoon 2"),
            *("Zelda Breath of the Wild", "Zelda Tears of the Kingdom", "Splatoon 3", "Wii Sports"),
            *("Animal Crossing New Horizons", "Ring Fit Adventure", "Super Smash Bros Ultimate"),
            "New Super Mario Bros",
        ),
        "Nintendo",
    ),
    **dict.fromkeys(("DualSense", "DualShock", "DualShock 4"), "Sony"),
    **dict.fromkeys(
        ("Xbox controller", "Xbox One controller", "Manette Xbox", "Manette Xbox One"), "Microsoft"
    ),
    **dict.fromkeys(("M&S", "Marks and Spencer", "Marks & Spencers"), "Marks & Spencer"),
    **dict.fromkeys(("Lego Duplo", "Duplo", "Lego City", "Lego Star Wars", "Lego Technic"), "Lego"),
    **dict.fromkeys(("Kindle", "Amazon Kindle"), "Amazon"),
    **dict.fromkeys(("George Asda", "Asda George", "George at Asda"), "George"),
    **dict.fromkeys(("HM", "H et M", "H and M"), "H&M"),
    **dict.fromkeys(("C et A", "C und A"), "C&A"),
    **dict.fromkeys(("S Oliver", "soliver"), "S.Oliver"),
    **dict.fromkeys(("North Face", "TNF"), "The North Face"),
    **dict.fromkeys(("Penneys", "Penney's", "Primark Penneys"), "Primark"),
    **dict.fromkeys(("Dunnes", "Dunnes Store"), "Dunnes Stores"),
    **dict.fromkeys(("Kånken", "Fjallraven", "Fjällräven Kånken"), "Fjällräven"),
    **dict.fromkeys(("Old Skool", "Vans Old Skool"), "Vans"),
    **dict.fromkeys(("Chuck Taylor", "Chuck Taylors", "Converse All Star"), "Converse"),
    **dict.fromkeys(("Ultraboost", "Adidas Originals Superstar"), "adidas"),
    **dict.fromkeys(("Galaxy Watch", "Galaxy Buds", "Galaxy Tab", "Galaxy Note"), "Samsung"),
    **dict.fromkeys(("Baby Born", "Baby Annabell"), "Zapf Creation"),
    **dict.fromkeys(("L'Oreal", "Loreal Paris"), "L'Oréal Paris"),
    "White Company": "The White Company",
    "Instax": "Fujifilm",
    "Kidizoom": "VTech",
    "Tiptoi": "Ravensburger",
    "Tripp Trapp": "Stokke",
    "Yoyo Babyzen": "Babyzen",
    "Thermomix": "Vorwerk",
    "Roomba": "iRobot",
    "Funko Pop": "Funko",
    "Verbaudet": "Vertbaudet",
    "Next2Me": "Chicco",
    "PS Vita": "Sony",
    "Le Pliage": "Longchamp",
    "Bobby Car": "Big",
}
"""What a brand is known by, to the brand."""

DEVICE_MAKERS: Final = _names(
    "Apple, Samsung, Sony, Nintendo, Microsoft, Google, Xiaomi, Huawei, Amazon, Fujifilm, OnePlus"
)
"""Makers of devices for which others make covers and chargers: a case for one is not of it."""

ATTRIBUTES: Final[Mapping[str, str]] = {
    "internal_memory_capacity": "storage",
    "memory_ram": "memory",
    "sim_lock": "sim",
    "video_game_platform": "platform",
    "video_game_ratings": "rating",
    "skirt_length": "length",
    "language_book": "language",
    "charger_included": "charger",
    "department": "department",
    "isbn": "isbn",
    "model": "model",
    "kid_age": "age",
    "measurement_width": "width_cm",
    "measurement_length": "length_cm",
}
"""Codes of attributes (vinted.fr, 2026-07-16/17, 2026-09-07 and 09-28) to their kind."""
