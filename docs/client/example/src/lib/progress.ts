/** A job's events from the start to its outcome: cut off, they go on after the last one seen. */
import type { Job, JobEvent, JobState } from "./answers";
import { call, Failure, job } from "./api";

const GOING_ON: JobState[] = ["queued", "running", "waiting_for_slot"];
const TRIES = 3;
const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export const isGoingOn = (state: JobState): boolean => GOING_ON.includes(state);

export async function follow(id: string, seen: (event: JobEvent) => void): Promise<Job> {
  let last = 0;
  for (let failures = 0; failures < TRIES; ) {
    try {
      last = await listen(id, last, seen);
    } catch (fault) {
      if (fault instanceof Failure && fault.problem.status < 500) throw fault;
      failures++;
    }
    const found = await job(id).catch((fault: unknown) => {
      if (fault instanceof Failure) throw fault;
      return null;
    });
    if (found && !isGoingOn(found.state)) return found;
    await pause(1);
  }
  return ask(id);
}

async function ask(id: string): Promise<Job> {
  for (;;) {
    const found = await job(id);
    if (!isGoingOn(found.state)) return found;
    await pause(2);
  }
}

/** One connection; the number of the last event that it brought. */
async function listen(id: string, after: number, seen: (event: JobEvent) => void): Promise<number> {
  const headers: Record<string, string> = after ? { "Last-Event-ID": String(after) } : {};
  const response = await call(`/vinted/jobs/${id}/events`, { headers });
  if (response.status === 204 || !response.body) return after;
  let last = after;
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return last;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const event of blocks.map(read)) {
      if (!event || event.seq <= last) continue;
      last = event.seq;
      seen(event);
    }
  }
}

function read(block: string): JobEvent | null {
  const line = block.split("\n").find((each) => each.startsWith("data:"));
  return line ? (JSON.parse(line.slice("data:".length)) as JobEvent) : null;
}
