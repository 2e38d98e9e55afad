// What the server sends along with the page, read from its Next.js-like payload.

export const config = JSON.parse(self.__next_f.find(([kind]) => kind === 1)[1]);
export const texts = config.texts;
export const faults = config.faults;

/** The text with its {holes} filled. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

export function isWide() {
  return window.innerWidth >= faults.breakpoint;
}

export function cookie(name) {
  return document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1];
}
