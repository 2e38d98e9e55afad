// Starts GraphiQL against the address that this page was served from.
"use strict";

// Read by GraphiQL for the style that it writes when a dialog opens.
window.__webpack_nonce__ = document.currentScript.nonce;

(() => {
  // A pasted session must not stay behind in the browser, so tabs and history live in memory.
  const kept = new Map();
  const storage = {
    get length() {
      return kept.size;
    },
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };

  const endpoint = new URL(location.pathname, location.origin);
  const socket = new URL(endpoint);
  socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

  const defaultQuery = `# Fripier prepares and publishes second-hand listings; nothing without a yes.
# Ctrl-Space completes, Ctrl-Enter runs. A key goes under Headers: {"Authorization": "Bearer …"};
# then fetch the schema again, by the arrows on the lower left.

query Start {
  capabilities {
    market
    currency
    mockMode
    publishEnabled
  }
  session {
    state
    username
  }
}
`;

  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: socket.href }),
      storage,
      defaultQuery,
      defaultEditorToolsVisibility: "variables",
      isHeadersEditorEnabled: true,
    }),
  );
})();
