// /session-refresh: renews the session and moves on; with a stale refresh token it stays for ever.

import { config } from "./config.js";

const { target, stuck } = config.refresh;
const response = await fetch("/web/api/auth/refresh", {
  method: "POST",
  headers: { "X-CSRF-Token": config.CSRF_TOKEN },
});
if (response.ok) location.replace(target);
else if (!stuck)
  location.replace(`/member/signup/select_type?ref_url=${encodeURIComponent(target)}`);
