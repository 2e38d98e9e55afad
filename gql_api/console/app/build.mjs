// Builds the pages as CI does, with the Node that runs this: types from the schema, a strict check,
// the files, and their budgets.   node build.mjs [folder]
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../static/app");

/** What each page may need at most until it can be used, in kilobytes, compressed. */
const BUDGETS = {
  "index.html": { js: 160, css: 10 },
  "graphiql.html": { js: 440, css: 10 }, // with its lazy files, for all of which it asks at once
};
const AT_ONCE = /(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g;
const LAZY = /import\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/g;
const LANGUAGE = /^(?:fr|en|de)-/; // one of these files comes with the console's first view

function run(program, ...given) {
  const script = join(here, "node_modules", program);
  execFileSync(process.execPath, [script, ...given], { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
}

function compressed(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** Every file that the page needs: its own, and what these import. */
function needed(page, ...kinds) {
  const found = new Set();
  const queue = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => join(dirname(page), path));
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, "utf8");
    for (const kind of kinds) {
      for (const [, path] of text.matchAll(kind)) queue.push(join(dirname(file), path));
    }
  }
  return [...found];
}

function sum(files) {
  return files.reduce((sofar, file) => sofar + compressed(file), 0);
}

run("@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts", "--silent");
run("typescript/bin/tsc", "--noEmit");
run("vite/bin/vite.js", "build", "--outDir", out, "--emptyOutDir", "--logLevel", "warn");

const assets = join(out, "assets");
const languages = readdirSync(assets).filter((name) => LANGUAGE.test(name)).map((name) => compressed(join(assets, name)));
const FILES = {
  "index.html": needed(join(out, "index.html"), AT_ONCE),
  "graphiql.html": needed(join(out, "graphiql.html"), AT_ONCE, LAZY),
};
for (const [page, most] of Object.entries(BUDGETS)) {
  for (const [kind, kilobytes] of Object.entries(most)) {
    const spoken = page === "index.html" && kind === "js" ? Math.max(...languages) : 0;
    const size = (sum(FILES[page].filter((file) => file.endsWith(`.${kind}`))) + spoken) / 1000;
    console.log(`first view of ${page}: ${size.toFixed(1)} kB of compressed ${kind}, of ${kilobytes} allowed`);
    if (size <= kilobytes) continue;
    console.error("The first view has outgrown its budget.");
    process.exitCode = 1;
  }
}
