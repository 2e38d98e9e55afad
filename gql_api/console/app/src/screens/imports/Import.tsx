// One import: how far it is, what the budget of the days plans, every row, and the one next act.
import { useState } from "react";

import { useShop } from "../../api/context";
import { ApproveImportRowsDocument, CancelImportDocument } from "../../api/generated";
import { useImport, type FollowedImport, type Shown } from "../../api/useImport";
import { useSpeech } from "../../i18n";
import { Ask, Button, Heading, Notice, Trouble, useAtRest } from "../../parts/basics";
import { to } from "../../routing";
import { NextAct, useCall } from "../job/Acts";
import { isOfSession } from "../job/guidance";
import { Waiting } from "../Waiting";
import { Plan } from "./Plan";
import { Rows } from "./Rows";
import { address, countAt, forPerson, numbersOf, YOURS } from "./stages";

export default function Import({ id }: { id: string }) {
  const { shown: known, cut, refused, take, read, again } = useImport(id, YOURS);
  const shown = useAtRest(known);
  const { say, moment } = useSpeech();
  if (refused) return <Trouble refused={refused}><Button look="main" onClick={again}>{say("again")}</Button></Trouble>;
  if (shown === null) return <Gone />;
  if (!shown) return <Waiting />;
  const { imported } = shown;
  return (
    <>
      <Heading title={imported.name} lead={<>{imported.account} · {imported.market} · <time dateTime={imported.createdAt}>{moment(imported.createdAt)}</time></>}>{imported.name}</Heading>
      <p className="small"><a href={to.imports}>{say("imports.all")}</a></p>
      {cut && <Notice tone="warn" live title={say("line.cut")}><p>{say("import.cut")}</p></Notice>}
      <Overview shown={shown} take={take} />
      <Plan plan={imported.plan} />
      <Rows shown={shown} take={take} read={read} />
    </>
  );
}

function Gone() {
  const { say } = useSpeech();
  return (
    <Notice tone="warn" title={say("import.gone")}>
      <div className="acts"><a className="button quiet" href={to.imports}>{say("imports.all")}</a></div>
    </Notice>
  );
}

interface Props {
  readonly shown: Shown;
  take: FollowedImport["take"];
}

function Overview({ shown, take }: Props) {
  const { imported, rows } = shown;
  const { api } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const numbers = numbersOf(imported);
  const good = [...numbers].reduce((sum, [group, number]) => sum + (group === "bad" ? 0 : number), 0);
  const bad = numbers.get("bad") ?? 0;
  const over = numbers.get("over") ?? 0;
  const held = countAt(imported, "HELD");
  const [first] = forPerson(rows);
  const next = first && address(imported.id, first);
  return (
    <section className="card" aria-labelledby="progress-title">
      <div className="progress-words">
        <h2 id="progress-title">{say("import.progress", { over, of: good })}</h2>
      </div>
      <progress max={Math.max(1, good)} value={over} aria-label={say("progress")} />
      <Said shown={shown} />
      {imported.paused && !imported.isOver && <Paused why={imported.paused} code={imported.pausedCode} account={imported.account} />}
      {bad > 0 && <Notice tone="bad" title={say("import.bad.count", { listings: count("listings", bad) })}><p>{say("import.bad.cure")}</p></Notice>}
      {imported.unread.length > 0 && <Notice><p>{say("import.unread", { names: imported.unread.join(", ") })}</p></Notice>}
      <div className="acts">
        {next && <a className="button main" href={next}>{say("import.next")}</a>}
        {held > 0 && (
          <Button look={next ? "quiet" : "main"} busy={busy} onClick={() => call(async () =>
            take((await api.change(ApproveImportRowsDocument, { input: { id: imported.id, lines: null }, lines: null })).imported))}>
            {say("import.begin.all", { listings: count("listings", held) })}
          </Button>
        )}
        {!imported.isOver && <Cancel shown={shown} take={take} />}
        {refused && <Trouble refused={refused} />}
      </div>
      {!imported.isOver && <p className="small muted">{say("import.only.prepares")}</p>}
    </section>
  );
}

/** A few listings are prepared ahead on purpose: that they wait is no trouble, and the next one is the act. */
function Paused({ why, code, account }: { why: string; code: string | null; account: string }) {
  const { say } = useSpeech();
  if (code === "listings_wait") return <p className="small muted">{why}</p>;
  return (
    <Notice tone="warn" title={say("import.paused")}>
      <p>{why}</p>
      <div className="acts">
        {isOfSession(code ?? "")
          ? <NextAct code={code ?? ""} account={account} />
          : <a className="button quiet" href={to.accounts}>{say("accounts")}</a>}
      </div>
    </Notice>
  );
}

/** Where it stands, in one sentence that is read aloud when it changes. */
function Said({ shown: { imported } }: { shown: Shown }) {
  const { say, count, moment } = useSpeech();
  const yours = numbersOf(imported).get("yours") ?? 0;
  const { isOver, nextAt: planned } = imported;
  const words = (): string => {
    if (isOver) return say("import.over");
    if (yours) return say("import.yours.count", { listings: count("listings", yours) });
    if (countAt(imported, "PREPARING")) return say("import.preparing");
    if (planned) return Date.parse(planned) > Date.now() ? say("import.next.at", { when: moment(planned) }) : say("import.preparing");
    return say("import.held");
  };
  return <p role="status">{words()}</p>;
}

function Cancel({ shown: { imported }, take }: Props) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="bare" onClick={() => setAsking(true)}>{say("import.cancel")}</Button>
      <Ask open={asking} title={say("import.cancel.ask")} close={() => setAsking(false)}>
        <p>{say("import.cancel.what")}</p>
        {refused && <Trouble refused={refused} />}
        <div className="acts end">
          <Button onClick={() => setAsking(false)}>{say("no.not.now")}</Button>
          <Button look="danger" busy={busy} onClick={() => call(async () => {
            take((await api.change(CancelImportDocument, { input: { id: imported.id } })).imported);
            setAsking(false);
          })}>{say("import.cancel")}</Button>
        </div>
      </Ask>
    </>
  );
}
