// The ways in which a page can change under its readers: test ids and ids dropped or renamed.

import { faults } from "./config.js";
import { rewriteAttributesWith } from "./ui.js";

const generated = new Map();

/** Ids that say nothing, as React makes them; a label still finds its field. */
function meaningless(id) {
  if (!generated.has(id)) generated.set(id, `:r${generated.size.toString(32)}:`);
  return generated.get(id);
}

export function rewriteForDrift() {
  rewriteAttributesWith((name, value) => {
    if (!value) return [name, value];
    if (name === "data-testid") return testid(value);
    if (!faults.strip_ids) return [name, value];
    if (name === "name") return null;
    return name === "id" || name === "for" ? [name, meaningless(value)] : [name, value];
  });
}

function testid(value) {
  if (faults.strip_testids) return null;
  return ["data-testid", faults.renamed_testids ? `${value}-v2` : value];
}
