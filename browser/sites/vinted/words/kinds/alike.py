"""Which categories a friend takes either of: puzzles among the toys, puzzles among the games.

Labels of one row are one thing where they are for the same people; `parent > label` where a label
alone says too little. Which of them is likelier still counts: the first one is chosen.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms

ALIKE: Final = terms(
    {
        # Clothes
        "long coats": "long coats, overcoats & long coats, manteaux longs, "
        "pardessus & manteaux longs, lange mäntel, überzieher & lange mäntel",
        "down jackets": "down jackets, puffer jackets, vestes en duvet, doudounes, daunenjacken",
        "quilted jackets": "quilted jackets, vestes matelassées, steppjacken",
        "dungarees": "dungarees, salopettes, latzhosen, jumpsuits & dungarees, "
        "jumpsuits & latzhosen",
        "other jumpers": "other jumpers, autres sweats, andere pullover, other jumpers & sweaters, "
        "autres pull-overs & sweat-shirts, andere pullover & sweater, "
        "knitted jumpers, pulls d'hiver, strickpullover",
        "girls' dresses": "girls clothing > short dresses, girls clothing > long dresses, "
        "dresses > short dresses, dresses > long dresses, robes > robes courtes, "
        "robes > robes longues, kleider > kurze kleider, kleider > maxikleider",
        "rollneck": "turtlenecks, cols roulés, rollkragenshirts, turtleneck jumpers, "
        "pulls col roulé, rollkragenpullover",
        "prom": "evening dresses, robes de soirée, abendkleider, prom dresses, "
        "robes de bal de fin d'année, abiballkleider",
        "playwear": "fancy dress & costumes, déguisements, verkleidung & kostüme",
        "raincoats": "raincoats, imperméables, regenmäntel",
        # Shoes
        "hiking": "walking & hiking shoes, hiking boots & shoes, outdoor & hiking, "
        "chaussures de marche & randonnée, chaussures de randonnée, extérieur & randonnée, "
        "wander- & trekkingschuhe, wanderschuhe, outdoor & wandern",
        "running": "trainers > running, running shoes, course à pied, chaussures de course, "
        "sneaker > laufen, laufschuhe",
        "indoor": "trainers > fitness, baskets > fitness, sneaker > fitness, "
        "indoor training shoes, chaussures d'intérieur, sport en intérieur, hallenschuhe",
        "court shoes": "court shoes, escarpins, pumps, high heels & court shoes, "
        "talons hauts & escarpins, high heels & pumps",
        "loafers": "loafers & boat shoes, mocassins & chaussures bateau, mokassins & bootsschuhe, "
        "boat shoes & loafers & moccasins, boat & slip-on shoes, slip-ons & loafers, "
        "boat shoes, loafers and moccasins, chaussures bateau & slips-on, "
        "slips-on et mocassins, bootsschuhe & slipper, slipper & mokassins",
        "flat sandals": "flat sandals, sandals, sandales plates, sandales, flache sandalen, "
        "sandalen",
        "wellies": "wellington boots, bottes de pluie, gummistiefel, rain boots, regenstiefel, "
        "bottes en caoutchouc",
        # Bags and the body
        "hair tools": "hair-styling tools, accessoires soins capillaires, haarstyling-zubehör, "
        "beauty electronics, électronique beauté, beauty-elektronik",
        "tech": "electronics accessories, accessoires électroniques, elektronikzubehör, "
        "tech accessories, accessoires high-tech, technikzubehör",
        # Children and leisure
        "plush": "sleeping toys, doudous, einschlafspielzeug, soft toys & stuffed animals, "
        "animaux en peluche, kuschel- & stofftiere, soft toys, comforters",
        "board games": "board games, jeux de société, jeux de plateau, gesellschaftsspiele, "
        "brettspiele",
        "puzzles": "puzzles, jigsaw puzzles, puzzle",
        "learning": "educational games, jeux éducatifs, lernspiele, educational toys & games, "
        "jouets éducatifs, lernspielzeug & lernspiele",
        "toys": "kids > toys, enfants > jouets, toys & games > toys, jeux & jouets > jouets, "
        "spielzeug & spiele > spielzeug, spiele & spielzeug > spielzeug",
        # Books
        "children's books": "young readers > children, jeunesse > enfants, jugend > kinder, "
        "kids & young adults > kids, enfants & jeunes adultes > enfants, "
        "kinder & jugendliche > kinder, kinder- & jugendbücher > kinder",
        "babies' books": "young readers > babies, jeunesse > bébés, jugend > babys, "
        "babies & toddlers, bébés & tout-petits, babys & kleinkinder",
        "young adults": "teenagers, adolescents, jugendliche, young adults, jeunes adultes, "
        "jugendbücher",
        "comics": "comics, comics & graphic novels, bandes dessinées, bd & romans graphiques",
        "cooking": "cooking, cuisine, kochen, food & drink, cuisine & boissons, essen & trinken, "
        "cookbooks",
        "biography": "biographies & memoirs, biographies & mémoires, biografien & memoiren, "
        "biography, biographies, biografien",
        "business": "business & economics, économie & affaires, wirtschaft, business & finance, "
        "économie & finance, wirtschaft & finanzen",
        "computer books": "computers & technology, informatique & technologie, "
        "informatik & technik, computers & tech, computer & technik",
        "craft books": "crafts decoration & hobbies, loisirs créatifs décoration et passions, "
        "basteln deko & hobbys, hobbies crafts & diy, loisirs création & bricolage, "
        "hobby basteln & heimwerken",
        "family books": "family, famille, familie, parenting & family, parentalité & famille, "
        "eltern & familie",
        "textbooks": "school books, livres scolaires, schulbücher, education & training, "
        "education & formation, bildung & ausbildung, study materials & textbooks, "
        "manuels & supports d'étude, lehrbücher & lernmaterial",
        "reference": "reference books, livre de référence, nachschlagewerke, reference, "
        "ouvrages de référence",
        "sports books": "non-fiction > sports, non-fiction > sport, sachbücher > sport, "
        "documentaires > sports, documentaires > sport",
        "travel books": "travel, voyages, voyage, reisen, reise",
        "contemporary": "contemporary fiction, fiction contemporaine, gegenwartsliteratur, "
        "literature & fiction > other, literature & fiction > other literature & fiction, "
        "littérature & fiction > autre, autre littérature & fiction, "
        "literatur & belletristik > andere, andere literatur & belletristik",
        "classics": "classical literature, littérature classique, klassiker",
        "poetry": "poetry & drama, poésie & théâtre, lyrik & theater, lyrik & drama",
        "crime": "crime & thrillers, policiers & thrillers, krimis & thriller",
        "fantasy": "science fiction & fantasy, science-fiction & fantastique, "
        "science-fiction & fantasy",
    }
)
"""Each label with the name of its row."""
