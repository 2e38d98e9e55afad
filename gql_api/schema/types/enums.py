"""The enums of the schema: the service's own, with a description for every value.

Import them from here, so that they are described before a type names them.
"""

from collections.abc import Mapping
from enum import StrEnum

import strawberry

from browser.inspection.findings import ChangeKind, Rendering
from browser.listing import EvidenceSource, ObstacleKind
from browser.pasted_session import Source
from browser.progress import Step
from gql_api.domain.imports import Stage as ImportStage
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.sessions.service import SessionState

__all__ = [
    "ChangeKind",
    "EvidenceSource",
    "ImportStage",
    "JobKind",
    "JobState",
    "ObstacleKind",
    "Outcome",
    "Rendering",
    "SessionState",
    "Source",
    "Step",
]


def _describe(kind: type[StrEnum], about: str, values: Mapping[str, str], name: str = "") -> None:
    strawberry.enum(kind, name=name or None, description=about)
    for value in kind.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values[kind[value.name]]


_describe(
    JobKind,
    "What a job does.",
    {
        JobKind.PREPARE: "Fills the form and stops before the last click.",
        JobKind.PUBLISH: "Compares the form with what was approved and publishes it.",
    },
)
_describe(
    JobState,
    "Where a job stands.",
    {
        JobState.QUEUED: "Waits for its turn; goes on by itself.",
        JobState.RUNNING: "Works in the browser; goes on by itself.",
        JobState.WAITING_FOR_SLOT: "Waits for the publish limit; goes on by itself.",
        JobState.AWAITING_ANSWERS: "Waits for answers to its questions.",
        JobState.AWAITING_CONFIRMATION: "Waits for the person's yes.",
        JobState.DONE: "Handled to its end; see the outcome.",
        JobState.FAILED: "Could not be carried out; see the problem.",
        JobState.CANCELLED: "Cancelled before the click.",
        JobState.EXPIRED: "Ended unconfirmed, or its time was up.",
    },
)
_describe(
    ImportStage,
    "Where a row of an import stands.",
    {
        ImportStage.BAD: "Cannot be prepared; see its problems.",
        ImportStage.HELD: "Waits to be approved.",
        ImportStage.WAITING: "Waits for its turn; see when it is planned.",
        ImportStage.PREPARING: "Its form is being filled.",
        ImportStage.QUESTIONS: "Its form asks something.",
        ImportStage.PREPARED: "Waits for the person's yes to its picture.",
        ImportStage.PUBLISHING: "The yes was given; it waits for its slot or is on its way.",
        ImportStage.EXPIRED: "The yes did not come in time; renew it.",
        ImportStage.ATTENTION: "Could not be prepared or published, or nobody knows; see its jobs.",
        ImportStage.CLICKED: "Published, or held by the site for review; see its publish.",
        ImportStage.SKIPPED: "Left out.",
        ImportStage.GONE: "Its job is no longer kept.",
    },
    "ImportStage",
)
_describe(
    Outcome,
    "How a job ended that was handled to its end.",
    {
        Outcome.PREPARED: "The form is filled; nothing is saved on the site.",
        Outcome.DRAFT_SAVED: "The form is filled and saved as a draft on the site.",
        Outcome.CHECKED: "A dry run of publishing found nothing against it.",
        Outcome.PUBLISHED: "The site has taken it; copies may still be found: ask again.",
        Outcome.NEEDS_MANUAL: "A person must act on the site; nothing was published.",
        Outcome.NOT_READY: "Questions are open, or something is missing.",
        Outcome.REJECTED_BY_SITE: "The site refused the listing.",
        Outcome.HELD_FOR_REVIEW: "The site keeps the listing for a review of its own.",
        Outcome.OUTCOME_UNKNOWN: "It was clicked and the answer never came; look on the site.",
        Outcome.DUPLICATED: "The site stored the listing more than once.",
    },
)
_describe(
    ObstacleKind,
    "What stands in the way until a person has acted.",
    {
        ObstacleKind.CAPTCHA: "A captcha.",
        ObstacleKind.HUMAN_CHECK: "The question whether a human is there.",
        ObstacleKind.BLOCKED: "A page that says that the session or the address is blocked.",
        ObstacleKind.VERIFICATION: "The site wants the member verified.",
        ObstacleKind.RATE_LIMITED: "The site says that it was asked too often.",
        ObstacleKind.PAY_WALL: "The site asks for money, or says that a quota is reached.",
        ObstacleKind.DIALOG: "A dialog that is not known, or that asks for something.",
        ObstacleKind.UNEXPECTED_ANSWER: "The site answered something else than data.",
    },
)
_describe(
    EvidenceSource,
    "Where in a listing the words stand that decided a field.",
    {
        EvidenceSource.HINT: "The words for the category.",
        EvidenceSource.TITLE: "The title.",
        EvidenceSource.DESCRIPTION: "The description.",
        EvidenceSource.BRAND: "The brand that was given.",
        EvidenceSource.SIZE: "The size that was given.",
        EvidenceSource.PRICE: "The price.",
        EvidenceSource.FIELD: "What was given for the field itself.",
        EvidenceSource.SITE: "What the site suggests on the open page.",
    },
)
_describe(
    ChangeKind,
    "What has changed about the sell page.",
    {
        ChangeKind.SIGN: "A part lost one of the names that it is known by.",
        ChangeKind.MOVED: "A part stands in another place of the form.",
        ChangeKind.SHADOW: "A part is inside a shadow root.",
        ChangeKind.GONE: "A part was found by none of its locators.",
        ChangeKind.NEW: "The category asks for a field that Fripier does not know.",
        ChangeKind.LIST: "A field is there, and its list could not be read.",
        ChangeKind.APPEARED: "A control was not there in the report before.",
        ChangeKind.DISAPPEARED: "A control of the report before is not there any more.",
    },
    "PageChangeKind",
)
_describe(
    Rendering,
    "How wide the sell page was.",
    {
        Rendering.WIDE: "As on a desktop: lists open in the page.",
        Rendering.NARROW: "As on a phone: lists open as dialogs.",
    },
    "PageRendering",
)
_describe(
    SessionState,
    "What is known of a stored session.",
    {
        SessionState.ABSENT: "None is stored.",
        SessionState.MALFORMED: "What is stored cannot be read.",
        SessionState.WRONG_MARKET: "It belongs to another market.",
        SessionState.EXPIRED: "The site treats it as a guest's, or its time is up.",
        SessionState.CHALLENGED: "The site wants to see a person first.",
        SessionState.VALID: "The site knows it as a member's.",
        SessionState.UNKNOWN: "The site could not be asked.",
    },
)
_describe(
    Source,
    "The form in which a session was pasted.",
    {
        Source.COOKIE_HEADER: "A Cookie header, with or without its name.",
        Source.REQUEST_HEADERS: "The headers of a request, one a line.",
        Source.CURL: "Copy as cURL, of bash or cmd.",
        Source.FETCH: "Copy as fetch (Node.js).",
        Source.POWERSHELL: "Copy as PowerShell.",
        Source.COOKIES_TXT: "A cookies.txt, in Netscape's format.",
        Source.COOKIE_TABLE: "Rows of the developer tools' table of cookies.",
        Source.JSON_EXPORT: "The JSON of an exporter of cookies, or of a browser driver.",
        Source.JSON_OBJECT: "A JSON object of names and values.",
    },
    name="SessionSource",
)
_describe(
    Step,
    "The steps of preparing and publishing in the browser.",
    {
        Step.OPEN: "Opens the sell page.",
        Step.ACCOUNT: "Checks whose page it is.",
        Step.PHOTOS: "Uploads the photos.",
        Step.TITLE: "Fills the title.",
        Step.DESCRIPTION: "Fills the description.",
        Step.CATEGORY: "Chooses the category.",
        Step.BRAND: "Chooses the brand.",
        Step.SIZE: "Chooses the size.",
        Step.CONDITION: "Chooses the condition.",
        Step.COLOR: "Chooses the colours.",
        Step.MATERIAL: "Chooses the material.",
        Step.DETAILS: "Fills further fields of the category.",
        Step.PRICE: "Fills the price.",
        Step.PARCEL_SIZE: "Chooses the parcel size.",
        Step.REVIEW: "Reads the whole form back.",
        Step.SAVE_DRAFT: "Saves the draft on the site.",
        Step.PICTURE: "Takes the picture of the form.",
        Step.COMPARE: "Compares the form with what was approved.",
        Step.SUBMIT: "Clicks, once.",
        Step.OUTCOME: "Reads what became of it.",
        Step.LOOK_UP: "Looks the listing up on the site, read-only.",
    },
    "JobStep",
)
