import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const service = process.env.FRIPIER ?? "http://127.0.0.1:5000";

export default defineConfig({
  // Relative, so that the same files work at the root, under a mount and behind a prefix.
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../static/app",
    emptyOutDir: true,
    sourcemap: false,
    target: "es2022",
    // The policy of the page allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(
      ["/graphql", "/vinted", "/console/session"].map((path) => [path, { target: service, ws: true }]),
    ),
  },
});
