// Every typed error of every mutation, through each client and its cache: what arrives is what was sent.
// A small server executes schema.graphql and answers as it is told to; the operations are the package's.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

import { InMemoryCache } from "@apollo/client";
import { buildSchema, execute, parse } from "graphql";

import * as operations from "@fripier/client";

import { apollo, createClient, KINDS } from "./clients.mjs";

const schema = buildSchema(await readFile(process.argv[2], "utf-8"));
const common = { code: "as_it_is", message: "Was zu tun ist", field: "title" };
const more = {
  InvalidInputError: { problems: [{ field: "title", message: "leer" }, { field: "price", message: "negativ" }] },
  ConflictError: { jobId: "0198c0de" },
  RateLimitedError: { retryAfterSeconds: 12.5 },
  UnavailableError: { retryAfterSeconds: null },
};
let answer = null;

const server = createServer(async (request, response) => {
  const chunks = await Array.fromAsync(request);
  const { headers } = request;
  const sent = new Response(Buffer.concat(chunks), { headers: { "Content-Type": headers["content-type"] } });
  const isForm = headers["content-type"].startsWith("multipart/");
  const { query, variables } = isForm
    ? JSON.parse((await sent.formData()).get("operations"))
    : await sent.json();
  const document = parse(query);
  const rootValue = new Proxy({}, { get: () => () => answer, has: () => true });
  const told = await execute({ schema, document, rootValue, variableValues: withFile(variables) });
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(told));
});
// The form's files are none of the server's business; graphql-js asks that they are there.
const withFile = (variables) => {
  if (variables.input?.file === null) return { input: { file: "sent" } };
  if (variables.input?.files) return { input: { files: variables.input.files.map(() => "sent") } };
  return variables;
};
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}`;

const listing = { title: "Pull", price: "12", description: "Bon" };
const inputs = {
  answerQuestions: { jobId: "1", answers: [] },
  approveImportRows: { id: "1" },
  cancelImport: { id: "1" },
  cancelJob: { jobId: "1" },
  deletePhoto: { id: "1" },
  forgetAccount: { account: "a" },
  forgetAlias: { id: "1" },
  forgetSession: {},
  importListings: { files: [new File(["title"], "table.csv", { type: "text/csv" })] },
  lookAgain: { jobId: "1" },
  prepareListing: listing,
  publishListing: { confirmToken: "t" },
  renewListing: { jobId: "1" },
  resolveJob: { jobId: "1", finding: { notThere: true } },
  resumeAccount: {},
  runDoctor: {},
  setAccountDefaults: {},
  setSession: { cookie: "a=b" },
  skipImportRows: { id: "1", lines: [2] },
  subscribePush: { endpoint: "https://push.example/1", p256dh: "a", auth: "b" },
  unsubscribePush: { id: "1" },
  uploadPhoto: { file: new File(["jpeg"], "coat.jpg", { type: "image/jpeg" }) },
};
const failures = schema.getPossibleTypes(schema.getType("MutationError")).map(({ name }) => name);
const mutations = Object.keys(schema.getMutationType().getFields());
const documentOf = (name) => operations[`${name[0].toUpperCase()}${name.slice(1)}Document`];

async function missed(client) {
  const wrong = [];
  for (const name of mutations) {
    for (const failure of failures) {
      answer = { __typename: failure, ...common, ...more[failure] };
      const told = await client.mutate(documentOf(name), { input: inputs[name] });
      try {
        assert.deepEqual(plain(told[name]), answer);
        assert.ok(operations.isFailure(told[name]));
      } catch {
        wrong.push(`${name}: ${failure}`);
      }
    }
  }
  return wrong;
}
// graphcache adds __typename to what stands below, Apollo too: only the result's own counts.
const plain = (value, isTop = true) =>
  Array.isArray(value)
    ? value.map((each) => plain(each, false))
    : value === null || typeof value !== "object"
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => isTop || name !== "__typename")
            .map(([name, each]) => [name, plain(each, false)]),
        );

const told = { mutations: mutations.length, failures: failures.length };
for (const kind of KINDS) told[kind] = await missed(createClient(kind, { url }));
// Apollo without the schema's possible types: the reason why the package is there.
told.bare = (await missed(apollo({ url }, new InMemoryCache()))).length;
server.close();
console.log(JSON.stringify(told));
