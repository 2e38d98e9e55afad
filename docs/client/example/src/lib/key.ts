const NAME = "api_key";

export function readKey(): string {
  return sessionStorage.getItem(NAME) ?? "";
}

export function keepKey(key: string): void {
  if (key) sessionStorage.setItem(NAME, key);
  else sessionStorage.removeItem(NAME);
}
