// What is being written, kept in this browser until it is prepared: words and the ids of photos.
import { useCallback, useState, useSyncExternalStore } from "react";

import type { ListingPartsFragment, PrepareListingInput } from "../../api/generated";

export interface Draft {
  readonly title: string;
  readonly price: string;
  readonly description: string;
  readonly categoryHint: string;
  readonly categoryId: string;
  readonly brand: string;
  readonly brandIsCustom: boolean;
  readonly size: string;
  readonly condition: string;
  readonly color: string;
  readonly material: string;
  readonly parcelSize: string;
  readonly unisex: "" | "yes" | "no";
  readonly market: string;
  readonly saveDraft: boolean;
  readonly answers: readonly { readonly field: string; readonly value: string }[];
  readonly photos: readonly string[];
}

export const EMPTY: Draft = {
  title: "",
  price: "",
  description: "",
  categoryHint: "",
  categoryId: "",
  brand: "",
  brandIsCustom: false,
  size: "",
  condition: "",
  color: "",
  material: "",
  parcelSize: "",
  unisex: "",
  market: "",
  saveDraft: false,
  answers: [],
  photos: [],
};

const STORED = "fripier.draft.";
const known = new Map<string, Draft>();
const listening = new Set<() => void>();

export type Change = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** Each account has its own: what is written for one is not found at another. */
export function useDraft(account: string): [Draft, (change: Change) => void, () => void] {
  const draft = useSyncExternalStore(subscribe, () => draftOf(account));
  const change = useCallback((more: Change) => keep(account, changed(draftOf(account), more)), [account]);
  const clear = useCallback(() => keep(account, EMPTY), [account]);
  return [draft, change, clear];
}

export function changed(before: Draft, more: Change): Draft {
  return { ...before, ...(typeof more === "function" ? more(before) : more) };
}

/** What was begun before an account was connected goes with it, if nothing was begun there. */
export function takeAlong(from: string, to: string): void {
  if (from === to || isWritten(to)) return;
  keep(to, draftOf(from));
  forgetDraft(from);
}

/** Puts a whole listing in the place of what was begun. */
export function putDraft(account: string, draft: Draft): void {
  keep(account, draft);
}

export function forgetDraft(account: string): void {
  keep(account, EMPTY);
}

export function isWritten(account: string): boolean {
  return JSON.stringify(draftOf(account)) !== JSON.stringify(EMPTY);
}

function subscribe(heard: () => void): () => void {
  listening.add(heard);
  return () => listening.delete(heard);
}

function keep(account: string, draft: Draft): void {
  known.set(account, draft);
  if (draft === EMPTY) localStorage.removeItem(STORED + account);
  else localStorage.setItem(STORED + account, JSON.stringify(draft));
  for (const heard of listening) heard();
}

function draftOf(account: string): Draft {
  const draft = known.get(account) ?? stored(account);
  known.set(account, draft);
  return draft;
}

function stored(account: string): Draft {
  try {
    const found = localStorage.getItem(STORED + account);
    return found ? { ...EMPTY, ...(JSON.parse(found) as Partial<Draft>) } : EMPTY;
  } catch {
    return EMPTY; // of an older release, or cut off
  }
}

export function ofListing(listing: ListingPartsFragment, market: string, dryRun: boolean): Draft {
  return {
    ...EMPTY,
    title: listing.title,
    price: listing.price.amount,
    description: listing.description,
    categoryHint: listing.categoryHint,
    brand: listing.brand,
    size: listing.size,
    condition: listing.condition,
    color: listing.color,
    material: listing.material ?? "",
    parcelSize: listing.parcelSize ?? "",
    unisex: listing.unisex === null ? "" : listing.unisex ? "yes" : "no",
    market,
    saveDraft: !dryRun,
    answers: listing.answers,
    photos: listing.photos.map((photo) => photo.id),
  };
}

function given(text: string): string | null {
  return text.trim() === "" ? null : text;
}

export function asInput(draft: Draft, account: string, jobId: string | null): PrepareListingInput {
  return {
    title: draft.title,
    price: draft.price,
    description: draft.description,
    categoryHint: given(draft.categoryHint),
    brand: given(draft.brand),
    brandIsCustom: draft.brandIsCustom || null,
    size: given(draft.size),
    condition: given(draft.condition),
    color: given(draft.color),
    material: given(draft.material),
    parcelSize: given(draft.parcelSize),
    unisex: draft.unisex === "" ? null : draft.unisex === "yes",
    market: given(draft.market),
    answers: draft.answers.filter((answer) => answer.field.trim() && answer.value.trim()).map((answer) => ({ ...answer })),
    photos: [...draft.photos],
    dryRun: !draft.saveDraft,
    account,
    jobId,
  };
}

/** One key for one intention: a press that is repeated after a cut line leads to the same job. */
export function useIntention(): { key(of: unknown): string; settled(): void } {
  const [kept] = useState(() => new Map<string, string>());
  return {
    key: (of) => {
      const content = JSON.stringify(of);
      const key = kept.get(content) ?? random();
      kept.set(content, key);
      return key;
    },
    settled: () => kept.clear(),
  };
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
