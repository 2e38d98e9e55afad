/** What is shown for every outcome, reason, state and code. */
import type { Outcome, SessionState } from "./answers";
import { Failure } from "./api";

export const STATES: Record<SessionState, string> = {
  valid: "Connected",
  absent: "No session",
  unknown: "To be checked again",
  challenged: "Vinted asks for a verification: open vinted.fr in your browser",
  expired: "Session expired: paste a new one",
  wrong_market: "Session of another country",
  malformed: "Session cannot be read",
};

const OUTCOMES: Record<Outcome, string> = {
  prepared: "Form filled. Nothing is saved on Vinted.",
  draft_saved: "Draft saved on Vinted.",
  not_ready: "Some questions are open.",
  checked: "Dry run passed: nothing was published.",
  published: "Listing published",
  held_for_review: "Vinted reviews the listing before it shows it.",
  needs_manual: "Vinted asks you to act",
  rejected_by_site: "Correct it and prepare again.",
  outcome_unknown: "The click was made and its answer is lost.",
  duplicated: "Vinted stored the listing more than once. Keep one.",
};

const LOOK = "Look at your listings on Vinted.";
const EARLIER = "An earlier publish may have gone through: look at your listings.";
const REASONS: Partial<Record<Outcome, Record<string, string>>> = {
  not_ready: { form_changed: "The form has changed, prepare again." },
  published: {
    found_in_wardrobe: "Found among your listings.",
    confirmed_by_person: "Published, as you say.",
  },
  needs_manual: {
    captcha_or_verification: "A verification.",
    rate_limited_by_site: "Too many requests.",
    pay_wall: "Payment or quota.",
    unknown_dialog: "An unknown message.",
    more_photos_wanted: "Vinted wants more photos: add some and prepare again.",
    not_sent: "The click did not leave: try again with the same token.",
    wardrobe_unreadable: EARLIER,
    similar_in_wardrobe: EARLIER,
    earlier_draft_unknown: "An earlier draft may have been saved: look at your drafts.",
  },
  outcome_unknown: {
    not_seen_yet: "Fripier goes on looking, until ten minutes after the click.",
    not_there_by_person: "Settled: it is not there.",
  },
};

export function outcomeWords(outcome: Outcome, reason: string | null): string {
  const more = reason ? REASONS[outcome]?.[reason] : undefined;
  if (outcome === "not_ready" && more) return more;
  const unknown = outcome === "outcome_unknown" ? LOOK : "";
  return [OUTCOMES[outcome], more ?? unknown].filter(Boolean).join(" ");
}

const AGAIN = "Prepare again.";
const KEY = "Type in the key in the settings.";
const SILENT = "Vinted does not answer. Nothing was published.";
const CODES: Record<string, string> = {
  unauthenticated: KEY,
  token_expired: KEY,
  token_invalid: KEY,
  missing_scope: "This key may not do that.",
  origin_not_allowed: "Add the address of this application to CORS_ORIGINS.",
  confirm_token_expired: AGAIN,
  confirm_token_invalid: AGAIN,
  confirm_token_used: AGAIN,
  content_changed: AGAIN,
  already_published: "Published already.",
  publish_disabled: "Publishing is switched off on this server.",
  site_unreachable: SILENT,
  site_timeout: SILENT,
};

export function errorWords(fault: unknown): string {
  if (!(fault instanceof Failure)) return fault instanceof Error ? fault.message : String(fault);
  const { code, detail, request_id: request } = fault.problem;
  const known = CODES[code];
  const wait = fault.retryAfter ? ` Try again in ${fault.retryAfter} s.` : "";
  return `${known ?? detail}${wait}${known ? "" : ` (${request})`}`;
}

/** Codes after which a preparation cannot be corrected: its job_id is dropped. */
export const ENDED = new Set([
  ...["preparation_cancelled", "already_published", "job_not_found", "wrong_account"],
  "not_a_preparation",
]);

/** Outcomes after which the listing is no longer this preparation's. */
export const SETTLED: ReadonlySet<Outcome> = new Set<Outcome>([
  ...(["published", "held_for_review", "duplicated", "outcome_unknown"] as const),
]);
