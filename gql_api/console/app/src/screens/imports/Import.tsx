// One import: how far it is, what the budget of the days plans, every row, and the one next act.
import { useState } from "react";

import { useShop } from "../../api/context";
import { ApproveImportRowsDocument, CancelImportDocument, type ImportPartsFragment } from "../../api/generated";
import { useImport } from "../../api/useImport";
import { useSpeech } from "../../i18n";
import { Ask, Button, Heading, Notice, Trouble, useAtRest } from "../../parts/basics";
import { to } from "../../routing";
import { useCall } from "../job/Acts";
import { Waiting } from "../Waiting";
import { Plan } from "./Plan";
import { Rows } from "./Rows";
import { address, forPerson, GROUP } from "./stages";

export default function Import({ id }: { id: string }) {
  const { imported: known, cut, refused, take, again } = useImport(id);
  const imported = useAtRest(known);
  const { say, moment } = useSpeech();
  if (refused) return <Trouble refused={refused}><Button look="main" onClick={again}>{say("again")}</Button></Trouble>;
  if (imported === null) return <Gone />;
  if (!imported) return <Waiting />;
  return (
    <>
      <Heading title={imported.name} lead={<>{imported.account} · {imported.market} · <time dateTime={imported.createdAt}>{moment(imported.createdAt)}</time></>}>{imported.name}</Heading>
      <p className="small"><a href={to.imports}>{say("imports.all")}</a></p>
      {cut && <Notice tone="warn" live title={say("line.cut")}><p>{say("import.cut")}</p></Notice>}
      <Overview imported={imported} take={take} />
      <Plan rows={imported.rows} />
      <Rows imported={imported} take={take} />
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
  readonly imported: ImportPartsFragment;
  take(imported: ImportPartsFragment): void;
}

function Overview({ imported, take }: Props) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const { rows } = imported;
  const bad = rows.filter(({ stage }) => stage === "BAD").length;
  const over = rows.filter(({ stage }) => GROUP[stage] === "over").length;
  const held = rows.filter(({ stage }) => stage === "HELD").length;
  const [first] = forPerson(rows);
  const next = first && address(imported.id, first);
  return (
    <section className="card" aria-labelledby="progress-title">
      <div className="progress-words">
        <h2 id="progress-title">{say("import.progress", { over, of: rows.length - bad })}</h2>
      </div>
      <progress max={Math.max(1, rows.length - bad)} value={over} aria-label={say("progress")} />
      <Said imported={imported} />
      {imported.paused && !imported.isOver && (
        <Notice tone="warn" title={say("import.paused")}>
          <p>{imported.paused}</p>
          <div className="acts"><a className="button quiet" href={to.accounts}>{say("accounts")}</a></div>
        </Notice>
      )}
      {bad > 0 && <Notice tone="bad" title={say("import.bad.count", { listings: count("listings", bad) })}><p>{say("import.bad.cure")}</p></Notice>}
      {imported.unread.length > 0 && <Notice><p>{say("import.unread", { names: imported.unread.join(", ") })}</p></Notice>}
      <div className="acts">
        {next && <a className="button main" href={next}>{say("import.next")}</a>}
        {held > 0 && (
          <Button look={next ? "quiet" : "main"} busy={busy} onClick={() => call(async () =>
            take((await api.change(ApproveImportRowsDocument, { input: { id: imported.id, lines: null } })).imported))}>
            {say("import.begin.all", { listings: count("listings", held) })}
          </Button>
        )}
        {!imported.isOver && <Cancel imported={imported} take={take} />}
        {refused && <Trouble refused={refused} />}
      </div>
      {!imported.isOver && <p className="small muted">{say("import.only.prepares")}</p>}
    </section>
  );
}

/** Where it stands, in one sentence that is read aloud when it changes. */
function Said({ imported: { rows, isOver } }: { imported: ImportPartsFragment }) {
  const { say, count, moment } = useSpeech();
  const yours = forPerson(rows).length;
  const [planned] = rows.flatMap(({ stage, plannedAt }) => (stage === "WAITING" && plannedAt ? [plannedAt] : [])).toSorted();
  const words = (): string => {
    if (isOver) return say("import.over");
    if (yours) return say("import.yours.count", { listings: count("listings", yours) });
    if (rows.some(({ stage }) => stage === "PREPARING")) return say("import.preparing");
    if (planned) return Date.parse(planned) > Date.now() ? say("import.next.at", { when: moment(planned) }) : say("import.preparing");
    return say("import.held");
  };
  return <p role="status">{words()}</p>;
}

function Cancel({ imported, take }: Props) {
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
