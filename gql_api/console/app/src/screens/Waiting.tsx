// What stands where something is read, and where nothing was found.
import { useSpeech } from "../i18n";
import { Notice } from "../parts/basics";
import { to } from "../routing";

export function Waiting({ gone = false }: { gone?: boolean }) {
  const { say } = useSpeech();
  if (!gone) return <p className="waiting" role="status"><span className="spinner" aria-hidden="true" /> {say("reading")}</p>;
  return (
    <Notice tone="warn" title={say("job.gone")}>
      <div className="acts"><a className="button quiet" href={to.history}>{say("history")}</a></div>
    </Notice>
  );
}
