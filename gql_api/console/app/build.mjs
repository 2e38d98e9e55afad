// Builds the page as CI does, with the Node that runs this: types from the schema, a strict check,
// the files, and their budget.   node build.mjs [folder]
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../static/app");

const MOST_KB = 160; // of compressed script until the first view

function run(program, ...given) {
  const script = join(here, "node_modules", program);
  execFileSync(process.execPath, [script, ...given], { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
}

function compressed(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** Every script that the page and what it imports at once need: lazy ones are imported by a call. */
function first(page) {
  const found = new Set();
  const queue = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => join(dirname(page), path));
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, path] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)) queue.push(join(dirname(file), path));
  }
  return [...found];
}

run("@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts", "--silent");
run("typescript/bin/tsc", "--noEmit");
run("vite/bin/vite.js", "build", "--outDir", out, "--emptyOutDir", "--logLevel", "warn");

const assets = join(out, "assets");
const largest = Math.max(...readdirSync(assets).filter((name) => /^(fr|en|de)-/.test(name)).map((name) => compressed(join(assets, name))));
const sum = first(join(out, "index.html")).reduce((sofar, file) => sofar + compressed(file), largest);
console.log(`first view: ${(sum / 1000).toFixed(1)} kB of compressed script in ${relative(process.cwd(), out) || "."}, of ${MOST_KB} allowed`);
if (sum > MOST_KB * 1000) {
  console.error("The first view has outgrown its budget.");
  process.exit(1);
}
