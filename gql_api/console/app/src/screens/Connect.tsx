// A session is pasted in whatever form the browser gives it; what was recognised is told.
import { useState } from "react";

import { useShop } from "../api/context";
import { at } from "../api/endpoint";
import { SetSessionDocument, type SessionPartsFragment } from "../api/generated";
import { Refused } from "../api/refused";
import { useSpeech } from "../i18n";
import { asRefused, Button, Heading, Outward, Trouble } from "../parts/basics";
import { Choice, TextArea, TextField } from "../parts/fields";
import { to } from "../routing";
import { takeAlong } from "./sell/draft";
import { SessionState } from "./SessionState";

export default function Connect({ given }: { given: string | null }) {
  const { api, can, account, session: known, choose, refresh } = useShop();
  const { say, language } = useSpeech();
  const [paste, setPaste] = useState("");
  const [agent, setAgent] = useState(navigator.userAgent);
  const [name, setName] = useState(given ?? account);
  const [market, setMarket] = useState("");
  const [until, setUntil] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [saved, setSaved] = useState<SessionPartsFragment | null>(null);
  const wrong = (...names: string[]) => refused?.problems.find((each) => names.includes(each.field))?.message;

  async function save(): Promise<void> {
    const input = {
      cookie: paste,
      account: name.trim() || null,
      market: market || null,
      expiresAt: until ? new Date(until).toISOString() : null,
    };
    try {
      return shown((await api.change(SetSessionDocument, { input })).session);
    } catch (error) {
      // The paste's own user agent counts; where it has none, the one that is written here.
      const lacksAgent = asRefused(error).problems.some(({ field }) => /^user_?agent$/i.test(field));
      if (!lacksAgent) throw error;
    }
    shown((await api.change(SetSessionDocument, { input: { ...input, userAgent: agent } })).session);
  }
  function shown(session: SessionPartsFragment): void {
    setSaved(session);
    setPaste("");
    if (known.state === "ABSENT" && (given ?? account) === account) takeAlong(account, session.account);
    choose(session.account);
    void refresh();
  }
  function send(): void {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    setSaved(null);
    save().catch((error: unknown) => setRefused(asRefused(error))).finally(() => setBusy(false));
  }

  return (
    <>
      <Heading title={say("connect")} lead={say("connect.lead")}>{say("connect")}</Heading>
      <div className="connect">
        <form className="card" noValidate onSubmit={(event) => {
          event.preventDefault();
          send();
        }}>
          <TextArea label={say("connect.paste")} hint={say("connect.paste.hint")} wrong={wrong("cookie")} rows={6} value={paste}
            spellCheck={false} autoComplete="off" autoCapitalize="off" className="secret" onChange={(event) => setPaste(event.target.value)} />
          {given && given !== account && <p><strong>{say("accounts.one", { account: given })}</strong></p>}
          <details>
            <summary>{say("connect.more")}</summary>
            <TextField label={say("account")} hint={say("connect.account.hint")} wrong={wrong("account")} value={name} onChange={(event) => setName(event.target.value)} />
            <Choice label={say("market")} wrong={wrong("market")} value={market} onChange={(event) => setMarket(event.target.value)}>
              <option value="">{say("market.own", { market: can.market })}</option>
              {can.markets.map(({ host }) => <option key={host} value={host}>{host}</option>)}
            </Choice>
            <TextField label={say("connect.agent")} hint={say("connect.agent.hint")} wrong={wrong("userAgent", "user_agent")} value={agent} onChange={(event) => setAgent(event.target.value)} />
            <TextField label={say("connect.until")} hint={say("connect.until.hint")} type="datetime-local" wrong={wrong("expiresAt", "expires_at")} value={until} onChange={(event) => setUntil(event.target.value)} />
          </details>
          {refused && <Trouble refused={refused} />}
          <div className="acts end"><Button look="main" type="submit" busy={busy} disabled={!paste.trim()}>{say("connect.save")}</Button></div>
          {saved && (
            <div role="status">
              <SessionState session={saved} />
              {saved.source && <p className="small muted">{say("connect.recognised", { source: say(`paste.${saved.source}`) })}</p>}
              {saved.droppedCookies.length > 0 && <p className="small muted">{say("connect.dropped", { names: saved.droppedCookies.join(", ") })}</p>}
              {saved.authenticated && <div className="acts"><a className="button main" href={to.sell}>{say("sell")}</a></div>}
            </div>
          )}
        </form>
        <aside className="card how">
          <h2>{say("connect.how")}</h2>
          <ol>
            <li>{say("connect.how.1", { market: market || can.market })}</li>
            <li>{say("connect.how.2")}</li>
            <li>{say("connect.how.3")}</li>
            <li>{say("connect.how.4")}</li>
          </ol>
          <p><Outward href={at(`vinted/help/session?language=${language}`)}>{say("connect.drawings")}</Outward></p>
          <p className="small muted">{say("connect.secret")}</p>
        </aside>
      </div>
    </>
  );
}
