import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

import { licences } from "./licences.ts";

/**
 * Leaves out the fonts that GraphiQL's style carries within itself: the system's own take their place,
 * and the policy of the page allows no address that begins with data: for fonts.
 */
function withoutFonts(): Plugin {
  return {
    name: "without-fonts",
    enforce: "pre",
    transform(code, id) {
      if (!/\/graphiql\/dist\/style\.css(?:\?|$)/.test(id)) return null;
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ""), map: null };
    },
  };
}

const service = process.env.FRIPIER ?? "http://127.0.0.1:5000";

export default defineConfig({
  // Relative, so that the same files work at the root, under a mount and behind a prefix.
  base: "./",
  plugins: [react(), withoutFonts(), licences()],
  build: {
    outDir: "../static/app",
    emptyOutDir: true,
    sourcemap: false,
    target: "es2022",
    // The console, and GraphiQL at `/graphql`.
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      onwarn(warning, warn) {
        // "use client" is for servers that render, and says nothing here.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
    // The policy of the page allows no data: address.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000, // build.mjs has a budget for each page
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(
      ["/graphql", "/vinted", "/console/session"].map((path) => [path, { target: service, ws: true }]),
    ),
  },
});
