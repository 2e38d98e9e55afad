// The presses that go on from where a job or a refusal stands; each is one call of the service.
import { useState } from "react";

import { at } from "../../api/endpoint";
import { useShop } from "../../api/context";
import {
  CancelJobDocument,
  LookAgainDocument,
  PrepareDocument,
  PublishDocument,
  RenewListingDocument,
  ResolveJobDocument,
  ResumeAccountDocument,
  type JobPartsFragment,
} from "../../api/generated";
import type { Refused } from "../../api/refused";
import { useSpeech } from "../../i18n";
import type { Key } from "../../i18n/en";
import { asRefused, Ask, Button, Notice, Outward, Trouble } from "../../parts/basics";
import { TextField } from "../../parts/fields";
import { go, to } from "../../routing";
import { asInput, ofListing, useIntention } from "../sell/draft";
import { CURES, leadsOn } from "./guidance";
import { usePlace } from "./place";

/** A press that calls the service: busy meanwhile, and with what was refused. */
export function useCall(): {
  busy: boolean;
  refused: Refused | null;
  call(work: () => Promise<void>): void;
} {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  return {
    busy,
    refused,
    call: (work) => {
      if (busy) return;
      setBusy(true);
      setRefused(null);
      work()
        .catch((error: unknown) => setRefused(asRefused(error)))
        .finally(() => setBusy(false));
    },
  };
}

/** What helps against a refusal. */
export function NextAct({ code, jobId, job, account, retry }: {
  code: string;
  jobId?: string | null;
  job?: JobPartsFragment;
  account?: string;
  retry?: () => void;
}) {
  const { say } = useSpeech();
  const shop = useShop();
  const place = usePlace();
  const leaving = useCall();
  switch (CURES[code] ?? "retry") {
    case "connect":
      return <a className="button main" href={to.connectTo(account ?? job?.account ?? shop.account)}>{say("connect")}</a>;
    case "key":
      return (
        <>
          <Button look="main" busy={leaving.busy} onClick={() => leaving.call(shop.signOut)}>{say("key.other")}</Button>
          {leaving.refused && <Trouble refused={leaving.refused} />}
        </>
      );
    case "resume":
      return <Resume account={account ?? job?.account ?? shop.account} after={retry} />;
    case "follow":
      return <a className="button main" href={jobId ? to.job(jobId) : to.history}>{say(jobId ? "job.see" : "history")}</a>;
    case "correct":
      return job ? <a className="button main" href={place.correct(job.kind === "PREPARE" ? job.id : (job.preparation?.id ?? job.id))}>{say("correct")}</a> : null;
    case "prepare":
      if (job) return <PrepareAgain job={job} />;
      return retry ? <Button look="main" onClick={retry}>{say("again")}</Button> : null;
    case "repeat":
      if (job) return <Repeat job={job} />;
      return retry ? <Button look="main" onClick={retry}>{say("again")}</Button> : null;
    case "retry":
      return retry ? <Button look="main" onClick={retry}>{say("again")}</Button> : null;
    case "read":
      if (!job) return null; // the refusal itself leads there
      return <a className="button quiet" href={at(`problems/${code}`)} target="_blank" rel="noreferrer">{say("read.what.helps")}</a>;
  }
}

/** The preparation whose yes or answers did not come in time: it is renewed under its own id. */
function ranOut(job: JobPartsFragment): string | null {
  const preparation = job.kind === "PREPARE" ? job : job.preparation;
  return preparation?.state === "EXPIRED" ? preparation.id : null;
}

/** The same listing once more; a preparation keeps its id, its draft and what was answered. */
export function PrepareAgain({ job, label = "prepare.again", look = "main" }: { job: JobPartsFragment; label?: Key; look?: "main" | "quiet" }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const intention = useIntention();
  const place = usePlace();
  const open = ["AWAITING_CONFIRMATION", "AWAITING_ANSWERS", "FAILED", "DONE"].includes(job.state);
  const jobId = job.kind === "PUBLISH" ? (job.preparation?.id ?? null) : open ? job.id : null;
  const prepare = (): void =>
    call(async () => {
      const renewed = ranOut(job);
      if (renewed) {
        await api.change(RenewListingDocument, { input: { jobId: renewed } });
        go(place.job(renewed));
        return;
      }
      const input = asInput(ofListing(job.listing, job.market, job.dryRun || job.kind === "PUBLISH"), job.account, jobId);
      const done = await api.change(PrepareDocument, { input: { ...input, idempotencyKey: intention.key(input) } });
      intention.settled();
      go(place.job(done.job.id));
    });
  return (
    <>
      <Button look={look} busy={busy} onClick={prepare}>{say(label)}</Button>
      {refused && <Trouble refused={refused} />}
    </>
  );
}

/** The same run once more: a preparation anew, or a publish with the same yes. */
export function Repeat({ job }: { job: JobPartsFragment }) {
  return job.kind === "PREPARE" ? <PrepareAgain job={job} /> : <Publish job={job} dryRun={job.dryRun} label={job.dryRun ? "publish.opt.in" : "publish.same.yes"} />;
}

/** That a person has solved what stood in the way. */
export function Resume({ account, after, solvedNow, label = "resume" }: {
  account: string;
  after?: (() => void) | undefined;
  solvedNow?: () => void;
  label?: Key;
}) {
  const { api, refresh } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const [solved, setSolved] = useState(false);
  if (solved) {
    return (
      <Notice tone="good" live title={say("resume.done")}>
        {after && <div className="acts"><Button look="main" onClick={after}>{say("again")}</Button></div>}
      </Notice>
    );
  }
  return (
    <>
      <Button look="main" busy={busy} onClick={() => call(async () => {
        await api.change(ResumeAccountDocument, { input: { account } });
        setSolved(true);
        await refresh();
        solvedNow?.();
      })}>{say(label)}</Button>
      {refused && <Trouble refused={refused} />}
    </>
  );
}

/** The yes: a dry run at once, or the real one after one more question. */
export function Publish({ job, dryRun, label }: { job: JobPartsFragment; dryRun: boolean; label: Key }) {
  const { api, can } = useShop();
  const { say, money, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const [asking, setAsking] = useState(false);
  const intention = useIntention();
  const place = usePlace();
  if (job.preparation && job.preparation.revision !== job.preparationRevision) return <Changed preparation={job.preparation.id} />;
  const token = job.kind === "PREPARE" ? job.result?.confirmToken : job.preparation?.result?.confirmToken;
  if (!token) return <PrepareAgain job={job} />;
  const publish = (): void =>
    call(async () => {
      setAsking(false);
      const input = { confirmToken: token, dryRun, account: job.account };
      const done = await api.change(PublishDocument, { input: { ...input, idempotencyKey: intention.key(input) } });
      intention.settled();
      go(place.job(done.job.id));
    });
  return (
    <>
      <Button look={refused && (leadsOn(refused.code) || CURES[refused.code] === "correct") ? "quiet" : "main"} busy={busy} disabled={!dryRun && !can.publishEnabled} onClick={() => (dryRun ? publish() : setAsking(true))}>
        {say(label)}
      </Button>
      {!dryRun && !can.publishEnabled && <p className="small">{say("code.publish_disabled")}</p>}
      {!dryRun && <Ask open={asking} title={say("publish.ask")} close={() => setAsking(false)}>
        <dl className="facts">
          <div><dt>{say("field.title")}</dt><dd>{job.listing.title}</dd></div>
          <div><dt>{say("field.price")}</dt><dd>{money(job.listing.price)}</dd></div>
          <div><dt>{say("field.photos")}</dt><dd>{count("photos", job.listing.photos.length)}</dd></div>
          <div><dt>{say("account")}</dt><dd>{job.account}</dd></div>
          <div><dt>{say("market")}</dt><dd>{job.market}</dd></div>
        </dl>
        <p className="muted">{say("publish.once")}</p>
        <div className="acts end">
          <Button onClick={() => setAsking(false)}>{say("no.not.now")}</Button>
          <Button look="main" onClick={publish}>{say("publish.yes")}</Button>
        </div>
      </Ask>}
      {refused && <Trouble refused={refused}><NextAct code={refused.code} jobId={refused.jobId} job={job} /></Trouble>}
    </>
  );
}

/** A yes to what is shown here would be one to another form: that one is looked at first. */
function Changed({ preparation }: { preparation: string }) {
  const { say } = useSpeech();
  const place = usePlace();
  return (
    <>
      <p className="small muted">{say("publish.changed")}</p>
      <a className="button main" href={place.job(preparation)}>{say("job.see")}</a>
    </>
  );
}

/** The two answers to an outcome that is not known, and one more look. */
export function Settle({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const [there, setThere] = useState(false);
  const [address, setAddress] = useState("");
  const resolve = (finding: { address: string } | { notThere: true }): void =>
    call(async () => {
      await api.change(ResolveJobDocument, { input: { jobId: job.id, finding } });
      again();
    });
  const wrong = refused?.problems.find((each) => /address|finding/.test(each.field))?.message;
  return (
    <div className="settle">
      <div className="acts">
        <Outward href={job.marketUrl} look="main">{say("site.open")}</Outward>
        <Button busy={busy} onClick={() => call(async () => {
          await api.change(LookAgainDocument, { input: { jobId: job.id } });
          again();
        })}>{say("look.again")}</Button>
      </div>
      <p>{say("settle.ask")}</p>
      <div className="acts">
        <Button aria-expanded={there} onClick={() => setThere(true)}>{say("settle.there")}</Button>
        <Button busy={busy} onClick={() => resolve({ notThere: true })}>{say("settle.not.there")}</Button>
      </div>
      {there && (
        <form noValidate onSubmit={(event) => {
          event.preventDefault();
          resolve({ address });
        }}>
          <TextField label={say("settle.address")} type="url" inputMode="url" autoFocus value={address} wrong={wrong}
            placeholder={`${job.marketUrl}/items/…`} onChange={(event) => setAddress(event.target.value)} />
          <div className="acts"><Button look="main" type="submit" busy={busy}>{say("settle.send")}</Button></div>
        </form>
      )}
      {refused && !wrong && <Trouble refused={refused} />}
    </div>
  );
}

export function Cancel({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  return (
    <>
      <Button look="bare" busy={busy} onClick={() => call(async () => {
        await api.change(CancelJobDocument, { input: { jobId: job.id } });
        again();
      })}>{say("cancel")}</Button>
      {refused && <Trouble refused={refused} />}
    </>
  );
}
