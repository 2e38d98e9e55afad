import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import type { Accepted, FieldError, Job, JobEvent, Prepared, Published, Session } from "../lib/answers";
import * as api from "../lib/api";
import { followJob, isActive, pause } from "../lib/follow";
import { answersStillGood, EMPTY_FORM, formOf, type ListingForm } from "../lib/form";
import { endsPreparation } from "../lib/outcomes";
import { isPressOpen, pressAnswered, pressKey } from "../lib/press";
import { useStored } from "../lib/stored";
import { asksToFollow, asksToPrepareAgain, dropsPreparation, troubleOf, troubleOfJob, type Trouble } from "../lib/trouble";
import { useConnection } from "./connection";
import { usePhotos } from "./photos";

const LOOK_PAUSE = 15_000;
const LOOKS = 40;

export type Progress = Pick<JobEvent, "state" | "step" | "percent" | "slot_at">;

type Desk = {
  form: ListingForm;
  setForm: (form: ListingForm) => void;
  editing: boolean;
  edit: () => void;
  /** The last preparation and the last publish, each with its result. */
  prepared: Job | null;
  published: Job | null;
  /** The preparation that was found waiting for a yes when the application loaded. */
  offer: Job | null;
  takeOffer: () => void;
  progress: Progress | null;
  busy: boolean;
  trouble: Trouble | null;
  errors: FieldError[];
  /** Grows whenever the history has to be read again. */
  historyVersion: number;
  prepare: (answers?: Record<string, string>) => void;
  publish: (dryRun: boolean) => void;
  resolve: (jobId: string, resolution: api.Resolution) => Promise<void>;
  refreshPicture: (job: Job) => void;
  startNew: () => void;
  reload: () => void;
};

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children }: { children: ReactNode }) {
  const { session } = useConnection();
  const { photos, replace: replacePhotos, renew: renewPhotos } = usePhotos();
  const [form, setForm] = useStored<ListingForm>("form", EMPTY_FORM);
  const [preparationId, setPreparationId] = useStored<string | null>("preparation", null);
  const [publishId, setPublishId] = useStored<string | null>("publish", null);
  const [prepared, setPrepared] = useState<Job | null>(null);
  const [published, setPublished] = useState<Job | null>(null);
  const [offer, setOffer] = useState<Job | null>(null);
  const [editing, setEditing] = useState(preparationId === null && publishId === null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [historyVersion, setHistoryVersion] = useState(0);
  const control = useRef<AbortController | null>(null);
  const running = useRef(false);

  /** One press at a time: a second one while the first is under way does nothing. */
  async function run(task: (signal: AbortSignal) => Promise<void>) {
    if (running.current) return;
    running.current = true;
    control.current?.abort();
    const { signal } = (control.current = new AbortController());
    setBusy(true);
    setTrouble(null);
    try {
      await task(signal);
    } catch (error) {
      if (!signal.aborted) await takeTrouble(error, signal);
    }
    running.current = false;
    setProgress(null);
    setBusy(false);
  }

  async function takeTrouble(error: unknown, signal: AbortSignal) {
    const found = troubleOf(error);
    setTrouble(found);
    heed(found.code);
    if (asksToFollow(found.code) && found.jobId) {
      try {
        await follow(await api.getJob(found.jobId, signal), signal);
      } catch (second) {
        if (!signal.aborted) setTrouble(troubleOf(second));
      }
    }
  }

  function heed(code: string) {
    if (dropsPreparation(code)) dropPreparation();
    if (code === "job_not_found") setPublishId(null);
    if (asksToPrepareAgain(code)) voidToken();
  }

  async function follow(start: Progress & { job_id: string; last_seq: number }, signal: AbortSignal) {
    setProgress(start);
    const job = await followJob(start.job_id, start.last_seq, setProgress, signal);
    setTrouble(null);
    show(job);
    if (stillLookedFor(job)) void watch(job, signal);
  }

  /** The service goes on looking for a listing whose answer was lost: nobody has to wait for it here. */
  async function watch(job: Job, signal: AbortSignal) {
    try {
      for (let look = 0; look < LOOKS; look += 1) {
        await pause(LOOK_PAUSE, signal);
        const next = await api.getJob(job.job_id, signal);
        if (!stillLookedFor(next)) return show(next);
      }
    } catch (error) {
      if (!signal.aborted) setTrouble(troubleOf(error));
    }
  }

  async function finish(answer: Accepted | Prepared | Published, signal: AbortSignal) {
    if ("state" in answer) await follow(answer, signal);
    else show(await api.getJob(answer.job_id, signal));
  }

  function show(job: Job) {
    if (job.kind === "prepare") showPrepared(job);
    else showPublished(job);
    if (job.problem) {
      setTrouble(troubleOfJob(job.problem));
      heed(job.problem.code);
    }
  }

  function showPrepared(job: Job) {
    setPrepared(job);
    setPublished(null);
    setPublishId(null);
    if (job.state === "cancelled") dropPreparation();
    else setPreparationId(job.job_id);
    setEditing(!hasReport(job));
  }

  function showPublished(job: Job) {
    setPublished(job);
    setPublishId(job.job_id);
    renewHistory();
    if (endsPreparation(job)) dropPreparation();
    if (job.outcome === "rejected_by_site" || job.outcome === "not_ready") voidToken();
    setEditing(job.outcome === "rejected_by_site" || job.reason === "not_there_by_person");
  }

  function renewHistory() {
    setHistoryVersion((version) => version + 1);
  }

  function dropPreparation() {
    setPreparationId(null);
    setPrepared(null);
  }

  function voidToken() {
    setPrepared((job) => job && { ...job, confirm_token: undefined });
  }

  function prepare(answers?: Record<string, string>) {
    void run(async (signal) => {
      const { categoryId, ...fields } = form;
      const answer = await api.prepareListing({
        ...fields,
        photos: photos.map((photo) => photo.temp_id),
        dry_run: true,
        ...(preparationId && { job_id: preparationId }),
        answers: {
          ...(categoryId && { category: categoryId }),
          ...(prepared && answersStillGood(form, prepared.listing)),
          ...answers,
        },
      });
      setPreparationId(answer.job_id);
      setPrepared(null);
      setPublished(null);
      setPublishId(null);
      setEditing(false);
      await finish(answer, signal);
    });
  }

  function publish(dryRun: boolean) {
    const token = prepared?.confirm_token;
    if (!token) return;
    void run(async (signal) => {
      const answer = await pressPublish(token, dryRun);
      setPublished(null);
      setPublishId(answer.job_id);
      await finish(answer, signal);
    });
  }

  async function resolve(jobId: string, resolution: api.Resolution) {
    const job = await api.resolvePublish(jobId, resolution);
    control.current?.abort();
    setTrouble(null);
    showPublished(job);
  }

  function refreshPicture(job: Job) {
    api.getJob(job.job_id).then(
      ({ picture_url }) => {
        const renew = (shown: Job | null) => (shown?.job_id === job.job_id ? { ...shown, picture_url } : shown);
        setPrepared(renew);
        setPublished(renew);
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  }

  function startNew() {
    control.current?.abort();
    dropPreparation();
    setPublished(null);
    setPublishId(null);
    setTrouble(null);
    setEditing(true);
    setForm(EMPTY_FORM);
    replacePhotos([]);
  }

  async function goOn(job: Job, signal: AbortSignal) {
    if (isActive(job)) await follow(job, signal);
    else {
      show(job);
      if (stillLookedFor(job)) void watch(job, signal);
    }
  }

  function adopt(job: Job) {
    setForm(formOf(job.listing));
    replacePhotos(job.listing.photos);
    void renewPhotos();
  }

  function takeOffer() {
    if (!offer) return;
    setOffer(null);
    adopt(offer);
    void run((signal) => goOn(offer, signal));
  }

  /** Shows what was under way when the tab was closed or loaded again. */
  function reload() {
    renewHistory();
    void renewPhotos();
    void run(async (signal) => {
      const waiting = await api.findWaitingPreparation(signal);
      setOffer(waiting && waiting.job_id !== preparationId ? waiting : null);
      const { jobs } = await api.listJobs(signal);
      const active = jobs.filter(isActive);

      if (preparationId) await goOn(await api.getJob(preparationId, signal), signal);
      if (isPressOpen()) {
        // The page was loaded again before the answer to the press arrived.
        const pressed = jobs.find((job) => job.kind === "publish" && job.prepare_job_id === preparationId);
        if (pressed) {
          pressAnswered();
          return goOn(pressed, signal);
        }
      }
      if (publishId) return goOn(await api.getJob(publishId, signal), signal);
      if (!preparationId && active[0]) {
        adopt(active[0]);
        await goOn(active[0], signal);
      }
    });
  }

  const loaded = useRef(false);
  useEffect(() => {
    if (loaded.current) return;
    loaded.current = true;
    reload();
  });

  const known = useRef<Session | null>(null);
  useEffect(() => {
    if (!session) return;
    if (known.current && isOtherAccount(known.current, session)) {
      setPreparationId(null);
      setPrepared(null);
    }
    known.current = session;
  }, [session, setPreparationId]);

  const errors = trouble?.errors.length ? trouble.errors : (published ?? prepared)?.errors ?? [];
  return (
    <DeskContext
      value={{
        form,
        setForm,
        editing,
        edit: () => setEditing(true),
        prepared,
        published,
        offer,
        takeOffer,
        progress,
        busy,
        trouble,
        errors,
        historyVersion,
        prepare,
        publish,
        resolve,
        refreshPicture,
        startNew,
        reload,
      }}
    >
      {children}
    </DeskContext>
  );
}

const CUT_OFF = "It may have gone through: press again. It is not done twice.";

async function pressPublish(token: string, dryRun: boolean): Promise<Accepted | Published> {
  try {
    const answer = await api.publishListing(token, dryRun, pressKey(token, dryRun));
    pressAnswered();
    return answer;
  } catch (error) {
    if (error instanceof api.NoAnswer) throw new api.NoAnswer(CUT_OFF);
    pressAnswered();
    throw error;
  }
}

function hasReport(job: Job): boolean {
  return job.state === "awaiting_confirmation" || (job.outcome === "not_ready" && job.reason === "questions");
}

function stillLookedFor(job: Job): boolean {
  return job.outcome === "outcome_unknown" && job.reason === "not_seen_yet";
}

function isOtherAccount(before: Session, now: Session): boolean {
  const otherUser = before.user_id !== null && now.user_id !== null && before.user_id !== now.user_id;
  return before.account !== now.account || otherUser;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("DeskProvider is missing.");
  return desk;
}
