// What the daily budget plans: how many listings are prepared on which day, at the earliest.
import { useSpeech } from "../../i18n";
import type { Row } from "./stages";

export function Plan({ rows }: { rows: readonly Row[] }) {
  const { say, count, language } = useSpeech();
  const words = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
  const days = new Map<string, number>();
  const planned = rows.flatMap(({ stage, plannedAt }) => (stage === "WAITING" && plannedAt ? [plannedAt] : [])).toSorted();
  for (const at of planned) {
    const day = words.format(Math.max(Date.now(), Date.parse(at))); // what is late comes today
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  if (!days.size) return null;
  const most = Math.max(...days.values());
  return (
    <section className="card" aria-labelledby="plan-title">
      <div className="card-head"><h2 id="plan-title">{say("import.plan")}</h2></div>
      <ol className="plan">
        {[...days].map(([day, number]) => (
          <li key={day}>
            <span>{day}</span>
            <progress max={most} value={number} aria-hidden="true" />
            <span className="muted">{count("listings", number)}</span>
          </li>
        ))}
      </ol>
      <p className="small muted">{say("import.plan.hint")}</p>
    </section>
  );
}
