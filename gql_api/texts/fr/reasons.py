"""French: why an option was chosen or a question is asked, and what the site refuses of a form."""

from typing import Final

TEXTS: Final = {
    'The page showed "{}" in front of the form: it was closed.': (
        "La page a montré « {0} » devant le formulaire : c'est fermé."
    ),
    "What was closed on the page came back: it was left alone. Look at the picture.": (
        "Ce qui avait été fermé sur la page est revenu : rien n'y a été touché. Regardez l'image."
    ),
    # Why an option fits
    "a similar name": "un nom ressemblant",
    "also names a branch": "désigne aussi toute une catégorie",
    "as given": "tel quel",
    "as answered": "selon votre réponse",
    "as answered before": "selon une réponse précédente",
    "as in {}": "comme dans {0}",
    "as typed": "tel que vous l'avez écrit",
    "known name for it": "un autre nom connu",
    "known words": "mots connus",
    "nothing was typed": "rien n'a été saisi",
    "likely spelling": "orthographe probable",
    "names only its branch": "ne désigne que la catégorie au-dessus",
    "offered": "proposé",
    "one of the things it names": "l'une des choses qu'elle désigne",
    "part of the label": "une partie du libellé",
    "part of the name": "une partie du nom",
    "recommended by the site": "recommandé par le site",
    "said inside the text": "trouvé dans le texte",
    "same letter": "même lettre",
    "same name": "même nom",
    "same number": "même numéro",
    "same number, system not said": "même numéro, système de tailles non précisé",
    "same number, unit not said": "même nombre, unité non précisée",
    "same path": "même chemin de catégories",
    "same size": "même taille",
    "same span": "même intervalle",
    "same words": "mêmes mots",
    "some of the parts": "une partie des indications",
    "some of the words": "une partie des mots",
    "the site does not know it": "le site ne la connaît pas",
    "upper end of the span": "haut de l'intervalle",
    "same label": "même libellé",
    "the label begins so": "le libellé commence ainsi",
    "words of the label begin so": "des mots du libellé commencent ainsi",
    "words of the label and of what it is in begin so": (
        "des mots du libellé, ou de sa catégorie, commencent ainsi"
    ),
    "what it is in begins so": "sa catégorie commence ainsi",
    "within the span": "dans l'intervalle",
    # Why a question is asked
    "go on without it": "continuer sans",
    "the page has no such field": "la page n'a pas ce champ",
    "not sure enough": "pas assez sûr : choisissez",
    "nothing fits": "rien ne correspond : choisissez",
    "listed by the site": "dans la liste du site",
    "the page does not show the parcel sizes, also after it was loaded again": (
        "la page ne montre pas les formats de colis, même rechargée"
    ),
    "nothing was said": "rien n'a été indiqué",
    "several fit": "plusieurs choix correspondent",
    "several things are said": "plusieurs choses sont indiquées",
    "too long to be sure": "texte trop long pour être sûr",
    # Of the form
    "{}: only the first {} are kept": "{0} : seuls les {1} premiers sont gardés",
    "a photo is refused ({})": "une photo est refusée ({0})",
    "photo {} is refused ({})": "la photo {0} est refusée ({1})",
    "the draft is not on the site any more": "le brouillon n'est plus sur le site",
    "the site does not let {} be chosen": "le site ne permet pas de choisir {0}",
    "this market sells in {}": "ce site vend en {0}",
    "{}: what the page sends of it could not be compared": (
        "{0} : ce que la page en envoie n'a pas pu être comparé"
    ),
    "the page was about to send something else than was approved": (
        "la page allait envoyer autre chose que ce qui a été approuvé"
    ),
    "differs from what was approved": "diffère de ce qui a été approuvé",
}
