import type { FieldError, JobProblem } from "./answers";
import { ApiProblem, NoAnswer } from "./api";

/** What went wrong, in the form in which the pages show it. */
export type Trouble = {
  code: string;
  detail: string;
  requestId: string | null;
  retryAfter: string | null;
  retryAt: string | null;
  listingUrl: string | null;
  jobId: string | null;
  errors: FieldError[];
};

const NOTHING_MORE = {
  requestId: null,
  retryAfter: null,
  retryAt: null,
  listingUrl: null,
  jobId: null,
  errors: [],
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiProblem) {
    const { problem, retryAfter } = error;
    return {
      code: problem.code,
      detail: problem.detail,
      requestId: problem.request_id || null,
      retryAfter,
      retryAt: problem.retry_at ?? problem.resting_until ?? null,
      listingUrl: problem.listing_url ?? null,
      jobId: problem.job_id ?? null,
      errors: problem.errors ?? [],
    };
  }
  if (error instanceof NoAnswer) return { ...NOTHING_MORE, code: "no_answer", detail: error.message };
  return { ...NOTHING_MORE, code: "unexpected", detail: "The answer could not be read." };
}

export function troubleOfJob(problem: JobProblem): Trouble {
  return { ...NOTHING_MORE, ...problem };
}

const PREPARE_AGAIN = ["confirm_token_expired", "confirm_token_invalid", "confirm_token_used", "content_changed"];
const FOLLOW = ["publish_in_progress", "job_running", "idempotency_request_in_progress"];
const DROP = ["outcome_unknown", "preparation_cancelled", "already_published", "job_not_found", "wrong_account", "not_a_preparation"];

export const asksToPrepareAgain = (code: string) => PREPARE_AGAIN.includes(code);
export const asksToFollow = (code: string) => FOLLOW.includes(code);
export const dropsPreparation = (code: string) => DROP.includes(code);

const IN_ENGLISH: Record<string, string> = {
  missing_scope: "This key may not do that.",
  origin_not_allowed: "Add the address of this application to CORS_ORIGINS.",
  confirm_token_expired: "Prepare again.",
  confirm_token_invalid: "Prepare again.",
  confirm_token_used: "Prepare again.",
  content_changed: "Prepare again.",
  already_published: "Published already.",
  publish_disabled: "Publishing is switched off on this server.",
  site_unreachable: "Vinted does not answer. Nothing was published.",
  site_timeout: "Vinted does not answer. Nothing was published.",
  unauthenticated: "Type the API key in the settings.",
  token_expired: "Type the API key in the settings.",
  token_invalid: "Type the API key in the settings.",
};

const NEED_SETTINGS = ["session_required", "session_expired", "unauthenticated", "token_expired", "token_invalid"];
const EXPLAINED = [
  ...Object.keys(IN_ENGLISH),
  ...NEED_SETTINGS,
  ...FOLLOW,
  "account_cooling_down",
  "rate_limited",
  "daily_budget_reached",
  "account_busy",
  "outcome_unknown",
];

export const troubleText = (code: string): string | null => IN_ENGLISH[code] ?? null;
export const needsSettings = (code: string) => NEED_SETTINGS.includes(code);
/** A code without an advice of its own: only the request number helps to look further. */
export const showsRequestId = (code: string) => !EXPLAINED.includes(code);
