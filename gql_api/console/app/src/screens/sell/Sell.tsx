// A listing to prepare, or a preparation to correct: photos, words, and one press.
import { useCallback, useState } from "react";

import { useShop } from "../../api/context";
import { PrepareDocument, type JobPartsFragment, type SessionState } from "../../api/generated";
import { Refused } from "../../api/refused";
import { useJob } from "../../api/useJob";
import { useSpeech } from "../../i18n";
import { asRefused, Button, Heading, Notice, Trouble } from "../../parts/basics";
import { go, to } from "../../routing";
import { NextAct, Resume } from "../job/Acts";
import { leadsOn } from "../job/guidance";
import { Waiting } from "../Waiting";
import { asInput, ofListing, useDraft, useIntention, type Draft } from "./draft";
import { Listing } from "./Listing";
import { Photos } from "./Photos";

export function Sell() {
  const { say } = useSpeech();
  const { session, account } = useShop();
  const [draft, change, clear] = useDraft();
  return (
    <>
      <Heading title={say("sell")} lead={say("sell.lead")}>{say("sell")}</Heading>
      <Unconnected state={session.state} account={account} />
      <Form draft={draft} change={change} job={null} account={account} prepared={clear} />
    </>
  );
}

/** A session that could not be asked about may be good. */
function mayPrepare(state: SessionState): state is "VALID" | "UNKNOWN" {
  return state === "VALID" || state === "UNKNOWN";
}

/** What keeps a listing from being prepared. */
function Unconnected({ state, account }: { state: SessionState; account: string }) {
  const { say } = useSpeech();
  if (mayPrepare(state)) return null;
  if (state === "CHALLENGED") {
    return (
      <Notice tone="warn" title={say("session.CHALLENGED")}>
        <p>{say("session.CHALLENGED.text")}</p>
        <div className="acts"><Resume account={account} /></div>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={say(state === "ABSENT" ? "connect.first" : `session.${state}.text`)}>
      <div className="acts"><a className="button main" href={to.connect}>{say("connect")}</a></div>
    </Notice>
  );
}

export function Correct({ id }: { id: string }) {
  const { say } = useSpeech();
  const { job, refused } = useJob(id);
  if (refused) return <Trouble refused={refused} />;
  if (!job) return <Waiting gone={job === null} />;
  return (
    <>
      <Heading title={say("correct")} lead={say("correct.lead")}>{say("correct")}</Heading>
      <p><a href={to.job(id)}>{say("back.to.job")}</a></p>
      <Correcting job={job} />
    </>
  );
}

function Correcting({ job }: { job: JobPartsFragment }) {
  const [draft, setDraft] = useState(() => ofListing(job.listing, job.market, job.dryRun));
  const change = useCallback((more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more })), []);
  return <Form draft={draft} change={change} job={job} account={job.account} prepared={() => undefined} />;
}

function Form({ draft, change, job, account, prepared }: {
  draft: Draft;
  change(more: Partial<Draft>): void;
  job: JobPartsFragment | null;
  account: string;
  prepared(): void;
}) {
  const { api, session } = useShop();
  const { say } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const intention = useIntention();
  const photos = useCallback((ids: readonly string[]) => change({ photos: ids }), [change]);

  const keeps = !mayPrepare(session.state); // another act comes first

  async function prepare(): Promise<void> {
    setBusy(true);
    setRefused(null);
    try {
      const input = asInput(draft, account, job?.id ?? null);
      const done = await api.change(PrepareDocument, { input: { ...input, idempotencyKey: intention.key(input) } });
      intention.settled();
      prepared();
      go(to.job(done.job.id));
    } catch (error) {
      setRefused(asRefused(error));
      setBusy(false);
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    }
  }

  return (
    <form
      className="sell"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void prepare();
      }}
    >
      <Photos ids={draft.photos} known={job?.listing.photos ?? []} change={photos} />
      <Listing draft={draft} change={change} wrong={refused?.problems ?? []} settled={job !== null} />
      <div className="foot">
        {refused && <Trouble refused={refused}><NextAct code={refused.code} jobId={refused.jobId} /></Trouble>}
        <div className="acts end">
          <p className="small muted grow">{say(draft.saveDraft ? "prepare.saves" : "prepare.saves.nothing")}</p>
          <Button look={keeps || (refused && leadsOn(refused.code)) ? "quiet" : "main"} type="submit" busy={busy}>{say(job ? "correct.send" : "prepare")}</Button>
        </div>
      </div>
    </form>
  );
}
