"""What the pages say, and what the script of the document says: looked up as a page is written.

The pages themselves, with their links, are `pages`'; what an error means is `problems`'.
"""

import json
from html import escape
from typing import Final

from gql_api.texts import say

START: Final = {
    "lead": "Prepares and publishes second-hand listings; nothing without your yes.",
    "graphql": "try queries, mutations and subscriptions",
    "rest": "every route, with examples to copy and to try",
    "problems": "what each error means, and what to do",
    "health": "the parts of this service",
    "problems_name": "Errors",
    "health_name": "Health",
}
DOCS: Final = {
    "lead": "Every route, with an example to copy and to try.",
    "loading": "Loading…",
    "key": "API key, for the calls of this page; it is kept nowhere.",
}
SCRIPT: Final = {
    "answers": "Answers",
    "body": "Body",
    "copied": "Copied",
    "copy": "Copy",
    "failed": "No answer came: see whether the service runs.",
    "file": "File",
    "meaning": "Meaning",
    "member": "Member",
    "optional": "optional",
    "or": "or",
    "real": "This is no rehearsal: the call does what it says.",
    "send": "Send",
    "shapes": "Shapes",
    "status": "Status",
    "stop": "Stop",
    "type": "Type",
    "list": "list of",
}
LIST: Final = {
    "title": "Errors",
    "lead": "Every code that an answer may have, with its status in HTTP.",
}


def of_script() -> str:
    """What the document's script says, as an attribute of the page holds it."""
    said = {name: say(text) for name, text in SCRIPT.items()}
    return escape(json.dumps(said, ensure_ascii=False))
