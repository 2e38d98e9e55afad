"""The cases: a listing as a seller types it, how the page behaves, and what must come of it.

Ordinary listings are rows; every switch has a case of its own below. Nothing here runs anything.
"""

from dataclasses import dataclass, field
from typing import Any

BOTH = ("august", "may")


@dataclass(frozen=True)
class Expect:
    """What must come of a case."""

    outcomes: tuple[str, ...] = ("published",)
    reason: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # one of these words must be named in questions, errors or detail
    stored: dict[str, Any] = field(default_factory=dict)
    never: bool = False  # nothing may be published
    sealed: bool = False  # no call may leave either
    resent: bool = False  # the browser itself may have sent twice: then it must be told
    mark: str = ""  # something that the page must have noticed


@dataclass(frozen=True)
class Case:
    """One listing on one page."""

    name: str
    group: str
    listing: dict[str, Any]
    expect: Expect
    switches: dict[str, Any] = field(default_factory=dict)
    forms: tuple[str, ...] = BOTH
    photos: int = 1
    cookie: str = "access_token_web=demo"
    early: bool = False  # the switches hold while the session is saved too
    draft: bool = False  # prepare saves the draft
    timeout: int = 240


def listing(title: str,  # noqa: PLR0917 - as a seller says it
            hint: str, brand: str | None, size: str | None, condition: str,
            color: Any, price: Any, **more: Any) -> dict[str, Any]:  # fmt: skip
    """A prepare request in plain words."""
    text = more.pop("description", f"{title}. Envoi soigné, {condition}.")
    return {"title": title, "price": price, "description": text, "brand": brand, "size": size,
            "condition": condition, "color": color, "category_hint": hint, **more}  # fmt: skip


# name, title, hint, brand, size, condition, colour, price,
#   leaf(s), brand id, size ids, condition id, colour ids, parcel, more (answers and the like)
Row = tuple[Any, ...]
F = "Femmes > Vêtements > "
H = "Hommes > Vêtements > "
ORDINARY: list[Row] = [
    ("hoodie", "Hoodie Diesel", "Homme > Sweats", "Diesel", "L", "bon", "noir", 35,
     {1811, 267}, 161, {209}, 3, [1], 2, {}),
    ("tshirt-zara", "T-shirt blanc Zara", F + "Hauts & Tee-shirts > Tee-shirts", "Zara", "M",
     "très bon état", "blanc", 8, 221, 12, {1739, 4}, 2, [12], 1, {}),
    ("robe-ete", "Robe légère à fleurs", "Robes d'été", "H&M", "S", "neuf sans étiquette", "rouge",
     14, 1065, 7, {1738, 3}, 1, [7], 2, {}),
    ("robe-midi", "Robe midi Mango", F + "Robes > Midi", "Mango", "L", "satisfaisant", "vert",
     "9,50", 1056, 15, {1740, 5}, 4, [10], 2, {}),
    ("robe-mini", "Petite robe Bershka", F + "Robes > Mini", "Bershka", "XS", "bon état", "noir",
     7, 178, 140, {1737, 2}, 3, [1], 2, {}),
    ("robe-soiree", "Robe de soirée longue", F + "Robes > Pour occasions > Robes de soirée",
     "NAF NAF", "M", "très bon", "marine", 30, 1778, 177, {1739, 4}, 2, [27], 2, {}),
    ("jean-skinny", "Jean skinny Levi's femme", F + "Jeans > Jeans skinny", "Levi's", "M",
     "bon", "bleu", 20, 1844, 10, {1739, 4}, 3, [9], 2, {}),
    ("jean-haut", "Jean gris taille haute", F + "Jeans > Jeans taille haute", "Zara", "S",
     "bon état", "gris", "15.50", 1842, 12, {1738, 3}, 3, [3], 2, {}),
    ("jean-w32", "Jean slim homme", H + "Jeans > Jeans slim", "Levi's", "W32", "très bon état",
     "bleu", 25, 1818, 10, {1640}, 2, [9], 2, {}),
    ("jean-droit", "Jean droit Diesel", H + "Jeans > Jeans coupe droite", "Diesel", "L", "bon",
     "noir", 28, 1819, 161, {209}, 3, [1], 2, {}),
    ("tshirt-nike", "T-shirt Nike blanc homme", H + "Hauts & Tee-shirts > Tee-shirts > T-shirts "
     "unis", "Nike", "M", "neuf avec étiquette", "blanc", 12, 1806, 53, {208}, 6, [12], 1, {}),
    ("polo", "Polo Lacoste", H + "Hauts & Tee-shirts > Tee-shirts > Polos", "Lacoste", "XL",
     "très bon état", "vert foncé", 22, 1809, 304, {210}, 2, [28], 1, {}),
    ("manches-longues", "T-shirt manches longues adidas", H + "Hauts & Tee-shirts > Tee-shirts > "
     "T-shirts manches longues", "adidas", "L", "bon", "gris", 10, 1810, 14, {209}, 3, [3], 1, {}),
    ("chemise", "Chemise à carreaux rouge", H + "Hauts & Tee-shirts > Chemises > Chemises à "
     "carreaux", "Jules", "L", "bon état", "rouge", 9, 1801, 3383, {1548}, 3, [7], 1, {}),
    ("baskets-h", "Baskets Nike homme", "Hommes > Chaussures > Baskets", "Nike", "43", "bon",
     "blanc", 40, 1242, 53, {786}, 3, [12], 2, {}),
    ("baskets-f", "Baskets adidas roses", "Femmes > Chaussures > Baskets", "adidas", "38",
     "très bon état", "rose", 32, 2632, 14, {58}, 2, [24], 2, {}),
    ("bottes", "Bottes hautes en cuir", "Femmes > Chaussures > Bottes > Bottes hautes", "minelli",
     "39", "bon", "marron", 45, 211, 118, {59}, 3, [2], 2, {}),
    ("ballerines", "Ballerines André", "Ballerines femme", "André", "37", "satisfaisant", "noir",
     11, 548, 195, {57}, 4, [1], 2, {}),
    ("sac-main", "Sac à main Longchamp", "Femmes > Sacs > Sacs à main", "Longchamp", None, "bon",
     "marron", 60, 156, 370, set(), 3, [2], 2, {}),
    ("sac-dos-f", "Sac à dos Eastpak femme", "Femmes > Sacs > Sacs à dos", "Eastpak", None,
     "très bon état", "noir", 25, 157, 303, set(), 2, [1], 2, {}),
    ("sac-dos-h", "Sac à dos Eastpak", "Hommes > Accessoires > Sacs et sacoches > Sacs à dos",
     "Eastpak", None, "bon", "gris", 25, 246, 303, set(), 3, [3], 2, {}),
    ("pochette", "Pochette dorée", "Femmes > Sacs > Pochettes", "Parfois", None, "bon", "doré", 9,
     159, 3403, set(), 3, [14], 2, {}),
    ("porte-monnaie", "Porte-monnaie Lacoste", "Femmes > Sacs > Porte-monnaie", "Lacoste", None,
     "très bon état", "rouge", 18, 160, 304, set(), 2, [7], 2, {}),
    ("echarpe", "Écharpe en maille grise", "Femmes > Accessoires > Écharpes & châles > Écharpes "
     "en maille", "Promod", None, "bon", "gris", 6, 236, 5, set(), 3, [3], 2, {}),
    ("bonnet", "Bonnet noir", "Femmes > Accessoires > Chapeaux & casquettes > Bonnets", "Roxy",
     "Taille unique", "bon", "noir", 5, 232, 27, {1387}, 3, [1], 2, {}),
    ("ceinture", "Ceinture en cuir homme", "Hommes > Accessoires > Ceintures", "Levi's", "95 cm",
     "bon", "noir", 12, 96, 10, {1439}, 3, [1], 2, {}),
    ("lunettes", "Lunettes Ray-Ban", "Femmes > Accessoires > Lunettes de soleil", "Ray-Ban", None,
     "très bon état", "noir", 70, 26, 242, set(), 2, [1], 2, {}),
    ("parfum", "Parfum Dior homme", "Hommes > Soins > Parfums", "Dior", None,
     "neuf avec étiquette", None, 50, 145, 671, set(), 6, [], 2, {}),
    ("boucles", "Boucles d'oreilles argentées", "Femmes > Accessoires > Bijoux > Boucles "
     "d'oreilles", "Pandora", None, "bon", "argenté", 15, 163, 5083, set(), 3, [13], 2, {}),
    ("bague", "Bague Pandora", "Femmes > Accessoires > Bijoux > Bagues", "Pandora", "17.3 mm",
     "bon", "argenté", 20, 553, 5083, {1210}, 3, [13], 2, {}),
    ("peluche", "Peluche Mickey", "Enfants > Jeux & Jouets > Animaux en peluche", "Disney",
     "24-36 mois", "bon", "noir", 6, 1764, 34, {622}, 3, [1], 2, {}),
    ("poupee", "Poupée Barbie", "Enfants > Jeux & Jouets > Poupées", "Barbie", "4 ans", "bon",
     "rose", 8, 1731, 9081, {623}, 3, [24], 2, {}),
    ("body", "Body Petit Bateau", "Enfants > Filles > Bébé filles > Bodies", "Petit Bateau",
     "3-6 mois", "bon", "blanc", 4, 1515, 149, {614}, 3, [12], 2, {}),
    ("tshirt-garcon", "T-shirt bleu garçon 5 ans", "Enfants > Garçons > Chemises & T-shirts > "
     "T-shirts", "Kiabi", "5 ans", "bon", "bleu", 3, 1662, 60, {624}, 3, [9], 2, {}),
    ("robe-fille", "Robe Okaïdi", "Enfants > Filles > Robes > Robes courtes", "Okaïdi", "6 ans",
     "très bon état", "rose", 7, 1554, 571, {625}, 2, [24], 2, {}),
    ("pyjama", "Pyjama garçon Vertbaudet", "Enfants > Garçons > Pyjamas > Pyjamas deux pièces",
     "Vertbaudet", "4 ans", "bon", "vert", 5, 1755, 17143, {623}, 3, [10], 2, {}),
    ("jean-fille", "Jean fille Zara", "Enfants > Filles > Pantalons & Shorts > Jeans", "Zara",
     "6 ans", "bon", "bleu", 6, 1559, 12, {625}, 3, [9], 2, {}),
    ("poussette", "Poussette polyvalente", "Enfants > Poussettes > Poussettes polyvalentes",
     "Bébé Confort", None, "bon", None, 80, 1612, 54664, set(), 3, [], 12, {}),
    ("chaise-haute", "Chaise haute bois", "Chaises hautes", "Vertbaudet", None, "bon", None, 35,
     1504, 17143, set(), 3, [], 12, {}),
    ("assiettes", "Lot d'assiettes blanches", "Maison > Arts de la table > Vaisselle > Assiettes",
     "IKEA", None, "bon", "blanc", 12, 1960, 54666, set(), 3, [12], 8, {}),
    ("vase", "Vase blanc", "Maison > Décoration > Vases", "IKEA", None, "bon", "blanc", 8, 1940,
     54666, set(), 3, [12], 8, {}),
    ("coussin", "Coussin décoratif", "Maison > Textiles > Coussins décoratifs", "IKEA",
     "40 x 40 cm", "bon", "vert", 5, 1974, 54666, {1366}, 3, [10], 2, {}),
    ("miroir", "Miroir mural", "Maison > Décoration > Miroirs > Miroirs muraux", "IKEA", None,
     "bon", "doré", 15, 1968, 54666, set(), 3, [14], 8, {}),
    ("roman", "L'Étranger, Camus", "Livres et médias > Livres > Littérature et fiction > Romans",
     None, None, "bon", None, 3, 9610, None, set(), 3, [], 1,
     {"answers": {"isbn": "9782070360024"}}),
    ("bd", "Astérix en Corse", "Bandes dessinées", None, None, "bon", None, 4, 5425, None, set(),
     3, [], 1, {"answers": {"isbn": "9782012101326"}}),
    ("timbres", "Lot de timbres de France", "Loisirs et collections > Timbres et monnaies > "
     "Timbres", None, None, "bon", None, 10, 4889, None, set(), 3, [], 1, {}),
    ("jeu-societe", "Jeu Dixit", "Livres et médias > Jeux et puzzles > Jeux de société",
     "Sans marque", None, "très bon état", None, 12, 2321, {None, 1}, set(), 2, [], 1, {}),
    ("telephone", "iPhone 12 128 Go", "Électronique > Téléphones et communication > Téléphones "
     "portables", "Apple", None, "bon", "noir", 200, 9601, 54661, set(), 3, [1], 2,
     {"answers": {"internal_memory_capacity": "128 GB", "sim_lock": "Débloqué",
                  "model": "iPhone 12"}}),
    ("casque", "Casque Sony", "Casques et écouteurs", "Sony", None, "bon", "noir", 90, 9603, 54663,
     set(), 3, [1], 2, {"answers": {"model": "WH-1000XM4"}}),
    ("tablette", "iPad 64 Go", "Électronique > Tablettes, liseuses > Tablettes", "Apple", None,
     "bon", "gris", 120, 9604, 54661, set(), 3, [3], 2,
     {"answers": {"internal_memory_capacity": "64 GB"}}),
    ("portable", "Lenovo ThinkPad", "Électronique > Ordinateurs > Ordinateurs portables",
     "Lenovo", None, "bon", None, 250, 9605, 54667, set(), 3, [], 2,
     {"answers": {"computer_ram": "16 GB", "storage_capacity": "512 GB",
                  "charger_included": "Oui"}}),
    ("console", "Console Nintendo Switch", "Électronique > Jeux vidéo et consoles > Consoles",
     "Nintendo", None, "bon", None, 150, 9606, 77600, set(), 3, [], 2,
     {"answers": {"video_game_platform": "Nintendo Switch"}}),
    ("jeu-video", "Mario Kart 8", "Électronique > Jeux vidéo et consoles > Jeux", "Nintendo", None,
     "très bon état", None, 30, 9607, 77600, set(), 2, [], 2,
     {"answers": {"video_game_platform": "Nintendo Switch", "video_game_ratings": "PEGI 3"}}),
    ("montre-connectee", "Apple Watch", "Électronique > Objets connectés > Montres connectées",
     "Apple", "39 mm - 42 mm", "bon", "noir", 99, 9608, 54661, {1431}, 3, [1], 2, {}),
    ("jupe", "Jupe plissée midi", F + "Jupes", "Zara", "M", "bon", "beige", 12, 5523, 12,
     {1739, 4}, 3, [4], 2, {"answers": {"skirt_length": "Midi"}, "_tree": "new"}),
    ("jupe-ancienne", "Jupe crayon", F + "Jupes > Jupes crayon", "Zara", "M", "bon", "noir", 10,
     542, 12, {1739, 4}, 3, [1], 2, {"_tree": "old"}),
    ("montre", "Montre Fossil homme", "Hommes > Accessoires > Montres", "Fossil",
     "39 mm - 42 mm", "bon", "argenté", 55, 97, 5173, {1431}, 3, [13], 1, {"_tree": "old"}),
    ("aspirateur", "Aspirateur Dyson", "Maison > Entretien de la maison > Aspirateurs", "Dyson",
     None, "bon", None, 120, 9614, 54665, set(), 3, [], 12, {}),
    ("carte", "Carte Dracaufeu", "Cartes à l'unité", "Pokémon", None, "très bon état", None, 20,
     9612, 191646, set(), 2, [], 1, {}),
    ("parka", "Parka kaki", F + "Manteaux & vestes > Manteaux > Parkas", "Zara", "L", "bon",
     "kaki", 40, 1087, 12, {1740, 5}, 3, [16], 3, {}),
    ("deux-couleurs", "T-shirt rayé", F + "Hauts & Tee-shirts > Tee-shirts", "Mango", "S", "bon",
     ["noir", "blanc"], 6, 221, 15, {1738, 3}, 3, [1, 12], 1, {}),
    ("colis-dit", "Sac fourre-tout", "Femmes > Sacs > Sacs fourre-tout", "Zara", None, "bon",
     "noir", 15, 552, 12, set(), 3, [1], 3, {"parcel_size": "Grand"}),
    ("matiere", "T-shirt coton", F + "Hauts & Tee-shirts > Tee-shirts", "Zara", "M", "bon",
     "blanc", 8, 221, 12, {1739, 4}, 3, [12], 1, {"material": "Coton"}),
    ("sans-marque", "Bougeoir doré", "Maison > Décoration > Bougies et bougeoirs > Bougeoirs",
     "Sans marque", None, "bon", "doré", 5, 1957, {None, 1}, set(), 3, [14], 8, {}),
]  # fmt: skip


def stored_of(row: Row) -> dict[str, Any]:
    """What the market must hold of an ordinary listing."""
    (_, title, _, _, _, _, _, price, leaf, brand, sizes, condition, colors, parcel, more) = row
    want: dict[str, Any] = {"title": title, "catalog_id": leaf, "condition": condition,
                            "colors": colors, "package_size_id": parcel,
                            "price": float(str(price).replace(",", "."))}  # fmt: skip
    if brand is not None:
        want["brand_id"] = brand
    if sizes:
        want["size"] = sizes
    if "isbn" in more.get("answers", {}):
        want["isbn"] = more["answers"]["isbn"]
    return want


def ordinary() -> list[Case]:
    """The ordinary listings, each on both forms."""
    found = []
    for row in ORDINARY:
        more = {k: v for k, v in row[14].items() if not k.startswith("_")}
        switches = {"tree": row[14]["_tree"]} if "_tree" in row[14] else {}
        words = listing(*row[1:8], **more)
        found.append(Case(row[0], "ordinary", words, Expect(stored=stored_of(row)), switches))
    return found


SHIRT: Row = ORDINARY[1]
BASE = listing(*SHIRT[1:8])
WANT = stored_of(SHIRT)
