/**
 * How Fripier is reached: its address, the caller's key or token, the language, and the socket.
 * A key is asked for with every call, so that a renewed one is taken; it is kept nowhere.
 */
import { createClient, type Client, type ClientOptions } from "graphql-ws";

import { resuming } from "./resuming.js";

export interface Connection {
  /** Scheme and host, and the prefix of a mount: `https://fripier.example`. */
  readonly url: string;
  /** An API key, or the token of an identity provider; null without one. */
  readonly key?: () => string | null | undefined | Promise<string | null | undefined>;
  /** Of texts for people, as in `fr`; the browser's when it is left out. */
  readonly language?: () => string;
  /** Another `fetch`, as for tests. */
  readonly fetch?: typeof fetch;
  /** What graphql-ws is to do otherwise, such as `webSocketImpl` outside of browsers. */
  readonly socket?: Partial<ClientOptions>;
}

const FORBIDDEN = 4403;
const LONGEST_WAIT = 15_000;

export function endpoint({ url }: Connection): string {
  return `${url.replace(/\/+$/, "")}/graphql`;
}

/** A `fetch` that sends the key, the language, and what a multipart request needs. */
export function authorized(connection: Connection): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    const key = await connection.key?.();
    if (key) headers.set("Authorization", `Bearer ${key}`);
    if (connection.language) headers.set("Accept-Language", connection.language());
    headers.set("GraphQL-Require-Preflight", "1");
    return (connection.fetch ?? fetch)(input, { ...init, headers });
  };
}

/** The socket of all subscriptions: opened with the first, come again until the key is refused. */
export function openSocket(connection: Connection): Client {
  const client = createClient({
    url: endpoint(connection).replace(/^http/, "ws"),
    keepAlive: 10_000,
    retryAttempts: Infinity,
    retryWait: (tries) => pause(Math.min(500 * 2 ** tries, LONGEST_WAIT) * (0.5 + Math.random())),
    shouldRetry: (event) => closeCode(event) !== FORBIDDEN,
    connectionParams: async () => ({
      ...(await authorization(connection)),
      ...(connection.language && { acceptLanguage: connection.language() }),
    }),
    ...connection.socket,
  });
  return resuming(client);
}

async function authorization({ key }: Connection): Promise<Record<string, string>> {
  const found = await key?.();
  return found ? { Authorization: `Bearer ${found}` } : {};
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export function closeCode(event: unknown): number | null {
  return typeof event === "object" && event !== null && "code" in event && "reason" in event
    ? Number(event.code)
    : null;
}
