const NAME = "publish_press";

type Press = { token: string; dryRun: boolean; key: string };

/** The key of a press that had no answer is used again for the same request, even after a reload. */
export function pressKey(token: string, dryRun: boolean): string {
  const text = sessionStorage.getItem(NAME);
  const open = text === null ? null : (JSON.parse(text) as Press);
  if (open && open.token === token && open.dryRun === dryRun) return open.key;

  const press: Press = { token, dryRun, key: crypto.randomUUID() };
  sessionStorage.setItem(NAME, JSON.stringify(press));
  return press.key;
}

export const isPressOpen = (): boolean => sessionStorage.getItem(NAME) !== null;

export function pressAnswered(): void {
  sessionStorage.removeItem(NAME);
}
