import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from "react";

// The pages have an address each: three of them need no library.
const MOVED = "moved";

function listen(changed: () => void): () => void {
  const events = ["popstate", MOVED];
  for (const name of events) addEventListener(name, changed);
  return () => {
    for (const name of events) removeEventListener(name, changed);
  };
}

export function usePath(): string {
  return useSyncExternalStore(listen, () => location.pathname);
}

export function go(to: string): void {
  history.pushState(null, "", to);
  dispatchEvent(new Event(MOVED));
}

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string };

/** A link to another page of this application, which keeps its state. */
export function Link({ to, ...others }: LinkProps) {
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  }
  return <a {...others} href={to} onClick={follow} />;
}
