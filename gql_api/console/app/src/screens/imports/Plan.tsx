// What the daily budget plans: how many listings are prepared on which day, at the earliest.
import type { ImportPartsFragment } from "../../api/generated";
import { useSpeech } from "../../i18n";

export function Plan({ plan }: Pick<ImportPartsFragment, "plan">) {
  const { say, count, language } = useSpeech();
  const words = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
  const days = new Map<string, number>();
  for (const { at, count: number } of plan) {
    const day = words.format(Math.max(Date.now(), Date.parse(at))); // what is late comes today
    days.set(day, (days.get(day) ?? 0) + number);
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
