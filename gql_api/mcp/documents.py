"""What the tools ask of the GraphQL API.

No document asks for a confirm token, a picture's address or a session's words, so that none of them
ever reaches an agent's process; a test reads them all.
"""

from typing import Final

_REFUSAL: Final = """
    ... on MutationError { code message field }
    ... on InvalidInputError { problems { field message } }
    ... on ConflictError { jobId }
    ... on RateLimitedError { retryAfterSeconds }
    ... on UnavailableError { retryAfterSeconds }
"""
_EVENTS: Final = "history { seq at state revision percent step outcome reason }"
_JOB: Final = f"""
    id kind account market state revision percent step slotAt lastSeq preparation {{ id }}
    listing {{ advice {{ code field detail }} }}
    result {{
      outcome reason expiresAt retryAt listingId listingUrl listingUrls warnings
      problem {{ code message }}
      siteErrors {{ field message }}
      obstacle {{ kind heading }}
      fields {{ name asked chosen reason assumed }}
      questions {{
        field label asked reason optionCount categories
        candidates {{ optionId label parents }}
      }}
    }}
    {_EVENTS}
"""

PREPARE: Final = f"""mutation ($input: PrepareListingInput!) {{
  result: prepareListing(input: $input) {{ {_REFUSAL}
    ... on PrepareListingSuccess {{ job {{ {_JOB} }} }}
  }}
}}"""
ANSWER: Final = f"""mutation ($input: AnswerQuestionsInput!) {{
  result: answerQuestions(input: $input) {{ {_REFUSAL}
    ... on AnswerQuestionsSuccess {{ job {{ {_JOB} }} }}
  }}
}}"""
CANCEL: Final = f"""mutation ($input: CancelJobInput!) {{
  result: cancelJob(input: $input) {{ {_REFUSAL}
    ... on CancelJobSuccess {{ job {{ {_JOB} }} }}
  }}
}}"""
LOOK: Final = f"query ($id: ID!) {{ job(id: $id) {{ {_JOB} }} }}"
LISTING: Final = """query ($id: ID!) { job(id: $id) {
  id kind account dryRun
  listing {
    title description price { amount } categoryHint brand size condition color material
    parcelSize unisex photos { id } answers { field value }
  }
} }"""
JOBS: Final = """query ($account: String, $states: [JobState!], $first: Int!) {
  jobs(account: $account, states: $states, first: $first) { edges { node {
    id kind account state revision lastSeq updatedAt
    listing { title price { amount currency } }
    result { outcome listingUrl problem { code } }
  } } }
}"""
PUBLISHES: Final = """query ($id: ID!, $account: String!, $after: String) {
  job(id: $id) { createdAt }
  jobs(account: $account, kind: PUBLISH, first: 50, after: $after) {
    edges { node {
      id state dryRun createdAt preparation { id } result { outcome reason listingUrl }
    } }
    pageInfo { hasNextPage endCursor }
  }
}"""
PHOTOS: Final = """query ($first: Int!) {
  photos(first: $first) { edges { usedBy node { id filename width height } } }
}"""
SESSION: Final = """query ($account: String!, $check: Boolean!) {
  session(account: $account, check: $check) {
    account market state authenticated username checkedAt restingUntil obstacle { kind heading }
  }
}"""
OPTIONS: Final = """query ($jobId: ID!, $field: String!, $text: String!) {
  found: options(jobId: $jobId, field: $field, text: $text, first: 20) { optionId label parents }
}"""
_SUGGEST: Final = """query (
  $text: String!, $market: String%(given)s
) {
  found: suggest%(what)s(text: $text, market: $market, first: 10%(more)s) {
    optionId label parents
  }
}"""
SUGGEST: Final = {
    "category": _SUGGEST % {"what": "Categories", "given": "", "more": ""},
    "brand": _SUGGEST % {"what": "Brands", "given": "", "more": ""},
    "color": _SUGGEST % {"what": "Colors", "given": "", "more": ""},
    "condition": _SUGGEST % {"what": "Conditions", "given": "", "more": ""},
    "size": _SUGGEST
    % {"what": "Sizes", "given": ", $categoryId: ID!", "more": ", categoryId: $categoryId"},
}
"""By the field whose options are looked for, in the catalogue."""

EVERY: Final = (
    *(PREPARE, ANSWER, CANCEL, LOOK, LISTING, JOBS, PUBLISHES, PHOTOS, SESSION, OPTIONS),
    *SUGGEST.values(),
)
