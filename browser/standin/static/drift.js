// The ways in which a page can change under its readers: names dropped or renamed, labels that are
// tied to nothing, a form inside shadow roots.

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
    if (name === "for" && faults.loose_labels) return null;
    if (!faults.strip_ids) return [name, value];
    if (name === "name") return null;
    return name === "id" || name === "for" ? [name, meaningless(value)] : [name, value];
  });
}

/** The element to draw in: itself, or an open shadow root of it that has the page's styles. */
export function drawingIn(host) {
  if (!faults.shadow_root) return host;
  const root = host.attachShadow({ mode: "open" });
  const place = document.createElement("div");
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")];
  root.append(...styles.map((link) => link.cloneNode()), place);
  return place;
}

function testid(value) {
  if (faults.strip_testids) return null;
  return ["data-testid", faults.renamed_testids ? `${value}-v2` : value];
}
