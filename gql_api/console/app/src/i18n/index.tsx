// The page's own words, in the language that the person chose or the browser names.
import { createContext, useContext, type ReactNode } from "react";

import type { Catalogue, Key } from "./en";

export const LANGUAGES = { fr: "Français", en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;
export type Values = Readonly<Record<string, string | number>>;

const STORED = "fripier.language";

const CATALOGUES: Record<Language, () => Promise<{ default: Catalogue }>> = {
  fr: () => import("./fr"),
  en: () => import("./en"),
  de: () => import("./de"),
};

function isLanguage(text: string | null): text is Language {
  return text !== null && text in LANGUAGES;
}

export function chosenLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage) ?? "en";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

export interface Speech {
  readonly language: Language;
  say(key: Key, values?: Values): string;
  has(key: string): key is Key;
  count(key: "photos" | "questions" | "answers" | "listings", count: number): string;
  money(price: { amount: string; currency: string }): string;
  moment(iso: string): string;
  share(score: number): string;
}

export async function speech(language: Language): Promise<Speech> {
  const { default: words } = await CATALOGUES[language]();
  const plural = new Intl.PluralRules(language);
  const say = (key: Key, values: Values = {}): string =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return {
    language,
    say,
    has: (key): key is Key => key in words,
    count: (key, count) => say(`${key}.${plural.select(count) === "one" ? "one" : "other"}`, { count }),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(language, { style: "currency", currency }).format(amount as unknown as number),
    moment: (iso) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)),
    share: (score) => new Intl.NumberFormat(language, { style: "percent" }).format(score),
  };
}

const SpeechContext = createContext<Speech | null>(null);

export function Speaking({ speech: spoken, children }: { speech: Speech; children: ReactNode }) {
  return <SpeechContext value={spoken}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const spoken = useContext(SpeechContext);
  if (!spoken) throw new Error("no language around this part");
  return spoken;
}
