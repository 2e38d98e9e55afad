import { useState, type FormEvent } from "react";
import type { SavedSession } from "../lib/answers";
import { saveSession } from "../lib/api";
import { errorOf } from "../lib/form";
import { troubleOf, type Trouble } from "../lib/trouble";
import { useConnection } from "../state/connection";
import { Field } from "./field";
import { TroubleNote } from "./trouble-note";

export function SessionForm() {
  const { check, checking, setSession } = useConnection();
  const [cookie, setCookie] = useState("");
  const [userAgent, setUserAgent] = useState(navigator.userAgent);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<SavedSession | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    setSaved(null);
    setTrouble(null);
    setCookie("");
    try {
      const session = await saveSession(cookie, userAgent || null);
      setSaved(session);
      setSession(session);
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setSaving(false);
  }

  const errors = trouble?.errors ?? [];
  return (
    <form onSubmit={save}>
      <h2>Session of Vinted</h2>
      <ol>
        <li>Open vinted.fr, signed in, and the developer tools of the browser.</li>
        <li>In the tab Network, choose the first request.</li>
        <li>Copy the whole Cookie header, or use “Copy as cURL”: everything is pasted as it is.</li>
      </ol>
      {trouble && <TroubleNote trouble={trouble} />}
      <Field label="Cookie" error={errorOf(errors, "cookie")}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="masked"
            rows={4}
            required
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={cookie}
            onChange={(event) => setCookie(event.target.value)}
          />
        )}
      </Field>
      <Field label="User agent" error={errorOf(errors, "user_agent")}>
        {(attributes) => (
          <input {...attributes} value={userAgent} onChange={(event) => setUserAgent(event.target.value)} />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="main" disabled={saving}>
          {saving ? "Saving…" : "Save the session"}
        </button>
        <button type="button" onClick={() => void check()} disabled={checking || saving}>
          {checking ? "Checking…" : "Check"}
        </button>
      </div>
      {saved && <p role="status">Session saved.</p>}
      {saved && saved.dropped.length > 0 && <p>Cookies that are not kept: {saved.dropped.join(", ")}</p>}
    </form>
  );
}
