// Light or dark: the system's, unless the person chose.
export const APPEARANCES = ["system", "light", "dark"] as const;
export type Appearance = (typeof APPEARANCES)[number];

const STORED = "fripier.appearance";

export function chosenAppearance(): Appearance {
  const stored = localStorage.getItem(STORED);
  return APPEARANCES.find((each) => each === stored) ?? "system";
}

export function appear(appearance: Appearance): void {
  localStorage.setItem(STORED, appearance);
  document.documentElement.dataset["appearance"] = appearance;
}
