"""German: why an option was chosen or a question is asked, and what the site refuses of a form."""

from typing import Final

TEXTS: Final = {
    'The page showed "{}" in front of the form: it was closed.': (
        "Die Seite zeigte „{0}“ vor dem Formular: es wurde geschlossen."
    ),
    "What was closed on the page came back: it was left alone. Look at the picture.": (
        "Was auf der Seite geschlossen wurde, kam wieder und blieb stehen. Sehen Sie sich das "
        "Bild an."
    ),
    "a similar name": "ein ähnlicher Name",
    "also names a branch": "nennt auch eine ganze Kategorie",
    "as given": "wie angegeben",
    "as answered": "wie beantwortet",
    "as answered before": "wie früher beantwortet",
    "as in {}": "wie in {0}",
    "as typed": "wie geschrieben",
    "known name for it": "ein anderer bekannter Name",
    "known words": "bekannte Wörter",
    "nothing was typed": "nichts wurde eingegeben",
    "likely spelling": "wahrscheinliche Schreibweise",
    "names only its branch": "nennt nur die Kategorie darüber",
    "offered": "angeboten",
    "one of the things it names": "eines der Dinge, die sie nennt",
    "part of the label": "ein Teil der Bezeichnung",
    "part of the name": "ein Teil des Namens",
    "recommended by the site": "von der Seite empfohlen",
    "said inside the text": "im Text gefunden",
    "same letter": "gleicher Buchstabe",
    "same name": "gleicher Name",
    "same number": "gleiche Zahl",
    "same number, system not said": "gleiche Zahl, Größensystem nicht genannt",
    "same number, unit not said": "gleiche Zahl, Einheit nicht genannt",
    "same path": "gleicher Weg durch die Kategorien",
    "same size": "gleiche Größe",
    "same span": "gleiche Spanne",
    "same words": "gleiche Wörter",
    "some of the parts": "ein Teil der Angaben",
    "some of the words": "ein Teil der Wörter",
    "the site does not know it": "die Seite kennt sie nicht",
    "upper end of the span": "oberes Ende der Spanne",
    "same label": "gleiche Bezeichnung",
    "the label begins so": "die Bezeichnung beginnt so",
    "words of the label begin so": "Wörter der Bezeichnung beginnen so",
    "words of the label and of what it is in begin so": (
        "Wörter der Bezeichnung und ihrer Kategorie beginnen so"
    ),
    "what it is in begins so": "die Kategorie darüber beginnt so",
    "within the span": "innerhalb der Spanne",
    "go on without it": "ohne sie weitermachen",
    "the page has no such field": "die Seite hat kein solches Feld",
    "not sure enough": "nicht sicher genug: bitte wählen",
    "nothing fits": "nichts passt: bitte wählen",
    "listed by the site": "in der Liste der Seite",
    "the page does not show the parcel sizes, also after it was loaded again": (
        "die Seite zeigt keine Paketgrößen, auch neu geladen nicht"
    ),
    "nothing was said": "nichts wurde angegeben",
    "several fit": "mehrere passen",
    "several things are said": "mehrere Dinge sind angegeben",
    "too long to be sure": "zu lang, um sicher zu sein",
    "{}: only the first {} are kept": "{0}: nur die ersten {1} werden übernommen",
    "a photo is refused ({})": "Ein Foto wird abgelehnt ({0})",
    "photo {} is refused ({})": "Foto {0} wird abgelehnt ({1})",
    "the draft is not on the site any more": "der Entwurf ist nicht mehr auf der Seite",
    "the site does not let {} be chosen": "die Seite lässt {0} nicht wählen",
    "this market sells in {}": "diese Seite verkauft in {0}",
    "{}: what the page sends of it could not be compared": (
        "{0}: was die Seite davon sendet, ließ sich nicht vergleichen"
    ),
    "the page was about to send something else than was approved": (
        "die Seite wollte etwas anderes senden, als freigegeben wurde"
    ),
    "differs from what was approved": "weicht von dem ab, was freigegeben wurde",
}
