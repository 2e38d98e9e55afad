// The audits of the graphql-http package against the endpoint: what each came to, as JSON.
import { auditServer } from "graphql-http";

import { endpoint, tell } from "./sell.mjs";

const results = await auditServer({ url: endpoint, fetchFn: fetch });
tell(results.map(({ id, name, status, reason = "" }) => ({ id, name, status, reason })));
