"""French: what a seller should look at before the form is filled."""

from typing import Final

TEXTS: Final = {
    "There is no photo: the site publishes nothing without.": (
        "Il n'y a pas de photo : le site ne publie rien sans."
    ),
    "Photo {} is the same as photo {}: leave one of them out.": (
        "La photo {0} est la même que la photo {1} : retirez l'une des deux."
    ),
    "The site refuses emoji in titles: take them out.": (
        "Le site refuse les émojis dans les titres : retirez-les."
    ),
    "The site refuses rows of symbols in titles: take them out.": (
        "Le site refuse les suites de symboles dans les titres : retirez-les."
    ),
    "The title is very short: name what it is, its brand or its colour.": (
        "Le titre est très court : nommez l'objet, sa marque ou sa couleur."
    ),
    "The title is in capitals: the site refuses too many of them. Write it in small letters.": (
        "Le titre est en majuscules : le site en refuse un trop grand nombre. Écrivez-le en "
        "minuscules."
    ),
    "The description is very short: say what a buyer cannot see in the photos.": (
        "La description est très courte : dites ce que les photos ne montrent pas."
    ),
    "The {} seems to hold contact data or a link: the site may hide it.": (
        "Le champ {0} semble contenir des coordonnées ou un lien : le site pourrait masquer "
        "l'annonce."
    ),
    "The {} names another marketplace ({}): the site may hide it.": (
        "Le champ {0} nomme un autre site de vente ({1}) : le site pourrait masquer l'annonce."
    ),
    "The site takes no price below {} {}.": "Le site n'accepte pas de prix sous {0} {1}.",
    "The site takes no price above {} {}.": "Le site n'accepte pas de prix au-dessus de {0} {1}.",
    "The same listing was published before: {}": "La même annonce a déjà été publiée : {0}",
}
