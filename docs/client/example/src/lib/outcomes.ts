import type { Job, Outcome } from "./answers";

const SENTENCES: Record<Outcome, string> = {
  prepared: "Form filled. Nothing is saved on Vinted.",
  draft_saved: "Draft saved on Vinted.",
  checked: "Dry run passed: nothing was published.",
  published: "Listing published",
  needs_manual: "Vinted asks you to act",
  not_ready: "The listing is not ready yet.",
  rejected_by_site: "Correct it and prepare again.",
  held_for_review: "Vinted reviews the listing before it shows it.",
  outcome_unknown: "The click was made and its answer is lost.",
  duplicated: "Vinted stored the listing more than once",
};

const SENTENCES_BY_REASON: Record<string, string> = {
  "not_ready questions": "Some questions are left.",
  "not_ready form_changed": "The form has changed, prepare again",
  "published found_in_wardrobe": "Found among your listings",
  "published confirmed_by_person": "Published, as you say",
  "outcome_unknown not_there_by_person": "Settled: it is not there",
};

export function outcomeSentence(job: Job): string {
  if (job.outcome) return SENTENCES_BY_REASON[`${job.outcome} ${job.reason}`] ?? SENTENCES[job.outcome];
  switch (job.state) {
    case "failed":
      return "Failed.";
    case "cancelled":
      return "Cancelled.";
    case "expired":
      return "The time is up.";
    case "waiting_for_slot":
      return "Waiting for its turn.";
    default:
      return "Under way.";
  }
}

const WHAT_TO_DO: Record<string, string> = {
  captcha_or_verification: "Vinted asks for a verification.",
  rate_limited_by_site: "Too many requests.",
  pay_wall: "Vinted asks for a payment, or a quota is reached.",
  unknown_dialog: "Vinted shows an unknown message.",
  more_photos_wanted: "Vinted wants more photos: add some and prepare again.",
  not_sent: "The click did not leave: try again with the same token.",
  wardrobe_unreadable: "An earlier publish may have gone through: look at your listings.",
  similar_in_wardrobe: "An earlier publish may have gone through: look at your listings.",
  earlier_draft_unknown: "An earlier draft may have been saved: look at your drafts.",
};

export function whatToDo(reason: string | null): string | null {
  return reason === null ? null : (WHAT_TO_DO[reason] ?? null);
}

const END_OF_PREPARATION: (Outcome | null)[] = ["published", "held_for_review", "duplicated", "outcome_unknown"];

export function endsPreparation(job: Job): boolean {
  return job.kind === "publish" && END_OF_PREPARATION.includes(job.outcome);
}
