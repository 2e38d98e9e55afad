import { delay, moment } from "../lib/moments";
import { Link } from "../lib/route";
import { needsSettings, showsRequestId, troubleText, type Trouble } from "../lib/trouble";

/** `inFields`: the page shows the errors under their fields, and detail would say the first one twice. */
export function TroubleNote({ trouble, inFields = false }: { trouble: Trouble; inFields?: boolean }) {
  const text = troubleText(trouble.code);
  return (
    <div role="alert">
      {text && (
        <p>
          <strong>{text}</strong>
        </p>
      )}
      <p>{inFields && trouble.errors.length > 0 ? "Something in the listing is wrong." : trouble.detail}</p>
      {trouble.retryAt && <p>Try again at {moment(trouble.retryAt)}.</p>}
      {!trouble.retryAt && trouble.retryAfter && <p>Try again {delay(trouble.retryAfter)}.</p>}
      {trouble.listingUrl && <a href={trouble.listingUrl}>{trouble.listingUrl}</a>}
      {needsSettings(trouble.code) && <Link to="/settings">Open the settings</Link>}
      {trouble.requestId && showsRequestId(trouble.code) && <p className="small">Request {trouble.requestId}</p>}
    </div>
  );
}
