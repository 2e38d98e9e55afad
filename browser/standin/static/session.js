// The page's own question who is signed in: once it is loaded, and again after a late renewal.

import { config, cookie } from "./config.js";

const RENEWED_MS = config.renewed_after * 1000 + 100;

async function ask() {
  const headers = { Accept: "application/json", locale: config.iso_locale };
  headers["X-Anon-Id"] = cookie("anon_id") ?? "";
  const response = await fetch("/api/v2/users/current", { headers }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  return Boolean(answer?.user?.login);
}

if (!(await ask()) && config.renewed_after) setTimeout(ask, RENEWED_MS);
