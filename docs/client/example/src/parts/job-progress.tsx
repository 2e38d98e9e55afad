import { moment } from "../lib/moments";
import { reveal } from "../lib/reveal";
import { stepText } from "../lib/steps";
import type { Progress } from "../state/desk";

export function JobProgress({ progress }: { progress: Progress }) {
  const { state, step, percent, slot_at } = progress;
  return (
    <section className="note" aria-label="Progress" ref={reveal}>
      <progress value={percent} max={100} aria-label="Progress" />
      <p role="status">
        {percent} % {stepText(step)}
        {state === "waiting_for_slot" && ` Waiting for its turn${slot_at ? `, at ${moment(slot_at)}` : ""}.`}
      </p>
    </section>
  );
}
