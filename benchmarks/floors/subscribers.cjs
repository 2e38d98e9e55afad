// Many subscribers of one job over graphql-transport-ws, a socket each, as plain as `ws` lets them.
// Told a line (JSON) with the address, how many, and the subscription; answers once all have their
// first event, and again with how fast the others came. An event carries `sent`, in milliseconds.
const readline = require("node:readline");
const { WebSocket } = require("ws");

function follow({ url, query, variables }, seen, opened) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, "graphql-transport-ws", { perMessageDeflate: false });
    const send = (message) => socket.send(JSON.stringify(message));
    let count = 0;
    socket.on("open", () => send({ type: "connection_init" }));
    socket.on("error", reject);
    socket.on("message", (text) => {
      const message = JSON.parse(text);
      if (message.type === "connection_ack")
        send({ type: "subscribe", id: "1", payload: { query, variables } });
      if (message.type === "next") {
        if (message.payload.errors) reject(new Error(JSON.stringify(message.payload.errors)));
        if (count++) seen.push(performance.now());
        else opened();
      }
      if (message.type === "complete") {
        socket.close();
        resolve(count);
      }
    });
  });
}

async function main(task) {
  const seen = [];
  let waiting = task.subscribers;
  const all = [];
  await new Promise((resolve, reject) => {
    const opened = () => --waiting || resolve();
    for (let n = 0; n < task.subscribers; n++) all.push(follow(task, seen, opened));
    Promise.all(all).catch(reject);
  });
  console.log("{}");
  const counts = await Promise.all(all);
  const first = seen.reduce((a, b) => Math.min(a, b));
  const last = seen.reduce((a, b) => Math.max(a, b));
  const told = { delivered: seen.length, seconds: (last - first) / 1000, counts: [...new Set(counts)] };
  console.log(JSON.stringify(told));
}

const lines = readline.createInterface({ input: process.stdin });
lines.once("line", (line) => {
  lines.close();
  main(JSON.parse(line)).then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
