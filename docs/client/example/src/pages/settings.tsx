import { useState, type FormEvent } from "react";

import { Connection } from "../app";
import type { Session } from "../lib/answers";
import { checkSession, keepKey, keptKey, saveSession } from "../lib/api";
import { errorWords } from "../lib/words";

interface Props {
  session: Session | null;
  onSession: (session: Session) => void;
}

export function Settings({ session, onSession }: Props) {
  const [cookie, setCookie] = useState("");
  const [agent, setAgent] = useState(navigator.userAgent);
  const [key, setKey] = useState(keptKey);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  async function run(asking: Promise<Session>) {
    setBusy(true);
    setFault(null);
    await asking.then(onSession, setFault);
    setBusy(false);
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    const sent = saveSession(cookie, agent);
    setCookie("");
    await run(sent);
  }
  return (
    <>
      <h1>Settings</h1>
      <p aria-live="polite">
        <Connection session={session} />
      </p>
      {session && session.dropped.length > 0 && <p>Cookies that are not kept: {session.dropped.join(", ")}</p>}
      <form onSubmit={save}>
        <p>
          Open vinted.fr signed in, then the developer tools, tab Network, the first request. Copy the whole
          Cookie header, or “Copy as cURL”: everything is pasted as it is.
        </p>
        <label>
          Cookie
          <textarea className="masked" required autoComplete="off" spellCheck={false} value={cookie} onChange={(event) => setCookie(event.target.value)} />
        </label>
        <label>
          User agent
          <input value={agent} onChange={(event) => setAgent(event.target.value)} />
        </label>
        <button disabled={busy}>Save the session</button>
        <button type="button" disabled={busy} onClick={() => run(checkSession())}>
          Check
        </button>
        {fault !== null && <p role="alert">{errorWords(fault)}</p>}
      </form>
      <label>
        API key
        <input
          type="password"
          autoComplete="off"
          value={key}
          onChange={(event) => {
            setKey(event.target.value);
            keepKey(event.target.value);
          }}
        />
      </label>
    </>
  );
}
