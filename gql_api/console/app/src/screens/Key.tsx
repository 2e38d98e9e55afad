// The key of this service, asked for once. It goes into a cookie that no script can read.
import { useState } from "react";

import { signIn } from "../api/keySession";
import { NO_ANSWER, Refused } from "../api/refused";
import { useSpeech } from "../i18n";
import { Button, Heading, Trouble } from "../parts/basics";
import { TextField } from "../parts/fields";

export default function Key({ entered }: { entered(): void }) {
  const { say, language } = useSpeech();
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  function send(): void {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    signIn(key, language)
      .then(entered)
      .catch((error: unknown) => setRefused(error instanceof Refused ? error : new Refused(NO_ANSWER, "")))
      .finally(() => {
        setKey("");
        setBusy(false);
      });
  }
  return (
    <form className="key card" onSubmit={(event) => {
      event.preventDefault();
      send();
    }}>
      <Heading title={say("key")} lead={say("key.lead")}>{say("key")}</Heading>
      <TextField label={say("key.label")} hint={say("key.hint")} type="password" autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} />
      {refused && <Trouble refused={refused} />}
      <div className="acts end"><Button look="main" type="submit" busy={busy} disabled={!key}>{say("key.send")}</Button></div>
    </form>
  );
}
