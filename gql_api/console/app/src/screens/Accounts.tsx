// The accounts, their sessions, and what is held of them: seen, forgotten, or deleted whole.
import { useCallback, useEffect, useState } from "react";

import { useShop } from "../api/context";
import {
  CheckSessionDocument,
  DeletePhotoDocument,
  ForgetAccountDocument,
  ForgetAliasDocument,
  ForgetSessionDocument,
  HeldDocument,
  PhotosDocument,
  type HeldQuery,
  type PhotosQuery,
  type SessionPartsFragment,
} from "../api/generated";
import { useSpeech } from "../i18n";
import { Ask, Badge, Button, Heading, Icon, Notice, Trouble } from "../parts/basics";
import { TextField } from "../parts/fields";
import { to } from "../routing";
import { Resume, useCall } from "./job/Acts";
import { Defaults } from "./Defaults";
import { useFieldName } from "./job/Fields";
import { forgetDraft } from "./sell/draft";
import { SessionState } from "./SessionState";

export default function Accounts() {
  const { accounts, session, account } = useShop();
  const { say } = useSpeech();
  // With each deletion what was read of the accounts is read anew.
  const [deletions, setDeletions] = useState(0);
  const deleted = useCallback(() => setDeletions((before) => before + 1), []);
  // The session may still be that of the account before: each account stands here once.
  const listed = accounts.some((each) => each.account === session.account) ? accounts : [session, ...accounts];
  return (
    <>
      <Heading title={say("accounts")} lead={say("accounts.lead")}>{say("accounts")}</Heading>
      <div className="accounts">
        {listed.map((each) => <Account key={`${each.account} ${deletions}`} session={each.account === session.account ? session : each} />)}
      </div>
      <div className="acts"><a className="button quiet" href={to.connect}>{say("accounts.add")}</a></div>
      <Defaults key={`defaults ${account} ${deletions}`} account={account} />
      <Held key={account} account={account} deleted={deleted} />
    </>
  );
}

function Account({ session }: { session: SessionPartsFragment }) {
  const { api, account, choose, refresh } = useShop();
  const { say } = useSpeech();
  const check = useCall();
  const forget = useCall();
  const [seen, setSeen] = useState<SessionPartsFragment | null>(null);
  const shown = seen ?? session;
  const stored = shown.state !== "ABSENT";
  return (
    <section className="card account" aria-label={say("accounts.one", { account: session.account })}>
      <div className="card-head">
        <h2>{session.account}</h2>
        {account === session.account ? <Badge>{say("accounts.used")}</Badge> : <Button look="bare" onClick={() => choose(session.account)}>{say("accounts.use")}</Button>}
      </div>
      <SessionState session={shown} />
      {(shown.state === "CHALLENGED" || shown.restingUntil) && <div className="acts"><Resume account={session.account} solvedNow={() => setSeen(null)} /></div>}
      <div className="acts">
        {stored && <Button busy={check.busy} onClick={() => check.call(async () => {
          setSeen((await api.ask(CheckSessionDocument, { account: session.account })).session);
          await refresh();
        })}>{say("accounts.check")}</Button>}
        <a className="button quiet" href={to.connect} onClick={() => choose(session.account)}>{say(stored ? "accounts.replace" : "connect")}</a>
        {stored && <Button look="bare" busy={forget.busy} onClick={() => forget.call(async () => {
          await api.change(ForgetSessionDocument, { input: { account: session.account } });
          setSeen(null);
          await refresh();
        })}>{say("accounts.forget.session")}</Button>}
      </div>
      {check.refused && <Trouble refused={check.refused} />}
      {forget.refused && <Trouble refused={forget.refused} />}
    </section>
  );
}

const PHOTOS = 50;

function Held({ account, deleted }: { account: string; deleted(): void }) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const reading = useCall();
  const [held, setHeld] = useState<HeldQuery>();
  const [photos, setPhotos] = useState<PhotosQuery["photos"]>();
  const { call } = reading;
  // Only what is asked for anew may change what is read.
  const read = useCallback(async () => {
    const [known, kept] = await Promise.all([api.ask(HeldDocument, { account }), api.ask(PhotosDocument, { first: PHOTOS, after: null })]);
    setHeld(known);
    setPhotos(kept.photos);
  }, [api, account]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => call(read), [read]);

  return (
    <section aria-labelledby="held-title" className="held">
      <h2 id="held-title">{say("held")}</h2>
      {reading.refused && <Trouble refused={reading.refused} />}
      {photos && <Photos photos={photos} read={read} title={count("photos", photos.edges.length) + (photos.pageInfo.hasNextPage ? " +" : "")} />}
      {held && <Aliases aliases={held.aliases} read={read} />}
      <p><a href={to.history}>{say("held.jobs")}</a></p>
      <Delete account={account} deleted={async () => {
        await read();
        deleted();
      }} />
    </section>
  );
}

function Photos({ photos, read, title }: { photos: PhotosQuery["photos"]; read(): Promise<void>; title: string }) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  return (
    <details className="card">
      <summary>{title}</summary>
      <p className="small muted">{say("held.photos")}</p>
      <ul className="gallery">
        {photos.edges.map(({ node, usedBy }) => (
          <li key={node.id}>
            <img src={node.url} alt={node.filename ?? ""} loading="lazy" />
            {usedBy[0]
              ? <a className="small" href={to.job(usedBy[0])}>{say("held.used")}</a>
              : <Button look="bare" busy={busy} aria-label={say("photos.remove", { name: node.filename ?? count("photos", 1) })} onClick={() => call(async () => {
                  await api.change(DeletePhotoDocument, { input: { id: node.id } });
                  await read();
                })}><Icon name="close" /></Button>}
          </li>
        ))}
      </ul>
      {refused && <Trouble refused={refused} />}
    </details>
  );
}

function Aliases({ aliases, read }: { aliases: HeldQuery["aliases"]; read(): Promise<void> }) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const named = useFieldName();
  const { busy, refused, call } = useCall();
  return (
    <details className="card">
      <summary>{count("answers", aliases.length)}</summary>
      <p className="small muted">{say("held.answers")}</p>
      <ul className="aliases">
        {aliases.map((alias) => (
          <li key={alias.id}>
            <span>{named(alias.field)}{say("colon")} <q>{alias.words}</q> → {alias.options.map(({ label }) => label).join(", ")}</span>
            <Button look="bare" busy={busy} onClick={() => call(async () => {
              await api.change(ForgetAliasDocument, { input: { id: alias.id } });
              await read();
            })}>{say("held.forget")}</Button>
          </li>
        ))}
      </ul>
      {refused && <Trouble refused={refused} />}
    </details>
  );
}

function Delete({ account, deleted }: { account: string; deleted(): Promise<void> }) {
  const { api, refresh } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState("");
  const [done, setDone] = useState(false);
  return (
    <>
      <div className="acts"><Button look="danger" onClick={() => setAsking(true)}>{say("delete.all", { account })}</Button></div>
      {done && <Notice tone="good" live title={say("delete.done", { account })} />}
      <Ask open={asking} title={say("delete.all", { account })} close={() => setAsking(false)}>
        <p>{say("delete.what")}</p>
        <TextField label={say("delete.name", { account })} value={name} onChange={(event) => setName(event.target.value)} />
        {refused && <Trouble refused={refused} />}
        <div className="acts end">
          <Button onClick={() => setAsking(false)}>{say("no.not.now")}</Button>
          <Button look="danger" busy={busy} disabled={name !== account} onClick={() => call(async () => {
            await api.change(ForgetAccountDocument, { input: { account } });
            forgetDraft(account);
            setAsking(false);
            setName("");
            setDone(true);
            await refresh();
            await deleted();
          })}>{say("delete.yes")}</Button>
        </div>
      </Ask>
    </>
  );
}
