import type { Job, JobEvent, JobState, Outcome } from "./answers";
import { ApiProblem, getJob, readEvents } from "./api";

const ACTIVE: JobState[] = ["queued", "running", "waiting_for_slot"];
const STREAM_FAILURES = 3;
const STREAM_PAUSE = 1000;
const POLL_PAUSE = 2000;

export function isActive(job: { state: JobState; outcome: Outcome | null }): boolean {
  return ACTIVE.includes(job.state) && job.outcome === null;
}

/** Follows a job until it has a result. */
export async function followJob(
  jobId: string,
  lastSeq: number,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<Job> {
  let seen = lastSeq;
  let failures = 0;

  function take(event: JobEvent): "go_on" | "enough" {
    if (event.seq <= seen) return "go_on";
    seen = event.seq;
    failures = 0;
    onEvent(event);
    return isActive(event) ? "go_on" : "enough";
  }

  while (failures < STREAM_FAILURES) {
    try {
      const end = await readEvents(jobId, seen, take, signal);
      if (end !== "closed") return await getJob(jobId, signal);
    } catch (error) {
      if (signal.aborted || isRefusal(error)) throw error;
    }
    failures += 1;
    await pause(STREAM_PAUSE, signal);
  }

  for (;;) {
    const job = await getJob(jobId, signal);
    if (!isActive(job)) return job;
    await pause(POLL_PAUSE, signal);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;
}

export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
