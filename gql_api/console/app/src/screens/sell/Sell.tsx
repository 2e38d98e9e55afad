// A listing to prepare, or a preparation to correct: photos, words, and one press.
import { useCallback, useEffect, useState } from "react";

import { useShop } from "../../api/context";
import { PrepareDocument, type CheckListingQuery, type JobPartsFragment, type SessionState } from "../../api/generated";
import { Refused } from "../../api/refused";
import { useJob } from "../../api/useJob";
import { useSpeech } from "../../i18n";
import { asRefused, Button, Heading, Notice, Trouble, useAtRest, Words } from "../../parts/basics";
import { go, to } from "../../routing";
import { NextAct, Resume } from "../job/Acts";
import { leadsOn } from "../job/guidance";
import { usePlace } from "../job/place";
import { Waiting } from "../Waiting";
import { asInput, changed, ofListing, useDraft, useIntention, type Change, type Draft } from "./draft";
import { Listing } from "./Listing";
import { Photos } from "./Photos";
import { member, useCheck } from "./useCheck";

export function Sell() {
  const { say } = useSpeech();
  const { session, account } = useShop();
  const [draft, change, clear] = useDraft(account);
  return (
    <>
      <Heading title={say("sell")} lead={say("sell.lead")}>{say("sell")}</Heading>
      <p className="small"><a href={to.imports}>{say("imports.from.sell")}</a></p>
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
function Unconnected({ account, ...known }: { state: SessionState; account: string }) {
  const { say } = useSpeech();
  const state = useAtRest(known.state);
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
  const place = usePlace();
  const { job, refused } = useJob(id);
  if (refused && !job) return <Trouble refused={refused} />;
  if (!job) return <Waiting gone={job === null} />;
  return (
    <>
      <Heading title={say("correct")} lead={say("correct.lead")}>{say("correct")}</Heading>
      <p><a href={place.job(id)}>{say("back.to.job")}</a></p>
      {/* What was typed stays, whatever the job cannot be asked for meanwhile. */}
      {refused && <Trouble refused={refused} />}
      <Correcting job={job} />
    </>
  );
}

/** What is advised of the whole listing. */
function Advised({ advice }: { advice: CheckListingQuery["checkListing"]["advice"] }) {
  const { say } = useSpeech();
  if (!advice.length) return null;
  return (
    <Notice title={say("advice")}>
      <ul>{advice.map((each) => <li key={each.code}><Words text={each.detail} /></li>)}</ul>
    </Notice>
  );
}

function Correcting({ job }: { job: JobPartsFragment }) {
  const [draft, setDraft] = useState(() => ofListing(job.listing, job.market, job.dryRun));
  const change = useCallback((more: Change) => setDraft((before) => changed(before, more)), []);
  return <Form draft={draft} change={change} job={job} account={job.account} prepared={() => undefined} />;
}

function Form({ draft, change, job, account, prepared }: {
  draft: Draft;
  change(more: Change): void;
  job: JobPartsFragment | null;
  account: string;
  prepared(): void;
}) {
  const { api, session } = useShop();
  const { say } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sent, setSent] = useState<Draft | null>(null);
  const check = useCheck(asInput(draft, account, job?.id ?? null));
  const intention = useIntention();
  const place = usePlace();
  const photos = useCallback(
    (to: (ids: readonly string[]) => readonly string[]) => change((before) => ({ photos: to(before.photos) })),
    [change],
  );

  const [coming, setComing] = useState(0);
  const [waits, setWaits] = useState(false);
  const under = useCallback((count: number, away: number) => {
    setComing(count);
    if (away) setWaits(false); // a person decides about a photo that was not taken
  }, []);
  useEffect(() => {
    if (!waits || coming) return;
    setWaits(false);
    void prepare();
  });

  useEffect(() => { // once the page says what is wrong
    const wrong = refused && document.querySelector<HTMLElement>("[aria-invalid]");
    wrong?.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: "center" }); // neither under the bar with the button nor under the head
  }, [refused]);

  const keeps = !mayPrepare(session.state); // another act comes first

  async function prepare(): Promise<void> {
    setBusy(true);
    setRefused(null);
    setSent(draft);
    try {
      const input = asInput(draft, account, job?.id ?? null);
      const done = await api.change(PrepareDocument, { input: { ...input, idempotencyKey: intention.key(input) } });
      intention.settled();
      prepared();
      go(place.job(done.job.id));
    } catch (error) {
      setRefused(asRefused(error));
      setBusy(false);
    }
  }

  return (
    <form
      className="sell"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) setWaits(true); // until the photos that are being sent are there
      }}
      onBlur={({ target }) => {
        if ("value" in target && String(target.value).trim()) check.leave(target.getAttribute("name") ?? "");
      }}
    >
      <Photos ids={draft.photos} known={job?.listing.photos ?? []} change={photos} under={under}
        advice={check.advice.filter(({ field }) => field && member(field) === "photos").map(({ detail }) => detail)} />
      <Listing draft={draft} change={change} settled={job !== null} advice={check.advice}
        wrong={refused && sent === draft ? refused.problems : check.problems} />
      <div className="foot">
        <Advised advice={check.advice.filter(({ field }) => field === null)} />
        {refused && <Trouble refused={refused}><NextAct code={refused.code} jobId={refused.jobId} /></Trouble>}
        <div className="acts end">
          <p className="small muted grow">{say(draft.saveDraft ? "prepare.saves" : "prepare.saves.nothing")}</p>
          <Button look={keeps || (refused && leadsOn(refused.code)) ? "quiet" : "main"} type="submit" busy={busy || waits}>{say(job ? "correct.send" : "prepare")}</Button>
        </div>
      </div>
    </form>
  );
}
