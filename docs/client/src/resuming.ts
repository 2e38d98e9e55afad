/**
 * Subscriptions that lose nothing: cut off, they come again after the last event that was seen, and
 * an event that was seen is not handed on twice. It goes by the variable `after` and the member `seq`.
 */
import type { Client, Sink, SubscribePayload } from "graphql-ws";

import { closeCode } from "./connection.js";

const KEY_ENDED = 4401;

/** The client, whose subscriptions with a variable `after` go on where they were. */
export function resuming(client: Client): Client {
  return {
    ...client,
    subscribe: (payload, sink) =>
      /\$after\b/.test(payload.query) ? follow(client, payload, sink) : client.subscribe(payload, sink),
  };
}

function follow<Result extends { data?: unknown }>(
  client: Client,
  payload: SubscribePayload,
  sink: Sink<Result>,
): () => void {
  // graphql-ws writes its payload anew for each connection: what changes in it counts.
  const variables = { ...payload.variables };
  let seen = Number(variables["after"] ?? 0);
  let renewals = 0;
  let leave = (): void => {};
  const next = (result: Result): void => {
    const seq = numberOf(result.data);
    if (seq !== null) {
      if (seq <= seen) return;
      seen = seq;
      variables["after"] = seq;
      renewals = 0;
    }
    sink.next(result);
  };
  const error = (fault: unknown): void => {
    // The key's time was up: graphql-ws ends the subscription, and the next socket has a new one.
    if (closeCode(fault) === KEY_ENDED && renewals++ === 0) start();
    else sink.error(fault);
  };
  const start = (): void => {
    const watching = { next, error, complete: () => sink.complete() } as Sink<never>;
    leave = client.subscribe({ ...payload, variables }, watching);
  };
  start();
  return () => leave();
}

/** The `seq` of the one event in a result, whatever alias it has. */
export function numberOf(data: unknown): number | null {
  if (typeof data !== "object" || data === null) return null;
  for (const event of Object.values(data)) {
    if (typeof event === "object" && event !== null && "seq" in event) return Number(event.seq);
  }
  return null;
}
