"""The market's tree, fields per category, options and parcels, as one language shows them.

Owns what is on offer. What is stored and how a page behaves is `page`'s and the script's.
"""

import json
from pathlib import Path
from typing import Any

from .words import COLORS, TREES, labels, made

DATA = json.loads((Path(__file__).parent / "market.json").read_text(encoding="utf-8"))
ROOTS = [1904, 5, 1193, 1918, 2994, 2309, 4824, 4332]
# id, parent, French, English, fields (brand, size, colour, material, isbn), size groups, leaf
EXTRA = [
    [2994, None, "Électronique", "Electronics", "", [], False],
    [3565, 2994, "Téléphones et communication", "Phones & communication", "", [], False],
    [9601, 3565, "Téléphones portables", "Mobile phones", "bc", [], True],
    [3566, 2994, "Audio, casques et hi-fi", "Audio, headphones & hi-fi", "", [], False],
    [9603, 3566, "Casques et écouteurs", "Headphones & earphones", "bc", [], True],
    [3567, 2994, "Tablettes, liseuses", "Tablets & e-readers", "", [], False],
    [9604, 3567, "Tablettes", "Tablets", "bc", [], True],
    [3564, 2994, "Ordinateurs", "Computers", "", [], False],
    [9605, 3564, "Ordinateurs portables", "Laptops", "b", [], True],
    [3002, 2994, "Jeux vidéo et consoles", "Video games & consoles", "", [], False],
    [9606, 3002, "Consoles", "Consoles", "b", [], True],
    [9607, 3002, "Jeux", "Games", "b", [], True],
    [3004, 2994, "Objets connectés", "Wearables", "", [], False],
    [9608, 3004, "Montres connectées", "Smart watches", "bsc", [62], True],
    [2309, None, "Livres et médias", "Entertainment", "", [], False],
    [2312, 2309, "Livres", "Books", "", [], False],
    [2319, 2312, "Littérature et fiction", "Literature & fiction", "", [], False],
    [5425, 2319, "Bandes dessinées", "Comics", "i", [], True],
    [9610, 2319, "Romans", "Novels", "i", [], True],
    [2311, 2309, "Jeux et puzzles", "Games & puzzles", "", [], False],
    [2321, 2311, "Jeux de société", "Board games", "b", [], True],
    [2478, 2311, "Puzzles", "Jigsaw puzzles", "b", [], True],
    [4824, None, "Loisirs et collections", "Hobbies & collectables", "", [], False],
    [4874, 4824, "Timbres et monnaies", "Stamps & coins", "", [], False],
    [4889, 4874, "Timbres", "Stamps", "", [], True],
    [9611, 4824, "Cartes à collectionner", "Trading cards", "", [], False],
    [9612, 9611, "Cartes à l'unité", "Single trading cards", "b", [], True],
    [4332, None, "Sport", "Sports", "", [], False],
    [9613, 4332, "Cyclisme", "Cycling", "", [], False],
    [9615, 9613, "Casques de vélo", "Bike helmets", "bc", [], True],
    [9620, 1918, "Entretien de la maison", "Household care", "", [], False],
    [9614, 9620, "Aspirateurs", "Vacuum cleaners", "b", [], True],
]
DATA["brands"] += [
    [i, t, False, False] for i, t in [
        (54661, "Apple"), (54662, "Samsung"), (54663, "Sony"), (54664, "Bébé Confort"),
        (54665, "Dyson"), (54666, "IKEA"), (54667, "Lenovo"), (54668, "JBL"),
    ]
]  # fmt: skip
OLD_SKIRTS = {198, 199, 200, 539, 542, 1094}
NEW_SKIRT = [5523, 4, "Jupes", "Skirts", "bscm", [4], True]
NEW_WATCH = [5570, 82, "Montres", "Watches", "bc", [], True]
WOMEN_TABS = [80, 82, 81, 83, 84, 85]
PLATFORMS = [
    "3DO", "Amiga", "Atari 2600", "Atari 7800", "Commodore 64", "Dreamcast", "Game Boy",
    "Game Boy Advance", "Game Boy Color", "Game Gear", "GameCube", "Mac", "Master System",
    "Mega Drive", "N-Gage", "Neo Geo", "Nintendo 3DS", "Nintendo 64", "Nintendo DS",
    "Nintendo Switch", "Nintendo Switch 2", "PC", "PlayStation", "PlayStation 2", "PlayStation 3",
    "PlayStation 4", "PlayStation 5", "PS Vita", "PSP", "Saturn", "Super Nintendo", "Wii",
    "Wii U", "Xbox", "Xbox 360", "Xbox One", "Xbox Series X", "Xbox Series S",
]  # fmt: skip
# Sources of May to October 2026: what the server asks for beyond brand, size, colour, condition.
OPTION_LISTS: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "internal_memory_capacity": (
        "list",
        [(7001, "64 GB"), (7002, "128 GB"), (7003, "256 GB"), (7004, "512 GB")],
    ),
    "sim_lock": ("list", [(7101, "Débloqué"), (7102, "Bloqué opérateur")]),
    "computer_ram": ("list", [(7201, "8 GB"), (7202, "16 GB"), (7203, "32 GB")]),
    "storage_capacity": ("list", [(7301, "256 GB"), (7302, "512 GB"), (7303, "1 TB")]),
    "charger_included": ("list", [(7401, "Oui"), (7402, "Non")]),
    "skirt_length": ("list", [(7501, "Mini"), (7502, "Midi"), (7503, "Maxi")]),
    "video_game_ratings": ("list", [(7601, "PEGI 3"), (7602, "PEGI 12"), (7603, "PEGI 18")]),
    "video_game_platform": (
        "list_search",
        [(7700 + i, p) for i, p in enumerate(PLATFORMS)],
    ),
    "language_book": ("list", [(6436, "Français"), (6437, "Anglais"), (6438, "Allemand")]),
    "kid_age": ("list", [(7801, "0-12 mois"), (7802, "1-3 ans"), (7803, "3-5 ans")]),
}  # fmt: skip
EXTRA_FIELDS = {  # leaf: (code, required)
    9601: [("internal_memory_capacity", True), ("sim_lock", True)],
    9604: [("internal_memory_capacity", True)],
    9605: [("computer_ram", True), ("storage_capacity", True), ("charger_included", True)],
    9606: [("video_game_platform", True)],
    9607: [("video_game_platform", True), ("video_game_ratings", True)],
    5523: [("skirt_length", True)],
    5425: [("language_book", False)],
    9610: [("language_book", False)],
}
MODELS = {9601: [(8001, "iPhone 12"), (8002, "iPhone 13"), (8003, "Galaxy S21"), (8004, "Autre")],
          9603: [(8011, "AirPods Pro"), (8012, "WH-1000XM4"), (8013, "Autre")]}  # fmt: skip
PARCEL_CODES = {1: "SMALL", 2: "MEDIUM", 3: "LARGE", 8: "HEAVY_SMALL", 9: "HEAVY_MEDIUM",
                10: "HEAVY_LARGE", 11: "BULKY_SMALL", 12: "BULKY_MEDIUM", 13: "BULKY_LARGE",
                14: "BULKY_XLARGE"}  # fmt: skip
WEIGHTS = {8: "5 kg", 9: "10 kg", 10: "20 kg", 11: "5 kg", 12: "10 kg", 13: "20 kg", 14: "30 kg"}
NO_BRAND_NEEDED = {9606, 9607, 152, 145, 9614, 2321, 2478, 9612, 9605}


class Market:
    """The catalogue of one account: a language, a form and a state of the tree's roll-out."""

    def __init__(self, lang: str, form: str, tree: str) -> None:
        self.lang, self.form = lang, form
        rows = [*[n for n in DATA["nodes"] if n[0] not in {e[0] for e in EXTRA}], *EXTRA]
        if tree == "new":
            rows = [n for n in rows if n[0] not in OLD_SKIRTS | {97}] + [NEW_SKIRT, NEW_WATCH]
            rows = [n for n in rows if n[1] != 11 and n[0] != 11]
        if lang in TREES:
            rows = [n for n in rows if n[0] in TREES[lang]]
        self.nodes = {n[0]: n for n in rows}
        self.words = labels(lang)

    def title(self, node: list[Any]) -> str:
        """A node's name in the page's language."""
        if self.lang in TREES:
            return TREES[self.lang][node[0]]
        return made(node[2]) if self.lang == "made" else str(node[2 if self.lang == "fr" else 3])

    def path(self, leaf: int) -> list[str]:
        """The names from the root down to the leaf."""
        found, node = [], self.nodes.get(leaf)
        while node:
            found.append(self.title(node))
            node = self.nodes.get(node[1])
        return found[::-1]

    def tree(self) -> list[dict[str, Any]]:
        """The nested answer of `item_upload/catalogs`."""
        kids: dict[int | None, list[Any]] = {}
        for node in self.nodes.values():
            kids.setdefault(node[1], []).append(node)

        def branch(node: list[Any]) -> dict[str, Any]:
            inner = [branch(k) for k in kids.get(node[0], [])]
            return {"id": node[0], "title": self.title(node), "catalogs": inner}

        return [branch(self.nodes[r]) for r in ROOTS if r in self.nodes]

    def search(self, words: str) -> list[dict[str, Any]]:
        """Leaves whose name or path holds every word."""
        parts = words.casefold().split()
        hits = []
        for leaf in [n for n in self.nodes.values() if n[6]]:
            path = self.path(leaf[0])
            text = " ".join(path).casefold()
            if parts and all(p in text for p in parts):
                hits.append({"id": leaf[0], "title": path[-1], "path": " > ".join(path[:-1])})
        return sorted(hits, key=lambda h: parts[0] not in h["title"].casefold())[:12]

    def top(self, leaf: int) -> int:
        """The root that a leaf stands under."""
        node = self.nodes[leaf]
        while node[1]:
            node = self.nodes[node[1]]
        return int(node[0])

    def under(self, leaf: int, *branches: int) -> bool:
        """Whether the leaf stands under one of the branches."""
        node: Any = self.nodes[leaf]
        while node:
            if node[0] in branches:
                return True
            node = self.nodes.get(node[1])
        return False

    def fields(self, leaf: int) -> str:
        """The letters of the fields: brand, size, colour, material, isbn."""
        flags = str(self.nodes[leaf][4])
        if self.under(leaf, 1499) and "s" in flags:
            flags += "c"
        if self.under(leaf, 4, 2050, 19, 12) and "m" not in flags:
            flags += "m"
        return flags

    def _groups(self, leaf: int) -> list[int]:
        groups = list(self.nodes[leaf][5])
        if groups == [4] and self.form == "august":
            groups = WOMEN_TABS
        if self.under(leaf, 257):
            groups = [14, 76]
        return [g for g in groups if str(g) in DATA["sizes"]]

    def sizes(self, leaf: int) -> list[dict[str, Any]]:
        """The size groups of a leaf with their options."""
        at = 1 if self.lang not in ("en",) else 2
        found = []
        for group in self._groups(leaf):
            entry = DATA["sizes"][str(group)]
            options = [{"id": s[0], "title": s[at]} for s in entry["sizes"]]
            found.append({"id": group, "title": entry["title"], "options": options})
        return found

    def conditions(self, leaf: int) -> list[dict[str, Any]]:
        """What can be said of the state, in the page's order."""
        lang = self.lang if self.lang in ("fr", "en", "de", "es", "it", "nl", "pl") else "fr"
        turn = made if self.lang == "made" else str
        ids = [6] if leaf in (145, 152) else [6, 1, 2, 3, 4]
        return [
            {"id": i, "title": turn(DATA["conditions"][str(i)][lang]), "body": "…"} for i in ids
        ]

    def colors(self) -> list[dict[str, Any]]:
        """The 29 colours in the page's order."""
        at = {"fr": 3, "made": 3, "de": 5}.get(self.lang, 4)
        found = []
        for row in DATA["colors"]:
            title = made(row[3]) if self.lang == "made" else row[at]
            if self.lang in ("es", "it", "nl", "pl") and row[0] in COLORS:
                title = COLORS[row[0]].split("|")[("es", "it", "nl", "pl").index(self.lang)]
            found.append({"id": row[0], "title": title, "hex": row[2], "code": row[1]})
        return found

    def attributes(self, leaf: int) -> list[dict[str, Any]]:
        """The answer of `item_upload/attributes`."""
        flags, found = self.fields(leaf), []
        if "i" in flags:
            found.append(bare("isbn"))
        if "b" in flags:
            found.append(bare("brand"))
        if "s" in flags and self._groups(leaf):
            kind = "grid_chips" if self._groups(leaf) == WOMEN_TABS else "grid"
            found.append(listed("size", self.words["size"], kind, self.sizes(leaf), True))
        conditions = [{"options": self.conditions(leaf)}]
        found.append(listed("condition", self.words["condition"], "list", conditions, True))
        if "c" in flags:
            found.append(bare("color"))
        if "m" in flags:
            options = [{"id": i, "title": t} for i, t in DATA["materials"]]
            found.append(listed("material", self.words["material"], "list", [{"options": options}],
                                False, 3))  # fmt: skip
        for code, required in EXTRA_FIELDS.get(leaf, []):
            kind, rows = OPTION_LISTS[code]
            options = [{"id": i, "title": t} for i, t in rows]
            found.append(listed(code, code.replace("_", " "), kind, [{"options": options}],
                                required))  # fmt: skip
        if leaf in (157, 246):
            found.append(bare("unisex"))
        return found

    def parcels(self, leaf: int) -> tuple[list[dict[str, Any]], int | None]:
        """The parcel formats of a leaf and the one that is recommended."""
        ids, best = [1, 2, 3], 2
        if self.under(leaf, 1920, 1934) or leaf == 1940:
            ids, best = [8, 9, 10], 8
        elif self.under(leaf, 1495, 1496, 1497, 1498, 9620):
            ids, best = [11, 12, 13, 14], 12
        elif leaf in (97, 5570, 1810):
            ids, best = [1, 2, 3, 8], 1
        elif self.under(leaf, 12, 76, 146, 2309, 4824):
            best = 1
        elif self.under(leaf, 1037, 1206):
            best = 3
        return [self.parcel(i) for i in ids], best

    def parcel(self, i: int) -> dict[str, Any]:
        """One format with the label that the page shows."""
        title = self.words[f"p{i}"] if i in (1, 2, 3, 8) else WEIGHTS[i]
        return {"id": i, "code": PARCEL_CODES[i], "title": title}


def bare(code: str) -> dict[str, Any]:
    """An attribute of which only the existence is told."""
    return {"code": code, "configuration": None}


def listed(  # noqa: PLR0917 - as the answer names it
    code: str, title: str, kind: str, groups: list[dict[str, Any]], required: bool, limit: int = 1
) -> dict[str, Any]:
    """An attribute with its options."""
    single = "single" if limit == 1 else "multi"
    return {
        "code": code,
        "configuration": {
            "title": title, "display_type": kind, "selection_type": single,
            "selection_limit": limit, "required": required, "options": groups,
        },
    }  # fmt: skip
