"""German: what a job may do and what became of it."""

from typing import Final

TEXTS: Final = {
    "There is no job with this id.": "Es gibt keinen Auftrag mit dieser Id.",
    "The job is over: there is nothing to cancel.": (
        "Der Auftrag ist beendet: Es gibt nichts abzubrechen."
    ),
    "The click has been made, or the job has just come to its end: it can no longer be "
    "cancelled. Look at its outcome.": (
        "Der Klick ist erfolgt, oder der Auftrag ist gerade zu Ende gegangen: Er lässt sich "
        "nicht mehr abbrechen. Sehen Sie sich sein Ergebnis an."
    ),
    "The job was cancelled: prepare the listing again.": (
        "Der Auftrag wurde abgebrochen: Bereiten Sie die Anzeige neu vor."
    ),
    "The job ended before it was confirmed: prepare the listing again.": (
        "Der Auftrag endete, bevor er bestätigt wurde: Bereiten Sie die Anzeige neu vor."
    ),
    "This job has no picture: wait until its form is filled.": (
        "Dieser Auftrag hat kein Bild: Warten Sie, bis sein Formular ausgefüllt ist."
    ),
    "This job has no receipt: only a publish whose button was about to be pressed has one, once "
    "its outcome is stored.": (
        "Dieser Auftrag hat keinen Beleg: Einen Beleg hat nur eine Veröffentlichung, bei der "
        "der Knopf gedrückt werden sollte, sobald ihr Ergebnis gespeichert ist."
    ),
    "Only a job whose outcome is unknown is looked up again.": (
        "Nur ein Auftrag mit unbekanntem Ergebnis wird noch einmal nachgesehen."
    ),
    "The site shows something that a person has to look at, so nothing was looked up. Open your "
    "listings in your own browser.": (
        "Die Seite zeigt etwas, das ein Mensch ansehen muss, darum wurde nicht "
        "nachgesehen. Öffnen Sie Ihre Anzeigen in Ihrem eigenen Browser."
    ),
    "Only a job whose outcome is unknown is resolved.": (
        "Nur ein Auftrag mit unbekanntem Ergebnis wird aufgelöst."
    ),
    "Account {} has {} jobs waiting already. Wait for some of them, or cancel them.": (
        "Auf dem Konto {0} warten schon {1} Aufträge. Warten Sie einige davon ab, oder brechen "
        "Sie sie ab."
    ),
    "Account {} has published its {} listings of the day. The next one is possible at {} UTC.": (
        "Das Konto {0} hat seine {1} Anzeigen des Tages veröffentlicht. Die nächste ist um {2} "
        "UTC möglich."
    ),
    "There is no alias with this id.": "Es gibt keinen Alias mit dieser Id.",
    "A job of account {} works in the browser now: try again later.": (
        "Ein Auftrag des Kontos {0} arbeitet gerade im Browser: Versuchen Sie es später noch "
        "einmal."
    ),
    "As many jobs work in the browser now as may at once: try again later.": (
        "Im Browser arbeiten gerade so viele Aufträge, wie es gleichzeitig dürfen: Versuchen Sie "
        "es später noch einmal."
    ),
    "The site shows something that a person has to look at, so the walk ended there. Open the "
    "sell page in your own browser.": (
        "Die Seite zeigt etwas, das sich ein Mensch ansehen muss, darum endete der Gang dort. "
        "Öffnen Sie die Verkaufsseite in Ihrem eigenen Browser."
    ),
    "The page belongs to another member than the stored session: save the session of the right "
    "account.": (
        "Die Seite gehört einem anderen Mitglied als die gespeicherte Sitzung: Speichern Sie "
        "die Sitzung des richtigen Kontos."
    ),
    "The page was examined for this account within the last day; the next time is {} UTC. Look "
    "at the latest report, or force another walk.": (
        "Die Seite wurde für dieses Konto innerhalb des letzten Tages untersucht; das nächste "
        "Mal ist um {0} UTC. Sehen Sie sich den neuesten Bericht an, oder erzwingen Sie einen "
        "weiteren Gang."
    ),
    "Account {} has published its {} listings of the day, so its page is not opened again today.": (
        "Das Konto {0} hat seine {1} Anzeigen des Tages veröffentlicht, darum wird seine Seite "
        "heute nicht mehr geöffnet."
    ),
    "Only a preparation is corrected.": "Nur eine Vorbereitung wird berichtigt.",
    "The preparation belongs to another account.": (
        "Die Vorbereitung gehört zu einem anderen Konto."
    ),
    "The preparation is under way or was cancelled: wait for it, or prepare anew.": (
        "Die Vorbereitung läuft noch oder wurde abgebrochen: Warten Sie auf sie, oder bereiten "
        "Sie neu vor."
    ),
    "The preparation was cancelled. Prepare the listing again.": (
        "Die Vorbereitung wurde abgebrochen. Bereiten Sie die Anzeige neu vor."
    ),
    "The preparation was corrected after this confirm token was given. Look at it again and use "
    "its newest token.": (
        "Die Vorbereitung wurde berichtigt, nachdem dieses Bestätigungs-Token ausgegeben wurde. "
        "Sehen Sie sie noch einmal an und verwenden Sie ihr neuestes Token."
    ),
    "Publishing is switched off here (PUBLISH_ENABLED=false). A dry run still works.": (
        "Das Veröffentlichen ist hier abgeschaltet (PUBLISH_ENABLED=false). Ein Probelauf geht "
        "weiterhin."
    ),
    "Publishing was switched off (PUBLISH_ENABLED=false) before the click.": (
        "Das Veröffentlichen wurde vor dem Klick abgeschaltet (PUBLISH_ENABLED=false)."
    ),
    "Another publish of this preparation is under way or done: look at that job.": (
        "Eine andere Veröffentlichung dieser Vorbereitung läuft oder ist erledigt: Sehen Sie "
        "sich jenen Auftrag an."
    ),
    "A publish of this preparation is under way: wait for its outcome.": (
        "Eine Veröffentlichung dieser Vorbereitung läuft: Warten Sie auf ihr Ergebnis."
    ),
    "An earlier publish with this token may have gone through. Look at your listings, then say "
    "whether it is there (resolve).": (
        "Eine frühere Veröffentlichung mit diesem Token ist vielleicht durchgegangen. Sehen Sie "
        "in Ihren Anzeigen nach und sagen Sie dann, ob sie dort ist (resolve)."
    ),
    "The site refused this listing. Correct the preparation and use its new token.": (
        "Die Seite hat diese Anzeige abgelehnt. Berichtigen Sie die Vorbereitung und verwenden "
        "Sie ihr neues Token."
    ),
    "The page was about to send something else than this confirm token approved, and nothing was "
    "sent. Prepare the listing again and use its new token.": (
        "Die Seite wollte etwas anderes senden, als dieses Bestätigungs-Token freigibt, und nichts "
        "wurde gesendet. Bereiten Sie die Anzeige noch einmal vor und verwenden Sie ihr neues "
        "Token."
    ),
    "This confirm token was used: look at the job that used it.": (
        "Dieses Bestätigungs-Token wurde schon verwendet: Sehen Sie sich den Auftrag an, der es "
        "verwendet hat."
    ),
    "The confirm token belongs to another account.": (
        "Das Bestätigungs-Token gehört zu einem anderen Konto."
    ),
    "The confirm token is not one of ours: prepare the listing again and use the confirm_token "
    "of that answer.": (
        "Das Bestätigungs-Token ist keines von uns: Bereiten Sie die Anzeige neu vor und "
        "verwenden Sie das confirm_token jener Antwort."
    ),
    "The confirm token has expired: prepare the listing again and use the confirm_token of that "
    "answer.": (
        "Das Bestätigungs-Token ist abgelaufen: Bereiten Sie die Anzeige neu vor und verwenden "
        "Sie das confirm_token jener Antwort."
    ),
    "The market could not be reached, or answered something else than its page. Nothing was "
    "clicked: try again later.": (
        "Der Markt war nicht erreichbar oder antwortete mit etwas anderem als seiner Seite. "
        "Nichts wurde geklickt: Versuchen Sie es später noch einmal."
    ),
    "The site did not take photo {} in time. Nothing was clicked: try again later, or leave it "
    "out.": (
        "Die Seite hat Foto {0} nicht rechtzeitig angenommen. Nichts wurde geklickt: Versuchen "
        "Sie es später noch einmal, oder lassen Sie es weg."
    ),
    "The page is slow: the field {} did not come in time.{} Nothing was clicked: try again "
    "later.": (
        "Die Seite ist langsam: Das Feld {0} kam nicht rechtzeitig.{1:say} Nichts wurde geklickt: "
        "Versuchen Sie es später noch einmal."
    ),
    " It was waiting for: {}.": " Sie wartete auf: {0}.",
    "The market did not answer in time. Nothing was clicked: try again later.": (
        "Der Markt antwortete nicht rechtzeitig. Nichts wurde geklickt: Versuchen Sie es später "
        "noch einmal."
    ),
    "The job took longer than it may. Nothing was clicked: try again later.": (
        "Der Auftrag dauerte länger, als er darf. Nichts wurde geklickt: Versuchen Sie es "
        "später noch einmal."
    ),
    "The browser ended under the job. Nothing was clicked: try again.": (
        "Der Browser endete mitten im Auftrag. Nichts wurde geklickt: Versuchen Sie es noch einmal."
    ),
    "This is our fault. Nothing was clicked: try again, and report the job id.": (
        "Das ist unser Fehler. Nichts wurde geklickt: Versuchen Sie es noch einmal, und melden "
        "Sie die Id des Auftrags."
    ),
    "The page belongs to another member than the stored session. Nothing was filled: save the "
    "session of the right account.": (
        "Die Seite gehört einem anderen Mitglied als die gespeicherte Sitzung. Nichts wurde "
        "ausgefüllt: Speichern Sie die Sitzung des richtigen Kontos."
    ),
    "The sell page has changed: the field {} was not found by any of {} locators.{} Nothing was "
    "clicked: update Fripier; `fripier doctor` tells what else has changed.{}": (
        "Die Verkaufsseite hat sich geändert: Das Feld {0} wurde von keinem der {1} Merkmale "
        "gefunden.{2:say} Nichts wurde geklickt: Aktualisieren Sie Fripier; `fripier doctor` "
        "sagt, was sich sonst geändert hat.{3:say}"
    ),
    " Tried: {}.": " Versucht: {0}.",
    " Nearest on the page: {}.": " Am nächsten kommen auf der Seite: {0}.",
    "A listing with the same title and price is for sale already: {}": (
        "Ein Artikel mit demselben Titel und Preis steht schon zum Verkauf: {0}"
    ),
    "This listing may be the one: {}": "Dieser Artikel ist es vielleicht: {0}",
    "Nothing was clicked: an earlier publish of the same listing (job {}) has come up.": (
        "Nichts wurde geklickt: Eine frühere Veröffentlichung desselben Artikels (Auftrag {0}) "
        "ist aufgetaucht."
    ),
    "Nothing was clicked: an earlier publish of the same listing (job {}) may have gone through, "
    "and your wardrobe could not be read to its end. Try again later.": (
        "Nichts wurde geklickt: Eine frühere Veröffentlichung desselben Artikels (Auftrag {0}) "
        "ist vielleicht durchgegangen, und Ihr Kleiderschrank ließ sich nicht ganz lesen. "
        "Versuchen Sie es später noch einmal."
    ),
    "Nothing was clicked: an earlier publish of the same listing (job {}) may have gone through. "
    "Look at your listings, then say of that job whether it is there (resolve).": (
        "Nichts wurde geklickt: Eine frühere Veröffentlichung desselben Artikels (Auftrag {0}) "
        "ist vielleicht durchgegangen. Sehen Sie Ihre Artikel an, und sagen Sie dann zu diesem "
        "Auftrag, ob er da ist (resolve)."
    ),
    "The draft may have been saved, and it is not seen yet. It is looked for for ten minutes, and "
    "nothing is saved again until it is found or you say whether it is there (resolve).": (
        "Der Entwurf wurde vielleicht gespeichert, und er ist noch nicht zu sehen. Er wird zehn "
        "Minuten lang gesucht, und nichts wird noch einmal gespeichert, bis er gefunden ist oder "
        "Sie sagen, ob er da ist (resolve)."
    ),
    "One of these drafts may be the one that was saved: {}. Say which one it is (resolve); "
    "nothing is saved again until then.": (
        "Einer dieser Entwürfe ist vielleicht der gespeicherte: {0}. Sagen Sie, welcher "
        "(resolve); bis dahin wird nichts noch einmal gespeichert."
    ),
    "A draft of the same listing may have been saved by job {}: nothing was saved again. Say of "
    "that job whether it is there (resolve).": (
        "Einen Entwurf desselben Artikels hat vielleicht der Auftrag {0} gespeichert: Nichts "
        "wurde noch einmal gespeichert. Sagen Sie zu diesem Auftrag, ob er da ist (resolve)."
    ),
}
