// Begins GraphiQL at `/graphql`: with tabs of the main job, and nothing kept in the browser.
import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";

import { fetcher } from "./fetcher";
import "./page.css";
import { storage } from "./storage";
import { tabs } from "./tabs";

// For the one style that GraphiQL writes itself, when a dialog opens.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) setNonce(nonce);

const EDITORS = 4; // the operation, its variables, its headers, the answer

/** Editors come a moment after their frame: a press that came earlier would be lost. */
function heldUntilReady(frame: HTMLElement): void {
  frame.inert = true;
  const watch = new MutationObserver(() => {
    if (frame.querySelectorAll(".CodeMirror").length < EDITORS) return;
    watch.disconnect();
    requestAnimationFrame(() => (frame.inert = false));
  });
  watch.observe(frame, { childList: true, subtree: true });
}

const place = document.getElementById("graphiql");
if (!place) throw new Error("the page has no place for GraphiQL");
heldUntilReady(place);
createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    defaultTabs={tabs}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled
  />,
);
