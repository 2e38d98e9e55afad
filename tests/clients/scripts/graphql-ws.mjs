// graphql-ws for everything but the photo. The socket is cut after the first event of a job, and
// the client comes again with `after`, from where it was.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { sell, socket, tell, uploadByForm } from "./sell.mjs";

let opened = 0;
const client = createClient({
  url: socket,
  webSocketImpl: WebSocket,
  keepAlive: 200,
  retryAttempts: 3,
  shouldRetry: () => true,
  retryWait: async () => {},
  on: { opened: () => opened++, pong: () => pongs++ },
});
let pongs = 0;

async function ask(query, variables) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}

// The payload is written anew for each connection, so `after` is kept up to date in its variables.
function follow({ cut }) {
  return (query, given) =>
    new Promise((resolve, reject) => {
      const events = [];
      const variables = { ...given };
      client.subscribe(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (errors) return reject(new Error(JSON.stringify(errors)));
            events.push(data.listingProgress);
            variables.after = data.listingProgress.seq;
            if (cut && events.length === 1) client.terminate();
          },
          error: reject,
          complete: () => resolve(events),
        },
      );
    });
}

const found = await sell({
  account: "graphql-ws",
  ask,
  upload: uploadByForm,
  followPrepare: follow({ cut: true }),
  followPublish: follow({ cut: false }),
});
tell({ ...found, opened, pongs });
await client.dispose();
