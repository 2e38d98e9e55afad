// One job's events by graphql-ws and ws, one execution for each subscriber, as its guide has it.
// Says its port; a line (JSON) tells how many events to make and how far apart, in milliseconds.
const { createServer } = require("node:http");
const readline = require("node:readline");
const { buildSchema } = require("graphql");
const { useServer } = require("graphql-ws/use/ws");
const { WebSocketServer } = require("ws");

const schema = buildSchema(`
  enum JobState { RUNNING DONE }
  type ListingProgress { seq: Int! at: String! percent: Int! state: JobState! }
  type Query { ping: Boolean }
  type Subscription { listingProgress(jobId: ID!): ListingProgress! }
`);
const events = [];
const readers = new Set();
const isLast = (event) => event.state === "DONE";

function tell(percent, state) {
  const at = new Date().toISOString();
  events.push({ seq: events.length + 1, at, percent, state });
  for (const wake of readers) wake();
}

async function* watch() {
  let seen = 0;
  let wake;
  const mine = () => wake?.();
  readers.add(mine);
  try {
    while (true) {
      while (seen < events.length) {
        const event = events[seen++];
        yield { listingProgress: event };
        if (isLast(event)) return;
      }
      await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    readers.delete(mine);
  }
}

tell(0, "RUNNING");
const server = createServer();
const sockets = new WebSocketServer({
  server,
  path: "/graphql",
  perMessageDeflate: false,
  handleProtocols: () => "graphql-transport-ws",
});
useServer({ schema, roots: { subscription: { listingProgress: watch } } }, sockets);
server.listen(0, "127.0.0.1", 4096, () => console.log(JSON.stringify(server.address().port)));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { count, pause } = JSON.parse(line);
  let told = 1;
  const timer = setInterval(() => {
    told++;
    tell(told, told === count ? "DONE" : "RUNNING");
    if (told === count) clearInterval(timer);
  }, pause);
});
process.stdin.on("end", () => process.exit(0));
