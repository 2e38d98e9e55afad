import { useCallback, useEffect, useRef, useState } from "react";

import type { FieldError, Job, JobEvent, KeptPhoto } from "../lib/answers";
import { EMPTY, Failure, job as ask, jobs, prepare, publish, type Draft } from "../lib/api";
import { useKept } from "../lib/kept";
import { follow, isGoingOn } from "../lib/progress";
import { ENDED, errorWords, outcomeWords, SETTLED } from "../lib/words";
import { Filled } from "../parts/filled";
import { ListingForm } from "../parts/form";
import { OutcomeOf } from "../parts/outcome";
import { Publish } from "../parts/publish";
import { Questions } from "../parts/questions";

interface Props {
  photos: KeptPhoto[];
  account: string;
}

export function Listings({ photos, account }: Props) {
  const [draft, setDraft] = useKept<Draft>("draft", EMPTY);
  const [preparation, setPreparation] = useKept<string | null>(`preparation-${account}`, null);
  const [running, setRunning] = useKept<string | null>("running", null);
  const [prepared, setPrepared] = useState<Job | null>(null);
  const [waiting, setWaiting] = useState<Job | null>(null);
  const [found, setFound] = useState<Job | null>(null);
  const [event, setEvent] = useState<JobEvent | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [history, setHistory] = useState<Job[]>([]);
  const press = useRef<{ token: string; dryRun: boolean; key: string } | null>(null);
  const busy = running !== null;

  const failed = useCallback(
    (problem: unknown) => {
      setRunning(null);
      setFault(problem);
      if (problem instanceof Failure && ENDED.has(problem.problem.code)) setPreparation(null);
    },
    [setRunning, setPreparation],
  );
  const watch = useCallback(
    async (id: string) => {
      setRunning(id);
      setEvent(null);
      const done = await follow(id, setEvent);
      setRunning(null);
      setFound(done);
      if (done.kind === "prepare") setPrepared(done);
      if (done.kind === "publish" && done.outcome !== "needs_manual" && done.outcome !== "checked") press.current = null;
      if (done.outcome && SETTLED.has(done.outcome)) setPreparation(null);
      setHistory((await jobs("first=20")).jobs);
    },
    [setRunning, setPreparation],
  );
  useTakenUp(running, watch, setWaiting, setHistory, failed);

  async function start(answers?: Record<string, string>) {
    setFault(null);
    setFound(null);
    setPrepared(null);
    press.current = null;
    const job = preparation ? { job_id: preparation } : {};
    const given = { ...draft, ...job, photos: photos.map((each) => each.temp_id) };
    try {
      const told = await prepare(answers ? { ...given, answers } : given);
      setPreparation(told.job_id);
      await watch(told.job_id);
    } catch (problem) {
      failed(problem);
    }
  }
  async function send(dryRun: boolean) {
    const token = prepared?.confirm_token;
    if (!token) return;
    setFault(null);
    if (press.current?.token !== token || press.current.dryRun !== dryRun)
      press.current = { token, dryRun, key: crypto.randomUUID() };
    try {
      await watch((await publish(token, dryRun, press.current.key)).job_id);
    } catch (problem) {
      failed(problem);
    }
  }
  async function again() {
    press.current = null;
    await send(false);
  }
  function goOn(job: Job) {
    setWaiting(null);
    setPreparation(job.job_id);
    setPrepared(job);
    setFound(job);
  }
  function anew() {
    setPreparation(null);
    setPrepared(null);
    setFound(null);
    setDraft(EMPTY);
  }
  const errors: FieldError[] = fault instanceof Failure ? (fault.problem.errors ?? []) : (found?.errors ?? []);
  const questions = prepared?.draft_context?.questions ?? [];
  return (
    <>
      <h1>Listing</h1>
      <p>{photos.length} photos</p>
      <ListingForm draft={draft} errors={errors} busy={busy} isCorrection={preparation !== null} onDraft={setDraft} onPrepare={() => void start()} />
      {waiting && !prepared && !busy && <button onClick={() => goOn(waiting)}>Go on with “{waiting.listing.title}”</button>}
      {preparation && <button onClick={anew}>New listing</button>}
      {busy && (
        <label>
          {event?.step ?? event?.state ?? "Accepted"}
          <progress max={100} value={event?.percent ?? 0} />
        </label>
      )}
      {fault !== null && <p role="alert">{errorWords(fault)}</p>}
      {found && <OutcomeOf job={found} onJob={setFound} onAgain={() => void again()} />}
      {prepared && questions.length > 0 && (
        <Questions jobId={prepared.job_id} questions={questions} errors={errors} busy={busy} onAnswer={(answers) => void start(answers)} />
      )}
      {prepared?.draft_context && <Filled fields={prepared.draft_context.fields} />}
      {prepared?.confirm_token && <Publish key={prepared.confirm_token} job={prepared} photos={photos.length} busy={busy} onPublish={(dryRun) => void send(dryRun)} />}
      <History jobs={history} />
    </>
  );
}

/** After a reload: the job that runs is followed again, a preparation that waits is offered. */
function useTakenUp(
  running: string | null,
  watch: (id: string) => Promise<void>,
  onWaiting: (job: Job) => void,
  onHistory: (jobs: Job[]) => void,
  onFault: (fault: unknown) => void,
) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const going = running ? ask(running) : Promise.resolve(null);
    going
      .then(async (job) => {
        onHistory((await jobs("first=20")).jobs);
        if (job && isGoingOn(job.state)) return watch(job.job_id);
        const waiting = (await jobs("state=awaiting_confirmation&first=1")).jobs[0];
        if (waiting) onWaiting(waiting);
      })
      .catch(onFault);
  }, [running, watch, onWaiting, onHistory, onFault]);
}

function History({ jobs }: { jobs: Job[] }) {
  return (
    <section>
      <h2>History</h2>
      <ul>
        {jobs.map((each) => (
          <li key={each.job_id}>
            {each.created_at && new Date(each.created_at).toLocaleString()} {each.listing.title}{" "}
            {each.dry_run && each.kind === "publish" ? "(dry run) " : ""}
            {each.outcome ? outcomeWords(each.outcome, each.reason) : each.state}{" "}
            {each.listing_url && <a href={each.listing_url}>Open</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
