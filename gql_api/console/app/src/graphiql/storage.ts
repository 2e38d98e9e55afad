// What GraphiQL keeps of tabs and history, in memory: a pasted session must not stay behind in the
// browser.
const kept = new Map<string, string>();

export const storage = {
  get length(): number {
    return kept.size;
  },
  getItem: (name: string): string | null => kept.get(name) ?? null,
  setItem: (name: string, value: string): void => void kept.set(name, value),
  removeItem: (name: string): void => void kept.delete(name),
  clear: (): void => kept.clear(),
};
