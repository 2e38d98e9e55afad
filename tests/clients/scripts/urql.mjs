// urql with its own uploads; it follows by server-sent events, then over graphql-ws.
import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { endpoint, photoFile, sell, socket, tell, UPLOAD } from "./sell.mjs";

const exchanges = new Set();
const noted = async (address, options) => {
  const answer = await fetch(address, options);
  const type = answer.headers.get("content-type").split(";")[0];
  exchanges.add(`${options.method} ${type}`);
  return answer;
};
const fetchOptions = { headers: { "GraphQL-Require-Preflight": "1" } };
const options = { url: endpoint, fetch: noted, fetchOptions, preferGetMethod: "force" };
const wire = createClient({ url: socket, webSocketImpl: WebSocket });
const overSocket = subscriptionExchange({
  forwardSubscription: (request) => ({
    subscribe: (sink) => ({ unsubscribe: wire.subscribe(request, sink) }),
  }),
});
const streaming = new Client({ ...options, exchanges: [fetchExchange], fetchSubscriptions: true });
const socketed = new Client({ ...options, exchanges: [overSocket, fetchExchange] });

async function ask(document, variables) {
  const isMutation = document.startsWith("mutation");
  const asked = isMutation
    ? streaming.mutation(document, variables)
    : streaming.query(document, variables);
  const { data, error } = await asked.toPromise();
  if (error) throw error;
  return data;
}

function follow(client) {
  return (document, variables) =>
    new Promise((resolve, reject) => {
      const events = [];
      client.subscription(document, variables).subscribe(({ data, error, hasNext }) => {
        if (error) reject(error);
        const { seq } = data.listingProgress;
        // The end of a stream repeats the newest event with `hasNext: false`.
        if (events.at(-1)?.seq !== seq) events.push(data.listingProgress);
        if (!hasNext) resolve(events);
      });
    });
}

const found = await sell({
  account: "urql",
  ask,
  upload: async () => ask(UPLOAD, { file: await photoFile() }),
  followPrepare: follow(streaming),
  followPublish: follow(socketed),
});
tell({ ...found, exchanges: [...exchanges].sort() });
await wire.dispose();
