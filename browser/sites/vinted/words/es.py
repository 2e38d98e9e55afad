"""Spanish: what sellers write on vinted.es."""

from typing import Final

from browser.matching.text import HALF, Vocabulary
from browser.sites.vinted.words.tables import meanings, terms, words

_TERMS: Final = terms(
    {
        "women": "mujer, mujeres, señora, chica",
        "men": "hombre, hombres, caballero, chico",
        "kids": "niños, infantil",
        "girl": "niña, niñas",
        "boy": "niño",
        "baby": "bebé",
        "clothes": "ropa",
        "hoodie": "sudadera con capucha, sudaderas con capucha",
        "sweat": "sudadera, sudaderas",
        "jumper": "jersey, jerséis, suéter",
        "cardigan": "cárdigan, rebeca",
        "tshirt": "camiseta, camisetas",
        "tank": "camiseta de tirantes",
        "shirt": "camisa, camisas",
        "blouse": "blusa, blusas",
        "jean": "vaquero, vaqueros, tejanos",
        "trousers": "pantalón, pantalones",
        "shorts": "pantalón corto, pantalones cortos",
        "legging": "mallas",
        "dress": "vestido, vestidos",
        "summer": "verano",
        "winter": "invierno",
        "evening": "noche, fiesta",
        "wedding": "novia, boda",
        "long": "largo, larga, largos",
        "mini": "corto, corta",
        "skirt": "falda, faldas",
        "jumpsuit": "mono",
        "jacket": "chaqueta, chaquetas, cazadora, cazadoras",
        "coat": "abrigo, abrigos",
        "puffer": "plumífero, plumas",
        "raincoat": "chubasquero, impermeable",
        "leather": "cuero, piel",
        "swim twopiece": "bikini, bikinis",
        "swim": "bañador, bañadores",
        "socks": "calcetín, calcetines",
        "bra": "sujetador, sujetadores",
        "pyjama": "pijama, pijamas",
        "shoes": "zapato, zapatos, calzado",
        "trainers": "zapatillas, zapatilla, deportivas",
        "boots": "bota, botas",
        "ankleboots": "botín, botines",
        "sandals": "sandalia, sandalias",
        "bag": "bolso, bolsos, bolsa",
        "backpack": "mochila, mochilas",
        "shoulderbag": "bandolera",
        "wallet": "cartera, carteras, monedero",
        "cap": "gorra, gorras",
        "beanie": "gorro, gorros",
        "belt": "cinturón, cinturones",
        "watch": "reloj, relojes",
        "sunglasses": "gafas de sol",
        "earrings": "pendiente, pendientes",
        "necklace": "collar, collares",
        "ring": "anillo, anillos",
        "bracelet": "pulsera, pulseras",
        "scarf": "bufanda, bufandas",
        "gloves": "guante, guantes",
    }
)
_CONDITIONS: Final = meanings(
    {
        "6": "nuevo con etiqueta, con etiqueta, c etiqueta, c etiquetas, con etiquetas, con "
        "etiqueta puesta, "
        "precintado, en su embalaje",
        "1": "nuevo sin etiqueta, sin etiqueta, sin etiquetas, s etiqueta, s etiquetas",
        "6 1": "etiqueta, etiquetas, nuevo, nueva, sin estrenar, a estrenar, sin usar, nunca "
        "usado, nunca puesto",
        "2": "muy bueno, muy buena, muy buen, como nuevo, como nueva, casi nuevo, casi nueva, "
        "perfecto, perfecta, perfectas, impecable, excelente, poco uso, poco usado, usado una vez, "
        "usado 1 vez, puesto una vez, puesto 1 vez, usado dos veces, usada una vez, puesta una "
        "vez, "
        "usado un par de veces, usado pocas veces, puesto dos veces, apenas usado, seminuevo, "
        "óptimo",
        "3": "bueno, buen, buena, buenas",
        "4": "satisfactorio, aceptable, muy usado, desgastado, regular, mal, malo, gastado",
        "3 4": "normal, correcto, señales de uso, signos de uso, mancha, agujero, bolitas",
        "2 3 4": "usado, usada, segunda mano",
    }
)
_COLORS: Final = meanings(
    {
        "1": "negro, negra",
        "3": "gris, gris claro, gris oscuro, antracita, plomo",
        "12": "blanco, blanca",
        "20": "crema, crudo, marfil",
        "20 12": "blanco roto, hueso",
        "4": "beige, beis, arena",
        "4 2": "camel, topo",
        "2 4": "tostado",
        "21": "albaricoque, melocotón",
        "11": "naranja",
        "22": "coral, salmón",
        "7": "rojo, roja",
        "23": "burdeos, granate, vino",
        "5": "fucsia, rosa fucsia, magenta, rosa fuerte",
        "24": "rosa, rosa claro, rosa palo, rosa pastel",
        "6": "morado, morada, violeta, púrpura",
        "25": "lila, lavanda, malva",
        "26": "azul claro, azul celeste, celeste, azul cielo",
        "9": "azul, azul eléctrico, azulón, azul royal",
        "27": "azul marino, marino, azul noche",
        "27 9": "azul oscuro",
        "9 27": "azul vaquero",
        "17": "turquesa, azul turquesa",
        "30": "menta, verde menta, verde agua",
        "10 30": "verde claro",
        "10": "verde, verde esmeralda",
        "28": "verde oscuro, verde botella",
        "16": "caqui, kaki, verde militar, verde oliva, verde caqui",
        "2": "marrón, marrones, chocolate, marrón oscuro, café",
        "29": "mostaza, ocre, amarillo mostaza",
        "8": "amarillo, amarilla",
        "13": "plateado, plateada, plata",
        "14": "dorado, dorada, oro",
        "15": "multicolor, varios colores, colores",
        "32": "transparente",
    }
)

SPANISH: Final = Vocabulary(
    "es",
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": meanings(
            {
                "44": "algodón",
                "43": "cuero, piel, cuero auténtico",
                "447": "polipiel, cuero sintético, piel sintética",
                "46": "lana",
                "49": "seda",
                "146": "lino",
                "45": "poliéster",
                "48": "viscosa",
                "53": "elastano",
                "123": "cachemir, cachemira",
                "466": "terciopelo",
                "299": "pana",
                "298": "ante",
                "303": "vaquero",
                "455": "encaje",
            }
        ),
        "size": meanings({"none": "sin talla, ninguna"}),
        "brand": meanings({"none": "sin marca, ninguna"}),
    },
    terms=_TERMS,
    noise={
        "": words("el los las del"),
        "category": words("con"),
        "condition": words("estado en condiciones su sus la"),
        "color": words("color de"),
        "size": words("talla número"),
        "brand": words("marca"),
    },
    light={"color": words("claro clara oscuro oscura jaspeado jaspeada vigoré")},
    denials=words("no nunca entre"),
    joiners=words("y o"),
    sizes={
        **dict.fromkeys(("y medio", "y media"), HALF),
        **dict.fromkeys(("talla única", "única"), "one"),
        **{"pequeña": "s", "pequeño": "s", "mediana": "m", "grande": "l"},
        **dict.fromkeys(("otro", "otra", "otros"), "other"),
        **dict.fromkeys(("recién nacido",), "newborn"),
        "prematuro": "preemie",
    },
    units={
        **dict.fromkeys(("años", "año"), "y"),
        **dict.fromkeys(("meses", "mes"), "m"),
    },
    systems=("es", "eu"),
)
