// Where the service begins. The page may stand at the root, under a mount or behind a prefix, so
// that the place of this script is asked and not the page's own address.
const BUILT = /^(.*?\/)(?:console\/static\/app\/)?assets\/[^/]+$/;

export const root: URL = new URL(BUILT.exec(new URL(import.meta.url).pathname)?.[1] ?? "/", location.origin);

export const graphql = new URL("graphql", root);
export const socket = Object.assign(new URL(graphql), {
  protocol: root.protocol === "https:" ? "wss:" : "ws:",
});

export function at(path: string): string {
  return new URL(path, root).href;
}
