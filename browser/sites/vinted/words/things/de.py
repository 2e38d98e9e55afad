"""More things that German-speaking sellers and pages name: home, children, leisure and the body.

Clothes, shoes and bags are in `terms_de`; comparing belongs to `browser.matching.matcher`.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

THINGS: Final = terms(
    {
        # Names whose stems are things: Krüger makes no jugs
        "krueger": "Krüger, Krüger Madl",
        "jug": "Krug, Krüge, Bierkrug, Bierkrüge",
        # Clothes, shoes and bags
        "clothes": "Kleidung, Klamotten, Bekleidung, Mode",
        "trousersuit": "Hosenanzug, Hosenanzüge",
        "skirtsuit": "Kostüme mit Rock, Kostüm mit Rock, Rockkostüm",
        "fancydress": "Kostüme & besondere Outfits, Tracht, Trachten, Trachtenmode",
        "fancydress dress women": "Dirndl, Dirndlkleid, Trachtenkleid",
        "skijacket": "Skijacke, Skijacken, Ski- & Snowboardjacken, Schneejacke, "
        "Schneejacken & -mäntel, Snowboardjacke",
        "snowsuit": "Schneeanzug, Schneeanzüge, Skianzug, Skianzüge, Schneeanzüge & Sets",
        "rainsuit": "Regenanzug, Regenanzüge, Regenanzüge & Sets, Matschanzug",
        "lightjacket": "leichte Jacke, leichte Jacken, Übergangsjacke, Übergangsjacken",
        "varsity": "Collegejacke, Collegejacken",
        "nightwear": "Nachtwäsche",
        "nightdress": "Nachthemd, Nachthemden",
        "negligee women": "Negligé, Negligee, Babydoll",
        "thong": "String, Strings, Tanga, Tangas",
        "coverup": "Strandkleid, Strandkleider, Strandtunika",
        "pareo": "Pareo, Pareos, Strandkleider & Pareos",
        "bra maternity": "Still-BH, Still-BHs, Umstands- & Still-BHs, Umstands-BH, "
        "Schwangerschafts-BH",
        "romper": "Strampler, Strampelanzug",
        "kneeboots": "kniehohe Stiefel, Overknees kniehoch",
        "overknee": "Overknee-Stiefel, Overknees, Overknee Stiefel",
        "snowboots": "Schneestiefel, Moonboots, Winterstiefel Schnee",
        "workshoes": "Arbeitsschuhe, Arbeitsschuh, Sicherheitsschuhe, Arbeitsstiefel",
        "scooter": "Roller, Tretroller, Kinderroller, Scooter",
        "rollers": "Rollschuhe & Inlineskates, Rollschuhe, Inlineskates, Inliner",
        "wedges": "Keilabsatzschuhe, Keilabsatz, Wedges",
        "boots cowboy": "Cowboystiefel, Cowboyboots",
        "espadrille": "Espadrille, Espadrilles, Espadrilles Damen",
        "suitcase": "Koffer, Trolley, Reisekoffer, Handgepäckkoffer",
        "luggage": "Gepäck",
        "holdall": "Reisetasche, Reisetaschen, Weekender",
        "changingbag": "Wickeltasche, Wickeltaschen",
        "cardholder": "Kartenetui, Kartenhalter",
        # Beauty
        "facecare": "Gesichtspflege, Gesichtscreme, Gesichtsserum, Tagescreme, Nachtcreme, "
        "Gesichtsmaske, Hautpflege",
        "bodycare": "Körperpflege, Bodylotion, Body Lotion, Körpercreme, Duschgel, Körperöl",
        "handcare": "Handpflege, Handcreme",
        "haircare": "Haarpflege, Shampoo, Conditioner, Haarmaske, Haaröl",
        "vase": "Vase, Vasen, Bodenvase, Tischvase, Blumenvase",
        "makeup": "Make-up, Makeup, Schminke, Kosmetik",
        "makeup women": "Lippenstift, Lippenstifte, Lipgloss, Mascara, Wimperntusche, "
        "Lidschatten, Lidschattenpalette, Concealer, Eyeliner",
        "nailcare women": "Nagellack, Nagellacke, Gelnägel, Kunstnägel, Nagelpflege",
        "shaving": "Rasierzubehör, Rasierer",
        # Accessories
        "accessory": "Accessoire, Accessoires",
        "hairaccessory": "Haaraccessoires, Haaraccessoire, Haarschmuck",
        "hairclip": "Haarspange, Haarspangen, Haarklammer, Haarklammern, Haargummi, Haargummis, "
        "Scrunchie",
        "headband": "Haarreif, Haarreifen, Haarband, Haarbänder, Stirnband, Stirnbänder",
        "anklet": "Fußkettchen, Fußkette",
        "jewelleryset": "Schmuckset, Schmucksets",
        "earrings": "Ohrring, Ohrringe, Ohrstecker, Creolen, Ohrhänger",
        "ring": "Ring, Ringe, Ehering, Verlobungsring, Siegelring",
        "pendant": "Anhänger, Kettenanhänger",
        "bowtie": "Fliege, Fliegen",
        # Children
        "buggy": "Buggy, Buggys, Kinderwagen, Babywagen",
        "umbrellabuggy": "Schirmbuggy, Schirmbuggys, Schirm-Buggy",
        "twinstroller": "Zwillingsbuggys, Zwillingsbuggy, Zwillingskinderwagen, "
        "Geschwisterwagen, Zwillingswagen",
        "sleepingbag": "Schlafsack, Schlafsäcke, Babyschlafsack",
        "changingtable": "Wickelauflagen & Wickeltische, Wickeltisch, Wickelauflage, Wickelkommode",
        "childgate": "Schutzgitter, Treppenschutzgitter, Türschutzgitter, Absperrgitter",
        "potty": "Töpfchen",
        "breastpump": "Milchpumpe, Milchpumpen",
        "steriliser": "Sterilisator, Sterilisatoren",
        "bottle": "Babyflasche, Babyflaschen, Fläschchen",
        "feedingpillow": "Stillkissen",
        "babycarrier": "Babytrage, Babytragen, Tragetuch, Tragetücher, Babytragen & Tragetücher",
        "playmat": "Spielmatte, Spielmatten, Krabbeldecke, Spieldecke",
        "playpen": "Laufstall, Laufställe, Laufgitter",
        "bouncer": "Babywippe, Babywippen",
        "bib": "Lätzchen",
        "bicycle": "Fahrräder, Fahrrad",
        "bicycle kids": "Kinderfahrrad, Kinderfahrräder, Kinderrad, Mädchenfahrrad, Jungenfahrrad",
        "citybike": "Cityräder, Cityrad, Citybike, Stadtrad",
        "playkitchen": "Spielküche, Spielküchen, Kinderküche",
        "parlourgame": "Gesellschaftsspiel, Gesellschaftsspiele",
        "boardgame": "Brettspiel, Brettspiele",
        # Home
        "frame": "Bilderrahmen, Fotorahmen, Bilder- & Fotorahmen",
        "chair": "Stuhl, Stühle",
        "table": "Tisch, Tische",
        "shelf": "Regal, Regale",
        "bed": "Bett, Betten",
        "pillow": "Kopfkissen",
        "wardrobe": "Kleiderschrank, Kleiderschränke",
        "cushion": "Kissen, Zierkissen, Dekokissen, Sofakissen",
        "pillowcase": "Kissenbezug, Kissenbezüge, Kopfkissenbezug",
        "sheet": "Bettlaken, Spannbettlaken, Spannbetttuch, Laken",
        "beddingset": "Bettwäsche-Set, Bettwäsche-Sets, Bettwäscheset",
        "bathtowel": "Badetuch, Badetücher, Duschtuch, Duschtücher",
        "beachtowel": "Strandtuch, Strandtücher, Strandhandtuch",
        "tablelinen": "Tischwäsche, Tischdecke, Tischdecken, Tischläufer",
        "dinnerset": "Geschirrset, Geschirrsets, Tafelservice, Speiseservice",
        "stemglass": "Stielgläser, Weinglas, Weingläser, Sektglas, Sektgläser, Champagnergläser",
        "cup": "Tasse, Tassen, Tassen & Becher, Kaffeetasse, Kaffeetassen, Kaffeebecher, Teetasse, "
        "Teetassen, Becher",
        "sheercurtain": "transparente Vorhänge",
        "blackoutcurtain": "blickdichte Vorhänge, Verdunkelungsvorhang, Verdunkelungsvorhänge, "
        "Verdunklungsvorhang",
        "jewellerybox": "Schmuckaufbewahrung, Schmuckkasten, Schmuckkästchen, Schmuckbox",
        "candleholder": "Kerzenständer, Kerzenhalter, Kerzenleuchter",
        "hanger": "Kleiderbügel, Bügel",
        # Leisure
        "danceshoes": "Tanzschuhe, Tanzschuh, Ballettschuhe, Ballettschläppchen",
        "controller": "Controller, Gamepad",
        "gameboy": "Game Boy, Gameboy",
        "console": "Konsole, Konsolen, Spielkonsole, Spielekonsole",
        "oldxbox": "ältere Xbox, Xbox 360",
        "oldplaystation": "ältere PlayStation, PS1, PS2, PS3, PSP, PlayStation 2, PlayStation 3",
        "oldnintendo": "ältere Nintendo, Nintendo 64, N64, Gamecube, Super Nintendo",
        "dvd": "DVD, DVDs",
        "cd": "CD, CDs, Musik-CD, Audio-CD",
        "vhs": "VHS, Videokassette, Videokassetten",
        "vinyl": "Vinyl, Schallplatte, Schallplatten, LP, LPs",
        "phone": "Handy, Handys, Smartphone, Smartphones, iPhone, Telefon",
        "computer": "Computer, Desktop-PC",
        "laptop": "Laptop, Laptops, Notebook, MacBook",
        "audio": "Audio",
        "headphones": "Kopfhörer, Ohrhörer, AirPods, In-Ear-Kopfhörer",
        "speaker": "Lautsprecher, Bluetooth-Lautsprecher, Soundbar, Bluetooth Box",
        "tv": "TV, Fernseher, Fernsehgerät",
        "tablet": "Tablet, Tablets, iPad",
        "camera": "Kameras & Zubehör, Kamera, Kameras, Digitalkamera, Sofortbildkamera, "
        "Fotoapparat",
        "badmintonracket": "Badmintonschläger, Federballschläger",
    }
)
