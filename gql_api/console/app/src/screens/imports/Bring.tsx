// The file: chosen or dropped, sent with its progress, and what is wrong with its rows before it is kept.
import { useEffect, useRef, useState, type DragEvent } from "react";

import { bring, CALLED_OFF, saveTemplate, type Brought, type ReadRow } from "../../api/bring";
import { useShop } from "../../api/context";
import { useSpeech } from "../../i18n";
import { Badge, Button, Icon, Notice, Trouble } from "../../parts/basics";
import { Box } from "../../parts/fields";
import { go, to } from "../../routing";
import { NextAct, useCall } from "../job/Acts";
import { Problems } from "./Problems";
import { TONES } from "./stages";

const TABLES = ".csv,.tsv,.txt,.xlsx,.zip";

export function Bring({ account }: { account: string }) {
  const { say, language } = useSpeech();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [hold, setHold] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  const [read, setRead] = useState<Brought | null>(null);
  const { busy, refused, call } = useCall();
  const leave = useRef<() => void>(undefined);
  const last = useRef<() => void>(() => undefined);
  useEffect(() => () => leave.current?.(), []);

  const take = (more: readonly File[]): void => {
    setRead(null);
    setFiles((before) => [...before.filter(({ name }) => !more.some((each) => each.name === name)), ...more]);
  };
  const send = (check: boolean, again = false): void => {
    last.current = () => send(check, again);
    call(async () => {
      setRead(null);
      setPercent(0);
      const sending = bring(files, { account, hold, check, again }, language, setPercent);
      leave.current = sending.leave;
      try {
        const answer = await sending.answer;
        if (check || answer.replayed) setRead(answer);
        else go(to.import(answer.id));
      } finally {
        setPercent(null);
      }
    });
  };

  return (
    <section aria-labelledby="bring-title" className="card bring">
      <div className="card-head"><h2 id="bring-title">{say("bring.title")}</h2></div>
      <Template />
      <Choose files={files} take={take} drop={(file) => {
        setRead(null);
        setFiles((before) => before.filter((each) => each !== file));
      }} />
      <Box label={say("bring.hold")} hint={say("bring.hold.hint")} checked={hold} onChange={(event) => setHold(event.target.checked)} />
      {percent !== null && (
        <div className="sending-file">
          <p role="status">{say(percent < 100 ? "bring.sending" : "bring.reading")}</p>
          <progress max={100} {...(percent < 100 ? { value: percent } : {})} aria-label={say("bring.sending")} />
          <Button look="bare" onClick={() => leave.current?.()}>{say("bring.stop")}</Button>
        </div>
      )}
      {refused && refused.code !== CALLED_OFF && <Trouble refused={refused}><NextAct code={refused.code} retry={() => last.current()} /></Trouble>}
      <div className="acts end">
        <p className="small muted grow">{say("import.only.prepares")}</p>
        <Button busy={busy} disabled={!files.length} onClick={() => send(true)}>{say("bring.check")}</Button>
        <Button look="main" busy={busy} disabled={!files.length} onClick={() => send(false)}>{say("bring.send")}</Button>
      </div>
      {read && (read.replayed ? <There read={read} again={() => send(false, true)} busy={busy} /> : <Found read={read} />)}
    </section>
  );
}

/** The table to fill in, in the language of the page. */
function Template() {
  const { say, language } = useSpeech();
  const { busy, refused, call } = useCall();
  return (
    <div className="template">
      <p className="muted">{say("bring.lead")}</p>
      <div className="acts">
        <Button busy={busy} onClick={() => call(() => saveTemplate("xlsx", language))}>{say("bring.template.xlsx")}</Button>
        <Button busy={busy} onClick={() => call(() => saveTemplate("csv", language))}>{say("bring.template.csv")}</Button>
        {refused && <Trouble refused={refused} />}
      </div>
    </div>
  );
}

function Choose({ files, take, drop }: { files: readonly File[]; take(files: readonly File[]): void; drop(file: File): void }) {
  const { can } = useShop();
  const { say, size } = useSpeech();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <div className={`drop ${over ? "is-over" : ""}`} onDrop={dropped} onDragLeave={() => setOver(false)} onDragOver={(event) => {
      event.preventDefault();
      setOver(event.dataTransfer.types.includes("Files"));
    }}>
      <ul className="chosen-files" aria-label={say("bring.files")}>
        {files.map((file) => (
          <li key={file.name}>
            <Icon name="table" /> <span className="cut grow-file">{file.name}</span> <span className="small muted">{size(file.size)}</span>
            <Button look="bare" aria-label={say("photos.remove", { name: file.name })} onClick={() => drop(file)}><Icon name="close" /></Button>
          </li>
        ))}
      </ul>
      <div className="drop-ask">
        {!files.length && <Icon name="table" />}
        <p className="drop-words">{say(files.length ? "photos.more" : "bring.drop")}</p>
        <p className="small">{say("bring.photos")}</p>
        <div className="acts"><Button onClick={() => field.current?.click()}>{say("bring.choose")}</Button></div>
      </div>
      <input ref={field} type="file" multiple hidden aria-label={say("bring.choose")} accept={[TABLES, ...can.photoTypes].join(",")}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = "";
        }} />
    </div>
  );
}

/** The same file came before: nothing was imported twice, unless that is wanted. */
function There({ read, again, busy }: { read: Brought; again(): void; busy: boolean }) {
  const { say, moment } = useSpeech();
  return (
    <Notice tone="warn" live title={say("bring.there", { when: moment(read.createdAt) })}>
      <p>{say("bring.there.what")}</p>
      <div className="acts">
        <a className="button main" href={to.import(read.id)}>{say("bring.there.go")}</a>
        <Button busy={busy} onClick={again}>{say("bring.there.again")}</Button>
      </div>
    </Notice>
  );
}

/** What the service would say of the rows; nothing of it was kept. */
function Found({ read }: { read: Brought }) {
  const { say, count } = useSpeech();
  const bad = read.rows.filter(({ stage }) => stage === "BAD");
  const good = read.rows.length - bad.length;
  return (
    <div className="found">
      <Notice tone={bad.length ? "warn" : "good"} live title={say("bring.found", { listings: count("listings", good), bad: bad.length })}>
        {bad.length > 0 && <p>{say("bring.bad.cure")}</p>}
        {read.unread.length > 0 && <p>{say("import.unread", { names: read.unread.join(", ") })}</p>}
      </Notice>
      <ul className="rows">{[...bad, ...read.rows.filter(({ stage }) => stage !== "BAD")].map((row) => <Line key={row.line} row={row} />)}</ul>
    </div>
  );
}

function Line({ row }: { row: ReadRow }) {
  const { say, money } = useSpeech();
  const bad = row.stage === "BAD";
  return (
    <li className="row">
      <span className="thumb"><Icon name={bad ? "warn" : "check"} /></span>
      <div className="row-words">
        <span className="row-title">{row.title ?? say("import.line", { line: row.line })}</span>
        {row.title && <p className="small muted">{say("import.line", { line: row.line })}{row.price && <> · {money(row.price)}</>}</p>}
        <Problems problems={row.problems} notes={row.notes} />
      </div>
      <Badge tone={bad ? TONES.BAD : "good"}>{say(bad ? "stage.BAD" : "stage.good")}</Badge>
    </li>
  );
}
