// A job as it stands, with every event from its start, each once. What was missed while the line was
// cut, or changed on another device, is read again.
import { useCallback, useEffect, useRef, useState } from "react";

import { AGAIN } from "../routing";
import { useShop } from "./context";
import { FollowedJobDocument, type EventPartsFragment, type JobPartsFragment, type JobState } from "./generated";
import { Refused } from "./refused";

const UNDER_WAY: ReadonlySet<JobState> = new Set<JobState>(["QUEUED", "RUNNING", "WAITING_FOR_SLOT"]);
const LOOK_AGAIN_SECONDS = 8;
/** A click stays watched for so long after its first word, and most closely at first: copies may be found,
 * or that the site holds the listing back (docs/decisions/0043). */
const WATCHED_CLOSELY_SECONDS = 120;
const WATCHED_SECONDS = 1200;
const LOOK_AT_PUBLISHED_SECONDS = [4, 30] as const;
const LONGEST_PAUSE_SECONDS = 15;

export function isUnderWay(state: JobState): boolean {
  return UNDER_WAY.has(state);
}

export interface Followed {
  readonly job: JobPartsFragment | null | undefined;
  readonly events: readonly EventPartsFragment[];
  readonly cut: boolean;
  readonly refused: Refused | null;
  again(): void;
}

/** The events without gaps or doubles: what is known, and what is newer. */
function joined(known: readonly EventPartsFragment[], more: readonly EventPartsFragment[]) {
  const last = known.at(-1)?.seq ?? 0;
  const newer = more.filter((event) => event.seq > last);
  return newer.length ? [...known, ...newer] : known;
}

export function useJob(id: string): Followed {
  const { api } = useShop();
  const [job, setJob] = useState<JobPartsFragment | null>();
  const [events, setEvents] = useState<readonly EventPartsFragment[]>([]);
  const [cut, setCut] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const begin = useRef<() => void>(() => undefined);

  useEffect(() => {
    let known: readonly EventPartsFragment[] = [];
    let over = false;
    let failures = 0;
    let leave = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    let resting = false;

    const add = (more: readonly EventPartsFragment[]): void => {
      known = joined(known, more);
      setEvents(known);
    };
    const later = (seconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), seconds * 1000);
    };
    const lost = (): void => {
      setCut(true);
      failures += 1;
      later(Math.min(2 ** failures / 2, LONGEST_PAUSE_SECONDS));
    };
    const follow = (): void => {
      leave();
      let ended = false;
      const stop = api.follow(id, known.at(-1)?.seq ?? 0, {
        event: (event) => {
          if (ended) return;
          setCut(false);
          failures = 0;
          add([event]);
        },
        end: (broken) => {
          if (ended) return;
          ended = true;
          if (broken) lost();
          else void load();
        },
      });
      leave = () => {
        ended = true;
        stop();
      };
    };
    const load = async (): Promise<void> => {
      clearTimeout(timer);
      leave();
      turn += 1;
      const mine = turn;
      try {
        const { job: read } = await api.ask(FollowedJobDocument, { id });
        if (over || mine !== turn) return;
        setJob(read);
        setRefused(null);
        if (!read) return;
        add(read.history);
        resting = !isUnderWay(read.state);
        if (isUnderWay(read.state)) follow();
        else {
          setCut(false);
          failures = 0;
          const pause = pauseOf(read, known.at(-1)?.at);
          if (pause) later(pause);
        }
      } catch (error) {
        if (over || mine !== turn) return;
        if (error instanceof Refused && error.code !== "no_answer") setRefused(error);
        else lost();
      }
    };
    const focused = (): void => {
      if (resting) void load(); // what is under way is followed
    };
    const seen = (): void => {
      if (document.visibilityState === "visible") void load();
    };

    setJob(undefined);
    setEvents([]);
    const anew = (): void => void load();
    begin.current = anew;
    anew();
    window.addEventListener(AGAIN, anew);
    window.addEventListener("online", seen);
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("focus", focused);
    return () => {
      over = true;
      clearTimeout(timer);
      leave();
      window.removeEventListener(AGAIN, anew);
      window.removeEventListener("online", seen);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("focus", focused);
    };
  }, [api, id]);

  return { job, events, cut, refused, again: useCallback(() => begin.current(), []) };
}

/** After how many seconds a job that rests is looked at again; none where nothing changes without this page. */
function pauseOf(job: JobPartsFragment, changedAt = ""): number | null {
  const outcome = job.result?.outcome;
  if (job.state.startsWith("AWAITING") || outcome === "OUTCOME_UNKNOWN") return LOOK_AGAIN_SECONDS;
  if (outcome !== "PUBLISHED" && outcome !== "HELD_FOR_REVIEW") return null;
  const age = (Date.now() - Date.parse(changedAt)) / 1000;
  const [close, wide] = LOOK_AT_PUBLISHED_SECONDS;
  if (age < WATCHED_CLOSELY_SECONDS) return close;
  return age < WATCHED_SECONDS ? wide : null;
}
